public import PodiumCore

/// The conductor that runs in process: it recognises the forms of questions that the specialists
/// solve and writes a plan by rules.
///
/// It reads only the question and the pool, never answers, and says what it recognised. What it
/// does not recognise goes to a general model of the pool, if there is one.
public struct EmbeddedConductor: Provider {
    /// The provider's name in a configuration.
    public static let name = "embedded-conductor"

    /// The conductor as a worker, for calls that name it.
    public static let descriptor = Worker(
        name: "embedded",
        provider: name,
        model: "rules",
        strengths: "writes plans for the embedded pool by rules",
        tags: ["conductor", "embedded"],
        price: Price(
            currency: .nominal,
            input: Price.picounits(perMillion: 5),
            output: Price.picounits(perMillion: 5)
        ),
        isLocal: true
    )

    private let pace: ReplyPace

    public init(pace: ReplyPace = .unbounded) {
        self.pace = pace
    }

    /// The plan's whole text: a sentence or two of reasoning and the three lists.
    public func plan(for request: PlanRequest) -> String {
        PlanWriter.text(of: Planner(request: request).plan())
    }

    /// The next turn of a mini session, by a rule: no selector is trained yet.
    public func selection(for request: SelectionRequest) -> String {
        Selector(request: request).selection().text
    }

    /// The plan or the turn that the call asks for, at once: for rollouts.
    public func wholeReply(to call: ModelCall) -> Rollout.Reply {
        let text = text(for: call)
        return Rollout.Reply(
            text,
            reason(for: call),
            usage: Usage(
                input: Self.tokens(bytes: bytesRead(by: call)),
                output: Self.tokens(bytes: text.utf8.count)
            )
        )
    }

    public func reply(to call: ModelCall) -> ReplyStream {
        let (pace, reply) = (pace, wholeReply(to: call))
        return ReplyStream { continuation in
            let task = Task {
                do {
                    try await pace.stream(reply, to: continuation)
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func text(for call: ModelCall) -> String {
        switch call.request {
        case .plan(let request): plan(for: request)
        case .selection(let request): selection(for: request)
        case .step: "I cannot do a step's work: I write plans and never answer a question myself."
        }
    }

    private func reason(for call: ModelCall) -> FinishReason {
        if case .step = call.request { .declined } else { .stop }
    }

    private func bytesRead(by call: ModelCall) -> Int {
        switch call.request {
        case .plan(let request):
            request.question.utf8.count
                + request.workers.reduce(0) { $0 + $1.name.utf8.count + $1.strengths.utf8.count }
        case .selection(let request):
            request.turns.reduce(request.question.utf8.count) {
                $0 + ($1.output?.utf8.count ?? 0)
            }
        case .step(let request): request.question.utf8.count + request.subtask.utf8.count
        }
    }

    /// The specialists' rule: a token is four UTF-8 bytes, rounded up.
    private static func tokens(bytes: Int) -> Int { bytes / 4 + (bytes % 4 == 0 ? 0 : 1) }
}
