public import PodiumCore

/// How to reach a server of models.
public struct ProviderSettings: Hashable, Sendable {
    /// The protocol the server speaks.
    public enum Dialect: String, CaseIterable, Sendable {
        /// OpenAI's Chat Completions, which most servers understand.
        case openAIChat = "openai-chat"
        /// OpenAI's Responses.
        case openAIResponses = "openai-responses"
        /// Anthropic's Messages.
        case anthropic
        /// Google's Gemini.
        case gemini
        /// A recorded cassette in place of a server.
        case cassette
    }

    /// Where replies come from.
    public enum Source: Hashable, Sendable {
        case server(BaseURL)
        /// A file, played back as fast as it was recorded unless it is instant.
        case cassette(file: String, isInstant: Bool)
    }

    /// The member of a request of Chat Completions that limits the reply's tokens.
    public enum TokenLimit: String, CaseIterable, Sendable {
        case maxTokens = "max_tokens"
        /// What OpenAI's reasoning models take instead.
        case maxCompletionTokens = "max_completion_tokens"
    }

    /// How long a call may take.
    public struct Timeouts: Hashable, Sendable {
        /// Name lookup, connection and TLS together.
        public var connect: Duration
        /// The longest silence. Long by default: a thinking model can say nothing for minutes.
        public var idle: Duration
        /// The whole call.
        public var total: Duration

        public init(
            connect: Duration = .seconds(10),
            idle: Duration = .seconds(300),
            total: Duration = .seconds(600)
        ) {
            self.connect = connect
            self.idle = idle
            self.total = total
        }
    }

    public var name: String
    /// The name of the preset it was filled in from. It is the vendor in lists of prices.
    public var preset: String?
    public var dialect: Dialect
    public var source: Source
    public var key: KeySource
    /// The header field in which the key goes; nil for the dialect's own.
    public var keyHeader: String?
    /// True when plain HTTP to another machine was allowed in so many words.
    public var allowsInsecure: Bool
    /// Sent with every call, in the order written. None of them carries a key.
    public var headers: [RequestHeader]
    public var timeouts: Timeouts
    public var tokenLimit: TokenLimit
    /// Whether a stream of Chat Completions is asked for its token counts.
    public var asksForUsage: Bool
    /// The most bytes of words that a reply may have; nil for the program's own limit.
    public var maxReplyBytes: Int?
    /// What may be asked of the provider, by all sessions of this program together.
    public var limits: ProviderLimits

    public init(
        name: String,
        preset: String? = nil,
        dialect: Dialect = .openAIChat,
        source: Source,
        key: KeySource = .none,
        keyHeader: String? = nil,
        allowsInsecure: Bool = false,
        headers: [RequestHeader] = [],
        timeouts: Timeouts = Timeouts(),
        tokenLimit: TokenLimit = .maxTokens,
        asksForUsage: Bool = true,
        maxReplyBytes: Int? = nil,
        limits: ProviderLimits = ProviderLimits()
    ) {
        self.name = name
        self.preset = preset
        self.dialect = dialect
        self.source = source
        self.key = key
        self.keyHeader = keyHeader
        self.allowsInsecure = allowsInsecure
        self.headers = headers
        self.timeouts = timeouts
        self.tokenLimit = tokenLimit
        self.asksForUsage = asksForUsage
        self.maxReplyBytes = maxReplyBytes
        self.limits = limits
    }

    /// The server's address; nil for a cassette.
    public var baseURL: BaseURL? {
        if case .server(let url) = source { url } else { nil }
    }

    /// Whether no text leaves this machine.
    public var isLocal: Bool { baseURL?.isLoopback ?? true }
}

extension ProviderSettings {
    /// What a model of the provider takes as far as is known: nearly all are trained to use tools, and the
    /// models of the great vendors look at images.
    var usualAbilities: [Worker.Ability] {
        let seesImages =
            switch dialect {
            case .anthropic, .gemini, .openAIResponses: true
            case .openAIChat, .cassette: preset == "openai"
            }
        return seesImages ? [.tools, .images] : [.tools]
    }

    /// In place of one that is named and cannot be read.
    static func standIn(name: String) -> ProviderSettings {
        ProviderSettings(name: name, source: .cassette(file: "", isInstant: true))
    }
}
