import PodiumCore
import PodiumTesting
import Testing

/// What can be learned from a session.
@Suite struct LessonTests {
    private static let pool =
        [Worker].sample + [
            Worker(name: "judge", provider: "east", model: "j", tags: ["verification"])
        ]

    private func session(_ plan: Plan, _ replies: String...) -> SessionState {
        var history = HistoryBuilder(pool: Self.pool)
        history.limits.retries = 0
        history.open(plan: plan)
        for (number, reply) in replies.enumerated() { history.reply(number + 1, reply) }
        return history.state
    }

    /// `quick right by a person: One.`
    private func told(_ state: SessionState, _ verdict: AnswerVerdict.Value?) -> [String] {
        state.lessons(verdict: verdict) { $0 == "Answer the question." }.map { lesson in
            "\(lesson.worker.name) \(lesson.isRight ? "right" : "wrong")"
                + " by \(lesson.isFromPerson ? "a person" : "a check"): \(lesson.task)"
        }
    }

    @Test func `that an answer is right is learned of all that it rests on`() {
        let state = session(Plan((0, "One.", []), (1, "Two.", [0])), "6", "42")
        #expect(
            told(state, .right) == [
                "quick right by a person: One.", "deep right by a person: Two.",
            ]
        )
        #expect(told(state, nil).isEmpty)
    }

    @Test func `that it is wrong is learned of a step alone, not of one among several`() {
        let several = session(Plan((0, "One.", []), (1, "Two.", [0])), "6", "42")
        #expect(told(several, .wrong).isEmpty)
        let alone = session(Plan((0, "Answer the question.", [])), "6")
        let question = alone.opened?.question ?? ""
        #expect(told(alone, .wrong) == ["quick wrong by a person: \(question)"])
    }

    @Test func `without a verdict what a check said is learned`() {
        let state = session(
            Plan((0, "One.", []), (3, "Check it.", [0])),
            "6",
            "REVISE: it is 7."
        )
        #expect(told(state, nil) == ["quick wrong by a check: One."])
    }

    @Test func `nothing is learned before the end`() {
        #expect(told(session(Plan((0, "One.", []), (1, "Two.", [0])), "6"), .right).isEmpty)
    }
}
