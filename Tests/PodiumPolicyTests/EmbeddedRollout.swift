import PodiumCore
import PodiumPolicy
import PodiumSpecialists

extension Rollout {
    /// A question that the embedded conductor and its pool work at.
    init(
        _ question: String,
        workers: [Worker] = Specialists.workers,
        variant: RunPolicy.Variant = .plan,
        seed: UInt64 = 1
    ) {
        self.init(
            SessionOpened(
                question: question,
                conductor: .embedded(EmbeddedConductor.descriptor),
                pool: workers,
                policy: RunPolicy(variant: variant),
                seed: seed,
                program: "podium test"
            ),
            keepsEvents: false
        ) { call in
            call.worker.provider == EmbeddedConductor.name
                ? EmbeddedConductor().wholeReply(to: call) : SpecialistProvider.wholeReply(to: call)
        }
    }

    var isAnswered: Bool { outcome == .answered }

    /// What the conductor wrote.
    var plan: String { state.attempts.first?.text ?? "" }

    /// The names of the steps' workers, in the order of the plan.
    var workers: [String] { state.steps.map(\.step.worker) }

    /// What the workers wrote, those that declined too, in the order in which they were called.
    var outputs: [String] {
        state.attempts.filter { if case .step = $0.agent { true } else { false } }.map(\.text)
    }

    /// The whole run, for a failing test.
    var story: String {
        (state.attempts.map(\.text) + [state.closed?.reason ?? ""]).joined(separator: "\n---\n")
    }
}

extension Plan {
    /// The plan in a conductor's text; nil where there is none.
    init?(in text: String) {
        var reader = PlanReader()
        reader.feed(text)
        guard let plan = try? reader.finish() else { return nil }
        self = plan
    }

    /// The workers' numbers; those who are named are left out.
    var workers: [Int] {
        steps.compactMap { if case .id(let id) = $0.worker { id } else { nil } }
    }

    var subtasks: [String] { steps.map(\.subtask) }

    /// The steps that each may see.
    var access: [[Int]] { steps.indices.map { steps[$0].access.positions(for: $0) } }
}
