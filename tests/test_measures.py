"""Measures of a post as a reader sees it."""

from advocacy_lint.config import Config
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.session import Session

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
