import PodiumCore

extension PlanCorpus {
    static let rejected = [
        PlanSample("nothing", .rejected(.noPlan), ""),
        PlanSample(
            "prose only",
            .rejected(.noPlan),
            """
            I think the answer is 42. My steps: first I look, then I count. It's "easy.
            """
        ),
        PlanSample(
            "three empty lists",
            .rejected(.emptyPlan),
            """
            model_id = []
            subtasks = []
            access_list = []
            """
        ),
        PlanSample("an empty list of objects", .rejected(.emptyPlan), "{\"steps\": []}"),
        PlanSample(
            "seven steps",
            .rejected(.tooManySteps, step: 5),
            """
            model_id = [0, 0, 0, 0, 0, 0, 0]
            subtasks = ["a", "b", "c", "d", "e", "f", "g"]
            access_list = [[], [], [], [], [], [], []]
            """
        ),
        PlanSample(
            "a forward reference",
            .rejected(.badReference, step: 1),
            """
            model_id = [0, 1, 2]
            subtasks = ["a", "b", "c"]
            access_list = [[], [2], []]
            """
        ),
        PlanSample(
            "a reference to itself",
            .rejected(.badReference, step: 0),
            """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = [[0], [0]]
            """
        ),
        PlanSample(
            "a negative reference",
            .rejected(.badReference, step: 1),
            """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = [[], [-1]]
            """
        ),
        PlanSample(
            "an unknown worker",
            .rejected(.unknownWorker, step: 1),
            """
            model_id = [0, 3]
            subtasks = ["a", "b"]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "a worker with an unknown name",
            .rejected(.unknownWorker, step: 0),
            """
            model_id = ["nobody"]
            subtasks = ["a"]
            access_list = [[]]
            """
        ),
        PlanSample(
            "fewer subtasks than workers",
            .rejected(.unequalLengths, step: 1),
            """
            model_id = [0, 1]
            subtasks = ["a"]
            access_list = [[], []]
            """
        ),
        PlanSample(
            "fewer access lists than workers",
            .rejected(.unequalLengths, step: 1),
            """
            model_id = [0, 1, 2]
            subtasks = ["a", "b", "c"]
            access_list = [[]]
            """
        ),
        PlanSample(
            "a good example, then lists of unequal lengths",
            .rejected(.unequalLengths, step: 1),
            """
            For example model_id = [0], subtasks = ["x"], access_list = [[]].
            model_id = [0, 1]
            subtasks = ["a"]
            access_list = [[], []]
            I left model_id = [0] as it was.
            """
        ),
        PlanSample(
            "an empty subtask",
            .rejected(.emptySubtask, step: 1),
            """
            model_id = [0, 1]
            subtasks = ["a", " "]
            access_list = [[], []]
            """
        ),
        PlanSample(
            "an access that is no list",
            .rejected(.unreadable, step: 1),
            """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = [[], ["the first one"]]
            """
        ),
        PlanSample(
            "subtasks without quotes",
            .rejected(.unreadable, step: 1),
            """
            model_id = [0, 1]
            subtasks = ["a", [7]]
            access_list = [[], []]
            """
        ),
        PlanSample(
            "a worker that is a list",
            .rejected(.unreadable, step: 0),
            """
            model_id = [[0]]
            subtasks = ["a"]
            access_list = [[]]
            """
        ),
        PlanSample(
            "an object without a worker",
            .rejected(.unreadable, step: 1),
            """
            {"steps": [{"worker": 0, "subtask": "a"}, {"subtask": "b"}]}
            """
        ),
        PlanSample(
            "an object with an unreadable access",
            .rejected(.unreadable, step: 0),
            """
            {"steps": [{"worker": 0, "subtask": "a", "access": {"to": 1}}]}
            """
        ),
        PlanSample(
            "cut off in the subtasks",
            .rejected(.incomplete, at: "[\"Find a"),
            """
            model_id = [0, 2]
            subtasks = ["Find a way.", "Che
            """
        ),
        PlanSample(
            "cut off in the access list",
            .rejected(.incomplete, at: "[[], [0"),
            """
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0
            """
        ),
        PlanSample(
            "cut off between the lists",
            .rejected(.incomplete),
            """
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            """
        ),
        PlanSample(
            "cut off in the objects",
            .rejected(.incomplete, at: "[{\"worke"),
            """
            {"steps": [{"worker": 0, "subtask": "Find
            """
        ),
        PlanSample(
            "nested without end",
            .rejected(.incomplete, at: "[[[[[[[["),
            """
            access_list = [[[[[[[[[[[[[[[[
            """
        ),
    ]
}
