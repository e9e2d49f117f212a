extension RunMachine {
    mutating func callConductor(of workflow: WorkflowID) {
        guard let worker = state.opened?.conductor.worker else {
            return close(.failed, reason: "The session names no model as its conductor.")
        }
        guard !isOverBudget else { return closeOverBudget() }
        start(worker, for: .conductor(workflow), subtask: nil, saw: [])
    }

    /// Takes the plan a conductor has finished writing, or has it mended, or falls back.
    mutating func readPlan(of workflow: WorkflowID, from attempt: AttemptID) {
        guard let opened = state.opened, var reader = state.workflow(workflow)?.reader else {
            return
        }
        do throws(WorkflowError) {
            let plan = try reader.finish()
            try plan.validate(pool: opened.pool, stepLimit: opened.limits.steps)
            accept(plan, as: workflow, origin: .conductor, reason: nil)
        } catch {
            let rejections = state.workflow(workflow)?.rejections.count ?? 0
            // Podium's own policy writes the same plan again; only a model can mend one.
            let repairs = opened.conductor.kind == .prompted ? opened.limits.repairs : 0
            let remedy: PlanRejected.Remedy =
                rejections < repairs && !isOverBudget ? .repair : .fallback
            record(.planRejected(PlanRejected(attempt: attempt, error: error, remedy: remedy)))
            switch remedy {
            case .repair: callConductor(of: workflow)
            case .fallback:
                fallBack(workflow, reason: "The conductor gave no usable plan: \(error.message)")
            }
        }
    }

    /// The conductor's call failed for good.
    mutating func fallBack(_ workflow: WorkflowID, from error: ProviderError, of worker: String) {
        // A provider that cannot be reached will not answer as a worker either.
        let provider = state.worker(named: worker)?.provider
        guard state.opened?.pool.contains(where: { $0.provider != provider }) == true else {
            return close(.failed, reason: error.description)
        }
        fallBack(
            workflow,
            reason: "The conductor could not be reached: \(error.message)",
            avoiding: provider
        )
    }

    /// One step for the strongest single worker.
    private mutating func fallBack(
        _ workflow: WorkflowID,
        reason: String,
        avoiding provider: String? = nil
    ) {
        guard let opened = state.opened,
            let strongest = opened.pool.strongest(where: { $0.provider != provider })
        else {
            return close(.failed, reason: reason)
        }
        let plan = Plan(steps: [
            Plan.Step(
                worker: .id(strongest),
                subtask: "Answer the question.",
                access: .steps([])
            )
        ])
        accept(plan, as: workflow, origin: .fallback, reason: reason)
    }

    mutating func accept(
        _ plan: Plan,
        as id: WorkflowID,
        origin: PlanAccepted.Origin,
        reason: String?
    ) {
        guard let opened = state.opened else { return }
        let firstStep = (state.steps.map(\.id.rawValue).max() ?? 0) &+ 1
        let workflow = plan.workflow(
            id: id,
            parent: .question,
            firstStep: firstStep,
            pool: opened.pool
        )
        record(.planAccepted(PlanAccepted(workflow: workflow, origin: origin, reason: reason)))
    }
}

extension [Worker] {
    /// The position of the worker to trust alone: tagged `strongest`, else the dearest of those
    /// that are sold for money, else the first.
    func strongest(where isAllowed: (Worker) -> Bool) -> Int? {
        let allowed = indices.filter { isAllowed(self[$0]) }
        if let tagged = allowed.first(where: { self[$0].tags.contains("strongest") }) {
            return tagged
        }
        let paid = allowed.filter { self[$0].price?.currency == .usd }
        let dearest = paid.max { (self[$0].price?.output ?? 0) < (self[$1].price?.output ?? 0) }
        return dearest ?? allowed.first
    }
}
