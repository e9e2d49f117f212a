public import PodiumCore

/// The providers a run can call.
public struct ProviderPool: Sendable {
    private let providers: [String: any Provider]
    private let workers: [String: any Provider]

    /// - Parameters:
    ///   - providers: by the names the workers use for them.
    ///   - workers: by a worker's name, for workers with settings of their own; looked up first.
    public init(_ providers: [String: any Provider], workers: [String: any Provider] = [:]) {
        self.providers = providers
        self.workers = workers
    }

    func reply(to call: ModelCall) -> ReplyStream {
        guard let provider = workers[call.worker.name] ?? providers[call.worker.provider] else {
            let error = ProviderError(
                .unavailable,
                "Worker \(call.worker.name) needs the provider \(call.worker.provider), which is"
                    + " not configured.",
                advice: "Add it under providers: in the configuration.",
                isRetryable: false
            )
            return ReplyStream { $0.finish(throwing: error) }
        }
        return provider.reply(to: call)
    }
}
