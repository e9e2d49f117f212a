public import PodiumCore
import PodiumTesting

/// What of a session a person can decide, without the record of who decided what and when.
struct Picture: Hashable {
    struct Step: Hashable {
        var step: PodiumCore.Step
        var status: StepState.Status
        var marks: Set<StepState.Mark>
        var attempts: [AttemptID]
        var fallbacks: Int
    }

    var steps: [Step]
    var isHeld: Bool
    var budget: Budget
    var withdrawn: [String]
    var awaiting: [WorkflowID]
    var superseded: [WorkflowID]

    init(_ state: SessionState) {
        steps = state.steps.filter { !$0.isDeleted }.map {
            Step(
                step: $0.step,
                status: $0.status,
                marks: $0.marks,
                // What a person wrote stays in the record, whether it counts or not.
                attempts: $0.attempts.filter { id in
                    state.attempt(id)?.worker != Worker.personName
                },
                fallbacks: $0.fallbacks
            )
        }
        isHeld = state.isHeld
        budget = state.budget
        withdrawn = state.withdrawn
        awaiting = state.workflows.filter(\.awaitsApproval).map(\.id)
        superseded = state.workflows.filter(\.isSuperseded).map(\.id)
    }
}

extension HistoryBuilder {
    func status(_ step: Int) -> StepState.Status? { state.step(StepID(step))?.status }

    /// How often workers (persons left out) were called for a step.
    func calls(_ step: Int) -> Int {
        state.attempts.filter {
            $0.agent == .step(StepID(step)) && $0.worker != Worker.personName
        }.count
    }

    /// The override that was applied last.
    var lastOverride: OverrideApplied? {
        events.reversed().lazy.compactMap { event -> OverrideApplied? in
            if case .overrideApplied(let fact) = event.fact { fact } else { nil }
        }.first
    }

    /// A chain of three of which the first two are finished, and the third runs.
    static func lateInAChain() -> HistoryBuilder {
        var book = HistoryBuilder()
        book.open(plan: .chain(3))
        book.reply(1, "one")
        book.reply(2, "two")
        return book
    }
}

extension StepID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}

extension AttemptID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}
