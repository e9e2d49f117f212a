public import PodiumCore

/// How a model is to be asked: what a configuration may set for a worker's calls.
///
/// Nil leaves the choice to the server. A dialect leaves out what its API does not know, except where
/// that would change the meaning: `extraBody` says the rest.
public struct ModelOptions: Hashable, Sendable {
    /// The seed of a call.
    public enum Seed: Hashable, Sendable {
        /// The same for each call.
        case fixed(Int64)
        /// The one that the session gives the call, so that a run can be repeated.
        case ofCall
    }

    /// 0 to 2. Some models refuse any other value than their own.
    public var temperature: Double?
    /// Nucleus sampling: 0 to 1.
    public var topP: Double?
    public var topK: Int?
    /// The most tokens a reply may have, reasoning included.
    public var maxTokens: Int?
    /// Texts at which the reply ends.
    public var stop: [String]
    public var seed: Seed?
    /// For instance `low` or `high`, for models that take it.
    public var reasoningEffort: String?
    /// The most tokens the model may think, for vendors that count them apart.
    public var reasoningTokens: Int?
    /// A worker's own system prompt, before that of the request.
    public var system: String?
    public var serviceTier: String?
    public var extraHeaders: [HTTPHeader]
    /// Members laid over the request's body as RFC 7396 says.
    public var extraBody: [String: JSONValue]

    public init(
        temperature: Double? = nil,
        topP: Double? = nil,
        topK: Int? = nil,
        maxTokens: Int? = nil,
        stop: [String] = [],
        seed: Seed? = nil,
        reasoningEffort: String? = nil,
        reasoningTokens: Int? = nil,
        system: String? = nil,
        serviceTier: String? = nil,
        extraHeaders: [HTTPHeader] = [],
        extraBody: [String: JSONValue] = [:]
    ) {
        self.temperature = temperature
        self.topP = topP
        self.topK = topK
        self.maxTokens = maxTokens
        self.stop = stop
        self.seed = seed
        self.reasoningEffort = reasoningEffort
        self.reasoningTokens = reasoningTokens
        self.system = system
        self.serviceTier = serviceTier
        self.extraHeaders = extraHeaders
        self.extraBody = extraBody
    }

    func hasHeader(_ name: String) -> Bool {
        extraHeaders.contains { $0.name.lowercased() == name.lowercased() }
    }

    /// The seed for a call, in the range that every vendor takes (31 bits).
    func seed(for call: ModelCall) -> JSONValue? {
        switch seed {
        case .fixed(let value): .integer(value)
        case .ofCall: .integer(Int64(call.seed & 0x7FFF_FFFF))
        case nil: nil
        }
    }

    /// The messages of a call, with the worker's own system prompt before them.
    func messages(for call: ModelCall) -> [ChatMessage] {
        let messages = call.request.messages
        guard let system else { return messages }
        return [ChatMessage(.system, system)] + messages
    }
}
