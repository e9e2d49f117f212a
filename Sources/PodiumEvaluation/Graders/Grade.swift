/// How an answer was graded.
public struct Grade: Hashable, Sendable, Codable {
    public enum Verdict: Hashable, Sendable, Codable {
        case right
        case wrong
        /// There is no answer of the wanted kind in the output.
        case unreadable
        /// The grader could not do its work, which says nothing about the answer.
        case refused(reason: String)
    }

    public var verdict: Verdict
    /// The answer as it was found in the output.
    public var answer: String?
    /// What failed, where more than a comparison did: `test 2 took longer than 10 s`.
    public var note: String?

    public init(_ verdict: Verdict, answer: String? = nil, note: String? = nil) {
        self.verdict = verdict
        self.answer = answer
        self.note = note
    }

    public var isRight: Bool { verdict == .right }

    static func of(_ isRight: Bool, _ answer: String) -> Grade {
        Grade(isRight ? .right : .wrong, answer: answer)
    }
}

extension EvaluationItem {
    /// Grades what a model wrote.
    ///
    /// Waits only where a program is tested. The caller bounds how many are at once.
    public func grade(_ output: String, in sandbox: Sandbox = Sandbox()) async -> Grade {
        switch reference {
        case .exact(let wanted):
            guard let answer = AnswerText(output).best else { return Grade(.unreadable) }
            return .of(ExactText.key(answer) == ExactText.key(wanted), answer)
        case .number(let wanted, let tolerance):
            guard let value = NumberText.value(of: wanted) else {
                return Grade(.refused(reason: "the reference \"\(wanted)\" is no number"))
            }
            guard let answer = AnswerText(output).number else { return Grade(.unreadable) }
            let isRight =
                tolerance.map { abs(answer.value.double - value.double) <= $0 }
                ?? (answer.value == value)
            return .of(isRight, answer.text)
        case .choice(let letter, let choices):
            guard let answer = AnswerText(output).letter(among: choices) else {
                return Grade(.unreadable)
            }
            return .of(answer == letter, String(answer))
        case .closedForm(let wanted):
            guard let answer = AnswerText(output).closedForm else { return Grade(.unreadable) }
            return .of(ClosedForm.areEqual(answer, wanted), answer)
        case .code(let tests):
            guard let answer = AnswerText(output).code(defining: tests.entryPoint) else {
                return Grade(.unreadable)
            }
            return await sandbox.grade(answer, with: tests)
        }
    }
}

/// Words, compared without what people write differently.
enum ExactText {
    static func key(_ text: String) -> String {
        var words = AnswerText.undecorated(text).lowercased()
        let quotes: Set<Character> = ["\"", "'", "“", "”", "‘", "’", "«", "»", "`"]
        words.removeAll { quotes.contains($0) }
        words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix(".") ? String(words.dropLast()).trimmed : words
    }
}
