"""Brackets that somebody should have filled in, and brackets that are none."""

from __future__ import annotations

import pytest

from advocacy_lint.api import lint
from advocacy_lint.text import find_quotes
from advocacy_lint.text.placeholders import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Begynd her: Hvor var I?]", ["[Begynd her: Hvor var I?]"]),
        ("Tak til [navn] og [one name], who [did what?]", ["[navn]", "[one name]", "[did what?]"]),
        ("Hej {fornavn}, {{ company }} og {first name}", ["{fornavn}", "{{ company }}", "{first name}"]),
        ("Læs mere: INDSÆT LINK HER. INSERT NAME", ["INDSÆT LINK HER", "INSERT NAME"]),
        ("On page [n] it says [one sentence]: https://x.dk", ["[n]", "[one sentence]"]),
        ("“Vi takker [navn],” sagde hun.", ["[navn]"]),
        ("[listen](https://x.dk), [listen][1], ![et billede](a.png), [^1]", []),
        ("- [ ] Ring\n- [x] Hent nøglen, se [1] og [1, 2]", []),
        ("Han sagde [sic], at […] den [...] var god [og her lo han].", []),
        ("“We trust [the company and its people],” he said.", []),
        ("/products/{id}, ${name}, a[i], DB=YOUR_NAME, \\[navn]", []),
        ("[EN] [Danish version below] [1/3] [Annonce]", []),
    ],
)
def test_placeholders(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in find(text, 0, len(text), quotes=find_quotes(text, 0, len(text)))] == expected


FORM = "[Begynd her: Hvor var I, da Lene sagde, at det gik galt?]\n\n[Hvad prøvede I først?]\n\n[Hvad ved du stadig ikke?]\n\nhttps://nordvind.dk/n\n"


def test_a_form_that_is_not_filled_in_has_no_score() -> None:
    report = lint(FORM, language="da")
    assert (report.score, report.grade, report.strengths) == (None, None, ())
    assert report.skipped[0].reason == "ikke udfyldt: 3 klammer er tilbage"
    assert [(each.rule, each.level, len(each.spans)) for each in report.findings if each.level == "error" and each.excerpt] == [
        ("craft/placeholder-left", "error", 3)
    ]


def test_brackets_earn_nothing() -> None:
    plain = "Vi pakkede fjorten kasser på rampen, og så gik lyset ud i hele hallen, så vi fandt den sidste kasse med en mobil. "
    left = lint(plain + "\n\n[Kl. 5.40 stod jeg i Horsens, og Lene sagde: hvad gik galt?]", language="da")
    assert [each.rule for each in left.strengths] == [each.rule for each in lint(plain, language="da").strengths]
    assert "craft/placeholder-left" in left.rules
