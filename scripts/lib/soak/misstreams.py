"""Streams that are HTTP and yet no reply: broken text, wrong shapes, ends that are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .dialects import CHAT, GEMINI, READ, RESPONSES, WRITTEN, Dialect, event, head
from .misreplies import ANSWER, Call, Kind, endless, raw, stream

DEEP = 100_000
WRONG = ["[]", '"x"', "null", "123", "{}", "NaN", '{"choices":[{"delta":{"content":NaN}}]}']
WRONG_CHAT = [
    '{"choices":{}}',
    '{"choices":[null]}',
    '{"choices":[{"delta":null}]}',
    '{"choices":[{"delta":{"content":{"a":1}}}]}',
    '{"choices":[{"index":-1,"delta":{"content":7}}]}',
    '{"choices":[{"delta":{"content":"\\ud800"}}]}',
    '{"choices":[{"delta":{"content":"x"},"finish_reason":{}}]}',
]


def text_kinds() -> Iterator[Kind]:
    yield altered("NUL bytes between events", lambda b: b.replace(b"\n\n", b"\n\n\0\0\0"))
    yield altered("NUL bytes in an event", lambda b: b.replace(b"391", b"3\x0091"))
    yield altered("invalid UTF-8", lambda b: b.replace(b"391", b"3\xff\xc0\x80\xed\xa0\x8091"))
    yield altered("a BOM", lambda b: b"\xef\xbb\xbf" + b).working
    yield altered("UTF-16", lambda b: b.decode().encode("utf-16"))
    yield altered("CRLF", lambda b: b.replace(b"\n", b"\r\n")).working
    yield altered("CR alone", lambda b: b.replace(b"\n", b"\r")).working
    yield altered("line ends in turn", lambda b: b.replace(b"\n\n", b"\r\n\n\r\r\n")).working
    yield altered(
        "escapes in the text", lambda b: b.replace(b"391", b"\\u001b[2J\\u0007\\u009b31m")
    )
    yield altered("no blank lines", lambda b: b.replace(b"\n\n", b"\n"))
    yield altered("everything twice", lambda b: b * 2)
    yield altered("byte for byte", lambda b: b, every=1).working
    for n, words in enumerate(WRONG):
        yield shaped(f"wrong shape {n}: {words[:20]}", words)
        yield raw(f"wrong body {n}", head("200 OK", "application/json"), words.encode()).failing
    for n, words in enumerate(WRONG_CHAT):
        yield raw(f"wrong choice {n}", head(), event(words), dialects=[CHAT])
    yield stream("deep nesting", lambda d: [event("[" * DEEP + "]" * DEEP), *d.stream("391")])
    yield stream("deep objects", lambda d: [event('{"a":' * DEEP + "1" + "}" * DEEP)]).failing
    for number in ("9223372036854775808", "-1", "1e400", "18446744073709551616", '"many"', "1.5"):
        yield counted(number)
    yield endless("endless line", head() + b"data: ", b"x" * 65536)
    yield endless("endless blanks", head(), b"\n" * 65536)
    yield endless("endless keep-alives", head(), b": keep-alive\n\n" * 500)
    yield Kind("endless text", endless_text).failing
    yield Kind("endless empty text", lambda c: endless_text(c, ""))
    yield Kind(
        "keep-alives only", lambda c: c.send(head(), *[b": keep-alive\n\n"] * 900, every=0.1)
    ).failing


def shaped(name: str, words: str) -> Kind:
    """A stream that is well behind an event that is not."""
    return stream(name, lambda dialect: [event(words), *dialect.stream("391")])


def altered(name: str, change: Callable[[bytes], bytes], every: int = 0) -> Kind:
    """A stream that is well, with its bytes changed, in pieces of a few bytes if wanted."""

    def send(call: Call) -> None:
        body = change(b"".join(call.dialect.stream(ANSWER)))
        pieces = [body[n : n + every] for n in range(0, len(body), every)] if every else [body]
        call.send(head(), *pieces)

    return Kind(name, send)


def counted(number: str) -> Kind:
    """A stream whose counts of tokens are this number."""

    def make(dialect: Dialect) -> list[bytes]:
        whole = b"".join(dialect.stream(ANSWER)).decode()
        for usual in (READ, WRITTEN):
            for name in ("okens", "TokenCount"):
                whole = whole.replace(f'{name}": {usual}', f'{name}": {number}')
        return [whole.encode()]

    return stream(f"tokens {number}", make)


def endless_text(call: Call, words: str = "and so on ") -> None:
    call.send(head(), *call.dialect.opening())
    piece = call.dialect.text(words) * 200
    while True:
        call.send(piece)


def end_kinds() -> Iterator[Kind]:
    yield stream(
        "an error in the stream", lambda d: [*d.opening(), d.text("3"), d.error_event("Busy")]
    ).failing
    yield stream("an error at once", lambda d: [d.error_event("Busy")]).failing
    yield Kind("an error in 200", refused_in_200).failing
    yield stream("no end mark", lambda d: [*d.opening(), d.text("391")]).failing
    yield stream(
        "no end mark, silence", lambda d: [*d.opening(), d.text("391")], then="hang"
    ).failing
    yield stream("silence after the end", lambda d: d.stream("391"), then="hang").working
    yield stream("the end twice", lambda d: [*d.stream("391"), *d.closing("391")]).working
    yield stream("text after the end", lambda d: [*d.stream("391"), d.text("no, 392")])
    yield stream("an error after the end", lambda d: [*d.stream("391"), d.error_event("Busy")])
    yield stream("garbage after the end", lambda d: [*d.stream("391"), b"\xff\0{" * 99])
    yield stream("an end without text", lambda d: [*d.opening(), *d.closing()]).failing
    yield stream("two ends that differ", two_ends, dialects=[CHAT, GEMINI])
    yield stream("tool calls alone", tool_calls).failing
    yield stream("reasoning alone", reasoning).failing


def refused_in_200(call: Call) -> None:
    body = call.dialect.error("The model is busy.")
    call.send(head("200 OK", "application/json", len(body)), body)


def two_ends(dialect: Dialect) -> list[bytes]:
    ends: list[dict[str, Any]]
    if dialect is CHAT:
        reasons = ("stop", "length")
        ends = [{"choices": [{"index": 0, "delta": {}, "finish_reason": r}]} for r in reasons]
    else:
        reasons = ("STOP", "MAX_TOKENS")
        ends = [{"candidates": [{"index": 0, "finishReason": r}]} for r in reasons]
    return [*dialect.opening(), dialect.text("391"), *(event(end) for end in ends)]


def tool_calls(dialect: Dialect) -> list[bytes]:
    if dialect is CHAT:
        call = {"index": 0, "id": "c", "function": {"name": "rm", "arguments": "{}"}}
        end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]}
        return [event({"choices": [{"index": 0, "delta": {"tool_calls": [call]}}]}), event(end)]
    if dialect is GEMINI:
        parts = [{"functionCall": {"name": "rm", "args": {}}}]
        one = {"index": 0, "content": {"parts": parts}, "finishReason": "STOP"}
        return [event({"candidates": [one]})]
    if dialect is RESPONSES:
        item = {"type": "function_call", "name": "rm", "arguments": "{}", "call_id": "c"}
        response = {"status": "completed", "output": [item]}
        done = {"type": "response.completed", "response": response}
        return [*dialect.opening(), event(done, "response.completed")]
    block = {"type": "tool_use", "id": "t", "name": "rm", "input": {}}
    begun = {"type": "content_block_start", "index": 0, "content_block": block}
    return [dialect.opening()[0], event(begun, "content_block_start"), *dialect.closing()]


def reasoning(dialect: Dialect) -> list[bytes]:
    words = "I wonder."
    if dialect is CHAT:
        piece = event({"choices": [{"index": 0, "delta": {"reasoning_content": words}}]})
    elif dialect is GEMINI:
        parts = [{"text": words, "thought": True}]
        piece = event({"candidates": [{"index": 0, "content": {"parts": parts}}]})
    elif dialect is RESPONSES:
        name = "response.reasoning_text.delta"
        piece = event({"type": name, "output_index": 0, "delta": words}, name)
    else:
        delta = {"type": "thinking_delta", "thinking": words}
        name = "content_block_delta"
        piece = event({"type": name, "index": 0, "delta": delta}, name)
    return [*dialect.opening(), piece, *dialect.closing()]
