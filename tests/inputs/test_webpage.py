"""HTML drafts: offsets into the file, and only what is read is judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint.api import lint_source
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, read_source, webpage
from advocacy_lint.model import Problem
from advocacy_lint.text.reading import heard


def read(text):
    return list(webpage.read("a.html", text.encode(), Config()))


def visible(post):
    """Return a post as it is read."""
    found = heard(post)
    return " ".join((found.post if found else post).text.split(" "))


PAGE = """<!DOCTYPE html><html lang="da-DK"><head><meta name='author' content='Bo'><title>x > y</title></head>
<body><nav>menu</nav><p title="a > b">Hej&nbsp;<b>du</b><!-- note --></p><script>if (a < b) {}</script></body></html>"""


def test_one_post_from_the_body():
    (post,) = read(PAGE)
    assert visible(post).strip() == "Hej du"
    assert post.text == PAGE
    assert post.meta == {"language": "da", "author": "Bo"}
    assert post.has_meta


def test_each_article_is_a_post():
    assert [(post.id, visible(post)) for post in read("<main><article>En</article> x <article>To</article></main>")] == [
        ("article 1", "En"),
        ("article 2", "To"),
    ]


def test_a_fragment_and_suppressions():
    problem, post = read("<p>Hej</p><!-- advocacy-lint of --><!-- advocacy-lint off: tone -->2 < 3")
    assert problem == Problem("a.html", "line 1: unknown suppression “of” (did you mean “off”?)")
    assert visible(post) == "\n\nHej\n\n<!-- advocacy-lint of --><!-- advocacy-lint off: tone -->2 < 3"
    assert [each.rules for each in post.suppressions] == [("tone",)]


@pytest.mark.parametrize(
    ("page", "read_as"),
    [
        ("<p>Vi er <b>stolte</b> af\nat kunne <i>præsentere</i>.</p>", "\n\nVi er stolte af at kunne præsentere.\n\n"),
        ("pr&aelig;sentere rekord&#229;r &amp; &lt;3&nbsp;nu", "præsentere rekordår & <3 nu"),
        ("Vi er<br>her <del>prisvindende</del>", "Vi er\nher "),
        ('Hej <img src="data:image/png;base64,' + "A/b+" * 20_000 + '"> du', "Hej du"),
        ("<article>Vi er <article>Kommentar.</article> kåret.</article>", "Vi er\n\nKommentar.\n\nkåret."),
        ("Han sagde <q>ja</q>.<blockquote><p>Vi er</p><p>her</p></blockquote>", "Han sagde “ja”.\n\n‹\n\nVi er\n\nher\n\n›\n\n"),
        ("<ul><li>en<li>to</ul>", "\n\nen\nto\n\n"),
    ],
)  # fmt: skip
def test_what_is_read_of_a_page(page, read_as):
    (post,) = read(page)
    assert visible(post) == read_as


@given(st.text(alphabet="<>/!-\"'= abpscript&;æ\n", max_size=100))
def test_spans_are_inside_sorted_and_disjoint(text):
    for post in read(f"x{text}"):
        end = -1
        for span in post.muted:
            assert end < span.start < span.end <= len(post.text)
            end = span.end


@pytest.mark.parametrize(
    "piece",
    ["<a ", '<a "', "<script>", "<!--", "</", "<article>", "<a b='", "&nbsp;", "<head><p ", "<a \"'", "<a '\"x", "<article></article>"],
)
def test_work_grows_with_the_text_not_with_its_square(piece):
    import time

    def cost(times):
        text = "x" + piece * times
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            read(text)
            best = min(best, time.process_time() - begin)
        return best

    assert cost(16_000) < 40 * max(cost(1_600), 0.001)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("<p hidden>skjult</p><p>vist</p>", "vist"),
        ("<p hidden='hidden'>skjult<p>vist", "skjult\n\nvist"),
        ("<div style='color:red; DISPLAY : none'>skjult<div>også</div></div>vist", "vist"),
        ("<span style='mso-hide:all'>skjult</span>vist", "vist"),
        ("<p class='flex hidden md:block' title='a hidden b'>vist</p>", "vist"),
        ("<p style='display:block'>vist</p>", "vist"),
        ("<button>Mere</button>vist", "vist"),
        ("<p>vist<a href='#cmnt1'>[a]</a></p><div><p><a href='#cmnt_ref1'>[a]</a>en bemærkning</p></div>", "vist"),
        ("<p>se <a href='#comments'>her</a></p>", "se her"),
    ],
)
def test_what_readers_are_not_shown_is_not_read(written, read_as):
    (post,) = read(written)
    assert visible(post).strip() == read_as


@pytest.mark.parametrize("charset", ["windows-1252", "ISO-8859-1", "latin1"])
def test_a_page_that_says_what_its_letters_are(charset):
    page = f"<meta charset='{charset}'><p>På rampen</p>"
    (post,) = webpage.read("a.html", page.encode("cp1252"), Config())
    assert (visible(post).strip(), post.text) == ("På rampen", page)
    (post,) = webpage.read("a.html", page.encode(), Config())  # what is UTF-8 is, whatever it says
    assert post.text == page


def test_a_page_of_nothing_but_tags_is_refused_in_a_line():
    assert len(read("<body>" + "<p>a" * 99_999)) == 1
    with pytest.raises(InputError, match="refused: more than 100,000 tags, as no draft has"):
        read("<body>" + "<p>a" * 100_000)


def test_what_tags_and_pictures_take_is_not_counted_as_words():
    picture = '<img src="data:image/png;base64,' + "iVBORw0KGgo" * 40_000 + '">'
    styled = '<p style="margin: 0 0 0 0; padding: 0 0 0 0; font: Arial">Hej.</p>' * 6_000
    page = f"<body><p>Kl. 5.40 stod pumpen stille.</p>{picture}{styled}<p>Hvad gør I?</p></body>"
    (post,) = read_source(Source("a.html", data=page.encode()), Config())
    assert visible(post).strip().endswith("Hvad gør I?")


def test_the_lead_of_a_page_is_told_as_readers_see_it():
    page = "<body><p>Kl. 5.40 stod pumpen <b>stille</b>, og jeg ringede til <a href='x'>Mette</a> p&aring; havnen.</p><p>Vi vidste det ikke.</p></body>"
    (report,) = lint_source(page, "a.html")
    assert report.lead_entry() == {
        "start": page.index("Kl."),
        "end": page.index("</p>"),
        "excerpt": "Kl. 5.40 stod pumpen stille, og jeg ringede til Mette på havnen.",
    }


HEAD = (
    "<p class=MsoNormal><b>From:<span style='mso-tab-count:1'>     </span></b>Lene Holm &lt;lene@x.dk&gt;<o:p></o:p></p>\r\n"
    "<p class=MsoNormal><b>Sent:</b> Monday, 4 May 2026 09:12<o:p></o:p></p>\r\n"
    "<p class=MsoNormal><b>To:</b> Bo Dam<br><b>Subject:</b> LinkedIn post<o:p></o:p></p>\r\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\r\n"
)


def test_a_mail_that_outlook_saved_is_read_below_its_head():
    page = f"<html><body lang=EN-GB><div class=WordSection1>{HEAD}<p>Note: the pump <b>stood</b> still at 5:40.</p></div></body></html>"
    (post,) = read(page)
    assert visible(post).strip() == "Note: the pump stood still at 5:40."
    assert page.index("LinkedIn post") < post.start < page.index("Note")


def test_a_page_about_mail_is_read_whole():
    page = "<body><p>Subject: pumps</p><p>From: nobody</p><p>Price: 40</p></body>"
    (post,) = read(page)
    assert visible(post).split() == "Subject: pumps From: nobody Price: 40".split()
