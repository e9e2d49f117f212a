import PodiumCore

/// Replies of conductors, good and bad. Every slip that was ever met gets its sample here.
enum PlanCorpus {
    static let samples = plain + slips + quotes + replaced + objects + rejected
}

extension PlanCorpus {
    private static let two = PlanSample.Expected.plan(["0 Find a way. []", "2 Check it. [0]"])

    static let plain = [
        PlanSample("the plain form", two, """
            The first worker is quick.
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """),
        PlanSample("one step", .plan(["1 Solve it. []"]), """
            model_id = [1]
            subtasks = ["Solve it."]
            access_list = [[]]
            """),
        PlanSample("five steps", .plan([
            "0 a []", "1 b []", "2 c [0, 1]", "0 d [2]", "1 e all",
        ]), """
            model_id = [0, 1, 2, 0, 1]
            subtasks = ["a", "b", "c", "d", "e"]
            access_list = [[], [], [0, 1], [2], ["all"]]
            """),
        PlanSample("all on the first step", .plan(["0 a all", "1 b all"]), """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = ["all", ["all"]]
            """),
        PlanSample("lists in another order", two, """
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            model_id = [0, 2]
            """),
        PlanSample("workers by name", .plan(["quick a []", "Deep b [0]"]), """
            model_id = ["quick", Deep]
            subtasks = ["a", "b"]
            access_list = [[], [0]]
            """),
    ]

    static let slips = [
        PlanSample("backticks around labels and lists", two, """
            `model_id` = `[0, 2]`
            `subtasks` = `["Find a way.", "Check it."]`
            `access_list` = `[[], [0]]`
            """),
        PlanSample("bullets", two, """
            - model_id = [0, 2]
            * subtasks = ["Find a way.", "Check it."]
            • access_list = [[], [0]]
            """),
        PlanSample("numbered, with emphasis", two, """
            1. **Model IDs:** [0, 2]
            2. **Subtasks:** ["Find a way.", "Check it."]
            3. **Access list:** [[], [0]]
            """),
        PlanSample("a think block", two, """
            <think>Perhaps 'quick' first? It's cheap.
            model_id = [1]</think>
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """),
        PlanSample("colons and plurals", two, """
            model_ids: [0, 2]
            subtasks: ["Find a way.", "Check it."]
            access_lists: [[], [0]]
            """),
        PlanSample("spaced labels in capitals", two, """
            MODEL ID = [0, 2]
            SUBTASKS = ["Find a way.", "Check it."]
            ACCESS LIST = [[], [0]]
            """),
        PlanSample("hyphenated labels", two, """
            model-id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access-list = [[], [0]]
            """),
        PlanSample("a Markdown fence", two, """
            Here is my plan:
            ```python
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            ```
            That is all.
            """),
        PlanSample("Python tuples", two, """
            model_id = (0, 2)
            subtasks = ("Find a way.", "Check it.")
            access_list = ([], (0,))
            """),
        PlanSample("trailing commas", two, """
            model_id = [0, 2,]
            subtasks = ["Find a way.", "Check it.",]
            access_list = [[], [0,],]
            """),
        PlanSample("bare numbers", two, """
            model_id = 0, 2
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """),
        PlanSample("one bare number", .plan(["2 a []"]), """
            model_id: 2
            subtasks: ["a"]
            access_list: []
            """),
        PlanSample("an access list without its brackets", two, """
            model_id = 0, 2
            subtasks = ["Find a way.", "Check it."]
            access_list = [], [0]
            """),
        PlanSample("an empty access list is nothing for every step", .plan(["0 a []", "1 b []"]), """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = []
            """),
        PlanSample("the word none is nothing for every step", .plan(["0 a []", "1 b []"]), """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = "none"
            I hope that helps.
            """),
        PlanSample("the bare word all is everything for every step", .plan(["0 a all", "1 b all"]), """
            model_id = [0, 1]
            subtasks = ["a", "b"]
            access_list = all
            """),
        PlanSample("none and null inside the list", .plan(["0 a []", "1 b []", "2 c []"]), """
            model_id = [0, 1, 2]
            subtasks = ["a", "b", "c"]
            access_list = ["none", null, ["None"]]
            """),
        PlanSample("indices as strings", .plan(["0 a []", "1 b [0]", "2 c [0, 1]"]), """
            model_id = ["0", "1", "2"]
            subtasks = ["a", "b", "c"]
            access_list = [[], ["0"], ["0", "step 1"]]
            """),
        PlanSample("indices in one string", .plan(["0 a []", "1 b []", "2 c [0, 1]"]), """
            model_id = [0, 1, 2]
            subtasks = ["a", "b", "c"]
            access_list = [[], [], "0, 1"]
            """),
        PlanSample("flat indices", .plan(["0 a []", "1 b [0]", "2 c [1]"]), """
            model_id = [0, 1, 2]
            subtasks = ["a", "b", "c"]
            access_list = [[], 0, 1]
            """),
        PlanSample(
            "line breaks of the other kind", two,
            "model_id = 0, 2\r\nsubtasks = [\"Find a way.\",\r\n\"Check it.\"]\r\n"
                + "access_list = [[], [0]]\r\n"),
        PlanSample("lists over several lines", two, """
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
            """),
        PlanSample(
            "everything on one line", two,
            "model_id = [0, 2] subtasks = [\"Find a way.\", \"Check it.\"] access_list = [[], [0]]"),
        PlanSample("a JSON object of lists", two, """
            {"model_id": [0, 2], "subtasks": ["Find a way.", "Check it."], "access_list": [[], [0]]}
            """),
    ]

