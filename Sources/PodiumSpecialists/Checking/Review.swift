import PodiumCore

/// The checker's look at one proposal: the answer of the last step it may see.
struct Review {
    private let request: StepRequest
    private let proposal: String
    private var working: [String]

    init(request: StepRequest, proposal: String) {
        self.request = request
        self.proposal = proposal
        working = ["The proposed answer is \(proposal)."]
    }

    mutating func run() -> SpecialistReply {
        if let missing = missingStep() {
            return revise("it rests on step \(missing + 1), which gave no answer")
        }
        if let objection = AnswerDemand(request.question).objection(to: proposal) {
            return revise(objection)
        }
        if let last = request.seen.last, TaskText(last.subtask).isGeneric,
            let word = HalfReading.omission(by: proposal, to: request.question)
        {
            return revise("it is what remains of the question without “\(word)”")
        }
        let question = StepRequest(question: request.question, seen: [], subtask: "")
        let direct = Recomputation.verdict(on: proposal, to: question)
        if case .agrees(let finding) = direct {
            working.append("The question itself, done again: \(finding).")
            return accept()
        }
        // A workflow of several steps answers more than one specialist reads in the question, so
        // a direct reading that differs condemns only an answer in one step.
        if case .differs(let reason) = direct, request.seen.count == 1 {
            return revise("for the question itself, \(reason)")
        }
        return runSteps()
    }

    private mutating func runSteps() -> SpecialistReply {
        var lastIsChecked = false
        for index in request.seen.indices.suffix(12) {
            let step = request.seen[index]
            // Of a step tried twice, the second counts.
            guard !isSuperseded(index), let answer = SeenAnswer.answer(in: step.output) else {
                continue
            }
            lastIsChecked = false
            switch verdict(on: step, answer, before: index) {
            case .agrees(let finding):
                working.append("Step \(index + 1), done again: \(finding). It agrees.")
                lastIsChecked = index == request.seen.count - 1
            case .differs(let reason):
                return revise("step \(index + 1) says \(answer), and \(reason)")
            case .unknown:
                working.append("Step \(index + 1) is not of a form that I can check.")
            }
        }
        guard lastIsChecked else {
            return SpecialistReply(
                working: working,
                outcome: .declined(
                    "I cannot check this answer: it is of no form that I can check or compute again."
                )
            )
        }
        return accept()
    }

    // MARK: What a step rests on

    /// The earliest step without an answer on which the proposal may rest. What exactly it saw is not
    /// known here, so a last step that points back rests on all that came before.
    private func missingStep() -> Int? {
        guard let last = request.seen.last, pointsBack(last.subtask) else { return nil }
        return request.seen.indices.dropLast().first {
            SeenAnswer.answer(in: request.seen[$0].output) == nil && !isSuperseded($0)
        }
    }

    /// Whether the same was asked again later.
    private func isSuperseded(_ index: Int) -> Bool {
        let subtask = SeenAnswer.folded(request.seen[index].subtask)
        return request.seen[(index + 1)...].contains {
            SeenAnswer.folded($0.subtask) == subtask && SeenAnswer.answer(in: $0.output) != nil
        }
    }

    private func pointsBack(_ subtask: String) -> Bool {
        let tokens = Tokens(subtask).all
        return namesStep(tokens)
            || tokens.contains {
                $0.isWord([
                    "above", "found", "earlier", "previous", "previously", "result", "results",
                    "preceding", "them", "these", "those", "it", "that", "decoded",
                ])
            }
    }

    /// "the value of step 0": which step that is depends on how one counts.
    private func namesStep(_ tokens: [Token]) -> Bool {
        tokens.indices.dropLast().contains { index in
            tokens[index].isWord(["step", "steps"])
                && NumberRuns.number(tokens, at: index + 1) != nil
        }
    }

    /// Whether it is certain what the step's subtask refers to.
    private func resolves(_ step: StepRequest.Seen, before index: Int) -> Bool {
        let tokens = Tokens(step.subtask).all
        guard !namesStep(tokens) else { return false }
        let pointsAbove = tokens.contains { $0.isWord(["above", "earlier", "previous"]) }
        return !pointsAbove
            || request.seen[..<index].contains { SeenAnswer.answer(in: $0.output) != nil }
    }

    // MARK: Doing a step again

    /// Does a step again. Its access list is not known here, so it is tried with every earlier step
    /// in view, then with each alone, then with none.
    private func verdict(
        on step: StepRequest.Seen,
        _ answer: String,
        before index: Int
    ) -> Recomputation.Verdict {
        guard resolves(step, before: index) else { return .unknown }
        let earlier = Array(request.seen[..<index])
        var views = [earlier]
        // A subtask that refers to nothing is the same whatever is in view.
        if refersBack(step.subtask), earlier.count > 1 {
            views += pairs(of: earlier) + earlier.map { [$0] }
        }
        if !earlier.isEmpty { views.append([]) }
        var other = Recomputation.Verdict.unknown
        for view in views {
            let again = StepRequest(
                question: request.question,
                seen: view,
                subtask: step.subtask
            )
            switch Recomputation.verdict(on: answer, to: again) {
            case .agrees(let finding): return .agrees(finding)
            case .differs(let reason): if other == .unknown { other = .differs(reason) }
            case .unknown: continue
            }
        }
        return other
    }

    private func refersBack(_ subtask: String) -> Bool {
        pointsBack(subtask) || TaskText(subtask).isGeneric
    }

    private func pairs(of steps: [StepRequest.Seen]) -> [[StepRequest.Seen]] {
        guard steps.count > 2 else { return [] }
        return steps.indices.flatMap { first in
            steps[(first + 1)...].map { [steps[first], $0] }
        }
        .prefix(20).map { $0 }
    }

    // MARK: Outcomes

    private func accept() -> SpecialistReply {
        SpecialistReply(working: working + ["ACCEPT"], outcome: .answered(proposal))
    }

    private func revise(_ reason: String) -> SpecialistReply {
        SpecialistReply(
            working: working + ["REVISE"],
            outcome: .declined("I cannot accept \(proposal): \(reason).")
        )
    }
}
