"""Replies that no server should give: in the connection, in HTTP, in the stream, in the words."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.utils import formatdate

from .dialects import CHAT, DIALECTS, Dialect, head
from .loopback import Line, Request

ANSWER = "391 is the answer."


@dataclass(frozen=True)
class Call:
    """A request, and what is known of who makes it."""

    request: Request
    line: Line
    dialect: Dialect
    key: str

    def send(self, *pieces: bytes, every: float = 0) -> None:
        self.line.send(*pieces, every=every)

    def well(self) -> bytes:
        return self.dialect.reply(ANSWER)


@dataclass(frozen=True)
class Kind:
    """A way to reply badly."""

    name: str
    send: Callable[[Call], None]
    dialects: Sequence[Dialect] = DIALECTS
    deaf: bool = False  # some request is not read, so nobody can count it
    works: bool | None = None  # whether it is a reply all the same; None where both are right

    @property
    def failing(self) -> Kind:
        return replace(self, works=False)

    @property
    def working(self) -> Kind:
        return replace(self, works=True)


def raw(name: str, *pieces: bytes, then: str = "", dialects: Sequence[Dialect] = DIALECTS) -> Kind:
    """Bytes as they are, and then silence, a reset, or the connection's end."""

    def send(call: Call) -> None:
        call.send(*pieces)
        finish(call.line, then)

    return Kind(name, send, dialects)


def page(name: str, status: str, body: bytes = b"", *fields: str, kind: str = "text/html") -> Kind:
    return raw(name, head(status, kind, len(body), *fields), body).failing


def stream(
    name: str,
    make: Callable[[Dialect], Sequence[bytes]],
    then: str = "",
    dialects: Sequence[Dialect] = DIALECTS,
) -> Kind:
    """A stream of events that begins well."""

    def send(call: Call) -> None:
        call.send(head(), *make(call.dialect))
        finish(call.line, then)

    return Kind(name, send, dialects)


def finish(line: Line, then: str) -> None:
    match then:
        case "hang":
            line.hang()
        case "reset":
            # What was sent has to arrive: a reset also throws away what waits on the other side.
            line.pause(0.05)
            line.reset()


def endless(name: str, begin: bytes, piece: bytes) -> Kind:
    """Goes on until the client has had enough."""

    def send(call: Call) -> None:
        call.send(begin)
        while True:
            call.send(piece)

    return Kind(name, send).failing


def connection_kinds() -> Iterator[Kind]:
    yield Kind("refused", lambda call: None, deaf=True).failing
    yield Kind(
        "reset before the request is read", lambda call: call.line.reset(), deaf=True
    ).failing
    yield raw("reset before the head", then="reset").failing
    yield raw("closed before the head").failing
    yield raw("reset in the status line", b"HTTP/1.1 20", then="reset").failing
    yield raw("closed in the head", b"HTTP/1.1 200 OK\r\nContent-Ty").failing
    yield stream("reset after the head", lambda d: [], then="reset").failing
    yield stream(
        "reset in the middle", lambda d: [*d.opening(), d.text("391")], then="reset"
    ).failing
    yield stream("closed in the middle", lambda d: [*d.opening(), d.text("391")]).failing
    yield stream("closed in an event", lambda d: [*d.opening(), d.text("391")[:-9]]).failing
    yield raw("silence before the head", then="hang").failing
    yield stream("silence after the head", lambda d: [], then="hang").failing
    yield stream(
        "silence in the middle", lambda d: [*d.opening(), d.text("391")], then="hang"
    ).failing
    yield Kind("trickle", lambda c: c.send(*(bytes([b]) for b in c.well()), every=0.03)).failing
    yield Kind("trickle in the head", lambda c: c.send(*(b"X: y\r\n",) * 999, every=0.03)).failing
    # Whoever is quick to call again writes to a connection that nobody reads any longer.
    yield Kind("closes a kept connection at once", kept, deaf=True).working
    yield Kind("closes a kept connection at the next request", kept_until_asked).working


def kept(call: Call) -> None:
    body = b"".join(call.dialect.stream(ANSWER))
    call.send(without_close(head(length=len(body))), body)


def without_close(head: bytes) -> bytes:
    return head.replace(b"Connection: close\r\n", b"")


def kept_until_asked(call: Call) -> None:
    # Every second request of the server meets a connection that ends without a word.
    if call.request.number % 2 == 1:
        kept(call)
        call.line.keeps = True


