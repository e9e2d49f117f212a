import PodiumPolicy

/// A router without any learning: whoever was worth most at the ten most similar tasks.
///
/// Routers of this kind are as good as complex ones in published comparisons, so it has to be measured.
struct Neighbours {
    private struct Task {
        var places: [Int32]
        var values: [Float]
        /// By worker; nil where it was not asked.
        var worths: [Float?]
    }

    private let tasks: [Task]
    private static let count = 10

    /// - Parameter price: what a thousandth costs.
    init(_ world: World, price: Float) {
        tasks = world.trees.flatMap { tree in
            zip(tree.nodes, tree.prospects()).map { node, prospects in
                Task(
                    places: node.features.places,
                    values: node.features.values,
                    worths: zip(prospects, node.options).map { prospect, option in
                        prospect.map { $0 - price * option.cost }
                    }
                )
            }
        }
    }

    /// The place of the worker, among those that are there.
    func choice(for text: String, among present: [Int]) -> Int? {
        let features = TextFeatures(text)
        var dense = [Float](repeating: 0, count: TextFeatures.count)
        // The hashed part alone, which has length one: so likeness is the cosine.
        for (place, value) in zip(features.places, features.values)
        where Int(place) < TextFeatures.hashed {
            dense[Int(place)] = value
        }
        var nearest: [(likeness: Float, task: Int)] = []
        for (index, task) in tasks.enumerated() {
            var likeness: Float = 0
            for (place, value) in zip(task.places, task.values) {
                likeness += dense[Int(place)] * value
            }
            if nearest.count < Self.count {
                nearest.append((likeness, index))
            } else if let least = nearest.indices.min(by: {
                nearest[$0].likeness < nearest[$1].likeness
            }), nearest[least].likeness < likeness {
                nearest[least] = (likeness, index)
            }
        }
        func worth(_ worker: Int) -> Float {
            let known = nearest.compactMap { tasks[$0.task].worths[worker] }
            return known.isEmpty ? -1 : known.reduce(0, +) / Float(known.count)
        }
        return present.max { (worth($0), $1) < (worth($1), $0) }
    }
}
