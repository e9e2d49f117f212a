public import PodiumCore
internal import Synchronization

/// One part of a response.
public enum HTTPResponsePart: Hashable, Sendable {
    case head(HTTPResponseHead)
    /// Never empty.
    case body([UInt8])
}

/// A request under way: the place where the network's thread and the reading task meet.
///
/// One task reads. Parts that arrive faster than they are read are gathered up to a mark, then the
/// transfer is paused. Dropping the exchange cancels it.
public final class HTTPExchange: Sendable {
    /// What the reader wants of whoever carries the request.
    public enum Wish: Hashable, Sendable {
        /// Stop, and let the server know by closing the connection.
        case cancel
        /// Go on with a transfer that was paused.
        case resume
        /// Everything that matters has been read: end after the time given, at the latest, without
        /// an error.
        case wrapUp(within: Duration)
        /// More came that matters: what was said of wrapping up holds no longer.
        case carryOn
    }

    private let buffer: Mutex<HTTPResponseBuffer>
    private let onWish: @Sendable (Wish) -> Void

    /// - Parameters:
    ///   - highWaterMark: Bytes that may lie unread before the carrier is asked to pause.
    ///   - onWish: May be called on any thread, and after the response has ended.
    public init(highWaterMark: Int = 1 << 16, onWish: @escaping @Sendable (Wish) -> Void) {
        self.buffer = Mutex(HTTPResponseBuffer(highWaterMark: highWaterMark))
        self.onWish = onWish
    }

    deinit {
        if !buffer.withLock({ $0.hasEnded }) { onWish(.cancel) }
    }
}

// MARK: - The reader's side

extension HTTPExchange {
    /// The next part: the head, then pieces of the body; nil at the end.
    ///
    /// Throws `ProviderError`, or `CancellationError` when the task is cancelled, which cancels the
    /// exchange.
    public func next() async throws -> HTTPResponsePart? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                switch buffer.withLock({ $0.read(continuation) }) {
                case .wait: break
                case .answer(let answer, let resumes):
                    continuation.resume(with: answer)
                    if resumes { onWish(.resume) }
                }
            }
        } onCancel: {
            cancel()
        }
    }

    /// Stops the transfer. Reading throws `CancellationError` from here on.
    public func cancel() {
        let (wasRunning, waiting) = buffer.withLock { $0.cancel() }
        waiting?.resume(throwing: CancellationError())
        if wasRunning { onWish(.cancel) }
    }

    /// Reads on for no longer than `time`, and takes whatever happens then for the end.
    public func wrapUp(within time: Duration) {
        if !buffer.withLock({ $0.hasEnded }) { onWish(.wrapUp(within: time)) }
    }

    /// Takes back `wrapUp`.
    public func carryOn() {
        if !buffer.withLock({ $0.hasEnded }) { onWish(.carryOn) }
    }
}

// MARK: - The carrier's side

extension HTTPExchange {
    /// Hands over a part. False asks for a pause: the part was not taken and must be handed over
    /// again after `.resume`.
    public func receive(_ part: HTTPResponsePart) -> Bool {
        let (accepted, waiting) = buffer.withLock { $0.receive(part) }
        waiting?.resume(returning: part)
        return accepted
    }

    /// Ends the response. Only the first call counts.
    public func finish(throwing error: ProviderError? = nil) {
        let waiting = buffer.withLock { $0.finish(error) }
        if let error { waiting?.resume(throwing: error) } else { waiting?.resume(returning: nil) }
    }
}
