public import PodiumCore

/// Decodes the response to a call whatever form it takes: the stream that was asked for, a whole
/// reply from a server that does not stream, an error, or something else entirely. No I/O.
///
/// ```swift
/// var decoder = ReplyDecoder(dialect: ChatDialect(), provider: "openai")
/// for await bytes in body { try decoder.feed(bytes, into: &pieces) }
/// try decoder.end(into: &pieces)
/// ```
public struct ReplyDecoder: Sendable {
    private enum Form {
        /// No byte of the body has come that would tell.
        case unknown
        case stream
        /// One JSON object, held until it is complete.
        case whole
        /// A page for people, from a proxy or from the wrong address.
        case page
        /// A status other than success.
        case error
    }

    /// More of an error's body than any message needs.
    private static let errorBodyLimit = 64 << 10

    private let head: HTTPResponseHead
    private let reporter: FaultReporter
    /// Seconds since 1970, when the response began.
    private let now: Int
    private var form: Form
    private var pending: [UInt8] = []
    private var reader: any ReplyReader
    private var parser = ServerSentEventParser()
    /// Kept between calls for its capacity.
    private var events: [ServerSentEvent] = []
    private var redactor: StreamRedactor

    init(dialect: any Dialect, head: HTTPResponseHead, reporter: FaultReporter, now: Int) {
        self.head = head
        self.reporter = reporter
        self.now = now
        form = head.isSuccess ? .unknown : .error
        reader = dialect.makeReader(reporter: reporter)
        redactor = StreamRedactor(reporter.redactor)
    }

    /// For the body of a successful response.
    ///
    /// - Parameter provider: Its name, for messages.
    public init(dialect: any Dialect, provider: String) {
        self.init(
            dialect: dialect,
            head: HTTPResponseHead(status: 200),
            reporter: FaultReporter(provider: provider, model: "", redactor: SecretRedactor()),
            now: 0
        )
    }

    public var progress: ReplyProgress { reader.progress }

    /// What the head says is left of the server's limits.
    var limits: RateLimits { RateLimits(head: head, now: now) }

    /// Reads the next bytes and appends the pieces they complete, those before an error too.
    public mutating func feed(
        _ bytes: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        let start = pieces.count
        do throws(ProviderError) {
            try decode(bytes, into: &pieces)
            redactor.clean(&pieces, from: start)
        } catch {
            redactor.clean(&pieces, from: start)
            redactor.flush(into: &pieces)
            throw error
        }
    }

    /// The bytes have ended: appends `.finished`, or throws.
    public mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        let start = pieces.count
        do throws(ProviderError) {
            try close(into: &pieces)
            redactor.clean(&pieces, from: start)
        } catch {
            redactor.clean(&pieces, from: start)
            redactor.flush(into: &pieces)
            throw error
        }
    }

    /// The connection broke: gives what was held back.
    mutating func breakOff(into pieces: inout [ReplyPiece]) {
        redactor.flush(into: &pieces)
    }

    private mutating func decode(
        _ bytes: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if case .unknown = form {
            pending += bytes.drop { $0.isJSONSpace }
            // The first character tells more than the content type, which compatible servers
            // often get wrong.
            guard let first = pending.first else { return }
            form = Self.form(beginningWith: first)
            if case .stream = form {
                let beginning = pending
                pending = []
                try read(beginning, into: &pieces)
            }
            return
        }
        switch form {
        case .stream: try read(bytes, into: &pieces)
        case .whole: pending += bytes
        case .page, .error, .unknown:
            pending += bytes.prefix(max(0, Self.errorBodyLimit - pending.count))
        }
    }

    private mutating func close(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        switch form {
        case .unknown: throw reporter.cutOff
        case .stream: try endStream(into: &pieces)
        case .whole:
            try reader.readWhole(pending, into: &pieces)
            try reader.end(into: &pieces)
        case .page: throw reporter.malformed(pageSummary)
        case .error:
            throw reporter.error(
                ServerFault(head: head, words: ErrorWords(body: pending)),
                now: now
            )
        }
    }

    /// Gemini, for one, fails in mid-stream with an error that is no event.
    private mutating func endStream(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        if reader.progress == .replying, parser.strayBytes.first == UInt8(ascii: "{") {
            let words = ErrorWords(body: parser.strayBytes)
            if !words.isEmpty { throw reporter.error(ServerFault(words: words)) }
        }
        try reader.end(into: &pieces)
    }

    private mutating func read(
        _ bytes: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        events.removeAll(keepingCapacity: true)
        var overflow: ServerSentEventParser.LimitExceeded?
        do {
            try parser.feed(bytes, into: &events)
        } catch {
            overflow = error
        }
        for event in events { try reader.read(event, into: &pieces) }
        if let overflow { throw reporter.tooLarge(limit: overflow.limit) }
    }

    private static func form(beginningWith byte: UInt8) -> Form {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): .whole
        case UInt8(ascii: "<"): .page
        default: .stream
        }
    }

    private var pageSummary: String {
        ErrorWords.htmlSummary(String(decoding: pending.prefix(4096), as: UTF8.self))
            + " instead of a reply"
    }
}
