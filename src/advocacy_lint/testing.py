"""Contract tests that a plugin runs on itself: readers, outputs, rules, and that work grows no faster than the text.

Each raises AssertionError that says what was broken and by what. They need no test framework::

    from advocacy_lint import testing
    from my_package import register

    def test_contract():
        with testing.plugged(register):
            testing.check_reader(".note", {b"Hej med jer": ["Hej med jer"]})
            testing.check_output("tally")
            testing.check_rules("nb")
            testing.check_linear("nb", "Vi er stolte av rekordoverskuddet. ")
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from advocacy_lint import outputs, plugins
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Look, Post, PostReport, Problem, Tally

if TYPE_CHECKING:
    from _typeshed import TraceFunction

# What is no draft in any format: nothing, broken UTF-8, bytes of a program, half of a character, and a row of what opens things.
BROKEN = (b"\0\1\2 binary", b"\xff\xfe\xff", b"\xc3(", b"\xed\xa0\x80", b"[{<(" * 500, b"\r\n\r\r\n" * 50 + b"x")
# Terminal escapes, bidirectional controls, commands of build servers, markup and formulas, as a hostile draft has them.
HOSTILE = (
    "\x1b[31mrød\x1b[0m \x1b]0;navn\x07 \x9b2J \x7f \u202eomvendt\u202c <script>alert(1)</script> {} '\"\n::error::ond\n##[group]ond\n=1+1"
)
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Ten times the text may cost this many times the work.
_LINEAR = 12.0


@contextmanager
def plugged(register: Callable[[plugins.Registry], object], name: str = "tried") -> Iterator[plugins.Registry]:
    """Have a plugin loaded for the time of a test, installed or not."""
    registry = plugins.Registry(name, name, "0")
    plugins.adopt(registry, register)
    try:
        yield registry
    finally:
        plugins.dismiss(name)


def check_reader(suffix: str, files: Mapping[bytes, Sequence[str]]) -> None:
    """Hold a reader against its contract: `files` are contents of files, with the texts of the posts in each.

    Spans lie in the text, in order; what cannot be read is a Problem or an InputError, never another exception; and what is cut short or
    changed anywhere is either read or said.
    """
    path = f"post{suffix}"
    for data, expected in files.items():
        posts = [each for each in _read(path, data) if isinstance(each, Post)]
        found = [each.text[each.start : each.stop] for each in posts]
        assert found == list(expected), f"{suffix}: {data[:60]!r} gives {found}, not {list(expected)}"
        for cut in range(0, len(data), max(1, len(data) // 40)):
            _read(path, data[:cut])
            _read(path, data[:cut] + b"\0\xff" + data[cut + 2 :])
    for data in BROKEN:
        _read(path, data)


def _read(path: str, data: bytes) -> list[Post | Problem]:
    """Return what a reader gives; AssertionError for what no reader may."""
    try:
        found = list(read_source(Source(path, data=data), Config()))
    except InputError:  # one line by its making
        return []
    except Exception as error:
        raise AssertionError(f"{path}: {data[:60]!r} raises {type(error).__name__}: {error}") from error
    for each in found:
        assert isinstance(each, Post | Problem), f"{path}: {data[:60]!r} gives a {type(each).__name__}"
        if isinstance(each, Problem):
            assert each.message, f"{path}: {data[:60]!r} gives a problem without words"
            continue
        assert 0 <= each.start <= each.stop <= len(each.text), f"{path}: a post outside of its text: {each.start}–{each.stop}"
        end = each.start
        for span in each.muted:
            assert each.start <= span.start <= span.end <= each.stop, f"{path}: a muted span outside of its post: {tuple(span)}"
            assert end <= span.start, f"{path}: muted spans overlap, or are out of order: {tuple(span)}"
            end = span.end
    return found


def check_output(name: str, *, lines: bool = True) -> str:
    """Hold an output format against hostile drafts and names; return what it wrote for them.

    Nothing hidden of a draft may come through: no terminal escape, no bidirectional control, no half of a character; and with `lines` (a
    format whose lines a build server may read) no line that it takes for a command.
    """
    look = Look()
    renderer = outputs.create(name, look)
    reports = _reports()
    tally = Tally()
    tally.problems.append(Problem(f"{HOSTILE}.md", HOSTILE))
    for report in reports:
        tally.summary.add(report)
    written = renderer.begin() + "".join(renderer.post(each) for each in reports) + renderer.end(tally)
    hidden = _HIDDEN.search(written)
    assert hidden is None, f"{name}: a draft's {hidden[0]!r} comes through" if hidden else ""
    for line in written.split("\n") if lines else ():
        taken = line.strip().startswith("::") or re.search(r"##[A-Za-z]*\[", line)
        assert not taken, f"{name}: a build server takes this line for a command: {line[:80]!r}"
    if name in ("json", "jsonl"):
        json.loads(written.split("\n")[0] if name == "jsonl" else written)
    return written


def _reports() -> list[PostReport]:
    session = Session(Config())
    texts = (f"We are proud to announce a record profit. {HOSTILE} We are proud. {HOSTILE}", "Lene stod på rampen kl. 5.40.", "")
    meta = {"author": HOSTILE, "audience": HOSTILE}
    return [session.lint(Post(f"{HOSTILE}.md", text, id=HOSTILE, meta=meta, has_meta=True)) for text in texts]


def check_rules(language: str, packs: Sequence[str] = ()) -> int:
    """Hold the rules of loaded plugins in a language against their own examples; return how many rules there are.

    A bad example gives exactly one finding at its marked span, a good one none; a replacement, once applied, does not fire again.
    `packs` are folders to look at, instead of those of the plugins.
    """
    from advocacy_lint import rulebook
    from advocacy_lint.engine import rule_examples
    from advocacy_lint.engine.linter import Linter
    from advocacy_lint.languages import forms

    own = tuple(packs) or plugins.pack_folders()
    book = rulebook.load(language, own, with_examples=True)
    linter = Linter(book, forms.load(language, own))
    rules = [rule for rule in book.rules if rule.path.startswith(own)]
    wrong = [
        f"{each.path}:{each.example.line}: {each.result}: {each.detail}: {each.example.text[:100]}"
        for each in rule_examples.run(linter, rules)
        if each.result != "ok"
    ]
    for rule in rules:
        if not (any(each.bad for each in rule.examples) and any(not each.bad for each in rule.examples)):
            wrong.append(f"{rule.path}: {rule.id} has no bad example, or no good one, in {language}")
        wrong += [f"{rule.path}: fires again: {again}" for again in rule_examples.fires_again(linter, rule)]
    assert not wrong, "\n".join(wrong)
    return len(rules)


def check_linear(language: str, text: str, size: int = 6) -> None:
    """Hold linting against time: ten times a text costs at most twelve times the work, counted in steps of Python."""
    session = Session(Config())

    def linting(times: int) -> Callable[[], object]:
        return lambda: session.lint(Post("post.md", text * times, meta={"language": language}))

    _check_growth(linting, size, f"linting {text[:40]!r}")


def check_linear_reader(suffix: str, body: bytes, size: int = 30) -> None:
    """Hold a reader against time, as `check_linear` does: `body` is what is written again and again."""

    def reading(times: int) -> Callable[[], object]:
        return lambda: _read(f"post{suffix}", body * times)

    _check_growth(reading, size, f"reading {suffix}")


def _check_growth(make: Callable[[int], Callable[[], object]], size: int, what: str) -> None:
    small, large = make(size), make(size * 10)
    small(), large()  # what is remembered is remembered now
    growth = _steps(large) / _steps(small)
    assert growth <= _LINEAR, f"{what}: ten times the text takes {growth:.1f} times the work"


def _steps(call: Callable[[], object]) -> int:
    """Return how many lines and calls of Python a call takes."""
    count = 0

    def local(frame: FrameType, event: str, argument: object) -> TraceFunction:
        nonlocal count
        count += 1
        return local

    before = sys.gettrace()
    sys.settrace(local)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
