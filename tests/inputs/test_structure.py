"""Files of people taken apart and put together wrongly: every reader gives posts and problems, one line each, and never a traceback."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import LintError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Problem

CASES = Path(__file__).parent / "cases"
FILES = [path for path in sorted(CASES.rglob("*.*")) if path.is_file() and path.name != "reading.jsonl" and path.stat().st_size < 30_000]
PIECES = [
    b'"', b"'", b"\r", b"\n", b"\n\n", b";", b",", b"\t", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"---\n", b"+++\n", b"<!--", b"-->", b"{{", b"}}", b"{%",
    b"%}", b"[[", b"]]", b"%%", b"~~", b"==", b":::", b"!!! x\n", b"```", b"`", b"&amp;", b"&#x110000;", b"_x000D_", b"{", b"}", b"\\", b"@[a](urn:li:x)",
    b"<br>", b"<del>", b"<article>", b"</article>", b"<q>", "“".encode(), "”".encode(), "»".encode(), "\u200d".encode(), "\u0301".encode(), b"# ", b"> [!n]\n",
    b"a:: b\n", b"import x\n", b"<A>", b"</A>", b"{/*", b"*/}",
]  # fmt: skip


def mutated(data, chance):
    """Return bytes with pieces put in, taken out, doubled, and lines in another order."""
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.randint(1, 60))
        lines = data.split(b"\n")
        chance.shuffle(lines)
        data = chance.choice(
            (
                data[:at] + chance.choice(PIECES) * chance.choice((1, 1, 2, 30)) + data[at:],
                data[:at] + chance.choice(PIECES) + data[at:],
                data[:at] + data[to:],
                data[:to] + data[at:to] * chance.randint(1, 3) + data[to:],
                b"\n".join(lines),
            )
        )
    return data


def repacked(data, chance):
    """Return an Office file of which one part is mutated."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        chosen = chance.choice([name for name in old.namelist() if name.endswith(".xml")])
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mutated(part, chance) if name == chosen else part)
    return stream.getvalue()


@pytest.fixture(scope="module")
def session():
    return Session(Config())


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(CASES)) for path in FILES])
def test_any_mutation_is_read_or_refused(session, path):
    chance = random.Random(path.name)
    for _ in range(6):
        change = repacked if path.suffix in (".xlsx", ".docx") else mutated
        data = change(path.read_bytes(), chance)
        said, posts = [], []
        try:
            for found in read_source(Source(path.name, data=data), Config()):
                if isinstance(found, Problem):
                    said.append(found.message)
                else:
                    posts.append(found)
        except LintError as error:
            said.append(str(error))
        assert not [line for line in said if "\n" in line]
        for post in posts:
            for spans in (post.muted, [each[:2] for each in post.edits]):
                ends = [0, *(end for _, end in spans)]
                assert all(before <= start <= end for before, (start, end) in zip(ends, spans, strict=False))
                assert ends[-1] <= len(post.text)
            for each in session.lint(post).findings:
                assert 0 <= each.start <= each.end <= len(post.text)
                assert each.line >= 1
                assert each.column >= 1
