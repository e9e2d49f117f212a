"""Asks an endpoint of Podium's through the vendors' own SDKs, whose types are the oracle.

usage: sdks.py ADDRESS
The address has no version: http://127.0.0.1:7634. Ends with status 1 at the first thing that is wrong.
"""

import sys

import anthropic
import openai

address = sys.argv[1]
question = "What is 17 * 23?"
asked = [{"role": "user", "content": question}]
unreadable = [{"role": "user", "content": "Say hello"}]
client = openai.OpenAI(base_url=address + "/v1", api_key="none")
claude = anthropic.Anthropic(base_url=address, api_key="none")


def check(condition, what):
    if not condition:
        print("WRONG:", what)
        sys.exit(1)
    print("ok:", str(what)[:100])


def refused(kind, parameter, **more):
    """A request that is refused, once: the SDK is not to ask again."""
    arguments = {"model": "podium", "messages": asked} | more
    try:
        client.chat.completions.create(**arguments)
    except kind as error:
        check(error.body["param"] == parameter, error.message)
        return
    check(False, f"not refused: {more}")


# Models, in both forms.
names = [model.id for model in client.models.list()]
check("podium" in names and "podium-mini" in names and "abacus" in names, names)
check(client.models.retrieve("podium").owned_by == "podium", "one model")
check([model.id for model in claude.models.list()] == names, "the other vendor's list")

# Chat Completions.
for model in ["podium", "podium-mini", "podium-ultra", "abacus"]:
    reply = client.chat.completions.create(model=model, messages=asked)
    check(reply.choices[0].message.content.endswith("391"), reply.choices[0].message.content)
    check(reply.choices[0].finish_reason == "stop" and reply.usage.total_tokens > 0, model)
raw = client.chat.completions.with_raw_response.create(model="podium", messages=asked)
check(raw.headers["x-request-id"] and raw.headers["x-podium-session"], "headers say who and where")
check(raw.parse().model_extra["podium"]["answered_by"]["worker"], "the body says who answered")
chunks = list(
    client.chat.completions.create(
        model="podium", messages=asked, stream=True, stream_options={"include_usage": True}
    )
)
text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
check(text.endswith("391") and chunks[-1].usage.total_tokens > 0, text)
check([c.choices[0].finish_reason for c in chunks if c.choices][-1] == "stop", "a reason at the end")
with client.chat.completions.stream(model="podium", messages=asked) as stream:
    for _ in stream:
        pass
    check(stream.get_final_completion().choices[0].message.content == text, "the helper of streams")
refused(openai.BadRequestError, "n", n=2)
refused(openai.BadRequestError, "logprobs", logprobs=True)
refused(openai.BadRequestError, "bogus", extra_body={"bogus": 1})
refused(openai.NotFoundError, "model", model="nobody")
try:
    for _ in client.chat.completions.create(model="podium", messages=unreadable, stream=True):
        pass
    check(False, "a stream without an answer looks finished")
except openai.APIError as error:
    check("no answer" in str(error) or "cannot" in str(error), error)

# Responses.
response = client.responses.create(model="podium", input=question, instructions="Be brief.")
check(response.output_text.endswith("391") and response.status == "completed", response.output_text)
later = client.responses.create(
    model="podium", input=question, previous_response_id=response.id
)
check(later.previous_response_id == response.id, "it goes on with the response before")
kinds = [event.type for event in client.responses.create(model="podium", input=question, stream=True)]
check(kinds[0] == "response.created" and kinds[-1] == "response.completed", kinds)
with client.responses.stream(model="podium", input=question) as stream:
    for _ in stream:
        pass
    check(stream.get_final_response().output_text == response.output_text, "the helper of streams")
kinds = [
    event.type
    for event in client.responses.create(model="podium", input="Say hello", stream=True)
]
check(kinds.count("response.failed") == 1 and "response.completed" not in kinds, kinds)

# Messages.
message = claude.messages.create(
    model="podium", max_tokens=100, system="Be brief.", messages=asked
)
check(message.content[0].text.endswith("391"), message.content[0].text)
check(message.stop_reason == "end_turn" and message.usage.output_tokens > 0, message.usage)
with claude.messages.stream(model="podium", max_tokens=100, messages=asked) as stream:
    check("".join(stream.text_stream).endswith("391"), "a stream of text")
    check(stream.get_final_message().stop_reason == "end_turn", "and its end")
counted = claude.messages.count_tokens(model="podium", messages=asked)
check(counted.input_tokens > 0, counted)
stopped = claude.messages.create(
    model="podium", max_tokens=100, stop_sequences=["391"], messages=asked
)
check(stopped.stop_reason == "stop_sequence" and stopped.stop_sequence == "391", stopped.content)
check("391" not in stopped.content[0].text, "nothing behind the text at which it stops")
try:
    with claude.messages.stream(model="podium", max_tokens=100, messages=unreadable) as stream:
        for _ in stream.text_stream:
            pass
    check(False, "a stream without an answer looks finished")
except anthropic.APIStatusError as error:
    check("cannot" in str(error), error)
try:
    claude.messages.create(model="podium", max_tokens=100, messages=[])
    check(False, "an empty conversation is not refused")
except anthropic.BadRequestError as error:
    check("messages" in str(error), error)
