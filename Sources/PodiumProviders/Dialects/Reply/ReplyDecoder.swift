public import PodiumCore

/// Decodes the response to a call whatever form it takes: the stream that was asked for, a whole
/// reply from a server that does not stream, an error, or something else entirely. No I/O.
///
/// It is strict about what could change an answer. What could not is stepped over, and counted.
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
        /// JSON, held until it is complete.
        case whole
        /// A page for people, from a proxy or from the wrong address.
        case page
        /// A status other than success.
        case error
    }

    /// Bytes of words that a reply may have, unless the provider's configuration says otherwise.
    public static let replyLimit = 16 << 20
    /// More of an error's body than any message needs.
    private static let errorBodyLimit = 64 << 10
    /// What JSON around the words may take.
    private static let envelopeLimit = 16 << 20

    private let head: HTTPResponseHead
    private let reporter: FaultReporter
    private let limit: Int
    /// Seconds since 1970, when the response began.
    private let now: Int
    private var form: Form
    private var pending: [UInt8] = []
    private var reader: any ReplyReader
    private var parser: ServerSentEventParser
    /// Kept between calls for its capacity.
    private var events: [ServerSentEvent] = []
    /// Bytes of words so far.
    private var count = 0
    /// Whether the body is a stream of events, whatever is in them.
    private var hasEvents = false
    /// The beginning of the data that were no part of a reply.
    private var strayBytes: [UInt8] = []
    /// How much came that is no part of a reply and changes nothing: keep-alives, noise, and what
    /// follows the end.
    public private(set) var steppedOver = 0

    init(
        dialect: any Dialect,
        head: HTTPResponseHead,
        reporter: FaultReporter,
        limit: Int = Self.replyLimit,
        now: Int
    ) {
        self.head = head
        self.reporter = reporter
        self.limit = limit
        self.now = now
        form = head.isSuccess ? .unknown : .error
        reader = dialect.makeReader(reporter: reporter)
        // The last event of some dialects repeats the whole reply.
        parser = ServerSentEventParser(limit: Self.sum(limit, 4 << 20))
    }

    /// For the body of a successful response.
    ///
    /// - Parameter provider: Its name, for messages.
    public init(dialect: any Dialect, provider: String) {
        self.init(
            dialect: dialect,
            head: HTTPResponseHead(status: 200),
            reporter: FaultReporter(provider: provider, model: ""),
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
            try weigh(pieces[start...])
        } catch {
            reader.flush(into: &pieces)
            throw error
        }
    }

    /// The bytes have ended: appends `.finished`, or throws.
    public mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        let start = pieces.count
        do throws(ProviderError) {
            try close(into: &pieces)
            try weigh(pieces[start...])
        } catch {
            reader.flush(into: &pieces)
            throw error
        }
    }

    /// The connection broke: gives what was held back.
    mutating func breakOff(into pieces: inout [ReplyPiece]) { reader.flush(into: &pieces) }

    // MARK: Bytes

    private mutating func decode(
        _ bytes: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        switch form {
        case .unknown: try begin(bytes, into: &pieces)
        case .stream: try read(bytes, into: &pieces)
        case .whole:
            pending += bytes
            guard pending.count <= Self.sum(limit, Self.envelopeLimit) else {
                throw reporter.tooLarge(limit: limit)
            }
        case .page, .error:
            pending += bytes.prefix(max(0, Self.errorBodyLimit - pending.count))
        }
    }

    private mutating func begin(
        _ bytes: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        // The first character tells more than the content type, which compatible servers often get
        // wrong. A byte-order mark may stand before it; white space says nothing and is not kept.
        let mark = JSONReader.byteOrderMark
        var rest = (pending + bytes)[...]
        guard rest.count >= mark.count || !mark.starts(with: rest) else {
            pending = Array(rest)
            return
        }
        if rest.starts(with: mark) { rest = rest.dropFirst(mark.count) }
        pending = Array(rest.drop { $0.isJSONSpace })
        guard let first = pending.first else { return }
        form = Self.form(beginningWith: first)
        guard case .stream = form else { return }
        let beginning = pending
        pending = []
        try read(beginning, into: &pieces)
    }

    private static func form(beginningWith byte: UInt8) -> Form {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): .whole
        case UInt8(ascii: "<"): .page
        default: .stream
        }
    }

    private mutating func close(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        switch form {
        case .unknown: throw reporter.cutOff
        case .stream: try endStream(into: &pieces)
        case .whole: try readWhole(into: &pieces)
        case .page: throw reporter.malformed(pageSummary)
        case .error:
            throw reporter.error(
                ServerFault(head: head, words: ErrorWords(body: pending)),
                now: now
            )
        }
    }

    /// Counts the words of the pieces against the limit.
    private mutating func weigh(_ pieces: ArraySlice<ReplyPiece>) throws(ProviderError) {
        for piece in pieces {
            switch piece {
            case .text(let text), .reasoning(let text): count += text.utf8.count
            case .toolCalls, .usage, .limits, .waiting, .finished: break
            }
        }
        guard Self.sum(count, reader.reply.toolCallSize) <= limit else {
            throw reporter.tooLarge(limit: limit)
        }
    }

    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }

    // MARK: Streams

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
        for event in events { try read(event, into: &pieces) }
        if overflow != nil, progress == .replying { throw reporter.tooLarge(limit: limit) }
    }

    private mutating func read(
        _ event: ServerSentEvent,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        hasEvents = true
        if progress == .done { return }
        if event.isDone { return reader.endMark() }
        if event.type == "error", progress == .replying {
            throw reporter.error(ServerFault(words: ErrorWords(body: event.data)))
        }
        do {
            var objects = JSONObjects(event.data)
            try readObjects(&objects, of: event.type, into: &pieces)
            // Whole, so that words keep their blanks.
            if !objects.strayBytes.isEmpty { stepOver(event.data) }
        } catch {
            // After the reason for the end nothing can change the answer.
            guard progress > .replying else { throw error }
            steppedOver += 1
        }
    }

    private mutating func readObjects(
        _ objects: inout JSONObjects,
        of type: String,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        var hasMore = true
        while hasMore {
            hasMore = try reader.readNext(of: &objects, type: type, into: &pieces)
        }
    }

    private mutating func stepOver(_ bytes: [UInt8]) {
        steppedOver += 1
        guard strayBytes.count < Self.errorBodyLimit / 4 else { return }
        strayBytes += bytes.prefix(Self.errorBodyLimit / 4)
        strayBytes.append(UInt8(ascii: "\n"))
    }

    private mutating func endStream(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        events.removeAll(keepingCapacity: true)
        parser.end(into: &events)
        // An event that was cut off is no event.
        for event in events where event.isWhole { try read(event, into: &pieces) }
        if !parser.strayBytes.isEmpty { stepOver(parser.strayBytes) }
        if progress == .replying { try refuseStrayWords() }
        try reader.end(into: &pieces)
    }

    /// Some servers that fail write the error between the events, or in place of all of them.
    private func refuseStrayWords() throws(ProviderError) {
        var objects = JSONObjects(strayBytes)
        if let value = objects.nextValue() {
            let words = ErrorWords(value)
            if words.message != nil { throw reporter.error(ServerFault(words: words)) }
        }
        guard count == 0, !strayBytes.isEmpty else { return }
        // A stream of keep-alives was broken off; a body without any event is something else.
        throw hasEvents ? reporter.cutOff(after: strayBytes) : reporter.onlyWords(strayBytes)
    }

    // MARK: Whole replies

    /// One object; or the objects that a stream would have, in an array or one after the other.
    private mutating func readWhole(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        var objects = JSONObjects(pending, isBody: true)
        if objects.isSingle {
            try reader.readWhole(&objects, into: &pieces)
        } else {
            try readObjects(&objects, of: "message", into: &pieces)
            if !objects.strayBytes.isEmpty, progress == .replying, pieces.isEmpty {
                throw reporter.malformed("JSON that is no reply")
            }
        }
        if !objects.strayBytes.isEmpty { steppedOver += 1 }
        try reader.end(into: &pieces)
    }

    private var pageSummary: String {
        ErrorWords.htmlSummary(String(decoding: pending.prefix(4096), as: UTF8.self))
            + " instead of a reply"
    }
}

extension ServerSentEvent {
    /// Whether the data are whole JSON, or the mark of the end.
    fileprivate var isWhole: Bool {
        if isDone { return true }
        var reader = JSONReader(data)
        return (try? reader.skipValue()) != nil
    }
}
