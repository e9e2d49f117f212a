internal import PodiumCore
internal import Synchronization

/// One call under way: pulls bytes from its exchange, and pieces out of the decoder.
///
/// One task reads. Nothing happens between two pulls, so a slow reader slows the network down
/// instead of filling memory.
final class ProviderCall: Sendable {
    struct Started {
        var exchange: HTTPExchange
        /// Where it is recorded, if it is.
        var take: CassetteRecorder.Take?
        /// What the server says passes it.
        var gate = SecretGate()
        /// For a server that is still loading its model; nil for one that is not waited for.
        var patience: Duration?
        /// Asked after a failure without a word: whether the same call is made once more in another
        /// form, which `start` then gives it.
        var asksDifferently: @Sendable (ProviderError) -> Bool = { _ in false }
        var makeDecoder: @Sendable (HTTPResponseHead) -> ReplyDecoder
        /// Told how much of the reply was stepped over, if anything.
        var onSteppedOver: @Sendable (Int) -> Void = { _ in }
    }

    /// How long the token counts may take after the reason for the end.
    private static let usageGrace = Duration.seconds(2)
    /// How long the end of the body may take after `[DONE]`. Waiting for it keeps the connection
    /// fit for the next call.
    private static let endGrace = Duration.milliseconds(250)

    /// How long a server that loads its model is left alone.
    private static let loadingPause = Duration.seconds(1)

    private let start: @Sendable () async throws -> Started
    private let keys: KeyResolver?
    private let state = Mutex(ProviderCallState())

    init(start: @escaping @Sendable () async throws -> Started, keys: KeyResolver?) {
        self.start = start
        self.keys = keys
    }

    /// The pieces that the next read brings; nil after the last.
    func next() async throws -> [ReplyPiece]? {
        while true {
            switch state.withLock({ $0.next() }) {
            case .give(let pieces): return pieces
            case .wait: try await Task.sleep(for: Self.loadingPause)
            case .fail(let error):
                // A command may give a fresh key where an old one has expired.
                if (error as? ProviderError)?.code == .unauthorized { await keys?.forget() }
                throw error
            case .end: return nil
            case .start: try await begin()
            case .read(let exchange, let take): await read(from: exchange, take)
            }
        }
    }

    private func begin() async throws {
        do {
            let started = try await start()
            state.withLock { $0.begin(started, at: .now) }
        } catch {
            state.withLock { $0.end(throwing: error) }
        }
    }

    private func read(from exchange: HTTPExchange, _ take: CassetteRecorder.Take?) async {
        do {
            // A stream with much to say gives way to the others before each read.
            await Task.yield()
            let part = try await exchange.next()
            let progress = state.withLock { $0.receive(part) }
            if state.withLock({ $0.isAskedAgain }) { take?.discard() } else { take?.record(part) }
            switch progress {
            case nil: break
            case .replying: exchange.carryOn()
            case .finishing: exchange.wrapUp(within: Self.usageGrace)
            case .done: exchange.wrapUp(within: Self.endGrace)
            }
        } catch {
            take?.end(error as? ProviderError)
            state.withLock { $0.end(throwing: error) }
        }
    }
}
