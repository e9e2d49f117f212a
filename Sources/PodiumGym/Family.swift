internal import PodiumCore
public import PodiumPhrasebook
import PodiumSpecialists

/// A kind of problem, from which seeds draw problems of graded difficulty.
public struct Family: Sendable {
    public let name: String
    /// How many workers' skills it needs, one after the other.
    public let steps: Int
    /// Kept for tests of what was not seen in training.
    public let isHeldOut: Bool
    private let draw: @Sendable (_ level: Int, inout SeededGenerator) -> Draft

    public var isComposed: Bool { steps > 1 }

    init(
        _ name: String,
        steps: Int = 1,
        isHeldOut: Bool = false,
        draw: @escaping @Sendable (_ level: Int, inout SeededGenerator) -> Draft
    ) {
        self.name = name
        self.steps = steps
        self.isHeldOut = isHeldOut
        self.draw = draw
    }

    /// What a family draws.
    struct Draft {
        var phrase: Phrase
        /// Nil where the exact workers find it.
        var expected: String?
        /// The phrase whose conditions an answer must meet, where it is not one answer that is right.
        var conditions: Phrase?

        init(_ phrase: Phrase, _ expected: String? = nil, conditions: Phrase? = nil) {
            self.phrase = phrase
            self.expected = expected
            self.conditions = conditions
        }
    }

    public static let difficulties = 1...5

    /// Draws a problem. The same difficulty, seed and wordings draw the same problem.
    ///
    /// - Parameter difficulty: what lies outside 1 to 5 is taken for the nearest of them.
    public func problem(
        difficulty: Int,
        seed: UInt64,
        wordings: Teller.Wordings = .trained
    ) -> Problem {
        let level = min(max(difficulty, 1), 5)
        var random = SeededGenerator(seed: seed &* 0x1_0000_0001 &+ UInt64(level))
        var drawn = attempt(level, wordings, &random)
        // What has no answer, or holds it, is drawn again.
        for _ in 0..<40 where drawn == nil { drawn = attempt(level, wordings, &random) }
        guard let (draft, question, expected) = drawn else {
            // A fault of the family's own, which its tests would tell.
            fatalError("the family \(name) draws nothing at difficulty \(level)")
        }
        return Problem(
            id: "\(name)/\(level)/\(seed)" + (wordings == .heldOut ? "/heldOut" : ""),
            family: name,
            difficulty: level,
            question: question,
            expected: expected,
            phrase: draft.phrase,
            grader: draft.conditions.map { .conditions($0) } ?? .answer(expected, to: draft.phrase)
        )
    }

    private func attempt(
        _ level: Int,
        _ wordings: Teller.Wordings,
        _ random: inout SeededGenerator
    ) -> (Draft, question: String, expected: String)? {
        let draft = draw(level, &random)
        var teller = Teller(wordings, seed: random.next())
        let question = teller.question(draft.phrase)
        guard let expected = draft.expected ?? Specialists.exactAnswer(to: draft.phrase),
            draft.conditions != nil || Self.choices.contains(draft.phrase.form)
                || !Self.holds(question, expected)
        else { return nil }
        return (draft, question, expected)
    }

    /// Forms whose answer is one of several that the question names.
    private static let choices: Set<Form.Name> = [
        .knights, .order, .extreme, .prime, .syllogism, .leap,
    ]

    /// Whether the answer stands in the question.
    private static func holds(_ question: String, _ expected: String) -> Bool {
        func plain(_ text: String) -> String {
            " " + text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " } + " "
        }
        return expected.count > 2 && plain(question).contains(plain(expected))
    }
}

extension SeededGenerator {
    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A number of the range or its negative.
    mutating func signed(_ range: ClosedRange<Int>) -> Int { chance() ? int(range) : -int(range) }

    mutating func chance(_ percent: Int = 50) -> Bool { int(1...100) <= percent }

    /// One of several that are known not to be empty.
    mutating func pick<Item>(_ items: [Item]) -> Item { items[int(0...items.count - 1)] }

    /// Different items in random order; all of them when there are fewer.
    mutating func some<Item>(_ count: Int, of items: [Item]) -> [Item] {
        Array(items.shuffled(using: &self).prefix(count))
    }
}
