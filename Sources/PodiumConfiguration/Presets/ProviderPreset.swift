public import PodiumCore

/// What is known of a vendor or of a kind of server: the values of a provider's keys that need not be
/// written.
public struct ProviderPreset: Hashable, Sendable {
    /// As `preset:` names it.
    public var name: String
    /// As people call it.
    public var title: String
    public var dialect: ProviderSettings.Dialect
    /// Nil where each customer has their own.
    public var baseURL: String?
    /// Variables that usually hold the key, the preferred first; none for a server that needs no key.
    public var keyVariables: [String]
    public var keyHeader: String?
    public var tokenLimit: ProviderSettings.TokenLimit
    public var asksForUsage: Bool

    init(
        _ name: String,
        _ title: String,
        dialect: ProviderSettings.Dialect = .openAIChat,
        baseURL: String?,
        keyVariables: [String] = [],
        keyHeader: String? = nil,
        tokenLimit: ProviderSettings.TokenLimit = .maxTokens,
        asksForUsage: Bool = true
    ) {
        self.name = name
        self.title = title
        self.dialect = dialect
        self.baseURL = baseURL
        self.keyVariables = keyVariables
        self.keyHeader = keyHeader
        self.tokenLimit = tokenLimit
        self.asksForUsage = asksForUsage
    }

    /// Whether it is a program for one's own machine, whose calls cost no money.
    public var isLocal: Bool { baseURL?.hasPrefix("http://127.") ?? false }

    /// What stands for the server at an address: the preset that has it, or one for this address
    /// alone, which is called `local` on this machine and `server` elsewhere.
    public static func server(at url: BaseURL) -> ProviderPreset {
        let text =
            url.host == "localhost"
            ? "http\(url.isSecure ? "s" : "")://127.0.0.1:\(url.port)\(url.path)" : url.text
        return all.first { $0.baseURL == text }
            ?? ProviderPreset(
                url.isLoopback ? "local" : "server",
                "the server at \(url.text)",
                baseURL: url.text
            )
    }

    public static func named(_ name: String) -> ProviderPreset? {
        all.first { $0.name == name.lowercased() }
    }
}
