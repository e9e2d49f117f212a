public import PodiumCore

/// Checks a proposed answer by computing it again.
///
/// Every step it may see is done once more from its subtask and the steps before it; the question
/// itself is solved directly where it is of a form that one specialist knows. It accepts when what it
/// can recompute agrees and the proposed answer is among that, revises when something differs, and
/// declines when it cannot tell.
public struct Checker: Specialist {
    public let descriptor = Specialists.descriptor(
        "checker",
        strengths: "checks a proposed answer by recomputing arithmetic, algebra, dates and letter"
            + " tasks; says ACCEPT or REVISE",
        tags: ["verification"],
        input: 60,
        output: 120
    )

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        guard let last = request.seen.last, request.seen.contains(where: { !$0.output.isEmpty })
        else {
            return SpecialistReply(
                outcome: .declined("I cannot check anything: I see no proposed answer.")
            )
        }
        guard let proposal = SeenAnswer.answer(in: last.output) else {
            return SpecialistReply(
                working: ["REVISE"],
                outcome: .declined("I cannot accept this: the step before states no answer.")
            )
        }
        var review = Review(request: request, proposal: proposal)
        return review.run()
    }
}

private struct Review {
    let request: StepRequest
    let proposal: String
    var working: [String] = []

    init(request: StepRequest, proposal: String) {
        self.request = request
        self.proposal = proposal
        working.append("The proposed answer is \(proposal).")
    }

    mutating func run() -> SpecialistReply {
        let direct = recomputed(StepRequest(question: request.question, seen: [], subtask: ""))
        if let direct, SeenAnswer.agree(direct, proposal) {
            working.append("Solving the question again gives \(direct).")
            return accept()
        }
        // A workflow of several steps answers more than one specialist reads in the question, so
        // a direct reading that differs condemns only an answer in one step.
        if let direct, request.seen.count == 1 {
            return revise("solving the question again gives \(direct)")
        }
        var lastIsChecked = false
        for index in request.seen.indices.suffix(12) {
            let step = request.seen[index]
            guard let answer = SeenAnswer.answer(in: step.output) else { continue }
            switch verdict(on: step, answer, before: index) {
            case .agrees(let value):
                working.append("Step \(index + 1), done again: \(value). It agrees.")
                lastIsChecked = index == request.seen.count - 1
            case .differs(let value):
                return revise("step \(index + 1) says \(answer), and I find \(value)")
            case .unknown:
                working.append("Step \(index + 1) is not of a form that I can recompute.")
                lastIsChecked = false
            }
        }
        guard lastIsChecked else {
            return SpecialistReply(
                working: working,
                outcome: .declined(
                    "I cannot check this answer: I recompute only arithmetic, algebra, dates and"
                        + " letter tasks."
                )
            )
        }
        return accept()
    }

    private enum Verdict {
        case agrees(String)
        case differs(String)
        case unknown
    }

    /// Does a step again. Its access list is not known here, so it is tried with every earlier step
    /// in view, then with each alone, then with none.
    private func verdict(on step: StepRequest.Seen, _ answer: String, before index: Int) -> Verdict
    {
        let earlier = Array(request.seen[..<index])
        let views =
            [earlier] + (earlier.count > 1 ? pairs(of: earlier) + earlier.map { [$0] } : [])
            + (earlier.isEmpty ? [] : [[]])
        var other: String?
        for view in views {
            let again = StepRequest(
                question: request.question,
                seen: view,
                subtask: step.subtask
            )
            guard let value = recomputed(again) else { continue }
            if SeenAnswer.agree(value, answer) { return .agrees(value) }
            other = other ?? value
        }
        return other.map { .differs($0) } ?? .unknown
    }

    private func pairs(of steps: [StepRequest.Seen]) -> [[StepRequest.Seen]] {
        guard steps.count > 2 else { return [] }
        return steps.indices.flatMap { first in
            steps[(first + 1)...].map { [steps[first], $0] }
        }
        .prefix(20).map { $0 }
    }

    /// What a specialist finds for a request, if one understands it.
    private func recomputed(_ request: StepRequest) -> String? {
        if let solution = Reckoner.attempt(request).solution { return solution.answer }
        if let solution = Algebraist.attempt(request).solution { return solution.answer }
        if let solution = Linguist.attempt(request).solution { return solution.answer }
        if let solution = Calendarist.attempt(request).solution { return solution.answer }
        let merges = Tokens(request.subtask).all.contains {
            $0.isWord(["vote", "majority", "merge", "together", "combine"])
        }
        return merges ? Merger.attempt(request).solution?.answer : nil
    }

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
