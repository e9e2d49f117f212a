"""A model server on the loopback that counts what it is asked and replies byte for byte as told."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Request:
    """A request as it came over the wire."""

    number: int  # counted from 1 over all connections
    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def content(self) -> Any:
        return json.loads(self.body)


class Closed(Exception):
    """The client has gone, or the server ends."""


@dataclass
class Line:
    """A connection, as one who replies sees it."""

    socket: socket.socket
    ending: threading.Event
    keeps: bool = False  # whether another request may follow

    def send(self, *pieces: bytes, every: float = 0) -> None:
        """Sends pieces, with a pause after each."""
        for piece in pieces:
            try:
                self.socket.sendall(piece)
            except OSError as error:
                raise Closed from error
            self.pause(every)

    def pause(self, seconds: float) -> None:
        """Waits, unless the client goes away or the server ends in the meantime."""
        if seconds > 0 and self.ending.wait(seconds):
            raise Closed

    def hang(self, limit: float = 60) -> None:
        """Says nothing more, until the client has had enough."""
        self.socket.settimeout(limit)
        try:
            while self.socket.recv(65536):
                pass
        except OSError:
            pass
        raise Closed

    def reset(self) -> None:
        """Breaks the connection off as a crashed host does, with RST."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()
        raise Closed


Reply = Callable[[Request, Line], None]


@dataclass
class Server:
    """Serves until it is closed. Each connection has a thread, in which requests are replied to."""

    reply: Reply
    greet: Callable[[Line], None] | None = None  # called for a connection before it is read
    requests: list[Request] = field(default_factory=list)
    connections: int = 0

    def __enter__(self) -> Server:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._ending = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending.set()
        # Closing alone would leave `accept` waiting in its thread.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for one in self._open:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def asked(self, words: str) -> int:
        """How many requests held these words."""
        with self._lock:
            return sum(words in request.text for request in self.requests)

    def _accept(self) -> None:
        while not self._ending.is_set():
            try:
                accepted, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._open.add(accepted)
            threading.Thread(target=self._serve, args=(accepted,), daemon=True).start()

    def _serve(self, accepted: socket.socket) -> None:
        # Pieces leave as they are sent: what is tried is often where they are cut.
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line = Line(accepted, self._ending)
        try:
            if self.greet is not None:
                self.greet(line)
            waiting = b""
            while True:
                request, waiting = self._read(accepted, waiting)
                line.keeps = False
                self.reply(request, line)
                if not line.keeps:
                    break
        except (Closed, OSError, ValueError):
            pass
        finally:
            self._hang_up(accepted)

    def _read(self, accepted: socket.socket, waiting: bytes) -> tuple[Request, bytes]:
        while b"\r\n\r\n" not in waiting:
            waiting += self._more(accepted)
        head, rest = waiting.split(b"\r\n\r\n", 1)
        first, *fields = head.decode("latin-1").split("\r\n")
        headers = {k.lower(): v.strip() for k, v in (f.split(":", 1) for f in fields)}
        length = int(headers.get("content-length", "0"))
        while len(rest) < length:
            rest += self._more(accepted)
        method, path, _ = first.split(" ", 2)
        with self._lock:
            request = Request(len(self.requests) + 1, method, path, headers, rest[:length])
            self.requests.append(request)
        return request, rest[length:]

    def _more(self, accepted: socket.socket) -> bytes:
        if piece := accepted.recv(65536):
            return piece
        raise Closed

    def _hang_up(self, accepted: socket.socket) -> None:
        try:
            # A close with unread bytes would be a reset; that is for `Line.reset` alone.
            accepted.shutdown(socket.SHUT_WR)
            accepted.settimeout(2)
            while accepted.recv(65536):
                pass
        except OSError:
            pass
        with self._lock:
            self._open.discard(accepted)
        accepted.close()
