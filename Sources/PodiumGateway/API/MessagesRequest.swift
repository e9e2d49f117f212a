internal import PodiumCore

/// Anthropic's Messages, the request.
///
/// Source: the API reference at <https://platform.claude.com/docs/en/api/messages>.
enum MessagesRequest {
    /// - Parameter isCounting: Whether only the tokens are asked for; then there is no limit of them.
    static func read(
        _ members: [String: JSONValue],
        isCounting: Bool = false
    ) throws(APIError) -> Asked {
        var fields = RequestFields(members)
        guard let model = try fields.string("model") else { throw fields.missing("model") }
        let messages = try fields.filledArray("messages")
        var asked = Asked(api: .messages, model: model, messages: [])
        let system = try MessageContent.text(
            fields.take("system"),
            at: "system",
            types: ["text"]
        )
        if !system.isEmpty { asked.messages.append(ChatMessage(.system, system)) }
        for (index, message) in messages.enumerated() {
            asked.messages.append(try self.message(message, at: "messages[\(index)]"))
        }
        asked.isStream = try fields.bool("stream") ?? false
        let limit = try fields.integer("max_tokens", in: 1...Int64(Int32.max))
        guard limit != nil || isCounting else { throw fields.missing("max_tokens") }
        asked.reply = ReplyTerms(
            temperature: try fields.number("temperature", in: 0...1),
            topP: try fields.number("top_p", in: 0...1),
            topK: try fields.integer("top_k", in: 1...Int64(Int32.max)).map(Int.init),
            maxTokens: limit.map(Int.init),
            stop: try fields.strings("stop_sequences", atMost: 64).filter { !$0.isEmpty }
        )
        try readThinking(&fields, into: &asked)
        try readOutput(&fields, into: &asked)
        if let tools = try fields.array("tools"), !tools.isEmpty {
            throw fields.unsupported("tools", ToolSupport.missing)
        }
        if let choice = fields.take("tool_choice"), choice != ["type": "none"],
            choice != ["type": "auto"]
        {
            throw fields.unsupported("tool_choice", ToolSupport.missing)
        }
        for name in ["mcp_servers", "container"] {
            if let value = fields.take(name), value != [] {
                throw fields.unsupported(name, ToolSupport.missing)
            }
        }
        asked.unused += fields.unused("metadata", "service_tier", "context_management", "betas")
        asked.unused += fields.unused("cache_control", "inference_geo", "speed")
        try fields.finish()
        return asked
    }

    private static func message(_ value: JSONValue, at place: String) throws(APIError)
        -> ChatMessage
    {
        var fields = try RequestFields(value, at: place)
        guard let role = try fields.string("role") else { throw fields.missing("role") }
        var content = fields.take("content")
        guard content != nil else { throw fields.missing("content") }
        // What was thought before is of no use to other models.
        if case .array(let parts)? = content {
            content = .array(parts.filter { !$0.isThinking })
        }
        let text = try MessageContent.text(content, at: "\(place).content", types: ["text"])
        try fields.finish()
        switch role {
        case "user": return ChatMessage(.user, text)
        case "assistant": return ChatMessage(.assistant, text)
        case "system": return ChatMessage(.system, text)
        default:
            throw .invalid("\(place).role", "\(place).role must be user or assistant.")
        }
    }

    private static func readThinking(
        _ fields: inout RequestFields,
        into asked: inout Asked
    ) throws(APIError) {
        guard var thinking = try fields.object("thinking") else { return }
        switch try thinking.string("type") {
        case "enabled":
            asked.reply.reasoningTokens = try thinking.integer("budget_tokens", in: 1_024 ... .max)
                .map { Int(clamping: $0) }
        case "disabled": asked.reply.reasoningTokens = 0
        // As each worker is configured.
        case "adaptive": asked.unused.append("thinking")
        default:
            throw .invalid("thinking.type", "thinking.type must be enabled, adaptive or disabled.")
        }
        asked.unused += thinking.unused("budget_tokens", "display")
        try thinking.finish()
    }

    private static func readOutput(
        _ fields: inout RequestFields,
        into asked: inout Asked
    ) throws(APIError) {
        guard var output = try fields.object("output_config") else { return }
        asked.reply.reasoningEffort = try output.string("effort")
        if var format = try output.object("format") {
            guard try format.string("type") == "json_schema" else {
                throw .invalid(
                    "output_config.format.type",
                    "output_config.format.type must be json_schema."
                )
            }
            asked.reply.form = try ReplyForm(reading: &format)
            try format.finish()
        }
        asked.unused += output.unused("task_budget")
        try output.finish()
    }
}

extension JSONValue {
    fileprivate var isThinking: Bool {
        guard case .object(let members) = self else { return false }
        return members["type"] == "thinking" || members["type"] == "redacted_thinking"
    }
}
