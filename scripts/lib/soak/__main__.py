"""`python3 -m soak`: reads the arguments, tries every class of force, and prints the table."""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from . import calls, descriptors, files, kill, monkey, rewrites, signals, texts
from .program import Program
from .shim import Shim
from .trials import HEADING, Bench, Force, chosen

FORCES: list[Force] = [
    kill.FORCE,
    calls.FORCE,
    signals.FORCE,
    descriptors.FORCE,
    files.FORCE,
    rewrites.FORCE,
    texts.FORCE,
    monkey.FORCE,
]


def main() -> int:
    names = [force.name for force in FORCES]
    parser = argparse.ArgumentParser(prog="scripts/soak", add_help=False)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--short", action="store_true")
    length.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--only", choices=names)
    parser.add_argument("--trial", type=int)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--share", type=Path, required=True)
    parser.add_argument("program", type=Path)
    options = parser.parse_args()
    if options.trial is not None and options.only is None:
        parser.error("--trial needs --only: a trial's number is that of its class.")

    # A shell starts what it puts in the background with SIGINT and SIGQUIT ignored, and so would be
    # every program from here.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)

    # A short run is part of what every change must pass: always the same trials, so that a failure
    # belongs to the change. A long one looks for what nobody has met yet.
    seed = options.seed if options.seed is not None else int(time.time()) if options.long else 1
    say(f"seed {seed}")
    program = Program(options.program.resolve(), options.share.resolve())
    folder = Path(tempfile.mkdtemp(prefix="podium-soak."))
    shim = Shim.build(folder)
    bench = Bench(program, shim, seed, folder, options.jobs, say)
    tallies = []
    for force in FORCES:
        if options.only in (None, force.name):
            say(f"==> {force.name}: {force.summary}")
            tallies.append(bench.run(force, chosen(force, options.long, options.trial)))
            say(f"<== {tallies[-1].row}")
    print(HEADING, *(tally.row for tally in tallies), sep="\n")
    failed = any(tally.failed for tally in tallies)
    if not failed:
        shutil.rmtree(folder)
    return int(failed)


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
