"""Finds a GGUF file, downloading it once if it is an address, and prints its path.

Started by scripts/local-model. Needs nothing but Python's own library.
"""

import argparse
import errno
import fcntl
import hashlib
import http.client
import ipaddress
import os
import pathlib
import re
import shutil
import ssl
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

MAGIC = b"GGUF"
CHUNK = 1 << 20
SILENCE_SECONDS = 60  # after which a server is given up
CHECKSUMS = "checksums"  # what was downloaded before, by address


def main() -> None:
    options = parse_arguments()
    try:
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", options.where):
            path = download(options)
        else:
            path = local_file(options.where)
    except KeyboardInterrupt:
        fail("stopped; the next start goes on from here.")
    print(path)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("where", help="a file or an address")
    parser.add_argument("--cache", type=pathlib.Path, required=True)
    parser.add_argument("--size", type=int, help="bytes, where they are known")
    parser.add_argument("--sha256", help="the checksum, where it is known")
    return parser.parse_args()


# Files


def local_file(where: str) -> pathlib.Path:
    path = pathlib.Path(where).absolute()
    try:
        if path.is_dir():
            fail(f"{where} is a folder, not a GGUF file.")
        with path.open("rb") as file:
            require_magic(file.read(len(MAGIC)), where)
    except FileNotFoundError:
        fail(f"there is no file {where}.")
    except OSError as error:
        fail(f"{where} cannot be read: {error.strerror}.")
    return path


def require_magic(beginning: bytes, name: str) -> None:
    if beginning != MAGIC:
        shown = beginning.decode("ascii", "replace")
        begins = f"begins with {shown!r}" if beginning else "is empty"
        fail(f"{name} is not a GGUF file: it {begins}.")


# Addresses


def download(options: argparse.Namespace) -> pathlib.Path:
    address = plain_address(options.where)
    require_safe(address)
    name = file_name(address)
    # Files of one name from two addresses stay apart.
    folder = options.cache / "models" / hashlib.sha256(address.encode()).hexdigest()[:12]
    path, part = folder / name, folder / (name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with part.with_name(name + ".lock").open("w") as lock:
            # Two starts at once: the second waits, then finds the work done.
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                fetch(address, part, options)
                check(address, part, options)
                part.replace(path)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            fail(f"there is no space left in {folder}; the next start goes on from here.")
        fail(f"{folder} cannot be written: {error.strerror or error}.")
    return path


def plain_address(where: str) -> str:
    """Hugging Face shows a page about the file at the address that the browser has."""
    return re.sub(r"^(https://huggingface\.co/[^/]+/[^/]+)/blob/", r"\1/resolve/", where)


def require_safe(address: str) -> None:
    try:
        parts = urllib.parse.urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        fail(f"{address} is not an address.")
    if not host:
        fail(f"{address} is not an address.")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_this_machine(host)):
        fail(f"{address} is not encrypted: only https addresses are downloaded from.")


def is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def file_name(address: str) -> str:
    last = urllib.parse.unquote(urllib.parse.urlsplit(address).path).rsplit("/", 1)[-1]
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", last).lstrip(".-")[:120] or "model.gguf"
    if re.search(r"-\d{5}-of-(?!00001)\d{5}\.gguf$", name):
        fail(f"{name} is one of several parts; download all of them, then give the first as a file.")
    return name


class SafeRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, request, file, code, message, headers, new_address):
        require_safe(new_address)
        return super().redirect_request(request, file, code, message, headers, new_address)


def fetch(address: str, part: pathlib.Path, options: argparse.Namespace) -> None:
    """Brings the whole file into `part`, from where the last try broke off."""
    mark = part.with_name(part.name + ".version")
    done = part.stat().st_size if part.exists() else 0
    version = mark.read_text() if done and mark.exists() else ""
    headers = {"User-Agent": "podium-local-model", "Accept-Encoding": "identity"}
    if version:
        # The server sends the rest only of the very same file.
        headers |= {"Range": f"bytes={done}-", "If-Range": version}
    handlers: list = [SafeRedirects]
    if is_this_machine(urllib.parse.urlsplit(address).hostname or ""):
        handlers.append(urllib.request.ProxyHandler({}))
    try:
        reply = urllib.request.build_opener(*handlers).open(
            urllib.request.Request(address, headers=headers), timeout=SILENCE_SECONDS
        )
    except urllib.error.HTTPError as error:
        if error.code == 416 and version:
            # There is nothing after the part: what it is worth, the checksum says.
            return
        fail(f"{address} cannot be downloaded: the server says {error.code} {plain(error.reason)}."
             + (" It may want a sign-in: download it there, and give the file."
                if error.code in (401, 403) else ""))
    except (OSError, http.client.HTTPException) as error:
        fail(f"{address} cannot be reached: {reason(error)}. Is the network there?")
    with reply:
        begin = done if reply.status == 206 and version else 0
        told = reply.headers.get("Content-Length") or ""
        length = int(told) if told.isdecimal() and len(told) < 16 else 0
        total = begin + length if length else options.size or 0
        if options.size and total != options.size:
            fail(f"{address} has {total} bytes and not the {options.size} that are known of it.")
        free = shutil.disk_usage(part.parent).free
        if total - begin > free:
            fail(f"there is no space for {megabytes(total - begin)} in {part.parent}:"
                 f" {megabytes(free)} are free.")
        mark.write_text(version_of(reply.headers))
        receive(reply, address, part, begin, total)
    mark.unlink(missing_ok=True)


