import PodiumCore
import Testing

@testable import PodiumSpecialists

/// Lets a specialist answer a subtask and gives back the answer, or nil when it declines.
func ask(
    _ specialist: any Specialist,
    _ subtask: String,
    question: String = "",
    seen: [String] = []
) -> String? {
    let reply = reply(of: specialist, subtask, question: question, seen: seen)
    if case .answered(let answer) = reply.outcome { return answer }
    return nil
}

func reply(
    of specialist: any Specialist,
    _ subtask: String,
    question: String = "",
    seen: [String] = [],
    seed: UInt64 = 1
) -> SpecialistReply {
    var random = SeededGenerator(seed: seed)
    let request = StepRequest(
        question: question,
        seen: seen.map { StepRequest.Seen(subtask: "An earlier step.", output: $0) },
        subtask: subtask
    )
    return specialist.work(on: request, random: &random)
}

/// A task and its answer; the test's name shows both.
struct Case: CustomTestStringConvertible, Sendable {
    var task: String
    var answer: String
    var seen: [String] = []

    init(_ task: String, _ answer: String, seen: [String] = []) {
        self.task = task
        self.answer = answer
        self.seen = seen
    }

    var testDescription: String { "\(task) → \(answer)" }
}
