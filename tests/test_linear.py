"""Ten times the text costs at most twelve times the work, counted in calls and steps, not by the clock."""

import sys

import pytest

from advocacy_lint import forms, languages, rulebook
from advocacy_lint.config import Config
from advocacy_lint.engine import Linter
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post
from advocacy_lint.text import analyse

PARAGRAPH = {
    "en": "We are proud to announce growth of 12 % in 2025. At 5:40 am I stood there, and “it did not work”, said Lene Holm. "
    "Our world-class team delivered $3.2 million! See www.example.com #growth @lene 🎉\n\n",
    "da": "Vi er stolte af at kunne fortælle om vækst på 12 % i 2025. Kl. 5.40 stod jeg der, og »det virkede ikke«, sagde Lene Holm. "
    "Vores hold i verdensklasse leverede 3,2 mio. kr.! Se www.example.com #vækst @lene 🎉\n\n",
}
HOSTILE = {
    "hashtags": "#a ",
    "quotes": "“a ",
    "markup": "[a](b <!-- ",
    "stars": "*a* _b_ ",
    "stops": "a. ",
    "proud": "proud ",
    "one word": "x",
    "figures": "1.000,5 ",
    "capitals": "Ab ",
}


def steps(call):
    """Return how many lines and calls of Python a call takes, and calls of C functions."""
    count = 0

    def local(frame, event, argument):
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


def grows(make, size):
    """Return how many times the work of `size` units is that of ten times as many, after a first call of each."""
    small, large = make(size), make(size * 10)
    small(), large()
    return steps(large) / steps(small)


def linter(language, kind):
    book = rulebook.load(language)
    other = tuple(rule.id for rule in book.rules if kind is not None and rule.kind != kind)
    from dataclasses import replace

    return Linter(replace(book, rules=tuple(rule for rule in book.rules if rule.id not in other), kept=None), forms.load(language))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", ["phrase", "regex", "presence", "balance", "limit", "field", "claim", None])
def test_each_kind(language, kind):
    checker = linter(language, kind)

    def make(size):
        post = Post("", PARAGRAPH[language] * size, meta={"audience": "nurses", "goal": "reach"}, has_meta=True)
        return lambda: checker.lint(post)

    assert grows(make, 3) <= 12


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_text(name):
    checker = linter("en", None)

    def make(size):
        post = Post("", HOSTILE[name] * size)
        return lambda: checker.lint(post)

    assert grows(make, 60) <= 12


@pytest.mark.parametrize("name", list(HOSTILE))
def test_cutting(name):
    def make(size):
        return lambda: analyse(HOSTILE[name] * size, languages.get("da"))

    assert grows(make, 100) <= 12


@pytest.mark.parametrize("suffix", [".md", ".txt", ".csv", ".jsonl", ".html", ".yml"])
def test_readers(suffix):
    body = {
        ".md": "A line [a](b) `c` <!-- d --> text.\n\n# Head\n\n",
        ".txt": "A line of text.\n",
        ".csv": "2025-01-01,A line of text\n",
        ".jsonl": '{"text": "A line of text."}\n',
        ".html": "<p>A line <b>of</b> text.</p>\n",
        ".yml": "- text: A line of text\n",
    }[suffix]
    head = "date,text\n" if suffix == ".csv" else ""

    def make(size):
        data = (head + body * size).encode()
        return lambda: list(read_source(Source(f"post{suffix}", data=data), Config()))

    assert grows(make, 30) <= 12
