/// What agents are asked: rebuilt from the events, exactly as it was sent.
extension SessionState {
    /// The request an attempt was started with.
    public func request(of id: AttemptID) -> ModelRequest? {
        guard let index = index(of: id), let opened else { return nil }
        switch attempts[index].agent {
        case .step(let id):
            let attempt = attempts[index]
            let messages = attempt.saw.isEmpty ? opened.client?.messages : nil
            return .step(
                StepRequest(
                    question: opened.question,
                    seen: seen(attempt.saw),
                    subtask: attempt.subtask ?? "",
                    missing: attempt.lacked?.map(\.subtask) ?? [],
                    conversation: opened.conversation,
                    role: step(id)?.step.role,
                    instructions: opened.client?.instructions,
                    messages: messages.map { $0.told(attempt.subtask) },
                    tools: messages == nil ? nil : opened.client?.tools,
                    isAnswer: attempt.isAnswer,
                    form: attempt.isAnswer ? opened.client?.reply.form : nil
                )
            )
        case .conductor(let workflow) where opened.policy.variant == .mini:
            return .selection(selection(in: workflow, by: attempts[index]))
        case .conductor(let workflow):
            return .plan(plan(of: workflow, by: attempts[index]))
        }
    }

    private func seen(_ outputs: [SeenOutput]) -> [StepRequest.Seen] {
        var seen: [StepRequest.Seen] = []
        for output in outputs {
            guard let index = index(of: output.attempt) else { continue }
            let subtask = output.subtask ?? attempts[index].subtask ?? ""
            seen.append(StepRequest.Seen(subtask: subtask, output: attempts[index].text))
        }
        return seen
    }

    /// The workers a conductor may use, the conductor itself among them where it may nest.
    func offeredWorkers(to attempt: AttemptState) -> [Worker] {
        let pool = pool
        // Mostly it is the whole pool.
        guard let offered = attempt.offered, !offered.elementsEqual(pool.lazy.map(\.name)) else {
            return pool
        }
        return offered.compactMap { name in
            pool.first { $0.name == name }
                ?? (name == Worker.conductorName ? conductorAsWorker : nil)
        }
    }

    /// The conductor as a plan names it for a step of its own.
    var conductorAsWorker: Worker? {
        guard var worker = opened?.conductor.worker else { return nil }
        worker.name = Worker.conductorName
        worker.strengths = "plans a part that is itself too hard for one step"
        return worker
    }

    private func plan(of workflow: WorkflowID, by attempt: AttemptState) -> PlanRequest {
        let rejected = rejections(of: workflow).filter { $0.attempt < attempt.id }
            .map { rejection in
                PlanRequest.Rejection(
                    text: self.attempt(rejection.attempt)?.text ?? "",
                    reason: rejection.error.message
                )
            }
        let earlier = earlierRounds(of: workflow)
        let rounds = earlier.enumerated().map { position, round in
            let next = position + 1 < earlier.count ? earlier[position + 1].id : workflow
            return self.round(round, shownTo: attempt, remark: begun(next)?.remark)
        }
        let own = Set(earlier.map(\.id))
        return PlanRequest(
            question: opened?.question ?? "",
            workers: offeredWorkers(to: attempt),
            stepLimit: limits.steps,
            rejected: rejected,
            task: parentStep(of: workflow).flatMap { step($0)?.step.subtask },
            context: seen(
                attempt.saw.filter { !(self.workflow(of: $0).map(own.contains) ?? false) }
            ),
            rounds: rounds,
            template: opened?.conductor.template,
            conversation: opened?.conversation ?? [],
            instructions: opened?.client?.instructions
        )
    }

    private func round(
        _ workflow: WorkflowState,
        shownTo attempt: AttemptState,
        remark: String?
    ) -> PlanRequest.Round {
        let steps = attempt.saw.filter { self.workflow(of: $0) == workflow.id }
            .compactMap { output -> PlanRequest.PastStep? in
                guard let past = self.attempt(output.attempt) else { return nil }
                // Another subtask than the attempt's own: a nested workflow answered the step.
                return PlanRequest.PastStep(
                    worker: output.subtask == nil ? past.worker : Worker.conductorName,
                    subtask: output.subtask ?? past.subtask ?? "",
                    output: past.gaveOutput ? past.text : nil,
                    objection: Verdict(in: past.text) == .revise ? past.text : nil
                )
            }
        let outputs = steps.compactMap(\.output)
        return PlanRequest.Round(
            steps: steps,
            answer: steps.last?.output == nil
                ? nil : outputs.reversed().lazy.compactMap(FinalAnswer.extract).first,
            remark: remark
        )
    }

