/// What a configuration may set for the calls of a chat provider.
public struct OpenAIChatOptions: Hashable, Sendable {
    /// The member in which the limit of output tokens is sent.
    public enum TokenLimitName: String, Hashable, Sendable {
        /// Understood by nearly all compatible servers.
        case maxTokens = "max_tokens"
        /// What OpenAI's reasoning models take instead.
        case maxCompletionTokens = "max_completion_tokens"
    }

    /// Nil leaves the choice to the server; some models refuse any other value than their own.
    public var temperature: Double?
    /// The most tokens a reply may have. Nil for the server's limit.
    public var maxTokens: Int?
    public var tokenLimitName: TokenLimitName
    /// For instance `low` or `high`, for models that take it.
    public var reasoningEffort: String?
    /// Asks for a chunk with the token counts. A few servers refuse the member.
    public var asksForUsage: Bool
    public var extraHeaders: [HTTPHeader]

    public init(
        temperature: Double? = nil,
        maxTokens: Int? = nil,
        tokenLimitName: TokenLimitName = .maxTokens,
        reasoningEffort: String? = nil,
        asksForUsage: Bool = true,
        extraHeaders: [HTTPHeader] = []
    ) {
        self.temperature = temperature
        self.maxTokens = maxTokens
        self.tokenLimitName = tokenLimitName
        self.reasoningEffort = reasoningEffort
        self.asksForUsage = asksForUsage
        self.extraHeaders = extraHeaders
    }
}
