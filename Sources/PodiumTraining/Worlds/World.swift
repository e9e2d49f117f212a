internal import PodiumCore
public import PodiumGym
public import PodiumPolicy
public import PodiumSpecialists

/// What a policy is trained in: questions, with all that each of some workers would come to.
public struct World: Sendable {
    /// The workers' models, in the order of every node's options.
    public let models: [String]
    public internal(set) var trees: [DecisionTree]

    public init(models: [String], trees: [DecisionTree]) {
        self.models = models
        self.trees = trees
    }

    /// Problems of the gym, and the specialists.
    public static func gym(
        _ split: Gym.Split = .train,
        problems: Range<Int>,
        workers: [Specialist] = Specialists.all
    ) -> World {
        World(
            models: problems.isEmpty ? [] : workers.map(\.descriptor.model),
            trees: problems.map { DecisionTree(Gym.problem(split, $0), workers: workers) }
        )
    }

    /// Deals right and wrong out by chance: from this nothing can be learned.
    public mutating func shuffle(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for index in trees.indices { trees[index].shuffle(using: &random) }
    }

    /// Tells it from another: of who there is, what was asked and what came of it.
    var digest: UInt64 {
        var hash = models.joined(separator: "\n").utf8.fnv1a()
        for node in trees.lazy.flatMap(\.nodes) {
            hash = node.kind.utf8.fnv1a(from: hash)
            for value in node.features.values {
                hash = (hash ^ UInt64(value.bitPattern)) &* 0x100_0000_01B3
            }
            for option in node.options {
                let end: UInt64 =
                    switch option.end {
                    case .unknown: 1
                    case .answer(let worth): 2 << 32 | UInt64(worth.bitPattern)
                    case .next(let next): 3 << 32 | UInt64(next)
                    }
                hash = (hash ^ UInt64(option.cost.bitPattern)) &* 0x100_0000_01B3
                hash = (hash ^ end) &* 0x100_0000_01B3
            }
        }
        return hash
    }

    /// How many tasks there are of each kind.
    var support: [String: Int] {
        var support: [String: Int] = [:]
        for node in trees.lazy.flatMap(\.nodes) { support[node.kind, default: 0] += 1 }
        return support
    }

    /// Who is there in an episode: by place, from a third of all to all of them.
    func pool(using random: inout SeededGenerator) -> [Bool] {
        var pool = [Bool](repeating: false, count: models.count)
        let least = max(1, models.count / 3)
        let count = Int.random(in: least...models.count, using: &random)
        for place in models.indices.shuffled(using: &random).prefix(count) { pool[place] = true }
        return pool
    }

    /// What was seen of each worker, in the numbers that a projection brings texts down to.
    ///
    /// - Parameter projection: as `TextFeatures.summary(by:)` takes it.
    public func records(by projection: [Float]) -> [String: ValueHead] {
        var heads = [ValueHead](repeating: ValueHead(), count: models.count)
        for tree in trees {
            let prospects = tree.prospects()
            for (node, prospects) in zip(tree.nodes, prospects) {
                let summary = node.features.summary(by: projection)
                for (place, prospect) in prospects.enumerated() {
                    guard let prospect else { continue }
                    heads[place].add(
                        summary,
                        right: Double(prospect),
                        cost: Double(node.options[place].cost)
                    )
                }
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(models, heads)).filter { $0.value.count > 0 }
    }
}
