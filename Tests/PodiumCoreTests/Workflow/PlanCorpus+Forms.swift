import PodiumCore

/// Other ways in which models write a plan than the one they are asked for.
extension PlanCorpus {
    static let forms = comments + marks + literals + containers + blocks

    static let comments = [
        PlanSample(
            "comments of Python",
            two,
            """
            model_id = [0, 2]  # alpha, then "gamma"
            subtasks = [  # they're two
              "Find a way.",  # first, [it]
              # between
              "Check it.",    # it's the last
            ]
            access_list = [
              [],   # nothing
              [0],  # step 0
            ]
            """
        ),
        PlanSample(
            "comments of JSON",
            two,
            """
            {"steps": [ // the plan
             {"worker": 0, "subtask": "Find a way.", "access": []}, // first
             /* then, "so" */ {"worker": 2, /* the } second */ "subtask": "Check it.", // it
              "access": [0 /* the first */]}
            ]}
            """
        ),
        PlanSample(
            "a comment before the value",
            two,
            """
            model_id = # the workers
              [0, 2]
            subtasks = ["Find a way." /* a */, /* b */ "Check it." // c
            ]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "marks of comments inside a subtask",
            .plan(["0 Read https://a.b/c # then /* it */ // all. []", "2 C# [0]"]),
            """
            model_id = [0, 2]
            subtasks = ["Read https://a.b/c # then /* it */ // all.", "C#"]
            access_list = [[], [0]]
            """
        ),
    ]

    static let marks = [
        PlanSample(
            "names with Markdown's backslashes",
            .plan(["quick a []", "local b [0]"]),
            #"""
            model\_id = ["quick", local]
            **subtasks** = ["a", "b"]
            access\_list = [[], [0]]
            """#
        ),
        PlanSample(
            "fields with Markdown's backslashes",
            two,
            #"""
            {"steps": [{"model\_id": 0, "subtask": "Find a way.", "access\_list": []},
             {"model\_id": 2, "subtask": "Check it.", "access\_list": [0]}]}
            """#
        ),
        PlanSample(
            "typographic marks as JSON's structure",
            two,
            """
            {“steps”: [{“worker”: 0, “subtask”: “Find a way.”, “access”: []}, {”worker”: 2, \
            „subtask“: «Check it.», ‟access”: [0]}]}
            """
        ),
        PlanSample(
            "full-width structure",
            two,
            """
            ｛＂steps＂：［｛＂worker＂：０，＂subtask＂：＂Find a way.＂，＂access＂：［］｝，
            ｛「worker」：2，『subtask』：“Check it.”，"access"：【0】｝］｝
            """
        ),
        PlanSample(
            "full-width lists",
            two,
            """
            model_id ＝ ［0， 2］
            subtasks：［‘Find a way.’、 ‹Check it.›］
            access_list ＝ （［］， ［0］）
            """
        ),
        PlanSample(
            "a straight quote that a typographic one closes",
            two,
            """
            model_id = [0, 2]
            subtasks = ["Find a way.”, “Check it."]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "typographic marks inside a subtask",
            .plan(["0 „A“, «b»， ‘c’： （d）。 []", "2 Explain „Growth\" briefly. [0]"]),
            """
            model_id = [0, 2]
            subtasks = ["„A“, «b»， ‘c’： （d）。", "Explain „Growth" briefly."]
            access_list = [[], [0]]
            """
        ),
    ]

    static let literals = [
        PlanSample(
            "literals side by side",
            two,
            """
            model_id = [0, 2]
            subtasks = [
              "Find "
              'a '  # and
              "way.",
              ("Check " "it."),
            ]
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "literals with a plus",
            two,
            """
            model_id = [0, 2]
            subtasks = ["Find " + "a way.", "Check "+
              'it.']
            access_list = [[], [0]]
            """
        ),
        PlanSample(
            "prefixed literals",
            .plan(["0 Find \\nabla. []", "2 Check it. [0]"]),
            #"""
            model_id = [0, 2]
            subtasks = [r"Find \nabla.", f"Check " u'it.']
            access_list = [[], [b"0"]]
            """#
        ),
        PlanSample(
            "triple quotes",
            .plan(["0 Find \"a\"\nway. []", "2 Check \"it\" [0]"]),
            "model_id = [0, 2]\nsubtasks = [\"\"\"\nFind \"a\"\nway.\n\"\"\", '''Check \"it\"''']\n"
                + "access_list = [[], [0]]"
        ),
        PlanSample(
            "literals in an object",
            two,
            """
            {"steps": [{"worker": 0, "subtask": "Find "
              "a way.", "access": []}, {"worker": 2, "subtask": "Check " + "it." "access": [0]}]}
            """
        ),
        PlanSample(
            "quotations that are no literals",
            .plan(["0 Say \"yes\" \"no\" or \"so\" + \"so\". []", "2 The \"a\", \"b\" or c. [0]"]),
            """
            {"steps": [{"worker": 0, "subtask": "Say "yes" "no" or "so" + "so".", "access": []},
             {"worker": 2, "subtask": "The "a", "b" or c.", "access": [0]}]}
            """
        ),
    ]
}
