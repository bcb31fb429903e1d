"""One post through the engine: who speaks, what is muted, shadowed, excused, silenced; and where findings point."""

from datetime import date
from pathlib import Path

import pytest

from advocacy_lint import api, rulebook
from advocacy_lint.config import Config, Vocabulary
from advocacy_lint.engine.linter import Linter, Settings, selected
from advocacy_lint.engine.session import Session
from advocacy_lint.engine.suppressions import is_expired
from advocacy_lint.languages import forms
from advocacy_lint.model import Post, Span, Suppression

RULES = {
    "tone/hurra": """
check: phrase
level: warning
weight: 1
evidence: {tier: practice, source: us}
da: {message: "«{match}»: nej.", why: Fordi., match: {phrases: [hurra for os]}}
en: {not_for: a test}
""",
    "tone/quoted": """
check: phrase
level: warning
weight: 1
applies_to: quote
evidence: {tier: practice, source: us}
da: {message: "«{match}»: nej.", why: Fordi., match: {phrases: [meget tilfreds]}}
en: {not_for: a test}
""",
    "brag/big": """
check: phrase
level: error
weight: 2
shadows: [brag/small]
evidence: {tier: practice, source: us}
da: {message: "«{match}»: nej.", why: Fordi., match: {phrases: [rekordstort overskud], except: [uden rekordstort overskud], unless: {phrases: [ironisk]}}}
en: {not_for: a test}
""",
    "brag/small": """
check: phrase
level: warning
weight: 1
evidence: {tier: practice, source: us}
da: {message: "«{match}»: nej.", why: Fordi., match: {phrases: [overskud]}}
en: {not_for: a test}
""",
    "brag/claim": """
check: claim
level: warning
weight: 1
evidence: {tier: law, source: us}
da: {message: "«{match}»: nej.", why: Fordi., match: {phrases: [klimaneutral], qualifiers: {phrases: [<percent>, <year>]}, window: neighbours}}
en: {not_for: a test}
""",
    "voice/scene": """
check: phrase
level: strength
weight: 1
evidence: {tier: practice, source: us}
da: {message: "«{match}»: ja.", why: Fordi., match: {phrases: [på rampen, <time>]}}
en: {not_for: a test}
""",
    "voice/nobody": """
check: presence
level: warning
weight: 1
evidence: {tier: practice, source: us}
da: {message: Ingen., why: Fordi., match: {any: {phrases: [jeg]}}}
en: {not_for: a test}
""",
    "purpose/reach": """
check: field
level: warning
weight: 1
evidence: {tier: practice, source: us}
da: {message: "«{match}»: nej.", why: Fordi., match: {field: goal, phrases: [visninger]}}
en: {not_for: a test}
""",
    "tone/shout": """
check: regex
level: info
weight: 0.2
evidence: {tier: practice, source: us}
da: {message: "«{match}»: nej.", why: Fordi., match: {patterns: ["!{2,}"]}}
en: {not_for: a test}
""",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules")
    for name, text in RULES.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return rulebook.load("da", [str(folder)], builtin=False)


def lint(book, text, settings=None, **post):
    return Linter(book, forms.load("da"), settings).lint(Post("x.md", text, **post))


def found(book, text, settings=None, **post):
    # Somebody speaks at the end, so that only what the test is about is found.
    return [(each.rule, each.excerpt) for each in lint(book, f"{text} Det ved jeg.", settings, **post).findings]


def test_a_quotation_is_not_the_authors_voice(book):
    assert found(book, "Jeg råbte ikke «hurra for os» i går.") == []
    assert found(book, "Jeg råbte hurra for os i går.") == [("tone/hurra", "hurra for os")]


def test_a_rule_for_quotations_hears_only_them(book):
    assert found(book, "Jeg er meget tilfreds. «Vi er meget tilfreds,» siger jeg.") == [("tone/quoted", "meget tilfreds")]


def test_muted_text_is_not_judged(book):
    assert found(book, "Jeg skrev `hurra for os` i koden.", muted=(Span(10, 25),)) == []


def test_one_rule_swallows_another_where_they_overlap(book):
    assert found(book, "Jeg så et rekordstort overskud og et overskud.") == [
        ("brag/big", "rekordstort overskud"),
        ("brag/small", "overskud"),
    ]


def test_exceptions_and_excuses(book):
    assert found(book, "Jeg levede uden rekordstort overskud.") == [("brag/small", "overskud")]
    assert found(book, "Det er ironisk ment, sagde jeg om et rekordstort overskud.") == [("brag/small", "overskud")]


def test_a_claim_is_excused_by_its_qualifier(book):
    assert found(book, "Jeg kalder os klimaneutral hver dag.") == [("brag/claim", "klimaneutral")]
    assert found(book, "Jeg kalder os klimaneutral. Vi har målt 12 % i 2025.") == []


def test_a_brag_excuses_no_claim(book):
    assert found(book, "Jeg kalder os klimaneutral. Hurra for os og 12 %.") == [
        ("brag/claim", "klimaneutral"),
        ("tone/hurra", "Hurra for os"),
    ]


def test_strengths_in_a_tainted_sentence_do_not_count(book):
    assert [each.excerpt for each in lint(book, "Jeg stod på rampen. Hurra for os kl. 5.40 på rampen.").strengths] == ["på rampen"]


def test_presence_points_at_the_first_line(book):
    report = lint(book, "Vi stod på rampen.\nOg ventede på den næste bil.")
    assert [(each.rule, each.excerpt, each.start, each.end, each.line, each.end_line) for each in report.findings] == [
        ("voice/nobody", "", 0, 18, 1, 1)
    ]


def test_a_finding_about_the_post_points_past_front_matter(book):
    text = "---\ngoal: visninger\n---\n\nVi stod på rampen og ventede."
    report = lint(book, text, muted=(Span(0, 24),), meta={"goal": "flere visninger"}, has_meta=True)
    assert [(each.rule, each.message, each.start, each.line) for each in report.findings] == [
        ("purpose/reach", "«visninger»: nej.", 25, 5),
        ("voice/nobody", "Ingen.", 25, 5),
    ]


def test_positions_count_code_points_with_crlf_bom_and_emoji(book):
    text = "\ufeff👩‍👩‍👧 Jeg\r\nråbte\thurra for os. Det ved jeg."
    report = lint(book, text, muted=(Span(0, 1),))
    finding = report.findings[0]
    assert (finding.start, finding.end, finding.line, finding.column, finding.end_column) == (18, 30, 2, 7, 19)
    assert text[finding.start : finding.end] == "hurra for os"


def test_all_places_of_a_rule_are_one_finding(book):
    report = lint(book, "Jeg råber hurra for os, hurra for os og hurra for os. Det ved jeg.")
    assert [(each.rule, [tuple(span) for span in each.spans]) for each in report.findings] == [
        ("tone/hurra", [(10, 22), (24, 36), (40, 52)])
    ]


def test_words_of_the_trade_are_no_findings(book):
    assert found(book, "Jeg siger hurra for os hver dag.", Settings(terms=("Hurra for os",))) == []


def test_a_suppression_silences_its_rule_and_an_unused_one_is_reported(book):
    text = "<!--a-->Jeg råber hurra for os.\n<!--b-->Og så gik jeg."
    used = Suppression(Span(0, 8), 8, 31, ("tone/hurra",), "derfor")
    unused = Suppression(Span(32, 40), 40, len(text), ("brag",))
    unknown = Suppression(Span(32, 40), 40, len(text), ("tone/hurar",))
    report = lint(book, text, suppressions=(used, unused, unknown), muted=(Span(0, 8), Span(32, 40)))
    assert [(each.rule, each.message) for each in report.findings] == [
        ("suppression/unknown", "«tone/hurar» er ikke en regel. Ret id'et, eller slet kommentaren."),
        ("suppression/unused", "Denne kommentar slår ikke noget fra længere. Slet den."),
    ]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Config(), [("suppression/unknown", "warning"), ("suppression/unused", "info")]),
        # a rule that is off, or not asked for, is a rule all the same, and nobody can know whether its comment is needed
        (Config(levels={"brag/award": "off"}), [("suppression/unknown", "warning")]),
        (Config(ignore=("brag",)), [("suppression/unknown", "warning")]),
        (Config(levels={"suppression/unknown": "error"}), [("suppression/unknown", "error"), ("suppression/unused", "info")]),
        (Config(levels={"suppression": "off"}), []),
        (Config(ignore=("suppression/unknown",)), [("suppression/unused", "info")]),
        (Config(select=("tone",)), []),
        (Config(select=("tone", "suppression")), [("suppression/unknown", "warning")]),
    ],
)
def test_what_is_said_of_comments_follows_the_settings(settings, expected):
    text = "<!--a-->Jeg skiftede pumpen kl. 6 med Bent, og den lækkede igen."
    comments = (Suppression(Span(0, 8), 8, 60, ("tone/hurar",)), Suppression(Span(0, 8), 8, 60, ("brag/award",)))
    report = Session(settings, language="da").lint(Post("a.md", text, suppressions=comments, muted=(Span(0, 8),)))
    assert [(each.rule, each.level) for each in report.findings if each.dimension == "craft"] == expected


