internal import BigInt
import PodiumCore
import PodiumPhrasebook

/// Votes among the answers it may see, or puts them together when the subtask asks for that.
enum Merger {
    static func merge(_ request: StepRequest) -> SpecialistReply {
        let outputs = request.seen.compactMap { step in
            Answer(in: step.output).map {
                (answer: $0, isGuess: step.output.contains(Guess.notice))
            }
        }
        guard !outputs.isEmpty else {
            return SpecialistReply(
                outcome: .declined(
                    "I cannot merge: none of the outputs I may see states an answer."
                )
            )
        }
        switch Phrasebook.phrase(request.subtask)?.form {
        case .together:
            let answers = outputs.map(\.answer.text)
            return SpecialistReply(
                working: answers.enumerated().map { "\($0 + 1). \($1)" },
                outcome: .answered(answers.joined(separator: "; "))
            )
        case .firstAnswer:
            return SpecialistReply(
                working: ["The first of \(outputs.count)."],
                outcome: .answered(outputs[0].answer.text)
            )
        default: return vote(outputs.map(\.answer))
        }
    }

    /// The answer that most give; of equals, the one that was given first.
    private static func vote(_ answers: [Answer]) -> SpecialistReply {
        var groups: [(answer: Answer, count: Int)] = []
        for answer in answers {
            if let index = groups.firstIndex(where: { $0.answer.agrees(with: answer) }) {
                groups[index].count += 1
            } else {
                groups.append((answer, 1))
            }
        }
        let most = groups.map(\.count).max() ?? 0
        let winners = groups.filter { $0.count == most }
        var working = groups.map { "\($0.count) of \(answers.count) say \($0.answer.text)" }
        if winners.count > 1 { working.append("A tie: the earliest counts.") }
        return SpecialistReply(working: working, outcome: .answered(winners[0].answer.text))
    }
}

/// What a check of an answer comes to.
enum Verdict {
    case holds(String)
    /// Why it does not, as the end of a sentence.
    case fails(String)
    case unknown

    /// The reply of a verifier. It repeats an answer that holds.
    func reply(to proposal: Answer) -> SpecialistReply {
        let start = "The proposed answer is \(proposal.text)."
        switch self {
        case .holds(let how):
            return SpecialistReply(
                working: [start, how, "ACCEPT"],
                outcome: .answered(proposal.text)
            )
        case .fails(let why):
            return SpecialistReply(
                working: [start, "REVISE"],
                outcome: .declined("I cannot accept this: \(why).")
            )
        case .unknown:
            return SpecialistReply(
                working: [start],
                outcome: .declined(
                    "I cannot check this answer: it is of no form that I can check or compute again."
                )
            )
        }
    }

    /// The answer that is to be checked: that of the last step; nil with the reason where there is none.
    static func proposal(in request: StepRequest) -> Result<Answer, Refusal> {
        guard let last = request.seen.last else {
            return .failure(
                Refusal(
                    reply: SpecialistReply(
                        outcome: .declined("I cannot check anything: I see no proposed answer.")
                    )
                )
            )
        }
        guard let answer = Answer(in: last.output) else {
            return .failure(
                Refusal(
                    reply: SpecialistReply(
                        working: ["REVISE"],
                        outcome: .declined(
                            "I cannot accept this: the step before states no answer."
                        )
                    )
                )
            )
        }
        return .success(answer)
    }

    struct Refusal: Error { var reply: SpecialistReply }
}

/// Checks a proposed answer thoroughly: against the question's conditions where it is easier to check
/// than to find, else by doing the question again.
enum Checker {
    static func review(_ request: StepRequest) -> SpecialistReply {
        switch Verdict.proposal(in: request) {
        case .failure(let refusal): refusal.reply
        case .success(let proposal): verdict(on: proposal, request).reply(to: proposal)
        }
    }

    private static func verdict(on proposal: Answer, _ request: StepRequest) -> Verdict {
        // A question that cannot be read leaves the last step, with what it saw.
        for text in [request.question, request.seen.last?.subtask ?? ""] {
            guard let phrase = Phrasebook.phrase(text), phrase.skill != .judging else { continue }
            let seen = text == request.question ? [] : Array(request.seen.dropLast())
            if let verdict = conditions(of: phrase, proposal) { return verdict }
            let again = StepRequest(question: request.question, seen: seen, subtask: text)
            guard let answer = Specialists.exactAnswer(to: again) else { continue }
            return proposal.agrees(with: Answer(answer))
                ? .holds("Done again, it comes to \(answer).")
                : .fails("done again, it comes to \(answer)")
        }
        return several(proposal, request)
    }

