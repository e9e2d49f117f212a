public import PodiumCore

/// An override in one sentence: who decided what, and what it was before.
struct OverrideSentence {
    let text: String

    /// - Parameters:
    ///   - state: the session with the override applied.
    ///   - longest: as much as is told of what a person wrote, in characters; nil for all of it.
    init(_ fact: OverrideApplied, in state: SessionState, longest: Int? = nil) {
        let author = fact.request.author
        let deed = Self.deed(fact, in: state, longest)
        // What a person wrote may end its sentence itself.
        let stop = deed.hasSuffix(".") || deed.hasSuffix("?") || deed.hasSuffix("!") ? "" : "."
        let rest = Self.without(fact, in: state) + Self.again(fact, in: state)
        text = "\(author) \(deed)\(stop)\(rest)"
    }

    private static func deed(
        _ fact: OverrideApplied,
        in state: SessionState,
        _ longest: Int?
    ) -> String {
        func written(_ text: String) -> String {
            Format.oneLine(Format.beginning(of: text, longest))
        }
        func name(_ step: StepID) -> String { "step \(state.number(of: step))" }
        func before(_ step: StepID) -> Step? {
            fact.before.steps.first { $0.step.id == step }?.step
        }
        switch fact.request.override {
        case .approve: return "approves the plan"
        case .hold: return "holds the run: nothing new is begun"
        case .proceed: return "lets the run go on"
        case .reroute(let step, let worker):
            return "gives \(name(step)) to \(worker) instead of \(before(step)?.worker ?? "?")"
        case .rewrite(let step, let subtask):
            return "gives \(name(step)) another subtask: \(written(subtask))"
        case .rewire(let step, let access):
            let seen = access.map(state.reference).joined(separator: ", ")
            let steps = access.count == 1 ? "step \(seen)" : "steps \(seen)"
            return "lets \(name(step)) see \(seen.isEmpty ? "the question only" : steps)"
        case .insert(_, let worker, let subtask, _, _):
            return "inserts a step for \(worker): \(written(subtask))"
        case .delete(let step): return "deletes the step of \(before(step)?.worker ?? "\(step)")"
        case .retry(let step): return "has \(name(step)) done once more"
        case .cancel(let step): return "cancels \(name(step))"
        case .skip(let step): return "skips \(name(step))"
        case .write(let step, _): return "writes the output of \(name(step))"
        case .replan(let remark):
            let text = written(remark)
            return "wants another plan" + (text.isEmpty ? "" : ": \(text)")
        case .budget(let budget): return "sets the budget to \(budget.summary)"
        case .withdraw(let worker): return "takes \(worker) out of the pool"
        case .readmit(let worker): return "lets \(worker) into the pool again"
        case .finish: return "ends the run with the best answer so far"
        case .undo:
            let undone = state.overrides.first { $0.sequence == fact.undid }?.fact.request.override
            return "takes back the \(undone?.kind.rawValue ?? "override")"
        }
    }

    /// Who does without the output of a step that is left out.
    private static func without(_ fact: OverrideApplied, in state: SessionState) -> String {
        let step: StepID
        switch fact.request.override {
        case .cancel(let id), .skip(let id): step = id
        default: return ""
        }
        let readers = state.steps.filter { !$0.isSettled && $0.step.access.contains(step) }
        guard !readers.isEmpty else { return "" }
        let names = readers.map { state.reference(to: $0.id) }.joined(separator: ", ")
        return readers.count == 1
            ? " Step \(names) does without its output." : " Steps \(names) do without its output."
    }

    /// What has to be done again because of it.
    private static func again(_ fact: OverrideApplied, in state: SessionState) -> String {
        let stale = fact.after.steps.filter { record in
            record.status == .waiting && record.step.id != fact.request.override.step
                && (state.step(record.step.id)?.isStale ?? false)
        }
        guard !stale.isEmpty else { return "" }
        let names = stale.map { "\(state.number(of: $0.step.id))" }.joined(separator: ", ")
        return " To be done again: \(stale.count == 1 ? "step" : "steps") \(names)."
    }
}

extension Budget {
    /// `$0.10, 2.0k tokens`
    public var summary: String {
        let parts = [
            picodollars.map { Format.cost(Cost(picodollars: $0)) },
            tokens.map { $0 == 1 ? "1 token" : "\(Format.tokens($0)) tokens" },
            steps.map { $0 == 1 ? "1 step" : "\($0) steps" },
            milliseconds.map { Format.duration(.milliseconds($0)) },
        ].compactMap { $0 }
        return parts.isEmpty ? "no limit" : parts.joined(separator: ", ")
    }
}
