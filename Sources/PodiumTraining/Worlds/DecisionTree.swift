public import PodiumPolicy

/// All that can come of a question, whoever does its steps: every worker's reply to every step after
/// every way to get there. With it a policy's expected utility is known exactly, and no reply is asked
/// for twice.
public struct DecisionTree: Sendable {
    /// A task to be given to somebody, after what was found before it.
    public struct Node: Sendable {
        public var features: TextFeatures
        /// `LearnedPolicy.support` counts by it.
        public var kind: String
        /// One for each worker of the world, in its order.
        public var options: [Option]

        public init(features: TextFeatures, kind: String, options: [Option]) {
            self.features = features
            self.kind = kind
            self.options = options
        }
    }

    public struct Option: Sendable {
        /// Thousandths of a unit.
        public var cost: Float
        public var end: End

        public init(cost: Float, end: End) {
            self.cost = cost
            self.end = end
        }
    }

    public enum End: Hashable, Sendable {
        /// What this worker would say is not known, so it cannot be chosen.
        case unknown
        /// What the answer is worth, from 0 to 1; 0 where there is none.
        case answer(Float)
        /// The node of the next step.
        case next(Int)
    }

    /// The first is where it begins.
    public internal(set) var nodes: [Node]

    public init(nodes: [Node]) { self.nodes = nodes }

    /// For each node and worker, the most that can still come of it if the rest goes as well as it can.
    /// Nil where that is not known.
    func prospects() -> [[Float?]] {
        var prospects = nodes.map { [Float?](repeating: nil, count: $0.options.count) }
        // A node's next ones stand behind it.
        for index in nodes.indices.reversed() {
            for (place, option) in nodes[index].options.enumerated() {
                prospects[index][place] =
                    switch option.end {
                    case .unknown: nil
                    case .answer(let worth): worth
                    case .next(let next): prospects[next].compactMap { $0 }.max()
                    }
            }
        }
        return prospects
    }

    /// Deals what answers are worth out by chance, as often as they were.
    mutating func shuffle(using random: inout some RandomNumberGenerator) {
        func worth(_ option: Option) -> Float? {
            if case .answer(let worth) = option.end { worth } else { nil }
        }
        var ends = nodes.flatMap { $0.options.compactMap(worth) }.shuffled(using: &random)
        for node in nodes.indices {
            for option in nodes[node].options.indices
            where worth(nodes[node].options[option]) != nil {
                nodes[node].options[option].end = .answer(ends.removeLast())
            }
        }
    }
}
