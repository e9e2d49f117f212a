internal import PodiumCore

/// Who did what in a run and what it cost: the `podium` object of a reply.
struct RunSummary {
    private let state: SessionState
    private let answer: AttemptState?
    private let notes: [String]

    /// - Parameter answer: the call that wrote the answer.
    init(_ state: SessionState, answer: AttemptState?, notes: [String]) {
        self.state = state
        self.answer = answer
        self.notes = notes
    }

    var object: JSONValue {
        var members: [String: JSONValue] = [
            "session": .string(state.id.rawValue),
            "steps": .array(steps),
            "cost": Self.cost(of: (state.conductorSpent + state.workerSpent).cost),
            "overrides": JSONValue(state.overrides.count),
        ]
        if let answer { members["answered_by"] = .object(agent(answer.worker)) }
        if let conductor = state.opened?.conductor.worker {
            members["conductor"] = .object(agent(conductor.name, conductor))
        }
        if let closed = state.closed?.value {
            members["outcome"] = .string(closed.outcome.rawValue)
            members["answer"] = JSONValue(closed.answer)
            if let reason = closed.reason { members["reason"] = .string(reason) }
        }
        if !notes.isEmpty { members["notes"] = .array(notes.map(JSONValue.string)) }
        return .object(members)
    }

    /// Of the workflows that count.
    private var steps: [JSONValue] {
        state.workflows.filter { !$0.isSuperseded }.flatMap { state.steps(of: $0.id) }.map { step in
            var members = agent(step.step.worker)
            members["subtask"] = .string(step.step.subtask)
            if let spent = state.spending(on: step.attempts) {
                members["input_tokens"] = JSONValue(spent.usage.totalInput)
                members["output_tokens"] = JSONValue(spent.usage.output)
                members["cost"] = Self.cost(of: spent.cost)
            }
            return .object(members)
        }
    }

    private func agent(_ name: String, _ known: Worker? = nil) -> [String: JSONValue] {
        var members: [String: JSONValue] = ["worker": .string(name)]
        if let worker = known ?? state.worker(named: name) {
            members["model"] = .string(worker.model)
            members["provider"] = .string(worker.provider)
        }
        return members
    }

    /// Nominal units are no money, and what is not known is no zero.
    static func cost(of cost: Cost) -> JSONValue {
        var members: [String: JSONValue] = ["usd": JSONValue(cost.usd)]
        if cost.nominal != 0 { members["nominal_units"] = JSONValue(cost.nominalUnits) }
        if cost.hasUnknown { members["has_unknown"] = true }
        return .object(members)
    }
}
