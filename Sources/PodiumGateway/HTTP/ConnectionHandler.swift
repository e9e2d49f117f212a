internal import NIOCore
internal import NIOHTTP1

/// Reads requests from a connection, one at a time, and hands each on when it is whole.
///
/// A client may not keep a connection by being slow: what it began has to come within a time, and so has
/// its next request.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        case idle
        case reading(HTTPRequestHead, ByteBuffer)
        /// It was refused before it was whole; the rest is thrown away.
        case refused
        case answering
    }

    private let limits: HTTPServer.Limits
    private let admits: @Sendable (HTTPCall) -> Bool
    private let handle: @Sendable (HTTPCall, any ResponseWriter) -> Void
    private var state = State.idle
    private var response: ChannelResponse?
    private var deadline: Scheduled<Void>?

    init(
        limits: HTTPServer.Limits,
        admits: @escaping @Sendable (HTTPCall) -> Bool,
        handle: @escaping @Sendable (HTTPCall, any ResponseWriter) -> Void
    ) {
        self.limits = limits
        self.admits = admits
        self.handle = handle
    }

    func channelActive(context: ChannelHandlerContext) {
        expect(within: limits.idle, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        response?.depart()
        response = nil
        context.fireChannelInactive()
    }

    /// The client closed its side, or the bytes are no HTTP: `HTTPServerProtocolErrorHandler` has told it
    /// already.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(var part): append(&part, context)
        case .end: finish(context)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            if case .refused = state {
                expect(within: Self.lingering, context)
            } else {
                (state, response) = (.idle, nil)
                // From when it has left: a slow client may take its time for a long reply.
                let written = promise ?? context.eventLoop.makePromise()
                let (handler, bound) = (
                    NIOLoopBound(self, eventLoop: context.eventLoop),
                    NIOLoopBound(context, eventLoop: context.eventLoop)
                )
                written.futureResult.whenSuccess {
                    guard case .idle = handler.value.state else { return }
                    handler.value.expect(within: handler.value.limits.idle, bound.value)
                }
                return context.write(data, promise: written)
            }
        }
        context.write(data, promise: promise)
    }

    /// As long a client that was refused may go on sending: a connection that is closed under its bytes
    /// would take the response with it.
    private static let lingering = Duration.seconds(2)

    // MARK: Reading

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        expect(within: limits.request, context)
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard length <= limits.bodyBytes else { return refuse(head, .tooLong, context) }
        guard admits(call(head)) else { return refuse(head, .notAdmitted, context) }
        state = .reading(head, ByteBuffer())
        // RFC 9110, § 10.1.1.
        if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
            let head = HTTPResponseHead(version: head.version, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }
    }

    private func append(_ part: inout ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .reading(let head, var body) = state else { return }
        guard body.readableBytes + part.readableBytes <= limits.bodyBytes else {
            return refuse(head, .tooLong, context)
        }
        // Not held twice, so that it grows in place.
        state = .idle
        body.writeBuffer(&part)
        state = .reading(head, body)
    }

    private func finish(_ context: ChannelHandlerContext) {
        guard case .reading(let head, let body) = state else { return }
        state = .answering
        deadline?.cancel()
        deadline = nil
        let response = respond(
            to: head,
            context,
            head.version == .http1_1 && head.isKeepAlive ? .staysOpen : .closes
        )
        var call = call(head)
        call.body = Array(buffer: body)
        handle(call, response)
    }

    private func call(_ head: HTTPRequestHead) -> HTTPCall {
        HTTPCall(
            method: head.method.rawValue,
            path: String(head.uri.prefix { $0 != "?" && $0 != "#" }),
            headers: head.headers
        )
    }

    private func respond(
        to head: HTTPRequestHead,
        _ context: ChannelHandlerContext,
        _ afterwards: ChannelResponse.Afterwards
    ) -> ChannelResponse {
        let response = ChannelResponse(context.channel, to: head, afterwards)
        self.response = response
        return response
    }

    private func refuse(
        _ head: HTTPRequestHead,
        _ reason: HTTPCall.Unread,
        _ context: ChannelHandlerContext
    ) {
        state = .refused
        let response = respond(to: head, context, .lingers)
        var call = call(head)
        call.unread = reason
        handle(call, response)
    }

    private func expect(within time: Duration, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: time.amount) {
            channel.close(promise: nil)
        }
    }
}
