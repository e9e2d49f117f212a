import PodiumConfiguration
import PodiumCore
import Testing

/// What a plan file means for a pool.
struct PlanPoolTests {
    private func plan(_ steps: String, pool: [Worker] = planPool) throws -> Plan {
        try PlanFile.parse("steps:\n" + steps, file: "plan.yaml", pool: pool)
    }

    private func worker(_ text: String, pool: [Worker] = planPool) throws -> WorkerReference? {
        try plan("  - {worker: \(text), subtask: x}", pool: pool).steps.first?.worker
    }

    private func expectMistake(
        _ code: ConfigurationError.Code,
        _ steps: String,
        pool: [Worker] = planPool,
        _ message: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        PodiumConfigurationTests.expectMistake(
            code,
            message,
            sourceLocation: sourceLocation
        ) { _ = try plan(steps, pool: pool) }
    }

    // MARK: Workers

    @Test(arguments: [
        ("strongest", "sage"), ("Strongest", "sage"), ("strongest 1", "sage"),
        ("strongest 2", "smol"), ("strongest 3", "sage"), ("cheapest", "smol"),
        ("cheapest 2", "sage"), ("cheapest 99", "smol"),
    ])
    func `the words mean language models, and begin again after the last`(
        word: String,
        name: String
    ) throws {
        #expect(try worker(word) == .name(name))
    }

    @Test func `without a language model the words mean specialists`() throws {
        let pool = [planPool[2]]
        #expect(try worker("strongest", pool: pool) == .name("reckoner"))
        #expect(try worker("cheapest 2", pool: pool) == .name("reckoner"))
    }

    @Test func `a worker of that name goes before the word`() throws {
        let pool = planPool + [Worker(name: "Strongest", provider: "local", model: "x")]
        #expect(try worker("strongest", pool: pool) == .name("Strongest"))
        #expect(try worker("strongest 2", pool: pool) == .name("smol"))
    }

    @Test func `of a list the first that the pool has is taken, models before specialists`() throws
    {
        #expect(try worker("[merger, smol, sage]") == .name("smol"))
        #expect(try worker("[strongest, reckoner]") == .name("sage"))
        #expect(try worker("[reckoner, strongest]") == .name("reckoner"))
        #expect(try worker("[7, 0]") == .name("smol"))
        let specialists = ["linguist", "reckoner"].map { name in
            var worker = planPool[2]
            worker.name = name
            return worker
        }
        #expect(try worker("[strongest, reckoner]", pool: specialists) == .name("reckoner"))
        #expect(try worker("[strongest, merger]", pool: specialists) == .name("linguist"))
    }

    @Test func `a worker that the pool does not have is told with its place`() {
        expectMistake(
            .unknownName,
            "  - {worker: saeg, subtask: x}",
            """
            plan.yaml:2:14: steps[0].worker: There is no worker "saeg".
            Did you mean `sage`?
            """
        )
        expectMistake(
            .unknownName,
            "  - {worker: strongst, subtask: x}",
            """
            plan.yaml:2:14: steps[0].worker: There is no worker "strongst".
            Did you mean `strongest`?
            """
        )
        expectMistake(
            .unknownName,
            "  - {worker: 3, subtask: x}",
            """
            plan.yaml:2:14: steps[0].worker: The pool has no worker 3.
            It has 0 (smol), 1 (sage) and 2 (reckoner); `strongest` and `cheapest` fit any pool.
            """
        )
        expectMistake(
            .unknownName,
            "  - {worker: [merger, 4], subtask: x}",
            """
            plan.yaml:2:15: steps[0].worker[0]: The pool has no merger and no 4.
            It has 0 (smol), 1 (sage) and 2 (reckoner); `strongest` and `cheapest` fit any pool.
            """
        )
        expectMistake(
            .badValue,
            "  - {worker: strongest 0, subtask: x}",
            """
            plan.yaml:2:14: steps[0].worker: Expected a rank from 1 to 99, such as strongest 2, \
            found strongest 0.
            """
        )
        expectMistake(
            .badValue,
            "  - {worker: [], subtask: x}",
            "plan.yaml:2:14: steps[0].worker: A step needs a worker."
        )
    }

