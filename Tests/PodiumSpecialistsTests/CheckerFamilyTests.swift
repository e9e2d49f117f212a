import PodiumCore
import Testing

@testable import PodiumSpecialists

/// The checker on the families of the searcher and the logician, and on workflows with gaps.
@Suite struct CheckerFamilyTests {
    private typealias Seen = StepRequest.Seen

    private func check(_ question: String, _ seen: [Seen]) -> SpecialistReply {
        var random = SeededGenerator(seed: 1)
        return Checker().work(
            on: StepRequest(
                question: question,
                seen: seen,
                subtask: "Check the answer found above against the question."
            ),
            random: &random
        )
    }

    /// A question with a right and a wrong answer.
    struct Proposal: CustomTestStringConvertible, Sendable {
        var question: String
        var right: String
        var wrong: String

        init(_ question: String, _ right: String, not wrong: String) {
            self.question = question
            self.right = right
            self.wrong = wrong
        }

        var testDescription: String { question }
    }

    @Test(arguments: [
        Proposal("Make 24 from 4, 7, 8, 8.", "(7 - 8 / 8) * 4", not: "(7 - 1) * 4"),
        Proposal("Make 24 from 4, 7, 8, 8.", "4 × (7 − 8 ÷ 8) = 24", not: "4 * 7 - 8 + 8"),
        Proposal("Make 24 from 4, 7, 8, 8.", "8 * (7 - 4)", not: "7*4 - 8 + 8 - 4"),
        Proposal("Use all the numbers 2, 3, 4 to get 10.", "2 * 3 + 4", not: "4 + 4 + 2"),
        Proposal("Which of 3, 34, 4, 12, 5, 2 add up to 9?", "4 + 5", not: "3 + 4 + 5"),
        Proposal("Which of 3, 34, 4, 12, 5, 2 add up to 9?", "3, 4 and 2", not: "9"),
        Proposal(
            "Solve the sudoku 1..4 / ..1. / .1.. / 4..1",
            "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1",
            not: "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 1 2"
        ),
        Proposal(
            "Colour the graph with edges A-B, B-C, A-C with 3 colours.",
            "C red, A green, B blue",
            not: "A red, B green, C red"
        ),
        Proposal("Can the graph A-B, B-C, C-A be coloured with 2 colours?", "No.", not: "yes"),
        Proposal(
            "A says B is a knave. B says we are both knights. Who is what?",
            "B is a knave, A is a knight",
            not: "A is a knave, B is a knight"
        ),
        Proposal("Is p or not p a tautology?", "Yes", not: "no"),
        Proposal(
            "Ann is taller than Bob. Cid is shorter than Bob. Who is the tallest?",
            "ann",
            not: "Bob"
        ),
        Proposal(
            "Ann, Bob and Cid each own a pet: a cat, a dog or a fish. Ann owns the cat. Bob does not"
                + " own the dog. Who owns the dog?",
            "Cid",
            not: "Bob"
        ),
        Proposal(
            "All cats are animals. No animals are plants. Are some cats plants?",
            "no",
            not: "yes"
        ),
    ])
    func `every family is verified`(_ proposal: Proposal) {
        let right = check(
            proposal.question,
            [Seen(subtask: "Answer the question.", output: "Answer: \(proposal.right)")]
        )
        #expect(right.outcome == .answered(SeenAnswer.plain(proposal.right)), "\(right.text)")
        #expect(right.working.last == "ACCEPT")
        let wrong = check(
            proposal.question,
            [Seen(subtask: "Answer the question.", output: "Answer: \(proposal.wrong)")]
        )
        #expect(wrong.finishReason == .declined)
        #expect(wrong.text.contains("REVISE"), "\(wrong.text)")
    }

