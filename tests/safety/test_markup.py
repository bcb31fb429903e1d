"""Markup, script, links, mentions and spreadsheet formulas of a draft stay text in the formats that have such things."""

import csv
import io
from html.parser import HTMLParser

import pytest
from program import PROUD, run
from test_escapes import rendered

from advocacy_lint.outputs.csv_table import cell
from advocacy_lint.outputs.marks import code, safe

MARKUP = (
    "</pre></mark><script>alert(1)</script><svg onload=alert(2)><img src=x onerror=alert(3)>"
    "<a href='javascript:alert(4)' onclick=\"alert(5)\">x</a><!-- --><style>*{}</style><iframe src=//ond.example></iframe>&lt;&#60;"
    "' onmouseover='alert(6)\" autofocus onfocus=\"alert(7)"
)
OURS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "p", "main", "section", "figure", "figcaption", "ul",
    "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "button", "label", "input", "select", "option", "article", "details", "summary",
    "mark", "pre", "div", "span", "script", "svg", "rect", "text", "caption", "code", "strong", "em", "b", "small", "dl", "dt", "dd", "footer",
    "nav", "blockquote", "meter", "g", "line", "output",
}  # fmt: skip


class Page(HTMLParser):
    """Every tag of a page, and its attributes that could run or load anything."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.risky = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.risky += [
            (tag, name, value)
            for name, value in attributes
            if name.startswith("on")
            or name in ("src", "srcdoc", "action", "formaction", "autofocus")
            or (name == "href" and not value.startswith("#"))
        ]


@pytest.mark.parametrize("command", [("check", ".", "--verbose"), ("mix", ".")], ids=["check", "mix"])
def test_a_page_holds_no_markup_of_a_draft(tmp_path, command):
    front = f"---\nlanguage: da\nauthor: |\n  {MARKUP}\naudience: |\n  {MARKUP}\n---\n\n"
    (tmp_path / f"{MARKUP.replace('/', '⁄')[:80]}.md").write_text(front + MARKUP + PROUD + MARKUP, encoding="utf-8")
    (tmp_path / "b.md").write_text(PROUD, encoding="utf-8")
    _, out, error = run(*command, "--format", "html", cwd=tmp_path)
    page = Page(out)
    assert error == ""
    assert (sorted(set(page.tags) - OURS), page.risky, page.tags.count("script") <= 1, page.tags.count("style")) == ([], [], True, 1)


def test_a_page_made_of_nothing_but_hostile_words():
    page = Page(rendered("html", MARKUP))
    assert (sorted(set(page.tags) - OURS), page.risky, page.tags.count("script"), page.tags.count("style")) == ([], [], 1, 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<!-- -->", "&lt;!-- --&gt;"),
        ("[klik](javascript:x)", "\\[klik\\](javascript:x)"),
        ("![x](http://ond.example/x.png)", "!\\[x\\](http&#8203;://ond.example/x.png)"),
        ("@alle #1 &amp; `kode`", "@&#8203;alle #&#8203;1 &amp;amp; \\`kode\\`"),
        ("| celle |\n---|---", "\\| celle \\| ---\\|---"),
        ("# stort\n- punkt\n> citat", "#&#8203; stort - punkt &gt; citat"),
        ("- punkt", "&#8203;- punkt"),
        ("1. punkt", "&#8203;1. punkt"),
        ("$$x$$ ~~y~~ **z**", "\\$\\$x\\$\\$ \\~\\~y\\~\\~ \\*\\*z\\*\\*"),
    ],
)
def test_markdown_is_flat_text(words, expected):
    assert safe(words) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a`b`.md", "`` a`b`.md ``"),
        ("a|b<script>.md", "`a¦b<script>.md`"),
        ("a\n# b.md", "`a⟨U+000A⟩# b.md`"),
        ("```\n.md", "```` ```⟨U+000A⟩.md ````"),
    ],
)
def test_names_in_markdown_are_code(name, expected):
    assert code(name) == expected


def test_markdown_of_hostile_words_has_no_line_of_its_own():
    lines = rendered("markdown", "\n# Ond\n\n- [x](y)\n<b>z</b>\n```\n").splitlines()
    assert [line for line in lines if line.startswith(("# ", "- [", "<b", "```"))] == []


FORMULAS = {
    "=1+1": "'=1+1",
    "+1": "'+1",
    "-1": "'-1",
    "@SUM(A1)": "'@SUM(A1)",
    "\t=1+1": "'\t'=1+1",
    " =1+1": "' =1+1",
    "\u00a0=1+1": "'\u00a0=1+1",
    "\n=1+1": "'\n'=1+1",
    "\uff1d1+1": "'\uff1d1+1",
    'a;=cmd|"/c calc"!A1': 'a;\'=cmd|"/c calc"!A1',
    "a\t=1": "a\t'=1",
    "a\n-1": "a\n'-1",
    'a"=1': "a\"'=1",
    "a|@x": "a|'@x",
    "a = b - c": "a = b - c",
    "Kl. 5-6; 3 + 4": "Kl. 5-6; 3 + 4",
    "\r=1": "⟨U+000D⟩=1",
}


@pytest.mark.parametrize("words", list(FORMULAS))
def test_a_cell_is_never_a_formula(words):
    assert cell(words) == FORMULAS[words]


def test_formulas_in_names_and_metadata_all_the_way(tmp_path):
    rows = "".join(f'"{words.replace(chr(34), chr(34) * 2)}","{PROUD.strip()}"\n' for words in FORMULAS)
    (tmp_path / "=1+1.csv").write_text("author,text\n" + rows, encoding="utf-8", newline="")
    code, out, error = run("check", "=1+1.csv", "--format", "csv", "--language", "da", cwd=tmp_path)
    assert (code, error) == (1, "")
    table = list(csv.DictReader(io.StringIO(out)))
    copies = ["portfolio/copy-paste", "portfolio/company-news-share"]
    assert [row["path"] for row in table] == ["'=1+1.csv"] * (len(FORMULAS) + len(copies))
    assert [row["top_rule"] for row in table][len(FORMULAS) :] == copies
    assert [row["author"][:1] for row in table if row["author"][:1] in "=+-@\t\r\n\uff1d" and row["author"]] == []