    static let quotes = [
        PlanSample("single quotes", two, """
            model_id = [0, 2]
            subtasks = ['Find a way.', 'Check it.']
            access_list = [[], [0]]
            """),
        PlanSample("typographic quotes", .plan(["0 Find “a” way. []", "2 It’s done? [0]"]), """
            model_id = [0, 2]
            subtasks = [“Find “a” way.”, ‘It’s done?’]
            access_list = [[], [0]]
            """),
        PlanSample("backticks as quotes", two, """
            model_id = [0, 2]
            subtasks = [`Find a way.`, `Check it.`]
            access_list = [[], [0]]
            """),
        PlanSample("apostrophes", .plan(["0 Don't stop; it's the workers' job. []", "2 b [0]"]), """
            model_id = [0, 2]
            subtasks = ['Don't stop; it's the workers' job.', 'b']
            access_list = [[], [0]]
            """),
        PlanSample("unescaped quotes", .plan([
            "0 Define \"entropy\": what \"it\" means (the \"log\") here. []", "2 b [0]",
        ]), """
            model_id = [0, 2]
            subtasks = ["Define "entropy": what "it" means (the "log") here.", "b"]
            access_list = [[], [0]]
            """),
        PlanSample("escaped quotes and characters", .plan([
            "0 Say \"hi\",\n\té 😀 C:\\dir []", "2 it's \\(x^2\\) [0]",
        ]), #"""
            model_id = [0, 2]
            subtasks = ["Say \"hi\",\n\t\u00e9 \ud83d\ude00 C:\\dir", 'it\'s \(x^2\)']
            access_list = [[], [0]]
            """#),
        PlanSample("labels inside a subtask", .plan([
            "0 Write model_id = [1], subtasks = [x] and access_list = [[]]. []", "2 b [0]",
        ]), """
            model_id = [0, 2]
            subtasks = ["Write model_id = [1], subtasks = [x] and access_list = [[]].", "b"]
            access_list = [[], [0]]
            """),
        PlanSample("brackets and commas inside a subtask", .plan([
            "0 Sort [3, 1], then (2), \"x\"; {a: b}. []", "2 b [0]",
        ]), """
            model_id = [0, 2]
            subtasks = ["Sort [3, 1], then (2), "x"; {a: b}.", "b"]
            access_list = [[], [0]]
            """),
        PlanSample("a line break inside a subtask", .plan(["0 First\n\nthen. []", "2 b [0]"]), """
            model_id = [0, 2]
            subtasks = ["First

            then.", "b"]
            access_list = [[], [0]]
            """),
        PlanSample("unbalanced quotes in the reasoning", two, """
            It's "hard. The worker's list, subtasks = ["Find, is what I'd
            write ' first.
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """),
        PlanSample("a list that was never closed before the plan", two, """
            model_id = [1, 1
            subtasks = ["Never closed
            **model_id** = [0, 2]
            **subtasks** = ["Find a way.", "Check it."]
            **access_list** = [[], [0]]
            """),
    ]

    static let replaced = [
        PlanSample("a quoted example before the plan", two, """
            The format is model_id = [1, 1, 1] with subtasks = ["x", "y", "z"] and
            access_list = [[], [], ["all"]]. So:
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """),
        PlanSample("half an example before the plan", two, """
            I could say model_id = [1, 1, 1] but access_list: all is dear.
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """),
        PlanSample("a plan that is thought over", two, """
            model_id = [1]
            subtasks = ["Do all of it."]
            access_list = [[]]
            No, better in two steps:
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """),
        PlanSample("remarks after the plan", two, """
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            The access_list = [[]] of step 0 is empty; access_list: what step 1 reads is step 0.
            Steps: (1) finds, (2) checks. model_id = 2 is a good checker.
            """),
        PlanSample("the start of another plan after the plan", two, """
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            Or perhaps:
            model_id = [0, 1, 2]
            subtasks = ["x",
            """),
        PlanSample("prose with the words of the labels", two, """
            Models: quick and deep. Subtasks: (a) find, (b) check. Steps: (1) and (2). The access
            list: whoever comes later reads what came before.
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """),
    ]

    static let objects = [
        PlanSample("an object with steps", two, """
            {"steps": [{"worker": 0, "subtask": "Find a way.", "access": []},
                       {"worker": 2, "subtask": "Check it.", "access": [0]}]}
            """),
        PlanSample("an object in a fence, names and other keys", .plan([
            "quick Find a way. []", "local Check it. all",
        ]), """
            ```json
            {
              "steps": [
                {"subtask": "Find a way.", "model": "quick"},
                {"access_list": ["all"], "task": "Check it.", "agent": "local", "why": {"a": [1]}}
              ]
            }
            ```
            """),
        PlanSample("an object after quoted lists", .plan(["1 Solve it. []"]), """
            model_id = [0], subtasks = ["x"], access_list = [[]]
            {"steps": [{"worker": 1, "subtask": "Solve it.", "access": "none"}]}
            """),
    ]
}
