/// The root of a provider's API, for instance `https://api.openai.com/v1`, checked when it is made.
public struct APIRoot: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with the text, in words for the person who wrote it.
    public struct Invalid: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    private let address: HTTPAddress

    public init(_ text: String) throws(Invalid) {
        do {
            address = try HTTPAddress(text)
        } catch {
            throw Invalid(description: Self.explanation(error, of: text))
        }
        if address.hasUserInfo {
            throw Invalid(
                description: "A base_url must not hold a user name or password; name the key's"
                    + " source in key_env or key_command."
            )
        }
        if address.fragment != nil {
            throw Invalid(description: "The base_url \"\(text)\" must not have a part after #.")
        }
    }

    private static func explanation(_ failure: HTTPAddress.Failure, of text: String) -> String {
        switch failure {
        case .missingScheme:
            "The base_url \"\(text)\" lacks http:// or https://, as in \"https://\(text)\"."
        case .foreignScheme:
            "The base_url must begin with http:// or https://."
        case .malformed(let reason):
            // The text is not repeated: what is malformed may hold a password.
            "The base_url is not a valid URL (\(reason)); expected something like"
                + " \"https://api.example.com/v1\"."
        }
    }

    /// Whether what is sent is encrypted.
    public var isSecure: Bool { address.scheme == "https" }

    /// Whether the server is on this machine.
    public var isLoopback: Bool { address.isLoopback }

    /// `host:port`
    public var authority: String { address.authority }

    public var description: String { text(path: basePath) }

    /// The endpoint of Chat Completions. A base that already names it is taken as it is.
    public var chatCompletions: String { text(path: basePath + "/chat/completions") }

    /// The list of the models served.
    public var models: String { text(path: basePath + "/models") }

    private var basePath: String {
        var path = address.path[...]
        while path.last == "/" { path.removeLast() }
        if path.hasSuffix("/chat/completions") { path.removeLast("/chat/completions".count) }
        return String(path)
    }

    private func text(path: String) -> String {
        let query = address.query.map { "?\($0)" } ?? ""
        return "\(address.scheme)://\(address.authority)\(path)\(query)"
    }
}
