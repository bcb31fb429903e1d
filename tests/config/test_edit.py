"""Changes to a configuration's text: what it is afterwards, letter by letter."""

import pytest

from advocacy_lint.config.edit import with_level, with_term
from advocacy_lint.config.starter import Answers, starter

HEAD = "# Ours.\nlocale: da  # as we speak\n"


def changed(text, fix):
    return None if fix is None else text[: fix.start] + fix.text + text[fix.end :]


TERMS = {
    "nothing": ("", "vocabulary:\n  terms: [rekordår]\n"),
    "comments only": ("# Ours.\n", "# Ours.\nvocabulary:\n  terms: [rekordår]\n"),
    "other keys": (HEAD, HEAD + "vocabulary:\n  terms: [rekordår]\n"),
    "no line end": ("locale: da", "locale: da\nvocabulary:\n  terms: [rekordår]"),
    "a blank line at the end": ("locale: da\n\n", "locale: da\n\nvocabulary:\n  terms: [rekordår]\n"),
    "CRLF": ("locale: da\r\nfail-on: info\r\n", "locale: da\r\nfail-on: info\r\nvocabulary:\r\n  terms: [rekordår]\r\n"),
    "an empty list": ("vocabulary:\n  terms: []  # ours\n", "vocabulary:\n  terms: [rekordår]  # ours\n"),
    "a list in brackets": ('vocabulary:\n  terms: ["a b", c] # x\n', 'vocabulary:\n  terms: ["a b", c, rekordår] # x\n'),
    "brackets over lines": (
        "vocabulary:\n  terms: [\n    a, # one\n    b, # two\n  ]\n",
        "vocabulary:\n  terms: [\n    a, # one\n    b, rekordår, # two\n  ]\n",
    ),
    "a list of lines": (
        "vocabulary:\n  terms:\n    - a\n    - b # last\n\n  # names\n  people: [Lene]\n",
        "vocabulary:\n  terms:\n    - a\n    - b # last\n    - rekordår\n\n  # names\n  people: [Lene]\n",
    ),
    "lines not further in": ("vocabulary:\n  terms:\n  - a\nlocale: da\n", "vocabulary:\n  terms:\n  - a\n  - rekordår\nlocale: da\n"),
    "no terms": (
        "vocabulary:\n    people: [Lene] # us\nlocale: da\n",
        "vocabulary:\n    people: [Lene] # us\n    terms: [rekordår]\nlocale: da\n",
    ),
    "terms without a value": ("vocabulary:\n  terms: # none yet\n", "vocabulary:\n  terms: [rekordår] # none yet\n"),
    "terms that are null": ("vocabulary:\n  terms: ~\n", "vocabulary:\n  terms: [rekordår]\n"),
    "a vocabulary without a value": ("vocabulary: # none\nlocale: da\n", "vocabulary: # none\n  terms: [rekordår]\nlocale: da\n"),
    "braces": ("vocabulary: {people: [Lene]}\n", "vocabulary: {people: [Lene], terms: [rekordår]}\n"),
    "empty braces": ("vocabulary: {}\n", "vocabulary: {terms: [rekordår]}\n"),
    "all in braces": ("{locale: da}\n", "{locale: da, vocabulary: {terms: [rekordår]}}\n"),
    "after a text of lines": ("avoid:\n  x: |\n    why\n    not\n", "avoid:\n  x: |\n    why\n    not\nvocabulary:\n  terms: [rekordår]\n"),
}


@pytest.mark.parametrize("case", TERMS)
def test_a_term_is_put_where_the_form_of_the_file_has_it(case):
    before, after = TERMS[case]
    assert changed(before, with_term(before, "advocacy-lint.yml", "rekordår")) == after


LEVELS = {
    "nothing": ("", "levels:\n  brag/a-b: off\n"),
    "other keys": (HEAD, HEAD + "levels:\n  brag/a-b: off\n"),
    "another rule": ("levels:\n  tone/x: info # so\nlocale: da\n", "levels:\n  tone/x: info # so\n  brag/a-b: off\nlocale: da\n"),
    "a level already": ("levels:\n  brag/a-b: 'info' # so\n", "levels:\n  brag/a-b: off # so\n"),
    "braces": ("levels: {tone/x: info}\n", "levels: {tone/x: info, brag/a-b: off}\n"),
    "no value": ("levels:\n#  craft/x: off\nlocale: da\n", "levels:\n  brag/a-b: off\n#  craft/x: off\nlocale: da\n"),
}


