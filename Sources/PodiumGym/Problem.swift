public import PodiumPhrasebook
import PodiumSpecialists

/// A problem of the gym: a question and a way to tell whether an answer to it is right.
///
/// ```swift
/// let problem = Gym.problem(.train, 7)
/// problem.isCorrect("Friday")
/// ```
public struct Problem: Hashable, Sendable {
    /// Its family, difficulty and seed: `system-date/3/17`. The same text draws it again.
    public let id: String
    public let family: String
    /// From 1, which is easy, to 5.
    public let difficulty: Int
    public let question: String
    /// A right answer. Problems such as countdown numbers have others.
    public let expected: String
    /// What the question asks for, in the phrasebook's terms.
    public let phrase: Phrase
    let grader: Grader

    /// Whether an answer is right: tolerant of its form, strict of its substance. Safe with any text.
    public func isCorrect(_ answer: String) -> Bool { grader.accepts(answer) }
}

/// Tells whether an answer is right.
enum Grader: Hashable, Sendable {
    /// One that says the same as this.
    case answer(String)
    /// One that meets the conditions of a phrase: a target, a sudoku, a colouring.
    case conditions(Phrase)

    /// Longer answers are wrong: no problem of the gym needs them.
    private static let byteLimit = 2_000

    func accepts(_ answer: String) -> Bool {
        guard answer.utf8.count <= Self.byteLimit else { return false }
        switch self {
        case .answer(let expected): return Self.agree(Answer(answer), Answer(expected))
        case .conditions(let phrase): return Specialists.meets(answer, phrase) == true
        }
    }

    private static func agree(_ answer: Answer, _ expected: Answer) -> Bool {
        if answer.agrees(with: expected) { return true }
        // "18480 feet" may be given without its unit.
        let words = expected.text.split(separator: " ")
        guard words.count == 2, let number = Answer(String(words[0])).number else { return false }
        return answer.number == number
    }
}
