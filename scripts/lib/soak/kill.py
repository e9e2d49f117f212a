"""SIGKILL at any moment: what was shown is stored, and what was paid for is not paid for again."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .dialects import CHAT, head
from .faults import Fault, expect
from .loopback import Line, Request, Server
from .program import Home, Running
from .shim import Misfortune
from .trials import Force, Trial

EMBEDDED = [
    'Decode the Morse messages "..-. --- .-. - -.--" and "-. .. -. . - . . -."; '
    "then multiply the two numbers.",
    "Compute 2^10 - 3 * (4 + 5).",
    'How many vowels are in "listen"?',
    "Find the prime factors of 5040.",
]
OTHER = "What is 2 + 2?"  # asked before, or beside
SUBTASKS = [f"Say the word {word}." for word in ("alder", "birch", "cedar", "dogwood", "elm")]


@dataclass
class Witness:
    """What must stay true of a session, over every kill and every resumption."""

    home: Home
    question: str
    session: str = ""
    status: str = ""
    kills: int = 0
    shown: list[bytes] = field(default_factory=list)

    def saw(self, lines: list[bytes]) -> None:
        """Lines that the program printed in whole before it was killed."""
        self.shown += lines

    def check_store(self) -> list[dict[str, Any]]:
        """The killed session is listed and sound, and has every line that was shown."""
        listed = [one for one in self.home.sessions() if one["question"] == self.question]
        if not listed:
            # It was killed before it had a session, and so it has shown nothing.
            expect(not self.shown, "a shown session is listed", self.shown)
            return []
        expect(len(listed) == 1, "one question is one session", listed)
        self.session, self.status = listed[0]["session"], listed[0]["status"]
        stored = self.home.stored(self.session)
        known = set(stored)
        for line in self.shown:
            expect(line in known, "a line that was printed is stored, byte for byte", line)
        expect(
            self.status in ("interrupted", "answered"),  # not running: no lock is held any longer
            "a killed session is listed as interrupted, or as answered",
            self.status,
        )
        self.home.verify(self.session)
        return [json.loads(line) for line in stored]


def finished_agents(events: list[dict[str, Any]]) -> set[str]:
    agents = {e["attempt"]: e["agent"] for e in events if e["type"] == "attemptStarted"}
    return {agents[e["attempt"]] for e in events if e["type"] == "attemptFinished"}


def check_attempts(events: list[dict[str, Any]], kills: int) -> None:
    """Nobody who has finished is asked again, and nobody more often than there were kills."""
    agents: dict[int, str] = {}
    finished: set[str] = set()
    count: dict[str, int] = {}
    for one in events:
        if one["type"] == "attemptStarted":
            agent = agents[one["attempt"]] = one["agent"]
            count[agent] = count.get(agent, 0) + 1
            expect(agent not in finished, "a finished attempt is not made again", agent)
            expect(count[agent] <= kills + 1, "a call is repeated once a kill", (agent, kills))
        elif one["type"] == "attemptFinished":
            finished.add(agents[one["attempt"]])


def kill_after(running: Running, seconds: float) -> bool:
    """Kills after a while; whether it still ran."""
    alive = not running.ends_within(seconds)
    if alive:
        running.signal(signal.SIGKILL)
    return alive


def begun(trial: Trial) -> Witness:
    """A home in which, every other time, the store is made already: less of a run goes by then."""
    witness = Witness(trial.home(), trial.luck.choice(EMBEDDED))
    if trial.luck.random() < 0.5:
        expect(witness.home.run("run", OTHER).status == 0, "a run answers")
    return witness


def attempt(trial: Trial) -> None:
    trial.luck.choice([embedded, at_a_call, served, served])(trial)


def embedded(trial: Trial) -> None:
    """Workers inside the program, which are done in some milliseconds: kills land in the store."""
    witness = begun(trial)
    # The start takes about 50 ms, a slow machine several times that.
    delay = trial.luck.uniform(0.02, 0.12)
    trial.about = f"embedded, killed after {delay * 1000:.0f} ms: {witness.question}"
    running = witness.home.start("run", "--json", witness.question)
    witness.kills += kill_after(running, delay)
    witness.saw(running.finish().lines)
    check_attempts(go_on(trial, witness, lambda: trial.luck.uniform(0.02, 0.1)), witness.kills)


def at_a_call(trial: Trial) -> None:
    """Killed at a call of the system about the store: moments that no clock would hit."""
    witness = begun(trial)
    family = trial.luck.choice(["write", "write", "sync", "open", "lock", "map", "truncate"])
    number = int(2 ** trial.luck.uniform(0, 7))
    trial.about = f"killed at {family} {number} of the store: {witness.question}"
    misfortune = Misfortune(family, number, "kill", "/data/")
    mark = witness.home.folder / "mark"
    fallen = misfortune.environment(trial.shim, mark)
    running = witness.home.start("run", "--json", witness.question, environment=fallen)
    if trial.luck.random() < 0.5:
        # Whoever shares the store is not to suffer.
        trial.about += ", beside another run"
        neighbour = witness.home.run("run", OTHER)
        expect(neighbour.status == 0, "a run beside a killed one answers", neighbour.complaint)
    witness.saw(running.finish().lines)
    witness.kills += mark.exists()
    check_attempts(go_on(trial, witness, lambda: trial.luck.uniform(0.02, 0.1)), witness.kills)


def served(trial: Trial) -> None:
    """Workers behind a server that replies slowly; its count tells what was paid for again."""
    pace = trial.luck.uniform(0.002, 0.02)

    def reply(request: Request, line: Line) -> None:
        word = next((task for task in SUBTASKS if task in request.text), "nothing")
        line.send(head(), *CHAT.stream(*(f"{word} {n}\n" for n in range(6))), every=pace)

    home = trial.home()
    with Server(reply) as server:
        home.configure(
            f"""
