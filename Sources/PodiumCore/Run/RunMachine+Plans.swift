extension RunMachine {
    /// Takes the plan a conductor has finished writing, or has it mended, or falls back.
    mutating func readPlan(
        of workflow: WorkflowID,
        from attempt: AttemptID,
        reason: FinishReason
    ) {
        guard let place = state.position(of: workflow), let call = state.index(of: attempt) else {
            return
        }
        var reader = state.workflows[place].reader
        do throws(WorkflowError) {
            var plan = try reader.finish(isCutOff: reason == .length)
            if plan.steps.isEmpty, mayKeepAnswer(in: workflow) {
                return record(.answerKept(AnswerKept(workflow: workflow, attempt: attempt)))
            }
            let offered = state.offeredWorkers(to: state.attempts[call])
            let note = plan.dropReferencesAhead()
            try plan.validate(pool: offered, stepLimit: state.limits.steps)
            accept(plan, as: workflow, origin: .conductor, reason: nil, note: note, pool: offered)
        } catch {
            reject(error, in: workflow, from: attempt)
        }
    }

    /// Whether three empty lists say something: that the round before answered rightly.
    private func mayKeepAnswer(in workflow: WorkflowID) -> Bool {
        guard let begun = state.begun(workflow) else { return false }
        // Podium's own writes nothing more where it knows nothing better, with or without an answer.
        let knowsWhenToStop = state.opened?.conductor.kind == .embedded
        return begun.follows != nil && begun.remark == nil
            && (knowsWhenToStop || hasEarlierAnswer(workflow))
    }

    private mutating func reject(
        _ error: WorkflowError,
        in workflow: WorkflowID,
        from attempt: AttemptID
    ) {
        guard let opened = state.opened else { return }
        let rejections = state.rejections(of: workflow).count
        // Podium's own policy writes the same plan again; only a model can mend one.
        let repairs = opened.conductor.kind == .embedded ? 0 : opened.limits.repairs
        let canRepair =
            rejections < repairs && exhaustedBudget == nil
        let remedy: PlanRejected.Remedy =
            canRepair ? .repair : hasEarlierAnswer(workflow) ? .keep : .fallback
        record(.planRejected(PlanRejected(attempt: attempt, error: error, remedy: remedy)))
        if remedy == .fallback {
            fallBack(workflow, reason: "The conductor gave no usable plan: \(error.message)")
        }
    }

    /// Whether a round before has answered, so that nothing is lost without this one.
    private func hasEarlierAnswer(_ workflow: WorkflowID) -> Bool {
        guard state.parentStep(of: workflow) == nil else { return false }
        return state.bestAnswer?.isComplete ?? false
    }

    /// The conductor's call failed for good.
    mutating func giveUpConductor(
        of workflow: WorkflowID,
        after error: ProviderError,
        of attempt: AttemptState
    ) {
        if hasEarlierAnswer(workflow) {
            return record(.answerKept(AnswerKept(workflow: workflow, attempt: attempt.id)))
        }
        // One that has answered before refuses this turn only.
        if error.comesFromAnAnsweringProvider || !state.rejections(of: workflow).isEmpty {
            return fallBack(workflow, reason: "The conductor gave no plan: \(error.message)")
        }
        // A provider that cannot be reached will not answer as a worker either.
        let provider = state.worker(named: attempt.worker)?.provider
        guard state.presentWorkers.contains(where: { $0.provider != provider }) else {
            return abandon(workflow, error.description)
        }
        fallBack(
            workflow,
            reason: "The conductor could not be reached: \(error.message)",
            avoiding: provider
        )
    }

    /// There will be no workflow: the step that it was for cannot be done, or the question.
    mutating func abandon(_ workflow: WorkflowID, _ reason: String) {
        if let step = state.parentStep(of: workflow) {
            return giveUp(step, after: nil, reason)
        }
        close(.failed, reason: reason)
    }

    /// One step for the strongest single worker.
    mutating func fallBack(
        _ workflow: WorkflowID,
        reason: String,
        avoiding provider: String? = nil
    ) {
        let pool = state.presentWorkers
        guard let strongest = pool.strongest(where: { $0.provider != provider }) else {
            return abandon(workflow, reason)
        }
        if state.policy.variant == .mini {
            return take(
                Selection(worker: .id(strongest), role: .worker),
                in: workflow,
                from: pool,
                reason: reason
            )
        }
        let task = state.parentStep(of: workflow).flatMap { state.step($0)?.step.subtask }
        let step = Plan.Step(
            worker: .id(strongest),
            subtask: task ?? ClientRequest.subtask,
            access: .steps([])
        )
        accept(Plan(steps: [step]), as: workflow, origin: .fallback, reason: reason, pool: pool)
    }

    mutating func accept(
        _ plan: Plan,
        as id: WorkflowID,
        origin: PlanAccepted.Origin,
        reason: String?,
        note: String? = nil,
        pool: [Worker]? = nil
    ) {
        let begun = state.begun(id)
        let replaced = begun?.remark == nil ? nil : begun?.follows
        let workflow = plan.workflow(
            id: id,
            parent: begun?.parent ?? .question,
            firstStep: state.nextStepNumber,
            pool: pool ?? state.pool + nestingOffer(in: id),
            revealed: revealedSteps(to: id)
        )
        record(
            .planAccepted(
                PlanAccepted(
                    workflow: workflow,
                    origin: origin,
                    reason: reason,
                    note: note,
                    awaitsApproval: state.policy.asksApproval
                )
            )
        )
        if let replaced { reuse(replaced, in: workflow) }
        forecast(workflow.id)
    }

    /// The steps of the round before, which "all" reveals too.
    private func revealedSteps(to workflow: WorkflowID) -> [StepID] {
        guard case .round(let before)? = state.begun(workflow)?.parent else { return [] }
        return state.steps(of: before).map(\.id)
    }

    /// A plan in place of another may hold steps that were done already: the same worker, subtask
    /// and outputs seen. They are not done again.
    private mutating func reuse(_ replaced: WorkflowID, in workflow: Workflow) {
        var twins: [StepID: StepID] = [:]
        for step in workflow.steps {
            let twin = state.steps(of: replaced).first { past in
                past.output != nil && past.step.worker == step.worker
                    && past.step.subtask == step.subtask
                    && past.step.access == step.access.map { twins[$0] ?? $0 }
            }
            guard let twin, let output = twin.output else { continue }
            twins[step.id] = twin.id
            record(.stepFinished(StepFinished(step: step.id, attempt: output)))
        }
    }

    /// What a workflow will come to as its plan is now.
    mutating func forecast(_ workflow: WorkflowID) {
        let steps = state.steps(of: workflow)
        guard let opened = state.opened, !opened.history.isEmpty,
            let forecast = Forecast(
                of: steps.map(\.step),
                progress: WorkflowProgress(of: steps, in: state, at: now),
                question: opened.question,
                pool: opened.pool,
                history: opened.history,
                seed: opened.seed &+ UInt64(truncatingIfNeeded: workflow.rawValue)
            )
        else { return }
        record(.forecastMade(ForecastMade(workflow: workflow, forecast: forecast)))
    }

    // MARK: Workflows inside steps, and after others

    mutating func nest(_ step: StepID) {
        record(
            .workflowBegun(WorkflowBegun(workflow: nextWorkflowID, parent: .step(step)))
        )
    }

    mutating func beginRound(after workflow: WorkflowID) {
        record(
            .workflowBegun(
                WorkflowBegun(
                    workflow: nextWorkflowID,
                    parent: .round(after: workflow),
                    follows: workflow
                )
            )
        )
    }

    var nextWorkflowID: WorkflowID {
        WorkflowID((state.workflows.map(\.id.rawValue).max() ?? 0) &+ 1)
    }
}
