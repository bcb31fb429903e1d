"""The page's server, asked as a browser, and as somebody else, would ask it."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading

import pytest
from pack import project

from advocacy_lint.errors import InputError
from advocacy_lint.servers.web.desk import Desk
from advocacy_lint.servers.web.file import DraftFile
from advocacy_lint.servers.web.server import PageServer

TEXT = "😀 Endnu et rekordår, og Lene bar pumpen ud kl. 5.40."


@pytest.fixture
def serve(tmp_path):
    """Start servers for the test's project, and stop them after it."""
    project(tmp_path)
    started = []

    def start(name=None):
        path = tmp_path / (name or "draft.md")
        server = PageServer(Desk(str(path)), DraftFile(str(path)) if name else None)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


def ask(server, method, name, body=None, **headers):
    """Return the status, the headers and the body of an answer; `name` is added to the secret unless it begins with a slash."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    host = f"127.0.0.1:{server.server_port}"
    sent = {"Host": host, "Origin": f"http://{host}", **{key.replace("_", "-"): value for key, value in headers.items()}}
    path = name if name.startswith("/") else f"/{server.secret}/{name}"
    connection.request(method, path, json.dumps(body) if body is not None else None, {key: value for key, value in sent.items() if value})
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, answer.headers, data


def called(server, name, body):
    status, _, data = ask(server, "POST", name, body)
    return status, json.loads(data)


def test_the_page_and_nothing_else_is_served(serve):
    server = serve()
    for name in ("", "page.js", "page.css"):
        status, headers, data = ask(server, "GET", name)
        assert (status, headers["Cache-Control"], headers["X-Content-Type-Options"]) == (200, "no-store", "nosniff")
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        assert data
    assert [ask(server, "GET", name)[0] for name in ("page.html", "../cli/serve.py", "%2e%2e/file.py")] == [404, 404, 404]


def test_who_does_not_know_the_secret_or_comes_from_elsewhere_is_refused(serve):
    server = serve()
    body = {"text": TEXT, "locale": "da"}
    host = f"127.0.0.1:{server.server_port}"
    assert [ask(server, "GET", path)[0] for path in ("/", "/wrong/", f"/{server.secret}", f"/{server.secret}x/")] == [403] * 4
    assert ask(server, "GET", "", Host="evil.example")[0] == 403
    assert ask(server, "POST", "lint", body, Host="evil.example", Origin="http://evil.example")[0] == 403
    assert ask(server, "POST", "lint", body, Origin="http://evil.example")[0] == 403
    assert ask(server, "POST", "lint", body, Origin=None)[0] == 403
    assert ask(server, "POST", "lint", body, Host=f"localhost:{server.server_port}", Origin=f"http://{host}")[0] == 403
    assert ask(server, "POST", "lint", body)[0] == 200


def test_it_listens_on_this_computer_only(serve):
    server = serve()
    assert server.server_address[0] == "127.0.0.1"
    with socket.socket() as elsewhere:
        elsewhere.settimeout(2)
        assert elsewhere.connect_ex(("127.0.0.2", server.server_port)) != 0


def test_a_draft_is_judged(serve):
    status, found = called(serve(), "lint", {"text": TEXT, "locale": "da", "meta": {"language": "da", "author": "Lene"}})
    assert status == 200
    (finding,) = found["findings"]
    assert (finding["rule"], finding["spans"], finding["message"], finding["page"]) == (
        "brag/test-word",
        [[11, 19]],
        "«rekordår» siger ingenting.",
        None,
    )
    assert (finding["rewrite"]["kind"], finding["rewrite"]["after"], finding["rewrite"]["safe"]) == ("replace", "godt år", True)
    assert [each["name"] for each in found["dimensions"]] == ["tone", "brag", "voice", "audience", "purpose", "craft"]
    assert [(each["screen"], each["lines"]) for each in found["fold"]][0] == (
        "phone",
        ["😀 Endnu et rekordår, og Lene bar pumpen ud kl.", "5.40."],
    )


def test_rewrites_and_answers_come_back_as_text(serve):
    server = serve()
    assert called(server, "fix", {"text": TEXT, "locale": "da"}) == (200, {"text": TEXT.replace("rekordår", "godt år"), "count": 1})
    status, found = called(server, "lint", {"text": TEXT, "locale": "da"})
    part = found["questions"][0]["part"]
    answer = "Pumpen var rustet fast, og Bent hentede en længere nøgle i bilen."
    status, coached = called(server, "coach", {"text": TEXT, "locale": "da", "answers": {part: answer}})
    assert (status, answer in coached["text"]) == (200, True)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"text": 3, "locale": "da"}, 422),
        ({"text": TEXT, "locale": "xx"}, 422),
        ({"text": "", "locale": "da"}, 422),
        ({"text": "ord " * 6000, "locale": "da"}, 422),
        ([], 400),
        ({"text": "ord " * 60000, "locale": "da"}, 413),
    ],
)
def test_bad_requests_get_one_line(serve, body, status):
    found, answer = called(serve(), "lint", body)
    assert (found, list(answer)) == (status, ["error"])


def test_what_is_wrong_is_said_in_the_language_of_the_page(serve, tmp_path):
    server = serve("opslag.md")
    said = [called(server, "lint", {"text": "ord " * 6000, "locale": locale})[1]["error"] for locale in ("da", "en")]
    assert said == ["et udkast er højst på 20.000 tegn", "a draft is at most 20,000 characters"]
    (tmp_path / "opslag.md").write_text("Nyere.\n", encoding="utf-8")
    status, answer = called(server, "save", {"text": "Min.", "locale": "da"})
    assert (status, answer["error"].partition(": ")[2]) == (409, "en anden har ændret filen; den er ikke rørt")


def test_an_unknown_call_is_none(serve):
    assert called(serve(), "shutdown", {}) == (404, {"error": "no such call"})


def test_only_the_file_is_written_with_its_encoding_and_line_ends(serve, tmp_path):
    (tmp_path / "opslag.md").write_bytes("\ufeffÅret gik.\r\nSå kom Lene.\r\n".encode())
    server = serve("opslag.md")
    assert called(server, "draft", {}) == (200, {"text": "Året gik.\nSå kom Lene.\n", "path": str(tmp_path / "opslag.md")})
    before = {path for path in tmp_path.rglob("*")}
    assert called(server, "save", {"text": "Året går.\nBent kom.\n"})[0] == 200
    assert (tmp_path / "opslag.md").read_bytes() == "\ufeffÅret går.\r\nBent kom.\r\n".encode()
    assert {path for path in tmp_path.rglob("*")} == before
    (tmp_path / "opslag.md").write_text("En anden skrev her.\n")
    status, answer = called(server, "save", {"text": "Tabt."})
    assert (status, answer["error"].endswith("somebody else has changed the file; it is left as it is")) == (409, True)
    assert (tmp_path / "opslag.md").read_text() == "En anden skrev her.\n"


def test_without_a_file_nothing_can_be_saved(serve):
    server = serve()
    assert called(server, "draft", {}) == (200, {"text": None, "path": None})
    assert called(server, "save", {"text": "x"}) == (404, {"error": "no file to save to"})


def test_other_kinds_of_file_are_refused(tmp_path):
    with pytest.raises(InputError, match="the page writes text files only"):
        DraftFile(str(tmp_path / "kalender.xlsx"))


def test_two_texts_at_once_get_each_their_own(serve):
    server = serve()
    found = {}

    def run(number):
        text = "x" * number + " Endnu et rekordår, og Lene bar pumpen ud."
        found[number] = called(server, "lint", {"text": text, "locale": "da", "meta": {"language": "da"}})[1]["findings"][0]["start"]

    threads = [threading.Thread(target=run, args=(number,)) for number in range(1, 51)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: number + 10 for number in range(1, 51)}


def test_the_command_says_where_and_ends_with_ctrl_c(tmp_path):
    command = [sys.executable, "-m", "advocacy_lint", "serve", "--no-open"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as process:
        address = process.stdout.readline()
        assert address.startswith("http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (130, "Ctrl-C ends it.\n")
