"""Hostile texts wherever a text is taken: nothing of them reaches a terminal as more than text."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator

from .dialects import CHAT, event, head
from .faults import expect
from .hostile import Hostile, check_clean
from .loopback import Line, Request, Server
from .program import Ending, Home
from .trials import Force, Trial

Place = Callable[[Trial, Home, Hostile], Iterator[Ending]]

ASKED = "What is 17 * 23?"
VARIABLES = [
    "TERM",
    "COLORTERM",
    "LC_ALL",
    "LANG",
    "TERM_PROGRAM",
    "COLORFGBG",
    "EDITOR",
    "PAGER",
    "TZ",
]
FORMS = ["--json", "--plain"]


def told_again(home: Home) -> Iterator[Ending]:
    """All that reads a session again."""
    yield home.run("sessions", "list")
    yield home.run("sessions", "list", "--json")
    for session in home.sessions():
        name = session["session"]
        yield home.run("sessions", "show", name)
        yield home.run("replay", name, "--plain")
        yield home.run("watch", name)
        yield home.run("sessions", "show", name, "--json")
        home.verify(name)


def question(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    form = trial.luck.choice(FORMS)
    match trial.luck.choice(["argument", "input", "file", "long"]):
        case "argument":
            yield home.run("run", form, b"--", hostile.argument)
        case "input":
            yield home.run("run", form, "-", input=hostile.encoded)
        case "file":
            home.write("question", hostile.encoded)
            yield home.run("run", form, "--file", "question")
        case _:
            yield home.run(
                "run", form, "-", input=hostile.encoded * (2**18 // len(hostile.encoded))
            )
    yield from told_again(home)


def reply(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    """As JSON strings with escapes, as raw bytes within them, as an error, and as thoughts."""
    way = trial.luck.choice(["escaped", "raw", "error", "thought", "model"])
    trial.about += f", {way}"

    def say(request: Request, line: Line) -> None:
        pieces = [hostile.text[n : n + 7] for n in range(0, len(hostile.text), 7)]
        match way:
            case "escaped":
                line.send(CHAT.reply(*pieces))
            case "raw":
                marked = CHAT.reply("391 PLACE")
                line.send(marked.replace(b"PLACE", hostile.encoded.replace(b'"', b"")))
            case "error":
                line.send(head("400 No", "application/json"), CHAT.error(hostile.text))
            case "thought":
                thought = {"choices": [{"delta": {"reasoning_content": hostile.text}}]}
                line.send(head(), event(thought), *CHAT.stream("391"))
            case _:
                end = {
                    "choices": [{"delta": {}, "finish_reason": hostile.text}],
                    "model": hostile.text,
                }
                line.send(head(), CHAT.text("391"), event(end), event("[DONE]"))

    with Server(say) as server:
        home.configure(
            f'providers: {{server: {{base_url: "{server.address}/v1"}}}}\n'
            "workers: [{name: far, provider: server, model: m}]\n"
            "limits: {retries: 0}\n"
        )
        plan = home.write("plan.yaml", 'steps: [{worker: far, subtask: "Do it."}]\n')
        yield home.run("run", trial.luck.choice(FORMS), "--conductor", str(plan), ASKED)
    yield from told_again(home)


def plan(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    """In the words of a conductor, and in a plan file."""
    word = json.dumps(hostile.text)

    def say(request: Request, line: Line) -> None:
        line.send(
            CHAT.reply(f"model_id = [0]\nsubtasks = [{word}]\naccess_list = [[]]\n", hostile.text)
        )

    with Server(say) as server:
        home.configure(
            f'providers: {{server: {{base_url: "{server.address}/v1"}}}}\n'
            "workers: [{name: far, provider: server, model: m}]\n"
            "conductor: {kind: prompted, worker: far}\nlimits: {retries: 0}\n"
        )
        yield home.run("run", trial.luck.choice(FORMS), ASKED)
        home.write(
            "plan.yaml", f"steps: [{{worker: far, subtask: {word}}}]\n".encode() + hostile.broken
        )
        yield home.run("run", "--conductor", "plan.yaml", ASKED)
    yield from told_again(home)


def configuration(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    word = json.dumps(hostile.scalars, ensure_ascii=trial.luck.random() < 0.5)
    member = trial.luck.choice(["name", "model", "strengths", "provider", "tags", "nonsense"])
    trial.about += f", {member}"
    values = {"name": '"far"', "provider": "embedded", "model": "reckoner", member: word}
    if member == "tags":
        values["tags"] = f"[{word}]"
    worker = ", ".join(f"{key}: {value}" for key, value in values.items())
    text = f"workers: [{{{worker}}}]\n{word if member == 'nonsense' else 'theme'}: {word}\n"
    home.configure(text.encode() + hostile.broken if trial.luck.random() < 0.8 else hostile.encoded)
    for command in (
        ["config"],
        ["config", "check"],
        ["models"],
        ["run", ASKED],
        ["doctor", "--offline"],
    ):
        yield home.run(*command)


def arguments(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    word = hostile.argument
    yield home.run("run", ASKED)
    for command in (
        ["sessions", "show", word],
        ["sessions", "verify", word],
        ["sessions", "verdict", word, "right"],
        ["sessions", "verdict", "2", word],
        ["replay", "--plain", word],
        ["watch", word],
        ["resume", word],
        ["override", "2", word],
        ["override", "--author", word[:60], "2", "approve"],
        ["prices", "list", "--vendor", word],
        ["prices", "list", "--model", word],
        ["models", "--pool", word],
        ["run", "--workers", word, ASKED],
        ["run", "--conductor", word, ASKED],
        ["run", b"--" + word, ASKED],
        ["themes", "show", word],
        [word],
    ):
        yield home.run(*command)


def recording(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    """In every string of a recorded session, one after the other."""
    lines = home.run("run", "--json", ASKED).lines
    place = trial.luck.randrange(len(lines))
    parts = lines[place].split(b'"')
    # Every second part is a string; those with a backslash before their end are left alone.
    spot = trial.luck.randrange(len(parts) // 2) * 2 + 1
    word = json.dumps(hostile.text)[1:-1].encode()
    parts[spot] = word if trial.luck.random() < 0.7 else hostile.encoded
    lines[place] = b'"'.join(parts)
    home.write("session.jsonl", b"\n".join(lines) + b"\n" + hostile.broken)
    for command in (["sessions", "verify"], ["replay", "--plain"], ["replay", "--json"]):
        yield home.run(*command, "session.jsonl")


def prices(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    row = {
        "input_cost_per_token": 1e-6,
        "output_cost_per_token": 2e-6,
        "litellm_provider": "openai",
    }
    content = {"openai/" + hostile.text: row, "gpt-x": {**row, "litellm_provider": hostile.text}}
    raw = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass") + hostile.broken
    home.write("prices.json", raw if trial.luck.random() < 0.5 else json.dumps(content))
    yield home.run("prices", "update", "--from", "prices.json")
    yield home.run("prices", "list")
    yield home.run("doctor", "--offline")


def surroundings(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    changes = {name: hostile.argument for name in trial.luck.sample(VARIABLES, 3)}
    yield home.run("doctor", "--offline", environment=changes)
    yield home.run("run", ASKED, environment=changes)
    folder = os.fsencode(home.folder) + b"/" + hostile.path
    for name in ("PODIUM_DATA", "XDG_CONFIG_HOME", "HOME", "PODIUM_SHARE"):
        for command in (["config", "path"], ["doctor", "--offline"], ["run", ASKED]):
            yield home.run(*command, environment={name: folder})


def themes(trial: Trial, home: Home, hostile: Hostile) -> Iterator[Ending]:
    folder = os.fsencode(home.folder) + b"/config/podium/themes"
    os.makedirs(folder)
    with open(folder + b"/" + hostile.path + b".yaml", "wb") as file:
        file.write(
            b"name: " + json.dumps(hostile.scalars).encode() + b"\npalette: " + hostile.encoded
        )
    yield home.run("themes")
    yield home.run("themes", "show", hostile.path)


PLACES: list[Place] = [
    *(
        question,
        reply,
        reply,
        plan,
        configuration,
        arguments,
        recording,
        prices,
        surroundings,
        themes,
    )
]


def attempt(trial: Trial) -> None:
    place = PLACES[trial.number % len(PLACES)]
    hostile = Hostile.draw(trial.luck)
    trial.about = f"{place.__name__}: {hostile.encoded!r}"
    for ending in place(trial, trial.home(), hostile):
        expect(ending.status >= 0, "it dies of no signal", (ending.status, ending.complaint))
        check_clean("standard output", ending.output)
        check_clean("standard error", ending.errors)


FORCE = Force("text", "hostile texts wherever a text is taken", attempt, 2 * len(PLACES), 400)
