internal import PodiumCore

/// OpenAI's Chat Completions, the request.
///
/// Source: the API reference at <https://developers.openai.com/api/reference/chat>.
enum ChatRequest {
    static func read(_ members: [String: JSONValue]) throws(APIError) -> Asked {
        var fields = RequestFields(members)
        guard let model = try fields.string("model") else { throw fields.missing("model") }
        let messages = try fields.filledArray("messages")
        var asked = Asked(api: .chat, model: model, messages: [])
        for (index, message) in messages.enumerated() {
            asked.messages.append(
                try self.message(message, at: "messages[\(index)]", unused: &asked.unused)
            )
        }
        asked.isStream = try fields.bool("stream") ?? false
        if var options = try fields.object("stream_options") {
            asked.wantsUsage = try options.bool("include_usage") ?? false
            asked.unused += options.unused("include_obfuscation")
            try options.finish()
        }
        asked.reply = try reply(&fields)
        asked.tools = try fields.chatTools(unused: &asked.unused)
        try refuse(&fields)
        asked.unused += fields.unused(
            "user",
            "metadata",
            "store",
            "safety_identifier",
            "prompt_cache_key",
            "prompt_cache_retention",
            "prompt_cache_options",
            "moderation",
            "service_tier",
            "verbosity"
        )
        try fields.finish()
        return asked
    }

    private static func message(
        _ value: JSONValue,
        at place: String,
        unused: inout [String]
    ) throws(APIError) -> ChatMessage {
        var fields = try RequestFields(value, at: place)
        guard let role = try fields.string("role") else { throw fields.missing("role") }
        var message = ChatMessage(
            .user,
            parts: try MessageContent.parts(
                fields.take("content"),
                at: "\(place).content",
                in: .chat
            )
        )
        let refusal = try fields.string("refusal")
        // What was thought or cited before is of no use to other models.
        _ = fields.unused(
            "annotations",
            "reasoning_content",
            "reasoning",
            "reasoning_details",
            "thinking_blocks",
            "provider_specific_fields",
            "cache_control"
        )
        unused += fields.unused("name", "audio")
        switch role {
        case "system", "developer": message.role = .system
        case "user": break
        case "assistant":
            message.role = .assistant
            if message.parts.isEmpty, let refusal { message.parts = [.text(refusal)] }
            if fields.take("function_call") != nil {
                throw fields.unsupported("function_call", "use tool_calls.")
            }
            for (index, call) in (try fields.array("tool_calls") ?? []).enumerated() {
                message.toolCalls.append(try toolCall(call, at: "\(place).tool_calls[\(index)]"))
            }
        case "tool":
            message.role = .tool
            guard let id = try fields.string("tool_call_id") else {
                throw fields.missing("tool_call_id")
            }
            message.result = id
        default:
            throw .invalid(
                "\(place).role",
                "\(place).role must be system, developer, user, assistant or tool."
            )
        }
        try fields.finish()
        return message
    }

    /// `{"id", "type": "function", "function": {"name", "arguments"}}`
    private static func toolCall(
        _ value: JSONValue,
        at place: String
    ) throws(APIError) -> ToolCall {
        var fields = try RequestFields(value, at: place)
        guard let id = try fields.string("id") else { throw fields.missing("id") }
        guard var function = try fields.object("function") else {
            throw fields.missing("function")
        }
        _ = fields.unused("type", "index", "provider_specific_fields", "extra_content")
        guard let name = try function.string("name") else { throw function.missing("name") }
        let arguments = try function.string("arguments") ?? ""
        _ = function.unused("provider_specific_fields")
        try function.finish()
        try fields.finish()
        return ToolCall(id: id, name: name, arguments: arguments)
    }

    private static func reply(_ fields: inout RequestFields) throws(APIError) -> ReplyTerms {
        let most = Int64(Int32.max)
        let limit = try fields.integer("max_tokens", in: 1...most)
        let newer = try fields.integer("max_completion_tokens", in: 1...most)
        return ReplyTerms(
            temperature: try fields.number("temperature", in: 0...2),
            topP: try fields.number("top_p", in: 0...1),
            topK: try fields.integer("top_k", in: 1...most).map(Int.init),
            maxTokens: (newer ?? limit).map(Int.init),
            stop: try fields.strings("stop", atMost: 4).filter { !$0.isEmpty },
            seed: try fields.integer("seed"),
            reasoningEffort: try fields.string("reasoning_effort"),
            form: try fields.form("response_format") { (format) throws(APIError) in
                guard var schema = try format.object("json_schema") else {
                    throw format.missing("json_schema")
                }
                let form = try ReplyForm(reading: &schema)
                try schema.finish()
                return form
            }
        )
    }

    /// What only the one model that answers could do.
    private static func refuse(_ fields: inout RequestFields) throws(APIError) {
        if let count = try fields.integer("n"), count != 1 {
            throw fields.unsupported("n", "a workflow gives one answer.")
        }
        try fields.refuseWhatOneModelDoes()
        if try fields.bool("logprobs") ?? false {
            throw fields.unsupported("logprobs", "several models write for one answer.")
        }
        if let bias = fields.take("logit_bias"), bias != [:] {
            throw fields.unsupported("logit_bias", "each worker has tokens of its own.")
        }
        if let modalities = try fields.array("modalities"), modalities != ["text"] {
            throw fields.unsupported("modalities", "answers are text.")
        }
        for name in ["functions", "function_call"] where fields.take(name) != nil {
            throw fields.unsupported(name, "use tools and tool_choice.")
        }
        for name in ["audio", "prediction", "web_search_options"] where fields.take(name) != nil {
            throw fields.unsupported(name, "answers are what the workers write.")
        }
    }
}
