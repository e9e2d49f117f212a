/// When a transfer has taken too long, by each of its limits.
struct TransferDeadlines {
    typealias Instant = ContinuousClock.Instant

    enum Limit {
        case idle, total
        /// Nothing that matters was still to come; this is not a failure.
        case wrapUp
    }

    private let limits: HTTPLimits
    private let total: Instant
    private var wrapUp: Instant?
    /// Nil while the transfer is paused: then it is us who are slow.
    private var idle: Instant?

    init(limits: HTTPLimits, start: Instant) {
        self.limits = limits
        total = start + limits.total
        idle = start + limits.idle
    }

    /// Something arrived.
    mutating func advance(at now: Instant) { idle = now + limits.idle }

    mutating func pause() { idle = nil }

    /// - Parameter time: nil when there is no hurry any more.
    mutating func wrapUp(at time: Instant?) { wrapUp = time }

    /// The earliest moment at which a limit is reached.
    var next: Instant { [idle, wrapUp].compactMap(\.self).reduce(total, min) }

    func expired(at now: Instant) -> Limit? {
        if let wrapUp, wrapUp <= now { return .wrapUp }
        if total <= now { return .total }
        if let idle, idle <= now { return .idle }
        return nil
    }
}