@pytest.mark.parametrize("case", LEVELS)
def test_a_level_is_put_where_the_form_of_the_file_has_it(case):
    before, after = LEVELS[case]
    assert changed(before, with_level(before, "advocacy-lint.yml", "brag/a-b", "off")) == after


TABLE = "[project]\nname = 'x'\n\n[tool.advocacy-lint]\nlocale = 'da' # us\n"
TOML = {
    "no table": (TABLE, TABLE + '\n[tool.advocacy-lint.vocabulary]\nterms = ["rekordår"]\n'),
    "a table": (
        TABLE + "\n[tool.advocacy-lint.vocabulary] # ours\npeople = ['Lene']\n",
        TABLE + "\n[tool.advocacy-lint.vocabulary] # ours\nterms = [\"rekordår\"]\npeople = ['Lene']\n",
    ),
    "a list": (
        TABLE + "[tool.advocacy-lint.vocabulary]\nterms = [\n  'a', # one\n]\n",
        TABLE + "[tool.advocacy-lint.vocabulary]\nterms = [\n  \"rekordår\", 'a', # one\n]\n",
    ),
    "an empty list": (TABLE + "vocabulary.terms = []\n", TABLE + 'vocabulary.terms = ["rekordår"]\n'),
    "braces": (TABLE + "vocabulary = {people = []}\n", TABLE + 'vocabulary = {terms = ["rekordår"], people = []}\n'),
}


@pytest.mark.parametrize("case", TOML)
def test_a_term_is_put_into_a_pyproject(case):
    before, after = TOML[case]
    assert changed(before, with_term(before, "pyproject.toml", "rekordår")) == after


def test_a_level_is_put_into_a_pyproject():
    before = TABLE + "[tool.advocacy-lint.levels]\n'brag/a-b' = 'info' # so\n\n[tool.other]\nx = 1\n"
    assert changed(before, with_level(before, "pyproject.toml", "brag/a-b", "off")) == before.replace("'info'", '"off"')
    assert changed(before, with_level(before, "pyproject.toml", "tone/x", "off")) == before.replace(
        "levels]\n", 'levels]\n"tone/x" = "off"\n'
    )
    assert changed(TABLE, with_level(TABLE, "pyproject.toml", "tone/x", "off")) == (
        TABLE + '\n[tool.advocacy-lint.levels]\n"tone/x" = "off"\n'
    )


@pytest.mark.parametrize("term", ["no", "true", "12", "a: b", "- x", 'a "b"', "c#", "#tag", "{x}", "år 1", "~", "'s", "\\n"])
@pytest.mark.parametrize("path", ["advocacy-lint.yml", "pyproject.toml"])
def test_a_term_is_text_whatever_is_in_it(term, path):
    from advocacy_lint.config.parsed import parse

    text = changed("", with_term("", path, term))
    assert parse(text, path)[0] == {"vocabulary": {"terms": [term]}}


@pytest.mark.parametrize("locale", ["da", "en"])
def test_what_init_writes_takes_both(locale):
    text = starter(Answers(locale=locale))
    text = changed(text, with_term(text, "advocacy-lint.yml", "rekordår"))
    text = changed(text, with_level(text, "advocacy-lint.yml", "brag/a-b", "off"))
    assert ("  terms: [rekordår]\n" in text, "levels: {brag/a-b: off}\n#  craft/hashtag-crowd: off\n" in text) == (True, True)


UNFIT = {
    "not YAML": "vocabulary: [\n",
    "a term already": "vocabulary: {terms: [rekordår]}\n",
    "no list": "vocabulary: {terms: x}\n",
    "no mapping": "- a\n",
    "a section that is none": "vocabulary: x\n",
    "shared with another key": "x: &a {terms: []}\nvocabulary: *a\n",
    "an anchor that is there twice": "x: &a 1\ny: &a 2\n",
    "two documents": "locale: da\n---\nlocale: en\n",
}


@pytest.mark.parametrize("case", UNFIT)
def test_a_text_that_does_not_take_it_is_left_alone(case):
    assert with_term(UNFIT[case], "advocacy-lint.yml", "rekordår") is None
