public import PodiumEvaluation
internal import PodiumPhrasebook
internal import PodiumPolicy

extension World {
    /// Questions that workers answered, as a matrix tells it: one choice each, with what several replies
    /// of the same worker were worth on average.
    public init(_ matrix: Matrix) {
        // Nothing came of what was only preferred.
        let matrix = matrix.outcomes
        let models = matrix.workers
        // Of whom no cost is known, it may be as high as the highest.
        let means = models.map { model -> Double? in
            let known = matrix.rows.filter { $0.worker == model }.compactMap(\.cost)
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
        let highest = means.compactMap { $0 }.max() ?? 0
        let trees = matrix.questions.compactMap { question, rows -> DecisionTree? in
            let options = zip(models, means).map { model, mean -> DecisionTree.Option in
                let judged = rows.filter { $0.worker == model && $0.reward != nil }
                guard !judged.isEmpty else { return DecisionTree.Option(cost: 0, end: .unknown) }
                let count = Double(judged.count)
                let reward = judged.reduce(0) { $0 + ($1.reward ?? 0) } / count
                let known = judged.compactMap(\.cost)
                let cost =
                    known.isEmpty
                    ? mean ?? highest : known.reduce(0, +) / Double(known.count)
                return DecisionTree.Option(
                    cost: Float(cost * 1_000),
                    end: .answer(Float(reward))
                )
            }
            guard options.contains(where: { $0.end != .unknown }) else { return nil }
            let node = DecisionTree.Node(
                features: TextFeatures(question),
                kind: Phrasebook.phrase(question)?.form.rawValue ?? LearnedPolicy.text,
                options: options
            )
            return DecisionTree(nodes: [node])
        }
        self.init(models: models, trees: trees)
    }

    /// Both, over the workers of both; of whom one says nothing, nothing is known there.
    public func joined(with other: World) -> World {
        let models = models + other.models.filter { !self.models.contains($0) }
        func placed(_ world: World) -> [DecisionTree] {
            let places = models.map { world.models.firstIndex(of: $0) }
            return world.trees.map { tree in
                DecisionTree(
                    nodes: tree.nodes.map { node in
                        var node = node
                        node.options = places.map { place in
                            place.map { node.options[$0] }
                                ?? DecisionTree.Option(cost: 0, end: .unknown)
                        }
                        return node
                    }
                )
            }
        }
        return World(models: models, trees: placed(self) + placed(other))
    }

    /// Two parts: in the second every third question, chosen by its text's place in the order.
    func split() -> (World, World) {
        let places = trees.indices
        return (
            World(models: models, trees: places.filter { $0 % 3 != 2 }.map { trees[$0] }),
            World(models: models, trees: places.filter { $0 % 3 == 2 }.map { trees[$0] })
        )
    }
}