providers: {{server: {{base_url: "{server.address}/v1", limits: {{concurrency: 2}}}}}}
workers: [{{name: far, provider: server, model: m, price: {{input: 1, output: 2}}}}]
pools: {{default: [far]}}
"""
        )
        # Two that run at once, one that sees both, two more that follow.
        access = ["none", "none", "[0, 1]", "previous", "all"]
        steps = "".join(
            f'  - {{worker: far, subtask: "{task}", access: {sees}}}\n'
            for task, sees in zip(SUBTASKS, access, strict=True)
        )
        plan = home.write("plan.yaml", f"steps:\n{steps}")
        witness = Witness(home, "What are they?")
        longest = 0.06 + pace * 9 * 5
        delay = trial.luck.uniform(0.03, longest)
        trial.about = f"served, {pace * 1000:.0f} ms a piece, killed after {delay * 1000:.0f} ms"
        running = home.start("run", "--json", "--conductor", str(plan), witness.question)
        witness.kills += kill_after(running, delay)
        witness.saw(running.finish().lines)
        events = go_on(trial, witness, lambda: trial.luck.uniform(0.03, longest / 2), server)
        check_attempts(events, witness.kills)
        if events:
            check_wire(events, server)


def check_wire(events: list[dict[str, Any]], server: Server) -> None:
    for task in SUBTASKS:
        attempts = sum(e["type"] == "attemptStarted" and e.get("subtask") == task for e in events)
        seen = sum(f"{task}" in last_message(request) for request in server.requests)
        # An attempt is stored before its request leaves; a kill can fall between the two.
        expect(1 <= seen <= attempts, "every request is an attempt", (task, seen, attempts))


def last_message(request: Request) -> str:
    """The subtask is in the last lines; what the step may see of others stands before."""
    text = str(request.content["messages"][-1]["content"])
    return max(SUBTASKS, key=text.rfind) if any(t in text for t in SUBTASKS) else ""


def go_on(
    trial: Trial,
    witness: Witness,
    draw: Callable[[], float],
    server: Server | None = None,
) -> list[dict[str, Any]]:
    """Resumes to the answer, with further kills on the way in one trial of two."""
    events = witness.check_store()
    if not witness.session:
        return events
    for _ in range(trial.luck.choice([0, 0, 1, 2])):
        before = paid(events, server)
        running = witness.home.start("resume", "--json", witness.session)
        delay = draw()
        trial.about += f", resumed and killed after {delay * 1000:.0f} ms"
        witness.kills += kill_after(running, delay)
        witness.saw(running.finish().lines)
        events = witness.check_store()
        check_paid(before, server)
    before = paid(events, server)
    closed = events[-1]["type"] == "sessionClosed"
    ending = witness.home.resume(witness.session)
    if not closed:
        expect(ending.status == 0, "`podium resume` ends with an answer", ending.complaint)
        witness.saw(ending.lines)
    elif ending.status < 0:
        raise Fault("`podium resume` of an answered session is no crash", ending.status)
    check_paid(before, server)
    events = witness.check_store()
    last = events[-1]
    expect(last["type"] == "sessionClosed", "a resumed session is closed", last)
    expect(last["outcome"] == "answered" and last["answer"], "it has an answer", last)
    expect(witness.status == "answered", "the list shows it as answered", witness.status)
    return events


def paid(events: list[dict[str, Any]], server: Server | None) -> dict[str, int]:
    """How often each subtask was asked whose attempt has finished."""
    if server is None:
        return {}
    done = finished_agents(events)
    tasks = {e["subtask"] for e in events if e["type"] == "attemptStarted" and e["agent"] in done}
    return {task: asked(server, task) for task in tasks}


def check_paid(before: dict[str, int], server: Server | None) -> None:
    if server is not None:
        for task, count in before.items():
            expect(asked(server, task) == count, "what was finished is not paid for again", task)


def asked(server: Server, task: str) -> int:
    return sum(last_message(request) == task for request in server.requests)


FORCE = Force("kill", "SIGKILL at any moment, then resume", attempt, short=20, long=400)
