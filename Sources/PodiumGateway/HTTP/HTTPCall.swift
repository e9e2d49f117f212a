public import NIOHTTP1

/// A request, whole, as it came over the wire.
public struct HTTPCall: Sendable {
    /// In capitals.
    public var method: String
    /// Without the query, as it was written.
    public var path: String
    public var headers: HTTPHeaders
    public var body: [UInt8]
    /// Why the body was not read; nil of one that was.
    public var unread: Unread?

    public enum Unread: Hashable, Sendable {
        /// It is longer than is read.
        case tooLong
        /// By what stands before it, the request may not be made.
        case notAdmitted
    }

    public init(method: String, path: String, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }

    /// The field's one value; nil when there is none.
    public func header(_ name: String) -> String? { headers.first(name: name) }
}

/// Where the response to one request is written.
///
/// Either `send`, or `begin`, any number of `write`s and then `end`. After the client has gone nothing
/// that is written goes anywhere.
public protocol ResponseWriter: Sendable {
    /// Writes a whole response.
    func send(_ status: Int, _ headers: HTTPHeaders, _ body: [UInt8])

    /// Begins a response whose body comes in parts.
    func begin(_ status: Int, _ headers: HTTPHeaders)

    /// Writes a part of the body, and waits while the client is far behind.
    func write(_ bytes: [UInt8]) async

    /// From now on writes these bytes whenever nothing else was written for as long.
    func keepAlive(every interval: Duration, with bytes: [UInt8])

    /// The response is whole.
    func end()

    /// Breaks the connection off, so that the response does not look whole.
    func abort()

    /// Calls `action` once when the client goes before the response has ended; at once when it has gone.
    func onDeparture(_ action: @escaping @Sendable () -> Void)
}
