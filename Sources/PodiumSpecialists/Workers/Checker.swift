public import PodiumCore

/// Checks a proposed answer by computing it again.
///
/// Only the last step's answer is a proposal. Where an answer is easier to check than to find (an
/// expression, a sudoku, a colouring), it is held against the conditions; else every step it may see
/// is done once more from its subtask and the steps before it, and the question itself where one
/// specialist can read it. It accepts when what it can check agrees and the proposed answer is among
/// that, revises when something differs or a step that it rests on gave no answer, and declines when
/// it cannot tell.
public struct Checker: Specialist {
    public let descriptor = Specialists.descriptor(
        "checker",
        strengths: "checks a proposed answer against the question's conditions or by computing"
            + " it again; says ACCEPT or REVISE",
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
            return SpecialistReply(outcome: .declined(Self.refusal(of: request.subtask)))
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

    /// Without a proposal there is no answer; a subtask that says why is repeated.
    private static func refusal(of subtask: String) -> String {
        let unread = Tokens(subtask).all.filter { $0.kind == .quoted }.map { "“\($0.text)”" }
        guard subtask.lowercased().contains("no answer can be given"), !unread.isEmpty else {
            return "I cannot check anything: I see no proposed answer."
        }
        let words = unread.joined(separator: ", ")
        return "I cannot answer this question: no worker here accounts for \(words) in it."
    }
}
