"""Every output format of any post: no exception, sound as its format, and nothing raw that a terminal or a parser would obey."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree

from advocacy_lint import outputs
from advocacy_lint.model import Look, PortfolioFinding, Problem, SharedText, Span, Tally
from targets.common import head, session
from targets.lint import posts

# Controls but for tab and line feed, bidirectional controls, lone surrogates.
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
FORMATS = tuple(outputs.FORMATS)


def one(data):
    """Render a post's report in every format; words of the post are also its path, its id and a problem's message."""
    choice, rest = head(data)
    for post in posts(rest):
        report = session().lint(post)
        words = post.text[:40]
        for name in FORMATS:
            look = Look(
                with_score=not choice & 1, verbose=bool(choice & 2), locale="da" if choice & 4 else "en", width=choice,
                color=bool(choice & 8), rules=session().linter("da").rules,
            )  # fmt: skip
            run = Tally()
            run.summary.add(report)
            run.problems.append(Problem(words, words))
            shared = (SharedText(words, words, (Span(0, 1),)), SharedText("b", None))
            run.portfolio.append(PortfolioFinding("portfolio/copy-paste", "error", words, "", 0.5, shared, (words,), words))
            renderer = outputs.create(name, look)
            check(name, renderer.begin() + renderer.post(report) + renderer.end(run))
            if name == "github":
                check("markdown", renderer.job_summary(run))


def check(name, text):
    """Hold an output to its format."""
    text.encode()
    found = RAW.search(STYLE.sub("", text) if name == "text" else text)
    assert found is None, (name, found)
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text)
    elif name == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in text.splitlines())
    elif name in ("junit", "checkstyle"):
        ElementTree.fromstring(text)
    elif name in ("csv", "excel"):
        separator = ";" if text.startswith("\ufeffpath;") else ","
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not any(cell[:1] in ("=", "@", "\t") for row in rows for cell in row)
    elif name == "github":
        assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in text.split("\n") if line)
