public import PodiumCore

/// OpenAI's Chat Completions, which most other servers speak too.
public struct ChatDialect: Dialect, Hashable {
    /// The member in which the limit of output tokens is sent.
    public enum TokenLimitName: String, CaseIterable, Hashable, Sendable {
        /// Understood by nearly all compatible servers.
        case maxTokens = "max_tokens"
        /// What OpenAI's reasoning models take instead.
        case maxCompletionTokens = "max_completion_tokens"
    }

    public var tokenLimitName: TokenLimitName
    /// Asks for a chunk with the token counts. A few servers refuse the member.
    public var asksForUsage: Bool

    public init(tokenLimitName: TokenLimitName = .maxTokens, asksForUsage: Bool = true) {
        self.tokenLimitName = tokenLimitName
        self.asksForUsage = asksForUsage
    }

    public var name: String { "openai-chat" }
    public var endpoint: String { "/chat/completions" }
    // Compatible servers have their API at /v1, or at the root.
    public var version: APIVersion { APIVersion("/v1", isImplied: false) }
    public var keyField: KeyField { .bearer }

    public func path(for call: ModelCall) -> String { endpoint }

    public func body(for call: ModelCall, options: ModelOptions) -> [String: JSONValue] {
        let conversation = Conversation(options.messages(for: call))
        var body: [String: JSONValue] = [
            "model": .string(call.worker.model),
            "messages": messages(conversation),
            "stream": .bool(true),
        ]
        body.merge(offer(call.request.tools)) { $1 }
        if asksForUsage { body["stream_options"] = .object(["include_usage": .bool(true)]) }
        body["temperature"] = options.temperature.map(JSONValue.number)
        body["top_p"] = options.topP.map(JSONValue.number)
        body["top_k"] = options.topK.map(JSONValue.init)
        body[tokenLimitName.rawValue] = options.maxTokens.map(JSONValue.init)
        if !options.stop.isEmpty { body["stop"] = .array(options.stop.map(JSONValue.string)) }
        body["seed"] = options.seed(for: call)
        body["reasoning_effort"] = options.reasoningEffort.map(JSONValue.string)
        body["service_tier"] = options.serviceTier.map(JSONValue.string)
        return body
    }

    /// Understood by OpenAI, llama.cpp, vLLM, Ollama, LM Studio and most gateways.
    public func constraint(to form: ReplyForm) -> [String: JSONValue] {
        guard let schema = form.schema else {
            return ["response_format": .object(["type": .string("json_object")])]
        }
        let format: [String: JSONValue] = [
            "name": .string(form.name), "strict": .bool(form.isStrict), "schema": schema,
        ]
        return [
            "response_format": .object([
                "type": .string("json_schema"), "json_schema": .object(format),
            ])
        ]
    }

    public func makeReader(reporter: FaultReporter) -> any ReplyReader {
        ChatReader(reporter: reporter)
    }
}
