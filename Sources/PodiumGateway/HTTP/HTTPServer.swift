internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization
internal import Glibc

/// An HTTP/1.1 server that hands on whole requests, over SwiftNIO.
public final class HTTPServer: Sendable {
    public struct Limits: Hashable, Sendable {
        /// Of a request's body.
        public var bodyBytes = 32 << 20
        /// Those that are open at once; a further one is closed.
        public var connections = 4_096
        /// For a request to come whole.
        public var request = Duration.seconds(60)
        /// For the next request on an open connection.
        public var idle = Duration.seconds(75)

        public init() {}
    }

    /// Why it cannot listen: one sentence that says what, and how to mend it.
    public struct Failure: Error, Hashable, CustomStringConvertible {
        public var description: String
    }

    /// Where it listens.
    public let host: String
    public let port: Int
    private let group: MultiThreadedEventLoopGroup
    private let listener: any Channel

    /// The root of what it serves.
    public var address: String {
        "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    private init(
        host: String,
        port: Int,
        group: MultiThreadedEventLoopGroup,
        listener: any Channel
    ) {
        self.host = host
        self.port = port
        self.group = group
        self.listener = listener
    }

    /// Listens at an address.
    ///
    /// - Parameters:
    ///   - port: 0 lets the system choose.
    ///   - admits: whether the body of a request is to be read, by all that stands before it.
    ///   - handle: gets each request on the thread of its connection, and must return at once.
    /// - Throws: `Failure`.
    public static func start(
        host: String,
        port: Int,
        limits: Limits = Limits(),
        admits: @escaping @Sendable (HTTPCall) -> Bool = { _ in true },
        handle: @escaping @Sendable (HTTPCall, any ResponseWriter) -> Void
    ) async throws -> HTTPServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: min(4, System.coreCount))
        let count = OpenConnections()
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                guard count.withLock({ $0 < limits.connections }) else {
                    return channel.close()
                }
                count.withLock { $0 += 1 }
                channel.closeFuture.whenComplete { _ in count.withLock { $0 -= 1 } }
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                    try pipeline.addHandler(
                        ConnectionHandler(limits: limits, admits: admits, handle: handle)
                    )
                }
            }
        do {
            let listener = try await bootstrap.bind(host: host, port: port).get()
            return HTTPServer(
                host: host,
                port: listener.localAddress?.port ?? port,
                group: group,
                listener: listener
            )
        } catch {
            try? await group.shutdownGracefully()
            throw Failure(binding: host, port, error)
        }
    }

    /// Takes no further connections.
    public func stopListening() async {
        try? await listener.close()
    }

    /// Closes everything.
    public func close() async {
        try? await listener.close()
        try? await group.shutdownGracefully()
    }
}

private final class OpenConnections: Sendable {
    private let count = Mutex(0)

    func withLock<Result: Sendable>(_ body: (inout Int) -> Result) -> Result {
        count.withLock { body(&$0) }
    }
}

extension HTTPServer.Failure {
    fileprivate init(binding host: String, _ port: Int, _ error: any Error) {
        let address = "\(host.contains(":") ? "[\(host)]" : host):\(port)"
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            description =
                "\(address) is taken by another program. Choose another port with --port,"
                + " or 0 for a free one."
        case EACCES:
            description = "\(address) may not be listened at. Ports below 1024 need rights of root."
        case EADDRNOTAVAIL:
            description = "\(host) is no address of this machine."
        default:
            description = "\(address) cannot be listened at: \(error)"
        }
    }
}
