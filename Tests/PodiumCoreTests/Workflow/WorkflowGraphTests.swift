import PodiumCore
import PodiumTesting
import Testing

struct WorkflowGraphTests {
    private func layers(_ plan: Plan) -> [[Int]] {
        WorkflowGraph(
            plan.workflow(id: WorkflowID(1), parent: .question, firstStep: 11, pool: .sample)
        ).layers
    }

    @Test func `each step stands one layer below the deepest it sees`() {
        #expect(layers(.chain(3)) == [[0], [1], [2]])
        #expect(layers(.diamond) == [[0], [1, 2], [3]])
        #expect(
            layers(Plan((0, "a", []), (0, "b", []), (0, "c", [1]), (0, "d", [0, 2]))) == [
                [0, 1], [2], [3],
            ]
        )
        #expect(WorkflowGraph(inputs: []).layers.isEmpty)
    }

    @Test func `what is no earlier node is left out, doubles count once`() {
        let graph = WorkflowGraph(inputs: [[0, 1, -1], [5, 0, 0], [.max, .min, 1, 0]])
        #expect(graph.inputs == [[], [0], [0, 1]])
        #expect(graph.layerOfNode == [0, 1, 2])
    }

    @Test func `steps of another workflow, or none at all, are no inputs`() {
        let workflow = Workflow(
            id: WorkflowID(1),
            steps: [
                Step(id: StepID(3), worker: "w", subtask: "a"),
                Step(id: StepID(7), worker: "w", subtask: "b", access: [StepID(3), StepID(99)]),
                Step(id: StepID(7), worker: "w", subtask: "same id", access: [StepID(7)]),
            ]
        )
        #expect(WorkflowGraph(workflow).inputs == [[], [0], [1]])
    }

    @Test func `in any graph a layer sees only the layers above it`() {
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            let inputs = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    Int.random(in: -2...14, using: &random)
                }
            }
            let graph = WorkflowGraph(inputs: inputs)
            let layerOfNode = graph.layerOfNode
            #expect(graph.layers.flatMap(\.self).sorted() == Array(0..<graph.count))
            for (node, list) in graph.inputs.enumerated() {
                let deepest = list.map { layerOfNode[$0] }.max() ?? -1
                #expect(layerOfNode[node] == deepest + 1, "seed \(seed)")
            }
        }
    }
}

struct PlanTests {
    private func problem(_ plan: Plan, limit: Int? = nil) -> WorkflowError.Problem? {
        do throws(WorkflowError) {
            try plan.validate(pool: .sample, stepLimit: limit)
            return nil
        } catch {
            return error.problem
        }
    }

    @Test func `a plan is checked against the pool and the limit`() {
        #expect(problem(.diamond) == nil)
        #expect(problem(.diamond, limit: 4) == nil)
        #expect(problem(.diamond, limit: 3) == .tooManySteps)
        #expect(problem(.chain(40)) == nil)
        #expect(problem(Plan(steps: [])) == .emptyPlan)
        #expect(problem(Plan((3, "a", []))) == .unknownWorker)
        #expect(problem(Plan((-1, "a", []))) == .unknownWorker)
        #expect(problem(Plan((0, "a", [0]))) == .badReference)
        #expect(problem(Plan((0, "a", []), (0, "b", [1]))) == .badReference)
        #expect(problem(Plan((0, "a", []), (0, "b", [-1]))) == .badReference)
        #expect(problem(Plan((0, " \n", []))) == .emptySubtask)
        #expect(problem(Plan((0, "a", []), (0, "b", [0, 0]))) == nil)
    }

    @Test func `workers go by number or by name, in any case`() {
        let pool = [Worker].sample
        #expect(WorkerReference.id(1).resolve(in: pool)?.name == "deep")
        #expect(WorkerReference.name("DEEP").resolve(in: pool)?.name == "deep")
        #expect(WorkerReference.name("2").resolve(in: pool)?.name == "local")
        #expect(WorkerReference.name("3").resolve(in: pool) == nil)
        #expect(WorkerReference.id(.max).resolve(in: pool) == nil)
        #expect(WorkerReference.id(0).resolve(in: []) == nil)
    }

    @Test func `all is everything earlier, and nothing for the first step`() {
        #expect(Access.all.positions(for: 0) == [])
        #expect(Access.all.positions(for: 3) == [0, 1, 2])
        #expect(Access.all.positions(for: -1) == [])
        #expect(Access.steps([2, 0, 2]).positions(for: 3) == [0, 2])
    }

    @Test func `a plan becomes a workflow whose ids stay apart from positions`() {
        let workflow = Plan.diamond.workflow(
            id: WorkflowID(2),
            parent: .round(after: WorkflowID(1)),
            firstStep: 5,
            pool: .sample
        )
        #expect(workflow.steps.map(\.id) == [5, 6, 7, 8].map { StepID($0) })
        #expect(workflow.steps.map(\.worker) == ["quick", "deep", "local", "deep"])
        #expect(workflow.steps[3].access == [StepID(6), StepID(7)])
    }
}
