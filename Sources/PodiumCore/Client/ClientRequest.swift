/// What a client of an API asked beside the question: who it is, and how it wants to be answered.
public struct ClientRequest: Hashable, Sendable {
    /// The API in which it asked.
    public enum API: String, Hashable, Sendable, Codable, CaseIterable {
        /// OpenAI's Chat Completions.
        case chat
        /// OpenAI's Responses.
        case responses
        /// Anthropic's Messages.
        case messages
    }

    /// Who asked: the name of its key; empty where none is needed.
    public var client: String
    public var api: API
    /// The model that it asked for.
    public var model: String
    /// What it tells whoever answers, in its system messages; nil for nothing.
    public var instructions: String?
    /// The conversation word for word, where a worker answers it without Podium's own words; nil
    /// where a workflow answers the question.
    public var messages: [ChatMessage]?
    /// What it offers to do for whoever answers; nil for nothing.
    public var tools: ToolTerms?
    public var reply: ReplyTerms

    public init(
        client: String = "",
        api: API,
        model: String,
        instructions: String? = nil,
        messages: [ChatMessage]? = nil,
        tools: ToolTerms? = nil,
        reply: ReplyTerms = ReplyTerms()
    ) {
        self.client = client
        self.api = api
        self.model = model
        self.instructions = instructions
        self.messages = messages
        self.tools = tools
        self.reply = reply
    }

    /// What a worker must take that answers it word for word.
    public var abilities: Set<Worker.Ability> {
        var abilities: Set<Worker.Ability> = []
        if let tools, !tools.tools.isEmpty { abilities.insert(.tools) }
        if let messages {
            if messages.contains(where: { !$0.toolCalls.isEmpty }) { abilities.insert(.tools) }
            if messages.contains(where: { !$0.images.isEmpty }) { abilities.insert(.images) }
        }
        return abilities
    }

    /// The subtask of a step whose worker answers the client itself.
    public static let subtask = "Answer the question."
}

extension ClientRequest: Codable {
    private enum CodingKeys: String, CodingKey {
        case client, api, model, instructions, messages, tools, reply
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            client: try container.decodeIfPresent(String.self, forKey: .client) ?? "",
            api: try container.decode(API.self, forKey: .api),
            model: try container.decode(String.self, forKey: .model),
            instructions: try container.decodeIfPresent(String.self, forKey: .instructions),
            messages: try container.decodeIfPresent([ChatMessage].self, forKey: .messages),
            tools: try container.decodeIfPresent(ToolTerms.self, forKey: .tools),
            reply: try container.decodeIfPresent(ReplyTerms.self, forKey: .reply) ?? ReplyTerms()
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !client.isEmpty { try container.encode(client, forKey: .client) }
        try container.encode(api, forKey: .api)
        try container.encode(model, forKey: .model)
        try container.encodeIfPresent(instructions, forKey: .instructions)
        try container.encodeIfPresent(messages, forKey: .messages)
        try container.encodeIfPresent(tools, forKey: .tools)
        if reply != ReplyTerms() { try container.encode(reply, forKey: .reply) }
    }
}
