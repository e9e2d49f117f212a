import PodiumConfiguration
import PodiumCore
import Testing

struct PlanFileTests {
    private func parse(_ text: String) throws -> Plan {
        try PlanFile.parse(text, file: "plan.yaml", pool: planPool)
    }

    private func expectMistake(
        _ code: ConfigurationError.Code,
        in text: String,
        _ message: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        PodiumConfigurationTests.expectMistake(
            code,
            message,
            sourceLocation: sourceLocation
        ) { _ = try parse(text) }
    }

    @Test func `steps are read with every way to write them`() throws {
        let plan = try parse(
            """
            # A chain.
            steps:
              - {worker: reckoner, subtask: "Add."}
              - {worker: 1, subtask: Check., access: [0]}
              - worker: "2"
                subtask: |
                  Merge **everything**
                  into *one* answer.
                access: all
              - {worker: SAGE, subtask: y, access: none}
              - {worker: sage, subtask: y, access: [all]}
              - {worker: sage, subtask: y, access: previous}
            """
        )
        #expect(
            plan.steps == [
                .init(worker: .name("reckoner"), subtask: "Add.", access: .steps([])),
                .init(worker: .name("sage"), subtask: "Check.", access: .steps([0])),
                .init(
                    worker: .name("reckoner"),
                    subtask: "Merge **everything**\ninto *one* answer.\n",
                    access: .all
                ),
                .init(worker: .name("sage"), subtask: "y", access: .steps([])),
                .init(worker: .name("sage"), subtask: "y", access: .all),
                .init(worker: .name("sage"), subtask: "y", access: .steps([4])),
            ]
        )
    }

    @Test func `the lists a conductor writes are read too`() throws {
        let plan = try parse(
            """
            First the sum: then the check.
            model_id = [2, 0]
            subtasks = ["Add.", "Check."]
            access_list = [[], ["all"]]
            """
        )
        #expect(
            plan.steps == [
                .init(worker: .id(2), subtask: "Add.", access: .steps([])),
                .init(worker: .id(0), subtask: "Check.", access: .all),
            ]
        )
    }

    @Test func `a JSON object with steps is read`() throws {
        let plan = try parse(#"{"steps": [{"worker": "sage", "subtask": "b", "access": []}]}"#)
        #expect(plan.steps == [.init(worker: .name("sage"), subtask: "b", access: .steps([]))])
    }

    @Test func `a file is read`() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("steps: [{worker: sage, subtask: b}]", to: "p.yaml")
        #expect(try PlanFile.load(path: file, pool: planPool).steps.count == 1)
        PodiumConfigurationTests.expectMistake(
            .missingFile,
            "/nowhere/p.yaml: There is no such file."
        ) { _ = try PlanFile.load(path: "/nowhere/p.yaml", pool: planPool) }
    }

    @Test(arguments: ["", "Only prose, and nothing else.", "# a comment"])
    func `a file without a plan says what one is`(text: String) {
        expectMistake(
            .plan,
            in: text,
            """
            plan.yaml: There is no plan in this file.
            Write `steps:` as YAML, or the lists model_id, subtasks and access_list.
            """
        )
    }

    @Test func `an unfinished list is told with its line`() {
        expectMistake(
            .plan,
            in: "model_id = [0]\nsubtasks = [\"Add.",
            """
            plan.yaml:2: The plan is not finished: subtasks is cut off in entry 0; access_list is missing.
            Write `steps:` as YAML, or the lists model_id, subtasks and access_list.
            """
        )
    }

    @Test func `a step needs a worker and a subtask`() {
        expectMistake(
            .missingKey,
            in: "steps:\n  - {subtask: x}",
            """
            plan.yaml:2:5: steps[0]: The key `worker` is missing.
            Write it like `worker: strongest`.
            """
        )
        expectMistake(
            .badValue,
            in: "steps:\n  - {worker: a, subtask: ' '}",
            #"plan.yaml:2:26: steps[0].subtask: Expected a text, found " "."#
        )
        expectMistake(
            .plan,
            in: "steps: []",
            "plan.yaml:1:8: steps: A plan needs a step."
        )
        expectMistake(
            .missingKey,
            in: "steps:",
            """
            plan.yaml:1:1: The key `steps` is missing.
            Write it like `steps: [{worker: strongest, subtask: "Answer the question."}]`.
            """
        )
    }

    @Test func `a worker is a name or a position`() {
        expectMistake(
            .badValue,
            in: "steps: [{worker: -1, subtask: x}]",
            """
            plan.yaml:1:18: steps[0].worker: Expected a worker's name, its position in the \
            pool (from 0), strongest or cheapest, found -1.
            """
        )
    }

    @Test(arguments: [
        ("some", "steps[0].access: Expected all, none, previous or a list of earlier steps such"),
        ("{a: b}", "steps[0].access: Expected all, none, previous or a list of earlier steps such"),
        ("previuos", "Did you mean `previous`?"),
        ("[-1]", "steps[0].access[0]: Expected a step's position from 0 to 999"),
        ("[a]", "steps[0].access[0]: Expected a step's position from 0 to 999"),
    ])
    func `access is all, none or a list`(access: String, message: String) throws {
        let error = #expect(throws: ConfigurationError.self) {
            try parse("steps: [{worker: a, subtask: x, access: \(access)}]")
        }
        #expect(error?.description.contains(message) == true)
    }

    @Test func `a misspelt key is refused`() {
        expectMistake(
            .unknownKey,
            in: "steps: [{worker: a, subtaks: x}]",
            """
            plan.yaml:1:21: steps[0].subtaks: There is no such key.
            Did you mean `subtask`?
            """
        )
    }

    @Test func `a mistake in the YAML is told as such`() {
        expectMistake(
            .syntax,
            in: "steps:\n  - {worker: a, subtask: x",
            """
            plan.yaml:3:1: This is not valid YAML: did not find expected ',' or '}'.
            Check the brackets and commas before this place.
            """
        )
    }
}
