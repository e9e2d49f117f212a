public import PodiumCore

/// OpenAI's Responses.
///
/// Source: the API reference at <https://developers.openai.com/api/reference/responses>. The API
/// knows no seed, no `top_k` and no stop texts.
public struct ResponsesDialect: Dialect, Hashable {
    public init() {}

    public var name: String { "openai-responses" }
    public var endpoint: String { "/responses" }
    public var version: APIVersion { APIVersion("/v1", isImplied: false) }
    public var keyField: KeyField { .bearer }

    public func path(for call: ModelCall) -> String { endpoint }

    public func body(for call: ModelCall, options: ModelOptions) -> [String: JSONValue] {
        let conversation = Conversation(options.messages(for: call))
        var body: [String: JSONValue] = [
            "model": .string(call.worker.model),
            "input": input(conversation),
            "stream": .bool(true),
            // Each call says all it needs, so the vendor need not keep it.
            "store": .bool(false),
        ]
        body.merge(offer(call.request.tools)) { $1 }
        body["instructions"] = conversation.system.map(JSONValue.string)
        body["max_output_tokens"] = options.maxTokens.map(JSONValue.init)
        body["temperature"] = options.temperature.map(JSONValue.number)
        body["top_p"] = options.topP.map(JSONValue.number)
        body["reasoning"] = reasoning(options)
        body["service_tier"] = options.serviceTier.map(JSONValue.string)
        return body
    }

    public func constraint(to form: ReplyForm) -> [String: JSONValue] {
        var format: [String: JSONValue] = ["type": .string("json_object")]
        if let schema = form.schema {
            format = [
                "type": .string("json_schema"), "name": .string(form.name),
                "strict": .bool(form.isStrict), "schema": schema,
            ]
        }
        return ["text": .object(["format": .object(format)])]
    }

    public func makeReader(reporter: FaultReporter) -> any ReplyReader {
        ResponsesReader(reporter: reporter)
    }

    /// The API takes no number of tokens, but whoever sets one wants to see the reasoning.
    private func reasoning(_ options: ModelOptions) -> JSONValue? {
        var members: [String: JSONValue] = [:]
        members["effort"] = options.reasoningEffort.map(JSONValue.string)
        let isOff = options.reasoningEffort == "none"
        if !isOff, options.reasoningEffort != nil || (options.reasoningTokens ?? 0) > 0 {
            members["summary"] = .string("auto")
        }
        return members.isEmpty ? nil : .object(members)
    }
}
