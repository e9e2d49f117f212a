import PodiumCore

extension PlanCorpus {
    static let blocks = [
        PlanSample(
            "lists of YAML",
            two,
            """
            model_id:
              - 0
              - 2
            subtasks:
              - "Find a way."
              - "Check it."
            access_list:
              - []
              - [0]
            """
        ),
        PlanSample(
            "lists of YAML without quotes",
            two,
            """
            ```yaml
            model_id: [0, 2]
            subtasks:
            - Find
              a way.   # first

            # between
            - 'Check
               it.'
            access_list:
            - none
            -
              - 0
            ```
            """
        ),
        PlanSample(
            "flow lists of YAML without quotes",
            two,
            """
            model_id: [0, 2]
            subtasks: [Find a way., Check it.]
            access_list: [[], [0]]
            """
        ),
        PlanSample(
            "a list in a list of YAML",
            two,
            """
            plan:
              model_id:
                - 0
                - 2
              subtasks:
                - Find a way.
                - >
                  Check
                  it.
              access_list:
                - []
                - - 0
            """
        ),
        PlanSample(
            "steps of YAML",
            two,
            """
            steps:
              - worker: 0
                subtask: Find a way.
                access: []
              - worker: 2   # gamma
                subtask: "Check it."
                access:
                  - 0
            """
        ),
        PlanSample(
            "steps of YAML with texts of many lines",
            .plan(["0 Find: a\n  way. []", "2 Check \"it\" now. [0]", "1 Say \"a\" # b. all"]),
            """
            workflow:
            - worker: 0
              subtask: |
                Find: a
                  way.
            - agent: 2
              task:
                Check "it"
                now.
              depends_on:
              - step 0
            -
              model: 1
              prompt: "Say "a" # b."
              sees: all
            That is the plan.
            """
        ),
        PlanSample(
            "steps of YAML without a label",
            two,
            """
            The plan:

            - {worker: 0, subtask: Find a way., access: []}
            - {worker: 2, subtask: "Check it.", access: [0]}
            """
        ),
        PlanSample(
            "steps of YAML under headings",
            two,
            """
            Step 0:
            - worker: 0
              subtask: Find a way.
            Step 1:
            - worker: 2
              subtask: Check it.
              access: [0]
            """
        ),
        PlanSample(
            "bullets of prose before the plan",
            two,
            """
            Models:
            - quick: for easy things
            Steps:
            - look at it
            - count
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "steps of YAML with a line that is none",
            .rejected(.unreadable, at: "- worker"),
            """
            steps:
              - worker: 0
                subtask: a
                and then what
                  access: []
              - worker: 1
                subtask: b
            """
        ),
        PlanSample(
            "YAML that is cut off in a list",
            .rejected(.incomplete, at: "- []\n  -"),
            """
            model_id: [0, 2]
            subtasks:
              - Find a way.
              - Check it.
            access_list:
              - []
              - [0
            """
        ),
    ]
}
