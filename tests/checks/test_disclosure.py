"""What a programme asks posts to say of their author: missing, only a hashtag at the end, or there."""

import pytest

from advocacy_lint import Config, lint, lint_source

RULE = "purpose/disclosure-missing"
MISSING = ("error", "You agreed that posts say “I work at Vetra”, and this one doesn't. Put it in the first line.")
EITHER = ("error", "You agreed that posts say “Jeg arbejder i Vetra” / “I work at Vetra”, and this one doesn't. Put it in the first line.")
AT_END = ("error", "“#ad” stands only as a hashtag at the end, where nobody reads. Say it in the text.")


def said(report):
    return [(each.level, each.message) for each in report.findings if each.rule == RULE]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The pump was loud at 5:40.", ("I work at Vetra",), [MISSING]),
        ("The pump was loud at 5:40.", ("Jeg arbejder i Vetra", "I work at Vetra"), [EITHER]),
        ("I WORK at Vetra, and the pump was loud.", ("I work at Vetra",), []),
        ("We work at Vetra, and the pump was loud.", ("I work at Vetra",), [MISSING]),
        ("The pump was loud at 5:40.\n\n#pumps #ad", ("#ad",), [AT_END]),
        ("The pump was loud at 5:40.\n\n#pumps #ad", ("I work at Vetra", "#ad"), [AT_END]),
        ("#ad The pump was loud at 5:40.\n\n#pumps", ("#ad",), []),
        ("The pump was loud at 5:40.", (), []),
    ],
)
def test_what_is_asked_for_is_said(text, words, expected):
    assert said(lint(text, language="en", config=Config(disclosure=words))) == expected


def test_a_guide_for_posts_by_agreement_asks_nothing_of_every_post(tmp_path):
    (tmp_path / "advocacy-lint.yml").write_text("programme: p.yml\n", encoding="utf-8")
    guide = "language: en\ndisclosure: A post by agreement has the word “Ad” first.\n"
    (tmp_path / "p.yml").write_text(guide, encoding="utf-8")
    assert said(*lint_source("---\nlanguage: en\n---\nThe pump was loud at 5:40.\n", str(tmp_path / "a.md"))) == []


def test_what_is_asked_for_at_length_is_quoted_in_part():
    text = f"---\nlanguage: en\ndisclosure: {'I work at Vetra ' * 300}\n---\nThe pump was loud at 5:40.\n"
    ((_, message),) = said(*lint_source(text, "a.md"))
    assert len(message) < 200


def test_a_post_may_ask_for_its_own():
    text = "---\nlanguage: en\ndisclosure: I work at Vetra\n---\nThe pump was loud at 5:40.\n"
    assert said(*lint_source(text, "a.md")) == [MISSING]
