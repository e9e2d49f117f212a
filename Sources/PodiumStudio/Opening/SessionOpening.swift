import PodiumConfiguration
import PodiumCore
import PodiumPolicy
import PodiumStore

/// What a session is opened with: the configuration, and what a request says otherwise.
struct SessionOpening {
    let configuration: Configuration
    let store: SQLiteEventStore
    let program: String
    /// Whether there is a learned policy.
    let hasPolicy: Bool
    let recent: RecentHistory

    private static let usualReplans = 2
    /// Tokens: five steps take a tenth of it, and thoughts before them the rest.
    private static let planTokens = 4_096
    private static let thinkingPlanTokens = 16_384

    /// - Parameter seed: taken when the request has none.
    /// - Throws: `ConfigurationError`, `PoolRestriction.Failure`, `StudioError` or `StoreError`.
    func opened(_ asked: RunRequest, seed: UInt64) throws -> SessionOpened {
        let before = try asked.follows.map(earlier)
        let request = try before.map { try goingOn(asked, with: $0) } ?? asked
        let whole =
            try request.worker.map { [try worker($0)] }
            ?? configuration.pool(named: request.pool ?? Configuration.defaultPool)
        let pool = try able(
            for: request.client,
            among: try request.restriction.apply(to: whole)
        )
        let alone = whoAnswersAlone(request, among: pool)
        var policy = configuration.policy
        // What was set on the screen is for the screen: elsewhere nobody may be there to approve.
        if let asks = configuration.interface.asksApproval { policy.asksApproval = asks }
        request.policy.apply(to: &policy)
        var limits = configuration.limits(for: policy.variant)
        request.limits.apply(to: &limits)
        if request.client?.messages != nil {
            // One worker answers, and who that is is all there is to decide.
            policy.variant = alone == nil ? .mini : .plan
            limits.turns = 1
        }
        let conductor =
            try (request.plan ?? alone.map(Plan.alone))
            .map { .fixed($0, source: program) } ?? conductor(request, pool: pool)
        // What a policy learned says who is next; a rule or a model may write the same plan again.
        let isLearned = hasPolicy && conductor.worker == EmbeddedConductor.descriptor
        limits.replans = configuration.replans ?? (isLearned ? Self.usualReplans : 0)
        guard policy.variant != .mini || conductor.worker != nil else {
            throw StudioError(
                .badRequest,
                "a plan file leaves nothing to select: mini needs a conductor."
            )
        }
        return SessionOpened(
            question: request.question,
            conductor: conductor,
            pool: pool,
            limits: limits,
            policy: policy,
            seed: request.seed ?? seed,
            program: program,
            // One call of one worker needs no forecast.
            history: alone == nil
                ? try recent.history(
                    of: pool.map(\.name),
                    in: store,
                    mayBeOld: request.client != nil
                ) : [],
            conversation: request.conversation,
            follows: request.follows,
            client: request.client
        )
    }

    /// The worker that answers without a conductor; nil where one is to choose.
    private func whoAnswersAlone(_ request: RunRequest, among pool: [Worker]) -> String? {
        if let worker = request.worker { return worker }
        guard request.client?.messages != nil else { return nil }
        if let kept = request.kept, pool.contains(where: { $0.name == kept }) { return kept }
        // A plan file chooses nobody.
        if case .fixed = configuration.conductor { return pool.first?.name }
        return nil
    }

    /// The workers that take all that a client sends to whoever answers it.
    private func able(
        for client: ClientRequest?,
        among pool: [Worker]
    ) throws(StudioError) -> [Worker] {
        guard let needed = client?.abilities, !needed.isEmpty else { return pool }
        let able = pool.filter { $0.takes(needed) }
        guard able.isEmpty else { return able }
        let what = Worker.Ability.allCases.filter(needed.contains).map(\.rawValue)
            .joined(separator: " and ")
        let who = pool.count == 1 ? "\(pool[0].name) takes no" : "none of these workers takes"
        throw StudioError(
            .badRequest,
            "\(who) \(what). Ask another model, or name what a worker takes in its configuration:"
                + " `takes: [tools, images]`."
        )
    }

