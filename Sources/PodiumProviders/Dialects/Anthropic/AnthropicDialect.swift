public import PodiumCore

/// Anthropic's Messages.
///
/// Source: the API reference at <https://platform.claude.com/docs/en/api/messages>.
public struct AnthropicDialect: Dialect, Hashable {
    /// Sent when the options set no limit, since the API requires one. Room for thinking comes on
    /// top.
    public var defaultMaxTokens: Int

    public init(defaultMaxTokens: Int = 8192) {
        self.defaultMaxTokens = defaultMaxTokens
    }

    public var name: String { "anthropic" }
    public var endpoint: String { "/messages" }
    public var version: APIVersion { APIVersion("/v1", isImplied: true) }
    public var modelsPath: String { "/models?limit=1000" }
    public var keyField: KeyField { KeyField("x-api-key") }
    public var headers: [HTTPHeader] { [HTTPHeader("anthropic-version", "2023-06-01")] }

    public func path(for call: ModelCall) -> String { endpoint }

    public func body(for call: ModelCall, options: ModelOptions) -> [String: JSONValue] {
        let conversation = Conversation(options.messages(for: call))
        let tools = call.request.tools
        let options = options.withoutForbiddenThinking(conversation, tools)
        let thinking = AnthropicThinking(options, defaultMaxTokens: defaultMaxTokens)
        var body: [String: JSONValue] = [
            "model": .string(call.worker.model),
            "messages": messages(conversation),
            "max_tokens": JSONValue(thinking.maxTokens),
            "stream": .bool(true),
        ]
        body.merge(offer(tools)) { $1 }
        body["system"] = conversation.system.map(JSONValue.string)
        body["thinking"] = thinking.member
        if let effort = thinking.effort {
            body["output_config"] = .object(["effort": .string(effort)])
        }
        if !options.stop.isEmpty {
            body["stop_sequences"] = .array(options.stop.map(JSONValue.string))
        }
        body["service_tier"] = options.serviceTier.map(JSONValue.string)
        body.merge(sampling(options, isThinking: thinking.isOn)) { $1 }
        return body
    }

    /// The API refuses limits on the number of elements above 1, and knows no form without a schema.
    public func constraint(to form: ReplyForm) -> [String: JSONValue] {
        guard let schema = form.schema else { return [:] }
        let format: [String: JSONValue] = [
            "type": .string("json_schema"), "schema": schema.without(["maxItems"]),
        ]
        return ["output_config": .object(["format": .object(format)])]
    }

    public func makeReader(reporter: FaultReporter) -> any ReplyReader {
        AnthropicReader(reporter: reporter)
    }

    /// A model that thinks refuses a temperature, `top_k`, and a `top_p` below 0.95.
    private func sampling(_ options: ModelOptions, isThinking: Bool) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        if !isThinking {
            members["temperature"] = options.temperature.map(JSONValue.number)
            members["top_k"] = options.topK.map(JSONValue.init)
        }
        if let topP = options.topP, !isThinking || topP >= 0.95 {
            members["top_p"] = .number(topP)
        }
        return members
    }
}
