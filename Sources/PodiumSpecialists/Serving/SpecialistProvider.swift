public import PodiumCore

/// Serves the specialists as a provider: finds the one that the call's model names, lets it work,
/// and streams its text.
public struct SpecialistProvider: Provider {
    /// The provider's name in a pool.
    public static let name = "embedded"

    private let pace: ReplyPace

    public init(pace: ReplyPace = .unbounded) {
        self.pace = pace
    }

    public func reply(to call: ModelCall) -> ReplyStream {
        let pace = pace
        return ReplyStream { continuation in
            let task = Task {
                do {
                    let (reply, usage) = try Self.reply(to: call)
                    try await pace.stream(
                        reply.text,
                        then: [.usage(usage), .finished(reply.finishReason)],
                        to: continuation
                    )
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private static func reply(
        to call: ModelCall
    ) throws(ProviderError) -> (SpecialistReply, Usage) {
        guard let specialist = Specialists.specialist(model: call.worker.model) else {
            let known = Specialists.all.map(\.descriptor.model).joined(separator: ", ")
            throw ProviderError(
                .notFound,
                "The embedded pool has no specialist named \(call.worker.model).",
                advice: "It has \(known).",
                isRetryable: false
            )
        }
        let reply: SpecialistReply
        let usage: Usage
        switch call.request {
        case .step(let request):
            var random = SeededGenerator(seed: call.seed)
            reply = specialist.reply(to: request, random: &random)
            usage = TokenCount.usage(of: request, text: reply.text)
        case .plan(let request):
            reply = SpecialistReply(
                outcome: .declined("I cannot write plans: I am a worker, not a conductor.")
            )
            usage = Usage(
                input: TokenCount.tokens(bytes: request.question.utf8.count),
                output: TokenCount.tokens(bytes: reply.text.utf8.count)
            )
        case .selection(let request):
            reply = SpecialistReply(
                outcome: .declined("I cannot choose workers: I am a worker, not a selector.")
            )
            usage = Usage(
                input: TokenCount.tokens(bytes: request.question.utf8.count),
                output: TokenCount.tokens(bytes: reply.text.utf8.count)
            )
        }
        return (reply, usage)
    }
}
