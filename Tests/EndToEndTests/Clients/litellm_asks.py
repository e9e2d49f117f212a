"""Asks an endpoint of Podium's through LiteLLM, in three APIs.

usage: litellm_asks.py ADDRESS
"""

import sys

import litellm

address = sys.argv[1]
asked = [{"role": "user", "content": "Say it."}]
answer = "The file says forty-two."
openai = {"model": "openai/podium", "api_base": address + "/v1", "api_key": "none"}
anthropic = {"model": "anthropic/podium", "api_base": address, "api_key": "none"}
tools = [
    {
        "type": "function",
        "function": {
            "name": "read_file",
            "parameters": {"type": "object", "properties": {"path": {"type": "string"}}},
        },
    }
]


def text(chunks):
    return "".join(chunk.choices[0].delta.content or "" for chunk in chunks)


def calls(message):
    return [call.function.arguments for call in message.tool_calls]


expected = ['{"path": "a.txt"}', '{"path": "b.txt"}']
reply = litellm.completion(messages=asked, temperature=0, max_tokens=50, **openai)
assert reply.choices[0].message.content == answer and reply.usage.total_tokens > 0
assert text(litellm.completion(messages=asked, stream=True, **openai)) == answer
reply = litellm.completion(messages=asked, max_tokens=50, **anthropic)
assert reply.choices[0].message.content == answer
assert text(litellm.completion(messages=asked, max_tokens=50, stream=True, **anthropic)) == answer
reply = litellm.responses(input="Say it.", **openai)
assert reply.output[0].content[0].text == answer
for vendor in [openai, anthropic]:
    reply = litellm.completion(messages=asked, tools=tools, max_tokens=50, **vendor)
    assert [c.replace('":"', '": "') for c in calls(reply.choices[0].message)] == expected, reply
    assert reply.choices[0].finish_reason == "tool_calls"
    chunks = list(litellm.completion(messages=asked, tools=tools, stream=True, max_tokens=50, **vendor))
    whole = litellm.stream_chunk_builder(chunks, messages=asked)
    assert calls(whole.choices[0].message) == expected, whole
