import PodiumCore

/// Why calls failed, as far as it has been said: what follows from one failure gives the same reason
/// several times, and a reader wants it once.
struct ToldReasons: Sendable {
    /// The last one of each agent.
    private var errors: [Agent: ProviderError] = [:]
    private var last: ProviderError?

    /// Takes down that the reason is said now; false when it was said of this agent, or just before.
    mutating func isNew(_ error: ProviderError, of agent: Agent) -> Bool {
        let isNew = error.message != errors[agent]?.message && error.message != last?.message
        errors[agent] = error
        last = error
        return isNew
    }

    /// The sentence with a reason at its end that has been said left out.
    func brief(_ sentence: String, of agent: Agent? = nil) -> String {
        for error in [agent.flatMap { errors[$0] }, last].compactMap(\.self) {
            for reason in [error.description, error.message] {
                let end = ": \(reason)"
                if sentence.hasSuffix(end) {
                    return sentence.dropLast(end.count) + ", for the same reason."
                }
            }
        }
        return sentence
    }
}
