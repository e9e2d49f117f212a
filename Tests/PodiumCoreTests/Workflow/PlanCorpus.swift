import PodiumCore

/// Replies of conductors, good and bad. Every slip that was ever met gets its sample here.
enum PlanCorpus {
    static let samples = plain + slips + quotes + replaced + objects + forms + rejected
}

extension PlanCorpus {
    /// Most samples are another way to write this one plan.
    static let two = PlanSample.Expected.plan(["0 Find a way. []", "2 Check it. [0]"])

    static let plain = [
        PlanSample(
            "the plain form",
            two,
            """
            The first worker is quick.
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "one step",
            .plan(["1 Solve it. []"]),
            """
            model_id = [1]
            subtasks = ["Solve it."]
            access_list = [[]]
            """
        ),
        PlanSample(
            "five steps",
            .plan([
                "0 a []", "1 b []", "2 c [0, 1]", "0 d [2]", "1 e all",
            ]),
            """
            model_id = [0, 1, 2, 0, 1]
            subtasks = ["a", "b", "c", "d", "e"]
            access_list = [[], [], [0, 1], [2], ["all"]]
            """
        ),
        PlanSample(
            "all on the first step",
            .plan(["0 a all", "1 b all"]),
            """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = ["all", ["all"]]
            """
        ),
        PlanSample(
            "lists in another order",
            two,
            """
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            model_id = [0, 2]
            """
        ),
        PlanSample(
            "workers by name",
            .plan(["quick a []", "Deep b [0]"]),
            """
            model_id = ["quick", Deep]
            subtasks = ["a", "b"]
            access_list = [[], [0]]
            """
        ),
    ]

    static let objects = [
        PlanSample(
            "an object with steps",
            two,
            """
            {"steps": [{"worker": 0, "subtask": "Find a way.", "access": []},
                       {"worker": 2, "subtask": "Check it.", "access": [0]}]}
            """
        ),
        PlanSample(
            "an object in a fence, names and other keys",
            .plan([
                "quick Find a way. []", "local Check it. all",
            ]),
            """
            ```json
            {
              "steps": [
                {"subtask": "Find a way.", "model": "quick"},
                {"access_list": ["all"], "task": "Check it.", "agent": "local", "why": {"a": [1]}}
              ]
            }
            ```
            """
        ),
        PlanSample(
            "an object after quoted lists",
            .plan(["1 Solve it. []"]),
            """
            model_id = [0], subtasks = ["x"], access_list = [[]]
            {"steps": [{"worker": 1, "subtask": "Solve it.", "access": "none"}]}
            """
        ),
    ]
}
