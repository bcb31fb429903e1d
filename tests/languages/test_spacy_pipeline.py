"""The tokens kind: blank pipelines, and a tiny trained one made here from sentences of our own."""

import random
import subprocess
import sys

import pytest

from advocacy_lint import rulebook
from advocacy_lint.engine.linter import Linter, Settings
from advocacy_lint.errors import ConfigError, RuleError
from advocacy_lint.languages import forms
from advocacy_lint.model import Post

spacy = pytest.importorskip("spacy")

BLANK = """
check: tokens
level: warning
weight: 1
evidence: {tier: practice, source: us}
da:
  message: "«{match}»: af hvem?"
  why: Fordi.
  match:
    anchors: [der blev]
    patterns:
      - [{LOWER: der}, {LOWER: blev}, {LOWER: {REGEX: "et$"}}]
en: {not_for: a test}
"""
TRAINED = """
check: tokens
level: strength
weight: 1
evidence: {tier: practice, source: us}
da:
  message: "«{match}»: ja."
  why: Fordi.
  match:
    needs: [tag]
    patterns:
      - [{TAG: PERSON}, {TAG: PAST}]
en: {not_for: a test}
"""
SENTENCES = [
    (["Lene", "skruede", "dækslet", "af"], ["PERSON", "PAST", "NOUN", "PART"]),
    (["Bo", "løftede", "pumpen", "op"], ["PERSON", "PAST", "NOUN", "PART"]),
    (["pumpen", "larmer", "hver", "nat"], ["NOUN", "PRES", "DET", "NOUN"]),
    (["Mette", "tørrede", "gulvet", "op"], ["PERSON", "PAST", "NOUN", "PART"]),
    (["gulvet", "tørrer", "hver", "dag"], ["NOUN", "PRES", "DET", "NOUN"]),
]


def write(folder, name, text):
    path = folder / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    from spacy.training import Example

    random.seed(0)
    nlp = spacy.blank("da")
    tagger = nlp.add_pipe("tagger")
    for tag in ("PERSON", "PAST", "PRES", "NOUN", "PART", "DET"):
        tagger.add_label(tag)
    examples = [Example.from_dict(spacy.tokens.Doc(nlp.vocab, words=words), {"tags": tags}) for words, tags in SENTENCES]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("pipeline") / "da_tiny"
    nlp.to_disk(path)
    return str(path)


def linter(folder, nlp=None):
    return Linter(rulebook.load("da", [str(folder)], builtin=False), forms.load("da"), Settings(nlp=nlp))


def test_a_blank_pipeline_uses_shapes_and_lexical_attributes(tmp_path):
    write(tmp_path, "tone/nobody-acts", BLANK)
    report = linter(tmp_path, "blank").lint(Post("x", "I går så jeg det: der blev besluttet noget nyt her."))
    assert [(each.rule, each.excerpt, each.start) for each in report.findings] == [("tone/nobody-acts", "der blev besluttet", 18)]
    assert report.nlp == "spacy.blank('da')"


def test_a_trained_pipeline_uses_tags(tmp_path, pipeline):
    write(tmp_path, "voice/person-acts", TRAINED)
    report = linter(tmp_path, pipeline).lint(Post("x", "Lene skruede dækslet af. Gulvet tørrer hver dag."))
    assert [(each.rule, each.excerpt) for each in report.strengths] == [("voice/person-acts", "Lene skruede")]
    assert (report.nlp, report.skipped) == (pipeline, ())


def test_without_a_trained_pipeline_the_report_says_what_was_skipped(tmp_path):
    write(tmp_path, "voice/person-acts", TRAINED)
    report = linter(tmp_path).lint(Post("x", "Lene skruede dækslet af i går"))
    assert report.strengths == ()
    assert [(each.rule, each.reason) for each in report.skipped] == [
        ("voice/person-acts", "needs a spaCy pipeline (nlp: in the configuration)")
    ]


def test_no_rule_wakes_spacy_unless_the_configuration_names_a_pipeline(tmp_path):
    code = (
        "import sys\nfrom advocacy_lint import lint\n"
        "lint('I maj så vi, at der er blevet besluttet noget, og der blev malet på porten.', language='da')\n"
        "lint('In May it was felt that the pump would stop, and it has been argued that it did.', language='en')\n"
        "print('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_without_spacy_a_pipeline_names_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    write(tmp_path, "voice/person-acts", TRAINED)
    with pytest.raises(ConfigError) as caught:
        linter(tmp_path, "da_core_news_xx").lint(Post("x", "Lene skruede dækslet af i går"))
    assert str(caught.value) == "nlp: spaCy is not installed (pip install 'advocacy-lint[nlp]', or take nlp: out)"


def test_a_pipeline_that_is_not_installed_is_one_clear_line(tmp_path):
    write(tmp_path, "voice/person-acts", TRAINED)
    with pytest.raises(ConfigError) as caught:
        linter(tmp_path, "da_core_news_zz").lint(Post("x", "Lene skruede dækslet af i går"))
    assert str(caught.value) == "the spaCy pipeline “da_core_news_zz” cannot be loaded (pip install da_core_news_zz, or take nlp: out)"


def test_a_wrong_pattern_is_a_rule_error(tmp_path):
    write(tmp_path, "tone/nobody-acts", BLANK.replace("LOWER: der", "LOWERR: der"))
    with pytest.raises(RuleError):
        linter(tmp_path, "blank").lint(Post("x", "der blev besluttet noget nyt her"))


def test_a_post_without_an_anchor_never_imports_spacy(tmp_path):
    write(tmp_path, "tone/nobody-acts", BLANK)
    code = (
        "import sys\n"
        "from advocacy_lint import rulebook\nfrom advocacy_lint.languages import forms\n"
        "from advocacy_lint.engine.linter import Linter, Settings\n"
        "from advocacy_lint.model import Post\n"
        f"linter = Linter(rulebook.load('da', [{str(tmp_path)!r}], builtin=False), forms.load('da'), Settings(nlp='blank'))\n"
        "linter.lint(Post('x', 'Lene skruede dækslet af i går'))\n"
        "print('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_each_language_has_its_own_patterns(tmp_path):
    english = BLANK.replace("en: {not_for: a test}\n", "") + (
        "en:\n  message: “{match}”\n  why: Because.\n  match:\n    anchors: [it was]\n    patterns:\n      - [{LOWER: it}, {LOWER: was}, {LOWER: {REGEX: ed$}}]\n"
    )
    write(tmp_path, "tone/nobody-acts", english)
    found = []
    for language, text in (("da", "I går: der blev besluttet noget nyt."), ("en", "Yesterday it was decided at noon.")):
        linter = Linter(rulebook.load(language, [str(tmp_path)], builtin=False), forms.load(language), Settings(nlp="blank"))
        found += [each.excerpt for each in linter.lint(Post("x", text)).findings]
    assert found == ["der blev besluttet", "it was decided"]
