/// How a worker's latest calls went, whatever session made them.
public struct WorkerHealth: Hashable, Sendable {
    /// One call that has ended.
    public struct Call: Hashable, Sendable {
        /// When it left for its provider.
        public var sentAt: Timestamp
        public var firstTextAt: Timestamp?
        public var endedAt: Timestamp
        /// Tokens of output.
        public var output: Int
        /// Why it failed; nil for a call that finished.
        public var failure: ProviderError.Code?

        public init(
            sentAt: Timestamp,
            firstTextAt: Timestamp?,
            endedAt: Timestamp,
            output: Int,
            failure: ProviderError.Code? = nil
        ) {
            self.sentAt = sentAt
            self.firstTextAt = firstTextAt
            self.endedAt = endedAt
            self.output = output
            self.failure = failure
        }
    }

    /// The middle of some figures, and what nine in ten stay below.
    public struct Quantiles: Hashable, Sendable, Codable {
        public var median: Double
        public var ninetieth: Double

        /// Nil without figures.
        init?(_ values: [Double]) {
            guard !values.isEmpty else { return nil }
            let sorted = values.sorted()
            func value(at share: Double) -> Double {
                sorted[min(sorted.count - 1, Int((share * Double(sorted.count)).rounded(.down)))]
            }
            median = value(at: 0.5)
            ninetieth = value(at: 0.9)
        }
    }

    public var worker: String
    /// Calls that finished or failed. What a person broke off says nothing of the worker.
    public var calls: Int
    public var failures: [ProviderError.Code: Int]
    /// Seconds of finished calls, without the wait for a limit.
    public var seconds: Quantiles?
    /// Seconds to the first text.
    public var secondsToFirstText: Quantiles?
    /// Tokens of output a second from the first text on: the median.
    public var tokensPerSecond: Double?

    public init(worker: String, calls: [Call]) {
        self.worker = worker
        self.calls = calls.count
        failures = calls.compactMap(\.failure).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let finished = calls.filter { $0.failure == nil }
        seconds = Quantiles(finished.map { ($0.endedAt - $0.sentAt).inSeconds })
        secondsToFirstText = Quantiles(
            calls.compactMap { call in call.firstTextAt.map { ($0 - call.sentAt).inSeconds } }
        )
        tokensPerSecond = Quantiles(finished.compactMap(\.tokensPerSecond))?.median
    }

    /// From 0 to 1; nil without calls.
    public var successRate: Double? {
        guard calls > 0 else { return nil }
        return 1 - Double(failures.values.reduce(0, +)) / Double(calls)
    }
}

extension WorkerHealth.Call {
    /// Nil for a reply that came at once: its speed says nothing.
    fileprivate var tokensPerSecond: Double? {
        guard let firstTextAt else { return nil }
        let seconds = (endedAt - firstTextAt).inSeconds
        return seconds > 0.05 && output > 1 ? Double(output) / seconds : nil
    }
}
