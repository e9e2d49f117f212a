import PodiumCore

extension PlanCorpus {
    static let containers =
        ["plan", "workflow", "steps", "tasks", "subtasks"].map { name in
            PlanSample(
                "a list of objects under \(name)",
                two,
                """
                {"\(name)": [{"worker": 0, "subtask": "Find a way.", "access": []},
                 {"worker": 2, "subtask": "Check it.", "access": [0]}]}
                """
            )
        } + [
            PlanSample(
                "lists within a plan",
                two,
                """
                {"plan": {"model_id": [0, 2], "subtasks": ["Find a way.", "Check it."],
                 "access_list": [[], [0]]}}
                """
            ),
            PlanSample(
                "steps within a workflow, beside other fields",
                two,
                """
                {"task": "Do it.", "workflow": {"name": "w", "cost": 0.5, "steps": [
                 {"agent": "0", "instruction": "Find a way.", "depends_on": null},
                 {"model": 2, "prompt": "Check it.", "sees": "0", "done": false}]}}
                """
            ),
            PlanSample(
                "a bare list of objects",
                two,
                """
                [{"model_id": 0, "subtask": "Find a way.", "access_list": "none"},
                 {"model_id": 2, "subtask": "Check it.", "access_list": 0}]
                """
            ),
            PlanSample(
                "an object a line",
                two,
                """
                {"model_id": 0, "subtask": "Find a way.", "access_list": []}
                {"model_id": 2, "subtask": "Check it.", "access_list": [0]}
                """
            ),
            PlanSample(
                "an object a line, access first",
                two,
                """
                Step 0: {"access": [], "worker": 0, "subtask": "Find a way."}
                Step 1: {"access": [0], "worker": 2, "subtask": "Check it."}
                """
            ),
            PlanSample(
                "a list a line",
                two,
                """
                {"model_id": [0, 2]}
                {"subtasks": ["Find a way.", "Check it."]}
                {"access_list": [[], [0]]}
                """
            ),
            PlanSample(
                "objects without quotes",
                two,
                """
                steps = [{worker: 0, subtask: Find a way.}, {worker: 2, subtask: "Check it.",
                  access: [0]}]
                """
            ),
            PlanSample(
                "steps that number themselves from 1",
                .plan(["0 a []", "1 b [0]", "2 c [0, 1]"]),
                """
                [{"id": 1, "worker": 0, "task": "a", "depends_on": []},
                 {"id": 2, "worker": 1, "task": "b", "depends_on": [1]},
                 {"id": 3, "worker": 2, "task": "c", "depends_on": ["step 1", 2]}]
                """
            ),
            PlanSample(
                "an object after an example of objects",
                .plan(["1 Solve it. all"]),
                """
                {"worker": 0, "subtask": "x", "access": []}
                That is how a step looks, and nothing more of it is needed here. Now the plan:
                {"worker": 1, "subtask": "Solve it.", "access": "all"}
                """
            ),
            PlanSample(
                "objects of another kind after the plan",
                two,
                """
                model_id = [0, 2]
                subtasks = ["Find a way.", "Check it."]
                access_list = [[], [0]]
                It uses {"id": 1, "title": "x"}, [{"id": 7}] and {"tasks": [{"title": "t"}], "plan": []}.
                """
            ),
            PlanSample(
                "an object a line that is no step",
                .rejected(.unreadable, step: 1),
                """
                {"worker": 0, "subtask": "Find a way.", "access": []}
                {"subtask": "Check it.", "access": [0]}
                """
            ),
            PlanSample(
                "objects with a fault in the middle",
                .rejected(.unreadable, at: "[{\"worke"),
                """
                {"steps": [{"worker": 0, "subtask": "a"}, {"worker" 1}, {"worker": 2, "subtask": "c"}]}
                """
            ),
            PlanSample(
                "an object a line, cut off",
                .rejected(.incomplete, at: "{\"worker"),
                """
                {"worker": 0, "subtask": "Find a way.", "access": []}
                {"worker": 2, "subtask": "Check
                """
            ),
        ]
}
