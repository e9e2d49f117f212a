"""The program on trial: started in a home of its own, with a limit on its time, and measured."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from .faults import Fault

#: What a run may take before it counts as hung, on a busy machine.
LIMIT = 30.0  # a database that is held is waited for 15 s before a session begins

Input = bytes | IO[bytes] | int | None


@dataclass(frozen=True)
class Ending:
    """How a run of the program ended, and what it wrote."""

    status: int  # negative: the signal that killed it
    output: bytes
    errors: bytes
    peak: int  # resident memory, in bytes

    @property
    def shell_status(self) -> int:
        """The status as a shell tells it: 128 and the signal's number after a death by signal."""
        return self.status if self.status >= 0 else 128 - self.status

    @property
    def lines(self) -> list[bytes]:
        """The lines of the output that were printed in whole."""
        return self.output.split(b"\n")[:-1]

    @property
    def complaint(self) -> str:
        return self.errors.decode("utf-8", "replace")

    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines]


@dataclass
class Running:
    """A started program. Its output is read all along, so that a full pipe never holds it."""

    process: subprocess.Popen[bytes]
    readers: list[threading.Thread] = field(default_factory=list)
    written: dict[str, bytearray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("stdout", "stderr"):
            stream = getattr(self.process, name)
            self.written[name] = bytearray()
            if stream is not None:
                reader = threading.Thread(target=self._read, args=(name, stream), daemon=True)
                reader.start()
                self.readers.append(reader)

    def _read(self, name: str, stream: IO[bytes]) -> None:
        with stream:
            while piece := os.read(stream.fileno(), 65536):
                self.written[name] += piece

    @property
    def output(self) -> bytes:
        return bytes(self.written["stdout"])

    def signal(self, number: int) -> None:
        # Not `send_signal`, which collects an ended process first, and its usage would be lost.
        if self.process.returncode is None:
            os.kill(self.process.pid, number)

    @property
    def is_stopped(self) -> bool:
        """Whether a signal such as SIGTSTP has stopped it."""
        # The name before the state is in parentheses and may hold anything.
        state = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state == "T"

    def wait_for(self, holds: Callable[[bytes], object], limit: float = LIMIT) -> bool:
        """Waits until something holds of the output, or the output ends."""
        ends = time.monotonic() + limit
        while not holds(self.output):
            if time.monotonic() > ends or not any(reader.is_alive() for reader in self.readers):
                return bool(holds(self.output))
            time.sleep(0.002)
        return True

    def ends_within(self, seconds: float) -> bool:
        if self.process.returncode is not None:
            return True
        watched = os.pidfd_open(self.process.pid)
        try:
            return bool(select.select([watched], [], [], max(0, seconds))[0])
        finally:
            os.close(watched)

    def end(self) -> None:
        """Whatever it is at: nothing of a trial outlives it."""
        if self.process.returncode is None:
            self.signal(signal.SIGKILL)
            self.finish()

    def finish(self, limit: float = LIMIT) -> Ending:
        """Waits for the end. A program that does not come to it is killed, and that is a fault."""
        hung = not self.ends_within(limit)
        if hung:
            self.signal(signal.SIGKILL)
        # Not `Popen.wait`: only wait4 tells the memory of this process alone.
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        for reader in self.readers:
            reader.join(5)
        if hung:
            raise Fault(
                f"the program ends within {limit:g} s", bytes(self.written["stderr"][-300:])
            )
        return Ending(
            self.process.returncode,
            self.output,
            bytes(self.written["stderr"]),
            usage.ru_maxrss * 1024,
        )


@dataclass(frozen=True)
class Program:
    """The executable, and the checkout whose plans, themes and sessions it reads."""

    path: Path
    share: Path


@dataclass(frozen=True)
class Home:
    """A home, a configuration and a data folder of one trial's own."""

    program: Program
    folder: Path
    started: list[Running] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in ("home", "config/podium"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def environment(self) -> dict[str, str]:
        """All that the program gets to see; no key with which it could spend money."""
        inherited = {k: os.environ[k] for k in ("PATH", "LD_LIBRARY_PATH") if k in os.environ}
        return inherited | {
            "HOME": str(self.folder / "home"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "PODIUM_DATA": str(self.data),
            "PODIUM_SHARE": str(self.program.share),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "NO_PROXY": "127.0.0.1",
            "no_proxy": "127.0.0.1",
        }

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def configure(self, text: str | bytes) -> Path:
        return self.write("config/podium/config.yaml", text)

    def start(
        self,
        *arguments: str | bytes,
        input: Input = None,
        output: int = subprocess.PIPE,
        errors: int = subprocess.PIPE,
        environment: Mapping[str, str | bytes] | None = None,
        before: Callable[[], None] | None = None,
    ) -> Running:
        """Starts the program in a session of its own: no terminal, no other's signals."""
        stdin: IO[bytes] | int = subprocess.DEVNULL
        if isinstance(input, bytes):
            stdin = self.write("input", input).open("rb")
        elif input is not None:
            stdin = input
        process = subprocess.Popen(
            [self.program.path, *arguments],
            stdin=stdin,
            stdout=output,
            stderr=errors,
            env={**self.environment, **(environment or {})},
            cwd=self.folder,
            start_new_session=True,
            preexec_fn=before,
        )
        if isinstance(input, bytes) and not isinstance(stdin, int):
            stdin.close()
        running = Running(process)
        self.started.append(running)
        return running

    def run(self, *arguments: str | bytes, limit: float = LIMIT, **how: Any) -> Ending:
        return self.start(*arguments, **how).finish(limit)

    # What is asked of a store after whatever was done to it.

    def sessions(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._read("sessions", "list", "--json").lines]

    def stored(self, session: str) -> list[bytes]:
        return self._read("sessions", "show", session, "--json").lines

    def _read(self, *arguments: str) -> Ending:
        ending = self.run(*arguments)
        if ending.status != 0:
            raise Fault(f"`podium {' '.join(arguments)}` reads the store", ending.complaint)
        return ending

    def verify(self, *sessions: str) -> None:
        """Every session (or those named) is sound, and nothing of a lock is held any longer."""
        for session in sessions or [one["session"] for one in self.sessions()]:
            ending = self.run("sessions", "verify", session)
            if ending.status != 0 or b" is sound: " not in ending.output:
                raise Fault(
                    f"`podium sessions verify {session}` says sound",
                    ending.complaint + ending.output.decode("utf-8", "replace"),
                )

    def resume(self, session: str) -> Ending:
        return self.run("resume", "--json", session)


def wait_until(holds: Callable[[], object], limit: float) -> bool:
    ends = time.monotonic() + limit
    while not holds():
        if time.monotonic() > ends:
            return False
        time.sleep(0.005)
    return True
