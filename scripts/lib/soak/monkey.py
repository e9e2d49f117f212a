"""The workbench under random keys, mouse, pastes, sizes and stops: it ends when told, tidily."""

from __future__ import annotations

import random
import signal
import time

from .dialects import CHAT, head
from .faults import Fault, expect
from .hostile import Hostile
from .loopback import Line, Request, Server
from .program import Running, wait_until
from .terminal import Terminal
from .trials import Force, Trial

ENDS_WITHIN = 5.0  # three seconds, and two for a busy machine
MEMORY = 400 * 2**20

KINDS = ["xterm-256color", "xterm", "screen-256color", "linux", "vt100", "tmux-256color"]
# `q` and Ctrl-C are kept for the end; whatever else ends the program may do so.
LETTERS = [bytes([c]) for c in range(0x20, 0x7F) if c != ord("q")]
CONTROLS = [bytes([c]) for c in range(1, 0x20) if c not in (3, 26, 28)]
NAMED = [
    *(b"\x1b[" + c for c in (b"A", b"B", b"C", b"D", b"H", b"F", b"Z", b"5~", b"6~", b"2~", b"3~")),
    *(b"\x1bO" + c for c in (b"A", b"B", b"C", b"D", b"P", b"Q", b"R", b"S")),
    *(b"\x1b[1;5" + c for c in (b"A", b"B", b"C", b"D")),
    *(b"\x1b" + c for c in (b"\r", b"b", b"f", b"x", b"\x7f")),
    *(b"\x1b[%d~" % n for n in range(11, 25)),
]
USUAL = [b"\r", b"\t", b"\x1b", b"\x7f", b" ", b":", b"?", b"z", b"o", b"A", b"V", b"t", b"/", b"d"]
HALVES = [
    *(b"\x1b", b"\x1b[", b"\x1b[<0;", b"\x1b[M", b"\x1b[M!", b"\x1bO", b"\x1b]11;rgb:ff", b"\x1bP"),
    *(b"\x1b[200~", b"\x1b[201~", b"\x1b[I", b"\x1b[O", b"\x1b[?62;c", b"\x1b[12;40R"),
    *(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b[99999999999;9999999~", b"\x1b[" + b"1;" * 500),
    *(b"\xe2\x94", b"\xf0\x9f", b"\xff\xfe", b"\x9b31m", b"\xc3\xa9", b"\0"),
]
QUESTIONS = [
    b"What is 17 * 23?",
    b"Find the prime factors of 5040.",
    b'How many vowels are in "listen"?',
]


def attempt(trial: Trial) -> None:
    luck = trial.luck
    kind = luck.choice(KINDS[:2] * 3 + KINDS)
    way = luck.choice(["q", "ctrl-c", "SIGTERM", "SIGHUP"])
    count = luck.randint(40, 400)
    home = trial.home()

    def reply(request: Request, line: Line) -> None:
        words = [f"Line {n} of it.\n" for n in range(20)]
        line.send(head(), *CHAT.stream(*words), every=0.02)

    with Server(reply) as server, Terminal() as terminal:
        home.configure(
            f'providers: {{server: {{base_url: "{server.address}/v1"}}}}\n'
            "workers:\n"
            "  - {name: far, provider: server, model: m}\n"
            "  - {provider: embedded, model: reckoner}\n"
        )
        expect(home.run("run", "What is 2 + 2?").status == 0, "a run answers")
        arguments = luck.choice(
            [
                [],
                [],
                ["open", "--ask", "What is 17 * 23?"],
                ["replay", "2"],
                ["--ascii"],
                ["--view", "stream"],
            ]
        )
        trial.about = f"{count} strokes on {kind}, podium {' '.join(arguments)}, ended by {way}"
        running = terminal.start(home, *arguments, kind=kind)
        if luck.random() < 0.8:  # else the first keys are typed before it reads any
            wait_until(lambda: terminal.written or running.ends_within(0), 10)
        for _ in range(count):
            if running.ends_within(luck.choice([0, 0.001, 0.003, 0.02])):
                break
            stroke(luck, terminal, running)
        end(terminal, running, way)
        ending = running.finish()
        expect(ending.status >= 0 or way.startswith("SIG"), "it dies of no signal", ending.status)
        expect(ending.peak < MEMORY, "memory stays within bounds", f"{ending.peak / 2**20:.0f} MB")
        terminal.check_given_back()
    home.verify()


def stroke(luck: random.Random, terminal: Terminal, running: Running) -> None:
    """Something that a person, a terminal or a cat on the keyboard does."""
    match luck.choices(range(9), [30, 20, 12, 8, 8, 4, 6, 3, 4])[0]:
        case 0:
            terminal.type(luck.choice(LETTERS))
        case 1:
            terminal.type(luck.choice(USUAL))
        case 2:
            terminal.type(luck.choice(NAMED))
        case 3:
            terminal.type(mouse(luck))
        case 4:
            terminal.type(luck.choice(HALVES + CONTROLS))
        case 5:
            terminal.type(b"\x1b[200~" + Hostile.draw(luck).encoded + b"\x1b[201~")
        case 6:
            terminal.resize(
                luck.choice([0, 1, 2, 5, 24, 36, 60, 300]), luck.choice([0, 1, 2, 10, 80, 200, 999])
            )
        case 7:
            running.signal(signal.SIGTSTP)
            # As a shell does it: whoever is told to go on before they have stopped stays stopped.
            # (The leader of a session has no shell that could wake it, and may rightly not stop.)
            wait_until(lambda: running.is_stopped or running.ends_within(0), 0.1)
            running.signal(signal.SIGCONT)
        case _:
            terminal.type(luck.choice(QUESTIONS) + b"\r")


def mouse(luck: random.Random) -> bytes:
    button = luck.choice([0, 0, 0, 1, 2, 32, 35, 64, 65, 128, 255])
    column, row = luck.choice([0, 1, 20, 60, 119, 9999]), luck.choice([0, 1, 5, 18, 35, 9999])
    return b"\x1b[<%d;%d;%d%c" % (button, column, row, luck.choice(b"Mm"))


def end(terminal: Terminal, running: Running, way: str) -> None:
    """Ends it as a person would who has lost sight of where they are, or as the system does."""
    running.signal(signal.SIGCONT)
    terminal.resize(36, 120)
    started = time.monotonic()
    while time.monotonic() - started < ENDS_WITHIN:
        match way:
            case "q":
                # The end of a paste that was not ended, out of every field and list, and a yes.
                terminal.type(b"\x1b[201~")
                for key in (b"\x1b", b"\x1b", b"\x1b", b"q", b"y"):
                    terminal.type(key)
                    # Escape and a letter at once would be another key.
                    if running.ends_within(0.15):
                        return
            case "ctrl-c":
                terminal.type(b"\x1b[201~\x03")
            case _:
                running.signal(signal.Signals[way])
        if running.ends_within(0.3 if way in ("q", "ctrl-c") else ENDS_WITHIN):
            return
    raise Fault(f"it ends by {way} within {ENDS_WITHIN:g} s", bytes(terminal.written[-200:]))


FORCE = Force("monkey", "random keys, mouse, pastes, sizes and stops", attempt, short=6, long=150)
