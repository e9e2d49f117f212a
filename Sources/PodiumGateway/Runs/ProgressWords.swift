internal import PodiumCore

/// What is told of a run while its client waits, in comments of the stream.
enum ProgressWords {
    /// Nil for what is not worth a word.
    static func of(_ fact: Fact, in state: SessionState) -> String? {
        switch fact {
        case .attemptStarted(let fact):
            switch fact.agent {
            case .conductor: return "\(fact.worker) conducts"
            case .step(let step): return "\(state.name(of: step)) begins: \(fact.worker)"
            }
        case .planAccepted(let fact):
            let count = fact.workflow.steps.count
            // The turns of a mini session come one by one.
            guard count > 0 else { return nil }
            return "a workflow of \(count) \(count == 1 ? "step" : "steps")"
        case .stepFinished(let fact): return "\(state.name(of: fact.step)) is done"
        case .stepFailed(let fact): return "\(state.name(of: fact.step)) failed"
        case .stepRerouted(let fact): return "\(state.name(of: fact.step)) goes to \(fact.to)"
        case .retryScheduled: return "a call is made again"
        case .stepAsked(let fact): return "\(state.name(of: fact.step)) waits for a person"
        case .overrideApplied(let fact): return "\(fact.request.author) changed the run"
        case .attemptQueued: return "a call waits for its provider"
        default: return nil
        }
    }
}
