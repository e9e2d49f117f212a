import PodiumCore

extension PlanCorpus {
    static let slips = [
        PlanSample(
            "backticks around labels and lists",
            two,
            """
            `model_id` = `[0, 2]`
            `subtasks` = `["Find a way.", "Check it."]`
            `access_list` = `[[], [0]]`
            """
        ),
        PlanSample(
            "bullets",
            two,
            """
            - model_id = [0, 2]
            * subtasks = ["Find a way.", "Check it."]
            • access_list = [[], [0]]
            """
        ),
        PlanSample(
            "numbered, with emphasis",
            two,
            """
            1. **Model IDs:** [0, 2]
            2. **Subtasks:** ["Find a way.", "Check it."]
            3. **Access list:** [[], [0]]
            """
        ),
        PlanSample(
            "a think block",
            two,
            """
            <think>Perhaps 'quick' first? It's cheap.
            model_id = [1]</think>
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "colons and plurals",
            two,
            """
            model_ids: [0, 2]
            subtasks: ["Find a way.", "Check it."]
            access_lists: [[], [0]]
            """
        ),
        PlanSample(
            "spaced labels in capitals",
            two,
            """
            MODEL ID = [0, 2]
            SUBTASKS = ["Find a way.", "Check it."]
            ACCESS LIST = [[], [0]]
            """
        ),
        PlanSample(
            "hyphenated labels",
            two,
            """
            model-id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access-list = [[], [0]]
            """
        ),
        PlanSample(
            "a Markdown fence",
            two,
            """
            Here is my plan:
            ```python
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            ```
            That is all.
            """
        ),
        PlanSample(
            "Python tuples",
            two,
            """
            model_id = (0, 2)
            subtasks = ("Find a way.", "Check it.")
            access_list = ([], (0,))
            """
        ),
        PlanSample(
            "trailing commas",
            two,
            """
            model_id = [0, 2,]
            subtasks = ["Find a way.", "Check it.",]
            access_list = [[], [0,],]
            """
        ),
        PlanSample(
            "bare numbers",
            two,
            """
            model_id = 0, 2
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "one bare number",
            .plan(["2 a []"]),
            """
            model_id: 2
            subtasks: ["a"]
            access_list: []
            """
        ),
        PlanSample(
            "an access list without its brackets",
            two,
            """
            model_id = 0, 2
            subtasks = ["Find a way.", "Check it."]
            access_list = [], [0]
            """
        ),
        PlanSample(
            "an empty access list is nothing for every step",
            .plan(["0 a []", "1 b []"]),
            """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = []
            """
        ),
        PlanSample(
            "the word none is nothing for every step",
            .plan(["0 a []", "1 b []"]),
            """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = "none"
            I hope that helps.
            """
        ),
        PlanSample(
            "the bare word all is everything for every step",
            .plan(["0 a all", "1 b all"]),
            """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = all
            """
        ),
        PlanSample(
            "none and null inside the list",
            .plan(["0 a []", "1 b []", "2 c []"]),
            """
            model_id = [0, 1, 2]
            subtasks = ["a", "b", "c"]
            access_list = ["none", null, ["None"]]
            """
        ),
        PlanSample(
            "indices as strings",
            .plan(["0 a []", "1 b [0]", "2 c [0, 1]"]),
            """
            model_id = ["0", "1", "2"]
            subtasks = ["a", "b", "c"]
            access_list = [[], ["0"], ["0", "step 1"]]
            """
        ),
        PlanSample(
            "indices in one string",
            .plan(["0 a []", "1 b []", "2 c [0, 1]"]),
            """
            model_id = [0, 1, 2]
            subtasks = ["a", "b", "c"]
            access_list = [[], [], "0, 1"]
            """
        ),
        PlanSample(
            "flat indices",
            .plan(["0 a []", "1 b [0]", "2 c [1]"]),
            """
            model_id = [0, 1, 2]
            subtasks = ["a", "b", "c"]
            access_list = [[], 0, 1]
            """
        ),
        PlanSample(
            "line breaks of the other kind",
            two,
            "model_id = 0, 2\r\nsubtasks = [\"Find a way.\",\r\n\"Check it.\"]\r\n"
                + "access_list = [[], [0]]\r\n"
        ),
        PlanSample(
            "lists over several lines",
            two,
            """
            model_id = [
              0,
              2
            ]
            subtasks =
            [
              "Find a way.",
              "Check it."
            ]
            access_list = [
              [],
              [0]
            ]
            """
        ),
        PlanSample(
            "everything on one line",
            two,
            "model_id = [0, 2] subtasks = [\"Find a way.\", \"Check it.\"] access_list = [[], [0]]"
        ),
        PlanSample(
            "a JSON object of lists",
            two,
            """
            {"model_id": [0, 2], "subtasks": ["Find a way.", "Check it."], "access_list": [[], [0]]}
            """
        ),
    ]
}
