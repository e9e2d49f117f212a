internal import PodiumCore

extension ModelProvider {
    /// Asks the server which models it serves, in its order.
    ///
    /// - Throws: `ProviderError`, or `CancellationError`.
    public func models() async throws -> [ListedModel] {
        try refuseInsecureKey()
        let key = try await keys.key()
        let dialect = configuration.dialect
        let exchange = client.start(
            HTTPRequest(
                method: .get,
                url: configuration.baseURL.url(dialect.modelsPath, of: dialect),
                headers: dialect.fields(
                    accepting: "application/json",
                    key: key,
                    field: configuration.keyField,
                    configured: configuration.headers
                ),
                limits: configuration.limits
            )
        )
        var head: HTTPResponseHead?
        var body: [UInt8] = []
        while let part = try await exchange.next() {
            switch part {
            case .head(let received): head = received
            case .body(let bytes): body += bytes
            }
        }
        let reporter = reporter(model: "", key: key)
        guard let head else { throw reporter.cutOff }
        guard head.isSuccess else {
            throw reporter.error(
                ServerFault(head: head, words: ErrorWords(body: body)),
                now: now()
            )
        }
        return try reporter.whole(body, "a list of models", ListedModel.list)
    }
}
