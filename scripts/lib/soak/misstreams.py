"""Streams that are HTTP and yet no reply: broken text, JSON of the wrong shape, ends that are none."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .dialects import CHAT, GEMINI, RESPONSES, Dialect, event, head
from .misreplies import ANSWER, Call, Kind, endless, finish, raw, stream

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
    yield altered("a BOM", lambda b: b"\xef\xbb\xbf" + b)
    yield altered("UTF-16", lambda b: b.decode().encode("utf-16"))
    yield altered("CRLF", lambda b: b.replace(b"\n", b"\r\n"))
    yield altered("CR alone", lambda b: b.replace(b"\n", b"\r"))
    yield altered("line ends in turn", lambda b: b.replace(b"\n\n", b"\r\n\n\r\r\n"))
    yield altered("escapes in the text", lambda b: b.replace(b"391", b"\\u001b[2J\\u0007\\u009b31m"))
    yield altered("no blank lines", lambda b: b.replace(b"\n\n", b"\n"))
    yield altered("everything twice", lambda b: b * 2)
    yield altered("byte for byte", lambda b: b, every=1)
    for n, words in enumerate(WRONG):
        yield stream(f"wrong shape {n}: {words[:20]}", lambda d, w=words: [event(w), *d.stream("391")])
        yield raw(f"wrong body {n}: {words[:20]}", head("200 OK", "application/json"), words.encode())
    for n, words in enumerate(WRONG_CHAT):
        yield stream(f"wrong choice {n}", lambda d, w=words: [event(w)], dialects=[CHAT])
    yield stream("deep nesting", lambda d: [event("[" * DEEP + "]" * DEEP), *d.stream("391")])
    yield stream("deep objects", lambda d: [event('{"a":' * DEEP + "1" + "}" * DEEP)])
    for number in ("9223372036854775808", "-1", "1e400", "18446744073709551616", '"many"', "1.5"):
        yield stream(f"tokens {number}", lambda d, n=number: counted(d, n))
    yield endless("endless line", head() + b"data: ", b"x" * 65536)
    yield endless("endless blanks", head(), b"\n" * 65536)
    yield endless("endless keep-alives", head(), b": keep-alive\n\n" * 500)
    yield Kind("endless text", endless_text)
    yield Kind("endless empty text", lambda c: endless_text(c, ""))
    yield Kind("keep-alives only", lambda c: c.send(head(), *[b": keep-alive\n\n"] * 900, every=0.1))


def altered(name: str, change: object, every: int = 0) -> Kind:
    """A stream that is well, with its bytes changed, in pieces of a few bytes if wanted."""

    def send(call: Call) -> None:
        body = change(b"".join(call.dialect.stream(ANSWER)))  # type: ignore[operator]
        pieces = [body[n : n + every] for n in range(0, len(body), every)] if every else [body]
        call.send(head(), *pieces)

    return Kind(name, send)


def counted(dialect: Dialect, number: str) -> list[bytes]:
    """A stream whose counts of tokens are this number."""
    whole = b"".join(dialect.stream(ANSWER)).decode()
    for usual in ("12", "7"):
        whole = whole.replace(f"okens\": {usual}", f"okens\": {number}")
        whole = whole.replace(f"TokenCount\": {usual}", f"TokenCount\": {number}")
    return [whole.encode()]


def endless_text(call: Call, words: str = "and so on ") -> None:
    call.send(head(), *call.dialect.opening())
    piece = call.dialect.text(words) * 200
    while True:
        call.send(piece)


def end_kinds() -> Iterator[Kind]:
    yield stream("an error in the stream", lambda d: [*d.opening(), d.text("3"), d.error_event("Busy")])
    yield stream("an error at once", lambda d: [d.error_event("Busy")])
    yield Kind("an error in 200", lambda c: refused_in_200(c))
    yield stream("no end mark", lambda d: [*d.opening(), d.text("391")])
    yield stream("no end mark, silence", lambda d: [*d.opening(), d.text("391")], then="hang")
    yield stream("silence after the end", lambda d: d.stream("391"), then="hang")
    yield stream("the end twice", lambda d: [*d.stream("391"), *d.closing("391")])
    yield stream("text after the end", lambda d: [*d.stream("391"), d.text("no, 392")])
    yield stream("an error after the end", lambda d: [*d.stream("391"), d.error_event("Busy")])
    yield stream("garbage after the end", lambda d: [*d.stream("391"), b"\xff\0{" * 99])
    yield stream("an end without text", lambda d: [*d.opening(), *d.closing()])
    yield stream("two ends that differ", two_ends, dialects=[CHAT, GEMINI])
    yield stream("tool calls alone", tool_calls)
    yield stream("reasoning alone", reasoning)


def refused_in_200(call: Call) -> None:
    body = call.dialect.error("The model is busy.")
    call.send(head("200 OK", "application/json", len(body)), body)


def two_ends(dialect: Dialect) -> list[bytes]:
    if dialect is CHAT:
        ends = [{"choices": [{"index": 0, "delta": {}, "finish_reason": r}]} for r in ("stop", "length")]
    else:
        ends = [{"candidates": [{"index": 0, "finishReason": r}]} for r in ("STOP", "MAX_TOKENS")]
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


def echo_kinds() -> Iterator[Kind]:
    """The key in the reply, in every way in which it could get past whoever looks for it whole."""
    for name, change in {
        "the key": lambda key: [f"It is {key}."],
        "the key cut in two": lambda key: [f"It is {key[:13]}", f"{key[13:]}."],
        "the key letter by letter": lambda key: ["It is ", *key, "."],
        "the key in capitals": lambda key: [f"It is {key.upper()}."],
        "the key in small letters": lambda key: [f"It is {key.lower()}."],
        "the key twice": lambda key: [key + key],
        "the first half of the key at the end": lambda key: [f"It is {key[: len(key) // 2]}"],
        "the key but for its last letter": lambda key: [f"It is {key[:-1]}"],
    }.items():
        yield Kind(f"{name}, in the text", lambda c, f=change: c.send(c.dialect.reply(*f(c.key))))
        yield Kind(f"{name}, then cut off", lambda c, f=change: half_said(c, f(c.key)))
        yield Kind(f"{name}, in an error", lambda c, f=change: echo_refusal(c, "".join(f(c.key))))
    yield Kind("the key in a page", lambda c: c.send(head("500 Oops"), f"<p>{c.key}</p>".encode()))
    yield Kind("the key in a redirect", lambda c: c.send(head("302 X", "", 0, f"Location: /{c.key}")))
    yield Kind("the key in the status", lambda c: c.send(head(f"500 {c.key}", "", 0)))
    yield Kind("the key as a code", lambda c: echo_code(c))


def half_said(call: Call, words: list[str]) -> None:
    call.send(head(), *call.dialect.opening(), *(call.dialect.text(word) for word in words))
    finish(call.line, "reset")


def echo_refusal(call: Call, words: str) -> None:
    body = call.dialect.error(words, "invalid_api_key")
    call.send(head("401 No", "application/json", len(body)), body)


def echo_code(call: Call) -> None:
    body = json.dumps({"error": {"message": "No.", "code": call.key, "type": call.key}}).encode()
    call.send(head("400 No", "application/json", len(body)), body)


