internal import PodiumCore

/// Makes a plan from what the question reader recognised and who is in the pool.
struct Planner {
    let request: PlanRequest
    private let choice: WorkerChoice

    init(request: PlanRequest) {
        self.request = request
        choice = WorkerChoice(workers: request.workers)
    }

    func plan() -> WrittenPlan {
        // A plan of these rules that was refused would be refused again: be plain.
        guard request.rejected.isEmpty else {
            return single(
                choice.general ?? skilledWorker,
                "The last plan could not be used, so one worker answers."
            )
        }
        guard var draft = QuestionReader.draft(of: request.question), !draft.steps.isEmpty else {
            return unrecognised
        }
        let limit = max(request.stepLimit, 1)
        if draft.steps.count > limit || draft.steps.count == limit && limit > 2 {
            draft.joinBatches()
        }
        guard draft.steps.count <= limit else {
            return single(
                choice.general ?? choice.worker(for: draft.steps[draft.steps.count - 1].skill),
                reasoning(draft)
                    + " That is more than \(limit) steps, so one worker tries it whole."
            )
        }
        if draft.steps.count > 1, draft.steps.count < limit,
            choice.specialist(for: .checking) != nil
        {
            draft.steps.append(
                DraftStep(
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
            )
        }
        return written(draft)
    }

    private func written(_ draft: Draft) -> WrittenPlan {
        let steps = draft.steps.indices.map { index in
            let step = draft.steps[index]
            return WrittenPlan.Step(
                worker: choice.worker(for: step.skill),
                subtask: draft.subtask(of: index),
                access: step.seesAll ? .all : .steps(step.uses)
            )
        }
        return WrittenPlan(reasoning: reasoning(draft), steps: steps)
    }

    private func reasoning(_ draft: Draft) -> String {
        let findings = Self.list(draft.findings, joint: "and")
        let verbs = draft.steps.map(\.verb).joined(separator: ", then ")
        var text = "The question \(findings): \(verbs)."
        let free = draft.steps.filter { $0.uses.isEmpty && !$0.seesAll }.count
        if free > 1 {
            text += " The first \(free) steps need nothing of each other and can run at once."
        }
        return text
    }

    // MARK: Plans of one step

    private var skilledWorker: Int {
        let draft = QuestionReader.draft(of: request.question)
        return choice.worker(for: draft?.steps.last?.skill ?? .general)
    }

    private var unrecognised: WrittenPlan {
        let forms = "arithmetic, letters and words, codes, numerals"
        let start = "The question has none of the forms that I know (\(forms)), "
        if let general = choice.general {
            return single(
                general,
                start + "so \(request.workers[general].name), a general model, answers it."
            )
        }
        return single(
            choice.worker(for: .general),
            start + "and the pool has no general model. Probably no worker here can answer it."
        )
    }

    private func single(_ worker: Int, _ reasoning: String) -> WrittenPlan {
        WrittenPlan(
            reasoning: reasoning,
            steps: [
                WrittenPlan.Step(
                    worker: worker,
                    subtask: "Answer the question.",
                    access: .steps([])
                )
            ]
        )
    }

    private static func list(_ items: [String], joint: String) -> String {
        var unique: [String] = []
        for item in items where !unique.contains(item) { unique.append(item) }
        guard let last = unique.last, unique.count > 1 else { return unique.first ?? "" }
        return unique.dropLast().joined(separator: ", ") + " \(joint) " + last
    }
}
