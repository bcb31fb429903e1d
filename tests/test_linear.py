"""Ten times the text costs at most twelve times the work, counted in calls and steps of Python, not by the clock.

Steps do not see what one call into C costs; `benchmarks/linear.py` measures that, by hand.
"""

import io
import re
import sys
import zipfile
from functools import cache

import pytest

from advocacy_lint import languages, outputs, rulebook
from advocacy_lint.advice import diffing, fixes, preview, scaffold
from advocacy_lint.checks import KINDS
from advocacy_lint.config import Config, Mix
from advocacy_lint.engine.linter import Linter
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import READERS, Source, markdown, metadata, read_source
from advocacy_lint.languages import forms
from advocacy_lint.languages.detect import detect
from advocacy_lint.model import Look, Post, Tally
from advocacy_lint.portfolio import candidates, duplicates, mix
from advocacy_lint.portfolio.signature import signature
from advocacy_lint.programme.audit import Auditor
from advocacy_lint.programme.form import parse
from advocacy_lint.text import analyse

PARAGRAPH = {
    "en": "We are proud to announce growth of 12 % in 2025. At 5:40 am I stood there, and “it did not work”, said Lene Holm. "
    "Our world-class team delivered $3.2 million! See www.example.com #growth @lene 🎉\n\n",
    "da": "Vi er stolte af at kunne fortælle om vækst på 12 % i 2025. Kl. 5.40 stod jeg der, og »det virkede ikke«, sagde Lene Holm. "
    "Vores hold i verdensklasse leverede 3,2 mio. kr.! Se www.example.com #vækst @lene 🎉\n\n",
}
HOSTILE = {
    "hashtags": "#a ",
    "quotes": "“a ",
    "markup": "[a](b <!-- ",
    "stars": "*a* _b_ ",
    "stops": "a. ",
    "proud": "proud ",
    "one word": "x",
    "figures": "1.000,5 ",
    "capitals": "Ab ",
    "tags": "<b> ",
    "code": "`a` ",
    "comments": "<!-- a --> ",
    "quotations": "“a” ",
    "apostrophes": "'a ",
    "thousands": "thousand ",
    "amounts": "5 million dollars ",
    "links": "www.a.dk ",
    "names": "Lene Holm ",
    "places": "in Aarhus ",
    "emoji": "🎉 ",
    "lines": "a\n",
    "signs": ", ",
}
# What stands once before what comes again.
RUNS = {"signs before words": (", ", "very proud to leverage "), "brackets": ("it was felt that ", "(")}


def steps(call):
    """Return how many lines and calls of Python a call takes, and calls of C functions."""
    count = 0

    def local(frame, event, argument):
        nonlocal count
        count += 1
        return local

    before = sys.gettrace()
    sys.settrace(local)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows(make, size):
    """Return how many times the work of `size` units is that of ten times as many, after a first call of each."""
    small, large = make(size), make(size * 10)
    small(), large()
    return steps(large) / steps(small)


@cache
def book(language):
    return rulebook.load(language, with_examples=True)


@cache
def linter(language, kind=None, rule_id=None):
    chosen = tuple(rule for rule in book(language).rules if kind in (None, rule.kind) and rule_id in (None, rule.id))
    return Linter(rulebook.RuleBook(language, chosen, book(language).signals), forms.load(language))


def linting(checker, text, language="en"):
    """Return the call that lints a Markdown text."""
    (post,) = markdown.posts("post.md", text)
    meta = {"language": language, "audience": "nurses", "goal": "reach"}
    post = Post(post.path, post.text, meta=meta, muted=post.muted, suppressions=post.suppressions, has_meta=True)
    return lambda: checker.lint(post)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", [*KINDS, None])
def test_each_kind(language, kind):
    checker = linter(language, kind)
    assert grows(lambda size: linting(checker, PARAGRAPH[language] * size, language), 3) <= 12


# A rule's own words, without ends of sentences: all of its places in one, each held against all others if anything is. Of claims those
# that are excused, with what excuses them.
WORDS = [
    (language, rule.id, " ".join(re.sub(r"[.!?\n]+", " ", example.text).split()))
    for language in ("da", "en")
    for rule in book(language).rules
    for example in [each for each in rule.examples if each.bad == (rule.kind != "claim")][:1]
    if rule.kind in ("phrase", "regex", "tokens", "claim")
]


