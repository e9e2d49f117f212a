"""What a trial finds: a broken promise of the program, told in one line and with its evidence."""

from __future__ import annotations


class Fault(Exception):
    """The program did not do what it promises."""

    def __init__(self, promise: str, evidence: object = "") -> None:
        self.promise = promise
        self.evidence = shortened(evidence)
        super().__init__(f"{promise}: {self.evidence}" if self.evidence else promise)


def expect(holds: object, promise: str, evidence: object = "") -> None:
    """Raises a `Fault` unless something holds."""
    if not holds:
        raise Fault(promise, evidence)


def shortened(evidence: object, limit: int = 600) -> str:
    """One line of printable text, whatever the program wrote."""
    text = evidence.decode("utf-8", "replace") if isinstance(evidence, bytes) else str(evidence)
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
    return line if len(line) <= limit else f"{line[:limit]}… ({len(line)} characters)"
