"""Signals at any moment, also while nobody reads the output: a run stops, and can be resumed."""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import signal
import subprocess
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event

from .dialects import CHAT, head
from .faults import expect
from .loopback import Line, Request, Server
from .program import Home, Running, wait_until
from .trials import Force, Trial

STATUS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGQUIT: 131}
PLACES = ["read", "read", "a full pipe", "a full terminal"]

QUIET_AFTER = 1.0  # from the signal on; no call begins later
ENDS_AFTER = 5.0  # from the first signal on, where the output is read
ENDS_AT_ONCE = 2.0  # from the second one on; a second, and one more for a busy machine

STEPS = 6
PLAN = "steps:\n" + "".join(
    f'  - {{worker: far, subtask: "Tell story {n}.", access: {"previous" if n else "none"}}}\n'
    for n in range(STEPS)
)


@dataclass
class Teller:
    """Tells each story in many lines, slowly, until it is told to hurry."""

    hangs: bool
    pace: float

    def __post_init__(self) -> None:
        self.hurries = Event()

    def __call__(self, request: Request, line: Line) -> None:
        lines = [f"Line {n} of a story that fills whatever nobody reads.\n" for n in range(12)]
        line.send(head(), *CHAT.opening())
        for number, words in enumerate(lines):
            line.send(CHAT.text(words))
            if self.hangs and number == 5 and not self.hurries.is_set():
                line.hang()
            if not self.hurries.wait(0):
                line.pause(self.pace)
        line.send(*CHAT.closing("".join(lines)))


def attempt(trial: Trial) -> None:
    number = trial.luck.choice(list(STATUS))
    place = trial.luck.choice(PLACES)
    teller = Teller(trial.luck.random() < 0.2, trial.luck.uniform(0.002, 0.02))
    form = trial.luck.choice(["--json", "--plain"])
    # Before the session begins, while it runs, and now and then when it has ended already.
    delay = trial.luck.choice([trial.luck.uniform(0, 0.1), trial.luck.uniform(0.1, 1)])
    trial.about = f"{number.name} after {delay:.2f} s, output {place}, {form}"
    home = trial.home()
    with Server(teller) as server, destination(place) as output:
        home.configure(
            f"""
providers: {{server: {{base_url: "{server.address}/v1"}}}}
workers: [{{name: far, provider: server, model: m}}]
"""
        )
        plan = home.write("plan.yaml", PLAN)
        running = home.start(
            *("run", form, "--conductor", str(plan), "Tell me stories."),
            output=output,
            before=without_core,
        )
        if number is signal.SIGQUIT:
            # Until the program has said otherwise, SIGQUIT belongs to the backtracer of Swift's
            # runtime, which can take seconds.
            wait_until(lambda: server.requests or running.ends_within(0), 10)
        running.ends_within(delay)
        stop(running, number, place, server)
        teller.hurries.set()
        go_on(home)


def stop(running: Running, number: signal.Signals, place: str, server: Server) -> None:
    running.signal(number)
    told = time.monotonic()
    if running.ends_within(QUIET_AFTER):
        ending = running.finish()
    else:
        calls = len(server.requests)
        more = wait_until(lambda: len(server.requests) > calls, 0.6)
        expect(not more, "no call begins later than a second after the signal", place)
        if place == "read":
            ended = running.ends_within(ENDS_AFTER - (time.monotonic() - told))
            expect(ended, "a signal ends a run whose output is read", number.name)
        running.signal(number)
        ended = running.ends_within(ENDS_AT_ONCE)
        expect(ended, "a second signal ends the process at once", f"{number.name}, output {place}")
        ending = running.finish()
    # A run that had ended before the signal came has its own status.
    expected = {STATUS[number], 0}
    expect(
        ending.shell_status in expected,
        f"the status is {STATUS[number]} after {number.name}",
        (ending.status, ending.complaint[-200:]),
    )


def go_on(home: Home) -> None:
    """Whatever there is of the session is sound, and `podium resume` brings its answer."""
    for session in home.sessions():
        home.verify(session["session"])
        if session["status"] != "answered":
            ending = home.resume(session["session"])
            expect(
                ending.status == 0, "a stopped session is resumed to its answer", ending.complaint
            )
            home.verify(session["session"])


@contextmanager
def destination(place: str) -> Iterator[int]:
    """A descriptor that takes nothing more, or the way to a pipe that is read."""
    if place == "read":
        yield subprocess.PIPE
        return
    reader, writer = os.pipe() if place == "a full pipe" else pty.openpty()
    try:
        if place == "a full pipe":
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
        else:
            tty.setraw(writer)
        fill(writer)
        yield writer
    finally:
        os.close(reader)
        os.close(writer)


def fill(descriptor: int) -> None:
    os.set_blocking(descriptor, False)
    try:
        while os.write(descriptor, b"." * 512):
            pass
    except BlockingIOError:
        pass
    # The flag belongs to the open file, which the program shares: it must wait as usual.
    os.set_blocking(descriptor, True)


def without_core() -> None:
    """SIGQUIT would leave a core file of the whole program."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


FORCE = Force("signals", "signals at any moment, with the output read or not", attempt, 16, 200)
