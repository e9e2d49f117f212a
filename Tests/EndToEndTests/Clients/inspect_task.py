"""A small evaluation of an endpoint of Podium's with Inspect.

usage: inspect_task.py LOG_FOLDER
"""

import sys

from inspect_ai import Task, eval
from inspect_ai.dataset import Sample
from inspect_ai.scorer import includes
from inspect_ai.solver import generate

task = Task(
    dataset=[Sample(input="Say it.", target="forty-two"), Sample(input="Again.", target="nothing")],
    solver=generate(),
    scorer=includes(),
)
log = eval(task, model="openai-api/podium/podium", display="none", log_dir=sys.argv[1])[0]
assert log.status == "success", log.error
assert log.results.scores[0].metrics["accuracy"].value == 0.5, log.results
