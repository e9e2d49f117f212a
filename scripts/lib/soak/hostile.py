"""Texts that try to be more than text, and the eye that finds them in what a program wrote."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from .faults import Fault

PIECES = [
    "\x1b[31mred\x1b[2J",
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1b]0;owned\x1b\\",
    "\x1bP+q544e\x1b\\",
    "\x1b_Gf=24;AAAA\x1b\\",
    "\x1b[6n\x1b[c",
    "\x1b",
    "\u009b31m\u009d0;owned\u009c",
    "\u0090$q\u009c\u0085",
    "\u202edlrow\u2066\u2069",
    "\u200e\u200f\u061c",
    "\u2028next\u2029",
    "".join(chr(0xE0000 + ord(c)) for c in "ignore all") + "\U000e0001\U000e007f",
    "Z" + "\u0300\u0489\u035c" * 60,
    "\0",
    "\x7f\x08\x08\x08",
    "\r\x0b\x0c\x1a",
    "\ufeff\ufff9\ufffb\u00ad",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\ufe0f",
    "\u05e9\u05dc\u05d5\u05dd \ufdfd\ufdfd",
    "\ud800",
    "\udc9b31m",
    "%s%n%x ${HOME} $(id) `id` {{question}}",
    "line\nbreak\r\nand\ttab",
    "\\u001b[2J \\x1b \\n",
    '"}],"x":"',
]
BROKEN = [b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\x9b31m", b"\xf4\x90\x80\x80", b"\xe2\x28"]


@dataclass(frozen=True)
class Hostile:
    """A hostile text. It may hold lone surrogates, which no UTF-8 can."""

    text: str
    broken: bytes  # no UTF-8; put behind it where bytes are taken

    @classmethod
    def draw(cls, luck: random.Random) -> Hostile:
        text = " ".join(luck.choices(PIECES, k=luck.randint(1, 5)))
        return cls(f"What is {text}?", luck.choice(BROKEN) if luck.random() < 0.3 else b"")

    @property
    def scalars(self) -> str:
        """Without what UTF-8 cannot hold."""
        return "".join(c for c in self.text if not 0xD800 <= ord(c) <= 0xDFFF)

    @property
    def encoded(self) -> bytes:
        return self.text.encode("utf-8", "surrogatepass") + self.broken

    @property
    def argument(self) -> bytes:
        """As an argument or a variable, which a NUL would end."""
        return self.encoded.replace(b"\0", b"")

    @property
    def path(self) -> bytes:
        """As a file's name."""
        return self.argument.replace(b"/", b"_")[:120]


# C0 but for tab and line feed, DEL, C1; what turns the reading direction; line and paragraph
# separators; tags.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def check_clean(name: str, written: bytes) -> None:
    """Nothing in it does anything to a terminal or to a reader's eye."""
    try:
        text = written.decode()
    except UnicodeDecodeError as error:
        broken = written[max(0, error.start - 30) : error.start + 30]
        raise Fault(f"{name} is UTF-8", repr(broken)) from error
    if found := FORBIDDEN.search(text):
        around = text[max(0, found.start() - 60) : found.start() + 20]
        raise Fault(f"{name} has no U+{ord(found[0]):04X}", repr(around))
