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

    public var description: String { text(path: path) }

    /// The address of an endpoint of a dialect, by its path below this root. A root that names the
    /// endpoint already is taken as it is.
    func url(_ endpoint: String, of dialect: some Dialect) -> String {
        text(path: root(for: dialect) + endpoint)
    }

    private func root(for dialect: some Dialect) -> String {
        var path = path
        if path.hasSuffix(dialect.endpoint) { path.removeLast(dialect.endpoint.count) }
        return path.isEmpty && dialect.version.isImplied ? dialect.version.path : path
    }

    private var path: String {
        var path = address.path[...]
        while path.last == "/" { path.removeLast() }
        return String(path)
    }

    /// A query of the root's own is kept, before that of the endpoint.
    private func text(path: String) -> String {
        let parts = path.split(separator: "?", maxSplits: 1)
        let queries = [address.query] + parts.dropFirst().map(String.init)
        let query = queries.compactMap(\.self).joined(separator: "&")
        let base = "\(address.scheme)://\(address.authority)\(parts.first ?? "")"
        return query.isEmpty ? base : "\(base)?\(query)"
    }
}
