import PodiumCore
import PodiumTesting

@testable import Workbench

/// A run in which all happens that stands out: a plan, a failure and another try, decisions, a second round,
/// and an answer.
enum ReplaySession {
    static let history: HistoryBuilder = {
        var history = HistoryBuilder(
            session: SessionID(rawValue: "sample"),
            limits: RunLimits(retries: 1, rounds: 2, fallbacks: 0),
            policy: RunPolicy(variant: .ultra)
        )
        history.open(
            "Split it, and join it again.",
            conductor: .prompted([Worker].sample[1])
        )
        history.text(1, "Two halves first.", channel: .reasoning)
        history.reply(
            1,
            GraphHistories.plan(
                (0, "Do the left half.", "[]"),
                (2, "Do the right half.", "[]"),
                (1, "Join them.", "[0, 1]")
            )
        )
        for word in ["left ", "half ", "done"] {
            history.text(2, word)
            history.text(3, word)
        }
        history.fail(3, ProviderError(.overloaded, "The model is overloaded.", isRetryable: true))
        history.decide(.rewrite(StepID(3), subtask: "Join both halves."))
        history.finish(2)
        history.pace = .seconds(12)
        history.fire(3)
        history.pace = .milliseconds(40)
        history.reply(4, "right half done")
        history.reply(5, "Answer: joined")
        history.reply(6, GraphHistories.plan((1, "Check it once more.", "[]")))
        history.reply(7, "Answer: joined, and checked")
        if !history.state.isClosed { history.reply(8, "DONE") }
        return history
    }()
}
