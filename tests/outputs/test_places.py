"""Where findings stand, in every machine format, for every kind of file: lines are the file's, and no suggestion points elsewhere."""

import json
import os
import re

import pytest

from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Look, Post, Tally
from advocacy_lint.outputs import create
from advocacy_lint.outputs.paths import in_repository
from advocacy_lint.outputs.phrases import place_in

BRAG = "Vi er stolte af at kunne præsentere et nyt rekordår."
PLAN = f'Dato;Opslag\n2026-05-04;"Klokken 5.40 var pumpen stille.\nJeg ringede til Mette."\n2026-05-05;"Noget først.\n\n{BRAG}"\n'
CALENDAR = f"posts:\n  - date: 2026-05-04\n    text: |\n      Noget først.\n\n      {BRAG}\n"
FILES = {  # name → data, line of the brag in the file (None: it has none), column where one can be told
    "plan.csv": (PLAN.encode(), 6, None),
    "plan-crlf.csv": (PLAN.replace("\n", "\r\n").encode("utf-8-sig"), 6, None),
    "cal.yml": (CALENDAR.encode(), 6, None),
    "cal.json": (json.dumps([{"text": "Hej du der."}, {"text": f"Noget først.\n\n{BRAG}"}], indent=1).encode(), 6, None),
    "plan.jsonl": (b'{"text": "Hej."}\n' + json.dumps({"text": f"Noget først.\n\n{BRAG}"}).encode(), 2, None),
    "a.md": (f"---\nauthor: Bo\n---\n{BRAG}".encode(), 4, 1),
    "bom.txt": (BRAG.encode("utf-8-sig"), 1, 1),
    "crlf.md": (f"Noget først.\r\n\r\n- {BRAG}".encode(), 3, 3),
    "cr.txt": (f"Noget først.\r\r{BRAG}".encode(), 3, 1),
    "page.html": (f"<html><body>\n<p>Vi er <b>stolte</b>{BRAG[12:]}</p></body></html>".encode(), 2, 4),
}


@pytest.fixture(scope="module")
def session():
    return Session(Config())


def reports(session, name):
    return [session.lint(post) for post in read_source(Source(name, data=FILES[name][0]), Config()) if isinstance(post, Post)]


def rendered(form, found):
    renderer = create(form, Look())
    return renderer.begin() + "".join(renderer.post(each) for each in found) + renderer.end(Tally())


def github(text):
    for line in text.splitlines():
        if "brag/record" in line:
            column = re.search(r",col=(\d+)", line)
            return int(re.search(r"line=(\d+)", line)[1]), column and int(column[1])
    return None


def gitlab(text):
    return next((each["location"]["lines"]["begin"], None) for each in json.loads(text) if each["check_name"] == "brag/record")


def checkstyle(text):
    line = next(each for each in text.splitlines() if "brag/record" in each)
    column = re.search(r'column="(\d+)"', line)
    return int(re.search(r'line="(\d+)"', line)[1]), column and int(column[1])


def rdjson(text):
    found = next(each for each in json.loads(text)["diagnostics"] if each["code"]["value"] == "brag/record")
    return found["location"]["range"]["start"]["line"], None


def sarif(text):
    found = next(each for each in json.loads(text)["runs"][0]["results"] if each["ruleId"] == "brag/record")
    region = found["locations"][0]["physicalLocation"]["region"]
    return region["startLine"], region.get("startColumn")


@pytest.mark.parametrize("form", [github, gitlab, checkstyle, rdjson, sarif])
@pytest.mark.parametrize("name", FILES)
def test_lines_are_the_files(session, name, form):
    _, line, column = FILES[name]
    found = form(rendered(form.__name__, reports(session, name)))
    found_line, found_column = found if isinstance(found, tuple) else (found, None)
    assert found_line == line
    text = FILES[name][0].decode("utf-8-sig")
    if column is not None and found_column is not None:
        assert text.splitlines()[line - 1][found_column - 1 :].startswith("rekordår")
    if column is None:
        assert found_column is None


def test_where_a_file_has_no_lines_the_message_says_the_place(session):
    report = session.lint(Post("plan.xlsx", BRAG, place="Ark1!C7", line=0, has_lines=False))
    (line,) = [each for each in rendered("github", [report]).splitlines() if "brag/record" in each]
    assert line.startswith("::warning file=plan.xlsx,line=1,endLine=1,title=brag/record::Ark1!C7: «rekordår»")
    assert next(each.file_line for each in report.findings) is None


def test_a_suggestion_never_points_into_another_post(session):
    text = '{"text": "Hej du."}\n{"text": "Såfremt den lækker, ringer jeg til Mette på værkstedet kl. 5.40."}\n'
    found = [session.lint(post) for post in read_source(Source("plan.jsonl", data=text.encode()), Config()) if isinstance(post, Post)]
    assert any(each.fixes for report in found for each in report.findings)
    assert "suggestions" not in rendered("rdjson", found)
    assert '"fixes"' not in rendered("sarif", found)


def test_paths_are_the_repositorys(tmp_path, monkeypatch):
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "repo" / "sub")
    for build in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(build, raising=False)
    assert in_repository("../a.md") == "a.md"
    assert in_repository("b.md") == "sub/b.md"
    assert in_repository(str(tmp_path / "repo" / "sub" / "b.md")) == "sub/b.md"
    assert in_repository(str(tmp_path / "c.md")) == str(tmp_path / "c.md").replace(os.sep, "/")
    assert in_repository("-") == "-"
    monkeypatch.chdir(tmp_path)  # no repository: from the folder of the run
    assert in_repository(str(tmp_path / "c.md")) == "c.md"
    monkeypatch.chdir(tmp_path / "repo" / "sub")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert in_repository("b.md") == "repo/sub/b.md"


@pytest.mark.parametrize(
    ("locale", "place", "said"),
    [
        ("da", "line 4", "linje 4"), ("da", "table 1, row 2", "tabel 1, række 2"), ("da", "paragraph 3", "afsnit 3"), ("da", "Line!C7", "Line!C7"),
        ("en", "line 4", "line 4"),
    ],
)  # fmt: skip
def test_places_are_in_the_readers_language(locale, place, said):
    assert place_in(locale, place) == said
