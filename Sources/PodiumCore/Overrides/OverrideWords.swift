/// Reads an override as a person types it: `reroute 2 linguist`, `access 3 1,2`.
///
/// A step is its number in the current workflow, as it is shown, or its id: `s7`.
public struct OverrideWords {
    /// Why the words are no override: what is wrong and how to write it.
    public struct Failure: Error, Hashable, CustomStringConvertible {
        public var description: String

        init(_ description: String) {
            self.description = description
        }
    }

    /// How each is written, and what it does.
    public static let forms: [(form: String, meaning: String)] = [
        ("approve", "let the plan run"),
        ("hold", "begin nothing new"),
        ("continue", "go on after hold"),
        ("reroute STEP WORKER", "give a step to another worker"),
        ("edit STEP SUBTASK…", "give a step another subtask"),
        ("access STEP all|none|1,2", "let a step see these steps only"),
        (
            "insert after STEP|first WORKER SUBTASK…",
            "add a step; those that saw STEP see the new one too"
        ),
        ("delete STEP", "do without a step"),
        ("retry STEP", "do a step once more"),
        ("cancel STEP", "break a step's call off"),
        ("skip STEP", "leave a step out"),
        ("write STEP OUTPUT…", "write a step's output yourself"),
        ("replan [REMARK…]", "have the conductor write another plan"),
        ("budget usd=0.5 tokens=2000 steps=8 seconds=60", "change the budget; none: no limit"),
        ("withdraw WORKER", "take a worker out of the pool"),
        ("readmit WORKER", "let a worker in again"),
        ("finish", "end with the best answer so far"),
        ("undo [EVENT]", "take the last override back"),
    ]

    private let state: SessionState
    private var words: ArraySlice<String>

    private init(_ words: [String], in state: SessionState) {
        self.state = state
        self.words = words[...]
    }

    /// - Throws: `Failure`.
    public static func read(
        _ words: [String],
        in state: SessionState
    ) throws(Failure) -> Override {
        var reader = OverrideWords(words, in: state)
        let override = try reader.override()
        guard reader.words.isEmpty else {
            throw Failure("There is too much: \(reader.words.joined(separator: " ")).")
        }
        return override
    }

    /// As typed in one line.
    public static func read(
        line: String,
        in state: SessionState
    ) throws(Failure) -> Override {
        try read(line.split(whereSeparator: \.isWhitespace).map(String.init), in: state)
    }

    private mutating func override() throws(Failure) -> Override {
        let verb = try next("a word such as approve, reroute or finish").lowercased()
        switch verb {
        case "approve", "a", "yes": return .approve
        case "hold", "pause": return .hold
        case "continue", "proceed", "go": return .proceed
        case "reroute": return .reroute(try step(), worker: try worker())
        case "edit", "rewrite": return .rewrite(try step(), subtask: try rest("a subtask"))
        case "access", "rewire":
            let step = try step()
            return .rewire(step, access: try access(before: step))
        case "insert": return try insertion()
        case "delete": return .delete(try step())
        case "retry": return .retry(try step())
        case "cancel": return .cancel(try step())
        case "skip": return .skip(try step())
        case "write": return .write(try step(), output: try rest("the output"))
        case "replan": return .replan(remark: takeRest())
        case "budget": return .budget(try budget())
        case "withdraw": return .withdraw(worker: try worker())
        case "readmit": return .readmit(worker: try worker())
        case "finish": return .finish
        case "undo": return .undo(words.isEmpty ? nil : try number("an event's number"))
        default:
            let known = Self.forms.compactMap { $0.form.split(separator: " ").first }
                .joined(separator: ", ")
            throw Failure("\(verb) is no override. There are \(known).")
        }
    }

    // MARK: Parts

    private mutating func next(_ what: String) throws(Failure) -> String {
        guard let word = words.popFirst() else { throw Failure("\(what) is missing.") }
        return word
    }

    private mutating func takeRest() -> String {
        defer { words = [] }
        return words.joined(separator: " ")
    }

    private mutating func rest(_ what: String) throws(Failure) -> String {
        guard !words.isEmpty else { throw Failure("\(what) is missing.") }
        return takeRest()
    }

    private mutating func number(_ what: String) throws(Failure) -> Int {
        let word = try next(what)
        guard let number = Int(word) else { throw Failure("\(word) is not \(what).") }
        return number
    }

    private mutating func step() throws(Failure) -> StepID {
        try step(next("a step's number"))
    }

    private func step(_ word: String) throws(Failure) -> StepID {
        if word.first == "s", let id = Int(word.dropFirst()) { return StepID(id) }
        let steps = state.currentRound.map { state.steps(of: $0.id) } ?? []
        guard let number = Int(word), number > 0, number <= steps.count else {
            throw Failure(
                steps.isEmpty
                    ? "There are no steps yet."
                    : "\(word) is no step; there are 1 to \(steps.count)."
            )
        }
        return steps[number - 1].id
    }

    /// A worker's name as the pool writes it; capitals make no difference.
    private mutating func worker() throws(Failure) -> String {
        let word = try next("a worker")
        let known = state.opened?.pool.first { $0.name.lowercased() == word.lowercased() }
        return known?.name ?? word
    }

    private mutating func access(before step: StepID) throws(Failure) -> [StepID] {
        let list = try next("all, none or a list such as 1,2").lowercased()
        switch list {
        case "none": return []
        case "all":
            let workflow = state.step(step)?.workflow
            let siblings = workflow.map { state.steps(of: $0).map(\.id) } ?? []
            return Array(siblings.prefix { $0 != step })
        default:
            var steps: [StepID] = []
            for word in list.split(separator: ",") { steps.append(try self.step(String(word))) }
            return steps
        }
    }

    private mutating func insertion() throws(Failure) -> Override {
        var place = try next("a step's number, or first")
        if place == "after" { place = try next("a step's number") }
        let after = place == "first" ? nil : try step(place)
        return .insert(
            after: after,
            worker: try worker(),
            subtask: try rest("a subtask"),
            access: nil,
            readers: nil
        )
    }

    private mutating func budget() throws(Failure) -> Budget {
        guard !words.isEmpty else {
            throw Failure("usd=…, tokens=…, steps=… or seconds=… is missing.")
        }
        var budget = state.budget
        while let word = words.popFirst() { try Self.apply(word, to: &budget) }
        return budget
    }

    /// A whole budget, such as `usd=0.5 steps=8`; what is not named is unlimited.
    public static func budget(_ text: String) throws(Failure) -> Budget {
        var budget = Budget()
        for word in text.split(whereSeparator: \.isWhitespace) {
            try apply(String(word), to: &budget)
        }
        return budget
    }

    private static func apply(_ word: String, to budget: inout Budget) throws(Failure) {
        if word == "none" {
            budget = Budget()
            return
        }
        let parts = word.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else {
            throw Failure(
                "\(word) does not say of what: write usd=, tokens=, steps= or seconds= before it."
            )
        }
        guard let value = Double(parts[1]), value > 0, value < 1e9 else {
            throw Failure("\(parts[1]) is no budget: it takes a number greater than zero.")
        }
        switch parts[0] {
        case "usd": budget.picodollars = Int64(min(value, 1e6) * 1e12)
        case "tokens": budget.tokens = Int(value)
        case "steps": budget.steps = Int(value)
        case "seconds": budget.milliseconds = Int(value * 1000)
        default:
            throw Failure("\(parts[0]) is no budget; there are usd, tokens, steps, seconds.")
        }
    }
}
