"""What the screen does with text that is wide, joined, decomposed, long or hostile: marks stand under their words."""

import re

import pytest
from msgspec.structs import replace
from samples import boring, finding, rendered

from advocacy_lint.model import Look, PostReport, Problem, Strength
from advocacy_lint.outputs import layout
from advocacy_lint.outputs.details import Details, source
from advocacy_lint.outputs.sanitize import clean, name, one_line

HOSTILE = "\x1b[31mrød\x07 \x9b2J \u202eomvendt\u202c \x00 \ud800"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("rampen", 6),
        ("på", 2),
        ("pa\u030a", 2),  # decomposed å
        ("日本", 4),
        ("👍", 2),
        ("👩\u200d🔧", 2),  # joined
        ("👍🏽", 2),  # with a skin tone
        ("🇩🇰", 2),
        ("e\u200bd", 2),  # zero-width space
        ("ใช้", 2),  # a vowel mark without a combining class
    ],
)
def test_width(text, columns):
    assert layout.width(text) == columns


def shown(text, words, columns=60, **more):
    """Return the line and the marks under it, without what stands before them."""
    lines = source(finding("tone/x", text, words, "", **more), text, columns, "en")
    return ["".join(part for part, _ in line).partition("│ ")[2] for line in lines]


@pytest.mark.parametrize(
    ("text", "words", "line", "marks"),
    [
        ("Vi er stolte.", "stolte", "Vi er stolte.", "      ━━━━━━"),
        ("\tVi\ter stolte.", "stolte", "Vi er stolte.", "      ━━━━━━"),
        ("👩\u200d🔧 pa\u030a rampen", "rampen", "👩\u200d🔧 pa\u030a rampen", "      ━━━━━━"),
        ("pa\u030a pa\u030a rampen", "pa\u030a", "pa\u030a pa\u030a rampen", "━━"),
        ("日本 er stolt", "stolt", "日本 er stolt", "        ━━━━━"),
        ("Først.\r\nVi er stolte.\r\nSidst.", "stolte", "Vi er stolte.", "      ━━━━━━"),
        ("Først.\rVi er stolte.\rSidst.", "stolte", "Vi er stolte.", "      ━━━━━━"),
        ("Vi er\nstolte.", "er\nstolte", "Vi er", "   ━━"),
        ("\x1b[1mVi er stolte", "stolte", "⟨U+001B⟩[1mVi er stolte", "                 ━━━━━━"),
        ("Vi \x1b[1mer stolte", "\x1b[1mer", "Vi ⟨U+001B⟩[1mer stolte", "   ━━━━━━━━━━━━━"),
    ],
)
def test_marks_stand_under_their_words(text, words, line, marks):
    assert shown(text, words) == [line, marks]


@pytest.mark.parametrize("words", ["stolte", "stolte " * 30, "日本" * 40])
@pytest.mark.parametrize("before", ["", "Ord " * 50, "日本" * 50, "x" * 5000])
@pytest.mark.parametrize("after", ["", " og mere" * 50, "y" * 5000])
@pytest.mark.parametrize("columns", [40, 60, 120])
def test_a_long_line_is_cut_around_its_words(before, words, after, columns):
    line, marks = shown(before + words.strip() + after, words.strip(), columns)
    room = columns - len("       1 │ ")
    assert layout.width(line) <= room
    assert layout.width(marks) <= room
    under = _under(line, marks)
    assert under.rstrip("…").strip() in words
    assert under[:2] == words[:2]


def _under(line, marks):
    """Return the part of a line that has marks under it."""
    part, column = "", 0
    for character in line:
        if column < len(marks) and marks[column] == "━":
            part += character
        column += layout.width(character)
    return part


def test_clean_shows_what_a_terminal_would_obey():
    assert clean(HOSTILE) == ("⟨U+001B⟩[31mrød⟨U+0007⟩ ⟨U+009B⟩2J ⟨U+202E⟩omvendt⟨U+202C⟩ ⟨U+0000⟩ ⟨U+D800⟩")
    assert clean("to\nlinjer\tog en joiner \u200d") == "to\nlinjer\tog en joiner \u200d"
    assert clean("a\U000e0041\U000e0042b") == "a⟨U+E0041⟩⟨U+E0042⟩b"
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert clean(f"{flag} Leeds") == f"{flag} Leeds"


def test_one_line_and_name():
    assert one_line("a\nb\rc\td\u2028e\u2029f") == "a b c d e f"
    assert name("a\nb\rc\td\u2028e\x1b.md") == "a⟨U+000A⟩b⟨U+000D⟩c⟨U+0009⟩d⟨U+2028⟩e⟨U+001B⟩.md"


