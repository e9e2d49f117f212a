/// A question that was asked before in the same conversation, and what it was answered.
public struct Exchange: Hashable, Sendable, Codable {
    /// How many exchanges back a question carries.
    public static let limit = 10

    public var question: String
    public var answer: String

    public init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }
}

extension [Exchange] {
    /// What every agent is told before the question: the conversation so far; empty at its beginning.
    var preface: String {
        guard !isEmpty else { return "" }
        let exchanges = map { "Question: \($0.question)\nAnswer: \($0.answer)" }
        return "Earlier in this conversation:\n\n\(exchanges.joined(separator: "\n\n"))\n\n"
    }
}