    @Test func `an expression for a target from an earlier step is verified`() {
        let question = "Decode \"whq\" (shift 3), double it and make it from 4, 5, 8 and 8."
        let seen = [
            Seen(subtask: "Decode the Caesar text \"whq\" (shift 3).", output: "Answer: ten"),
            Seen(subtask: "Double the number found above.", output: "Answer: 20"),
            Seen(
                subtask: "Make the result above from 4, 5, 8 and 8.",
                output: "Answer: 4 * 5 + 8 - 8"
            ),
        ]
        #expect(check(question, seen).outcome == .answered("4 * 5 + 8 - 8"))
        var wrong = seen
        wrong[2].output = "Answer: 4 * 5 + 8"
        #expect(check(question, wrong).finishReason == .declined)
    }

    private static let declined = "I cannot read this as arithmetic. I compute expressions."

    @Test func `nothing is accepted that rests on a step without an answer`() {
        let seen = [
            Seen(subtask: "Compute 3 + 4.", output: "Answer: 7"),
            Seen(subtask: "Decode the message.", output: Self.declined),
            Seen(subtask: "Double the number found above.", output: "Answer: 14"),
        ]
        let reply = check("…", seen)
        #expect(reply.finishReason == .declined)
        #expect(reply.text.contains("REVISE"))
        #expect(reply.text.contains("step 2"))
    }

    @Test func `an earlier answer is no proposal when the last step declined`() {
        let seen = [
            Seen(subtask: "Compute 3 + 4.", output: "Answer: 7"),
            Seen(subtask: "Double the number found above.", output: Self.declined),
        ]
        let reply = check("What is 3 + 4?", seen)
        #expect(reply.finishReason == .declined)
        #expect(!reply.text.contains("ACCEPT"))
        let stated = [
            Seen(subtask: "Compute 3 + 4.", output: "Answer: 7\nI cannot be sure of that.")
        ]
        #expect(!check("What is 3 + 4?", stated).text.contains("ACCEPT"))
    }

    @Test func `a second try of the same step counts instead of the first`() {
        let subtask = "Make 24 from 4, 7, 8, 8."
        let seen = [
            Seen(subtask: subtask, output: "I cannot find an expression; another try may succeed."),
            Seen(subtask: subtask, output: "Answer: (7 - 8 / 8) * 4"),
            Seen(
                subtask: "Repeat the expression found above. Make 24 from 4, 7, 8, 8.",
                output: "Answer: (7 - 8 / 8) * 4"
            ),
        ]
        let reply = check(subtask, seen)
        #expect(reply.outcome == .answered("(7 - 8 / 8) * 4"), "\(reply.text)")
    }

    @Test func `a step named by a number is not taken for a number`() {
        let seen = [
            Seen(subtask: "Compute 3 + 4.", output: "Answer: 7"),
            Seen(subtask: "Compute the value of step 0.", output: "Answer: 0"),
        ]
        #expect(!check("…", seen).text.contains("ACCEPT"))
        var other = seen
        other[1].subtask = "Add 1 to the value of step 1."
        other[1].output = "Answer: 2"
        #expect(!check("…", other).text.contains("ACCEPT"))
    }

    @Test func `votes count answers that say the same in other forms`() {
        for (answers, winner) in [
            (["1234", "1,234", "5"], "1234"), (["x = 5", "6", "5"], "x = 5"),
            (["Yes.", "no", "yes"], "Yes"), (["4", "x=4.0", "5", "5"], "4"),
            (["x = 1, y = 2", "y = 2; x = 1", "x = 2, y = 1"], "x = 1, y = 2"),
            (["Paris", "paris!", "Rome"], "Paris"),
            (
                ["A is a knight, B is a knave", "B is a knave and A is a knight", "no"],
                "A is a knight, B is a knave"
            ),
        ] {
            let given = ask(Merger(), "Vote.", seen: answers.map { "Answer: \($0)" })
            #expect(given == winner, "\(answers)")
        }
    }

    @Test func `a step without an answer has no vote`() {
        let seen = ["Answer: 3\nI cannot go on.", "I cannot.", "Answer: 4"]
        #expect(ask(Merger(), "Vote.", seen: seen) == "4")
    }
}
