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
            asked.messages.append(try self.message(message, at: "messages[\(index)]"))
        }
        asked.isStream = try fields.bool("stream") ?? false
        if var options = try fields.object("stream_options") {
            asked.wantsUsage = try options.bool("include_usage") ?? false
            asked.unused += options.unused("include_obfuscation")
            try options.finish()
        }
        asked.reply = try reply(&fields)
        try refuse(&fields)
        asked.unused += fields.unused(
            "user",
            "metadata",
            "store",
            "safety_identifier",
            "prompt_cache_key",
            "prompt_cache_retention",
            "parallel_tool_calls",
            "service_tier",
            "verbosity"
        )
        try fields.finish()
        return asked
    }

    private static func message(_ value: JSONValue, at place: String) throws(APIError)
        -> ChatMessage
    {
        var fields = try RequestFields(value, at: place)
        guard let role = try fields.string("role") else { throw fields.missing("role") }
        let content = try MessageContent.text(
            fields.take("content"),
            at: "\(place).content",
            types: ["text", "refusal"]
        )
        let refusal = try fields.string("refusal")
        _ = fields.unused(
            "name",
            "annotations",
            "reasoning_content",
            "reasoning",
            "audio",
            "function_call"
        )
        let message: ChatMessage
        switch role {
        case "system", "developer": message = ChatMessage(.system, content)
        case "user": message = ChatMessage(.user, content)
        case "assistant":
            if let calls = try fields.array("tool_calls"), !calls.isEmpty {
                throw fields.unsupported("tool_calls", ToolSupport.missing)
            }
            message = ChatMessage(.assistant, content.isEmpty ? refusal ?? "" : content)
        case "tool", "function": throw fields.unsupported("role", ToolSupport.missing)
        default:
            throw .invalid(
                "\(place).role",
                "\(place).role must be system, developer, user or assistant."
            )
        }
        try fields.finish()
        return message
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
            form: try form(&fields)
        )
    }

    private static func form(_ fields: inout RequestFields) throws(APIError) -> ReplyForm? {
        guard var format = try fields.object("response_format") else { return nil }
        let type = try format.string("type")
        var form: ReplyForm?
        switch type {
        case "text": break
        case "json_object": form = ReplyForm(name: "object")
        case "json_schema":
            guard var schema = try format.object("json_schema") else {
                throw format.missing("json_schema")
            }
            form = try ReplyForm(reading: &schema)
            try schema.finish()
        default:
            throw .invalid(
                format.path("type"),
                "\(format.path("type")) must be text, json_object or json_schema."
            )
        }
        try format.finish()
        return form
    }

    /// What only the one model that answers could do.
    private static func refuse(_ fields: inout RequestFields) throws(APIError) {
        if let count = try fields.integer("n"), count != 1 {
            throw fields.unsupported("n", "a workflow gives one answer.")
        }
        for name in ["frequency_penalty", "presence_penalty"] {
            if let penalty = try fields.number(name, in: -2...2), penalty != 0 {
                throw fields.unsupported(name, "not every worker knows it.")
            }
        }
        if try fields.bool("logprobs") ?? false {
            throw fields.unsupported("logprobs", "several models write for one answer.")
        }
        if let count = try fields.integer("top_logprobs"), count != 0 {
            throw fields.unsupported("top_logprobs", "several models write for one answer.")
        }
        if let bias = fields.take("logit_bias"), bias != [:] {
            throw fields.unsupported("logit_bias", "each worker has tokens of its own.")
        }
        if let modalities = try fields.array("modalities"), modalities != ["text"] {
            throw fields.unsupported("modalities", "answers are text.")
        }
        for name in ["tools", "functions"] {
            if let tools = try fields.array(name), !tools.isEmpty {
                throw fields.unsupported(name, ToolSupport.missing)
            }
        }
        for name in ["tool_choice", "function_call"] {
            if let choice = fields.take(name), choice != "none", choice != "auto" {
                throw fields.unsupported(name, ToolSupport.missing)
            }
        }
        for name in ["audio", "prediction", "web_search_options"] where fields.take(name) != nil {
            throw fields.unsupported(name, "answers are what the workers write.")
        }
    }
}

/// What is said of requests with tools.
enum ToolSupport {
    static let missing = "requests with tools are not served yet. Ask a worker's own provider."
}

extension ReplyForm {
    /// `{"name", "schema", "strict", "description"}`
    init(reading fields: inout RequestFields) throws(APIError) {
        guard let schema = fields.take("schema") else { throw fields.missing("schema") }
        guard case .object = schema else {
            throw .invalid(fields.path("schema"), "\(fields.path("schema")) must be an object.")
        }
        let name = try fields.string("name") ?? "reply"
        _ = fields.unused("description")
        self.init(name: name, schema: schema, isStrict: try fields.bool("strict") ?? false)
    }
}