    @Test func `an empty pool follows no plan`() {
        expectMistake(
            .badValue,
            "  - {worker: strongest, subtask: x}",
            pool: [],
            """
            plan.yaml: The pool has no worker that could follow this plan.
            Choose another pool, or restrict it less.
            """
        )
    }

    @Test func `the three lists may use the words too, and are checked`() throws {
        let plan = try PlanFile.parse(
            "model_id = [\"cheapest\", 1]\nsubtasks = [\"a\", \"b\"]\naccess_list = [[], [0]]",
            file: "plan.txt",
            pool: planPool
        )
        #expect(plan.steps.map(\.worker) == [.name("smol"), .id(1)])
        PodiumConfigurationTests.expectMistake(
            .plan,
            "plan.txt: Step 0 may only see earlier steps, but its access list names 1."
        ) {
            _ = try PlanFile.parse(
                "model_id = [0, 1]\nsubtasks = [\"a\", \"b\"]\naccess_list = [[1], []]",
                file: "plan.txt",
                pool: planPool
            )
        }
    }

    // MARK: Copies

    @Test func `a repeated step is written out, and seen as a whole`() throws {
        let plan = try plan(
            """
              - {worker: smol, subtask: a, repeat: 3}
              - {worker: smol, subtask: b, access: all, repeat: 2}
              - {worker: smol, subtask: c, access: previous}
              - {worker: smol, subtask: d, access: [0, 2]}
              - {worker: smol, subtask: e, access: all}
            """
        )
        #expect(plan.steps.map(\.subtask) == ["a", "a", "a", "b", "b", "c", "d", "e"])
        #expect(
            plan.steps.map(\.access) == [
                .steps([]), .steps([]), .steps([]), .steps([0, 1, 2]), .steps([0, 1, 2]),
                .steps([3, 4]), .steps([0, 1, 2, 5]), .all,
            ]
        )
    }

    @Test func `repeating has bounds`() {
        expectMistake(
            .badValue,
            "  - {worker: smol, subtask: x, repeat: 0}",
            """
            plan.yaml:2:40: steps[0].repeat: Expected a whole number from 1 to 50, found 0.
            """
        )
        let step = "  - {worker: smol, subtask: x, repeat: 50}\n"
        expectMistake(
            .tooLarge,
            String(repeating: step, count: 4) + "  - {worker: smol, subtask: x}",
            "plan.yaml:6:5: steps[4]: With this step the plan has 201 steps; at most 200 are allowed."
        )
    }

    // MARK: Access

    @Test func `a step sees only steps before it`() {
        expectMistake(
            .plan,
            """
              - {worker: smol, subtask: x}
              - {worker: smol, subtask: x, access: [0, 1]}
            """,
            """
            plan.yaml:3:44: steps[1].access[1]: A step cannot see itself.
            This is step 1, so only 0 can stand here.
            """
        )
        expectMistake(
            .plan,
            """
              - {worker: smol, subtask: x, access: [1]}
              - {worker: smol, subtask: x, access: [0]}
            """,
            """
            plan.yaml:2:41: steps[0].access[0]: A step sees only steps before it, and step 1 comes \
            later.
            The first step sees nothing: delete `access`.
            """
        )
        expectMistake(
            .plan,
            """
              - {worker: smol, subtask: x, repeat: 4}
              - {worker: smol, subtask: x}
              - {worker: smol, subtask: x, access: [3]}
            """,
            """
            plan.yaml:4:41: steps[2].access[0]: There is no step 3: counted from 0, the last is 2.
            This is step 2, so 0 to 1 can stand here.
            """
        )
        expectMistake(
            .plan,
            "  - {worker: smol, subtask: x, access: previous}",
            """
            plan.yaml:2:40: steps[0].access: The first step has none before it.
            Delete it.
            """
        )
    }
}
