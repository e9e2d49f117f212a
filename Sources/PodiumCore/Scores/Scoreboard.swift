/// How workers have done, by kind of question.
///
/// ```swift
/// let board = Scoreboard(try store.outcomes(kinds: kinds, limit: Scoreboard.sessionLimit))
/// for row in board.rows(for: "arithmetic", among: pool.map(\.name)) { … }
/// ```
public struct Scoreboard: Hashable, Sendable {
    /// How many of the latest sessions a board rests on.
    public static let sessionLimit = 2_000

    /// A worker's scores.
    public struct Row: Hashable, Sendable {
        public let worker: String
        /// On questions of every kind together.
        public fileprivate(set) var overall = Score()
        public fileprivate(set) var kinds: [String: Score] = [:]

        /// On questions of one kind; `QuestionKinds.all` is all of them together.
        public func score(for kind: String) -> Score {
            kind == QuestionKinds.all ? overall : kinds[kind] ?? Score()
        }
    }

    private var rows: [String: Row] = [:]

    public init(_ outcomes: [WorkerOutcome]) {
        for outcome in outcomes {
            var row = rows[outcome.worker] ?? Row(worker: outcome.worker)
            row.overall.add(outcome.outcome)
            if outcome.kind != QuestionKinds.all {
                row.kinds[outcome.kind, default: Score()].add(outcome.outcome)
            }
            rows[outcome.worker] = row
        }
    }

    /// The kinds there are records of, in the order of their names.
    public var kinds: [String] { Set(rows.values.flatMap(\.kinds.keys)).sorted() }

    /// A row for each worker, the best on this kind of question first: sorted by the lower bound of
    /// the interval, then by the number of answers judged; equals keep their order.
    ///
    /// - Parameter workers: whom to compare, with or without records; nil is whoever has some on
    ///   this kind, in the order of their names.
    public func rows(for kind: String, among workers: [String]? = nil) -> [Row] {
        let compared = workers ?? recorded(on: kind)
        let found = compared.map { rows[$0] ?? Row(worker: $0) }
        let ranks = found.map { row in
            let score = row.score(for: kind)
            return (score.interval.lowerBound, score.judged)
        }
        let order = found.indices.sorted { left, right in
            ranks[left] == ranks[right] ? left < right : ranks[left] > ranks[right]
        }
        return order.map { found[$0] }
    }

    private func recorded(on kind: String) -> [String] {
        rows.values.filter { $0.score(for: kind) != Score() }.map(\.worker).sorted()
    }
}

/// How often outputs were right and wrong.
public struct Score: Hashable, Sendable, Codable {
    public private(set) var right = 0
    public private(set) var wrong = 0
    public private(set) var unjudged = 0

    public init() {}

    public mutating func add(_ outcome: Outcome) {
        switch outcome {
        case .right: right += 1
        case .wrong: wrong += 1
        case .unjudged: unjudged += 1
        }
    }

    public var judged: Int { right + wrong }

    /// In which range, of 0 to 1, the share of right answers lies with 95 % confidence; all of it
    /// when nothing was judged.
    ///
    /// The score interval of Wilson ("Probable Inference, the Law of Succession, and Statistical
    /// Inference", Journal of the American Statistical Association 22, 1927). Unlike the share
    /// itself its lower bound does not put 1 of 1 above 45 of 50.
    public var interval: ClosedRange<Double> {
        guard judged > 0 else { return 0...1 }
        return Self.interval(right: right, of: judged, quantile: Self.quantile)
    }

    /// The same of any count above 0, with another confidence.
    ///
    /// - Parameter quantile: of the standard normal distribution; 1.96 for 95 %.
    public static func interval(right: Int, of all: Int, quantile: Double) -> ClosedRange<Double> {
        let count = Double(all)
        let share = Double(right) / count
        let spread = quantile * quantile / count
        let middle = share + spread / 2
        let half = (spread * (share * (1 - share) + spread / 4)).squareRoot()
        // At the ends rounding would leave 1e-17 in place of the exact bound.
        return
            (right == 0 ? 0 : max(0, (middle - half) / (1 + spread)))...(right == all
            ? 1 : min(1, (middle + half) / (1 + spread)))
    }

    /// Of the standard normal distribution: 95 % of it lie within this distance from 0.
    private static let quantile = 1.959964
}
