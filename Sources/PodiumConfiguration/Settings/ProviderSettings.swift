/// How to reach a server of models.
public struct ProviderSettings: Hashable, Sendable {
    /// The protocol the server speaks.
    public enum Dialect: String, CaseIterable, Sendable {
        /// OpenAI's Chat Completions, which most servers understand.
        case openAIChat = "openai-chat"
    }

    /// Where the key comes from. The key itself is never configured.
    public enum KeySource: Hashable, Sendable {
        /// The server asks for none.
        case none
        /// The environment variable of this name.
        case environment(String)
        /// What this shell command prints on its first line.
        case command(String)
    }

    public struct Header: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
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
    public var dialect: Dialect
    public var baseURL: BaseURL
    public var key: KeySource
    /// True when plain HTTP to another machine was allowed in so many words.
    public var allowsInsecure: Bool
    /// Sent with every call, in the order written. None of them carries a key.
    public var headers: [Header]
    public var timeouts: Timeouts

    public init(
        name: String,
        dialect: Dialect = .openAIChat,
        baseURL: BaseURL,
        key: KeySource = .none,
        allowsInsecure: Bool = false,
        headers: [Header] = [],
        timeouts: Timeouts = Timeouts()
    ) {
        self.name = name
        self.dialect = dialect
        self.baseURL = baseURL
        self.key = key
        self.allowsInsecure = allowsInsecure
        self.headers = headers
        self.timeouts = timeouts
    }
}
