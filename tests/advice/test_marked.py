"""Fixes take mark-up along: a pair of marks stays whole or goes whole, and links, code and templates stand after every fix."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from advocacy_lint.advice import fixes
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.inputs import Source
from advocacy_lint.runs.fix import fix
from advocacy_lint.text.markup import DRESS, FIXED, HELD, LETTER, Mark, Marked

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import fuzz_markup

DRAFTS = yaml.safe_load((Path(__file__).parent / "marked.yml").read_text(encoding="utf-8"))
REST = {
    "da": " I tirsdags stod Lene i hallen i Vejle og skiftede pumpen fire gange.",
    "en": " On Tuesday Lena stood in the hall in Leeds and changed the pump four times.",
}
SESSIONS = {language: Session(Config(), language=language) for language in REST}


def fixed(text: str, language: str) -> str:
    found = fix(Source("draft.md", data=text.encode()), SESSIONS[language], unsafe=False)
    assert found is not None
    return found.after.decode()


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("da", "Vi er **stolte** af at kunne fortælle, at hal 4 åbner.", "Hal 4 åbner."),
        ("da", "Vi er stolte af at kunne fortælle, at **hal 4** åbner.", "**Hal 4** åbner."),
        ("da", "**Vi er stolte af at kunne fortælle, at hal 4 åbner.**", "**Hal 4 åbner.**"),
        ("da", "Vi er stolte af at kunne fortælle, at [hal 4](https://x.dk) åbner.", "[Hal 4](https://x.dk) åbner."),
        ("da", "Vi er stolte af at kunne fortælle, at [hal 4](hal.md) åbner.", "[Hal 4](hal.md) åbner."),
        ("da", "Vi er <b>stolte</b> af at kunne fortælle, at <i>hal 4</i> åbner.", "<i>Hal 4</i> åbner."),
        ("da", "Vi tester pumper *samt* slanger.", "Vi tester pumper *og* slanger."),
        ("da", "Vi tester pumper <em>samt</em> slanger.", "Vi tester pumper <em>og</em> slanger."),
        ("en", "We read [the manual *prior to*](https://x.dk) lunch.", "We read [the manual *before*](https://x.dk) lunch."),
        ("en", "We read **the manual prior** to lunch.", "We read **the manual** before lunch."),
        ("en", "We read it prior *to lunch*.", "We read it before *lunch*."),
        ("en", "We read it _prior_ to lunch.", "We read it before lunch."),
        ("en", "We read it prior\nto lunch.", "We read it before\nlunch."),
        ("en", "Prior to lunch we stopped the pump in order\nto eat.", "Before lunch we stopped the pump\nto eat."),
        ("en", "We read it prior&nbsp;to lunch.", "We read it before lunch."),
    ],
)
def test_marks_are_carried_or_dropped_whole(language: str, before: str, after: str) -> None:
    assert fixed(before + REST[language], language) == after + REST[language]


@pytest.mark.parametrize(
    "text",
    [
        "We read [it prior](https://x.dk) to lunch.",
        "We read [it prior](it.md) to lunch.",
        "We read it prior[^1] to lunch.",
        "We read it prior<!-- remark --> to lunch.",
        "We read it prior<br>to lunch.",
        "We read it prior  \nto lunch.",
        "We read it prior {{< break >}} to lunch.",
        "We read it prior *to lunch and more.",
    ],
)
def test_what_would_lose_a_link_or_half_of_a_pair_is_refused(text: str) -> None:
    made = fuzz_markup.report(text + REST["en"], "en")
    offers = [fixes.apply(text + REST["en"], [each]) for finding in made.findings for each in finding.fixes]
    assert all("before" not in offer for offer in offers)


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in DRAFTS.items() for text in texts])
def test_drafts_with_marks_have_the_fixes_that_they_have_without(language: str, text: str) -> None:
    bare = fuzz_markup.plain(text)
    wanted = {" ".join(fixes.apply(bare, [each]).split()) for found in fuzz_markup.report(bare, language).findings for each in found.fixes}
    offered = [fixes.apply(text, [each]) for found in fuzz_markup.report(text, language).findings for each in found.fixes]
    assert {fuzz_markup.plain(each) for each in offered} == wanted
    assert [fuzz_markup.wrong(text, each) for each in offered] == [None] * len(offered)


@pytest.mark.parametrize("seed", [1, 2])
def test_drafts_dressed_at_random_come_to_no_harm(seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz_markup.main(250, seed) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "marks", "change", "expected"),
    [
        ("a **b** c", [(2, 4, DRESS, 5), (5, 7, DRESS, 2)], (2, 3, "x"), "a **x** c"),
        ("a **b** c", [(2, 4, DRESS, 5), (5, 7, DRESS, 2)], (2, 3, ""), "a c"),
        ("a **b c** d", [(2, 4, DRESS, 7), (7, 9, DRESS, 2)], (0, 3, "x"), "x **c** d"),
        ("a **b c** d", [(2, 4, DRESS, 7), (7, 9, DRESS, 2)], (4, 7, "x"), "a **b** x"),
        ("a **b c** d", [(2, 4, DRESS, 7), (7, 9, DRESS, 2)], (0, 7, "x"), "x"),
        ("a [b](u) c", [(2, 3, HELD, 4), (4, 8, HELD, 2)], (2, 3, ""), None),
        ("a [b](u) c", [(2, 3, HELD, 4), (4, 8, HELD, 2)], (0, 3, "x"), None),
        ("a [b](u) c", [(2, 3, HELD, 4), (4, 8, HELD, 2)], (4, 5, "x"), "a [b](u) x"),
        ("a<!---->b", [(1, 8, FIXED, -1)], (0, 2, "x"), None),
        ("a<!---->b", [(1, 8, FIXED, -1)], (1, 2, "x"), "a<!---->x"),
        ("a\nb c", [(1, 2, LETTER, -1)], (0, 3, "x"), "x\nc"),
    ],
)
def test_a_change_is_carried(text: str, marks: list[tuple[int, int, str, int]], change: tuple[int, int, str], expected: str | None) -> None:
    made = Marked(text, [Mark(start, end, " " if kind == LETTER else "", kind, other) for start, end, kind, other in marks])
    found = made.carried(*change)
    assert (found and fixes.apply(text, [fixes.Fix(found.start, found.end, found.text)])) == expected


def test_the_fuzz_sees_what_is_lost() -> None:
    assert fuzz_markup.wrong("a [b](side-1.md) c", "a b c")
    assert fuzz_markup.wrong("a **b** c", "a **b c")
    assert fuzz_markup.wrong("a <b>b</b> c", "a <b>b c")
    assert fuzz_markup.wrong("a **b** c", "a b c") is None
    assert fuzz_markup.balance("a **b** c") == (True, 0)
