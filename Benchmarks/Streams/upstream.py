"""A server of Chat Completions that writes a piece each half second, with the time at which it wrote it.

usage: upstream.py
Writes its port, and serves for as long as the process that started it lives.
"""

import asyncio
import json
import os
import time

PIECES, SILENCE, INTERVAL = 12, 3.0, 0.5


def frame(event):
    data = b"data: " + (event if isinstance(event, bytes) else json.dumps(event).encode()) + b"\n\n"
    return b"%x\r\n" % len(data) + data + b"\r\n"


def choice(delta, reason=None, **more):
    return frame({"choices": [{"index": 0, "delta": delta, "finish_reason": reason}], **more})


async def answer(reader, writer):
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
            await reader.readexactly(int(lengths[0].split(b":")[1]) if lengths else 0)
            writer.write(
                b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
            )
            # All of them have come before the first word.
            await asyncio.sleep(SILENCE)
            for _ in range(PIECES):
                writer.write(choice({"content": f"{time.time():.6f} "}))
                await writer.drain()
                await asyncio.sleep(INTERVAL)
            usage = {"prompt_tokens": 5, "completion_tokens": PIECES, "total_tokens": 5 + PIECES}
            writer.write(choice({}, "stop", usage=usage) + frame(b"[DONE]") + b"0\r\n\r\n")
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=2_000)
    print(server.sockets[0].getsockname()[1], flush=True)
    parent = os.getppid()
    while os.getppid() == parent:
        await asyncio.sleep(0.2)


asyncio.run(main())
