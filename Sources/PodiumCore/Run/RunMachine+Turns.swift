/// Mini: a selector chooses a worker and a role a turn, until a verifier accepts.
extension RunMachine {
    /// Whether the conversation goes on: it has turns left and no verifier has accepted.
    func isTurnLeft(in workflow: WorkflowState) -> Bool {
        let turns = state.steps(of: workflow.id)
        guard turns.count < state.limits.turns, state.degradedBy == nil else { return false }
        guard let last = turns.last, last.step.role == .verifier, let output = last.output,
            let text = state.attempt(output)?.text
        else { return !workflow.isKept }
        return Verdict(in: text) != .accept
    }

    mutating func readSelection(in workflow: WorkflowID, from attempt: AttemptID) {
        guard let call = state.attempt(attempt) else { return }
        let offered = state.offeredWorkers(to: call)
        do throws(WorkflowError) {
            let selection = try Selection(reading: call.text, pool: offered)
            take(selection, in: workflow, from: offered, reason: nil)
        } catch {
            let hasAnswer = state.answer(of: workflow) != nil
            record(
                .planRejected(
                    PlanRejected(
                        attempt: attempt,
                        error: error,
                        remedy: hasAnswer ? .keep : .fallback
                    )
                )
            )
            if !hasAnswer {
                fallBack(workflow, reason: "The selector chose nobody: \(error.message)")
            }
        }
    }

    mutating func take(
        _ selection: Selection,
        in workflow: WorkflowID,
        from pool: [Worker],
        reason: String?
    ) {
        guard let worker = selection.worker.resolve(in: pool) else { return }
        // Whoever answers a client word for word has no other part to play.
        let role = state.opened?.client?.messages == nil ? selection.role : .worker
        let step = Step(
            id: StepID(state.nextStepNumber),
            worker: worker.name,
            subtask: role.subtask,
            access: state.steps(of: workflow).map(\.id),
            role: role
        )
        record(.stepSelected(StepSelected(workflow: workflow, step: step, reason: reason)))
    }
}

extension Role {
    /// What a worker in this role is told to do.
    var subtask: String {
        switch self {
        case .thinker: "Say how to go about the question. Give no answer yet."
        case .worker: ClientRequest.subtask
        case .verifier:
            "Check the answer found above against the question. Say ACCEPT and repeat the answer if"
                + " it is right, or REVISE and what is wrong with it."
        }
    }
}

/// What a verifier says of an answer.
public enum Verdict: Hashable, Sendable {
    case accept
    case revise

    /// The last of the two words in capitals; nil when it holds neither.
    public init?(in text: String) {
        let words = text.split { !$0.isLetter }
        guard let word = words.last(where: { $0 == "ACCEPT" || $0 == "REVISE" }) else { return nil }
        self = word == "ACCEPT" ? .accept : .revise
    }
}
