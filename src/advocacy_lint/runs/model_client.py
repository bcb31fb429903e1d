"""A client of a language model's OpenAI-compatible endpoint: on this computer, or by https where the user allows it.

No redirect is followed and no proxy asked; a reply is bounded in time and size, streamed or not.
"""

from __future__ import annotations

import json
import os
import ssl
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from time import monotonic
from urllib.parse import urlsplit

from msgspec import Struct

from advocacy_lint.errors import ConfigError, InputError

SECONDS = 120.0
LARGEST = 2_000_000
_CHUNK = 65_536


class Endpoint(Struct, frozen=True):
    """Where a model is, taken apart: refused where it may not be spoken to."""

    url: str
    secure: bool
    host: str
    port: int
    path: str
    model: str
    key: str | None = None


def endpoint(
    url: str, model: str, key_from: str | None = None, allow_remote: bool = False, environment: Mapping[str, str] = os.environ
) -> Endpoint:
    """Return an endpoint; ConfigError for what is none, and for one elsewhere that is not allowed or not by https."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ConfigError(f"--endpoint {url}: not a URL") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise ConfigError(f"--endpoint {url}: not the address of a model", hint="http://127.0.0.1:11434/v1")
    secure = parts.scheme == "https"
    if not is_loopback(parts.hostname):
        if not allow_remote:
            raise ConfigError(f"{parts.hostname} is not this computer: the draft would leave it", hint="--allow-remote, if that is meant")
        if not secure:
            raise ConfigError(f"{parts.hostname} is not this computer, and http can be read on the way", hint="https://…")
    key = environment.get(key_from) if key_from else None
    if key_from and not key:
        raise ConfigError(f"the environment variable {key_from} is empty: it is to hold the key")
    if key is not None and not (key.isascii() and key.isprintable()):
        raise ConfigError(f"the environment variable {key_from} holds no key")
    return Endpoint(url, secure, parts.hostname, port or (443 if secure else 80), parts.path.rstrip("/") + "/chat/completions", model, key)


def is_loopback(host: str) -> bool:
    """Say whether a host is this computer."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def ask(where: Endpoint, messages: list[dict[str, str]], temperature: float, seconds: float = SECONDS) -> str:
    """Return a model's reply to a conversation; InputError where none comes, or one that is no reply."""
    until = monotonic() + seconds
    body = json.dumps({"model": where.model, "messages": messages, "temperature": temperature, "stream": False}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if where.key:
        headers["Authorization"] = f"Bearer {where.key}"
    host = "127.0.0.1" if where.host.casefold() == "localhost" else where.host
    connection = (
        HTTPSConnection(where.host, where.port, timeout=seconds, context=ssl.create_default_context())
        if where.secure
        else HTTPConnection(host, where.port, timeout=seconds)
    )
    try:
        connection.request("POST", where.path, body, headers)
        response = connection.getresponse()
        if response.status != 200:
            raise InputError(
                f"the model answered {response.status}" + (": redirects are not followed" if 300 <= response.status < 400 else ""),
                where.url,
            )
        data = _read(response, connection, until)
    except (OSError, HTTPException) as error:
        raise InputError(f"no answer: {error.__class__.__name__.lower() if not str(error) else error}", where.url) from None
    finally:
        connection.close()
    return reply_of(data.decode("utf-8", "replace"), where.url)


def _read(response: HTTPResponse, connection: HTTPConnection, until: float) -> bytes:
    """Return a bounded body: what is larger or slower is no post."""
    parts: list[bytes] = []
    size = 0
    while True:
        left = until - monotonic()
        if left <= 0:
            raise TimeoutError("too slow")
        if connection.sock is not None:
            connection.sock.settimeout(left)
        chunk = response.read1(_CHUNK)
        if not chunk:
            return b"".join(parts)
        size += len(chunk)
        if size > LARGEST:
            raise HTTPException("the reply is far too long")
        parts.append(chunk)


def reply_of(text: str, where: str) -> str:
    """Return the text in a reply, whole or streamed; InputError for what is none."""
    try:
        if text.lstrip().startswith("data:"):
            events = [line[5:].strip() for line in text.splitlines() if line.startswith("data:")]
            pieces = [_piece(json.loads(each), "delta") for each in events if each and each != "[DONE]"]
            return "".join(pieces)
        return _piece(json.loads(text), "message")
    except (ValueError, RecursionError):
        raise InputError("the reply is not that of a model", where) from None


def _piece(data: object, name: str) -> str:
    choices = data.get("choices") if isinstance(data, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    said = first.get(name) if isinstance(first, dict) else None
    content = said.get("content") if isinstance(said, dict) else None
    if content is None and name == "delta":
        return ""
    if not isinstance(content, str):
        raise ValueError
    return content
