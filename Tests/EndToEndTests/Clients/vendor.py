"""A server that speaks the dialects of four vendors and is strict: a request that the vendor's own types do
not take is refused. It answers as a model that uses tools: first it calls one, told what it gave it answers.

usage: vendor.py
Writes its address, and answers for as long as the process that started it lives.
"""

import http.server
import json
import os
import re
import threading
import time
import typing

import anthropic.types.message_create_params as anthropic_params
import openai.types.chat.completion_create_params as chat_params
import openai.types.responses.response_create_params as responses_params
from pydantic import TypeAdapter


kinds = {
    "chat": chat_params.CompletionCreateParamsStreaming,
    "responses": responses_params.ResponseCreateParamsStreaming,
    "anthropic": anthropic_params.MessageCreateParamsStreaming,
}
oracles = {name: TypeAdapter(kind) for name, kind in kinds.items()}
members = {name: set(typing.get_type_hints(kind)) for name, kind in kinds.items()}
answer = "The file says forty-two."


class Refused(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Refused(what)


def check_pairs(calls, results):
    """Each call has one result, in order, under ids that every vendor takes."""
    need(calls == results, f"calls {calls}, results {results}")
    need(all(re.fullmatch("[A-Za-z0-9]{9}", call) for call in calls), f"ids {calls}")


def exhaust(value):
    """Reads what the types leave to be read later."""
    if isinstance(value, dict):
        return {name: exhaust(member) for name, member in value.items()}
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    return [exhaust(member) for member in value]


def chat(body):
    messages = body["messages"]
    calls = [c["id"] for m in messages for c in m.get("tool_calls") or []]
    check_pairs(calls, [m["tool_call_id"] for m in messages if m["role"] == "tool"])
    for call in [c for m in messages for c in m.get("tool_calls") or []]:
        json.loads(call["function"]["arguments"])
    uses = "tools" in body and messages[-1]["role"] != "tool"
    sees = any(
        part["type"] == "image_url"
        for m in messages
        if isinstance(m["content"], list)
        for part in m["content"]
    )
    words = "I see it." if sees else answer
    # A program that edits files with the model's help gets one.
    if "greet.py" in json.dumps(messages):
        words = 'greet.py\n```python\ndef greet(name):\n    return f"Hello, {name}!"\n```\n'
    base = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m"}

    def chunk(delta, reason=None):
        return {**base, "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}

    if uses:
        yield None, chunk({"role": "assistant", "content": "Let me look."})
        for index, path in enumerate(["a.txt", "b.txt"]):
            function = {"name": "read_file", "arguments": ""}
            head = {"index": index, "id": f"x{index}", "type": "function", "function": function}
            yield None, chunk({"tool_calls": [head]})
            for piece in ['{"path"', ": \"" + path + '"}']:
                yield None, chunk({"tool_calls": [{"index": index, "function": {"arguments": piece}}]})
    else:
        yield None, chunk({"role": "assistant", "content": words})
    yield None, chunk({}, "tool_calls" if uses else "stop")
    usage = {"prompt_tokens": 50, "completion_tokens": 20, "total_tokens": 70}
    yield None, {**base, "choices": [], "usage": usage}
    yield None, "[DONE]"


def responses(body):
    items = body["input"]
    kinds = [item.get("type", "message") for item in items]
    check_pairs(
        [item["call_id"] for item, kind in zip(items, kinds) if kind == "function_call"],
        [item["call_id"] for item, kind in zip(items, kinds) if kind == "function_call_output"],
    )
    uses = "tools" in body and kinds[-1] != "function_call_output"
    sees = any(
        part["type"] == "input_image"
        for item in items
        if isinstance(item.get("content"), list)
        for part in item["content"]
    )
    yield "response.created", {"response": {"id": "r", "status": "in_progress", "output": []}}
    output = []
    if uses:
        for index, path in enumerate(["a.txt", "b.txt"]):
            whole = json.dumps({"path": path})
            item = {"type": "function_call", "id": f"i{index}", "call_id": f"x{index}"}
            item |= {"name": "read_file", "arguments": "", "status": "in_progress"}
            yield "response.output_item.added", {"output_index": index, "item": item}
            for piece in [whole[:5], whole[5:]]:
                delta = {"output_index": index, "item_id": item["id"], "delta": piece}
                yield "response.function_call_arguments.delta", delta
            done = {"output_index": index, "item_id": item["id"], "arguments": whole}
            yield "response.function_call_arguments.done", done
            item = {**item, "arguments": whole, "status": "completed"}
            yield "response.output_item.done", {"output_index": index, "item": item}
            output.append(item)
    else:
        text = "I see it." if sees else answer
        yield "response.output_text.delta", {"output_index": 0, "content_index": 0, "delta": text}
        content = [{"type": "output_text", "text": text}]
        output.append({"type": "message", "role": "assistant", "content": content})
    usage = {"input_tokens": 50, "output_tokens": 20, "total_tokens": 70}
    response = {"id": "r", "status": "completed", "output": output, "usage": usage}
    yield "response.completed", {"response": response}


def messages(body):
    blocks = [
        block
        for message in body["messages"]
        if isinstance(message["content"], list)
        for block in message["content"]
    ]
    check_pairs(
        [block["id"] for block in blocks if block["type"] == "tool_use"],
        [block["tool_use_id"] for block in blocks if block["type"] == "tool_result"],
    )
    roles = [message["role"] for message in body["messages"]]
    need(all(one != other for one, other in zip(roles, roles[1:])), f"roles {roles}")
    last = body["messages"][-1]["content"]
    told = isinstance(last, list) and any(block["type"] == "tool_result" for block in last)
    uses = "tools" in body and not told
    sees = any(block["type"] == "image" for block in blocks)
    usage = {"input_tokens": 50, "output_tokens": 1}
    message = {"id": "m", "type": "message", "role": "assistant", "model": "m", "content": []}
    yield "message_start", {"message": {**message, "stop_reason": None, "usage": usage}}
    begun = 0

    def block(content, deltas):
        nonlocal begun
        yield "content_block_start", {"index": begun, "content_block": content}
        for delta in deltas:
            yield "content_block_delta", {"index": begun, "delta": delta}
        yield "content_block_stop", {"index": begun}
        begun += 1

    def said(text):
        return block({"type": "text", "text": ""}, [{"type": "text_delta", "text": text}])

    if uses:
        yield from said("Let me look.")
        for index, path in enumerate(["a.txt", "b.txt"]):
            pieces = ["", '{"path"', ": \"" + path + '"}']
            yield from block(
                {"type": "tool_use", "id": f"x{index}", "name": "read_file", "input": {}},
                [{"type": "input_json_delta", "partial_json": piece} for piece in pieces],
            )
    else:
        yield from said("I see it." if sees else answer)
    reason = {"stop_reason": "tool_use" if uses else "end_turn", "stop_sequence": None}
    yield "message_delta", {"delta": reason, "usage": {"output_tokens": 20}}
    yield "message_stop", {}


def gemini(body):
    parts = [part for content in body["contents"] for part in content["parts"]]
    called = [part["functionCall"]["name"] for part in parts if "functionCall" in part]
    told = [part["functionResponse"]["name"] for part in parts if "functionResponse" in part]
    need(called == told, f"calls {called}, results {told}")
    for content in body["contents"]:
        calls = [part for part in content["parts"] if "functionCall" in part]
        need(not calls or "thoughtSignature" in calls[0], "a call without a signature")
        need(all(isinstance(part["functionCall"]["args"], dict) for part in calls), "args")
    for tool in body.get("tools", []):
        for declaration in tool["functionDeclarations"]:
            need("parametersJsonSchema" in declaration, "a function without a schema")
    uses = "tools" in body and "functionResponse" not in parts[-1]
    sees = any("inlineData" in part for part in parts)
    said = [{"text": "I see it." if sees else answer}]
    if uses:
        said = [{"text": "Let me look."}] + [
            {"functionCall": {"name": "read_file", "args": {"path": path}}}
            for path in ["a.txt", "b.txt"]
        ]
    candidate = {"index": 0, "content": {"role": "model", "parts": said}, "finishReason": "STOP"}
    usage = {"promptTokenCount": 50, "candidatesTokenCount": 20, "totalTokenCount": 70}
    yield None, {"candidates": [candidate], "usageMetadata": usage}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.path.endswith("/chat/completions"):
            kind, answering = "chat", chat
        elif self.path.endswith("/responses"):
            kind, answering = "responses", responses
        elif self.path.endswith("/messages"):
            kind, answering = "anthropic", messages
        else:
            kind, answering = "gemini", gemini
        try:
            if kind in oracles:
                need(set(body) <= members[kind], f"members {set(body) - members[kind]}")
                exhaust(oracles[kind].validate_python(body))
            events = list(answering(body))
        except Exception as error:  # Whatever is wrong with it is what the client is told.
            return self.send(400, "application/json", json.dumps({"error": {"message": str(error)}}))
        frames = []
        for number, (name, event) in enumerate(events):
            if isinstance(event, dict) and name:
                event = {"type": name, "sequence_number": number, **event}
            data = event if isinstance(event, str) else json.dumps(event)
            frames.append((f"event: {name}\n" if name else "") + f"data: {data}\n\n")
        self.send(200, "text/event-stream", "".join(frames))

    def send(self, status, kind, text):
        bytes = text.encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(bytes)))
        self.end_headers()
        self.wfile.write(bytes)


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(0.1)
