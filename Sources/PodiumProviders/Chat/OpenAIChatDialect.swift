internal import Foundation
public import PodiumCore

/// OpenAI's Chat Completions on the wire, which most other servers speak too.
///
/// Pure: it turns a call into a request, and `ChatReplyDecoder` turns bytes into pieces.
public struct OpenAIChatDialect: Hashable, Sendable {
    public var options: OpenAIChatOptions

    public init(options: OpenAIChatOptions = OpenAIChatOptions()) {
        self.options = options
    }

    /// - Parameters:
    ///   - url: That of the endpoint, as from `APIRoot.chatCompletions`.
    ///   - key: Sent as a bearer token.
    public func request(
        for call: ModelCall,
        to url: String,
        key: String?,
        limits: HTTPLimits = HTTPLimits()
    ) throws(ProviderError) -> HTTPRequest {
        var headers = [
            HTTPHeader("Content-Type", "application/json"),
            HTTPHeader("Accept", "text/event-stream, application/json"),
        ]
        if let key { headers.append(HTTPHeader("Authorization", "Bearer \(key)")) }
        headers += options.extraHeaders
        return HTTPRequest(url: url, headers: headers, body: try body(for: call), limits: limits)
    }

    func body(for call: ModelCall) throws(ProviderError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(ChatRequestBody(call, options: options)))
        } catch {
            // The one thing that JSON cannot say here is a temperature that is no number.
            throw ProviderError(
                .invalidRequest,
                "The request cannot be written as JSON.",
                advice: "Check the provider's temperature.",
                isRetryable: false
            )
        }
    }
}

/// The body of a request, as the API names its members.
private struct ChatRequestBody: Encodable {
    struct Message: Encodable {
        var role: String
        var content: String
    }

    struct StreamOptions: Encodable {
        var include_usage = true
    }

    var model: String
    var messages: [Message]
    var stream = true
    var stream_options: StreamOptions?
    var temperature: Double?
    var max_tokens: Int?
    var max_completion_tokens: Int?
    var reasoning_effort: String?

    init(_ call: ModelCall, options: OpenAIChatOptions) {
        model = call.worker.model
        messages = call.request.messages.map {
            Message(role: $0.role.rawValue, content: $0.content)
        }
        stream_options = options.asksForUsage ? StreamOptions() : nil
        temperature = options.temperature
        switch options.tokenLimitName {
        case .maxTokens: max_tokens = options.maxTokens
        case .maxCompletionTokens: max_completion_tokens = options.maxTokens
        }
        reasoning_effort = options.reasoningEffort
    }
}
