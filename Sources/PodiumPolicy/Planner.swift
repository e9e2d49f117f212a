internal import PodiumCore
internal import PodiumPhrasebook

/// Makes a plan from the forms that the question has and from who is in the pool.
struct Planner {
    let request: PlanRequest
    let choice: WorkerChoice
    let router: Router
    let wishes: Wishes
    /// What is planned for: the question, or the part of it that a nested workflow answers.
    let text: String
    let reading: Phrasebook.Reading
    /// Whether nobody could check an answer before, so that nobody is asked to again.
    var isUnchecked = false

    init(request: PlanRequest, learned: LearnedConduct? = nil) {
        self.request = request
        text = request.task ?? request.question
        reading = Phrasebook.read(text)
        wishes = Wishes(remarks: request.rounds.compactMap(\.remark), workers: request.workers)
        choice = WorkerChoice(workers: request.workers, excluded: wishes.excluded)
        router = Router(rules: choice, learned: learned)
    }

    func plan() -> WrittenPlan {
        // A plan of these rules that was refused would be refused again: be plain.
        guard request.rejected.isEmpty else {
            return single(
                choice.general ?? skilled,
                "The last plan could not be used, so one worker answers."
            )
        }
        return request.rounds.isEmpty ? firstPlan() : nextRound()
    }

    /// The plan for the text itself, whatever was tried before, with a person's wishes.
    func firstPlan(avoiding: Avoided = Avoided()) -> WrittenPlan {
        guard case .phrases(let phrases) = reading else { return heeding(unread(avoiding)) }
        let unfolding = Unfolding(phrases)
        let last = unfolding.steps[unfolding.steps.count - 1].phrase
        let limit = max(request.stepLimit, 1)
        if wishes.isOneStep || refersToContext(phrases) {
            return heeding(single(worker(for: last, avoiding), "One worker does it whole."))
        }
        let count = unfolding.steps.count + (unfolding.ends.count > 1 ? 1 : 0)
        guard count <= limit else {
            let whole = choice.general ?? worker(for: last, avoiding)
            return heeding(
                single(
                    whole,
                    "It takes \(count) steps, and \(limit) are allowed, so one worker tries it whole."
                )
            )
        }
        return heeding(written(unfolding, limit, avoiding))
    }

    /// Names of workers that failed before, everywhere or at one task.
    struct Avoided {
        var everywhere: Set<String> = []
        var byTask: [String: Set<String>] = [:]

        func names(for subtask: String) -> Set<String> {
            everywhere.union(byTask[subtask] ?? [])
        }
    }

    /// A part that speaks of results it does not hold means what its workers are shown. Taking it apart
    /// would lose which result is meant.
    private func refersToContext(_ phrases: [Phrase]) -> Bool {
        request.task != nil && !request.context.isEmpty
            && phrases.contains { $0.all.contains(where: \.refersToResults) }
    }

    private func written(_ unfolding: Unfolding, _ limit: Int, _ avoiding: Avoided)
        -> WrittenPlan
    {
        var isLearned = false
        var steps = unfolding.steps.map { step in
            // What needs nothing before it can be told in the person's own words.
            let subtask =
                unfolding.steps.count == 1 && request.task == nil
                ? Self.wholeQuestion : unfolding.steps.count == 1 ? text : step.phrase.question
            let decision = decision(for: .phrase(step.phrase), avoiding.names(for: subtask))
            isLearned = isLearned || decision.isLearned
            return WrittenPlan.Step(
                worker: decision.worker,
                subtask: subtask,
                access: .steps(step.uses),
                decision: decision
            )
        }
        if unfolding.ends.count > 1, let merger = choice.specialist(for: .merging) ?? choice.general
        {
            let task = Phrase(.together).question
            steps.append(
                WrittenPlan.Step(
                    worker: merger,
                    subtask: task,
                    access: .steps(unfolding.ends.sorted())
                )
            )
        }
        var plan = WrittenPlan(reasoning: reasoning(steps), steps: steps)
        guard steps.count < limit, !isUnchecked, let checker = choice.specialist(for: .checking)
        else { return plan }
        // Whoever knows how likely each is right needs no check of everything.
        let reason = isLearned && wishes.isChecked == nil ? reasonToCheck(unfolding) : nil
        if let reason { plan.reasoning += " \(reason), so \(choice.name(of: checker)) checks it." }
        if reason != nil || wishes.isChecked ?? (steps.count > 1 && !isLearned) {
            plan.steps.append(Self.check(by: checker))
        }
        return plan
    }

