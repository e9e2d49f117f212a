import Foundation
import PodiumGym
import PodiumPolicy
import PodiumSpecialists
import Testing

@testable import PodiumTraining

@Suite struct TrainingTests {
    private var small: ExactTraining.Settings {
        var settings = ExactTraining.Settings()
        settings.problems = 300
        settings.epochs = 8
        return settings
    }

    @Test func `the gradient is that of the expected utility`() {
        let training = ExactTraining(small)
        for index in [1, 14, 26] {
            let pass = training.pass(index, entropy: 0)
            var gradient = Gradient(
                projection: pass.policy.projection.count,
                heads: pass.heads.count
            )
            _ = pass.run(&gradient)
            let touched = gradient.projection.indices.filter {
                gradient.projection[$0].magnitude > 1e-4
            }.prefix(4)
            #expect(!touched.isEmpty)
            for place in touched {
                let slope = difference(training, index) { $0.projection[place] += $1 }
                #expect(
                    (slope - gradient.projection[place]).magnitude < 2e-3 + 0.05 * slope.magnitude
                )
            }
        }
    }

    private func difference(
        _ training: ExactTraining,
        _ index: Int,
        _ change: (inout LearnedPolicy, Float) -> Void
    ) -> Float {
        func utility(_ step: Float) -> Float {
            let pass = training.pass(index, entropy: 0)
            var policy = pass.policy
            change(&policy, step)
            var gradient = Gradient(projection: policy.projection.count, heads: pass.heads.count)
            return Pass(
                policy: policy,
                heads: pass.heads,
                tree: pass.tree,
                present: pass.present,
                price: pass.price,
                entropy: 0
            )
            .run(&gradient).utility
        }
        return (utility(0.02) - utility(-0.02)) / 0.04
    }

    @Test func `the same seed gives the same policy, another seed another`() {
        var (one, same, settings) = (ExactTraining(small), ExactTraining(small), small)
        settings.seed = 2
        var other = ExactTraining(settings)
        let policy = one.run()
        #expect(policy == same.run())
        #expect(policy != other.run())
    }

    @Test
    func `what was learned holds for problems that were not trained on, at a fraction of the cost`()
        throws
    {
        var settings = ExactTraining.Settings()
        settings.problems = 1_200
        settings.epochs = 16
        var training = ExactTraining(settings)
        var last: ExactTraining.Progress?
        let policy = training.run { last = $0 }
        let report = Headroom(.test, problems: 240, learned: LearnedPlanner(policy: policy))
        let (rules, learned) = (
            try #require(report.best(.rules)), try #require(report.best(.learned))
        )
        #expect(learned.accuracy >= rules.accuracy + 0.08, "\(report.table)")
        #expect(learned.cost <= rules.cost / 2, "\(report.table)")
        #expect((last?.accuracy ?? 0) > 0.6)
    }

    @Test func `from rewards that mean nothing nothing is learned`() throws {
        var settings = small
        settings.problems = 600
        settings.isShuffled = true
        var training = ExactTraining(settings)
        let policy = training.run()
        let report = Headroom(.test, problems: 120, learned: LearnedPlanner(policy: policy))
        #expect(try #require(report.best(.learned)).accuracy < 0.5, "\(report.table)")
    }

    @Test func `a policy is written and read again; what is none is refused`() throws {
        var training = ExactTraining(small)
        _ = training.epoch(0)
        let policy = training.policy
        let data = policy.data
        #expect(try LearnedPolicy(data: data) == policy)
        #expect(data.count < 300_000)
        for (text, reason) in [
            ("", "no policy"), ("{}", "no policy"),
            (
                String(decoding: data, as: UTF8.self).replacing(
                    "\"version\":1",
                    with: "\"version\":2"
                ), "another version"
            ),
        ] {
            let error = #expect(throws: LearnedPolicy.Invalid.self) {
                try LearnedPolicy(data: Data(text.utf8))
            }
            #expect(error?.description.contains(reason) == true)
        }
        var damaged = Array(data)
        let place = try #require(data.firstRange(of: Data("\"projection\":\"".utf8))?.upperBound)
        damaged[place + 40] = damaged[place + 40] == 65 ? 66 : 65
        #expect(throws: LearnedPolicy.Invalid.self) { try LearnedPolicy(data: Data(damaged)) }
    }
}