    /// The workflow of the step that an output is shown as the output of.
    private func workflow(of seen: SeenOutput) -> WorkflowID? {
        if let step = seen.step { return self.step(step)?.workflow }
        guard case .step(let step)? = attempt(seen.attempt)?.agent else { return nil }
        return self.step(step)?.workflow
    }

    private func selection(
        in workflow: WorkflowID,
        by attempt: AttemptState
    ) -> SelectionRequest {
        let turns = attempt.saw.compactMap { seen -> SelectionRequest.Turn? in
            guard let past = self.attempt(seen.attempt), case .step(let id) = past.agent,
                let step = step(id)
            else { return nil }
            return SelectionRequest.Turn(
                worker: past.worker,
                role: step.step.role ?? .worker,
                output: past.gaveOutput ? past.text : nil
            )
        }
        return SelectionRequest(
            question: opened?.question ?? "",
            workers: offeredWorkers(to: attempt),
            turns: turns,
            turnLimit: limits.turns,
            conversation: opened?.conversation ?? [],
            instructions: opened?.client?.instructions
        )
    }

    // MARK: What may be seen

    /// What a step's worker is shown: what its workflow may see from outside, then the outputs its
    /// access list names.
    func outputsSeen(by step: StepID) -> [SeenOutput] {
        guard let position = position(of: step) else { return [] }
        let context = context(of: steps[position].workflow)
        let outputs = outputs(of: steps[position].step.access)
        return context.isEmpty ? outputs : context + outputs
    }

    /// The steps of its access list that have failed, so that their part of the work is not done. What a
    /// person skipped is meant to be missing, and a turn is no part of a plan.
    func outputsLacked(by step: StepID) -> [LackedOutput]? {
        guard let position = position(of: step), steps[position].step.role == nil else {
            return nil
        }
        var lacked: [LackedOutput]?
        for id in steps[position].step.access {
            guard let place = self.position(of: id), steps[place].hasFailed else { continue }
            lacked = (lacked ?? []) + [LackedOutput(step: id, subtask: steps[place].step.subtask)]
        }
        return lacked
    }

    /// What a nested workflow may see: what the step it answers may.
    func context(of workflow: WorkflowID) -> [SeenOutput] {
        // In a damaged history the workflows may stand in a ring.
        guard let step = parentStep(of: workflow), depth(of: workflow) < workflows.count else {
            return []
        }
        return outputsSeen(by: step)
    }

    private func outputs(of ids: [StepID]) -> [SeenOutput] {
        var outputs: [SeenOutput] = []
        for id in ids {
            guard let position = position(of: id), let output = steps[position].output,
                let seen = shown(output, as: steps[position])
            else { continue }
            outputs.append(seen)
        }
        return outputs
    }

    private func shown(_ id: AttemptID, as step: StepState) -> SeenOutput? {
        guard let index = index(of: id) else { return nil }
        guard attempts[index].agent != .step(step.id) else { return SeenOutput(id) }
        let isSame = attempts[index].subtask == step.step.subtask
        return SeenOutput(id, subtask: isSame ? nil : step.step.subtask, step: step.id)
    }

    /// What a conductor is shown: its context, and the last attempt at every step of the workflows
    /// before.
    func outputsSeen(byConductorOf workflow: WorkflowID) -> [SeenOutput] {
        let past =
            policy.variant == .mini
            ? steps(of: workflow)
            : earlierRounds(of: workflow).flatMap { steps(of: $0.id) }
        return context(of: workflow)
            + past.compactMap { step in
                (step.output ?? step.attempts.last).flatMap { shown($0, as: step) }
            }
    }
}

extension AttemptState {
    /// Whether its text counts as a result: it ended by itself and did not decline.
    public var gaveOutput: Bool {
        switch status {
        case .finished(let reason): reason != .declined && reason != .contentFilter
        case .running, .failed, .cancelled: false
        }
    }
}

extension [ChatMessage] {
    /// A client's conversation for whoever answers it, with what a person has written in place of the usual
    /// subtask.
    fileprivate func told(_ subtask: String?) -> [ChatMessage] {
        guard let subtask, subtask != ClientRequest.subtask else { return self }
        return self + [ChatMessage(.system, subtask)]
    }
}
