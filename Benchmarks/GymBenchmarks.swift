import PodiumCore
import PodiumGym
import PodiumPhrasebook
import PodiumPolicy
import PodiumSpecialists

/// Drawing problems, reading them, and running whole workflows on them in memory.
enum GymBenchmarks {
    static func run() -> [Measurement] {
        let problems = (0..<500).map { Gym.problem(.train, $0) }
        let drawing = bestSeconds { for index in 0..<500 { _ = Gym.problem(.validation, index) } }
        let reading = bestSeconds {
            for problem in problems { _ = Phrasebook.read(problem.question) }
        }
        let near = problems.map { String($0.question.dropLast()) + " in Paris" }
        let refusing = bestSeconds { for text in near { _ = Phrasebook.read(text) } }
        let planning = bestSeconds {
            for problem in problems {
                _ = EmbeddedConductor().plan(
                    for: PlanRequest(
                        question: problem.question,
                        workers: Specialists.workers,
                        stepLimit: 5
                    )
                )
            }
        }
        let running = bestSeconds(of: 3) { for problem in problems { _ = Headroom.rules(problem) } }
        let count = Double(problems.count)
        return [
            Measurement(
                name: "gym: problems drawn",
                value: count / drawing / 1_000,
                unit: "k/s",
                aim: .atLeast(2)
            ),
            Measurement(
                name: "phrasebook: a question read",
                value: reading / count * 1e6,
                unit: "µs",
                aim: .atMost(200)
            ),
            Measurement(
                name: "phrasebook: a near miss refused",
                value: refusing / count * 1e6,
                unit: "µs",
                aim: .atMost(400)
            ),
            Measurement(
                name: "rules: a plan",
                value: planning / count * 1e6,
                unit: "µs",
                aim: .atMost(300)
            ),
            Measurement(
                name: "rules: a problem run to its end",
                value: running / count * 1e6,
                unit: "µs",
                aim: .atMost(1_000)
            ),
        ]
    }
}
