"""The shim that lets a call of the C library fail inside the program (`fault.c`)."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("fault.c")


@dataclass(frozen=True)
class Shim:
    """The shim, built."""

    library: Path

    @classmethod
    def build(cls, folder: Path) -> Shim:
        compiler = next(filter(shutil.which, ("cc", "clang", "gcc")), None)
        if compiler is None:
            raise SystemExit("error: scripts/soak needs a C compiler (cc or clang).")
        library = folder / "fault.so"
        flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC"]
        subprocess.run([compiler, *flags, "-o", library, SOURCE, "-ldl"], check=True)
        return cls(library)


@dataclass(frozen=True)
class Misfortune:
    """A call that fails: which one, of which files, how, and whether all later ones do too."""

    family: str
    number: int
    fault: str  # an errno, `short` or `kill`
    files: str = ""
    lasting: bool = False

    def environment(self, shim: Shim, mark: Path) -> dict[str, str]:
        return {
            "LD_PRELOAD": str(shim.library),
            "SOAK_CALL": self.family,
            "SOAK_NUMBER": str(self.number),
            "SOAK_FAULT": self.fault,
            "SOAK_FILES": self.files,
            "SOAK_LASTING": "1" if self.lasting else "",
            "SOAK_MARK": str(mark),
        }