def chunked(*pieces: bytes) -> list[bytes]:
    return [head("200 OK", "text/event-stream", None, "Transfer-Encoding: chunked"), *pieces]


def http_kinds() -> Iterator[Kind]:
    whole = b"".join(CHAT.stream(ANSWER))
    cut = [b"%x\r\n" % len(whole), whole[:80]]
    yield raw("a chunk cut off", *chunked(*cut), dialects=[CHAT]).failing
    yield raw("a chunk of no number", *chunked(b"zz\r\n", whole), dialects=[CHAT]).failing
    yield raw("a chunk of 2^64", *chunked(b"FFFFFFFFFFFFFFFFF\r\n", whole), dialects=[CHAT]).failing
    yield raw("no last chunk", *chunked(b"%x\r\n" % len(whole), whole, b"\r\n"), dialects=[CHAT])
    yield raw("a length too long", head(length=10**6), whole, dialects=[CHAT])
    yield raw("a length too short", head(length=60), whole, dialects=[CHAT])
    yield raw("a negative length", head(length=-4), whole, dialects=[CHAT])
    yield raw("a length of 2^70", head(length=2**70), whole, dialects=[CHAT])
    yield raw("garbage", bytes(range(256)) * 40).failing
    yield raw("HTTP 0.9", b"hello\n").failing
    yield raw("HTTP 7.3", b"HTTP/7.3 200 OK\r\n\r\n", whole)
    yield raw("a status of 999", head("999 Well"), whole)
    yield raw("a status line of 1 MB", b"HTTP/1.1 200 " + b"o" * 2**20 + b"\r\n\r\n").failing
    yield page("HTML with 200", "200 OK", b"<html><body>Welcome\x1b[2J</body></html>")
    for status in ("204 No Content", "205 Reset", "206 Partial", "304 Not Modified"):
        yield page(f"an empty {status}", status)
    yield page("an empty 200", "200 OK")
    early = b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n"
    yield Kind(
        "1xx, then well", lambda c: c.send(b"HTTP/1.1 100 Continue\r\n\r\n", early, c.well())
    ).working
    yield endless("endless 1xx", b"", early * 50)
    yield raw(
        "101", b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", whole
    )
    for code in (301, 302, 303, 307, 308):
        yield page(f"redirect {code}", f"{code} Moved", b"", "Location: /v1/elsewhere")
    yield page("redirect to a file", "302 Found", b"", "Location: file:///etc/passwd")
    yield endless("endless head", b"HTTP/1.1 200 OK\r\n", b"X-Pad: " + b"x" * 8000 + b"\r\n")
    yield endless("endless field", b"HTTP/1.1 200 OK\r\nX-Pad: ", b"x" * 65536)
    coded = ["Content-Encoding: gzip"]
    packed, bomb = gzip.compress(whole), gzip.compress(b"data: " + b"\0" * 2**26)
    yield raw("packed unasked", head("200 OK", "text/event-stream", None, *coded), packed)
    yield raw("a packed bomb", head("200 OK", "text/event-stream", None, *coded), bomb)
    yield raw("said to be packed", head("200 OK", "text/event-stream", None, *coded), whole)
    yield raw(
        "an unknown coding",
        head("200 OK", "text/event-stream", None, "Content-Encoding: zz"),
        whole,
    )
    for name, after in retry_waits():
        body = b'{"error":{"message":"Slow down."}}'
        yield page(f"429, Retry-After {name}", "429 Slow", body, f"Retry-After: {after}")
    for code in (500, 501, 502, 503, 504, 505, 507, 511, 520, 524, 529, 599):
        yield page(f"{code}", f"{code} Oops", b"<html><h1>Oops</h1></html>", "Retry-After: 0")
    for code in (400, 401, 402, 403, 404, 405, 408, 409, 413, 415, 418, 422, 425, 431, 451, 499):
        yield refusal(code)


def refusal(code: int) -> Kind:
    def send(call: Call) -> None:
        body = call.dialect.error(f"No: {code}\x1b]52;c;aGk=\x07", "invalid_request_error")
        call.send(head(f"{code} No", "application/json", len(body)), body)

    return Kind(str(code), send).failing


def retry_waits() -> list[tuple[str, str]]:
    dates = {"in a second": 1, "of yesterday": -86400, "of tomorrow": 86400}
    words = ["0", "1", "0.3", "86400", "-5", "soon", "1e308", "NaN", "9" * 400, "12ms"]
    named = [(word[:12], word) for word in words]
    return named + [(k, formatdate(time.time() + v, usegmt=True)) for k, v in dates.items()]
