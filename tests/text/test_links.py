"""Links are links with and without a scheme; a full stop without its blank makes none."""

import pytest

from advocacy_lint import languages, lint
from advocacy_lint.model import Post
from advocacy_lint.portfolio.wording import links
from advocacy_lint.text import analyse


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Søg på carrick.co.uk/laerling nu.", ["carrick.co.uk/laerling"]),
        ("Læs mere på firma.dk. Vi ses.", ["firma.dk"]),
        ("Se lnkd.in/eXyz12, https://x.dk/a og www.b.dk", ["lnkd.in/exyz12,", "https://x.dk/a", "www.b.dk"]),
        ("Www.firma.dk og HTTPS://x.dk/A", ["www.firma.dk", "https://x.dk/a"]),
        ("Skriv til job@firma.dk.", ["job@firma.dk"]),
        ("Det var her.de kom, ca.80 pr.kg/m2 på node.js, bl.a. kl.8", []),
        ("Hos Booking.com sidder Lene.", []),
    ],
)
def test_links_are_known_however_they_are_typed(text, found):
    assert [token[1] for token in analyse(text, languages.get("da")).tokens if token[0] == "url"] == found


def test_a_sentence_goes_on_over_a_bare_link():
    text = "Se firma.dk/job nu. Vi ses."
    assert [text[each.start : each.end] for each in analyse(text, languages.get("da")).sentences] == ["Se firma.dk/job nu.", "Vi ses."]


def test_the_words_of_a_link_are_nobodys_long_words():
    text = "We are celebrating our apprentices now at carrick.co.uk/applications for you."
    assert [each.message for each in lint(text, language="en").findings if each.rule == "tone/long-words"] == []


def test_posts_share_a_link_however_each_has_typed_it():
    typed = ("Se https://www.firma.dk/job/?utm_source=li.", "Www.firma.dk/job", "på firma.dk/job!", "skriv til job@firma.dk")
    assert [links(Post("", text)) for text in typed] == [("firma.dk/job",), ("firma.dk/job",), ("firma.dk/job",), ()]