    /// Why a check of the answer is worth its price, as a sentence's beginning; nil where it is not.
    private func reasonToCheck(_ unfolding: Unfolding) -> String? {
        // Of a part, and of several questions, that was never measured.
        guard request.task == nil, unfolding.ends.count == 1, let last = unfolding.steps.last,
            let verification = router.learned?.policy.verification
        else { return nil }
        if verification.isBeyond(TextFeatures(text)) {
            return "The question goes beyond what the policy was trained on"
        }
        return verification.kinds[last.phrase.form.rawValue]?.isOpen == true
            ? "Answers to such questions are wrong often enough" : nil
    }

    static func check(by worker: Int) -> WrittenPlan.Step {
        WrittenPlan.Step(worker: worker, subtask: Phrase(.check).question, access: .all)
    }

    private func reasoning(_ steps: [WrittenPlan.Step]) -> String {
        let subject = request.task == nil ? "The question" : "This part of the question"
        guard steps.count > 1 else {
            return
                "\(subject) is one task, and \(choice.name(of: steps[0].worker)) does such tasks."
        }
        var text =
            "\(subject) takes \(steps.count) steps: "
            + Self.list(
                steps.map { choice.name(of: $0.worker) },
                joint: "and then",
                isUnique: false
            )
            + "."
        let free = steps.filter { $0.access == .steps([]) }.count
        if free > 1 { text += " \(free) of them need nothing of each other and can run at once." }
        return text
    }

    // MARK: Whom

    private func decision(for task: Router.Task, _ avoiding: Set<String>) -> Router.Decision {
        let places = request.workers.indices.filter {
            avoiding.contains(request.workers[$0].name)
        }
        return router.decision(for: task, avoiding: Set(places)) ?? Router.Decision(worker: 0)
    }

    private func worker(for phrase: Phrase, _ avoiding: Avoided = Avoided()) -> Int {
        decision(for: .phrase(phrase), avoiding.everywhere).worker
    }

    /// The specialist that the text asks for, however it asks.
    var skilled: Int {
        guard case .phrases(let phrases) = reading, let last = phrases.last else {
            return choice.candidates(for: .judging).first ?? 0
        }
        return worker(for: last)
    }

    // MARK: Plans of one step

    static let wholeQuestion = Phrase(.answer).question

    func single(_ worker: Int, _ reasoning: String) -> WrittenPlan {
        // For a part, "the question" is not what a worker reads as its question.
        let task = request.task ?? Self.wholeQuestion
        return WrittenPlan(
            reasoning: reasoning,
            steps: [WrittenPlan.Step(worker: worker, subtask: task, access: .steps([]))]
        )
    }

    /// What no form reads goes to a general model whole. Without one it goes to a worker that will say
    /// that it cannot.
    private func unread(_ avoiding: Avoided) -> WrittenPlan {
        let start = "The question has none of the forms that the embedded workers know"
        let places = request.workers.indices.filter {
            avoiding.names(for: request.task ?? Self.wholeQuestion)
                .contains(request.workers[$0].name)
        }
        if let decision = router.decision(for: .text(text), avoiding: Set(places)) {
            let name = choice.name(of: decision.worker)
            let isGeneral = choice.generals.contains(decision.worker)
            var plan = single(
                decision.worker,
                "\(start), so \(name)\(isGeneral ? ", a general model," : "") answers it."
            )
            plan.steps[0].decision = decision
            return plan
        }
        var near: [String] = []
        if case .unread(let nearest) = reading {
            near = nearest.map { "“\(Phrasebook.form($0).example)”" }
        }
        let nearest = near.isEmpty ? "" : "; the nearest are \(Self.list(near, joint: "and"))"
        let skill: Skill =
            if case .unread(let names) = reading, let first = names.first {
                Phrasebook.form(first).skill
            } else { .arithmetic }
        return single(
            choice.candidates(for: skill).first ?? 0,
            "\(start)\(nearest). The pool has no general model, so it will hardly be answered."
        )
    }

    static func list(_ items: [String], joint: String, isUnique: Bool = true) -> String {
        var told: [String] = []
        for item in items where !isUnique || !told.contains(item) { told.append(item) }
        guard let last = told.last, told.count > 1 else { return told.first ?? "" }
        return told.dropLast().joined(separator: ", ") + " \(joint) " + last
    }
}

extension Phrase {
    /// Whether a slot holds the result of somebody else.
    fileprivate var refersToResults: Bool {
        slots.values.contains { argument in
            switch argument {
            case .result: true
            case .expression(let expression): expression.refersToResults
            case .list(let expressions): expressions.contains(where: \.refersToResults)
            default: false
            }
        }
    }
}

extension Expression {
    fileprivate var refersToResults: Bool {
        if case .result = self { true } else { operands.contains(where: \.refersToResults) }
    }
}
