"""Measures of a post as a reader sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint.checks.measures import CEILINGS, MEASURES
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post

POST = (
    "Fru Poulsen ventede 41 dage på en badebænk i Lundgaard. Jeg ringede på hos hende, og da var hun flyttet, for det var sent: "
    "vi satte os i kantinen og tegnede vejen for én badebænk med en rulle madpapir, og ved hver pil spurgte vi, hvad der sker, hvis vi "
    "dropper den. Nu bevilger jeg selv de små ting, mens jeg står i badeværelset, og så kører han ud dagen efter."
)


def rules(text: str) -> set[str]:
    (post,) = read_source(Source("post.md", data=text.encode()), Config())
    return {finding.rule for finding in Session(Config()).lint(post).findings}


def test_front_matter_is_not_before_the_fold():
    head = "---\nlanguage: da\nauthor: anne\nrole: ergoterapeut i kommunen, og det har hun været i mange år\naudience: ergoterapeuter\n"
    head += "goal: at andre kommuner prøver det og fortæller, hvor det knækker\nnote: noget, der fylder, så der er langt til teksten\n---\n"
    assert len(head) > 210
    assert "craft/buried-hook" not in rules(head + POST)
    assert "craft/buried-hook" in rules(head + POST[56:] + " " + POST[:56])


def test_quotation_marks_in_front_matter_quote_nobody():
    text = '---\nlanguage: en\nrole: "fitter, 6\\" pipes"\n---\nThe 6" pipe burst at noon, and Ann said no.'
    (post,) = read_source(Source("post.md", data=text.encode()), Config())
    analysis = Session(Config()).linter("en").analyse(post)
    assert analysis.quotes == []
    assert analysis.words == 9


def test_front_matter_is_no_paragraph():
    head = f"---\nlanguage: da\naudience: ergoterapeuter\nnote: {'noget, der fylder, ' * 80}\n---\n"
    assert len(head.split()) > 180
    assert "craft/wall-of-text" not in rules(head + POST)
    assert "craft/wall-of-text" in rules(head + POST * 3)


LINTERS = {language: Session(Config()).linter(language) for language in ("da", "en")}
WORDS = st.sampled_from(
    [
        "we",
        "Acme",
        "ßßß",
        "a",
        "NASA",
        "x-ray",
        "“the",
        "end”.",
        "`code",
        "`",
        "\n\n",
        "\r\n\r\n",
        "#tag",
        "www.a.dk",
        "7.",
        "\u00ad",
        "ﬁ",
        "🎉",
    ]
)


@pytest.mark.parametrize("name", list(CEILINGS))
@given(text=st.one_of(st.lists(WORDS, max_size=250).map(" ".join), st.text(max_size=300)), language=st.sampled_from(["da", "en"]))
def test_no_measure_is_over_its_ceiling(name, text, language):
    scan = LINTERS[language].scan(Post("a.md", text))
    value = MEASURES[name](scan)
    assert value is None or value <= CEILINGS[name](scan)
