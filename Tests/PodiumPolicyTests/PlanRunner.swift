import PodiumCore
import PodiumSpecialists

@testable import PodiumPolicy

/// Runs the embedded conductor's plans over the embedded pool, step by step: a small stand-in for
/// the engine that reads exactly the form which the conductor writes.
struct PlanRunner {
    var workers = Specialists.workers
    var stepLimit = 5

    struct Outcome {
        var plan: String
        /// Names of the workers in the order of the steps.
        var workers: [String] = []
        var access: [[Int]] = []
        var outputs: [String] = []
        /// The last output that was not declined, without its working.
        var answer: String?
        /// Whether the last step ended with an answer.
        var isComplete = false

        /// The whole run, for a failing test.
        var story: String { ([plan] + outputs).joined(separator: "\n---\n") }
    }

    func run(_ question: String, seed: UInt64 = 1) -> Outcome {
        let request = PlanRequest(question: question, workers: workers, stepLimit: stepLimit)
        var outcome = Outcome(plan: EmbeddedConductor().plan(for: request))
        guard let plan = ReadPlan(outcome.plan), plan.workers.count <= stepLimit else {
            return outcome
        }
        outcome.access = plan.access
        var done: Set<Int> = []
        for index in plan.workers.indices {
            let worker = workers[plan.workers[index]]
            outcome.workers.append(worker.name)
            guard let specialist = Specialists.specialist(model: worker.model) else {
                outcome.outputs.append("")
                continue
            }
            var random = SeededGenerator(seed: seed)
            let step = StepRequest(
                question: question,
                seen: plan.access[index].filter(done.contains).map {
                    StepRequest.Seen(subtask: plan.subtasks[$0], output: outcome.outputs[$0])
                },
                subtask: plan.subtasks[index],
                missing: plan.access[index].filter { !done.contains($0) }
                    .map { plan.subtasks[$0] }
            )
            let reply = specialist.reply(to: step, random: &random)
            outcome.outputs.append(reply.text)
            if case .answered = reply.outcome { done.insert(index) }
            outcome.isComplete = false
            if case .answered(let answer) = reply.outcome {
                outcome.answer = answer
                outcome.isComplete = true
            }
        }
        return outcome
    }
}

/// The three lists, read from the end of the plan's text.
struct ReadPlan {
    var workers: [Int] = []
    var subtasks: [String] = []
    var access: [[Int]] = []

    init?(_ text: String) {
        let lines = text.split(separator: "\n").suffix(3).map(String.init)
        guard lines.count == 3, lines[0].hasPrefix("model_id = ["),
            lines[1].hasPrefix("subtasks = ["), lines[2].hasPrefix("access_list = [")
        else { return nil }
        workers = Self.numbers(in: lines[0].dropFirst("model_id = ".count))
        subtasks = Self.strings(in: lines[1].dropFirst("subtasks = ".count))
        var rows = lines[2].dropFirst("access_list = [".count).dropLast()
        while let start = rows.firstIndex(of: "["), let end = rows.firstIndex(of: "]") {
            let row = rows[start...end]
            access.append(row.contains("all") ? Array(0..<access.count) : Self.numbers(in: row))
            rows = rows[rows.index(after: end)...]
        }
        let isSound =
            workers.count == subtasks.count && workers.count == access.count
            && !workers.isEmpty
            && access.enumerated().allSatisfy { index, seen in seen.allSatisfy { $0 < index } }
        guard isSound else { return nil }
    }

    private static func numbers(in text: Substring) -> [Int] {
        text.split { !$0.isNumber }.compactMap { Int($0) }
    }

    private static func strings(in text: Substring) -> [String] {
        var strings: [String] = []
        var current: String?
        var isEscaped = false
        for character in text {
            guard var string = current else {
                if character == "\"" { current = "" }
                continue
            }
            if isEscaped {
                string.append(["n": "\n", "t": "\t", "r": "\r"][character] ?? character)
                isEscaped = false
                current = string
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                strings.append(string)
                current = nil
            } else {
                string.append(character)
                current = string
            }
        }
        return strings
    }
}