@pytest.mark.parametrize("format_name", ["text", "concise", "json", "jsonl"])
@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("verbose", [False, True])
def test_nothing_hostile_reaches_the_terminal(format_name, color, verbose):
    text = f"Vi {HOSTILE} er stolte.\n"
    found = finding("tone/x", text, HOSTILE, f"«{HOSTILE}»: nej.", ask=(HOSTILE,), suggest=HOSTILE, place=HOSTILE, gain=3)
    report = PostReport(f"{HOSTILE}.md", HOSTILE, "da", 10, "E", {}, (found,), (), (), 3, "da", HOSTILE, text, meta={"author": HOSTILE})
    for reports in ((report,), (report,) * 5):
        out = rendered(format_name, *reports, color=color, verbose=verbose, problems=[Problem(HOSTILE, HOSTILE)])
        without_colours = re.sub(r"\x1b\[[0-9;]*m", "", out) if color and format_name == "text" else out
        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", without_colours) == []
        assert "\x1b[31mrød" not in out


def test_a_post_alone_and_three_posts_are_in_full_and_four_a_line_each():
    posts = [boring(f"{letter}.md", 10) for letter in "abcd"]
    assert rendered("text", *posts[:3]).count("Jeg kan ikke høre") == 3
    assert rendered("text", *posts).count("Jeg kan ikke høre") == 0
    assert [line[:11] for line in rendered("text", *posts).splitlines()[:4]] == [f" 10  E  {letter}.m" for letter in "abcd"]


def test_names_too_long_keep_their_ends():
    lines = rendered("text", *(boring(f"en/mappe/langt/nede/i/det/opslag-{number}.md", 10) for number in range(4))).splitlines()
    assert [line.split("  ")[2] for line in lines[:4]] == [f"…pe/langt/nede/i/det/opslag-{number}.md" for number in range(4)]


@pytest.mark.parametrize(
    ("text", "words", "named"),
    [
        ("Du har tyggegummi i skuffen til borgere der er nervøse.", "nervøse", "Du har tyggegummi i skuffen til borgere der er nervøse"),
        (  # a clause that is too long is named by its end
            "Du har altid tyggegummi og en lille pose lakridser liggende i skuffen til de borgere der er nervøse.",
            "nervøse",
            "de borgere der er nervøse",
        ),
        ("Skriv det på, så færre går forgæves.", "forgæves", "så færre går forgæves"),
        ("Jeg har lavet et skema over knirkende trin, og Bent har det.", "Jeg har lavet", "Jeg har lavet et skema over knirkende trin"),
        (  # at most 64 columns, to a word's end
            "Jeg har lavet et skema over alle de knirkende trin i opgangen på Vesterbrogade, og Bent har det.",
            "Jeg har lavet",
            "Jeg har lavet et skema over alle de knirkende trin i opgangen…",
        ),
        ("Sidste torsdag fik vi besøg af 9.B og en lærer. De kom for sent.", "fik vi", "Sidste torsdag fik vi besøg af 9.B og en lærer"),
        ("All of us went there 🍷 There was a cake shaped like a molar! Yum.", "There was", "There was a cake shaped like a molar"),
        ("We rang at 6.40 that morning, twice.", "We rang", "We rang at 6.40 that morning"),
        ("It was Tuesday. Again!", "Again", "Again"),
        # Of a page, words as they are written up to where a tag or an entity stands in the middle of them.
        ("<body><p>Hvad gør I?</p></body></html>", "Hvad gør I?", "Hvad gør I?"),
        ("<p>Fredag stod pumpen <b>stille</b>.</p>", "stod", "Fredag stod"),
        ("<p>Vi ringede til K&aring;re.</p>", "Vi ringede", "Vi ringede"),
        ("Jeg ringede til Salg & service om pumpen.", "Jeg ringede", "Jeg ringede til Salg & service om pumpen"),
    ],
)
def test_what_is_good_is_named_by_its_clause(text, words, named):
    start = text.index(words)
    praised = Strength("voice/moment", "voice", "Ja.", words, start, start + len(words), 1, 1, 1)
    report = replace(boring(), text=text, score=85, grade="A", findings=(), strengths=(praised,), lead=None)
    assert layout.plain(Details(Look(), 80).lines(report)).splitlines()[-1] == f"  Godt: «{named}»"


def test_praise_names_clauses_before_words_and_nothing_twice():
    text = "Lene stod på rampen, og fredag virkede den ikke. Torsdag! Vi ringede kl. 5."
    places = [(text.index(words), words) for words in ("stod", "Torsdag", "fredag", "på rampen", "Lene stod", "Vi ringede")]
    praised = [Strength("voice/moment", "voice", "Ja.", words, start, start + len(words), 1, 1, 1) for start, words in places]
    report = replace(boring(), text=text, score=85, grade="A", findings=(), strengths=tuple(praised), lead=None)
    lines = layout.plain(Details(Look(), 80).lines(report)).splitlines()
    assert lines[-2:] == [
        "  Godt: «Lene stod på rampen» · «og fredag virkede den ikke» · «Vi ringede kl.",
        "  5» · «Torsdag»",
    ]
