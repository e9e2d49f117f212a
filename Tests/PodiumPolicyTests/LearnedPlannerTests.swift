import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// What a learned policy writes, and where it leaves the decision to the rules.
@Suite struct LearnedPlannerTests {
    /// A policy whose only opinion is how good each model is, whatever is asked.
    private func planner(_ favourites: [String: Float], support: [String: Int]) -> LearnedPlanner {
        let width = LearnedPolicy.rank - 1
        return LearnedPlanner(
            policy: LearnedPolicy(
                projection: [Float](repeating: 0, count: TextFeatures.count * width),
                heads: favourites.mapValues { [Float](repeating: 0, count: width) + [$0] },
                support: support
            )
        )
    }

    private func plan(
        _ planner: LearnedPlanner,
        _ question: String,
        workers: [Worker] = Specialists.workers
    ) -> (text: String, names: [String])? {
        let request = PlanRequest(question: question, workers: workers, stepLimit: 5)
        guard let text = planner.plan(for: request), let plan = Plan(in: text) else { return nil }
        return (text, plan.workers.map { workers[$0].name })
    }

    @Test func `the likeliest of the pool does the step, and the chances are told`() throws {
        let learned = planner(["abacus": 2, "reckoner": 0], support: ["compute": 100])
        let found = try #require(plan(learned, "What is 6 * 7?"))
        #expect(found.names == ["abacus"])
        #expect(found.text.hasPrefix("Step 1: abacus 88 %, reckoner 12 %."), "\(found.text)")
        let without = Specialists.workers.filter { $0.name != "abacus" }
        #expect(plan(learned, "What is 6 * 7?", workers: without)?.names == ["reckoner"])
    }

    @Test func `workers go by their model, not by their place or name`() {
        let learned = planner(["abacus": 2, "reckoner": 0], support: ["compute": 100])
        var pool = Array(Specialists.workers.reversed())
        for index in pool.indices { pool[index].name = "w\(index)" }
        let place = pool.firstIndex { $0.model == "abacus" }
        #expect(plan(learned, "What is 6 * 7?", workers: pool)?.names == place.map { ["w\($0)"] })
    }

    @Test func `of what was not trained on the rules decide, and it says so`() throws {
        let learned = planner(
            ["abacus": 2, "linguist": 0],
            support: ["multiply": 100, "count": 3]
        )
        let question = "Multiply the number of vowels in \"banana\" by 12."
        let found = try #require(plan(learned, question))
        #expect(found.names == ["linguist", "abacus"])
        #expect(found.text.contains("linguist by rule"), "\(found.text)")
        let strangers = [Worker(name: "large", provider: "openrouter", model: "large")]
        #expect(plan(learned, question, workers: strangers)?.names == ["large", "large"])
    }

    @Test func `after rounds, for parts and for what is not read it has no plan`() {
        let learned = planner(["abacus": 2], support: ["compute": 100])
        #expect(plan(learned, "Why is the sky blue?") == nil)
        #expect(plan(learned, "What is 2 + 2? What is 3 + 3?") == nil)
        var request = PlanRequest(
            question: "What is 2 + 2?",
            workers: Specialists.workers,
            stepLimit: 5
        )
        request.rounds = [PlanRequest.Round(steps: [], answer: nil)]
        #expect(learned.plan(for: request) == nil)
        request.rounds = []
        request.task = "What is 2 + 2?"
        #expect(learned.plan(for: request) == nil)
    }

    @Test func `texts that differ in their numbers are one to it, others are not`() {
        #expect(TextFeatures("What is 12 * 34?").places.count > 10)
        let (one, other) = (TextFeatures("Is 91 prime?"), TextFeatures("Is 87 prime?"))
        #expect(one.places == other.places)
        #expect(one.places != TextFeatures("Is 91 a leap year?").places)
        for text in ["", "é👍🏽", "\u{0}", String(repeating: "9", count: 9_000)] {
            let features = TextFeatures(text)
            #expect(
                features.values.allSatisfy(\.isFinite)
                    && features.places.allSatisfy { (0..<Int32(TextFeatures.count)).contains($0) }
            )
        }
    }
}
