/// A problem of the gym: a question and a way to tell whether an answer to it is right.
///
/// ```swift
/// let problem = ProblemFamily.weekday.problem(difficulty: 2, seed: 7)
/// problem.isCorrect("Friday")
/// ```
public struct Problem: Hashable, Sendable, Codable {
    /// The name of the family that it was drawn from.
    public let family: String
    /// From 1, which is easy, to 5.
    public let difficulty: Int
    public let seed: UInt64
    public let question: String
    /// A right answer. Problems such as countdown numbers have others.
    public let expected: String
    let grader: Grader

    /// Whether an answer is right: tolerant of its form, strict of its substance. Safe with any text.
    public func isCorrect(_ answer: String) -> Bool { grader.accepts(answer) }
}

/// What a family draws.
struct Drawn {
    var question: String
    var expected: String
    var grader: Grader

    init(_ question: String, _ expected: String, _ grader: Grader) {
        self.question = question
        self.expected = expected
        self.grader = grader
    }

    /// A whole number asked for.
    init(_ question: String, _ number: Int, units: [String] = []) {
        self.init(question, "\(number)", .number(Fraction(number), units: units))
    }

    /// Whether the answer stands in the question, by chance or because it is one of several that
    /// the question names to choose from.
    var isGivenAway: Bool {
        guard grader.isFree else { return false }
        let plain = { (text: String) in
            " " + text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " } + " "
        }
        return plain(question).contains(plain(expected))
    }
}