    /// Several questions in one, answered one after the other.
    private static func several(_ proposal: Answer, _ request: StepRequest) -> Verdict {
        let again = StepRequest(question: request.question, seen: [], subtask: request.question)
        guard case .phrases = Phrasebook.read(request.question),
            let answer = Specialists.exactAnswer(to: again)
        else {
            return .unknown
        }
        return proposal.agrees(with: Answer(answer))
            ? .holds("Done again, it comes to \(answer).")
            : .fails("done again, it comes to \(answer)")
    }

    /// Nil where the form has no conditions that are easier to check, or they are not known yet.
    static func conditions(of phrase: Phrase, _ proposal: Answer) -> Verdict? {
        guard phrase.parts.isEmpty else { return nil }
        let objection: String?
        do throws(Unsolved) {
            switch phrase.form {
            case .countdown: objection = try Skills.countdown(phrase).objection(to: proposal.text)
            case .subset: objection = try Skills.subset(phrase).objection(to: proposal.text)
            case .sudoku: objection = try Skills.sudoku(phrase).objection(to: proposal.text)
            case .colouring: objection = try Skills.colouring(phrase).objection(to: proposal.text)
            default: return nil
            }
        } catch {
            return nil
        }
        return objection.map { .fails($0) } ?? .holds("It meets every condition.")
    }
}

/// A quick check by one sign: it casts out nines, or tests one condition. What passes may be wrong.
enum Proofreader {
    static func review(_ request: StepRequest) -> SpecialistReply {
        switch Verdict.proposal(in: request) {
        case .failure(let refusal): refusal.reply
        case .success(let proposal): verdict(on: proposal, request).reply(to: proposal)
        }
    }

    private static func verdict(on proposal: Answer, _ request: StepRequest) -> Verdict {
        guard let phrase = Phrasebook.phrase(request.question), phrase.parts.isEmpty else {
            return .unknown
        }
        switch phrase.form {
        case .compute, .add, .subtract, .multiply: return castingOutNines(proposal, phrase)
        case .equation: return substituting(proposal, phrase)
        case .countdown, .subset:
            // It looks at the target only, not at the numbers that were used.
            guard let target = try? Skills.integer(phrase, "n"),
                let left = proposal.text.split(separator: "=").first,
                case .phrases(let found) = Phrasebook.read(String(left)), let sum = found.first,
                let value = try? Arithmetic.solve(sum, in: ExactNumbers()).answer
            else { return .unknown }
            return value == "\(target)"
                ? .holds("It comes to \(target).") : .fails("it comes to \(value)")
        case .sudoku:
            let rows = proposal.text.split(separator: "/").map { $0.split(separator: " ") }
            let isWhole = rows.count == 4 && rows.allSatisfy { Set($0).count == 4 }
            return isWhole
                ? .holds("No row has a number twice.") : .fails("a row has a number twice or none")
        case .weekday, .caesar, .morse: return .unknown
        default:
            guard Phrasebook.form(phrase.form).result == .number else { return .unknown }
            return proposal.number == nil
                ? .fails("a number is asked for") : .holds("It is a number.")
        }
    }

    private static func castingOutNines(_ proposal: Answer, _ phrase: Phrase) -> Verdict {
        guard let value = try? Arithmetic.solve(phrase, in: ExactNumbers()).answer,
            let exact = Answer(value).number,
            exact.isInteger, let number = proposal.number
        else { return .unknown }
        guard number.isInteger else { return .fails("a whole number is asked for") }
        let (mine, theirs) = (exact.numerator.modulus(9), number.numerator.modulus(9))
        return mine == theirs
            ? .holds("Casting out nines: \(mine) on both sides.")
            : .fails("casting out nines leaves \(mine), not \(theirs)")
    }

    private static func substituting(_ proposal: Answer, _ phrase: Phrase) -> Verdict {
        guard let equation = try? Skills.equation(phrase), let unknown = equation.unknowns.first,
            let polynomial = Polynomial(equation, in: unknown)
        else { return .unknown }
        // The first of several solutions only.
        let first =
            proposal.text.firstRange(of: " or ").map { String(proposal.text[..<$0.lowerBound]) }
            ?? proposal.text
        guard let value = Answer(first).number else {
            return .fails("no value of \(unknown) is named")
        }
        return polynomial.value(at: value).isZero
            ? .holds("It fits for \(unknown) = \(value.told).") : .fails("it does not fit")
    }
}