@pytest.mark.parametrize(("language", "rule_id", "words"), WORDS, ids=[f"{rule_id}-{language}" for language, rule_id, _ in WORDS])
def test_the_words_of_each_rule(language, rule_id, words):
    checker = linter(language, rule_id=rule_id)
    assert grows(lambda size: linting(checker, (words + " ") * size, language), 12) <= 12


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_text(name):
    checker = linter("en")
    assert grows(lambda size: linting(checker, HOSTILE[name] * size), 60) <= 12


@pytest.mark.parametrize("name", list(RUNS))
def test_what_stands_before(name):
    checker = linter("en")
    before, unit = RUNS[name]
    assert grows(lambda size: linting(checker, before * size + unit * size), 40) <= 12


def test_hashtags():
    """Two thousand of them: what a million costs is five hundred times that."""
    checker = linter("da")
    assert grows(lambda size: linting(checker, "#a " * size, "da"), 200) <= 12


@pytest.mark.parametrize("name", list(HOSTILE))
def test_cutting(name):
    assert grows(lambda size: lambda: analyse(HOSTILE[name] * size, languages.get("da")), 100) <= 12


@pytest.mark.parametrize("name", list(HOSTILE))
def test_detection(name):
    assert grows(lambda size: lambda: detect(HOSTILE[name] * size), 60) <= 12


SHADOWING = {rule.id: next(each.text for each in rule.examples if each.bad).rstrip(".!") for rule in book("en").rules if rule.shadows}


@pytest.mark.parametrize("rule_id", list(SHADOWING))
def test_shadowed_rules(rule_id):
    """A rule that swallows another's places, at every place."""
    swallowed = next(rule for rule in book("en").rules if rule.id == rule_id).shadows
    chosen = tuple(rule for rule in book("en").rules if rule.id in (rule_id, *swallowed))
    checker = Linter(rulebook.RuleBook("en", chosen, book("en").signals), forms.load("en"))
    assert grows(lambda size: linting(checker, (SHADOWING[rule_id] + " ") * size), 40) <= 12


BODIES = {
    "markdown": [
        "A line [a](b) `c` <!-- d --> text.\n\n# Head\n\n",
        "[a](b <!-- ",
        "```\n",
        "~~~\na\n~~~\n",
        "<a ",
        "![a](b",
        "[a]: http://b\n",
        "{",
        "{a} ",
        "{{a.b}} ",
        "[[a|b]] &amp; ~~c~~ ",
        "'a ",
        "    a\n\n",
        "% a\n",
        "author: a\n",
        "# Post 1\n\n`a` b.\n\n",
    ],
    "plain": ["A line of text.\n", "---\n"],
    "delimited": ["2025-01-01,A line of text\n", '2025,"a', ";", '"', "a\r"],
    "jsonl": ['{"text": "A line of text."}\n', "{\n", "[", '{"a":'],
    "webpage": [
        "<p>A line <b>of</b> text.</p>\n",
        "<article>Text.</article>",
        '<a "',
        "<a '\"' ",
        "<!-- a -->",
        "<pre>",
        "<!",
        "&nbsp;",
        "<p hidden>",
        "<p hidden>a</p>",
        "<a href='#cmnt1'>",
        "<b style='display:none' class='hidden b'>",
    ],
    "calendar": ["- text: A line of text\n", "- ", "[", "{a: ", "# a\n", "? "],
    "document": [
        "<w:p><w:r><w:t>A line of text.</w:t></w:r></w:p>",
        "<w:p/>",
        "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>A</w:t></w:r></w:p><w:p><w:r><w:t>a b</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>text</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    ],
    "workbook": ["<row><c t='inlineStr'><is><t>A line of text</t></is></c></row>", "<row/>", "<row><c/></row>"],
}
W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
S = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return stream.getvalue()


def workbook(rows, sheets="<sheet name='A' sheetId='1' r:id='r1'/>"):
    heading = "<row><c t='inlineStr'><is><t>text</t></is></c></row>"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f"<Types xmlns='{P}/content-types'><Override PartName='/xl/workbook.xml' ContentType='{kind}'/></Types>",
            "_rels/.rels": f"<Relationships xmlns='{P}/relationships'><Relationship Id='r' Type='{OFFICE}/officeDocument' Target='xl/workbook.xml'/>"
            "</Relationships>",
            "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{P}/relationships'><Relationship Id='r1' Type='{OFFICE}/worksheet' "
            "Target='worksheets/sheet1.xml'/></Relationships>",
            "xl/workbook.xml": f"<workbook {S} xmlns:r='{OFFICE}'><sheets>{sheets}</sheets></workbook>",
            "xl/worksheets/sheet1.xml": f"<worksheet {S}><sheetData>{heading}{rows}</sheetData></worksheet>",
        }
    )


