import PodiumCore

extension ReplyEnd {
    /// In bytes.
    private static let longestReply = 16 << 20

    /// What it used, as far as that can be, however long the reply was: another count would keep the
    /// provider from all calls. And the error.
    var parts: (Usage?, ProviderError?) {
        let (usage, error): (Usage?, ProviderError?) =
            switch self {
            case .finished(_, let usage): (usage, nil)
            case .failed(let error, let usage): (usage, error)
            }
        return (usage.flatMap { $0.isPossible(receiving: Self.longestReply) ? $0 : nil }, error)
    }
}

extension ModelCall {
    /// What vendors count against a limit when a call arrives: its input, and the most it may bring.
    var estimatedTokens: Int {
        let input = request.messages.reduce(0) { $0 + TokenEstimate.tokens(in: $1.content) }
        return input + min(worker.options?.maxTokens ?? 0, 1 << 20)
    }
}
