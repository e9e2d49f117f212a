public import PodiumCore
import Synchronization

/// A provider whose replies a test decides, at once or piece by piece.
public final class ScriptedProvider: Provider {
    /// What to do with a call.
    public enum Script: Sendable {
        /// All of it together.
        case reply([ReplyPiece])
        case fail(after: [ReplyPiece], ProviderError)
        /// The test sends the pieces itself, through `held(_:)`.
        case hold
    }

    private struct State {
        var calls: [ModelCall] = []
        var held: [AttemptID: ReplyStream.Continuation] = [:]
        var cancelled: Set<AttemptID> = []
    }

    private let state = Mutex(State())
    private let script: @Sendable (ModelCall) -> Script

    public init(_ script: @escaping @Sendable (ModelCall) -> Script) {
        self.script = script
    }

    /// A finished reply of one text.
    public static func text(_ text: String, usage: Usage? = nil) -> Script {
        .reply([.text(text)] + (usage.map { [.usage($0)] } ?? []) + [.finished(.stop)])
    }

    /// The calls so far, in order.
    public var calls: [ModelCall] { state.withLock { $0.calls } }

    /// The attempts whose reader went away.
    public var cancelled: Set<AttemptID> { state.withLock { $0.cancelled } }

    /// The stream of a held call.
    public func held(_ attempt: AttemptID) -> ReplyStream.Continuation? {
        state.withLock { $0.held[attempt] }
    }

    public func reply(to call: ModelCall) -> ReplyStream {
        let (stream, continuation) = ReplyStream.makeStream()
        state.withLock { $0.calls.append(call) }
        continuation.onTermination = { [weak self] reason in
            guard case .cancelled = reason else { return }
            self?.state.withLock { _ = $0.cancelled.insert(call.attempt) }
        }
        switch script(call) {
        case .reply(let pieces):
            continuation.yield(pieces)
            continuation.finish()
        case .fail(let pieces, let error):
            continuation.yield(pieces)
            continuation.finish(throwing: error)
        case .hold:
            state.withLock { $0.held[call.attempt] = continuation }
        }
        return stream
    }
}

extension ScriptedProvider.Script {
    /// A rollout's reply, as a provider would stream it.
    public init(_ reply: Rollout.Reply) {
        var pieces: [ReplyPiece] = []
        if !reply.reasoning.isEmpty { pieces.append(.reasoning(reply.reasoning)) }
        if !reply.text.isEmpty { pieces.append(.text(reply.text)) }
        if !reply.toolCalls.isEmpty { pieces.append(.toolCalls(reply.toolCalls)) }
        switch reply.end {
        case .finished(let reason, let usage):
            if let usage { pieces.append(.usage(usage)) }
            self = .reply(pieces + [.finished(reason)])
        case .failed(let error, let usage):
            if let usage { pieces.append(.usage(usage)) }
            self = .fail(after: pieces, error)
        }
    }
}

extension AsyncThrowingStream.Continuation
where Element == [ReplyPiece], Failure == any Error {
    /// One piece that comes alone.
    public func yield(_ piece: ReplyPiece) {
        yield([piece])
    }
}
