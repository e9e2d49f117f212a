internal import PodiumCore

extension ModelProvider {
    /// Bytes. Gateways list thousands of models with all their traits.
    private static let listLimit = 32 << 20

    /// Asks the server which models it serves, in its order.
    ///
    /// - Throws: `ProviderError`, or `CancellationError`.
    public func models() async throws -> [ListedModel] {
        try refuseInsecureKey()
        let key = try await keys.key()
        let dialect = configuration.dialect
        var limits = configuration.limits
        limits.responseBytes = limits.responseBytes ?? Self.listLimit
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
                limits: limits
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
        let gate = SecretGate(secrets(key: key))
        do throws(ProviderError) {
            return try list(head, body).map(gate.pass)
        } catch {
            throw gate.pass(error)
        }
    }

    private func list(
        _ head: HTTPResponseHead?,
        _ body: [UInt8]
    ) throws(ProviderError) -> [ListedModel] {
        let reporter = reporter(model: "")
        guard let head else { throw reporter.cutOff }
        guard head.isSuccess else {
            throw reporter.error(
                ServerFault(head: head, words: ErrorWords(body: body)),
                now: now()
            )
        }
        do {
            return try ListedModel.list(body)
        } catch {
            throw error.offset >= body.count
                ? reporter.cutOff
                : reporter.malformed("JSON that is not a list of models (\(error))")
        }
    }
}
