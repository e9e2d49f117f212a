internal import PodiumCore
import PodiumPhrasebook

/// One specialist at one request: it reads the subtask, puts the results it sees in their places,
/// solves what must be found first, and then the rest.
struct Performance {
    let request: StepRequest
    let forms: Set<Form.Name>
    let solver: Specialist.Solver
    var random: SeededGenerator
    private var working: [String] = []
    private let answers: [Answer?]

    /// Why there is no answer, as a sentence for the person.
    private struct Declined: Error { var reason: String }

    init(
        request: StepRequest,
        forms: Set<Form.Name>,
        solver: @escaping Specialist.Solver,
        random: SeededGenerator
    ) {
        self.request = request
        self.forms = forms
        self.solver = solver
        self.random = random
        answers = request.seen.map { Answer(in: $0.output) }
    }

    mutating func reply() -> SpecialistReply {
        do throws(Declined) {
            if request.role == .worker, let turn = try turn() { return turn }
            let answers = try phrases().map { phrase throws(Declined) in try answer(to: phrase) }
            return SpecialistReply(
                working: Array(working.prefix(80)),
                outcome: .answered(answers.joined(separator: "; "))
            )
        } catch {
            return SpecialistReply(
                working: Array(working.prefix(80)),
                outcome: .declined(error.reason)
            )
        }
    }

    // MARK: A turn of a mini session

    /// Begins the line that tells the result of a step, so that who has the next turn finds it.
    private static let resultMark = "Result of step "

    /// In a mini session nobody writes a plan: whoever has the turn does the next steps of the question
    /// that they can do. Nil where the question is one step, or all of it can be done.
    private mutating func turn() throws(Declined) -> SpecialistReply? {
        guard case .phrases(let phrases) = Phrasebook.read(request.question) else { return nil }
        let unfolding = Unfolding(phrases)
        let steps = unfolding.steps
        guard steps.count > 1, !steps.allSatisfy({ forms.contains($0.phrase.form) }) else {
            return nil
        }
        var results = known(steps.count)
        var isOwn = false
        for (index, step) in steps.enumerated() where results[index] == nil {
            let seen = step.uses.compactMap { results[$0] }
            guard forms.contains(step.phrase.form), seen.count == step.uses.count else { continue }
            var inner = Performance(
                request: StepRequest(
                    question: request.question,
                    seen: seen.map { StepRequest.Seen(subtask: "", output: "Answer: \($0)") },
                    subtask: step.phrase.question
                ),
                forms: forms,
                solver: solver,
                random: random
            )
            let answer = try inner.answer(to: step.phrase)
            working += inner.working
            working.append("\(Self.resultMark)\(index + 1) of \(steps.count): \(answer)")
            results[index] = answer
            isOwn = true
        }
        guard isOwn else { return nil }
        let ends = unfolding.ends.compactMap { results[$0] }
        let told =
            ends.count == unfolding.ends.count
            ? ends : [results.last { $0 != nil } ?? nil].compactMap { $0 }
        return SpecialistReply(
            working: Array(working.prefix(80)),
            outcome: .answered(told.joined(separator: "; "))
        )
    }

    /// The results of steps that were told in earlier turns.
    private func known(_ count: Int) -> [String?] {
        var results = [String?](repeating: nil, count: count)
        for line in request.seen.flatMap({ $0.output.split(whereSeparator: \.isNewline) })
        where line.hasPrefix(Self.resultMark) {
            let parts = line.dropFirst(Self.resultMark.count).split(separator: " ", maxSplits: 3)
            guard parts.count == 4, let number = Int(parts[0]),
                results.indices.contains(number - 1),
                parts[2] == "\(count):"
            else { continue }
            results[number - 1] = String(parts[3])
        }
        return results
    }

    /// The answers to phrases, one after another; nil where one has none.
    mutating func answer(to phrases: [Phrase]) -> String? {
        let answers = phrases.compactMap { try? answer(to: $0) }
        return answers.count == phrases.count ? answers.joined(separator: "; ") : nil
    }

    // MARK: What is asked

    /// What the subtask asks for; where it only says that the question is to be answered, the question.
    private func phrases() throws(Declined) -> [Phrase] {
        let asked = try read(request.subtask)
        guard asked.count == 1 else { return asked }
        switch asked[0].form {
        case .answer: return try read(request.question)
        case .decode:
            let codes: Set<Form.Name> = [.caesar, .unshift, .morse]
            let coded = try read(request.question).flatMap(\.all).first { codes.contains($0.form) }
            guard let coded else {
                throw Declined(reason: "I cannot find a coded text in the question.")
            }
            return [coded]
        default: return asked
        }
    }

