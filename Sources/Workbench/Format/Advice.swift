import PodiumCore

/// What a person can do about a session that came to nothing.
enum Advice {
    /// How to get a real model, when only the specialists that run inside the program were asked.
    static func forFailure(of state: SessionState) -> String? {
        guard state.closed?.outcome == .failed, let pool = state.opened?.pool,
            pool.allSatisfy({ $0.tags.contains("embedded") }),
            // What a person left out is not the workers' fault.
            state.steps.allSatisfy({ $0.marks.isDisjoint(with: [.cancelled, .skipped]) })
        else { return nil }
        return
            "Only Podium's embedded specialists were asked, and they know few kinds of questions."
            + " For real models name a server in the configuration: docs/configuration.md has the"
            + " keys, and scripts/local-model serves a small model on this machine."
    }
}
