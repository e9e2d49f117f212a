internal import PodiumCore
internal import PodiumPhrasebook

/// Plans after earlier workflows: nothing more after an answer, another way after none, and what a
/// person remarked.
extension Planner {
    func nextRound() -> WrittenPlan {
        guard let last = request.rounds.last else { return firstPlan() }
        // A person stopped the last one; what they want is heeded as far as it is understood.
        if last.remark != nil { return firstPlan() }
        if let answer = last.answer, last.steps.last.map(\.isAccepted) == true {
            return nothingMore(
                "The last workflow ended with the answer \(answer.prefix(60)), which nothing contradicts:"
                    + " return it as it is."
            )
        }
        let plan = firstPlan()
        if plan.isLearned { return tryingOthers() }
        guard request.rounds.filter({ $0.remark == nil }).count < 2 else {
            return nothingMore("Two workflows gave no answer, and a third would do no better.")
        }
        return again(plan, after: last)
    }

    private func nothingMore(_ reasoning: String) -> WrittenPlan {
        WrittenPlan(reasoning: reasoning, steps: [])
    }

    /// The plan in which whoever gave nothing at a task is not asked for it again.
    private func tryingOthers() -> WrittenPlan {
        var avoided = Avoided()
        var failed: [String] = []
        for step in request.rounds.compactMap(fault) {
            avoided.byTask[step.subtask, default: []].insert(step.worker)
            if !failed.contains(step.worker) { failed.append(step.worker) }
        }
        var planner = self
        let silent = request.rounds.compactMap(silentCheck)
        planner.isUnchecked = !silent.isEmpty
        guard let checker = silent.first, failed.isEmpty else {
            return tryingOthers(planner, avoided, failed)
        }
        return marked(planner.firstPlan(), Self.unchecked(by: checker.worker))
    }

    /// The step by whose fault a workflow gave no answer, as far as it can be told.
    private func fault(of round: PlanRequest.Round) -> PlanRequest.PastStep? {
        guard round.remark == nil, silentCheck(of: round) == nil else { return nil }
        let failure = round.steps.firstIndex { !$0.isAccepted }
        guard let failure else { return round.answer == nil ? round.steps.last : nil }
        guard failure > 0, round.steps[failure].objection != nil,
            isCheck(round.steps[failure].worker)
        else { return round.steps[failure] }
        return leastSure(of: Array(round.steps[..<failure]))
    }

    /// The check that could not tell whether an answer is right.
    private func silentCheck(of round: PlanRequest.Round) -> PlanRequest.PastStep? {
        guard round.remark == nil, round.steps.count > 1, let last = round.steps.last,
            last.output == nil, last.objection == nil, isCheck(last.worker),
            round.steps.dropLast().allSatisfy(\.isAccepted)
        else { return nil }
        return last
    }

    /// Of steps that came to something wrong, the one whose worker was least likely right.
    private func leastSure(of steps: [PlanRequest.PastStep]) -> PlanRequest.PastStep? {
        guard let policy = router.learned?.policy, case .phrases(let phrases) = reading else {
            return steps.last
        }
        let tasks = Unfolding(phrases).steps.map(\.phrase.question)
        guard tasks.count == steps.count else { return steps.last }
        func right(_ place: Int) -> Float {
            let model = request.workers.first { $0.name == steps[place].worker }?.model
            let summary = policy.summary(TextFeatures(tasks[place]))
            return model.flatMap { policy.estimate(of: $0, at: summary) }?.right ?? 0
        }
        return steps.indices.min { right($0) < right($1) }.map { steps[$0] }
    }

    private func tryingOthers(_ planner: Planner, _ avoided: Avoided, _ failed: [String])
        -> WrittenPlan
    {
        let plan = planner.firstPlan(avoiding: avoided)
        let names = Self.list(failed, joint: "and")
        let isNew = plan.steps.allSatisfy { step in
            !avoided.names(for: step.subtask).contains(choice.name(of: step.worker))
        }
        guard isNew else { return nothingMore("\(names) gave no answer, and nobody else is left.") }
        let hopeless = plan.steps.first { step in
            step.decision.map { $0.isLearned && $0.expected < Self.leastHope } ?? false
        }
        if let hopeless {
            return nothingMore(
                "\(names) gave no answer, and of \(choice.name(of: hopeless.worker)), the next, little is"
                    + " expected."
            )
        }
        return marked(plan, "\(names) gave no right answer so far, so others try.")
    }

