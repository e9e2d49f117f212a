"""Uses tools and images through an endpoint of Podium's, with the vendors' own SDKs, in all three APIs, from
workers of four vendors.

usage: tools.py ADDRESS WORKER...
Ends with status 1 at the first thing that is wrong.
"""

import json
import sys

import anthropic
import openai

address, workers = sys.argv[1], sys.argv[2:]
client = openai.OpenAI(base_url=address + "/v1", api_key="none", max_retries=0)
claude = anthropic.Anthropic(base_url=address, api_key="none", max_retries=0)
schema = {
    "type": "object",
    "properties": {"path": {"type": "string"}},
    "required": ["path"],
    "additionalProperties": False,
}
about = {"name": "read_file", "description": "Reads a file."}
chat_tools = [{"type": "function", "function": {**about, "parameters": schema}}]
responses_tools = [{"type": "function", **about, "parameters": schema, "strict": True}]
messages_tools = [{**about, "input_schema": schema}]
question = "What do the files a.txt and b.txt say?"
answer = "The file says forty-two."
pixel = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)


def check(condition, what):
    if not condition:
        print("WRONG:", what)
        sys.exit(1)
    print("ok:", str(what)[:110])


def check_calls(calls, what):
    paths = [json.loads(arguments)["path"] for _, _, arguments in calls]
    names = {name for _, name, _ in calls}
    check(paths == ["a.txt", "b.txt"] and names == {"read_file"}, f"{what}: {calls}")
    check(len({id for id, _, _ in calls}) == 2, f"{what}: ids of their own")


def answered_by(reply):
    return reply.model_extra["podium"]["answered_by"]["worker"]


def chat(model, stream):
    asked = [
        {"role": "system", "content": "Use tools."},
        {"role": "user", "content": f"{question} ({model}, {stream})"},
    ]
    arguments = {"model": model, "tools": chat_tools}
    if stream:
        with client.chat.completions.stream(messages=asked, **arguments) as events:
            for _ in events:
                pass
            first = events.get_final_completion()
    else:
        first = client.chat.completions.create(messages=asked, **arguments)
    choice = first.choices[0]
    check(choice.finish_reason == "tool_calls", f"{model} chat {stream}: {choice.finish_reason}")
    calls = choice.message.tool_calls
    check_calls([(c.id, c.function.name, c.function.arguments) for c in calls], f"{model} chat {stream}")
    asked.append(choice.message.to_dict() if stream else choice.message)
    if stream:
        asked[-1] = {
            "role": "assistant",
            "content": choice.message.content,
            "tool_calls": [
                {"id": c.id, "type": "function", "function": {"name": c.function.name, "arguments": c.function.arguments}}
                for c in calls
            ],
        }
    else:
        asked[-1] = {k: v for k, v in choice.message.to_dict().items() if v is not None}
    asked += [{"role": "tool", "tool_call_id": call.id, "content": "forty-two"} for call in calls]
    last = client.chat.completions.create(messages=asked, **arguments)
    check(last.choices[0].message.content == answer, f"{model} chat {stream}: {last.choices[0].message.content}")
    return answered_by(last)


def responses(model, stream, follows):
    asked = [{"role": "user", "content": f"{question} ({model}, {stream}, {follows})"}]
    arguments = {"model": model, "tools": responses_tools}
    if stream:
        with client.responses.stream(input=asked, **arguments) as events:
            for _ in events:
                pass
            first = events.get_final_response()
    else:
        first = client.responses.create(input=asked, **arguments)
    what = f"{model} responses {stream} {follows}"
    calls = [item for item in first.output if item.type == "function_call"]
    check(first.status == "completed", what)
    check_calls([(c.call_id, c.name, c.arguments) for c in calls], what)
    results = [
        {"type": "function_call_output", "call_id": call.call_id, "output": "forty-two"} for call in calls
    ]
    if follows:
        last = client.responses.create(input=results, previous_response_id=first.id, **arguments)
    else:
        items = [item.to_dict() for item in first.output]
        for item in items:
            item.pop("parsed_arguments", None)
            for part in item.get("content") or []:
                part.pop("parsed", None)
        last = client.responses.create(input=asked + items + results, **arguments)
    check(last.output_text == answer, f"{what}: {last.output_text}")
    return answered_by(last)


