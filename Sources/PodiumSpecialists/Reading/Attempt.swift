/// A task solved: the intermediate steps and the answer.
struct Solution: Hashable, Sendable {
    var working: [String]
    var answer: String
}

/// What came of reading an instruction and doing it.
enum Attempt: Hashable, Sendable {
    case solved(Solution)
    /// It was understood, but has no answer; the reason is a sentence `I cannot …`.
    case impossible(String)
    case notUnderstood

    var solution: Solution? {
        if case .solved(let solution) = self { solution } else { nil }
    }

    static let tooLong = Attempt.impossible(
        "I cannot read a text of more than \(Tokens.byteLimit) bytes."
    )

    var isUnderstood: Bool { self != .notUnderstood }
}