    /// Who is right less often is not asked after others failed: it would sooner be wrong.
    private static let leastHope: Float = 0.2

    private func again(_ plan: WrittenPlan, after last: PlanRequest.Round) -> WrittenPlan {
        guard let failure = last.steps.firstIndex(where: { !$0.isAccepted }) else {
            return marked(plan, "The last workflow gave no answer, so it is done again.")
        }
        let name = last.steps[failure].worker
        if isCheck(name), plan.steps.count > 1,
            last.steps[failure].objection == nil
        {
            var unchecked = plan
            unchecked.steps.removeLast()
            return marked(
                unchecked,
                Self.unchecked(by: name)
            )
        }
        let tried = Set(request.rounds.flatMap(\.steps).map(\.worker))
        let other = firstPlan(avoiding: Avoided(everywhere: isCheck(name) ? tried : [name]))
        if other.differs(from: plan) {
            return marked(
                other,
                "\(name) gave no answer in the last workflow, so another worker tries."
            )
        }
        // Workers that start at random may find on a second try what they missed.
        if plan.steps.count > 1 {
            return marked(plan, "\(name) gave no answer; it is tried once more.")
        }
        if let general = choice.general, !tried.contains(choice.name(of: general)) {
            return single(
                general,
                "\(name) gave no answer in the last workflow, so \(choice.name(of: general)) answers it."
            )
        }
        return nothingMore("\(name) gave no answer, and no other worker here could.")
    }

    private static func unchecked(by name: String) -> String {
        "\(name) could not check the answer, so it is given without a check."
    }

    private func isCheck(_ name: String) -> Bool {
        choice.specialist(for: .checking).map { choice.name(of: $0) } == name
    }

    private func marked(_ plan: WrittenPlan, _ reason: String) -> WrittenPlan {
        var plan = plan
        plan.reasoning = reason + " " + plan.reasoning
        return plan
    }

    // MARK: Wishes

    /// The plan with the worker that a person named, and a word on what was heeded.
    func heeding(_ plan: WrittenPlan) -> WrittenPlan {
        guard request.rounds.contains(where: { $0.remark != nil }) else { return plan }
        var plan = plan
        let checker = choice.specialist(for: .checking)
        if let preferred = wishes.preferred,
            !plan.steps.contains(where: { $0.worker == preferred }),
            let place = plan.steps.lastIndex(where: { $0.worker != checker })
        {
            plan.steps[place].worker = preferred
            plan.steps[place].decision = nil
        }
        if wishes.isChecked == true, !hasCheck(plan), plan.steps.count < max(request.stepLimit, 1),
            let verifier = verifier(of: plan)
        {
            plan.steps.append(Self.check(by: verifier))
        }
        guard !wishes.heeded.isEmpty else {
            let isPlain = request.rounds.allSatisfy {
                $0.remark.map { $0 == PlanRequest.noRemark } ?? true
            }
            return marked(
                plan,
                isPlain
                    ? "The remark asks for nothing in particular."
                    : "Nothing in the remark is of a kind that I can follow."
            )
        }
        return marked(plan, "As remarked: \(Self.list(wishes.heeded, joint: "and")).")
    }

    private func hasCheck(_ plan: WrittenPlan) -> Bool {
        plan.steps.count > 1 && plan.steps.last?.access == .all
    }

    /// The checker, or a general model that did not answer itself.
    private func verifier(of plan: WrittenPlan) -> Int? {
        let working = Set(plan.steps.map(\.worker))
        return choice.specialist(for: .checking)
            ?? choice.generals.first { !working.contains($0) } ?? choice.general
    }
}

extension PlanRequest.PastStep {
    /// Whether it gave something that counts: a verifier's objection is none.
    fileprivate var isAccepted: Bool {
        output != nil && objection == nil
    }
}
