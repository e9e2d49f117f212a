"""Serves llmock on a free port until it is stopped.

Started by scripts/test inside the virtual environment that it prepares. llmock's own command takes
a port but does not say which one the system chose.
"""

import argparse
import ctypes
import os
import pathlib
import signal
import socket
import sys

import uvicorn

PR_SET_PDEATHSIG = 1  # prctl(2)
# A stream that stalls on purpose must not keep the server from ending.
LIMITS = {"timeout_graceful_shutdown": 1}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ready-file", type=pathlib.Path, required=True)
    parser.add_argument("--exit-with-parent", action="store_true")
    options = parser.parse_args()
    if options.exit_with_parent:
        exit_with_parent()

    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    # The system accepts connections from here on, before the server reads them.
    announce(f"http://127.0.0.1:{listener.getsockname()[1]}", options.ready_file)
    config = uvicorn.Config("llmock.main:create_app", factory=True, log_level="warning", **LIMITS)
    uvicorn.Server(config).run(sockets=[listener])


def exit_with_parent() -> None:
    parent = os.getppid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the request took effect
        sys.exit(0)


def announce(url: str, ready_file: pathlib.Path) -> None:
    # Renamed into place: whoever waits for the file never reads half of it.
    partial = ready_file.with_name(ready_file.name + ".partial")
    partial.write_text(url + "\n", encoding="utf-8")
    partial.replace(ready_file)


if __name__ == "__main__":
    main()
