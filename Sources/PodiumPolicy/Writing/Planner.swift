internal import PodiumCore

/// Makes a plan from what the question reader recognised and who is in the pool.
struct Planner {
    let request: PlanRequest
    let choice: WorkerChoice
    let wishes: Wishes
    /// What is planned for: the question, or the part of it that a nested workflow answers.
    let text: String

    init(request: PlanRequest) {
        self.request = request
        text = request.task ?? request.question
        wishes = Wishes(remarks: request.rounds.compactMap(\.remark), workers: request.workers)
        choice = WorkerChoice(workers: request.workers, excluded: wishes.excluded)
    }

    func plan() -> WrittenPlan {
        // A plan of these rules that was refused would be refused again: be plain.
        guard request.rejected.isEmpty else {
            return single(
                choice.general ?? skilledWorker,
                "The last plan could not be used, so one worker answers."
            )
        }
        return request.rounds.isEmpty ? firstPlan() : nextRound()
    }

    /// The plan for the text itself, whatever was tried before, with a person's wishes.
    func firstPlan() -> WrittenPlan {
        guard var draft = draft else { return heeding(unrecognised) }
        guard draft.unread.isEmpty else { return heeding(unread(draft)) }
        if wishes.isOneStep {
            let skill = draft.steps[draft.steps.count - 1].skill
            return heeding(single(choice.worker(for: skill), reasoning(draft)))
        }
        let limit = max(request.stepLimit, 1)
        if draft.steps.count > limit || draft.steps.count == limit && limit > 2 {
            draft.joinBatches()
        }
        guard draft.steps.count <= limit else {
            return heeding(
                single(
                    choice.general ?? choice.worker(for: draft.steps[draft.steps.count - 1].skill),
                    reasoning(draft)
                        + " That is more than \(limit) steps, so one worker tries it whole."
                )
            )
        }
        let isChecked = wishes.isChecked ?? (draft.steps.count > 1)
        if isChecked, draft.steps.count < limit, choice.specialist(for: .checking) != nil {
            draft.steps.append(.check)
        }
        return heeding(written(draft))
    }

    /// The steps that were recognised; nil when nothing was.
    private var draft: Draft? {
        guard let draft = QuestionReader.draft(of: text), !draft.steps.isEmpty else { return nil }
        // A part that speaks of results it does not hold means what its workers are shown. Taking
        // it apart would lose which result is meant.
        guard request.task != nil, !request.context.isEmpty, draft.steps.count > 1,
            text.lowercased().contains("above") || text.lowercased().contains("found")
        else { return draft }
        var whole = Draft()
        whole.findings = draft.findings
        whole.steps = [
            DraftStep(
                skill: draft.steps[draft.steps.count - 1].skill,
                verb: "answer",
                subtask: [.text(text)]
            )
        ]
        return whole
    }

    private func written(_ draft: Draft) -> WrittenPlan {
        let steps = draft.steps.indices.map { index in
            let step = draft.steps[index]
            return WrittenPlan.Step(
                worker: choice.worker(for: step.skill),
                subtask: whole(draft.subtask(of: index)),
                access: step.seesAll ? .all : .steps(step.uses)
            )
        }
        return WrittenPlan(reasoning: reasoning(draft), steps: steps)
    }

    /// For a part, "the question" is not what a worker reads as its question.
    private func whole(_ subtask: String) -> String {
        subtask == Self.wholeQuestion ? request.task ?? subtask : subtask
    }

    private func reasoning(_ draft: Draft) -> String {
        let findings = Self.list(draft.findings, joint: "and")
        let verbs = draft.steps.map(\.verb).joined(separator: ", then ")
        let subject = request.task == nil ? "The question" : "This part of the question"
        var text = "\(subject) \(findings): \(verbs)."
        let free = draft.steps.filter { $0.uses.isEmpty && !$0.seesAll }.count
        if free > 1 {
            text += " The first \(free) steps need nothing of each other and can run at once."
        }
        return text
    }

    // MARK: Plans of one step

    static let wholeQuestion = "Answer the question."

    var skilledWorker: Int {
        let draft = QuestionReader.draft(of: text)
        return choice.worker(for: draft?.steps.last?.skill ?? .general)
    }

    private var unrecognised: WrittenPlan {
        let forms =
            "arithmetic, algebra, searches, logic, letters and words, codes, numerals, dates"
        let start = "The question has none of the forms that I know (\(forms)), "
        if let general = choice.general {
            return single(
                general,
                start + "so \(request.workers[general].name), a general model, answers it."
            )
        }
        let skill = QuestionReader.nearestSkill(to: text)
        var draft = Draft(steps: [.whole(skill)])
        draft.unread = Coverage(steps: draft.steps).unread(
            of: ElementReader.elements(of: text) ?? []
        )
        guard draft.unread.isEmpty || skill == .general else { return unread(draft) }
        var plan = single(
            choice.worker(for: skill),
            start + "and the pool has no general model. Probably no worker here can answer it."
        )
        // What was not recognised may be misread, so even a single answer is checked.
        if skill != .general, request.stepLimit > 1,
            let checker = choice.specialist(for: .checking)
        {
            plan.steps.append(
                WrittenPlan.Step(
                    worker: checker,
                    subtask: Draft(steps: [.check]).subtask(of: 0),
                    access: .all
                )
            )
        }
        return plan
    }

    func single(_ worker: Int, _ reasoning: String) -> WrittenPlan {
        WrittenPlan(
            reasoning: reasoning,
            steps: [
                WrittenPlan.Step(
                    worker: worker,
                    subtask: whole(Self.wholeQuestion),
                    access: .steps([])
                )
            ]
        )
    }

    static func list(_ items: [String], joint: String) -> String {
        var unique: [String] = []
        for item in items where !unique.contains(item) { unique.append(item) }
        guard let last = unique.last, unique.count > 1 else { return unique.first ?? "" }
        return unique.dropLast().joined(separator: ", ") + " \(joint) " + last
    }
}

extension DraftStep {
    /// Checks what was found by all steps before it.
    static let check = DraftStep(
        skill: .checking,
        verb: "check",
        subtask: [
            .text(
                "Check the answer found above against the question by doing each step"
                    + " again. Repeat the answer if it is right."
            )
        ],
        seesAll: true
    )
}
