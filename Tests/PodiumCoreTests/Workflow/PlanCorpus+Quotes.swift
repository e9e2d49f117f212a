import PodiumCore

extension PlanCorpus {
    static let quotes = [
        PlanSample(
            "single quotes",
            two,
            """
            model_id = [0, 2]
            subtasks = ['Find a way.', 'Check it.']
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "typographic quotes",
            .plan(["0 Find “a” way. []", "2 It’s done? [0]"]),
            """
            model_id = [0, 2]
            subtasks = [“Find “a” way.”, ‘It’s done?’]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "backticks as quotes",
            two,
            """
            model_id = [0, 2]
            subtasks = [`Find a way.`, `Check it.`]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "apostrophes",
            .plan(["0 Don't stop; it's the workers' job. []", "2 b [0]"]),
            """
            model_id = [0, 2]
            subtasks = ['Don't stop; it's the workers' job.', 'b']
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "unescaped quotes",
            .plan([
                "0 Define \"entropy\": what \"it\" means (the \"log\") here. []", "2 b [0]",
            ]),
            """
            model_id = [0, 2]
            subtasks = ["Define "entropy": what "it" means (the "log") here.", "b"]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "escaped quotes and characters",
            .plan([
                "0 Say \"hi\",\n\té 😀 C:\\dir []", "2 it's \\(x^2\\) [0]",
            ]),
            #"""
            model_id = [0, 2]
            subtasks = ["Say \"hi\",\n\t\u00e9 \ud83d\ude00 C:\\dir", 'it\'s \(x^2\)']
            access_list = [[], [0]]
            """#
        ),
        PlanSample(
            "labels inside a subtask",
            .plan([
                "0 Write model_id = [1], subtasks = [x] and access_list = [[]]. []", "2 b [0]",
            ]),
            """
            model_id = [0, 2]
            subtasks = ["Write model_id = [1], subtasks = [x] and access_list = [[]].", "b"]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "brackets and commas inside a subtask",
            .plan([
                "0 Sort [3, 1], then (2), \"x\"; {a: b}. []", "2 b [0]",
            ]),
            """
            model_id = [0, 2]
            subtasks = ["Sort [3, 1], then (2), "x"; {a: b}.", "b"]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "a line break inside a subtask",
            .plan(["0 First\n\nthen. []", "2 b [0]"]),
            """
            model_id = [0, 2]
            subtasks = ["First

            then.", "b"]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "unbalanced quotes in the reasoning",
            two,
            """
            It's "hard. The worker's list, subtasks = ["Find, is what I'd
            write ' first.
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "a list that was never closed before the plan",
            two,
            """
            model_id = [1, 1
            subtasks = ["Never closed
            **model_id** = [0, 2]
            **subtasks** = ["Find a way.", "Check it."]
            **access_list** = [[], [0]]
            """
        ),
    ]

    static let replaced = [
        PlanSample(
            "a quoted example before the plan",
            two,
            """
            The format is model_id = [1, 1, 1] with subtasks = ["x", "y", "z"] and
            access_list = [[], [], ["all"]]. So:
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "half an example before the plan",
            two,
            """
            I could say model_id = [1, 1, 1] but access_list: all is dear.
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "a plan that is thought over",
            two,
            """
            model_id = [1]
            subtasks = ["Do all of it."]
            access_list = [[]]
            No, better in two steps:
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "remarks after the plan",
            two,
            """
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            The access_list = [[]] of step 0 is empty; access_list: what step 1 reads is step 0.
            Steps: (1) finds, (2) checks. model_id = 2 is a good checker.
            """
        ),
        PlanSample(
            "a list begun again that comes to nothing",
            two,
            """
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            (With subtasks = ["x I mean the two above.)
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "the start of another plan after the plan",
            two,
            """
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            Or perhaps:
            model_id = [0, 1, 2]
            subtasks = ["x",
            """
        ),
        PlanSample(
            "prose with the words of the labels",
            two,
            """
            Models: quick and deep. Subtasks: (a) find, (b) check. Steps: (1) and (2). The access
            list: whoever comes later reads what came before.
            model_id = [0, 2]
            subtasks = ["Find a way.", "Check it."]
            access_list = [[], [0]]
            """
        ),
    ]
}
