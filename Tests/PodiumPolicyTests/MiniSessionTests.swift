import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// The rule that takes turns, with the embedded pool: what no verifier accepts is no answer.
@Suite struct MiniSessionTests {
    /// What the session ends with, unless a verifier's doubt is left.
    private func answer(to question: String) -> String? {
        let rollout = Rollout(question, variant: .mini)
        return rollout.state.closed?.reason == nil ? rollout.answer : nil
    }

    @Test(arguments: [
        Asked("How many r's are in \"strawberry\"?", "3"), Asked("What is 6 * 7?", "42"),
        Asked("Solve 5x - 3 = 2x + 12.", "x = 5"),
        Asked("On which weekday did 20 July 1969 fall?", "Sunday"),
    ])
    func `a single demand is answered`(_ asked: Asked) {
        #expect(answer(to: asked.question) == asked.answer)
    }

    @Test(arguments: [
        "Decode the Caesar text \"khoor\" shift 3, reverse it, and count the l's",
        "Is the number of letters in \"banana\" even?",
        "What is the Roman numeral of the 10th term of 2, 4, 6?",
        "What is half of the number of letters in \"podium\"?",
        "Multiply the number of vowels in \"banana\" by the number of letters in \"cat\".",
        "What is 2 times 8, and how many r's are in strawberry?",
        "Count the letters in \"banana\" that are not a.",
    ])
    func `half an answer ends no session`(_ question: String) {
        let right = Rollout(question)
        let found = answer(to: question)
        #expect(found == nil || right.isAnswered && found == right.answer, "\(found ?? "")")
    }

    @Test(
        arguments: Samples.all.filter { $0.name != "two-questions" }.map {
            Asked($0.question, $0.expectedAnswer)
        }
    )
    func `every sample is answered, a turn at a time`(_ asked: Asked) {
        #expect(
            answer(to: asked.question) == asked.answer,
            "\(Rollout(asked.question, variant: .mini).story)"
        )
    }

    @Test func `a decoded computation is not the answer to it`() throws {
        let sample = try #require(Samples.sample(named: "coded-sum"))
        let found = answer(to: sample.question)
        #expect(found == nil || found == sample.expectedAnswer, "\(found ?? "")")
    }
}
