/// Reads an instruction about texts in clauses and does them one after another.
///
/// Each clause must be understood to its last word (`Remainder`). A clause that goes on with the
/// result before it replaces that answer; one with a text of its own adds another.
struct TextSolver {
    private let tokens: Tokens
    private var references: References
    private var working: [String] = []
    private var answers: [String] = []
    /// What the last clause with an answer was done on, and by what.
    private var last: (operands: [String], task: TextTask)?
    /// Tasks whose text comes in a later clause.
    private var pending: [[TextTask]] = []

    static func solve(_ text: String, references: References) -> Attempt {
        guard Tokens.fit(text) else { return .tooLong }
        let tokens = Tokens(text)
        guard tokens.all.count <= 6_000 else { return .notUnderstood }
        var solver = TextSolver(tokens: tokens, references: references)
        return solver.run()
    }

    private init(tokens: Tokens, references: References) {
        self.tokens = tokens
        self.references = references
    }

    private mutating func run() -> Attempt {
        let resolved = StepMentions.resolve(tokens.all, answerCount: references.answers.count)
        for clause in Self.clauses(of: resolved) {
            if let failure = solve(clause) { return failure }
        }
        guard pending.isEmpty, !answers.isEmpty else { return .notUnderstood }
        return .solved(Solution(working: working, answer: answers.joined(separator: "; ")))
    }

    // MARK: A clause

    /// What stops the whole, or nil.
    private mutating func solve(_ clause: ArraySlice<Token>) -> Attempt? {
        let reader = TextTaskReader(Array(clause))
        let found = reader.tasks()
        guard let first = found.first else { return readRemark(clause) }
        guard !reader.areCoordinated(found),
            !Self.asksYesOrNo(clause) || found.contains(where: \.task.isQuestion)
        else { return .notUnderstood }
        let used = Set(found.flatMap(\.used).map { $0 + clause.startIndex })
        let finder = TextOperands(tokens: tokens, references: seen(for: first.task))
        // A nested task's operand is what stands after its own words; the whole clause holds it too.
        let nested = clause.dropFirst(found.map(\.position).max() ?? 0)
        var operands: [TextOperand] = []
        if found.count > 1 { operands = finder.operands(in: nested, for: first.task, used: used) }
        if operands.isEmpty {
            operands = finder.operands(in: clause, for: first.task, used: used)
        }
        let tasks = found.map(\.task)
        let left = Self.unread(clause, tasks, used, operands)
        guard left.isEmpty else { return .unread(left) }
        guard !operands.isEmpty else { return readImplicit(tasks) }
        let isOwn = operands.contains { $0.range != nil }
        // "Answer in Morse: what is 2 + 3?" is about the answer, not about the words.
        let asksForm =
            clause.count > 1 && clause[clause.startIndex].isWord(["answer"])
            && clause[clause.startIndex + 1].isWord(["in", "as", "with"])
        if isOwn, asksForm { return .notUnderstood }
        return perform(tasks, on: operands.map(\.text), isOwn: isOwn)
    }

    /// "Is X the reverse of Y?" is answered with yes or no, which only some tasks are.
    static func asksYesOrNo(_ clause: ArraySlice<Token>) -> Bool {
        clause.first?.isWord(["is", "are", "was", "were", "does", "do", "did", "has"]) == true
            || clause.contains { $0.isWord(["whether"]) }
    }

    /// The words that no part of the reading accounts for.
    static func unread(
        _ clause: ArraySlice<Token>,
        _ tasks: [TextTask],
        _ used: Set<Int>,
        _ operands: [TextOperand]
    ) -> [Token] {
        var remainder = Remainder(clause)
        remainder.take(used)
        remainder.take(clause.indices.prefix(1).filter { clause[$0].isWord(TextWords.greetings) })
        for range in operands.compactMap(\.range) { remainder.take(characters: range) }
        remainder.take(words: TextWords.known(tasks), negatable: TextWords.negatable)
        if operands.contains(where: { $0.range == nil }) {
            remainder.take(words: TextWords.pointing)
        }
        return remainder.left
    }