def test_an_expired_suppression_silences_nothing(book):
    old = Suppression(Span(0, 8), 8, 31, ("tone/hurra",), None, "2020-01-01")
    report = lint(book, "<!--a-->Jeg råber hurra for os. Det ved jeg.", suppressions=(old,), muted=(Span(0, 8),))
    assert [each.rule for each in report.findings] == ["suppression/expired", "tone/hurra"]
    assert not is_expired(Suppression(Span(0, 1), 0, 1, (), None, "2030-05-01"), date(2030, 5, 1))


@pytest.mark.parametrize(
    ("rule", "select", "ignore", "expected"),
    [
        ("tone/hurra", (), (), True),
        ("tone/hurra", ("tone",), (), True),
        ("tone/hurra", ("brag",), (), False),
        ("tone/hurra", (), ("tone",), False),
        ("tone/hurra", ("tone/hurra",), ("tone",), True),
        ("tone/hurra", ("tone",), ("tone/hurra",), False),
        ("tone/hurra", ("tone",), ("tone",), False),
        ("tone/hurra", ("ton",), (), False),
    ],
)
def test_the_longest_prefix_wins_and_off_wins_a_tie(rule, select, ignore, expected):
    assert selected(rule, select, ignore) is expected


@pytest.mark.parametrize("language", ["da", "en"])
def test_many_posts_are_judged_as_each_alone(language):
    posts = [
        Post(str(path), path.read_text(encoding="utf-8"))
        for path in sorted((Path(__file__).parents[2] / "examples" / language).glob("*.md"))
    ]
    assert len(posts) == 12

    def fresh():
        return Linter(rulebook.load(language), forms.load(language))

    alone = [fresh().lint(post) for post in posts]
    assert fresh().lint_all(posts) == alone