def version_of(headers) -> str:
    """What tells this file from a later one at the same address; weak tags do not."""
    tag = headers.get("ETag") or ""
    return tag if tag.startswith('"') else headers.get("Last-Modified") or ""


def receive(reply, address: str, part: pathlib.Path, begin: int, total: int) -> None:
    size = f" ({megabytes(total)})" if total else ""
    rest = f", from {megabytes(begin)} on" if begin else ""
    say(f"Downloading {address}{size}{rest}…")
    done, told = begin, time.monotonic()
    with part.open("r+b" if begin else "wb") as file:
        file.truncate(begin)
        file.seek(begin)
        while True:
            try:
                chunk = reply.read(CHUNK)
            except (OSError, http.client.HTTPException) as error:
                broken_off(address, done, reason(error))
            if not chunk:
                break
            if done == 0 and chunk[: len(MAGIC)] != MAGIC:
                part.unlink()
                require_magic(chunk[: len(MAGIC)], address)
            file.write(chunk)
            done += len(chunk)
            if time.monotonic() - told > 5:
                told = time.monotonic()
                share = f" of {megabytes(total)}, {100 * done // total} %" if total else ""
                say(f"  {megabytes(done)}{share}")
    if done == 0:
        part.unlink()
        require_magic(b"", address)
    if done < total:
        broken_off(address, done, "the server closed it")


def broken_off(address: str, done: int, why: str):
    fail(f"the download of {address} broke off after {megabytes(done)} ({why});"
         " the next start goes on from there.")


def reason(error: Exception) -> str:
    inner = getattr(error, "reason", error)
    if isinstance(inner, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({inner.verify_message})"
    if isinstance(inner, TimeoutError):
        return "it does not answer"
    return getattr(inner, "strerror", None) or str(inner) or type(inner).__name__


# Checksums


def check(address: str, part: pathlib.Path, options: argparse.Namespace) -> None:
    """Holds the file against the checksum that is known, or that of the download before."""
    with part.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            part.unlink()
            fail(f"{address} is not a GGUF file.")
        file.seek(0)
        digest = hashlib.sha256()
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    computed = digest.hexdigest()
    book = options.cache / CHECKSUMS
    if options.sha256:
        if computed != options.sha256.lower():
            part.unlink()
            fail(f"what {address} sent is not the file that is known: its SHA-256 is {computed}"
                 f" and not {options.sha256}. It was not kept.")
        return
    before = remembered(book).get(address)
    if before is None:
        say(f"The checksum of this file is not known beforehand. Its SHA-256 is {computed};"
            " a later download that differs is refused.")
        with book.open("a", encoding="utf-8") as file:
            file.write(f"{computed}  {address}\n")
    elif before != computed:
        part.unlink()
        fail(f"what {address} sent is not the file that came from there before: its SHA-256 is"
             f" {computed} and not {before}. It was not kept; remove the line from {book} to take it.")


def remembered(book: pathlib.Path) -> dict[str, str]:
    if not book.exists():
        return {}
    lines = (line.split(maxsplit=1) for line in book.read_text(encoding="utf-8").splitlines())
    return {words[1]: words[0] for words in lines if len(words) == 2}


# Words


def megabytes(count: int) -> str:
    return f"{count} bytes" if count < 100_000 else f"{count / 1e6:.1f} MB"


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def plain(text):
    """What a server says, without signs that a terminal would obey."""
    return "".join(sign for sign in str(text)[:200] if sign.isprintable())


def fail(message: str):
    say(f"error: {message}")
    sys.exit(1)


if __name__ == "__main__":
    main()