    /// "It" and "the result" stand for the result before; after a count, for the text that was
    /// counted in, unless the count itself is to be written in another form.
    private func seen(for task: TextTask) -> References {
        guard let last, !last.task.givesText, !(last.task.isCount && task.isForm),
            let text = last.operands.first
        else { return references }
        return References(answers: references.answers, current: text)
    }

    /// A task without a text goes on with the one before, or waits for one.
    private mutating func readImplicit(_ tasks: [TextTask]) -> Attempt? {
        guard let last, let first = tasks.first else {
            if let given = references.current { return perform(tasks, on: [given], isOwn: false) }
            pending.append(tasks)
            return pending.count <= 8 ? nil : .notUnderstood
        }
        let goesOn = last.task.givesText || last.task.isCount && first.isForm
        let texts = goesOn ? [references.current].compactMap { $0 } : last.operands
        return perform(tasks, on: texts, isOwn: false)
    }

    /// A clause without a task: "Take the word X.", or a remark.
    private mutating func readRemark(_ clause: ArraySlice<Token>) -> Attempt? {
        let quoted = clause.filter { $0.kind == .quoted }
        if quoted.count == 1 {
            var remainder = Remainder(clause)
            remainder.take(characters: quoted[0].range)
            remainder.take(words: TextWords.frame)
            guard remainder.left.isEmpty else { return .unread(remainder.left) }
            guard !pending.isEmpty else {
                references.current = quoted[0].text
                return nil
            }
            return performPending(on: [quoted[0].text])
        }
        var remainder = Remainder(clause)
        remainder.take(words: TextWords.remarks, negatable: TextWords.negatable)
        // "What does it say?" asks for what has just been decoded.
        if last?.task.isCode == true { remainder.take(words: TextWords.saying) }
        return remainder.left.isEmpty ? nil : .unread(remainder.left)
    }

    // MARK: Doing it

    private mutating func perform(
        _ tasks: [TextTask],
        on operands: [String],
        isOwn: Bool
    ) -> Attempt? {
        if !pending.isEmpty {
            pending.append(tasks)
            return performPending(on: operands)
        }
        // After two results, "it" names neither.
        if !isOwn, let last, last.operands.count > 1 { return .notUnderstood }
        let attempt = Self.run(tasks, on: operands)
        guard let solution = attempt.solution else { return attempt }
        working += solution.working
        let goesOn = last.map { $0.task.givesText || tasks.first?.isForm == true } ?? false
        if !isOwn, goesOn, !answers.isEmpty { answers.removeLast() }
        answers.append(solution.answer)
        references.current = solution.answer
        last = tasks.last.map { (operands, $0) }
        return nil
    }

    /// The tasks that waited: texts are made one from another, counts stand side by side.
    private mutating func performPending(on operands: [String]) -> Attempt? {
        let waiting = pending
        pending = []
        if waiting.dropLast().allSatisfy({ $0.allSatisfy(\.givesText) }) {
            return perform(waiting.flatMap { $0 }, on: operands, isOwn: true)
        }
        guard waiting.allSatisfy({ $0.last?.givesText == false }) else { return .notUnderstood }
        for tasks in waiting {
            if let failure = perform(tasks, on: operands, isOwn: true) { return failure }
        }
        return nil
    }

    /// Does the tasks one after another, each on the result of the one before.
    static func run(_ tasks: [TextTask], on operands: [String]) -> Attempt {
        var working: [String] = []
        if operands.count > 1, tasks.count > 1 {
            var answers: [String] = []
            for operand in operands.prefix(20) {
                let attempt = run(tasks, on: [operand])
                guard let solution = attempt.solution else { return attempt }
                working += solution.working
                answers.append(solution.answer)
            }
            return .solved(Solution(working: working, answer: answers.joined(separator: "; ")))
        }
        var operands = operands
        for task in tasks {
            let attempt = TextPerformer.perform(task, on: operands)
            guard let solution = attempt.solution else { return attempt }
            working += solution.working
            operands = [solution.answer]
        }
        guard !tasks.isEmpty, let answer = operands.first else { return .notUnderstood }
        return .solved(Solution(working: working, answer: answer))
    }
}
