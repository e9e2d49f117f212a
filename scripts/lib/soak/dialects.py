"""What the four vendors' servers say when all is well, and where Podium asks them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

READ, WRITTEN = 12, 7  # tokens, in every reply that is well


def event(content: Any, name: str | None = None) -> bytes:
    """A server-sent event; text goes as it is."""
    data = content if isinstance(content, str) else json.dumps(content)
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {data}\n\n".encode()


def head(
    status: str = "200 OK",
    kind: str = "text/event-stream",
    length: int | None = None,
    *fields: str,
) -> bytes:
    """The head of a reply; without a length the connection's end is the reply's."""
    lines = [f"HTTP/1.1 {status}", "Connection: close", *fields]
    if kind:
        lines.append(f"Content-Type: {kind}")
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


@dataclass(frozen=True)
class Dialect:
    """A vendor's protocol: the beginning of a stream, a piece of text, and the end."""

    name: str
    key_field: str

    def opening(self) -> list[bytes]:
        match self.name:
            case "openai-responses":
                return [self._typed("response.created", response={"status": "in_progress"})]
            case "anthropic":
                usage = {"input_tokens": READ, "output_tokens": 1}
                message = {"id": "m", "type": "message", "role": "assistant", "content": []}
                block = {"type": "text", "text": ""}
                return [
                    self._typed("message_start", message={**message, "usage": usage}),
                    self._typed("content_block_start", index=0, content_block=block),
                ]
            case _:
                return []

    def text(self, words: str) -> bytes:
        match self.name:
            case "openai-chat":
                return event({"choices": [{"index": 0, "delta": {"content": words}}]})
            case "openai-responses":
                return self._typed("response.output_text.delta", output_index=0, delta=words)
            case "anthropic":
                delta = {"type": "text_delta", "text": words}
                return self._typed("content_block_delta", index=0, delta=delta)
            case _:
                part: dict[str, Any] = {
                    "content": {"parts": [{"text": words}], "role": "model"},
                    "index": 0,
                }
                return event({"candidates": [part]})

    def closing(self, words: str = "") -> list[bytes]:
        """The end mark and the count of tokens. Responses repeat the whole text in theirs."""
        match self.name:
            case "openai-chat":
                usage = {"prompt_tokens": READ, "completion_tokens": WRITTEN}
                end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
                return [event(end), event({"choices": [], "usage": usage}), event("[DONE]")]
            case "openai-responses":
                content = [{"type": "output_text", "text": words, "annotations": []}]
                message = {"type": "message", "role": "assistant", "content": content}
                usage = {"input_tokens": READ, "output_tokens": WRITTEN}
                response = {"status": "completed", "output": [message], "usage": usage}
                return [self._typed("response.completed", response=response)]
            case "anthropic":
                delta, usage = {"stop_reason": "end_turn"}, {"output_tokens": WRITTEN}
                return [
                    self._typed("content_block_stop", index=0),
                    self._typed("message_delta", delta=delta, usage=usage),
                    self._typed("message_stop"),
                ]
            case _:
                usage = {"promptTokenCount": READ, "candidatesTokenCount": WRITTEN}
                last: dict[str, Any] = {
                    "content": {"parts": [{"text": ""}]},
                    "finishReason": "STOP",
                    "index": 0,
                }
                return [event({"candidates": [last], "usageMetadata": usage})]

    def stream(self, *words: str) -> list[bytes]:
        """A whole stream, event by event."""
        return [
            *self.opening(),
            *(self.text(word) for word in words),
            *self.closing("".join(words)),
        ]

    def reply(self, *words: str) -> bytes:
        """A whole reply, head and all."""
        return head() + b"".join(self.stream(*words))

    def error(self, message: str, code: str = "server_error") -> bytes:
        """An error object as this vendor words it."""
        match self.name:
            case "anthropic":
                shape: Any = {"type": "error", "error": {"type": code, "message": message}}
            case "gemini":
                shape = {"error": {"code": 500, "status": "INTERNAL", "message": message}}
            case _:
                shape = {"error": {"type": code, "code": code, "message": message}}
        return json.dumps(shape).encode()

    def error_event(self, message: str) -> bytes:
        """The same within a stream."""
        match self.name:
            case "openai-responses":
                return self._typed("error", code="server_error", message=message)
            case "anthropic":
                return event(self.error(message, "overloaded_error").decode(), "error")
            case _:
                return event(self.error(message).decode())

    def _typed(self, name: str, **members: Any) -> bytes:
        return event({"type": name, **members}, name)


CHAT = Dialect("openai-chat", "authorization")
RESPONSES = Dialect("openai-responses", "authorization")
ANTHROPIC = Dialect("anthropic", "x-api-key")
GEMINI = Dialect("gemini", "x-goog-api-key")
DIALECTS: Sequence[Dialect] = (CHAT, RESPONSES, ANTHROPIC, GEMINI)
