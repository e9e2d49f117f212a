"""A pseudo-terminal for the program: typed at, resized, and looked at when it is given back."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import termios
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType

from .faults import expect
from .program import Home, Running

# What a program turns on for itself and off for whoever comes next: mouse reports, bracketed paste,
# reports of focus, the alternate screen, keypad and cursor keys.
MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
ALTERNATE = {1047, 1049, 47}
MOUSE = {1000, 1002, 1003, 1006, 1015}
BORROWED = ALTERNATE | MOUSE | {1, 1004, 2004, 2026, 2031}
CURSOR = 25


@dataclass
class Terminal:
    """The control side of the terminal. What the program writes is read all along."""

    written: bytearray = field(default_factory=bytearray)

    def __enter__(self) -> Terminal:
        self.control, self.line = pty.openpty()
        # A write must not wait for a program that does not read, and the flag holds for reads, too.
        os.set_blocking(self.control, False)
        self.before = termios.tcgetattr(self.line)
        self.resize(36, 120)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # With the last descriptor of the line its reader ends, and the other side can be closed.
        os.close(self.line)
        self._reader.join(5)
        os.close(self.control)

    def _read(self) -> None:
        try:
            while select.select([self.control], [], [])[0]:
                self.written += os.read(self.control, 65536)
        except OSError:
            pass  # nobody has the line any longer

    def start(self, home: Home, *arguments: str, kind: str) -> Running:
        """Starts the program as a terminal's window does: leading a session with this terminal."""

        def take() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        return home.start(
            *arguments,
            input=self.line,
            output=self.line,
            errors=self.line,
            environment={
                "TERM": kind,
                "EDITOR": "true",
                "VISUAL": "true",
                "PAGER": "cat",
                "SHELL": "/bin/sh",
            },
            before=take,
        )

    def type(self, keys: bytes) -> None:
        """Types; what no longer fits beside keys that were not read is lost, as on any line."""
        with suppress(BlockingIOError):
            os.write(self.control, keys)

    def resize(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self.control, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def check_given_back(self) -> None:
        """The settings are what they were, and every mode that was turned on is off again."""
        # What the program wrote last may still be on its way.
        while select.select([self.control], [], [], 0.1)[0]:
            time.sleep(0.01)
        after = termios.tcgetattr(self.line)
        expect(after == self.before, "the terminal's settings are given back", (self.before, after))
        modes: dict[int, bytes] = {}
        for numbers, letter in MODES.findall(bytes(self.written)):
            modes |= {int(n): letter for n in numbers.split(b";") if n}
        on = sorted(n for n in modes.keys() & BORROWED if modes[n] == b"h")
        expect(not on, "every mode of the terminal is turned off again", on)
        expect(modes.get(CURSOR, b"h") == b"h", "the cursor is shown again")
        for words in (b"*** Signal", b"Fatal error"):
            expect(words not in self.written, "no crash is told", bytes(self.written[-300:]))
