internal import PodiumCore

/// The state of an exchange between its two sides, without locks or threads.
struct HTTPResponseBuffer {
    typealias Reader = CheckedContinuation<HTTPResponsePart?, any Error>

    enum Reading {
        /// The reader is kept until something arrives.
        case wait
        /// - Parameter resumes: The carrier was paused and should go on.
        case answer(Result<HTTPResponsePart?, any Error>, resumes: Bool)
    }

    private enum End {
        case complete
        case failed(ProviderError)
        case cancelled
    }

    /// What one read gives at most, unless the carrier itself hands over more at once. Readers of many
    /// streams take turns, and the turns should be alike.
    private static let readSize = 16_384

    private let highWaterMark: Int
    private var head: HTTPResponseHead?
    /// What arrived and was not read, in the pieces in which it will be read.
    private var body: [[UInt8]] = []
    private var byteCount = 0
    private var end: End?
    private var reader: Reader?
    private var isPaused = false

    init(highWaterMark: Int) {
        self.highWaterMark = highWaterMark
    }

    var hasEnded: Bool { end != nil }

    mutating func read(_ reader: Reader) -> Reading {
        if case .cancelled = end { return .answer(.failure(CancellationError()), resumes: false) }
        if let head {
            self.head = nil
            return .answer(.success(.head(head)), resumes: false)
        }
        if !body.isEmpty {
            let bytes = body.removeFirst()
            byteCount -= bytes.count
            // The carrier goes on when half is read, so that it need not wait for an empty buffer.
            let resumes = isPaused && byteCount <= highWaterMark / 2
            if resumes { isPaused = false }
            return .answer(.success(.body(bytes)), resumes: resumes)
        }
        switch end {
        case .complete, .cancelled: return .answer(.success(nil), resumes: false)
        case .failed(let error):
            // The error is told once; reading on is the end, like with any sequence.
            end = .complete
            return .answer(.failure(error), resumes: false)
        case nil:
            precondition(self.reader == nil, "an HTTPExchange has one reader")
            self.reader = reader
            return .wait
        }
    }

    /// A reader that waits is given back, to be handed the part.
    mutating func receive(_ part: HTTPResponsePart) -> (accepted: Bool, waiting: Reader?) {
        // After the end nobody listens; the carrier learns of it by its own message.
        guard end == nil else { return (true, nil) }
        if let reader {
            self.reader = nil
            return (true, reader)
        }
        switch part {
        case .head(let head): self.head = head
        case .body(let bytes):
            if !body.isEmpty, byteCount + bytes.count > highWaterMark {
                isPaused = true
                return (false, nil)
            }
            keep(bytes)
        }
        return (true, nil)
    }

    private mutating func keep(_ bytes: [UInt8]) {
        byteCount += bytes.count
        if let last = body.indices.last, body[last].count + bytes.count <= Self.readSize {
            body[last] += bytes
        } else {
            body.append(bytes)
        }
    }

    mutating func finish(_ error: ProviderError?) -> Reader? {
        guard end == nil else { return nil }
        end = error.map(End.failed) ?? .complete
        defer { reader = nil }
        return reader
    }

    mutating func cancel() -> (wasRunning: Bool, waiting: Reader?) {
        guard end == nil else { return (false, nil) }
        end = .cancelled
        defer { reader = nil }
        return (true, reader)
    }
}
