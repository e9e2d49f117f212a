internal import PodiumCore

extension BaseURL {
    /// The address of an endpoint of a dialect, by its path below this root. A root that names the
    /// endpoint already is taken as it is.
    func url(_ endpoint: String, of dialect: some Dialect) -> String {
        var path = path
        if path.hasSuffix(dialect.endpoint) { path.removeLast(dialect.endpoint.count) }
        if path.isEmpty, dialect.version.isImplied { path = dialect.version.path }
        // Some endpoints have a query of their own.
        let joined = endpoint.contains("?") ? query.replacing("?", with: "&") : query
        return origin + path + endpoint + joined
    }
}
