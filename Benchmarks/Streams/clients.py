"""Clients that ask for a stream at the same time, each over a connection of its own.

usage: clients.py PORT COUNT [PID]
Writes one line of JSON: how long after they were written the first pieces came (milliseconds, p50 and p99), and
what the process with that id has taken for each, in KiB.
"""

import asyncio
import json
import sys
import time

port, count = int(sys.argv[1]), int(sys.argv[2])
process = sys.argv[3] if len(sys.argv) > 3 else None
body = json.dumps(
    {"model": "w", "stream": True, "messages": [{"role": "user", "content": "hello"}]}
).encode()
head = (
    b"POST /v1/chat/completions HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer none\r\n"
    b"content-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
)
first, broken = [], 0


def resident():
    if process is None:
        return 0
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * 4


async def ask(number):
    global broken
    await asyncio.sleep(number * 0.002)
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    writer.write(head + body)
    pieces, is_whole = 0, False
    while line := await reader.readline():
        if line.startswith(b"data: [DONE]"):
            is_whole = True
            break
        if not line.startswith(b"data: {"):
            continue
        now = time.time()
        for choice in json.loads(line[6:]).get("choices") or []:
            for written in (choice["delta"].get("content") or "").split():
                if pieces == 0:
                    first.append((now - float(written)) * 1_000)
                pieces += 1
    broken += not is_whole or pieces != 12
    writer.close()


async def within_time(number):
    global broken
    try:
        await asyncio.wait_for(ask(number), 60)
    except (OSError, TimeoutError):
        broken += 1


async def main():
    before, peak = resident(), 0

    async def watch():
        nonlocal peak
        while True:
            peak = max(peak, resident())
            await asyncio.sleep(0.1)

    watching = asyncio.create_task(watch())
    await asyncio.gather(*[within_time(number) for number in range(count)])
    watching.cancel()
    first.sort()
    result = {"broken": broken, "memory": (peak - before) / count}
    if first:
        result |= {"p50": first[len(first) // 2], "p99": first[len(first) * 99 // 100]}
    print(json.dumps(result))


asyncio.run(main())
