"""Trials and their numbers: every one can be repeated alone, from its class, seed and number."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from .faults import Fault
from .program import Home, Program, Running
from .shim import Shim


@dataclass
class Trial:
    """One attempt to break the program, with its own luck and its own homes."""

    force: str
    seed: int
    number: int
    program: Program
    shim: Shim
    folder: Path
    about: str = ""  # what was drawn, for whoever reads a failure

    def __post_init__(self) -> None:
        self.started: list[Running] = []
        self.luck = random.Random(f"{self.seed} {self.force} {self.number}")

    @property
    def repeat(self) -> str:
        """The command that tries just this once more."""
        return f"scripts/soak --only {self.force} --seed {self.seed} --trial {self.number}"

    def home(self, name: str = "it") -> Home:
        return Home(self.program, self.folder / name, self.started)


@dataclass(frozen=True)
class Force:
    """A class of force: how it is tried, and how often in a short and in a long run."""

    name: str
    summary: str
    attempt: Callable[[Trial], None]
    short: int
    long: int


@dataclass
class Tally:
    force: Force
    tried: int = 0
    failed: list[Trial] = field(default_factory=list)
    seconds: float = 0

    @property
    def row(self) -> str:
        return f"{self.force.name:<12} {self.tried:>6} {len(self.failed):>7} {self.seconds:>8.1f}"


HEADING = f"{'class':<12} {'tried':>6} {'failed':>7} {'seconds':>8}"


@dataclass(frozen=True)
class Bench:
    """Runs the trials of a class, a few at once: most of their time is waiting."""

    program: Program
    shim: Shim
    seed: int
    folder: Path
    jobs: int
    say: Callable[[str], None]

    def run(self, force: Force, numbers: Iterable[int]) -> Tally:
        tally = Tally(force)
        started = time.monotonic()
        with ThreadPoolExecutor(self.jobs) as workers:
            for done in as_completed([workers.submit(self._try, force, n) for n in numbers]):
                trial, fault = done.result()
                tally.tried += 1
                if fault is not None:
                    tally.failed.append(trial)
                    self._tell(trial, fault)
        tally.seconds = time.monotonic() - started
        return tally

    def _try(self, force: Force, number: int) -> tuple[Trial, BaseException | None]:
        folder = Path(tempfile.mkdtemp(prefix=f"{force.name}-{number}-", dir=self.folder))
        trial = Trial(force.name, self.seed, number, self.program, self.shim, folder)
        try:
            force.attempt(trial)
        except Fault as fault:
            return trial, fault
        except Exception as error:  # a fault of the harness, told like one of the program
            return trial, error
        finally:
            for running in trial.started:
                running.end()
        shutil.rmtree(folder, ignore_errors=True)
        return trial, None

    def _tell(self, trial: Trial, fault: BaseException) -> None:
        kind = "" if isinstance(fault, Fault) else f"{type(fault).__name__}: "
        self.say(f"FAILED  {trial.force} {trial.number}: {trial.about}")
        self.say(f"        {kind}{fault}")
        self.say(f"        repeat: {trial.repeat}")
        self.say(f"        kept:   {trial.folder}")


def chosen(force: Force, long: bool, trial: int | None) -> Iterator[int]:
    yield from [trial] if trial is not None else range(force.long if long else force.short)