    private func read(_ text: String) throws(Declined) -> [Phrase] {
        switch Phrasebook.read(text) {
        case .phrases(let phrases): return phrases
        case .unread(let nearest):
            if let day = Phrasebook.impossibleDate(in: text) {
                throw Declined(reason: "I cannot read this: there is no \(day).")
            }
            let known = nearest.filter(forms.contains).map { "“\(Phrasebook.form($0).example)”" }
            throw Declined(
                reason: known.isEmpty
                    ? "I cannot read this. \(usual)"
                    : "I cannot read this. The nearest that I know: \(known.joined(separator: ", "))."
            )
        }
    }

    /// Some of what the worker can do, for one who asks for something else.
    private var usual: String {
        let examples = Phrasebook.forms.filter { forms.contains($0.name) }.prefix(3).map {
            "“\($0.example)”"
        }
        return
            "I know such things as \(examples.joined(separator: ", ")); podium questions lists all."
    }

    // MARK: Doing it

    private mutating func answer(to phrase: Phrase) throws(Declined) -> String {
        let settled = try settled(phrase)
        if settled.form == .obey, case .text(let text) = settled.slots["text"] {
            guard let said = Phrasebook.phrase(text), said.form != .obey else {
                throw Declined(reason: "I cannot read what it says: “\(text.prefix(80))”.")
            }
            return try answer(to: said)
        }
        guard forms.contains(phrase.form) else {
            throw Declined(
                reason: "I cannot do this: “\(settled.question.prefix(160))” \(usual)"
            )
        }
        do throws(Unsolved) {
            let solution = try solver(settled, &random)
            working += solution.working
            return solution.answer
        } catch {
            throw Declined(reason: "I cannot \(error.reason).")
        }
    }

    /// The phrase with values in all its slots.
    private mutating func settled(_ phrase: Phrase) throws(Declined) -> Phrase {
        var settled = phrase
        for (slot, argument) in phrase.slots.sorted(by: { $0.key < $1.key }) {
            settled.slots[slot] = try self.settled(argument, slot)
        }
        return settled
    }

    private mutating func settled(_ argument: Argument, _ slot: String) throws(Declined) -> Argument
    {
        switch argument {
        case .phrase(let inner): return try value(of: inner, slot)
        case .result(let reference): return try value(try seen(reference), slot)
        case .expression(let expression): return .expression(try settled(expression))
        case .list(let expressions):
            var values: [Expression] = []
            for expression in expressions { values.append(try settled(expression)) }
            return .list(values)
        default: return argument
        }
    }

    private mutating func settled(_ expression: Expression) throws(Declined) -> Expression {
        switch expression {
        case .phrase(let inner): return try number(try value(of: inner, "n"))
        case .result(let reference): return try number(try value(try seen(reference), "n"))
        case .negated(let inner): return .negated(try settled(inner))
        case .factorial(let inner): return .factorial(try settled(inner))
        case .binary(let operation, let left, let right):
            return .binary(operation, try settled(left), try settled(right))
        case .number, .variable: return expression
        }
    }

    private func number(_ argument: Argument) throws(Declined) -> Expression {
        guard case .expression(let expression) = argument else {
            throw Declined(reason: "I cannot find a number here.")
        }
        return expression
    }

    private mutating func value(of inner: Phrase, _ slot: String) throws(Declined) -> Argument {
        let answer = try answer(to: inner)
        working.append("\(inner.noun.prefix(120)): \(answer.prefix(120))")
        return try value(answer, slot)
    }

    private func value(_ answer: String, _ slot: String) throws(Declined) -> Argument {
        guard let argument = Phrasebook.argument(answer, for: slot) else {
            throw Declined(
                reason: "I cannot use “\(answer.prefix(80))” here: \(Self.wanted(slot)) is needed."
            )
        }
        return argument
    }

    private static func wanted(_ slot: String) -> String {
        switch slot.prefix(while: { !$0.isNumber }) {
        case "date": "a date"
        case "list", "terms": "a list of numbers"
        case "eq": "an equation"
        default: "a number"
        }
    }

    /// The answer of a step that the worker may see.
    private func seen(_ reference: Reference) throws(Declined) -> String {
        let index = reference.ordinal ?? answers.count - 1
        guard answers.indices.contains(index), let answer = answers[index] else {
            throw Declined(reason: "I cannot see \(reference.text).")
        }
        return answer.text
    }
}
