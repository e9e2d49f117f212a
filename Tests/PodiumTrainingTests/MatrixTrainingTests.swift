import PodiumCore
import PodiumEvaluation
import PodiumPolicy
import Testing

@testable import PodiumTraining

/// Training from replies of strangers: three models, questions of two kinds.
@Suite struct MatrixTrainingTests {
    private static let models = ["small", "medium", "large"]
    private static let costs = [0.0005, 0.004, 0.02]

    /// - Parameter skill: how likely a model is right at a kind of question.
    private func matrix(
        _ range: Range<Int>,
        seed: UInt64 = 1,
        skill: (Int, Bool) -> Double
    ) -> Matrix {
        var random = SeededGenerator(seed: seed)
        let subjects = ["river", "planet", "engine", "poem", "treaty", "enzyme", "bridge"]
        var matrix = Matrix()
        for number in range {
            let isCode = number % 2 == 0
            let subject = subjects[number % subjects.count]
            let question =
                isCode
                ? "Write a function that sorts the \(subject) records numbered \(number)."
                : "Explain why the \(subject) of example \(number) behaves as it does."
            for (place, model) in Self.models.enumerated() {
                let isRight = Double.random(in: 0..<1, using: &random) < skill(place, isCode)
                matrix.add(
                    MatrixRow(
                        question: question,
                        worker: model,
                        reward: isRight ? 1 : 0,
                        cost: Self.costs[place]
                    )
                )
            }
        }
        return matrix
    }

    private func policy(_ matrix: Matrix, price: Float) -> LearnedPolicy {
        var settings = TrainingSettings()
        settings.price = price
        settings.preparation = 20
        settings.iterations = 20
        let sources = TrainingSources(matrix: matrix)
        let world = sources.world()
        var training = Training(settings, world: world)
        while training.advance() != nil {}
        return sources.finished(training.policy, trainedIn: world)
    }

    /// What a policy, behind its gate, comes to on questions it never saw; and each model alone.
    private func utilities(_ policy: LearnedPolicy, _ test: Matrix) -> (Double, [Double]) {
        func utility(_ row: MatrixRow) -> Double {
            (row.reward ?? 0) - Double(policy.price) * 1_000 * (row.cost ?? 0)
        }
        var (own, singles) = (0.0, [Double](repeating: 0, count: Self.models.count))
        let gate = policy.gates[.text]
        for (question, rows) in test.questions {
            let summary = policy.summary(TextFeatures(question))
            let scores = Self.models.map { model in
                policy.estimate(of: model, at: summary).map {
                    policy.score(of: model, worth: $0, at: summary)
                } ?? -.infinity
            }
            let chosen =
                gate?.isOpen == true
                ? scores.firstIndex(of: scores.max() ?? 0)
                : Self.models.firstIndex { $0 == gate?.incumbent }
            for (place, model) in Self.models.enumerated() {
                guard let row = rows.first(where: { $0.worker == model }) else { continue }
                singles[place] += utility(row)
                if place == chosen { own += utility(row) }
            }
        }
        let count = Double(test.questions.count)
        return (own / count, singles.map { $0 / count })
    }

    @Test func `who is good at what is learned from a few hundred rows`() throws {
        let skill = { (place: Int, isCode: Bool) -> Double in
            place == 1 ? (isCode ? 0.95 : 0.2) : place == 2 ? (isCode ? 0.3 : 0.95) : 0.2
        }
        let policy = policy(matrix(0..<300, skill: skill), price: 0.001)
        let (own, singles) = utilities(policy, matrix(1_000..<1_400, seed: 2, skill: skill))
        #expect(policy.gates[.text]?.isOpen == true)
        #expect(own > (singles.max() ?? 1) + 0.2, "\(own) \(singles)")
    }

    /// The honest case: one model dominates, and there is nothing to route.
    @Test(arguments: [Float(0.001), 0.004, 0.02], [UInt64(1), 2, 3])
    func `where one model dominates, it is never much worse than always asking the best`(
        price: Float,
        seed: UInt64
    ) {
        let skill = { (place: Int, _: Bool) -> Double in [0.7, 0.8, 0.92][place] }
        let policy = policy(matrix(0..<2_400, seed: seed, skill: skill), price: price)
        let (own, singles) = utilities(
            policy,
            matrix(10_000..<13_000, seed: seed + 50, skill: skill)
        )
        #expect(own >= (singles.max() ?? 1) - 0.005, "\(own) \(singles)")
    }

    @Test func `the gym and a matrix are learned together, each of its own workers`() {
        let matrix = matrix(0..<60) { place, _ in place == 2 ? 1 : 0 }
        let world = TrainingSources(problems: 20, matrix: matrix).world()
        #expect(world.models.suffix(3) == ["small", "medium", "large"])
        #expect(world.trees.count == 60)
        let known = world.trees.map { tree in
            tree.nodes[0].options.indices.filter { tree.nodes[0].options[$0].end != .unknown }.count
        }
        #expect(Set(known) == [3, world.models.count - 3])
    }
}
