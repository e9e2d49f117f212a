"""Descriptors that are missing from the start, or that there are too few of."""

from __future__ import annotations

import os
import resource
import sqlite3
from itertools import combinations

from .faults import expect
from .program import Ending, Home
from .trials import Force, Trial

CLOSED = [some for count in range(4) for some in combinations((0, 1, 2), count)]
LIMITS = range(6, 41)
COMMANDS = [
    ["run", "What is 17 * 23?"],
    ["run", "--json", "What is 17 * 23?"],
    ["run", "--json", "-"],
    ["sessions", "list"],
    ["sessions", "show", "2"],
    ["doctor", "--offline"],
    ["models"],
]


def attempt(trial: Trial) -> None:
    """All combinations in turn, with one command after the other; then the limits."""
    home = trial.home()
    if trial.number % 2 == 0:
        turn = trial.number // 2
        missing = CLOSED[turn % len(CLOSED)]
        # The first rounds run a question: that is where a database could take a stream's place.
        command = COMMANDS[(turn // len(CLOSED)) % len(COMMANDS)]
        trial.about = f"without {missing or 'nothing'}: {' '.join(command)}"
        ending = start_without(home, missing, command)
        check_ending(ending, is_told=2 not in missing and command[0] != "doctor")
    else:
        limit = trial.luck.choice(LIMITS)
        command = trial.luck.choice(COMMANDS)
        trial.about = f"at most {limit} descriptors: {' '.join(command)}"
        # The doctor's findings are its output.
        check_ending(start_limited(home, limit, command), is_told=command[0] != "doctor")
    check_files(home)
    ending = home.run("run", "What is 2 + 2?")
    expect(ending.status == 0, "the next run works", ending.complaint)
    home.verify()


def start_without(home: Home, missing: tuple[int, ...], command: list[str]) -> Ending:
    def close() -> None:
        for descriptor in missing:
            os.close(descriptor)

    return home.run(*command, input=b"What is 17 * 23?\n", before=close)


def start_limited(home: Home, limit: int, command: list[str]) -> Ending:
    def lower() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))

    return home.run(*command, input=b"What is 17 * 23?\n", before=lower)


def check_ending(ending: Ending, is_told: bool) -> None:
    expect(ending.status >= 0, "it dies of no signal", (ending.status, ending.complaint))
    expect("*** Signal" not in ending.complaint, "it reports no crash", ending.complaint)
    if ending.status != 0 and is_told:
        lines = ending.complaint.splitlines()
        expect(
            len(lines) == 1 and lines[0].startswith("podium: "),
            "a failure is one sentence that begins with `podium: `",
            (ending.status, ending.complaint),
        )


def check_files(home: Home) -> None:
    """The database is whole, and nothing that was meant for a stream stands in any file."""
    for path in (path for path in home.data.rglob("*") if path.is_file()):
        content = path.read_bytes()
        expect(b"podium: " not in content, "no message is written to a file", path.name)
        if path.name == "podium.sqlite" and content:
            expect(
                content.startswith(b"SQLite format 3\0"),
                "the database's head is whole",
                content[:40],
            )
            expect(integrity(home) == "ok", "the database is whole", integrity(home))
        if path.suffix == ".lock":
            expect(b"ession" not in content, "a lock's file holds no text", content[:80])
    home.verify()


def integrity(home: Home) -> str:
    connection = sqlite3.connect(home.data / "podium.sqlite")
    try:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


FORCE = Force("descriptors", "closed or too few descriptors", attempt, 3 * len(CLOSED), 400)
