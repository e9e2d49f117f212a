import PodiumCore

/// Why calls failed, as far as it has been said: what follows from one failure gives the same reason
/// several times, and a reader wants it once.
struct ToldReasons: Sendable {
    /// The last one of each agent.
    private var errors: [Agent: ProviderError] = [:]
    private var last: ProviderError?
    /// Why a worker left, which is told before the failure by which it did, and without advice.
    private var departure: String?

    /// Takes down that a worker left for a reason.
    mutating func left(because reason: String) { departure = reason }

    /// What is said of a failed call.
    mutating func sentence(for error: ProviderError, of agent: Agent) -> String {
        let isTold = error.message == errors[agent]?.message
        let isOfDeparture = error.message == departure
        errors[agent] = error
        last = error
        departure = nil
        if isTold { return "For the same reason." }
        guard isOfDeparture else { return "The reason: \(error)" }
        return "For the same reason." + (error.advice.map { " \($0)" } ?? "")
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
