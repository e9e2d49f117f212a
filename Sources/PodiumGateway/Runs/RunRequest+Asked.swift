internal import PodiumCore
internal import PodiumStudio

extension RunRequest {
    /// The run that answers what was asked.
    ///
    /// - Parameter client: the name of the client's key; empty where none is needed.
    init(
        _ asked: Asked,
        by client: String,
        _ model: ServedModels.Model,
        _ settings: GatewaySettings
    ) throws(APIError) {
        var terms = ClientRequest(
            client: client,
            api: asked.api,
            model: asked.model,
            reply: asked.reply
        )
        let seed = asked.reply.seed.map { UInt64(bitPattern: $0) >> 1 }
        switch model {
        case .workflow(let pool, let variant) where asked.isForOneWorker:
            self.init(asked.lastQuestion)
            terms.messages = asked.messages
            terms.tools = asked.tools
            self.pool = pool
            policy.variant = variant
            policy.asksApproval = settings.asksApproval
        case .workflow(let pool, let variant):
            let conversation = try ClientConversation(asking: asked.messages)
            self.init(conversation.question)
            terms.instructions = conversation.instructions
            self.conversation = conversation.exchanges
            self.pool = pool
            policy.variant = variant
            policy.asksApproval = settings.asksApproval
        case .worker(let worker):
            guard !asked.messages.isEmpty else {
                throw .invalid("messages", "There is no message.")
            }
            self.init(asked.lastQuestion)
            terms.messages = asked.messages
            terms.tools = asked.tools
            self.worker = worker.name
            policy.variant = .plan
            policy.asksApproval = false
        }
        self.seed = seed
        follows = asked.follows
        self.client = terms
    }
}

extension Asked {
    /// What stands for a conversation that one worker goes on with: the user's last words, or else the last
    /// of all.
    fileprivate var lastQuestion: String {
        let asked = messages.last { $0.role == .user && !$0.content.isEmpty }
        // The session it goes on with knows its own.
        return asked?.content ?? (follows == nil ? messages.last?.content ?? "" : "")
    }
}
