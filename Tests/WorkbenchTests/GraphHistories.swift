import PodiumCore
import PodiumTesting

/// Sessions whose graphs are looked at, made by the real run machine.
enum GraphHistories {
    private static let conductor = ConductorSpecification.prompted([Worker].sample[1])

    /// A conductor's reply: worker, subtask and access list a step.
    static func plan(_ steps: (Int, String, String)...) -> String {
        plan(steps)
    }

    private static func plan(_ steps: [(Int, String, String)]) -> String {
        """
        model_id = [\(steps.map { "\($0.0)" }.joined(separator: ", "))]
        subtasks = [\(steps.map { "\"\($0.1)\"" }.joined(separator: ", "))]
        access_list = [\(steps.map(\.2).joined(separator: ", "))]
        """
    }

    static func opened(
        _ plan: String,
        limits: RunLimits = RunLimits(fallbacks: 0),
        policy: RunPolicy = RunPolicy()
    ) -> HistoryBuilder {
        var history = HistoryBuilder(limits: limits, policy: policy)
        history.open("Why?", conductor: conductor)
        history.reply(1, plan)
        return history
    }

    static var chain: HistoryBuilder {
        var history = opened(
            plan((0, "Find it.", "[]"), (1, "Prove it.", "[0]"), (2, "Check it.", "[1]"))
        )
        history.reply(2, "found")
        return history
    }

    static var diamond: HistoryBuilder {
        var history = opened(
            plan(
                (0, "Split it.", "[]"),
                (1, "Do the left half.", "[0]"),
                (2, "Do the right half.", "[0]"),
                (1, "Join them.", "[1, 2]")
            )
        )
        history.reply(2, "split")
        history.text(3, "half of it, and a little more")
        history.fail(4, ProviderError(.unauthorized, "The key is refused.", isRetryable: false))
        return history
    }

    /// Five steps, of which the last sees the first.
    static var longEdge: HistoryBuilder {
        var history = opened(
            plan(
                (0, "Read it.", "[]"),
                (1, "Solve it.", "[0]"),
                (2, "Estimate it.", "[0]"),
                (1, "Compare both.", "[1, 2]"),
                (0, "Answer.", #"["all"]"#)
            )
        )
        history.reply(2, "read")
        return history
    }

    static var fan: HistoryBuilder {
        let parts = (0..<8).map { ($0 % 3, "Do part \($0).", "[]") }
        var history = opened(
            plan(parts + [(1, "Join them.", #"["all"]"#)]),
            limits: RunLimits(steps: 9, fallbacks: 0)
        )
        history.reply(2, "part")
        return history
    }

    static var rounds: HistoryBuilder {
        var history = opened(
            plan((0, "Find it.", "[]"), (2, "Check it.", "[0]")),
            limits: RunLimits(rounds: 2, fallbacks: 0)
        )
        history.reply(2, "found")
        history.reply(3, "Checked.\nAnswer: 41")
        history.reply(4, plan((1, "Prove it.", "[]"), (2, "Compare.", #"["all"]"#)))
        return history
    }

    static var nested: HistoryBuilder {
        var history = opened(
            plan((0, "Find.", "[]"), (3, "Prove.", "[0]"), (2, "Check.", "[1]")),
            limits: RunLimits(nesting: 1, fallbacks: 0)
        )
        history.reply(2, "found")
        history.reply(
            3,
            plan((1, "One.", "[]"), (0, "Two.", "[]"), (2, "Three.", "[0, 1]"))
        )
        history.reply(4, "one")
        return history
    }

    /// A chain of which the first step was done and rerouted afterwards, the last rewritten, and a
    /// step inserted.
    static var overridden: HistoryBuilder {
        var history = chain
        history.decide(.hold)
        history.reply(3, "proved")
        history.decide(.reroute(StepID(1), worker: "local"))
        history.decide(.rewrite(StepID(3), subtask: "Check it twice."))
        history.decide(
            .insert(
                after: StepID(1),
                worker: "quick",
                subtask: "Look it up.",
                access: nil,
                readers: nil
            )
        )
        return history
    }
}
