"""Danish main clauses: the finite verb second, or no answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy_lint.advice import fixes
from advocacy_lint.api import lint
from advocacy_lint.languages.word_order import main_clause

WORDS = "vi jeg Mette Bent og den 14. marts i dag i Vejle ikke nu har åbner åbnede leder at der , . : det os vores nye hal fra mandag, 2025".split()
OPENERS = (
    "Vi er glade for at kunne fortælle, at ",
    "Kæmpe tak til ",
    "Sikke en dag! ",
    "🚀🚀 ",
    "We are proud to announce that ",
    "✅ a\n✅ b\n✅ c\n",
)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("vi den 14. marts 2026 åbnede en hal.", "Den 14. marts 2026 åbnede vi en hal."),
        ("kunderne ikke længere skal vente.", "Kunderne skal ikke længere vente."),
        ("vi nu har den.", "Vi har den nu."),
        ("fra mandag kan vi tage imod.", "Fra mandag kan vi tage imod."),
        ("vi nu åbner, og at vi har kage.", None),
        ("Lene pludselig ringede.", None),
        ("Mette 14. i har", None),
        ("", None),
        ("vi", None),
    ],
)
def test_main_clause(clause: str, expected: str | None) -> None:
    assert main_clause(clause) == expected


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_every_word_is_kept(words: list[str]) -> None:
    clause = " ".join(words)
    found = main_clause(clause)
    if found is not None:
        assert sorted(found.lower().split()) == sorted(clause.lower().split())


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(OPENERS),
    st.lists(st.sampled_from([*WORDS, *OPENERS, "\n\n", "#stolt", "“", "”", "https://x.dk", "[navn]"]), max_size=14),
)
def test_whatever_is_written_can_be_rewritten(opener: str, words: list[str]) -> None:
    text = opener + " ".join(words)
    for language in ("da", "en"):
        report = lint(text, language=language)
        for finding in report.findings:
            assert all(0 <= fix.start <= fix.end <= len(text) for fix in finding.fixes)
        fixes.apply(text, fixes.chosen((fix for each in report.findings for fix in each.fixes), unsafe=True))