def messages(model, stream):
    asked = [{"role": "user", "content": f"{question} ({model}, {stream})"}]
    arguments = {"model": model, "tools": messages_tools, "max_tokens": 500, "system": "Use tools."}
    if stream:
        with claude.messages.stream(messages=asked, **arguments) as events:
            for _ in events:
                pass
            first = events.get_final_message()
    else:
        first = claude.messages.create(messages=asked, **arguments)
    what = f"{model} messages {stream}"
    calls = [block for block in first.content if block.type == "tool_use"]
    check(first.stop_reason == "tool_use", f"{what}: {first.stop_reason}")
    check_calls([(c.id, c.name, json.dumps(c.input)) for c in calls], what)
    content = [
        {"type": "text", "text": block.text}
        if block.type == "text"
        else {"type": "tool_use", "id": block.id, "name": block.name, "input": block.input}
        for block in first.content
    ]
    results = [
        {"type": "tool_result", "tool_use_id": call.id, "content": "forty-two"} for call in calls
    ]
    asked += [{"role": "assistant", "content": content}, {"role": "user", "content": results}]
    last = claude.messages.create(messages=asked, **arguments)
    check(last.content[0].text == answer, f"{what}: {last.content[0].text}")
    return answered_by(last)


def images(model):
    seen = "I see it."
    data = f"data:image/png;base64,{pixel}"
    content = [{"type": "text", "text": "What is this?"}]
    reply = client.chat.completions.create(
        model=model,
        messages=[{"role": "user", "content": content + [{"type": "image_url", "image_url": {"url": data}}]}],
    )
    check(reply.choices[0].message.content == seen, f"{model}: an image in chat")
    content = [{"type": "input_text", "text": "What is this?"}, {"type": "input_image", "image_url": data, "detail": "auto"}]
    reply = client.responses.create(model=model, input=[{"role": "user", "content": content}])
    check(reply.output_text == seen, f"{model}: an image in responses")
    source = {"type": "base64", "media_type": "image/png", "data": pixel}
    reply = claude.messages.create(
        model=model,
        max_tokens=100,
        messages=[{"role": "user", "content": [{"type": "image", "source": source}, {"type": "text", "text": "?"}]}],
    )
    check(reply.content[0].text == seen, f"{model}: an image in messages")


for worker in workers:
    for stream in [False, True]:
        chat(worker, stream)
        messages(worker, stream)
        for follows in [False, True]:
            responses(worker, stream, follows)
    images(worker)

# One worker is chosen, and stays with the conversation.
for ask in [lambda: chat("podium", True), lambda: messages("podium", True), lambda: responses("podium", True, True)]:
    check(ask() in workers, "one worker answered")
images("podium")

# What cannot be honoured is refused by its name.
for more, parameter in [
    ({"tool_choice": {"type": "function", "function": {"name": "nobody"}}}, "tool_choice"),
    ({"tools": [{"type": "function"}]}, "tools[0].function"),
    ({"messages": [{"role": "tool", "tool_call_id": "x", "content": "y"}]}, "messages"),
]:
    arguments = {"model": "podium", "messages": [{"role": "user", "content": "?"}], "tools": chat_tools}
    try:
        client.chat.completions.create(**(arguments | more))
        check(False, f"not refused: {more}")
    except openai.BadRequestError as error:
        check(error.body["param"] == parameter, error.message)
try:
    client.chat.completions.create(
        model="abacus", messages=[{"role": "user", "content": "?"}], tools=chat_tools
    )
    check(False, "a worker without tools was given some")
except openai.BadRequestError as error:
    check("tools" in error.message, error.message)
