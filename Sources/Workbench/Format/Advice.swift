import PodiumCore

/// What a person can do about a session that came to nothing.
enum Advice {
    /// The provider of the workers that run inside the program.
    private static let embedded = "embedded"

    /// Where the start screen of a pool without a real model leads to: the first that there is room
    /// for.
    static let leads = [
        "These are small embedded workers. For real models: podium setup",
        "For real models: podium setup",
    ]

    /// How to get a real model, when only the specialists that run inside the program were asked.
    static func forFailure(of state: SessionState) -> String? {
        guard state.closed?.outcome == .failed, let pool = state.opened?.pool,
            pool.allSatisfy({ $0.provider == embedded }),
            // What a person left out is not the workers' fault.
            state.steps.allSatisfy({ $0.marks.isDisjoint(with: [.cancelled, .skipped]) })
        else { return nil }
        return "A real model could answer: podium setup (or scripts/local-model)."
            + " --variant ultra asks other embedded workers."
    }
}
