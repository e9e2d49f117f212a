"""The key in a reply, in every way in which it could get past whoever looks for it whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from .dialects import head
from .misreplies import Call, Kind, finish

Words = Callable[[str], list[str]]

SAID: dict[str, Words] = {
    "the key": lambda key: [f"It is {key}."],
    "the key cut in two": lambda key: [f"It is {key[:13]}", f"{key[13:]}."],
    "the key letter by letter": lambda key: ["It is ", *key, "."],
    "the key in capitals": lambda key: [f"It is {key.upper()}."],
    "the key in small letters": lambda key: [f"It is {key.lower()}."],
    "the key twice": lambda key: [key + key],
    "the first half of the key at the end": lambda key: [f"It is {key[: len(key) // 2]}"],
    "the key but for its last letter": lambda key: [f"It is {key[:-1]}"],
}


def echo_kinds() -> Iterator[Kind]:
    for name, words in SAID.items():
        yield said(f"{name}, in the text", words)
        yield half_said(f"{name}, then cut off", words)
        yield refused(f"{name}, in an error", words)
    yield Kind("the key in a page", lambda c: c.send(head("500 Oops"), f"<p>{c.key}</p>".encode()))
    yield Kind("the key in a redirect", redirected)
    yield Kind("the key in the status", lambda c: c.send(head(f"500 {c.key}", "", 0)))
    yield Kind("the key as a code", coded)


def said(name: str, words: Words) -> Kind:
    return Kind(name, lambda call: call.send(call.dialect.reply(*words(call.key))))


def half_said(name: str, words: Words) -> Kind:
    def send(call: Call) -> None:
        pieces = [call.dialect.text(word) for word in words(call.key)]
        call.send(head(), *call.dialect.opening(), *pieces)
        finish(call.line, "reset")

    return Kind(name, send)


def refused(name: str, words: Words) -> Kind:
    def send(call: Call) -> None:
        body = call.dialect.error("".join(words(call.key)), "invalid_api_key")
        call.send(head("401 No", "application/json", len(body)), body)

    return Kind(name, send)


def redirected(call: Call) -> None:
    call.send(head("302 Found", "", 0, f"Location: /{call.key}"))


def coded(call: Call) -> None:
    body = json.dumps({"error": {"message": "No.", "code": call.key, "type": call.key}}).encode()
    call.send(head("400 No", "application/json", len(body)), body)
