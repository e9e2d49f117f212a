public import PodiumCore

/// The providers a run can call, by the names the workers use for them.
public struct ProviderPool: Sendable {
    private let providers: [String: any Provider]

    public init(_ providers: [String: any Provider]) {
        self.providers = providers
    }

    func reply(to call: ModelCall) -> ReplyStream {
        guard let provider = providers[call.worker.provider] else {
            let error = ProviderError(
                .unavailable,
                "Worker \(call.worker.name) needs the provider \(call.worker.provider), which is"
                    + " not configured.",
                advice: "Add it under providers: in the configuration.", isRetryable: false)
            return ReplyStream { $0.finish(throwing: error) }
        }
        return provider.reply(to: call)
    }
}
