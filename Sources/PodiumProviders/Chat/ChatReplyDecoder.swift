internal import PodiumCore

/// Decodes the response to a chat request whatever form it takes: the stream that was asked for, a
/// whole reply from a server that does not stream, an error, or something else entirely. No I/O.
struct ChatReplyDecoder: Sendable {
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
    private var held: [UInt8] = []
    private var stream: ChatStreamDecoder

    init(head: HTTPResponseHead, reporter: FaultReporter, now: Int) {
        self.head = head
        self.reporter = reporter
        self.now = now
        self.form = head.isSuccess ? .unknown : .error
        self.stream = ChatStreamDecoder(reporter: reporter)
    }

    var progress: ChatStreamDecoder.Progress { stream.progress }

    mutating func feed(
        _ bytes: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if case .unknown = form {
            held += bytes
            // The first character tells more than the content type, which compatible servers
            // often get wrong.
            guard let first = held.first(where: { !$0.isJSONSpace }) else { return }
            form = Self.form(beginningWith: first)
            if case .stream = form {
                let beginning = held
                held = []
                try stream.feed(beginning, into: &pieces)
            }
            return
        }
        switch form {
        case .stream: try stream.feed(bytes, into: &pieces)
        case .whole: held += bytes
        case .page, .error, .unknown:
            held += bytes.prefix(max(0, Self.errorBodyLimit - held.count))
        }
    }

    mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        switch form {
        case .unknown: throw reporter.cutOff
        case .stream: try stream.end(into: &pieces)
        case .whole: try readWhole(into: &pieces)
        case .page: throw reporter.malformed(pageSummary)
        case .error:
            throw reporter.error(
                ServerFault(head: head, words: ErrorWords(body: held)),
                now: now
            )
        }
    }

    private static func form(beginningWith byte: UInt8) -> Form {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): .whole
        case UInt8(ascii: "<"): .page
        default: .stream
        }
    }

    private var pageSummary: String {
        ErrorWords.htmlSummary(String(decoding: held.prefix(4096), as: UTF8.self))
            + " instead of a reply"
    }

    private mutating func readWhole(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        let chunk: ChatChunk
        do {
            chunk = try ChatChunk(held)
        } catch {
            // A failure at the very end is a body that was broken off, not a wrong one.
            if error.offset >= held.count { throw reporter.cutOff }
            throw reporter.malformed("JSON that is not a chat completion (\(error))")
        }
        if let error = chunk.error {
            throw reporter.error(ServerFault(head: head, words: error), now: now)
        }
        guard chunk.hasChoices else { throw reporter.malformed("a reply without choices") }
        try stream.read(chunk, into: &pieces)
        // The object was complete, so the reply is, with or without a reason.
        if stream.progress == .replying {
            pieces.append(.finished(.stop))
        } else {
            try stream.end(into: &pieces)
        }
    }
}

extension UInt8 {
    fileprivate var isJSONSpace: Bool {
        self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09
    }
}