def file_of(module, body):
    """Return a whole file of a kind, with a body."""
    if module == "document":
        return zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})
    if module == "workbook":
        return workbook(body)
    return (("date,text\n" if module == "delimited" else "") + body).encode()


def reading(suffix, data):
    """Return the call that reads a file as far as it can be read, and lints its posts."""
    checker = linter("en", "limit")

    def read():
        try:
            for each in read_source(Source(f"post{suffix}", data=data), Config()):
                if isinstance(each, Post):
                    checker.lint(each)
        except InputError:
            pass

    return read


def test_every_reader_has_bodies():
    assert set(BODIES) == set(READERS.values())


@pytest.mark.parametrize(("suffix", "body"), [(suffix, body) for suffix, module in READERS.items() for body in BODIES[module]])
def test_readers(suffix, body):
    assert grows(lambda size: reading(suffix, file_of(READERS[suffix], body * size)), 30) <= 12


def test_an_article_costs_its_own_length():
    """What is muted in a page is muted in many articles: no article is held against that of all others."""
    checker = linter("en")
    (*_, small) = read_source(Source("page.html", data=b"<article><b>a</b></article>" * 20), Config())
    (*_, large) = read_source(Source("page.html", data=b"<article><b>a</b></article>" * 600), Config())
    checker.lint(small)
    assert steps(lambda: checker.lint(large)) <= 2 * steps(lambda: checker.lint(small)) + 400


def test_sheets_of_the_same_part_are_read_once():
    sheets = "".join(f"<sheet name='A{number}' sheetId='{number}' r:id='r1'/>" for number in range(1, 301))
    found = list(
        read_source(Source("book.xlsx", data=workbook("<row><c t='inlineStr'><is><t>A post</t></is></c></row>", sheets)), Config())
    )
    assert [each.text for each in found] == ["A post"]


def test_thousands_of_sheets_are_refused():
    data = workbook("", "<sheet name='A' sheetId='1' r:id='r1'/>" * 501)
    with pytest.raises(InputError, match="more than 500 sheets"):
        list(read_source(Source("book.xlsx", data=data), Config()))


def test_aliases_of_aliases_are_not_written_out():
    """Metadata is cut at 10,000 letters before it is put together, not after."""
    twice = ["x" * 4_000_000] * 16
    for _ in range(3):
        twice = [twice] * 16  # in all 262 GB
    assert len(metadata.as_text(twice)) <= 20_000


FIXED = "we leverage and utilize synergies in order to be very proud of 12 % in Aarhus and Lene Holm at www.a.dk "


@pytest.mark.parametrize("text", [FIXED, PARAGRAPH["en"], "#a ", "I leverage it.\n"])
@pytest.mark.parametrize("name", list(outputs.FORMATS))
def test_outputs(name, text):
    checker = linter("en")

    def make(size):
        report = linting(checker, text * size)()
        look, tally = Look(verbose=True, rules=checker.rules), Tally()
        tally.summary.add(report)

        def render():
            renderer = outputs.create(name, look)
            return renderer.begin() + renderer.post(report) + renderer.end(tally)

        return render

    assert grows(make, 10) <= 12


@pytest.mark.parametrize("text", [FIXED, PARAGRAPH["en"], "#a ", "I leverage it.\n", "We are proud to announce that we now open. "])
def test_fixes(text):
    checker = linter("en")

    def make(size):
        def lint(changed):
            return [linting(checker, changed)()]

        return lambda: fixes.converge(text * size, lint, unsafe=True)

    assert grows(make, 10) <= 12


