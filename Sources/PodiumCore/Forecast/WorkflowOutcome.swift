/// What a workflow's steps used, to be held against its forecast.
public struct WorkflowOutcome: Hashable, Sendable {
    public var spent: Spending
    /// From the start of its first call to the end of its last.
    public var milliseconds: Int64
}

extension SessionState {
    /// Nil before all its steps are settled, or when none was begun.
    public func outcome(of workflow: WorkflowID) -> WorkflowOutcome? {
        let steps = steps(of: workflow)
        guard steps.allSatisfy(\.isSettled) else { return nil }
        let calls = steps.flatMap(\.attempts).compactMap { attempt($0) }
        guard let start = calls.map(\.startedAt).min(),
            let end = calls.compactMap(\.endedAt).max()
        else { return nil }
        let spent = calls.compactMap(\.settled).reduce(into: Spending()) { $0.add($1) }
        return WorkflowOutcome(spent: spent, milliseconds: (end - start).microseconds / 1000)
    }
}
