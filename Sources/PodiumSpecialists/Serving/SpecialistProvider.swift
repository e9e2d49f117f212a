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
                    try await pace.stream(Self.wholeReply(to: call), to: continuation)
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// What the specialist that the call's model names has to say, at once: for rollouts.
    public static func wholeReply(to call: ModelCall) -> Rollout.Reply {
        guard let specialist = Specialists.specialist(model: call.worker.model) else {
            let known = Specialists.all.map(\.descriptor.model).joined(separator: ", ")
            return Rollout.Reply(
                failing: ProviderError(
                    .notFound,
                    "The embedded pool has no specialist named \(call.worker.model).",
                    advice: "It has \(known).",
                    isRetryable: false
                )
            )
        }
        switch call.request {
        case .step(let request):
            var random = SeededGenerator(seed: call.seed)
            let reply = specialist.reply(to: request, random: &random)
            let text = reply.text
            return Rollout.Reply(
                text,
                reply.finishReason,
                usage: TokenCount.usage(of: request, text: text)
            )
        case .plan(let request):
            return declined(
                "I cannot write plans: I am a worker, not a conductor.",
                request.question
            )
        case .selection(let request):
            return declined(
                "I cannot choose workers: I am a worker, not a selector.",
                request.question
            )
        }
    }

    private static func declined(_ text: String, _ question: String) -> Rollout.Reply {
        Rollout.Reply(
            text,
            .declined,
            usage: Usage(
                input: TokenCount.tokens(bytes: question.utf8.count),
                output: TokenCount.tokens(bytes: text.utf8.count)
            )
        )
    }
}

extension SpecialistProvider {
    /// What a reply to a step costs, in nominal units.
    public static func cost(of text: String, to request: StepRequest, by specialist: Specialist)
        -> Double
    {
        Cost(of: TokenCount.usage(of: request, text: text), at: specialist.descriptor.price)
            .nominalUnits
    }
}
