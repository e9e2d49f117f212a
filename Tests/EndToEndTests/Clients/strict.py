"""Asks an endpoint of Podium's over bare HTTP, and holds every reply and every event of a stream against the
vendors' own types: the seven cases of the Open Responses suite (a text, a stream, system text, a call of a tool,
the same as a stream, an image, several turns), and the same in Chat Completions and Messages.

usage: strict.py ADDRESS MODEL
Ends with status 1 at the first thing that is wrong.
"""

import json
import sys
import urllib.error
import urllib.request

import anthropic.types
import openai.types.chat
import openai.types.responses
from pydantic import TypeAdapter

address, model = sys.argv[1:3]
responses_types = (
    TypeAdapter(openai.types.responses.Response),
    TypeAdapter(openai.types.responses.ResponseStreamEvent),
)
chat_types = (
    TypeAdapter(openai.types.chat.ChatCompletion),
    TypeAdapter(openai.types.chat.ChatCompletionChunk),
)
messages_types = (
    TypeAdapter(anthropic.types.Message),
    TypeAdapter(anthropic.types.RawMessageStreamEvent),
)
schema = {"type": "object", "properties": {"path": {"type": "string"}}, "required": ["path"]}
about = {"name": "read_file", "description": "Reads a file."}
pixel = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)


def check(condition, what):
    if not condition:
        print("WRONG:", what)
        sys.exit(1)
    print("ok:", str(what)[:110])


def post(path, **body):
    request = urllib.request.Request(
        address + path,
        json.dumps({"model": model, **body}).encode(),
        {"content-type": "application/json"},
    )
    try:
        return urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        check(False, f"{path} {error.code} {error.read().decode()}")


def whole(path, types, **body):
    reply = json.load(post(path, **body))
    types[0].validate_python(reply)
    return reply


def stream(path, types, **body):
    """The events of a stream, each as its type wants it."""
    events = []
    reply = post(path, stream=True, **body)
    check(reply.headers["content-type"].startswith("text/event-stream"), f"{path} streams")
    name = None
    for line in reply.read().decode().splitlines():
        if line.startswith("event: "):
            name = line[7:]
        if line.startswith("data: ") and line != "data: [DONE]":
            event = json.loads(line[6:])
            types[1].validate_python(event)
            check(name is None or name == event["type"], f"{name} is {event.get('type')}")
            events.append(event)
    return events


def responses(**body):
    last = whole("/v1/responses", responses_types, **body)
    check(last["status"] == "completed", "completed")
    events = stream("/v1/responses", responses_types, **body)
    check([e["sequence_number"] for e in events] == list(range(len(events))), "events are numbered")
    check(
        [e["type"] for e in events[:2]] == ["response.created", "response.in_progress"],
        "a stream begins",
    )
    ends = [e for e in events if e["type"] in ["response.completed", "response.failed"]]
    check(ends == events[-1:] and ends[0]["type"] == "response.completed", "a stream ends once")
    output = events[-1]["response"]["output"]
    check([item["type"] for item in output] == [item["type"] for item in last["output"]], "alike")
    for index, item in enumerate(output):
        own = [e for e in events if e.get("output_index") == index]
        check(own[0]["type"] == "response.output_item.added", "an item begins")
        check(own[-1]["type"] == "response.output_item.done" and own[-1]["item"] == item, "and ends")
        deltas = "".join(e["delta"] for e in own if e["type"].endswith(".delta"))
        text = item["arguments"] if item["type"] == "function_call" else item["content"][0]["text"]
        check(deltas == text, f"its deltas are its whole: {text}")
    return last


def texts(response):
    return [item["content"][0]["text"] for item in response["output"] if item["type"] == "message"]


user = {"type": "message", "role": "user"}
check(texts(responses(input=[{**user, "content": "Say it."}])), "a text")
check(texts(responses(input="Say it.", instructions="You are a pirate.")), "system text")
system = {"type": "message", "role": "system", "content": "You are a pirate."}
check(texts(responses(input=[system, {**user, "content": "Say it."}])), "system text as an item")
tools = [{"type": "function", **about, "parameters": schema}]
calls = [
    item
    for item in responses(input=[{**user, "content": "Read it."}], tools=tools)["output"]
    if item["type"] == "function_call"
]
check([json.loads(call["arguments"])["path"] for call in calls] == ["a.txt", "b.txt"], "calls")
picture = {"type": "input_image", "image_url": f"data:image/png;base64,{pixel}"}
content = [{"type": "input_text", "text": "What is this?"}, picture]
check(texts(responses(input=[{**user, "content": content}])) == ["I see it."], "an image")
turns = [
    {**user, "content": "My name is Ann."},
    {"type": "message", "role": "assistant", "content": "Hello Ann."},
    {**user, "content": "What is my name?"},
]
check(texts(responses(input=turns)), "several turns")

# Chat Completions.
chat_tools = [{"type": "function", "function": {**about, "parameters": schema}}]
for more in [{}, {"tools": chat_tools}]:
    asked = {"messages": [{"role": "user", "content": "Read it."}], **more}
    choice = whole("/v1/chat/completions", chat_types, **asked)["choices"][0]
    usage = {"stream_options": {"include_usage": True}}
    chunks = stream("/v1/chat/completions", chat_types, **asked, **usage)
    check(len({(c["id"], c["created"], c["model"]) for c in chunks}) == 1, "chunks are of one reply")
    check(chunks[-1]["choices"] == [] and chunks[-1]["usage"]["total_tokens"] > 0, "usage is apart")
    reasons = [c["choices"][0]["finish_reason"] for c in chunks[:-1]]
    check(set(reasons[:-1]) == {None}, "no reason before the end")
    check(reasons[-1] == choice["finish_reason"], reasons[-1])
    check(choice["finish_reason"] == ("tool_calls" if more else "stop"), choice["finish_reason"])
    told = [
        call["function"].get("arguments", "")
        for c in chunks[:-1]
        for call in c["choices"][0]["delta"].get("tool_calls", [])
    ]
    own = [call["function"]["arguments"] for call in choice["message"].get("tool_calls", [])]
    check("".join(told) == "".join(own), "the calls are the same")

# Messages.
messages_tools = [{**about, "input_schema": schema}]
for more in [{}, {"tools": messages_tools}]:
    asked = {"messages": [{"role": "user", "content": "Read it."}], "max_tokens": 99, **more}
    message = whole("/v1/messages", messages_types, **asked)
    events = stream("/v1/messages", messages_types, **asked)
    check(events[0]["message"]["usage"]["input_tokens"] > 0, "what was read is told at the beginning")
    kinds = [e["type"] for e in events]
    check(kinds[-2:] == ["message_delta", "message_stop"], "a stream ends")
    check(events[-2]["delta"]["stop_reason"] == message["stop_reason"], message["stop_reason"])
    starts = [e["content_block"]["type"] for e in events if e["type"] == "content_block_start"]
    check(starts == [block["type"] for block in message["content"]], f"blocks {starts}")
    check(kinds.count("content_block_start") == kinds.count("content_block_stop"), "blocks end")
