/// The wanted form of an answer, stated the same way in every prompt.
enum AnswerForm {
    case text, number, letter, closedForm, function, program

    var instruction: String {
        switch self {
        case .text: Self.line(with: "the answer")
        case .number: Self.line(with: "the number")
        case .letter: Self.line(with: "the letter of the right choice")
        case .closedForm: Self.line(with: "the answer in exact form (LaTeX is fine)")
        case .function: Self.block(with: "the whole function and what it imports")
        case .program: Self.block(with: "the whole program")
        }
    }

    private static func line(with content: String) -> String {
        "End with one line of the form \"Answer: ...\" that holds \(content) and nothing else."
    }

    private static func block(with content: String) -> String {
        "End with one fenced code block (```python) that holds \(content)."
    }

    /// The prompt for a question, without the wrappers that some sets put around it.
    func prompt(_ question: String, choices: [String] = []) -> String {
        let lettered = zip(ChoiceLetter.all, choices).map { "\($0). \($1.trimmed)" }
        return
            ([Self.unwrapped(question)]
            + (choices.isEmpty ? [] : [lettered.joined(separator: "\n")])
            + [instruction])
            .joined(separator: "\n\n")
    }

    private static func unwrapped(_ question: String) -> String {
        var text = question.trimmed
        for head in ["Question:", "Problem:"] where text.hasPrefix(head) {
            text = text.dropFirst(head.count).trimmed
        }
        for tail in ["Answer:", "Solution:"] where text.hasSuffix(tail) {
            text = text.dropLast(tail.count).trimmed
        }
        return text
    }
}
