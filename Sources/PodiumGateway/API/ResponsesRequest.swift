internal import PodiumCore

/// OpenAI's Responses, the request.
///
/// Source: the API reference at <https://developers.openai.com/api/reference/responses>.
enum ResponsesRequest {
    /// What a response's id begins with; its session's id follows.
    static let idPrefix = "resp_"

    static func read(_ members: [String: JSONValue]) throws(APIError) -> Asked {
        var fields = RequestFields(members)
        guard let model = try fields.string("model") else { throw fields.missing("model") }
        var asked = Asked(api: .responses, model: model, messages: [])
        for name in echoed { asked.echo[name] = members[name] }
        if let instructions = try fields.string("instructions") {
            asked.messages.append(ChatMessage(.system, instructions))
        }
        asked.messages += try input(&fields, unused: &asked.unused)
        asked.isStream = try fields.bool("stream") ?? false
        asked.unused += fields.unused("stream_options", "include")
        if let previous = try fields.string("previous_response_id") {
            asked.follows = SessionID(rawValue: previous.removing(prefix: idPrefix))
        }
        asked.reply = try reply(&fields, unused: &asked.unused)
        asked.tools = try fields.responsesTools(&asked.namespaces, unused: &asked.unused)
        try refuse(&fields)
        asked.unused += fields.unused(
            "user",
            "store",
            "safety_identifier",
            "prompt_cache_key",
            "prompt_cache_retention",
            "prompt_cache_options",
            "context_management",
            "client_metadata",
            "moderation",
            "service_tier",
            "max_tool_calls"
        )
        _ = fields.unused("metadata")
        try fields.finish()
        return asked
    }

    /// What a response tells back as it was asked.
    private static let echoed = [
        "instructions", "max_output_tokens", "metadata", "temperature", "top_p", "text",
        "reasoning", "previous_response_id", "user", "safety_identifier", "prompt_cache_key",
        "max_tool_calls", "tools", "tool_choice", "parallel_tool_calls",
    ]

    private static func input(
        _ fields: inout RequestFields,
        unused: inout [String]
    ) throws(APIError) -> [ChatMessage] {
        switch fields.take("input") {
        case nil: throw fields.missing("input")
        case .string(let text)?: return [ChatMessage(.user, text)]
        case .array(let items)? where !items.isEmpty:
            var messages: [ChatMessage] = []
            for (index, item) in items.enumerated() {
                let place = "input[\(index)]"
                if let message = try self.item(item, at: place) {
                    messages.append(message)
                } else {
                    unused.append(place)
                }
            }
            return messages
        default: throw .invalid("input", "input must be a string or a list with something in it.")
        }
    }

    /// Nil for what was thought before: it is of no use to other models.
    private static func item(_ value: JSONValue, at place: String) throws(APIError) -> ChatMessage?
    {
        var fields = try RequestFields(value, at: place)
        let message: ChatMessage
        switch try fields.string("type") ?? "message" {
        case "reasoning": return nil
        case "message": message = try self.message(&fields)
        case "function_call": message = try toolCall(&fields)
        case "function_call_output": message = try result(&fields)
        case "item_reference":
            throw fields.unsupported("type", "send the item itself, or previous_response_id.")
        default: throw fields.unsupported("type", "tools are functions here.")
        }
        _ = fields.unused(
            "id",
            "status",
            "phase",
            "caller",
            "internal_chat_message_metadata_passthrough"
        )
        try fields.finish()
        return message
    }

    private static func message(_ fields: inout RequestFields) throws(APIError) -> ChatMessage {
        guard let role = try fields.string("role") else { throw fields.missing("role") }
        let parts = try content(&fields, "content")
        switch role {
        case "system", "developer": return ChatMessage(.system, parts: parts)
        case "user": return ChatMessage(.user, parts: parts)
        case "assistant": return ChatMessage(.assistant, parts: parts)
        default:
            let place = fields.path("role")
            throw .invalid(place, "\(place) must be system, developer, user or assistant.")
        }
    }

    /// `{"call_id", "name", "arguments"}`
    private static func toolCall(_ fields: inout RequestFields) throws(APIError) -> ChatMessage {
        guard let id = try fields.string("call_id") else { throw fields.missing("call_id") }
        guard let name = try fields.string("name") else { throw fields.missing("name") }
        let arguments = try fields.string("arguments") ?? ""
        let namespace = try fields.string("namespace")
        let whole = namespace.map { ToolName(namespace: $0, name: name).joined } ?? name
        let call = ToolCall(id: id, name: whole, arguments: arguments)
        return ChatMessage(.assistant, parts: [], toolCalls: [call])
    }

    /// `{"call_id", "output"}`
    private static func result(_ fields: inout RequestFields) throws(APIError) -> ChatMessage {
        guard let id = try fields.string("call_id") else { throw fields.missing("call_id") }
        return ChatMessage(.tool, parts: try content(&fields, "output"), result: id)
    }

    private static func content(
        _ fields: inout RequestFields,
        _ name: String
    ) throws(APIError) -> [ChatMessage.Part] {
        try MessageContent.parts(
            fields.take(name),
            at: fields.path(name),
            in: .responses
        )
    }

    private static func reply(
        _ fields: inout RequestFields,
        unused: inout [String]
    ) throws(APIError) -> ReplyTerms {
        var terms = ReplyTerms(
            temperature: try fields.number("temperature", in: 0...2),
            topP: try fields.number("top_p", in: 0...1),
            maxTokens: try fields.integer("max_output_tokens", in: 1...Int64(Int32.max))
                .map(Int.init)
        )
        if var reasoning = try fields.object("reasoning") {
            terms.reasoningEffort = try reasoning.string("effort")
            unused += reasoning.unused("summary", "generate_summary", "context")
            try reasoning.finish()
        }
        if var text = try fields.object("text") {
            terms.form = try text.form("format") { (format) throws(APIError) in
                try ReplyForm(reading: &format)
            }
            unused += text.unused("verbosity")
            try text.finish()
        }
        return terms
    }

    private static func refuse(_ fields: inout RequestFields) throws(APIError) {
        if try fields.bool("background") ?? false {
            throw fields.unsupported("background", "a response is given on its own connection.")
        }
        if fields.take("conversation") != nil {
            throw fields.unsupported("conversation", "use previous_response_id.")
        }
        try fields.refuseWhatOneModelDoes()
        if let truncation = try fields.string("truncation"), truncation != "disabled" {
            throw fields.unsupported("truncation", "a conversation is passed on whole.")
        }
        if fields.take("prompt") != nil {
            throw fields.unsupported("prompt", "there are no stored prompts here.")
        }
    }
}

extension String {
    func removing(prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
