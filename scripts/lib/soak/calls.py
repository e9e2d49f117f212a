"""Servers that reply badly in every way: an answer by somebody else, or one clear sentence."""

from __future__ import annotations

import socket
import string
from contextlib import ExitStack
from typing import Any

from .dialects import Dialect
from .faults import expect
from .loopback import Line, Request, Server
from .misechoes import echo_kinds
from .misreplies import Call, Kind, connection_kinds, http_kinds
from .misstreams import end_kinds, text_kinds
from .program import Ending
from .trials import Force, Trial

KINDS = [*connection_kinds(), *http_kinds(), *text_kinds(), *end_kinds(), *echo_kinds()]
MEMORY = 300 * 2**20
LIMIT = 60.0  # a few calls of at most 2 s each, and what is waited between them

QUESTION = "What is 17 * 23?"
PLAN = """
steps:
  - {worker: far, subtask: "Compute 17 * 23."}
  - {worker: far, subtask: "Compute 17 * 23 once more.", access: previous}
"""


#: Every other kind comes first: enough for a short run.
ORDER = [*range(0, len(KINDS), 2), *range(1, len(KINDS), 2)]


def attempt(trial: Trial) -> None:
    turn, number = divmod(trial.number, len(KINDS))
    place = ORDER[number]
    kind = KINDS[place]
    dialect = kind.dialects[(turn + place) % len(kind.dialects)]
    # Whoever fails once is tried again; whoever fails always is given up.
    lasting = trial.luck.random() < 0.6
    retries = trial.luck.choice([0, 1])
    key = "sk-soak-" + "".join(trial.luck.choices(string.ascii_letters + string.digits, k=24))
    trial.about = f"{kind.name} ({dialect.name}, {'always' if lasting else 'once'})"

    def reply(request: Request, line: Line) -> None:
        call = Call(request, line, dialect, key)
        if lasting or request.number == 1:
            kind.send(call)
        else:
            call.send(call.well())

    def greet(line: Line) -> None:
        if kind.name == "reset before the request is read":
            line.reset()

    home = trial.home()
    with ExitStack() as stack:
        server = stack.enter_context(Server(reply, greet))
        address = unused_address() if kind.name == "refused" else server.address
        home.configure(configuration(address, dialect, retries))
        plan = home.write("plan.yaml", PLAN)
        ending = home.run(
            *("run", "--json", "--conductor", str(plan), QUESTION),
            environment={"SOAK_KEY": key},
            limit=LIMIT,
        )
        check_ending(ending)
        requests = len(server.requests)
        sent_key = any(key in r.headers.get(dialect.key_field, "") for r in server.requests)
    home.verify(ending.events()[0]["session"])
    check_secret(key, "standard output", ending.output)
    check_secret(key, "standard error", ending.errors)
    for path in (path for path in home.folder.rglob("*") if path.is_file()):
        check_secret(key, str(path.relative_to(home.folder)), path.read_bytes())
    check_first(ending.events(), kind)
    count = sent(ending.events())
    if kind.deaf:
        expect(requests <= count, "every request is an attempt", (requests, count))
    else:
        expect(sent_key, "the key goes to its own server", dialect.key_field)
        expect(
            requests == count,
            "requests on the wire are the attempts of the history",
            (requests, count),
        )


def configuration(address: str, dialect: Dialect, retries: int) -> str:
    path = "v1beta" if dialect.name == "gemini" else "v1"
    return f"""
providers:
  server:
    base_url: "{address}/{path}"
    dialect: {dialect.name}
    key_env: SOAK_KEY
    timeouts: {{connect: 1s, idle: 500ms, total: 2s}}
    max_reply_bytes: 1048576
workers:
  - {{name: far, provider: server, model: m, price: {{input: 1, output: 2}}, fallbacks: [near]}}
  - {{name: near, provider: embedded, model: reckoner}}
limits: {{retries: {retries}, fallbacks: 1}}
"""


def unused_address() -> str:
    """An address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def check_ending(ending: Ending) -> None:
    expect(
        ending.status in (0, 1),
        "the run ends with status 0 or 1",
        (ending.status, ending.complaint),
    )
    expect(ending.peak < MEMORY, "memory stays below 300 MB", f"{ending.peak / 2**20:.0f} MB")
    last = ending.events()[-1]
    expect(last["type"] == "sessionClosed", "the session is closed", last)
    if ending.status == 0:
        expect(last.get("answer"), "status 0 has an answer", last)
    else:
        expect(ending.complaint.startswith("podium: "), "a failure is told", ending.complaint)


def check_first(events: list[dict[str, Any]], kind: Kind) -> None:
    """The first call of the far worker meets the kind in any case, and ends as it has to."""
    first = next(
        e["attempt"] for e in events if e["type"] == "attemptStarted" and e["worker"] == "far"
    )
    ends = ("attemptFinished", "attemptFailed")
    end = next(e for e in events if e["type"] in ends and e["attempt"] == first)
    if kind.works is not None:
        finished = end["type"] == "attemptFinished"
        expect(finished == kind.works, "what is no reply fails, and what is one counts", end)


def check_secret(key: str, place: str, written: bytes) -> None:
    """Neither the key nor a half of it, in letters of any size."""
    middle = len(key) // 2
    lower = written.lower()
    for part in (key, key[:middle], key[middle:], key[-12:]):
        where = lower.find(part.lower().encode())
        around = written[max(0, where - 40) : where + 60]
        expect(where < 0, f"no part of the key is in {place}", around)


def sent(events: list[dict[str, Any]]) -> int:
    """The attempts of the far worker whose request has left."""
    held: set[int] = set()
    far: set[int] = set()
    for one in events:
        match one["type"]:
            case "attemptStarted" if one["worker"] == "far":
                far.add(one["attempt"])
            case "attemptHeld":
                held.add(one["attempt"])
            case "attemptSent":
                held.discard(one["attempt"])
    return len(far - held)


FORCE = Force("calls", "servers that reply badly", attempt, short=len(KINDS) // 2, long=6 * len(KINDS))
