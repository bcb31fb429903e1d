"""Markdown: what is muted, exactly, and what the writer silences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint.api import lint_source
from advocacy_lint.config import Config
from advocacy_lint.inputs import LONGEST, Source, markdown, read_source
from advocacy_lint.model import Post, Problem, Span, Suppression


def post(text):
    (only,) = markdown.posts("a.md", text)
    return only


def muted(text):
    return [text[start:end] for start, end in post(text).muted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hej alle. 2 < 3 og 4 > 1. [Navn] er * ikke * her.", []),
        ("# Titel\nTekst med #emne\n## Mere", ["#", "##"]),
        ("#emne først", []),
        ("Titel\n=====\n\n---\n***\n", ["=====", "---", "***"]),
        ("Kald `rekord()` og ``a ` b`` nu", ["`rekord()`", "``a ` b``"]),
        ("En \\`ikke kode\\` og ` alene", []),
        ("Et ` her\n\nog et ` der", []),
        ("```py\nrekord\n```\nefter", ["```py\nrekord\n```"]),
        ("~~~\nkode\n```\n~~~~\nefter", ["~~~\nkode\n```\n~~~~"]),
        ("```\nuden ende", ["```\nuden ende"]),
        ("før <!-- note\nmere --> efter", ["<!-- note\nmere -->"]),
        ("før <!-- uden ende", []),
        ("<b>fed</b><br/>", ["<b>", "</b><br/>"]),
        ("<script>rekord < 1</script>x", ["<script>rekord < 1</script>"]),
        ("<https://x.dk> og <3", []),
        ("[her](https://x.dk/a_(b).pdf) nu", ["](", ")"]),
        ('[her](https://x.dk "Titel") nu', ["](", ' "Titel")']),
        ("[her](<https://x.dk>) nu", ["](<", ">)"]),
        ("[her](../andet.md) nu", ["](../andet.md)"]),
        ("[her]() og [der] (x)", ["]()"]),
        ("![alt](https://x.dk/y.png) nu", ["!", "](https://x.dk/y.png)"]),
        ("[her][1]\n\n[1]: https://x.dk", ["][1]", "[1]:"]),
        ("\ufeffHej", ["\ufeff"]),
        ("---\nlanguage: da\n---\nHej `x`", ["---\nlanguage: da\n---\n", "`x`"]),
        ("`<!--` er ikke en kommentar -->", ["`<!--`"]),
    ],
)
def test_what_is_muted(text, expected):
    assert muted(text) == expected


def test_the_post_is_the_file():
    text = "---\nid: 7\nforfatter: Bo\n---\nHej\r\n"
    assert list(markdown.read("a.md", text.encode(), Config())) == [
        Post("a.md", text, "7", meta={"id": "7", "author": "Bo"}, muted=(Span(0, 28),), has_meta=True)
    ]


def test_off_until_on():
    text = "A <!-- advocacy-lint off: brag/x, tone -- aftalt med Bo until 2027-01-31 --> B <!-- advocacy-lint on --> C"
    comment = Span(2, 76)
    assert post(text).suppressions == (Suppression(comment, 76, 79, ("brag/x", "tone"), "aftalt med Bo", "2027-01-31"),)


def test_off_to_the_end_and_all_rules():
    text = "A <!-- advocacy-lint off --> B"
    assert post(text).suppressions == (Suppression(Span(2, 28), 28, 30, ()),)


def test_on_for_one_of_two():
    text = "<!-- advocacy-lint off: a, b --> x <!-- advocacy-lint on: a --> y"
    assert post(text).suppressions == (Suppression(Span(0, 32), 32, 35, ("a",)), Suppression(Span(0, 32), 32, 65, ("b",)))


def test_off_next_line_skips_blank_lines():
    text = "A\n<!-- advocacy-lint off-next-line: tone -->\n\nB b\nC"
    (found,) = post(text).suppressions
    assert text[found.start : found.end] == "B b"
    assert found.rules == ("tone",)


def test_off_next_line_at_the_end_covers_nothing():
    text = "A <!-- advocacy-lint off-next-line -->"
    (found,) = post(text).suppressions
    assert (found.start, found.end) == (38, 38)


def test_comments_in_code_silence_nothing():
    assert post("`<!-- advocacy-lint off -->` x").suppressions == ()


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- advocacy-lint of: tone -->", "line 2: unknown suppression “of” (did you mean “off”?)"),
        ("<!-- advocacy-lint ignore -->", "line 2: unknown suppression “ignore” (allowed: off, on, off-next-line)"),
        ("<!-- advocacy-lint off: tone -- until 2027-02-31 -->", "line 2: “until 2027-02-31” is not a date such as 2027-01-31"),
    ],
)
def test_a_wrong_directive_is_a_problem_and_the_post_is_still_read(comment, said):
    problem, only = markdown.posts("a.md", f"Hej\n{comment}\n")
    assert problem == Problem("a.md", said)
    assert only.suppressions == ()


def test_suppressions_are_counted():
    *problems, only = markdown.posts("a.md", "<!-- advocacy-lint off: x -->" * 600)
    assert problems == [Problem("a.md", "more than 500 suppressions; the rest are not read")]
    assert len(only.suppressions) == 500


@given(st.text(alphabet="`~<>!-[]()#\n\r\t =_*\\\"'ab/æ:.\ufeff", max_size=120))
def test_spans_are_inside_sorted_and_disjoint_and_the_text_unchanged(text):
    text = f"x{text}"
    only = post(text)
    assert only.text == text
    end = -1
    for span in only.muted:
        assert end < span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize(
    "piece",
    ["`", "``` ", "<!--", "<a ", "](", "![", "[a](", "<script>", "\n```", "<!-- advocacy-lint off -->", "# ", "\n[a]:", "`a``b```c"],
)
def test_work_grows_with_the_text_not_with_its_square(piece):
    import time

    def cost(times):
        text = "x" + piece * times
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            list(markdown.posts("a.md", text))
            best = min(best, time.process_time() - begin)
        return best

    assert cost(16_000) < 40 * max(cost(1_600), 0.001)


def heard_as(text, path="a.md"):
    """Return a text as it is read, what stays muted in it shown as ¤."""
    from advocacy_lint.text.reading import heard

    (only,) = markdown.posts(path, text)
    found = heard(only)
    only = found.post if found else only
    read = list(only.text)
    for start, end in only.muted:
        read[start:end] = "¤" + "\0" * (end - start - 1)
    return "".join(read).replace("\0", "")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Vi er <b>stolte</b> af <span class='x'>det</span> nu", "Vi er stolte af det nu"),
        ("Vi er<br>stolte<p>Ja</p>", "Vi er\nstolte\n\nJa\n\n"),
        ("Vi er <!-- husk --> stolte", "Vi er stolte"),
        ("pr&aelig;sentere rekord&#229;r&nbsp;nu &amp; &lt;3 &nix; &x", "præsentere rekordår nu & <3 &nix; &x"),
        ("<q>Ja</q> og <kbd>samt</kbd>, <code>rekord</code>, <del>prisvindende</del>", "“Ja” og ¤, ¤, "),
        ("~~prisvindende~~ pumpe, a ~~ b", " pumpe, a ~~ b"),
        ("Den {--rekord--}{++gode++} {~~store~>lille~~} {==pumpe==}{>>hvad?<<} her", "Den gode lille pumpe her"),
        ("{{< figure src=\"a.jpg\" title=\"Vi er stolte\" >}}\n\nHej\n\n{{% notice tip %}}\nSpørg.\n{{% /notice %}}", "\n\nHej\n\n"),
        ("{% include x.html %}Hej{% comment %}rekord{% endcomment %} {{ site.x }} {{ navn }}", "Hej ¤ {{ navn }}"),
        ("Se [[Vi er stolte|den gamle]] og [[Pumpen]] ![[pris.png]] %% note %% ^b-1", "Se den gamle og Pumpen "),
        ("> [!note] Brief\n> Vi er stolte\n\nHej\nStatus:: kladde", "\n\nHej\n"),
        ("Hej\n\n!!! note \"Vi er stolte\"\n    Rekord\n\nMere", "Hej\n\nMere"),
        ("Hej\n\n:::tip Vi er stolte\nRekord\n:::\n\nMere", "Hej\n\nMere"),
        ("- [ ] ==ring== til [Mette](#m)\n- [x] nu", "- ring til Mette\n- nu"),
        ("`{{< x >}}` og `&amp;`", "¤ og ¤"),
        ("![x](data:image/png;base64," + "A" * 9000 + ")", "¤[x¤"),
        ('<img src="data:image/png;base64,' + "A" * 9000 + '"> Hej', " Hej"),
    ],
)  # fmt: skip
def test_what_is_read_of_what_is_written(text, read):
    assert heard_as(text) == read


def test_mdx():
    text = (
        'import A from "./a.jsx"\nexport const meta = { title: "Vi er stolte" }\n\n<Callout type="info">Prisvindende <Callout/> mere</Callout>\n\n'
        "{/* rekord */}\n\nKl. 5.40 var <Em>pumpen</Em> stille {props.x}.\n\n`<A>` <B"
    )
    assert heard_as(text, "a.mdx") == "\n\nKl. 5.40 var stille .\n\n¤ <B"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_end_with_their_paragraph_however_lines_end(end):
    assert muted(f"Det er ~~lidt{end}{end}og så~~ mere.") == []
    assert muted(f"Det er ~~lidt{end}og så~~ mere.") == [f"~~lidt{end}og så~~"]
    assert muted(f"En linje ^blok{end}og mere.") == [" ^blok"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{posts.map((p) => ({ id: p.id }))} Hej", ["{posts.map((p) => ({ id: p.id }))}"]),
        ("{[1, 2].map(\n  (n) => n,\n)} Hej {navn}", ["{[1, 2].map(\n  (n) => n,\n)}", "{navn}"]),
        ("Hej { uden ende", []),
        ("Hej \\{navn\\}", []),
    ],
)
def test_expressions_of_mdx_go_with_the_braces_in_them(text, expected):
    (only,) = markdown.posts("a.mdx", text)
    assert [text[start:end] for start, end in only.muted] == expected


def test_marks_of_more_than_is_judged_are_not_kept():
    (only,) = markdown.posts("a.md", "[[a|b]] " * 100_000)
    assert only.muted[-1].end <= LONGEST


@pytest.mark.parametrize("picture", ["\n[image1]: <data:image/png;base64,{}>\n", "\n![](data:image/png;base64,{})\n\nHvad gør I?\n"])
def test_a_picture_in_a_draft_is_none_of_its_words(picture):
    text = "Kl. 5.40 stod pumpen stille.\n\n![][image1]\n" + picture.format("iVBORw0KGgo" * 60_000)
    (post,) = read_source(Source("a.md", data=text.encode()), Config())  # and no problem
    assert post.stop == len(text)
    (report,) = lint_source(text, "a.md")
    assert report.words == (6 if "Hvad" in text else 3)  # «Kl.» and 5.40 are none


@pytest.mark.parametrize("text", ["<!-- advocacy-lint off\nVi er stolte.", "Hej.\n\n<!-- Advocacy-Lint off: brag\nVi er stolte. ->"])
def test_a_suppression_that_is_never_closed_is_told(text):
    line = text[: text.index("<!--")].count("\n") + 1
    problem, post = read_source(Source("a.md", data=text.encode()), Config())
    assert problem == Problem("a.md", f"line {line}: a suppression whose comment is never closed with -->")
    assert post.suppressions == ()


def test_a_suppression_may_be_in_capitals():
    (post,) = read_source(Source("a.md", data=b"<!-- ADVOCACY-LINT OFF: brag -->\nVi er stolte.\n"), Config())
    assert [each.rules for each in post.suppressions] == [("brag",)]
