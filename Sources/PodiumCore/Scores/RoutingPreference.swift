/// That a person gave a step to another worker than it was planned for: a preference between two routings.
///
/// It says nothing of whether either would have been right.
public struct RoutingPreference: Hashable, Sendable {
    public var step: StepID
    /// What was asked: the subtask, or the question where the worker was only told to answer it.
    public var task: String
    public var preferred: Worker
    /// Who was planned for it.
    public var over: Worker
}

extension SessionState {
    /// What persons preferred, a preference for each step at most; nothing before the end.
    ///
    /// What was taken back is none, and neither is a step that was given to another because its worker had
    /// failed: that was no choice between the two.
    ///
    /// - Parameter isPlain: whether a subtask says no more than that the question is to be answered.
    public func preferences(isPlain: (String) -> Bool) -> [RoutingPreference] {
        guard isClosed, let opened else { return [] }
        var found: [(step: StepID, from: String, to: String, subtask: String)] = []
        for applied in overrides where !applied.isUndone {
            guard case .reroute(let step, let worker) = applied.fact.request.override,
                let before = applied.fact.before.steps.first(where: { $0.step.id == step }),
                !before.status.isFailure
            else { continue }
            let place = found.firstIndex { $0.step == step && $0.to == before.step.worker }
            let from = place.map { found.remove(at: $0).from } ?? before.step.worker
            found.append((step, from, worker, before.step.subtask))
        }
        return found.compactMap { step, from, to, subtask in
            guard from != to, let preferred = opened.pool.first(where: { $0.name == to }),
                let over = opened.pool.first(where: { $0.name == from })
            else { return nil }
            return RoutingPreference(
                step: step,
                task: isPlain(subtask) ? opened.question : subtask,
                preferred: preferred,
                over: over
            )
        }
    }
}

extension StepState.Status {
    fileprivate var isFailure: Bool {
        switch self {
        case .failed, .asking, .retrying: true
        default: false
        }
    }
}
