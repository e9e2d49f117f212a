import PodiumCore
import PodiumEvaluation
import PodiumGym
import PodiumPolicy
import PodiumSpecialists
import Testing

@testable import PodiumTraining

/// What persons preferred, beside what came of answers.
@Suite struct PreferenceTrainingTests {
    private static let kinds = [
        "Explain why the river of example", "Write a function that sorts the planets of list",
    ]

    /// Two models of which the second is as good and a little dearer, and a third that is always wrong.
    private func matrix(preferring preferences: [MatrixRow]) -> Matrix {
        var matrix = Matrix(preferences)
        for number in 0..<240 {
            for (model, reward, cost) in [
                ("plain", 0.9, 0.001), ("fine", 0.9, 0.002), ("bad", 0, 0),
            ] {
                matrix.add(
                    MatrixRow(
                        question: "\(Self.kinds[number % 2]) \(number).",
                        worker: model,
                        reward: reward,
                        cost: cost
                    )
                )
            }
        }
        return matrix
    }

    private func preferences(_ count: Int, _ model: String, over other: String) -> [MatrixRow] {
        (0..<count).map {
            MatrixRow(
                question: "\(Self.kinds[0]) \(1_000 + $0).",
                worker: model,
                sample: $0,
                parameters: "own sessions",
                over: other
            )
        }
    }

    private func policy(_ preferences: [MatrixRow]) -> LearnedPolicy {
        var settings = TrainingSettings()
        settings.preparation = 8
        settings.iterations = 8
        let sources = TrainingSources(matrix: matrix(preferring: preferences))
        let world = sources.world()
        var training = Training(settings, world: world)
        while training.advance() != nil {}
        return sources.finished(training.policy, trainedIn: world)
    }

    private func choice(_ policy: LearnedPolicy, _ kind: Int) -> String? {
        let chances = chances(policy, kind)
        return chances.max { $0.value < $1.value }?.key
    }

    private func chances(_ policy: LearnedPolicy, _ kind: Int) -> [String: Float] {
        let models = ["plain", "fine", "bad"]
        let summary = policy.summary(TextFeatures("\(Self.kinds[kind]) 5000."))
        let chances = policy.chances(
            models,
            worth: models.map { policy.estimate(of: $0, at: summary) },
            at: summary
        )
        return Dictionary(uniqueKeysWithValues: zip(models, chances))
    }

    @Test func `of two that are as good the preferred one is asked, at such tasks alone`() {
        let before = policy([])
        let after = policy(preferences(20, "fine", over: "plain"))
        #expect((0...1).map { choice(before, $0) } == ["plain", "plain"])
        let told = "\((0...1).map { (chances(before, $0), chances(after, $0)) })"
        #expect((0...1).map { choice(after, $0) } == ["fine", "plain"], "\(told)")
        #expect(before.support == after.support, "a preference is no task that was seen")
    }

    @Test(arguments: [1, 300])
    func `however many, preferences outweigh no outcomes and open no gate`(_ count: Int) {
        let before = policy([])
        let after = policy(preferences(count, "bad", over: "plain"))
        #expect((0...1).allSatisfy { choice(after, $0) != "bad" })
        #expect(before.gates[.text]?.isOpen == false)
        #expect(after.gates[.text]?.isOpen == false)
        let summary = after.summary(TextFeatures(preferences(1, "bad", over: "plain")[0].question))
        let moved = zip(after.heads["bad"] ?? [], before.heads["bad"] ?? []).map { $0 - $1 }
        let push = zip(moved, summary).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(push > 0 && push <= Preferences.limit / 2, "\(push)")
    }

    @Test func `one preference changes nobody's work in the gym but at such tasks`() throws {
        let shipped = try LearnedPolicy.shipped()
        let rows = [
            MatrixRow(question: "What is 12 * 34 + 5?", worker: "reckoner", over: "abacus")
        ]
        let world = World.gym(problems: 0..<400)
        let pushed = Preferences(Matrix(rows)).pushing(shipped, trainedIn: world)
        #expect(pushed.heads != shipped.heads)
        let (before, after) = (
            LearnedConduct(policy: shipped, isGated: false),
            LearnedConduct(policy: pushed, isGated: false)
        )
        let changed = (0..<200).count { index in
            let problem = Gym.problem(.test, index)
            return Headroom.learned(problem, before).workers
                != Headroom.learned(problem, after).workers
        }
        #expect(changed <= 6, "\(changed) of 200")
    }

    @Test func `two that were judged at the same task are options of one choice`() {
        let rows = [("plain", 1.0), ("fine", 0.0)].map { model, reward in
            MatrixRow(
                question: "The same?",
                worker: model,
                parameters: "own sessions",
                reward: reward
            )
        }
        let world = World(Matrix(rows + preferences(1, "fine", over: "plain")))
        #expect(world.models == ["plain", "fine"])
        #expect(world.trees.map { $0.nodes[0].options.map(\.end) } == [[.answer(1), .answer(0)]])
    }
}
