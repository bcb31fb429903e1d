"""An HTTP server for the page, on this computer only: a random port, a secret in the address, Host and Origin checked."""

from __future__ import annotations

import hmac
import json
import secrets
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from socket import socket

from advocacy_lint.errors import InputError
from advocacy_lint.servers.web.desk import Desk, answered, told
from advocacy_lint.servers.web.file import DraftFile

ADDRESS = "127.0.0.1"
LARGEST = 100_000  # bytes of a request
_TYPES = {"": "text/html; charset=utf-8", "page.js": "text/javascript; charset=utf-8", "page.css": "text/css; charset=utf-8"}
_FILES = {"": "page.html", "page.js": "page.js", "page.css": "page.css"}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class PageServer(ThreadingHTTPServer):
    """Serves one page for one draft. Raises OSError where the port is taken."""

    daemon_threads = True
    request_queue_size = 128  # where five wait, as is usual, a busy machine turns others away

    def __init__(self, desk: Desk, file: DraftFile | None = None, port: int = 0) -> None:
        self.desk = desk
        self.file = file
        self.secret = secrets.token_urlsafe(24)
        super().__init__((ADDRESS, port), _Handler)

    @property
    def url(self) -> str:
        """Return the page's address, secret and all."""
        return f"http://{ADDRESS}:{self.server_port}/{self.secret}/"

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Say nothing of a browser that went away in the middle of an answer; what else goes wrong is a fault, and is shown."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: PageServer
    protocol_version = "HTTP/1.1"
    server_version = "advocacy-lint"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with one of the page's files."""
        name = self._name()
        if name is None:
            return
        if name not in _FILES:
            self._send(404, b"no such page", "text/plain")
            return
        data = (files("advocacy_lint.servers.web") / "assets" / _FILES[name]).read_bytes()
        self._send(200, data, _TYPES[name])

    def do_POST(self) -> None:
        """Answer a call of the page."""
        name = self._name()
        if name is None:
            return
        origin = self.headers.get("Origin")
        if origin != f"http://{self.headers.get('Host')}":
            self._refuse("Origin")
            return
        asked = self._body()
        if asked is None:
            return
        try:
            status, answer = self._file_call(name, asked) if name in ("draft", "save") else answered(self.server.desk, name, asked)
        except Exception:
            self._send(500, b'{"error": "a fault of the linter; the terminal says more"}', "application/json")
            raise
        self._send(status, json.dumps(answer).encode(), "application/json")

    def _file_call(self, name: str, asked: dict[str, object]) -> tuple[int, dict[str, object]]:
        """Open or save the one file of this page; there may be none."""
        file = self.server.file
        if file is None:
            return (200, {"text": None, "path": None}) if name == "draft" else (404, {"error": "no file to save to"})
        if name == "draft":
            return 200, {"text": file.text, "path": file.path}
        text = asked.get("text")
        if not isinstance(text, str):
            return 422, {"error": "a draft is text"}
        try:
            file.save(text)
        except (InputError, OSError) as error:
            return 409, {"error": told(error, asked)}
        return 200, {"path": file.path}

    def _name(self) -> str | None:
        """Return what is asked for; None, and an answer, where the request is none of ours."""
        hosts = (f"{ADDRESS}:{self.server.server_port}", f"localhost:{self.server.server_port}")
        if self.headers.get("Host") not in hosts:
            self._refuse("Host")
            return None
        path = self.path.partition("?")[0]
        secret, slash, name = path[1:].partition("/")
        if not slash or not hmac.compare_digest(secret.encode(), self.server.secret.encode()):
            self._refuse("address")
            return None
        return name

    def _body(self) -> dict[str, object] | None:
        """Return the JSON object of a request; None, and an answer, where it has none."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or len(length) > 9 or int(length) > LARGEST:
            self.close_connection = True
            self._send(413, b'{"error": "too large"}', "application/json")
            return None
        try:
            asked = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            asked = None
        if not isinstance(asked, dict):
            self._send(400, b'{"error": "no JSON object"}', "application/json")
            return None
        return asked

    def _refuse(self, what: str) -> None:
        """Say no, and hang up; what was sent is taken in first, else the answer would be lost with it."""
        self.close_connection = True
        length = self.headers.get("Content-Length", "")
        if length.isdecimal() and len(length) < 10:
            self.rfile.read(min(int(length), LARGEST))
        self._send(403, f"wrong {what}".encode(), "text/plain")

    def _send(self, status: int, data: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: addresses hold the secret, and drafts are nobody's business."""
