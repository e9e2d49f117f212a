import PodiumCore

/// A kind of problem, from which seeds draw problems of graded difficulty.
///
/// A single family is within one specialist's skill. A composed one needs two, the second of which
/// works on what the first found.
public struct ProblemFamily: Sendable {
    public let name: String
    public let isComposed: Bool
    private let draw: @Sendable (_ difficulty: Int, inout SeededGenerator) -> Drawn

    init(
        _ name: String,
        isComposed: Bool = false,
        draw: @escaping @Sendable (_ difficulty: Int, inout SeededGenerator) -> Drawn
    ) {
        self.name = name
        self.isComposed = isComposed
        self.draw = draw
    }

    public static let difficulties = 1...5

    /// Draws a problem. The same seed and difficulty draw the same problem.
    ///
    /// - Parameter difficulty: 1 to 5; what lies outside is taken for the nearest of them.
    public func problem(difficulty: Int, seed: UInt64) -> Problem {
        let level = min(max(difficulty, 1), 5)
        var random = SeededGenerator(seed: seed &* 0x1_0000_0001 &+ UInt64(level))
        var drawn = draw(level, &random)
        // A question that happens to hold its own answer would reward copying.
        for _ in 0..<40 where drawn.isGivenAway { drawn = draw(level, &random) }
        return Problem(
            family: name,
            difficulty: level,
            seed: seed,
            question: drawn.question,
            expected: drawn.expected,
            grader: drawn.grader
        )
    }

    public static let singles: [ProblemFamily] = [
        .arithmetic, .numberTheory, .conversion, .linearEquation, .linearSystem, .polynomial,
        .sequence, .countdown, .subsetSum, .sudoku, .colouring, .knights, .propositional, .ordering,
        .counting, .wordOrder, .cipher, .roman, .weekday, .dateShift, .dateDifference, .duration,
    ]

    public static let composed: [ProblemFamily] = [
        .cipherArithmetic, .cipherEquation, .systemDate, .lettersModular, .romanSequence,
        .weekdayLetters, .arithmeticCountdown, .knightsArithmetic, .dateNumberTheory,
    ]

    public static let all: [ProblemFamily] = singles + composed

    /// The family of this name, if there is one.
    public static func family(named name: String) -> ProblemFamily? {
        all.first { $0.name == name }
    }
}
