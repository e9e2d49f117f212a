"""Files that Podium writes over while calls fail or it is killed: the old state, or the new one."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .dialects import head
from .faults import expect
from .files import is_one_sentence
from .loopback import Line, Request, Server
from .program import Home
from .shim import Misfortune
from .trials import Force, Trial

FAULTS = ["kill", "kill", "ENOSPC", "EIO", "EACCES", "EINTR", "short"]
CONFIGURATION = """# By hand.
providers:
  other:
    base_url: "http://127.0.0.1:9/v1"
workers:
  - {name: far, provider: other, model: m}
"""


@dataclass(frozen=True)
class Rewriting:
    """A command that changes something for good, and how to read what there is."""

    prepare: Callable[[Home], object]
    command: list[str]
    read: Callable[[Home], bytes]


def attempt(trial: Trial) -> None:
    luck = trial.luck
    with catalogue() as server:
        rewriting = luck.choice(rewritings(f"{server.address}/v1"))
        fault = luck.choice(FAULTS)
        family = luck.choice(
            ["write", "sync", "open", "rename", "remove", "truncate", "make", "lock"]
        )
        number = int(2 ** luck.uniform(0, 5))
        lasting = fault not in ("kill", "EINTR") and luck.random() < 0.4
        trial.about = f"{family} {number}{' and on' if lasting else ''}: {fault};"
        trial.about += f" podium {' '.join(rewriting.command)}"

        # The same without the fault, to know what either state looks like.
        twin = trial.home("twin")
        rewriting.prepare(twin)
        before = rewriting.read(twin)
        done = twin.run(*rewriting.command)
        expect(done.status == 0, "the command works", done.complaint)
        after = rewriting.read(twin)

        home = trial.home()
        rewriting.prepare(home)
        known = fault in ("kill", "short")
        what = Misfortune(
            family,
            number,
            fault if known else str(getattr(errno, fault)),
            str(home.folder),
            lasting,
        )
        mark = home.folder.parent / "mark"
        ending = home.run(*rewriting.command, environment=what.environment(trial.shim, mark))
        state = rewriting.read(home)
        told = (ending.status, ending.complaint)
        expect(state in (before, after), "the old state or the new one, nothing between", state)
        if ending.status == 0:
            expect(state == after, "status 0 has changed it", state)
        elif fault == "kill":
            expect(ending.status == -9, "it dies of no other signal", told)
        else:
            expect(is_one_sentence(ending.complaint), "one sentence tells what failed", told)
        again = home.run(*rewriting.command)
        expect(again.status == 0, "without the fault it works", again.complaint)
        expect(rewriting.read(home) == after, "and the state is the new one", rewriting.read(home))


@contextmanager
def catalogue() -> Iterator[Server]:
    """A server that tells which models it has."""
    content = json.dumps({"object": "list", "data": [{"id": "m1", "object": "model"}]}).encode()

    def reply(request: Request, line: Line) -> None:
        line.send(head("200 OK", "application/json", len(content)), content)

    with Server(reply) as server:
        yield server


def rewritings(address: str) -> list[Rewriting]:
    add = ["setup", "--add", "--server", address]
    update = ["prices", "update", "--from", "new.json"]
    return [
        Rewriting(lambda home: home.configure(CONFIGURATION), add, configuration),
        Rewriting(priced, update, lambda home: output(home, "prices", "list", "--model", "soak")),
        Rewriting(
            lambda home: output(home, "run", "What is 2 + 2?"),
            ["sessions", "verdict", "2", "right"],
            lambda home: str([one.get("verdict") for one in home.sessions()]).encode(),
        ),
    ]


def configuration(home: Home) -> bytes:
    """The file, which can be read, and whose copy, if there is one, is the file before."""
    copy = home.folder / "config/podium/config.yaml.bak"
    if copy.exists():
        expect(copy.read_text() == CONFIGURATION, "the copy is the file before", copy.read_text())
    output(home, "config", "check")
    return (home.folder / "config/podium/config.yaml").read_bytes()


def priced(home: Home) -> None:
    for name, price in {"old.json": 1e-6, "new.json": 3e-6}.items():
        row = {"input_cost_per_token": price, "output_cost_per_token": price, "mode": "chat"}
        home.write(name, json.dumps({"soak-model": {**row, "litellm_provider": "openai"}}))
    output(home, "prices", "update", "--from", "old.json")


def output(home: Home, *arguments: str) -> bytes:
    ending = home.run(*arguments)
    expect(ending.status == 0, f"`podium {' '.join(arguments)}` works", ending.complaint)
    return ending.output


FORCE = Force("rewrite", "files written over while calls fail", attempt, short=10, long=300)
