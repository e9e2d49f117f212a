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
            in: .messages
        )
        if !system.isEmpty { asked.messages.append(ChatMessage(.system, system)) }
        for (index, message) in messages.enumerated() {
            asked.messages += try self.messages(message, at: "messages[\(index)]")
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
        asked.tools = try fields.messagesTools(unused: &asked.unused)
        for name in ["mcp_servers", "container"] {
            if let value = fields.take(name), value != [] {
                throw fields.unsupported(name, "tools are functions here.")
            }
        }
        asked.unused += fields.unused("metadata", "service_tier", "context_management", "betas")
        asked.unused += fields.unused("cache_control", "inference_geo", "speed", "diagnostics")
        asked.unused += fields.unused("user_profile_id")
        try fields.finish()
        return asked
    }

    /// The results of tools are messages of their own, before what the user says with them.
    private static func messages(
        _ value: JSONValue,
        at place: String
    ) throws(APIError) -> [ChatMessage] {
        var fields = try RequestFields(value, at: place)
        let role: ChatMessage.Role
        switch try fields.string("role") {
        case "user": role = .user
        case "assistant": role = .assistant
        case "system": role = .system
        case nil: throw fields.missing("role")
        default: throw .invalid("\(place).role", "\(place).role must be user or assistant.")
        }
        guard let content = fields.take("content") else { throw fields.missing("content") }
        try fields.finish()
        var (results, rest): ([ChatMessage], [JSONValue]) = ([], [])
        var message = ChatMessage(role, "")
        guard case .array(let blocks) = content else {
            message.parts = try parts(content, at: "\(place).content")
            return [message]
        }
        for (index, block) in blocks.enumerated() {
            let place = "\(place).content[\(index)]"
            switch block.type {
            // What was thought before is of no use to other models.
            case "thinking", "redacted_thinking": break
            case "tool_use" where role == .assistant:
                message.toolCalls.append(try toolCall(block, at: place))
            case "tool_result" where role == .user: results.append(try result(block, at: place))
            default: rest.append(block)
            }
        }
        message.parts = try parts(.array(rest), at: "\(place).content")
        let isNothing = message.parts.isEmpty && !results.isEmpty
        return results + (isNothing ? [] : [message])
    }

    private static func parts(
        _ content: JSONValue?,
        at place: String
    ) throws(APIError) -> [ChatMessage.Part] {
        try MessageContent.parts(content, at: place, in: .messages)
    }

    /// `{"type": "tool_use", "id", "name", "input"}`
    private static func toolCall(
        _ block: JSONValue,
        at place: String
    ) throws(APIError) -> ToolCall {
        var fields = try RequestFields(block, at: place)
        guard let id = try fields.string("id") else { throw fields.missing("id") }
        guard let name = try fields.string("name") else { throw fields.missing("name") }
        let input = fields.take("input") ?? [:]
        _ = fields.unused("type", "cache_control", "caller", "toolset_name")
        try fields.finish()
        return ToolCall(id: id, name: name, arguments: input.text)
    }

    /// `{"type": "tool_result", "tool_use_id", "content", "is_error"}`
    private static func result(
        _ block: JSONValue,
        at place: String
    ) throws(APIError) -> ChatMessage {
        var fields = try RequestFields(block, at: place)
        guard let id = try fields.string("tool_use_id") else { throw fields.missing("tool_use_id") }
        let content = fields.take("content")?.withoutWhatNobodyReads
        let parts = try parts(content, at: "\(place).content")
        let isFailure = try fields.bool("is_error") ?? false
        _ = fields.unused("type", "cache_control", "caller", "toolset_name")
        try fields.finish()
        return ChatMessage(.tool, parts: parts, result: id, isFailure: isFailure)
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
    /// The content of a result with a word in place of what is neither text nor an image, such as a
    /// document: a coding agent sends it again with each turn.
    fileprivate var withoutWhatNobodyReads: JSONValue {
        guard case .array(let blocks) = self else { return self }
        return .array(
            blocks.map { block in
                guard let type = block.type, !["text", "image"].contains(type) else { return block }
                return ["type": "text", "text": .string("[\(type.prefix(40)), which is left out]")]
            }
        )
    }

    /// Of a block.
    fileprivate var type: String? {
        guard case .object(let members) = self, case .string(let type)? = members["type"] else {
            return nil
        }
        return type
    }
}
