extension RunMachine {
    /// The share of a budget at which a run that may degrade does.
    private static let degradingShare = 0.8

    /// What of the budget is used up, calls that are running included.
    var spentBudget: Budget.Kind? {
        guard !state.budget.isUnlimited else { return nil }
        return shares(state.spent).first { $0.share >= 1 }?.kind
    }

    /// What of the budget is missing for another call: of a worker, or of a conductor, whose plan
    /// is worth nothing without workers.
    var exhaustedBudget: Budget.Kind? {
        if let most = state.budget.steps, state.stepCalls >= most { return .steps }
        return spentBudget
    }

    /// What of the budget runs low, in a run that is to be shortened then and was not yet.
    var lowBudget: Budget.Kind? {
        guard !state.budget.isUnlimited, state.policy.onBudget == .degrade, state.degradedBy == nil
        else { return nil }
        var shares = shares(state.spent)
        if let most = state.budget.steps {
            // The last call is for the last step.
            let isLastCall = most > 1 && state.stepCalls == most - 1
            let share = Double(state.stepCalls) / Double(max(1, most))
            shares.append((.steps, isLastCall ? 1 : share))
        }
        return shares.first { $0.share >= Self.degradingShare }?.kind
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
        if let most = budget.milliseconds, let start = state.clockStart {
            add(.time, (now - start).inSeconds * 1000, of: Double(most))
        }
        return shares
    }

    mutating func setBudgetTimer() {
        guard let most = state.budget.milliseconds, let start = state.clockStart else { return }
        let low = start + .milliseconds(Int(Double(most) * Self.degradingShare) + 1)
        let end = start + .milliseconds(most)
        let degrades = state.policy.onBudget == .degrade && state.degradedBy == nil && low > now
        act(.setTimer(.budget, due: degrades ? low : end))
    }

    // MARK: The shortest way to an answer

    /// Leaves out every step of the current round that has not begun but the last, which then works
    /// from what there is, by a cheaper worker where one is sold for less. No round follows.
    mutating func degrade(_ kind: Budget.Kind) {
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
        guard let last = steps.last else { return RunChange() }
        let others = steps.dropLast()
        let omission = StepTransition.spared(
            "Left out, since the budget of \(kind.rawValue) runs low."
        )
        var records = others.compactMap { step -> RunChange.StepRecord? in
            guard let status = omission.status(after: step.status) else { return nil }
            var record = RunChange.StepRecord(step)
            record.status = status
            record.marks.insert(.skipped)
            return record
        }
        guard last.status == .waiting else { return RunChange(steps: records) }
        var final = RunChange.StepRecord(last)
        let earlier = Set(others.map(\.id))
        final.step.access =
            last.step.access.filter { !earlier.contains($0) }
            + others.filter { $0.status != .waiting }.map(\.id)
        if let cheaper = cheaperWorker(than: final.step.worker) { final.step.worker = cheaper }
        if final.step != last.step { records.append(final) }
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
            return close(
                .answered,
                answer: best.text,
                reason: joined(reason, shortness(of: best.attempt))
            )
        }
        let advice = "Raise it and go on."
        guard let best else { return close(.budget, reason: "\(spent) \(advice)") }
        let part = "This is the output of \(state.name(of: best.step)), not yet the answer."
        close(
            .budget,
            answer: best.text,
            reason: joined(spent, part, shortness(of: best.attempt), advice)
        )
    }
}

extension Budget {
    /// `$0.1`, `2000 tokens`, `30 s`.
    func text(of kind: Kind) -> String {
        switch kind {
        case .money: "$\(Double(picodollars ?? 0) / 1e12)"
        case .tokens: "\(tokens ?? 0) tokens"
        case .steps: "\(steps ?? 0) steps"
        case .time: "\(Double(milliseconds ?? 0) / 1000) s"
        }
    }
}

extension SessionState {
    /// From when a budget of time counts: the opening, later by the time in which nothing ran.
    fileprivate var clockStart: Timestamp? { openedAt.map { $0 + downtime } }
}
