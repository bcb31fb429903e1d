"""What a programme asks posts to say of their author: missing, only a hashtag at the end, or there."""

import pytest

from advocacy_lint import Config, lint, lint_source

RULE = "purpose/disclosure-missing"
MISSING = ("error", "You agreed that posts say “I work at Vetra”, and this one doesn't. Put it in the first line.")
AT_END = ("error", "“#ad” stands only as a hashtag at the end, where nobody reads. Say it in the text.")


def said(report):
    return [(each.level, each.message) for each in report.findings if each.rule == RULE]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The pump was loud at 5:40.", ("I work at Vetra", "#ad"), [MISSING]),
        ("I WORK at Vetra, and the pump was loud.", ("I work at Vetra",), []),
        ("We work at Vetra, and the pump was loud.", ("I work at Vetra",), [MISSING]),
        ("The pump was loud at 5:40.\n\n#pumps #ad", ("#ad",), [AT_END]),
        ("#ad The pump was loud at 5:40.\n\n#pumps", ("#ad",), []),
        ("The pump was loud at 5:40.", (), []),
    ],
)
def test_what_is_asked_for_is_said(text, words, expected):
    assert said(lint(text, language="en", config=Config(disclosure=words))) == expected


def test_a_programme_asks_for_what_it_quotes(tmp_path):
    (tmp_path / "advocacy-lint.yml").write_text("programme: p.yml\n", encoding="utf-8")
    programme = tmp_path / "p.yml"
    text = "---\nlanguage: en\n---\nThe pump was loud at 5:40.\n"
    programme.write_text("language: en\ndisclosure: Say “I work at Vetra” in the post, or #ad.\n", encoding="utf-8")
    assert said(*lint_source(text, str(tmp_path / "a.md"))) == [MISSING]
    programme.write_text("language: en\ndisclosure: Say that you work here.\n", encoding="utf-8")
    assert said(*lint_source(text, str(tmp_path / "a.md"))) == []


def test_a_post_may_ask_for_its_own():
    text = "---\nlanguage: en\ndisclosure: I work at Vetra\n---\nThe pump was loud at 5:40.\n"
    assert said(*lint_source(text, "a.md")) == [MISSING]
