"""Calls of the system that fail: an answer all the same, or one sentence; never a broken store."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from .faults import Fault, expect
from .program import Ending, Home
from .shim import Misfortune
from .trials import Force, Trial

QUESTION = "What is 17 * 23?"
ANSWER = b"391"

FAULTS = {
    "write": ["ENOSPC", "EIO", "EDQUOT", "EFBIG", "EINTR", "short"],
    "read": ["EIO", "EINTR", "short"],
    "sync": ["EIO", "ENOSPC", "EINTR"],
    "open": ["EMFILE", "ENFILE", "EACCES", "EIO", "EINTR", "ENOSPC"],
    "truncate": ["EIO", "ENOSPC", "EINTR"],
    "rename": ["EIO", "EACCES", "EROFS"],
    "remove": ["EIO", "EACCES", "EROFS"],
    "make": ["EIO", "EACCES", "EROFS", "ENOSPC"],
    "lock": ["EINTR", "EAGAIN", "ENOLCK", "EIO"],
    "map": ["ENOMEM", "EIO", "EACCES"],
}
FAMILIES = (
    ["write"] * 6
    + ["sync"] * 2
    + ["open"] * 3
    + ["read", "lock"] * 2
    + [
        "truncate",
        "rename",
        "remove",
        "make",
        "map",
    ]
)
# Who is told these at every call would wait for ever, and is right to.
ONCE = ("EINTR", "EAGAIN")
GENTLE = ("EINTR", "EAGAIN", "short")  # a program that goes on by the rules notices nothing

ASKING = [["run", "--json", QUESTION], ["run", QUESTION], ["record", "tape.jsonl", QUESTION]]
READING = [
    ["sessions", "list"],
    ["sessions", "show", "2"],
    ["sessions", "show", "2", "--json"],
    ["sessions", "verify", "2"],
    ["sessions", "verdict", "2", "right"],
    ["replay", "2", "--plain"],
    ["resume", "2"],
    ["scores"],
    ["prices", "list"],
    ["models"],
    ["config"],
]


@dataclass(frozen=True)
class Case:
    """A command, and what befalls it."""

    command: list[str]
    misfortune: Misfortune

    @property
    def asks(self) -> bool:
        return self.command in ASKING

    @property
    def loses_output(self) -> bool:
        """Whether standard output cannot be written, so that success would be a lie."""
        return self.misfortune.files == "stdout" and self.misfortune.fault not in GENTLE + (
            "EPIPE",
        )

    @property
    def loses_errors(self) -> bool:
        """Whether standard error cannot be written either, so that nothing can be told."""
        return self.misfortune.family == "write" and not self.misfortune.files


def draw(trial: Trial) -> Case:
    luck = trial.luck
    family = luck.choice(FAMILIES)
    asks = luck.random() < 0.6
    command = luck.choice(ASKING if asks else READING)
    places = ["", "/data/", "podium.sqlite", "-wal", "-shm", "locks/"]
    if family == "write":
        places += ["stdout"] * 4
    files = luck.choice(places)
    faults = FAULTS[family] + (["EPIPE", "EAGAIN"] if files == "stdout" else [])
    fault = luck.choice(faults)
    lasting = fault not in ONCE and luck.random() < 0.4
    # Most calls are early ones, and each of those does something else.
    number = int(2 ** luck.uniform(0, 6))
    return Case(command, Misfortune(family, number, fault, files, lasting))


def attempt(trial: Trial) -> None:
    case = draw(trial)
    what = case.misfortune
    trial.about = (
        f"{what.family} {what.number}{' and on' if what.lasting else ''} of"
        f" {what.files or 'any file'}: {what.fault}; podium {' '.join(case.command)}"
    )
    home = trial.home()
    usual = None
    if not case.asks:
        first = home.run("run", QUESTION)
        expect(first.status == 0, "a run without a fault answers", first.complaint)
        usual = home.run(*case.command)
    mark = home.folder / "mark"
    number = what.fault if what.fault == "short" else str(getattr(errno, what.fault))
    fallen = Misfortune(what.family, what.number, number, what.files, what.lasting)
    ending = home.run(*case.command, environment=fallen.environment(trial.shim, mark))
    check_ending(case, ending, usual, happened=mark.exists())
    check_store(home, case, ending)


def check_ending(case: Case, ending: Ending, usual: Ending | None, happened: bool) -> None:
    """`usual` is how a command that asks nothing ended when nothing failed."""
    told = (ending.status, ending.complaint)
    normal = usual.status if usual is not None else 0
    expect(ending.status >= 0, "it dies of no signal", told)
    if not happened:
        expect(ending.status == normal, "nothing failed, and it ends as usual", told)
    elif case.misfortune.fault == "EPIPE":
        return  # whoever stops reading has seen enough
    elif case.loses_output:
        expect(ending.status != 0, "output that is lost is no success", told)
    elif case.misfortune.fault in GENTLE and case.misfortune.family in ("read", "write"):
        expect(
            ending.status == normal, f"a call that says {case.misfortune.fault} is made again", told
        )
    if ending.status != 0:
        expect(
            case.loses_errors or is_one_sentence(ending.complaint),
            "one sentence tells what failed",
            told,
        )
    elif usual is None:
        expect(ANSWER in ending.output, "status 0 has the answer", ending.output[-200:])
    else:
        expect(ending.output == usual.output, "status 0 has the usual output", ending.output[-200:])


def is_one_sentence(complaint: str) -> bool:
    """A message, and perhaps a line of advice; what was done or waited for before does not count."""
    lines = [line for line in complaint.splitlines() if not line.startswith("podium: Waiting for ")]
    while lines and not lines[0].startswith("podium: "):
        lines.pop(0)
    starts = [line.startswith("podium: ") for line in lines]
    return sum(starts) == 1 and len(lines) <= 2 and len(lines[0]) > 30


def check_store(home: Home, case: Case, ending: Ending) -> None:
    """Without the fault all is well again, and what was printed is there."""
    try:
        sessions = home.sessions()
    except Fault:
        # Worse than a list that fails would be a store in which nothing can be run any longer.
        check_next(home)
        raise
    home.verify()
    if case.command == ASKING[0]:
        stored = home.stored(sessions[0]["session"]) if sessions else []
        for line in ending.lines:
            expect(line in stored, "a line that was printed is stored", line)
        if ending.status == 0:
            expect(ending.lines == stored, "status 0 has every line", len(ending.lines))
    for session in sessions:
        if session["status"] != "answered":
            again = home.resume(session["session"])
            expect(again.status == 0, "without the fault it is resumed", again.complaint)
    check_next(home)


def check_next(home: Home) -> None:
    again = home.run("run", QUESTION)
    expect(again.status == 0 and ANSWER in again.output, "the next run answers", again.complaint)
    home.verify()


FORCE = Force("io", "calls of the system that fail", attempt, short=14, long=800)
