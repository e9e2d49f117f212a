import PodiumTesting
import Testing

@testable import PodiumCore

struct WorkerReferenceTests {
    private static let pool = ["alpha", "gpt_4", "beta-2"].map {
        Worker(name: $0, provider: "p", model: "m")
    }

    @Test(arguments: [
        "1 = gpt_4", "gpt_4 (1)", "1 (gpt_4)", "gpt\\_4", "Model 1", "worker 1", "1: gpt_4",
        "**gpt_4**", "1 = gpt_4: good at sums ($2 in, $8 out)", "model_id 1", "GPT_4", "1",
    ])
    func `a worker is found by every name that the conductor is told`(name: String) {
        #expect(WorkerReference.name(name).resolve(in: Self.pool)?.name == "gpt_4")
    }

    @Test(arguments: ["0 = gpt_4", "gpt_4 (2)", "Model 3", "alpha beta-2", "", "nobody (1)"])
    func `a number and a name that do not belong together are no worker`(name: String) {
        #expect(WorkerReference.name(name).resolve(in: Self.pool) == nil)
    }

    @Test func `a name that could be two workers is none, and a whole name comes first`() {
        let pool = ["model 1", "worker", "worker1"].map {
            Worker(name: $0, provider: "p", model: "m")
        }
        #expect(WorkerReference.name("Model 1").resolve(in: pool)?.name == "model 1")
        #expect(WorkerReference.name("worker 1").resolve(in: pool) == nil)
    }
}

@Suite struct StepCountingTests {
    @Test func `a plan that makes sense only counted from 1 is read so`() {
        var plan = Plan((0, "a", []), (1, "b", [1]), (0, "c", [1, 2]))
        #expect(plan.dropReferencesAhead() == "The plan counts its steps from 1.")
        #expect(plan == Plan((0, "a", []), (1, "b", [0]), (0, "c", [0, 1])))
    }

    @Test func `one that makes sense in neither way loses what means nothing`() {
        var plan = Plan((0, "a", [0]), (1, "b", [0, 1]))
        #expect(plan.dropReferencesAhead()?.contains("step 1 does not see itself") == true)
        #expect(plan == Plan((0, "a", []), (1, "b", [0])))
        var good = Plan((0, "a", []), (1, "b", [0]), (1, "c", [1]))
        #expect(good.dropReferencesAhead() == nil)
    }
}
