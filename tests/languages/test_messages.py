"""What the program says: the same keys and slots in each language, English where a plugin's language has none."""

from string import Formatter

import pytest
from msgspec.structs import replace

from advocacy_lint import languages, plugins
from advocacy_lint.languages import BUILT_IN, FALLBACK
from advocacy_lint.languages.base import Editing
from advocacy_lint.languages.telling_words import SORTS
from advocacy_lint.model import DIMENSIONS


def slots(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", [code for code in BUILT_IN if code != FALLBACK])
def test_languages_have_the_same_keys_and_slots(code):
    english, other = (languages.part(each, "messages").MESSAGES for each in (FALLBACK, code))
    assert {group: list(texts) for group, texts in other.items()} == {group: list(texts) for group, texts in english.items()}
    # “1 post” has no slot where «{count} opslag» has one.
    unlike = {
        f"{group}/{key}": slots(text) ^ slots(other[group][key])
        for group, texts in english.items()
        for key, text in texts.items()
        if slots(text) != slots(other[group][key])
    }
    assert unlike == {"screen/word": {"count"}}
    assert list(english["dimensions"]) == list(DIMENSIONS)


@pytest.mark.parametrize("code", [code for code in BUILT_IN if code != FALLBACK])
def test_languages_know_the_same_of_editing(code):
    english, other = languages.editing(FALLBACK), languages.editing(code)
    for name in ("questions", "kinds", "kinds_asked"):
        assert list(getattr(other, name)) == list(getattr(english, name)), name
    assert [name for name in Editing.__struct_fields__ if not getattr(other, name)] == []
    assert tuple(languages.part(code, "telling_words").TELLING_WORDS) == SORTS


OWN = replace(languages.get("da"), code="fo", messages={"grades": {"A": "send den, da"}})


def test_a_language_of_a_plugin_falls_back_on_english():
    registry = plugins.Registry("nordic")
    plugins.adopt(registry, lambda each: each.add_language("fo", f"{__name__}:OWN", name="føroyskt"))
    try:
        assert dict(languages.messages("grades", "fo")) == {**languages.messages("grades", "en"), "A": "send den, da"}
        assert languages.messages("screen", "fo") == languages.messages("screen", "en")
        assert languages.writing("fo") is languages.writing("en")
        assert languages.editing("fo") is languages.editing("en")
        assert languages.name_of("fo", "da") == "føroyskt"
    finally:
        plugins.dismiss("nordic")


@pytest.mark.parametrize(
    ("code", "quoted", "listed", "figure"),
    [("da", "«her»", "«a», «b» og «c»", "1.234,5"), ("en", "“her”", "“a”, “b” and “c”", "1,234.5")],
)
def test_a_language_is_written_its_own_way(code, quoted, listed, figure):
    written = languages.writing(code)
    assert written.quoted("her") == quoted
    assert written.listed([written.quoted(each) for each in "abc"]) == listed
    assert written.figure("1,234.5") == figure
