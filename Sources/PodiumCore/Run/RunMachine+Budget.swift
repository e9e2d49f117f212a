extension RunMachine {
    /// The share of a budget at which a run that may degrade does.
    private static let degradingShare = 0.8

    /// What of the budget is used up, calls that are running included.
    private func exhausted(_ spent: Spending) -> Budget.Kind? {
        shares(spent).first { $0.share >= 1 }?.kind
    }

    /// What of the budget would be used up by beginning this.
    func exhausted(by decision: Decision) -> Budget.Kind? {
        guard !state.budget.isUnlimited else { return nil }
        if case .start = decision, let most = state.budget.steps, state.stepCalls >= most {
            return .steps
        }
        return exhausted(state.spent)
    }

    /// The used part of each budget there is.
    private func shares(_ spent: Spending) -> [(kind: Budget.Kind, share: Double)] {
        var shares: [(kind: Budget.Kind, share: Double)] = []
        func add(_ kind: Budget.Kind, _ used: Double, of most: Double) {
            shares.append((kind, most > 0 ? used / most : 1))
        }
        let budget = state.budget
        if let most = budget.picodollars {
            add(.money, Double(spent.cost.picodollars), of: Double(most))
        }
        if let most = budget.tokens { add(.tokens, Double(spent.usage.total), of: Double(most)) }
        if let most = budget.milliseconds, let openedAt = state.openedAt {
            add(.time, (now - openedAt).inSeconds * 1000, of: Double(most))
        }
        return shares
    }

    /// Ends the run when a budget is used up, or shortens it when one runs low.
    mutating func heedBudget() {
        guard !state.budget.isUnlimited, state.closed == nil else { return }
        let spent = state.spent
        if let kind = exhausted(spent) { return closeOverBudget(kind) }
        guard state.policy.onBudget == .degrade, state.degradedBy == nil else { return }
        var shares = shares(spent)
        if let most = state.budget.steps {
            shares.append((.steps, Double(state.stepCalls) / Double(max(1, most))))
        }
        if let low = shares.first(where: { $0.share >= Self.degradingShare }) {
            degrade(low.kind)
        }
    }

    mutating func setBudgetTimer() {
        guard let most = state.budget.milliseconds, let openedAt = state.openedAt else { return }
        let low = openedAt + .milliseconds(Int(Double(most) * Self.degradingShare) + 1)
        let end = openedAt + .milliseconds(most)
        let degrades = state.policy.onBudget == .degrade && state.degradedBy == nil && low > now
        act(.setTimer(.budget, due: degrades ? low : end))
    }

    // MARK: The shortest way to an answer

    /// Leaves out every step of the current round that has not begun but the last, which then works
    /// from what there is, by a cheaper worker where one is sold for less. No round follows.
    private mutating func degrade(_ kind: Budget.Kind) {
        record(
            .budgetReached(
                BudgetReached(kind: kind, remedy: .degrade, change: shortening(because: kind))
            )
        )
        setBudgetTimer()
    }

    private func shortening(because kind: Budget.Kind) -> RunChange {
        guard let round = state.currentRound, round.accepted?.origin != .selector else {
            return RunChange()
        }
        let steps = state.steps(of: round.id)
        guard let last = steps.last, last.status == .waiting else { return RunChange() }
        let others = steps.dropLast()
        var records = others.filter { $0.status == .waiting }.map { step in
            RunChange.StepRecord(
                workflow: step.workflow,
                step: step.step,
                status: .skipped("Left out, since the budget of \(kind.rawValue) runs low.")
            )
        }
        var final = last.step
        final.access = others.filter { $0.status != .waiting }.map(\.id)
        if let cheaper = cheaperWorker(than: final.worker) { final.worker = cheaper }
        if final != last.step {
            records.append(.init(workflow: last.workflow, step: final, status: .waiting))
        }
        return RunChange(steps: records)
    }

    /// The cheapest worker that is sold for money or free, if it is cheaper than this one. Nominal
    /// prices are no money, so a specialist's step stays with the specialist.
    private func cheaperWorker(than name: String) -> String? {
        func price(_ worker: Worker) -> Int64? {
            worker.price.flatMap { $0.currency == .usd ? $0.output : nil }
        }
        guard let now = state.worker(named: name).flatMap(price) else { return nil }
        let cheapest = state.presentWorkers.compactMap { worker in
            price(worker).map { (worker.name, $0) }
        }.min { $0.1 < $1.1 }
        return cheapest.flatMap { $0.1 < now ? $0.0 : nil }
    }

    // MARK: The end

    /// Ends the run at its budget, with the best there is.
    mutating func closeOverBudget(_ kind: Budget.Kind) {
        record(.budgetReached(BudgetReached(kind: kind, remedy: .stop)))
        let best = state.bestAnswer
        let spent = "The budget of \(state.budget.text(of: kind)) is spent."
        if let best, best.isComplete {
            let isLast = state.currentRound.flatMap { state.answer(of: $0.id) } != nil
            let reason = isLast ? nil : "\(spent) This is the answer of the round before."
            return close(.answered, answer: best.text, reason: reason)
        }
        let advice = "Raise it to go on."
        guard let best else { return close(.budget, reason: "\(spent) \(advice)") }
        let part = "This is the output of \(state.name(of: best.step)), not yet the answer."
        close(.budget, answer: best.text, reason: "\(spent) \(part) \(advice)")
    }
}

extension Budget {
    /// `$0.1`, `2000 tokens`, `30 s`.
    func text(of kind: Kind) -> String {
        switch kind {
        case .money: "$\(Double(picodollars ?? 0) * 1e-12)"
        case .tokens: "\(tokens ?? 0) tokens"
        case .steps: "\(steps ?? 0) steps"
        case .time: "\(Double(milliseconds ?? 0) / 1000) s"
        }
    }
}
