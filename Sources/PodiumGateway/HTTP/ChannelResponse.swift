internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// The response to one request on a connection.
final class ChannelResponse: ResponseWriter {
    private struct State {
        var hasBegun = false
        var hasEnded = false
        var hasDeparted = false
        var departure: (@Sendable () -> Void)?
        var timer: RepeatedTask?
        var lastWrite = NIODeadline.now()
    }

    /// What becomes of the connection behind the response.
    enum Afterwards {
        /// It is there for a further request.
        case staysOpen
        case closes
        /// Nothing more is written, and what still comes is read.
        case lingers
    }

    /// How long a client may take nothing of what is written.
    private static let patience = Duration.seconds(60)

    private let channel: any Channel
    private let version: HTTPVersion
    /// Whether the client wants the head alone (RFC 9110, § 9.3.2): bytes behind it would be taken for the
    /// next response.
    private let isHeadOnly: Bool
    private let afterwards: Afterwards
    private let state = Mutex(State())

    init(_ channel: any Channel, to head: HTTPRequestHead, _ afterwards: Afterwards) {
        self.channel = channel
        version = head.version
        isHeadOnly = head.method == .HEAD
        self.afterwards = afterwards
    }

    // MARK: Writing

    func send(_ status: Int, _ headers: HTTPHeaders, _ body: [UInt8]) {
        guard begin() else { return }
        var headers = headers
        // RFC 9110, § 8.6.
        if status != 204 { headers.replaceOrAdd(name: "content-length", value: "\(body.count)") }
        var parts = [HTTPServerResponsePart.head(head(status, headers))]
        if !isHeadOnly, !body.isEmpty {
            parts.append(.body(.byteBuffer(ByteBuffer(bytes: body))))
        }
        finish(writing: parts)
    }

    func begin(_ status: Int, _ headers: HTTPHeaders) {
        guard begin() else { return }
        channel.writeAndFlush(HTTPServerResponsePart.head(head(status, headers)), promise: nil)
    }

    func write(_ bytes: [UInt8]) async {
        guard isOpen(writing: true) else { return }
        let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes)))
        guard !channel.isWritable else { return channel.writeAndFlush(part, promise: nil) }
        // It returns once the client has taken this; a connection that broke is told to `onDeparture`. Whoever
        // takes nothing for long has gone.
        let end = channel.eventLoop.scheduleTask(in: Self.patience.amount) { [channel] in
            channel.close(promise: nil)
        }
        try? await channel.writeAndFlush(part).get()
        end.cancel()
    }

    func keepAlive(every interval: Duration, with bytes: [UInt8]) {
        let interval = interval.amount
        let timer = channel.eventLoop.scheduleRepeatedTask(
            initialDelay: interval / 2,
            delay: interval / 2
        ) { [weak self] _ in self?.breakSilence(of: interval, with: bytes) }
        let previous = state.withLock { state in
            defer { state.timer = state.hasEnded || state.hasDeparted ? nil : timer }
            return state.hasEnded || state.hasDeparted ? timer : state.timer
        }
        previous?.cancel()
    }

    private func breakSilence(of interval: TimeAmount, with bytes: [UInt8]) {
        let isDue = state.withLock { !$0.hasEnded && .now() - $0.lastWrite >= interval }
        guard isDue, channel.isWritable, isOpen(writing: true) else { return }
        channel.writeAndFlush(
            HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))),
            promise: nil
        )
    }

    func end() {
        guard isOpen(writing: true) else { return }
        finish(writing: [])
    }

    func abort() {
        end(departed: true)
        channel.close(promise: nil)
    }

    /// The last parts leave together.
    private func finish(writing parts: [HTTPServerResponsePart]) {
        end(departed: false)
        channel.eventLoop.execute { [channel, afterwards] in
            for part in parts { channel.write(part, promise: nil) }
            let written = channel.writeAndFlush(HTTPServerResponsePart.end(nil))
            switch afterwards {
            case .staysOpen: break
            case .closes: written.whenComplete { _ in channel.close(promise: nil) }
            case .lingers: written.whenComplete { _ in channel.close(mode: .output, promise: nil) }
            }
        }
    }

    private func head(_ status: Int, _ headers: HTTPHeaders) -> HTTPResponseHead {
        var headers = headers
        headers.replaceOrAdd(
            name: "connection",
            value: afterwards == .staysOpen ? "keep-alive" : "close"
        )
        return HTTPResponseHead(
            version: version,
            status: HTTPResponseStatus(statusCode: status),
            headers: headers
        )
    }

    // MARK: State

    private func begin() -> Bool {
        state.withLock { state in
            guard !state.hasBegun, !state.hasDeparted else { return false }
            state.hasBegun = true
            return true
        }
    }

    private func isOpen(writing: Bool) -> Bool {
        state.withLock { state in
            guard state.hasBegun, !state.hasEnded, !state.hasDeparted else { return false }
            if writing { state.lastWrite = .now() }
            return true
        }
    }

    private func end(departed: Bool) {
        let timer = state.withLock { state in
            defer { state.timer = nil }
            state.hasEnded = true
            state.hasDeparted = state.hasDeparted || departed
            state.departure = nil
            return state.timer
        }
        timer?.cancel()
    }

    func onDeparture(_ action: @escaping @Sendable () -> Void) {
        let hasDeparted = state.withLock { state in
            if !state.hasDeparted, !state.hasEnded { state.departure = action }
            return state.hasDeparted
        }
        if hasDeparted { action() }
    }

    /// The connection has closed.
    func depart() {
        let (departure, timer) = state.withLock { state in
            defer { (state.departure, state.timer) = (nil, nil) }
            state.hasDeparted = true
            return (state.departure, state.timer)
        }
        timer?.cancel()
        departure?()
    }
}

extension Duration {
    var amount: TimeAmount {
        let (seconds, attoseconds) = components
        return .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}

extension TimeAmount {
    fileprivate static func / (amount: TimeAmount, divisor: Int64) -> TimeAmount {
        .nanoseconds(amount.nanoseconds / divisor)
    }
}