def test_two_places_that_ask_for_one_cut_offer_it_once():
    from advocacy_lint import lint

    report = lint("Lene carried the pump out at six, and the hose froze.\n\nAgree? Like if you agree, share if you agree!", language="en")
    for finding in report.findings:
        assert len(set(finding.fixes)) == len(finding.fixes)


@pytest.mark.parametrize(
    ("text", "config", "rule", "message"),
    [
        (  # another rule has had the first place
            "Vi er glade for at kunne fortælle, at pumpen er ny. En stor cadeau til hele holdet for en kæmpe indsats.",
            Config(),
            "tone/corporate-pride",
            "«stor cadeau» kan læseren ikke mærke. Skriv, hvad nogen gjorde, så kommer følelsen af sig selv.",
        ),
        (  # the first place is a term of the trade
            "En stærk artikel om pumper. Læs mere her.",
            Config(vocabulary=Vocabulary(terms=("stærk artikel",))),
            "voice/secondhand",
            "«Læs mere her» sender læseren væk, før du har sagt noget selv. Skriv, hvad du så eller lærte, og lad linket stå til sidst.",
        ),
    ],
)
def test_a_message_quotes_the_first_words_that_are_marked(text, config, rule, message):
    assert [each.message for each in api.lint(text, language="da", config=config).findings if each.rule == rule] == [message]
