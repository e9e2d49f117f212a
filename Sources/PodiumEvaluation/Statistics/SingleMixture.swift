internal import PodiumCore

/// The best random mixture of single workers at a cost: what is had without looking at the question.
///
/// Asking one of two workers by chance reaches every point between their accuracies over their costs, so
/// the best there is lies on the upper concave hull of all workers' points (the "Zero router" of Hu and
/// others, "RouterBench", arXiv 2403.12031). A conductor that is not above it has learned nothing of
/// questions.
public struct SingleMixture: Hashable, Sendable {
    /// How a worker did alone.
    public struct Single: Hashable, Sendable {
        public var name: String
        /// From 0 to 1.
        public var accuracy: Double
        /// A question's, in units.
        public var cost: Double

        public init(name: String, accuracy: Double, cost: Double) {
            self.name = name
            self.accuracy = accuracy
            self.cost = cost
        }
    }

    /// The workers and how often each is asked, as shares of 1: one worker, or two.
    public let shares: [WorkerShare]

    /// - Parameter budget: what a question may cost on average. Below the cheapest worker that is the
    ///   cheapest; above the best it is the best.
    /// - Returns: nil where there is nobody to ask.
    public init?(_ singles: [Single], at budget: Double) {
        let hull = Self.hull(singles)
        guard let first = hull.first, let last = hull.last else { return nil }
        guard budget > first.cost, let next = hull.firstIndex(where: { $0.cost > budget }) else {
            let only = budget > first.cost ? last : first
            shares = [WorkerShare(name: only.name, share: 1)]
            return
        }
        let (low, high) = (hull[next - 1], hull[next])
        let share = (budget - low.cost) / (high.cost - low.cost)
        shares = [
            WorkerShare(name: low.name, share: 1 - share),
            WorkerShare(name: high.name, share: share),
        ].filter { $0.share > 0 }
    }

    /// The cheapest worker, and those that are worth their higher cost, each at a lower gain a unit than
    /// the one before.
    private static func hull(_ singles: [Single]) -> [Single] {
        var hull: [Single] = []
        let ordered = singles.sorted {
            ($0.cost, $1.accuracy, $0.name) < ($1.cost, $0.accuracy, $1.name)
        }
        for single in ordered where single.accuracy > hull.last?.accuracy ?? -1 {
            func slope(_ from: Single, _ to: Single) -> Double {
                (to.accuracy - from.accuracy) / max(to.cost - from.cost, .leastNormalMagnitude)
            }
            while hull.count > 1,
                slope(hull[hull.count - 2], hull[hull.count - 1])
                    <= slope(hull[hull.count - 1], single)
            {
                hull.removeLast()
            }
            hull.append(single)
        }
        return hull
    }

    /// Whom chance asks.
    func draw(using random: inout SeededGenerator) -> String {
        var rest = Double.random(in: 0..<1, using: &random)
        for share in shares {
            rest -= share.share
            if rest < 0 { return share.name }
        }
        return shares[shares.count - 1].name
    }

    /// What it comes to, question by question.
    ///
    /// - Parameter outcomes: of each worker, by its name; those of all workers on the same questions.
    /// - Returns: fewer where a worker that chance asked has no outcome.
    public func outcomes(_ outcomes: [String: [ItemOutcome]], seed: UInt64 = 1) -> [ItemOutcome] {
        var random = SeededGenerator(seed: seed)
        let count = outcomes.values.map(\.count).max() ?? 0
        return (0..<count).compactMap { place in
            guard let drawn = outcomes[draw(using: &random)], place < drawn.count else {
                return nil
            }
            return drawn[place]
        }
    }

    /// `linguist 93 %, guesser 7 %`
    public var told: String {
        shares.map { "\($0.name) \(($0.share * 100).fixed(0)) %" }.joined(separator: ", ")
    }
}

/// A worker and its part of all steps, or of all questions.
public struct WorkerShare: Hashable, Sendable {
    public var name: String
    /// From 0 to 1.
    public var share: Double

    public init(name: String, share: Double) {
        self.name = name
        self.share = share
    }
}
