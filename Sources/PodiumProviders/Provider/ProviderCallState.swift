internal import PodiumCore

/// The decisions of a `ProviderCall`, without locks or waiting.
struct ProviderCallState {
    enum Step {
        case start
        case read(HTTPExchange, CassetteRecorder.Take?)
        /// The server loads its model: after a while the call is made again.
        case wait
        /// All that has been decoded.
        case give([ReplyPiece])
        case fail(any Error)
        case end
    }

    private enum Phase {
        case new
        case reading(HTTPExchange, CassetteRecorder.Take?)
        case failed(any Error)
        /// The call is made once more, at once or after a while.
        case again(isWaiting: Bool)
        case ended
    }

    private var phase = Phase.new
    private var started: ProviderCall.Started?
    /// When the server is waited for no longer.
    private var deadline: ContinuousClock.Instant?
    /// The progress that was told of last.
    private var told = ReplyProgress.replying
    /// Nil until the head has come. Apart from the phase, so that it is changed in place.
    private var decoder: ReplyDecoder?
    private var hasGivenWords = false
    private var gate = SecretGate()
    /// Decoded and not yet given.
    private var pieces: [ReplyPiece] = []

    mutating func next() -> Step {
        let passed = passGate()
        if !passed.isEmpty { return .give(passed) }
        switch phase {
        case .new: return .start
        case .reading(let exchange, let take): return .read(exchange, take)
        case .failed(let error):
            phase = .ended
            return .fail(gate.pass(error))
        case .again(let isWaiting):
            phase = .new
            return isWaiting ? .wait : .start
        case .ended: return .end
        }
    }

    /// What was decoded since, as it may be told.
    private mutating func passGate() -> [ReplyPiece] {
        defer { pieces = [] }
        hasGivenWords = hasGivenWords || pieces.contains(where: \.isWords)
        gate.pass(&pieces)
        switch phase {
        case .failed, .ended: gate.close(into: &pieces)
        case .new, .reading, .again: break
        }
        return pieces
    }

    mutating func begin(_ started: ProviderCall.Started, at now: ContinuousClock.Instant) {
        self.started = started
        gate = started.gate
        decoder = nil
        if deadline == nil, let patience = started.patience { deadline = now + patience }
        phase = .reading(started.exchange, started.take)
    }

    /// Takes the next part of the response, nil for its end.
    ///
    /// - Returns: How far the reply has come, if that is news.
    mutating func receive(_ part: HTTPResponsePart?) -> ReplyProgress? {
        switch part {
        case .head(let head): begin(started?.makeDecoder(head))
        case .body(let bytes): feed(bytes)
        case nil: finish()
        }
        let progress = decoder?.progress ?? .replying
        defer { told = progress }
        return progress == told ? nil : progress
    }

    /// Whether what was received leads to nothing but the same call once more.
    var isAskedAgain: Bool { if case .again = phase { true } else { false } }

    private mutating func begin(_ decoder: ReplyDecoder?) {
        self.decoder = decoder
        guard let limits = decoder?.limits, !limits.isEmpty else { return }
        pieces.append(.limits(limits))
    }

    /// The exchange failed. After the end mark that is no loss: the reply is complete.
    mutating func end(throwing error: any Error) {
        if let decoder, decoder.progress > .replying, error is ProviderError {
            finish()
        } else {
            decoder?.breakOff(into: &pieces)
            phase = .failed(error)
        }
    }

    private mutating func feed(_ bytes: [UInt8]) {
        do throws(ProviderError) {
            try decoder?.feed(bytes, into: &pieces)
        } catch {
            // The rest is of no use, so the server may stop.
            if case .reading(let exchange, _) = phase { exchange.cancel() }
            fail(error)
        }
    }

    /// After words the same call would say them twice.
    private mutating func fail(_ error: ProviderError) {
        phase = .failed(error)
        guard !hasGivenWords, !pieces.contains(where: \.isWords) else { return }
        if started?.asksDifferently(error) == true {
            phase = .again(isWaiting: false)
        } else if error.code == .loading, let deadline, deadline > ContinuousClock.now {
            // Within the call's own time.
            phase = .again(isWaiting: true)
            pieces.append(.waiting(AdmissionWait(reason: .loading)))
        }
    }

    private mutating func finish() {
        do throws(ProviderError) {
            if decoder == nil {
                throw ProviderError(
                    .connection,
                    "The server sent no response.",
                    isRetryable: true
                )
            }
            try decoder?.end(into: &pieces)
            phase = .ended
            if let count = decoder?.steppedOver, count > 0 { started?.onSteppedOver(count) }
        } catch {
            fail(error)
        }
    }
}

extension ReplyPiece {
    fileprivate var isWords: Bool {
        switch self {
        case .text, .reasoning, .toolCalls: true
        case .usage, .limits, .waiting, .finished: false
        }
    }
}
