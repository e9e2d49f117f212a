internal import PodiumCore

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
        for round in request.rounds where round.remark == nil {
            let last = round.steps.indices.last
            for (index, step) in round.steps.enumerated()
            where !step.isAccepted || index == last && round.answer == nil {
                avoided.byTask[step.subtask, default: []].insert(step.worker)
                if !failed.contains(step.worker) { failed.append(step.worker) }
                break
            }
        }
        let plan = firstPlan(avoiding: avoided)
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
        return marked(plan, "\(names) gave no answer in the last workflow, so others try.")
    }

    /// Who is right less often is not asked after others failed: it would sooner be wrong.
    private static let leastHope: Float = 0.2

    private func again(_ plan: WrittenPlan, after last: PlanRequest.Round) -> WrittenPlan {
        guard let failure = last.steps.firstIndex(where: { !$0.isAccepted }) else {
            return marked(plan, "The last workflow gave no answer, so it is done again.")
        }
        let name = last.steps[failure].worker
        if isCheck(name), plan.steps.count > 1,
            last.steps[failure].output?.contains("REVISE") != true
        {
            var unchecked = plan
            unchecked.steps.removeLast()
            return marked(
                unchecked,
                "\(name) could not check the answer, so it is given without a check."
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
        guard let output else { return false }
        let verdict = output.split { !$0.isLetter }.last { $0 == "ACCEPT" || $0 == "REVISE" }
        return verdict != "REVISE"
    }
}
