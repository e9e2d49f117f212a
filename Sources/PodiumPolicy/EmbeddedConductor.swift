public import PodiumCore

/// The conductor that runs in process: it takes the question apart by the forms of the phrasebook, and
/// gives each step to a worker, by a learned policy or by rules.
///
/// It reads only the question and the pool, never answers, and says what it weighed. What it does not
/// recognise goes to a general model of the pool, if there is one.
public struct EmbeddedConductor: Provider {
    /// The provider's name in a configuration.
    public static let name = "embedded-conductor"

    /// The conductor as a worker, for calls that name it: by the learned policy.
    public static let descriptor = descriptor(
        "embedded",
        model: "policy",
        "writes plans by a learned policy"
    )

    /// The same, which only says what it would have done: the rules decide.
    public static let observing = descriptor(
        "observer",
        model: observingModel,
        "writes plans by rules, and tells what a learned policy would do"
    )

    /// The conductor that decides by rules alone.
    public static let rules = descriptor("rules", model: rulesModel, "writes plans by rules")

    private static let rulesModel = "rules"
    private static let observingModel = "observed policy"

    /// The one for what a person lets the policy do.
    public static func descriptor(_ mode: LearningMode) -> Worker {
        switch mode {
        case .off: rules
        case .observe: observing
        case .apply: descriptor
        }
    }

    private static func descriptor(_ name: String, model: String, _ strengths: String) -> Worker {
        Worker(
            name: name,
            provider: Self.name,
            model: model,
            strengths: strengths,
            tags: ["conductor", "embedded"],
            price: Price(
                currency: .nominal,
                input: Price.picounits(perMillion: 5),
                output: Price.picounits(perMillion: 5)
            ),
            isLocal: true
        )
    }

    private let pace: ReplyPace
    private let learned: LearnedConduct?
    private let notice: String?

    /// - Parameters:
    ///   - learned: nil for rules alone.
    ///   - notice: a sentence on why it is rules alone, where a person would expect otherwise.
    public init(
        pace: ReplyPace = .unbounded,
        learned: LearnedConduct? = nil,
        notice: String? = nil
    ) {
        self.pace = pace
        self.learned = learned?.mode == .off ? nil : learned
        self.notice = notice
    }

    /// The plan's whole text: a sentence or two of reasoning, what was weighed, and the three lists.
    public func plan(for request: PlanRequest) -> String { plan(for: request, by: learned) }

    private func plan(for request: PlanRequest, by learned: LearnedConduct?) -> String {
        var plan = Planner(request: request, learned: learned).plan()
        if let notice, learned == nil { plan.reasoning = "\(notice) \(plan.reasoning)" }
        return PlanWriter.text(
            of: plan,
            workers: request.workers,
            author: learned?.name
        )
    }

    /// The next turn of a mini session.
    public func selection(for request: SelectionRequest) -> String {
        selection(for: request, by: learned)
    }

    private func selection(for request: SelectionRequest, by learned: LearnedConduct?) -> String {
        Selector(request: request, learned: learned).selection().text
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
        let learned = learned?.limited(to: Self.mode(of: call.worker))
        return switch call.request {
        case .plan(let request): plan(for: request, by: learned)
        case .selection(let request): selection(for: request, by: learned)
        case .step: "I cannot do a step's work: I write plans and never answer a question myself."
        }
    }

    /// What a session that names this conductor lets the policy do.
    private static func mode(of conductor: Worker) -> LearningMode {
        switch conductor.model {
        case rulesModel: .off
        case observingModel: .observe
        default: .apply
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
