import PodiumCore
import PodiumTesting
import Testing

struct PlanReaderTests {
    @Test(arguments: PlanCorpus.samples)
    func `a conductor's reply is read as it was meant, or refused with what and where`(
        sample: PlanSample
    ) {
        #expect(sample.outcome(of: PlanSample.read([sample.text])) == sample.expected)
    }

    @Test func `a rejection tells the conductor what to mend`() {
        let messages = PlanCorpus.rejected.map { sample -> String in
            guard case .failure(let error) = PlanSample.read([sample.text]) else { return "" }
            return error.message
        }
        #expect(messages.allSatisfy { $0.hasSuffix(".") && $0.count > 20 })
        #expect(
            messages.contains(
                "The lists must be equally long, but model_id has 2, subtasks has 1 and access_list"
                    + " has 2 entries."
            )
        )
        #expect(
            messages.contains(
                "Step 1 names worker 3; the workers are 0 (quick), 1 (deep), 2 (local)."
            )
        )
        #expect(
            messages.contains("Step 1 may only see earlier steps, but its access list names 2.")
        )
        #expect(messages.contains("The plan has 7 steps; at most 5 are allowed."))
        #expect(messages.contains("The plan is not finished: access_list is missing."))
    }

    @Test func `the draft grows with the text`() {
        var reader = PlanReader()
        #expect(reader.draft.nodes.isEmpty)
        reader.feed("I need two.\nmodel_id = [0, ")
        #expect(reader.draft == PlanDraft(nodes: [.init(worker: .id(0), subtask: "", access: nil)]))
        reader.feed("2]\nsubtasks = [\"Find a w")
        #expect(
            reader.draft
                == PlanDraft(nodes: [
                    .init(worker: .id(0), subtask: "Find a w", access: nil),
                    .init(worker: .id(2), subtask: "", access: nil),
                ])
        )
        reader.feed("ay.\", \"Check it.\"]\naccess_list = [[], [0")
        #expect(reader.draft.nodes.map(\.access) == [.steps([]), nil])
        #expect(reader.plan == nil)
        reader.feed("]]\n")
        #expect(reader.draft.nodes.map(\.access) == [.steps([]), .steps([0])])
        #expect(reader.draft.graph.layers == [[0], [1]])
        #expect(reader.plan == Plan((0, "Find a way.", []), (2, "Check it.", [0])))
    }

    @Test func `steps written as objects grow too`() {
        var reader = PlanReader()
        reader.feed(#"{"steps": [{"worker": "qu"#)
        #expect(reader.draft.nodes.map(\.worker) == [nil])
        reader.feed(#"ick", "access": [], "subtask": "Fi"#)
        #expect(
            reader.draft.nodes == [.init(worker: .name("quick"), subtask: "Fi", access: .steps([]))]
        )
    }

    @Test func `an example stays on show until the plan itself is whole`() {
        var reader = PlanReader()
        reader.feed("Such as model_id = [1, 1]. But now:\nmodel_id = [0]\nsubtasks = [\"a\"]\n")
        #expect(reader.draft.nodes.map(\.worker) == [.id(1), .id(1)])
        reader.feed("access_list = []\n")
        #expect(reader.draft.nodes.map(\.worker) == [.id(0)])
    }

    @Test(arguments: [
        (
            "model_id = [0]\nsubtasks = Find a way.\naccess_list = [[]]",
            "The plan cannot be read: `Find a way.` follows subtasks and is no list of texts."
        ),
        (
            "model_id = [0]\nsubtasks = [\"a\"]\naccess_list = [[0, [7}]]",
            "The plan cannot be read: access_list cannot be read beyond entry 0, where `}]]` stands."
        ),
        (
            "model_id = [0]\nsubtasks = [\"a\", \"b",
            "The plan is not finished: subtasks is cut off in entry 1; access_list is missing."
        ),
        (
            "model_id: alpha, then beta",
            "There is no plan in the reply: `alpha, then beta` follows model_id and is no list of "
                + "workers; subtasks, access_list are missing."
        ),
        (
            "model_id = [0]\nsubtasks = [7]\naccess_list = [[]]",
            "The plan cannot be read: `[7]` follows subtasks and is no list of texts."
        ),
        (
            "model_id = [0]\nsubtasks = [\"a\"]\naccess_list = [[\"the first\"]]",
            "In access_list, the entry of step 0 must be a list of earlier steps' numbers, or "
                + "\"all\", but it is a list that begins with \"the first\"."
        ),
        ("{\"plan\": [{\"worker\": 0}]}", "Step 0 has no subtask."),
        (
            "steps: [{\"worker\": 0, \"subtask\": \"a\"}, {\"worker\": 1, \"subt",
            "The plan is not finished: steps is cut off in step 1."
        ),
    ])
    func `what is said of a plan that cannot be read is true`(text: String, message: String) {
        var reader = PlanReader()
        reader.feed(text)
        let error = #expect(throws: WorkflowError.self) { try reader.finish() }
        #expect(error?.message == message)
    }

    @Test(arguments: [
        "{\"plan\": [{\"worker\": 0, \"subtask\": \"Find a w",
        "[{\"subtask\": \"Find a w",
        "{\"model_id\": 0, \"subtask\": \"Find a w",
        "steps:\n  - worker: 0\n    subtask: |\n      Find a w\n",
        "steps:\n  - worker: 0\n    subtask: Find a w\n",
        "subtasks:\n  - Find a w\n",
        "subtasks = [\"Find \"\n  \"a w",
    ])
    func `the draft grows from every form`(text: String) {
        var reader = PlanReader()
        reader.feed(text)
        #expect(reader.draft.nodes.map(\.subtask) == ["Find a w"])
    }

    @Test(arguments: [
        "{\"worker\": 0, \"subtask\": \"a\"}\n", "steps:\n- worker: 0\n  subtask: a\n",
        "model_id: [0]\nsubtasks: [a]\naccess_list:\n- []\n",
    ])
    func `what has no mark of its end is whole only where the reply is`(text: String) {
        #expect(throws: WorkflowError.self) {
            var reader = PlanReader()
            reader.feed(text)
            return try reader.finish(isCutOff: true)
        }
        var reader = PlanReader()
        reader.feed(text)
        #expect(throws: Never.self) { try reader.finish() }
    }
}
