/// What agents are asked: rebuilt from the events, exactly as it was sent.
extension SessionState {
    /// The request an attempt was started with.
    public func request(of id: AttemptID) -> ModelRequest? {
        guard let attempt = attempt(id), let opened else { return nil }
        switch attempt.agent {
        case .step:
            return .step(
                StepRequest(
                    question: opened.question,
                    seen: attempt.saw.compactMap(seen),
                    subtask: attempt.subtask ?? ""
                )
            )
        case .conductor(let workflow) where opened.policy.variant == .mini:
            return .selection(selection(in: workflow, by: attempt))
        case .conductor(let workflow):
            return .plan(plan(of: workflow, by: attempt))
        }
    }

    private func seen(_ output: SeenOutput) -> StepRequest.Seen? {
        attempt(output.attempt).map {
            StepRequest.Seen(subtask: output.subtask ?? $0.subtask ?? "", output: $0.text)
        }
    }

    /// The workers a conductor may use, the conductor itself among them where it may nest.
    func offeredWorkers(to attempt: AttemptState) -> [Worker] {
        guard let offered = attempt.offered else { return opened?.pool ?? [] }
        return offered.compactMap { name in
            opened?.pool.first { $0.name == name }
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
        let state = self.workflow(workflow)
        let rejected = (state?.rejections ?? []).filter { $0.attempt < attempt.id }
            .map { rejection in
                PlanRequest.Rejection(
                    text: self.attempt(rejection.attempt)?.text ?? "",
                    reason: rejection.error.message
                )
            }
        let earlier = earlierRounds(of: workflow)
        let rounds = earlier.enumerated().map { position, round in
            let next = position + 1 < earlier.count ? earlier[position + 1] : state
            return self.round(round, shownTo: attempt, remark: next?.begun?.remark)
        }
        let own = Set(earlier.map(\.id))
        return PlanRequest(
            question: opened?.question ?? "",
            workers: offeredWorkers(to: attempt),
            stepLimit: opened?.limits.steps ?? 0,
            rejected: rejected,
            task: state?.parentStep.flatMap { step($0)?.step.subtask },
            context: attempt.saw.filter { !(self.workflow(of: $0).map(own.contains) ?? false) }
                .compactMap(seen),
            rounds: rounds,
            template: opened?.conductor.template
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
                    output: past.gaveOutput ? past.text : nil
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
            turnLimit: opened?.limits.turns ?? 0
        )
    }

    // MARK: What may be seen

    /// What a step's worker is shown: what its workflow may see from outside, then the outputs its
    /// access list names.
    func outputsSeen(by step: StepState) -> [SeenOutput] {
        context(of: step.workflow) + outputs(of: step.step.access)
    }

    /// What a nested workflow may see: what the step it answers may.
    func context(of workflow: WorkflowID) -> [SeenOutput] {
        // In a damaged history the workflows may stand in a ring.
        guard depth(of: workflow) < workflows.count,
            let parent = self.workflow(workflow)?.parentStep, let step = step(parent)
        else { return [] }
        return outputsSeen(by: step)
    }

    private func outputs(of steps: [StepID]) -> [SeenOutput] {
        var outputs: [SeenOutput] = []
        for id in steps {
            guard let step = step(id), let output = step.output,
                let seen = shown(output, as: step)
            else { continue }
            outputs.append(seen)
        }
        return outputs
    }

    private func shown(_ id: AttemptID, as step: StepState) -> SeenOutput? {
        guard let attempt = attempt(id) else { return nil }
        guard attempt.agent != .step(step.id) else { return SeenOutput(id) }
        let isSame = attempt.subtask == step.step.subtask
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
    /// Whether its text counts: it ended by itself and did not decline.
    var gaveOutput: Bool {
        switch status {
        case .finished(let reason): reason != .declined && reason != .contentFilter
        case .running, .failed, .cancelled: false
        }
    }
}
