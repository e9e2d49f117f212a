import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// The rule that takes turns, with the embedded pool: what no verifier accepts is no answer.
@Suite struct MiniSessionTests {
    private static let check =
        "Check the answer found above against the question. Say ACCEPT and repeat the answer if it"
        + " is right, or REVISE and what is wrong with it."

    /// The last worker's output where its last turn gave one, as a session ends.
    private func answer(to question: String, turnLimit: Int = 5) -> String? {
        var turns: [SelectionRequest.Turn] = []
        var seen: [StepRequest.Seen] = []
        var last: String?
        while turns.count < turnLimit {
            let request = SelectionRequest(
                question: question,
                workers: Specialists.workers,
                turns: turns,
                turnLimit: turnLimit
            )
            let text = EmbeddedConductor().selection(for: request)
            guard let selection = try? Selection(reading: text, pool: Specialists.workers),
                let worker = selection.worker.resolve(in: Specialists.workers),
                let specialist = Specialists.specialist(model: worker.model)
            else { return nil }
            let subtask = selection.role == .verifier ? Self.check : "Answer the question."
            var random = SeededGenerator(seed: UInt64(turns.count + 1))
            let reply = specialist.work(
                on: StepRequest(question: question, seen: seen, subtask: subtask),
                random: &random
            )
            var output: String?
            if case .answered(let answer) = reply.outcome {
                if selection.role == .verifier { return last }
                last = answer
                output = reply.text
                seen.append(StepRequest.Seen(subtask: subtask, output: reply.text))
            } else if selection.role == .worker {
                last = nil
            }
            turns.append(
                SelectionRequest.Turn(worker: worker.name, role: selection.role, output: output)
            )
        }
        return last
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
        let right = PlanRunner().run(question)
        let found = answer(to: question)
        #expect(found == nil || right.isComplete && found == right.answer, "\(found ?? "")")
    }

    @Test func `a decoded computation is not the answer to it`() throws {
        let sample = try #require(Samples.sample(named: "coded-sum"))
        let found = answer(to: sample.question)
        #expect(found == nil || found == sample.expectedAnswer, "\(found ?? "")")
    }
}
