public import PodiumPhrasebook
import PodiumSpecialists

/// A problem of the gym: a question and a way to tell whether an answer to it is right.
///
/// ```swift
/// let problem = Gym.problem(.train, 7)
/// problem.isCorrect("Friday")
/// ```
public struct Problem: Hashable, Sendable {
    /// Its family, difficulty and seed, and the wordings where they are not those of training:
    /// `system-date/3/17`, `system-date/3/17/heldOut`. The same text draws it again.
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

    /// How many steps it takes.
    public var stepCount: Int { steps.count }

    /// What must be done one after another: the task of each step, and the earlier ones that it uses.
    var steps: [(task: String, uses: [Int])] {
        let steps = Unfolding([phrase]).steps
        guard steps.count > 1 else { return [(Phrase(.answer).question, [])] }
        return steps.map { ($0.phrase.question, $0.uses) }
    }
}

/// Tells whether an answer is right.
enum Grader: Hashable, Sendable {
    /// One that says the same as this, read as what the phrase comes to.
    case answer(String, to: Phrase)
    /// One that meets the conditions of a phrase: a target, a sudoku, a colouring.
    case conditions(Phrase)

    /// Longer answers are wrong: no problem of the gym needs them.
    private static let byteLimit = 2_000

    func accepts(_ answer: String) -> Bool {
        guard answer.utf8.count <= Self.byteLimit else { return false }
        let given = Answer(answer)
        switch self {
        case .conditions(let phrase):
            return Specialists.meets(Self.plain(given.text, phrase), phrase) == true
        case .answer(let expected, let phrase):
            let right = Answer(expected)
            switch Phrasebook.form(phrase.form).result {
            case .number: return given.number != nil && given.number == right.number
            case .date:
                return Self.date(given.text) != nil
                    && Self.date(given.text) == Self.date(right.text)
            case .text, .message: return Self.folded(given.text) == Self.folded(right.text)
            case .list, .answer, .claim:
                return phrase.form == .convert
                    ? Self.quantity(given.text, phrase) == Self.quantity(right.text, phrase)
                    : given.agrees(with: right)
            }
        }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `12 May 2024`, `May 12, 2024`, `2024-05-12`.
    private static func date(_ text: String) -> Argument? { Phrasebook.argument(text, for: "date") }

    /// The number of the unit that was asked for, which may be left out or told by another of its names.
    private static func quantity(_ text: String, _ phrase: Phrase) -> Rational? {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let number = parts.first.flatMap({ Answer($0).number }) else { return nil }
        guard parts.count == 2 else { return number }
        guard case .word(let wanted) = phrase.slots["unit2"] else { return nil }
        return (Unit.named(parts[1]) ?? Unit.named(parts[1].lowercased()))?.name == wanted
            ? number : nil
    }

    /// Numbers of a subset may be listed as they are asked for: `3, 8 and 14`.
    private static func plain(_ text: String, _ phrase: Phrase) -> String {
        guard phrase.form == .subset, !text.contains("+") else { return text }
        return text.replacing(" and ", with: ", ").replacing(",", with: " +")
    }
}