def test_choosing_fixes():
    checker = linter("en")
    assert grows(lambda size: lambda: fixes.chosen(f for each in linting(checker, FIXED * size)().findings for f in each.fixes), 20) <= 12


def test_diffs(monkeypatch):
    """Every other line has changed."""
    monkeypatch.setattr(diffing, "_PIECE", 20)

    def make(size):
        lines = [f"line {number}\n" for number in range(size)]
        changed = [line if number % 2 else f"changed {line}" for number, line in enumerate(lines)]
        return lambda: diffing.diff("post.md", "".join(lines), "".join(changed))

    assert grows(make, 100) <= 12


@pytest.mark.parametrize("text", [FIXED, PARAGRAPH["en"], "#a ", "www.a.dk/ “a” in Aarhus. ", "<!-- a "])
def test_coaching(text):
    checker = linter("en")
    screen = preview.Screen("phone", 40, 3, 200)

    def make(size):
        report = linting(checker, text * size)()

        def coach():
            scaffold.build(report)
            scaffold.build(report, answers={"invitation": text * size})
            preview.fold(preview.visible(report.text), screen)
            preview.fold("x" * len(text) * size, screen)

        return coach

    assert grows(make, 10) <= 12


WORD = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda my ny xi omikron pi rho sigma tau ypsilon phi chi psi omega".split()


def crowd(size, kind):
    """Return the signatures of many posts: the same text, nearly the same, or different ones with a paragraph in common."""
    posts = []
    for number in range(size):
        own = [f"{WORD[number % 24]}{WORD[number // 24 % 24]}{WORD[number // 576]}{word}" for word in WORD]
        words = {"same": WORD, "near": WORD[:-1] + own[:1], "paragraph": WORD[:12] + own}[kind]
        posts.append(signature(Post(f"{number}.md", " ".join(words), meta={"author": str(number), "audience": "alle"})))
    return posts


@pytest.mark.parametrize("kind", ["same", "near", "paragraph"])
def test_duplicates(kind, monkeypatch):
    for name, value in {"FEW": 0, "_CROWD": 20, "_BUCKET": 8, "_MOST": 10}.items():
        monkeypatch.setattr(candidates, name, value)

    def make(size):
        posts = crowd(size, kind)
        return lambda: duplicates.clusters(posts)

    assert grows(make, 60) <= 12


@pytest.mark.parametrize("kind", ["same", "near", "paragraph"])
def test_a_crowd_is_found_as_well(kind, monkeypatch):
    """The index for crowds tells copies from posts with a paragraph in common, as the other does."""
    monkeypatch.setattr(candidates, "FEW", 0)
    plain = [each.members for each in duplicates.clusters(crowd(100, kind))]
    monkeypatch.setattr(candidates, "_CROWD", 20)
    assert [each.members for each in duplicates.clusters(crowd(100, kind))] == plain
    assert plain == ([] if kind == "paragraph" else [tuple(range(100))])


@pytest.mark.parametrize("name", list(mix.MEASURES))
def test_mix(name):
    config = Config(mix=Mix(at_least=2), audiences={"nurses": ()})

    def make(size):
        posts = crowd(size, "near")
        return lambda: list(mix.MEASURES[name](posts, config, 0.0))

    assert grows(make, 60) <= 12


PROGRAMME = {
    "metrics: [": "Potential reach, ",
    "purpose: ": "reach everybody and sell more by points, ",
    "incentives:\n": "  - Ten points for a share\n",
    "audiences:\n": "  - {name: Customers, terms: [a, b]}\n",
    "guidelines:\n": "  - Posts must be approved by Marketing.\n",
}


@pytest.mark.parametrize("head", list(PROGRAMME))
def test_programmes(head):
    auditor = Auditor("en")

    def make(size):
        form = parse(f"name: a\nlanguage: en\n{head}{PROGRAMME[head] * size}{']' if '[' in head else ''}\n", "programme.yml")
        return lambda: auditor.hits(form)

    assert grows(make, 80) <= 12
