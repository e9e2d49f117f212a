public import PodiumCore

/// Google's Gemini API, `generateContent` as a stream.
///
/// Source: the API reference at <https://ai.google.dev/api/generate-content>.
public struct GeminiDialect: Dialect, Hashable {
    public init() {}

    public var name: String { "gemini" }
    // The rest of the path names the model and the method.
    public var endpoint: String { "/models" }
    public var version: APIVersion { APIVersion("/v1beta", isImplied: true) }
    public var modelsPath: String { "/models?pageSize=1000" }
    public var keyField: KeyField { KeyField("x-goog-api-key") }

    /// A model is named with its collection (`models/x`, `tunedModels/x`) or without (`x`).
    public func path(for call: ModelCall) -> String {
        let model = call.worker.model
        let collection = ["models/", "tunedModels/"].first(where: model.hasPrefix) ?? ""
        let name = model.dropFirst(collection.count).percentEncoded
        let prefix = collection.isEmpty ? "models/" : collection
        return "/\(prefix)\(name):streamGenerateContent?alt=sse"
    }

    public func body(for call: ModelCall, options: ModelOptions) -> [String: JSONValue] {
        let conversation = Conversation(options.messages(for: call))
        var body: [String: JSONValue] = [
            "contents": contents(conversation, model: call.worker.model)
        ]
        body.merge(offer(call.request.tools)) { $1 }
        body["systemInstruction"] = conversation.system.map { ["parts": [part($0)]] }
        let generation = generationConfig(for: call, options: options)
        if !generation.isEmpty { body["generationConfig"] = .object(generation) }
        body["serviceTier"] = options.serviceTier.map(JSONValue.string)
        return body
    }

    /// A subset of OpenAPI's schema, in which only texts can be enumerated, and the order in which
    /// members are written is told apart.
    public func constraint(to form: ReplyForm) -> [String: JSONValue] {
        var members: [String: JSONValue] = ["responseMimeType": .string("application/json")]
        members["responseSchema"] =
            form.schema?.without(["additionalProperties"]).withRanges.withOrder
        return ["generationConfig": .object(members)]
    }

    public func makeReader(reporter: FaultReporter) -> any ReplyReader {
        GeminiReader(reporter: reporter)
    }

    private func generationConfig(
        for call: ModelCall,
        options: ModelOptions
    ) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        members["temperature"] = options.temperature.map(JSONValue.number)
        members["topP"] = options.topP.map(JSONValue.number)
        members["topK"] = options.topK.map(JSONValue.init)
        members["maxOutputTokens"] = options.maxTokens.map(JSONValue.init)
        if !options.stop.isEmpty {
            members["stopSequences"] = .array(options.stop.map(JSONValue.string))
        }
        members["seed"] = options.seed(for: call)
        members["thinkingConfig"] = thinkingConfig(options)
        return members
    }

    /// A budget (Gemini 2.5) or a level (Gemini 3). The API refuses both at once, and the budget is
    /// the more exact wish.
    private func thinkingConfig(_ options: ModelOptions) -> JSONValue? {
        let effort = options.reasoningEffort
        if let budget = options.reasoningTokens ?? (effort == "none" ? 0 : nil) {
            var members: [String: JSONValue] = ["thinkingBudget": JSONValue(budget)]
            if budget != 0 { members["includeThoughts"] = .bool(true) }
            return .object(members)
        }
        return effort.map {
            .object([
                "includeThoughts": .bool(true), "thinkingLevel": .string($0.uppercased()),
            ])
        }
    }
}

extension Substring {
    /// With everything but RFC 3986's unreserved characters (§ 2.3) as percent-encoded UTF-8.
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let isUnreserved = byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte)
            if isUnreserved { return String(Unicode.Scalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }
}
