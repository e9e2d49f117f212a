/// Whatever carries requests: `HTTPTransport`, or a script in a test.
public protocol HTTPClient: Sendable {
    /// Starts the request at once. Failures come from the exchange, as `ProviderError`.
    func start(_ request: HTTPRequest) -> HTTPExchange
}
