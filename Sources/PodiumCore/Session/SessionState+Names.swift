/// How a person names steps.
extension SessionState {
    /// A step as a person knows it: `Step 2 (linguist)`, its place in its workflow and its worker;
    /// of a round before the present one `Step 2 (linguist) of round 1`.
    public func name(of id: StepID) -> String {
        guard let step = step(id) else { return "Step \(id)" }
        let name = "Step \(number(of: id)) (\(step.step.worker))"
        return pastRound(step.workflow).map { "\(name) of round \($0)" } ?? name
    }

    /// Which round a workflow is, from 1, once another has followed; nil else.
    public func pastRound(_ workflow: WorkflowID) -> Int? {
        let rounds = rounds
        let place = rounds.firstIndex { $0.id == workflow }
        return place.flatMap { $0 < rounds.count - 1 ? $0 + 1 : nil }
    }

    /// A step's place in its workflow, counted from 1.
    public func number(of id: StepID) -> Int {
        guard let step = step(id) else { return id.rawValue }
        return (steps(of: step.workflow).firstIndex { $0.id == id } ?? 0) + 1
    }
}