    /// The session that a question goes on with.
    private func earlier(_ id: SessionID) throws -> SessionState {
        let events = try store.events(of: id, after: 0, limit: .max)
        let state = events.reduce(into: SessionState(id: id)) { $0.apply($1) }
        guard state.isOpened else {
            throw StudioError(
                .noSession,
                "session \(id), with which it should go on, is not among those that are stored here."
            )
        }
        return state
    }

    /// What a person's question after that session carries with it.
    private func conversation(after state: SessionState) -> [Exchange] {
        guard let opened = state.opened, let answer = state.closed?.answer else { return [] }
        let exchange = Exchange(question: opened.question, answer: answer)
        return Array((opened.conversation + [exchange]).suffix(Exchange.limit))
    }

    /// A request with what was said before it.
    ///
    /// A client's conversation is its own to shorten: all of it is carried on.
    private func goingOn(
        _ asked: RunRequest,
        with state: SessionState
    ) throws(StudioError) -> RunRequest {
        var request = asked
        guard var client = asked.client else {
            request.conversation = conversation(after: state)
            return request
        }
        guard let messages = state.conversationSoFar else {
            throw StudioError(
                .wrongState,
                "session \(state.id), with which it should go on, has no answer."
            )
        }
        if asked.question.isEmpty { request.question = state.opened?.question ?? "" }
        if client.messages != nil || messages.areForOneWorker {
            let whole = (messages + (client.messages ?? asked.ownMessages)).withWholeTurns
            if let fault = whole.toolCallFault { throw StudioError(.badRequest, fault) }
            client.messages = whole
            request.client = client
        } else {
            request.conversation = ClientConversation(messages).exchanges + asked.conversation
        }
        return request
    }

    private func conductor(
        _ request: RunRequest,
        pool: [Worker]
    ) throws -> ConductorSpecification {
        let settings = try request.conductor.map { try configuration.conductor(from: $0) }
        switch settings ?? configuration.conductor {
        case .embedded:
            let mode = request.learning ?? configuration.learning.mode
            return .embedded(EmbeddedConductor.descriptor(mode))
        case .rules: return .embedded(EmbeddedConductor.rules)
        case .prompted(let name): return .prompted(planner(try worker(name)))
        case .checkpoint(let name, let template, let file):
            return .checkpoint(planner(try worker(name)), template: template, source: file)
        case .fixed(let path):
            return .fixed(try PlanFile.load(path: path, pool: pool), source: path)
        }
    }

    /// A worker as it writes plans: within a limit of tokens, so that a small model on this machine
    /// cannot write until its context is full. One that thinks before it writes gets more room.
    private func planner(_ worker: Worker) -> Worker {
        var planner = worker
        var options = worker.options ?? ModelOptions()
        let thinks = options.reasoningEffort != nil || options.reasoningTokens != nil
        let usual = thinks ? Self.thinkingPlanTokens : Self.planTokens
        let isLocal = configuration.providers.first { $0.name == worker.provider }?.isLocal ?? false
        options.maxTokens =
            configuration.planTokens ?? options.maxTokens ?? (isLocal ? usual : nil)
        planner.options = options
        return planner
    }

    private func worker(_ name: String) throws(StudioError) -> Worker {
        guard let worker = configuration.worker(named: name) else {
            throw StudioError(.badRequest, "there is no worker \(name).")
        }
        return worker
    }
}

extension RunRequest {
    /// What a client asks, as a conversation.
    fileprivate var ownMessages: [ChatMessage] {
        let system = client?.instructions.map { [ChatMessage(.system, $0)] } ?? []
        let earlier = conversation.flatMap {
            [ChatMessage(.user, $0.question), ChatMessage(.assistant, $0.answer)]
        }
        return system + earlier + [ChatMessage(.user, question)]
    }
}

extension Plan {
    /// One worker answers by itself.
    fileprivate static func alone(_ worker: String) -> Plan {
        Plan(steps: [
            Step(worker: .name(worker), subtask: ClientRequest.subtask, access: .steps([]))
        ])
    }
}
