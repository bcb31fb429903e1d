"""Tokens, sentences and speakers: exact cuts, and properties that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint import languages
from advocacy_lint.model import Span
from advocacy_lint.text import analyse, line_column, line_starts, normalise
from advocacy_lint.text.statements import statements

DA, EN = languages.get("da"), languages.get("en")


def sentences(text, language=DA):
    return [text[each.start : each.end] for each in analyse(text, language).sentences]


def norms(text, language=DA):
    return [each[1] for each in analyse(text, language).speech.tokens if each[0] != "barrier"]


def spans(analysis):
    return [(start, start + token[4]) for token, start in zip(analysis.tokens, analysis.starts, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi tjente 3,2 mia. kr. Det var det.", ["Vi tjente 3,2 mia. kr.", "Det var det."]),
        ("Det er bl.a. derfor. Og f.eks. her.", ["Det er bl.a. derfor.", "Og f.eks. her."]),
        ("I 1. kvartal kom der 5.678 kasser.", ["I 1. kvartal kom der 5.678 kasser."]),
        ("Vi mødtes d. 3. maj kl. 10.30 i Horsens. Regn.", ["Vi mødtes d. 3. maj kl. 10.30 i Horsens.", "Regn."]),
        ("Hos Brdr. Kjær A/S er der kage. Kom.", ["Hos Brdr. Kjær A/S er der kage.", "Kom."]),
        ("Kom den 12.-14. marts! Vi er der.", ["Kom den 12.-14. marts!", "Vi er der."]),
        ("Fra 3. – 5. klasse. Så holdt de op.", ["Fra 3. – 5. klasse.", "Så holdt de op."]),
        ("Det var nr. 2. - 3 andre kom.", ["Det var nr. 2.", "- 3 andre kom."]),
        ("Hva?! Nå…", ["Hva?!", "Nå…"]),
        ("Vi er i mål 🎉 Tak for i dag", ["Vi er i mål 🎉", "Tak for i dag"]),
        ("Første linje\nAnden linje", ["Første linje", "Anden linje"]),
        ("Først:\n- en pumpe\n- to ventiler", ["Først:", "- en pumpe", "- to ventiler"]),
        ("Hun vented… og vented. Så kom den", ["Hun vented… og vented.", "Så kom den"]),
        ("En linje som er brudt midt i en sætning af en editor, der bryder ved\nMette fra lageret.", None),
        ("Den lå til den 27., som alle andre ville. Pigen kom.", ["Den lå til den 27., som alle andre ville.", "Pigen kom."]),
        ("Den 3., 4. og 5. maj var vi der.", ["Den 3., 4. og 5. maj var vi der."]),
    ],
)
def test_danish_sentences(text, expected):
    assert sentences(text) == (expected if expected is not None else [text])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We asked Acme Inc. for help. They came.", ["We asked Acme Inc. for help.", "They came."]),
        ("Use tools, e.g. a wrench. Then stop.", ["Use tools, e.g. a wrench.", "Then stop."]),
        ("Ask Mr. Lee. He knows.", ["Ask Mr. Lee.", "He knows."]),
        ("Ready?! Go.", ["Ready?!", "Go."]),
        ("It cost $3.2bn. Odd.", ["It cost $3.2bn.", "Odd."]),
    ],
)
def test_english_sentences(text, expected):
    assert sentences(text, EN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tak @mette.holm og #EnPræcisTing!", ["tak", "@mette.holm", "og", "#enpræcisting", "!"]),
        ("Pa\u030a lageret", ["på", "lageret"]),
        ("𝗩𝗶 er stolte", ["vi", "er", "stolte"]),
        ("best\u2011in\u2011class", ["best-in-class"]),
        ("bære\u00addygtig", ["bæredygtig"]),
        ("det\u00a0er **utroligt** _stolt_", ["det", "er", "utroligt", "stolt"]),
        ("5.678 kr. og 12 %", ["5.678", "kr.", "og", "12", "%"]),
        ("👩‍👩‍👧 🇩🇰 ok", ["👩‍👩‍👧", "🇩🇰", "ok"]),
        ("skriv til a.b@example.com nu", ["skriv", "til", "a.b@example.com", "nu"]),
    ],
)
def test_tokens(text, expected):
    assert norms(text) == expected


def test_a_decomposed_letter_keeps_its_span_in_the_original():
    text = "Vi var pa\u030a taget"
    speech = analyse(text, DA).speech
    assert (speech.tokens[2][1], text[slice(*speech.span(2, 3))]) == ("på", "pa\u030a")


def test_quotations_are_another_speaker():
    text = "Hun sagde: «Vi er stolte. Meget.» Så gik hun."
    analysis = analyse(text, DA)
    assert [each[1] for each in analysis.speech.tokens] == ["hun", "sagde", ":", "\1", "", "så", "gik", "hun", ".", ""]
    assert [each[1] for each in analysis.quotation.tokens if each[0] != "barrier"] == ["vi", "er", "stolte", ".", "meget", "."]


def test_muted_spans_are_opaque():
    text = "kør `pip install` nu"
    analysis = analyse(text, DA, muted=(Span(4, 17),))
    assert [each[1] for each in analysis.speech.tokens] == ["kør", "\0", "nu", ""]


def test_apostrophes_in_words_open_no_quotation():
    assert analyse("It's the team's job, isn't it, and we don't 'own' it", EN).quotes == [Span(44, 49)]
    assert analyse("Andre\u0301's menu and the cats' bowl", EN).quotes == []
    assert analyse("ba\u0302\u0301's team\u00ad's the cats' bowl", EN).quotes == []
    assert analyse("\ufeff'Stay a while' she said", EN).quotes == [Span(1, 15)]


PROSE = st.text(alphabet="aA1.,!?…\n\r\t «»\"'-–#@🎉å\u030a\u200b", max_size=120)


@given(st.one_of(st.text(max_size=400), PROSE))
def test_spans_are_sorted_disjoint_and_cover_all_but_white_space(text):
    analysis = analyse(text, DA)
    position = 0
    for start, end in spans(analysis):
        assert text[position:start].strip() == ""
        assert position <= start < end
        position = end
    assert text[position:].strip() == ""


@given(st.one_of(st.text(max_size=400), PROSE))
def test_sentences_are_sorted_disjoint_and_hold_all_tokens(text):
    analysis = analyse(text, EN)
    position = 0
    for sentence in analysis.sentences:
        assert position <= sentence.start < sentence.end
        position = sentence.end
    assert all(any(each.start <= start and end <= each.end for each in analysis.sentences) for start, end in spans(analysis))


@given(st.text(alphabet="ab\r\n é", max_size=60), st.integers(0, 60))
def test_line_and_column_lead_back_to_the_offset(text, offset):
    offset = min(offset, len(text))
    starts = line_starts(text)
    line, column = line_column(starts, offset)
    assert starts[line - 1] + column - 1 == offset


def test_crlf_counts_as_one_line_end():
    assert line_starts("a\r\nb\rc\nd") == [0, 3, 5, 7]


def test_norm_of_length_changing_folds():
    assert normalise("İstanbul") == normalise("İstanbul".casefold())


def test_front_matter_is_no_sentence_of_the_post():
    text = "---\nauthor: Lene\n\nrole: Vagt. Chef.\n---\nJeg stod der. Så kom den."
    found = analyse(text, DA, muted=[Span(0, 40)])
    assert [text[each.start : each.end] for each in found.sentences] == ["Jeg stod der.", "Så kom den."]


PIECES = st.sampled_from(
    [
        "Jeg",
        "ca",
        "f.eks",
        "Nordpump",
        "3",
        "2,5",
        "gik",
        "H",
        ".",
        "!",
        "?",
        "…",
        ",",
        "”",
        ")",
        "🎉",
        "#vi",
        "\n",
        "\n\n",
        "  ",
        " - ",
        "mia",
        "maj",
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " "])), max_size=30).map(lambda parts: "".join(map("".join, parts))))
def test_sentences_end_where_each_token_looked_at_by_itself_says(text):
    # Where something is muted, every end mark is looked at by itself; elsewhere most of them together with what follows.
    text += " Og så zz"
    short, long = analyse(text, DA), analyse(text, DA, muted=(Span(len(text) - 2, len(text)),))
    assert short.sentences[:-1] == long.sentences[:-1]
    assert [each[:5] for each in short.tokens[:-1]] == [each[:5] for each in long.tokens[:-1]]
    assert short.starts == long.starts
    assert short.quotes == long.quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeg er begyndt hos Kongsted Tagpap A/S. Jeg glæder mig.", ["Jeg er begyndt hos Kongsted Tagpap A/S.", "Jeg glæder mig."]),
        ("Holm A/S. er det gamle navn. Nu.", ["Holm A/S. er det gamle navn.", "Nu."]),
        ("Se s. 4 hos H. C. Andersen. Nu.", ["Se s. 4 hos H. C. Andersen.", "Nu."]),
    ],
)
def test_a_company_may_end_a_sentence(text, expected):
    assert sentences(text) == expected


def test_the_number_of_a_list_belongs_to_its_line():
    text = "Tre ting:\n1. Vand\n2. Lys\n3. Tid\n"
    found = statements(analyse(text, DA))
    assert [text[each.start : each.end].strip() for each in found] == ["Tre ting:", "1. Vand", "2. Lys", "3. Tid"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We began at six,” Ida said. “It ran dry. “Now it runs.”", ["“We began at six,” Ida said.", "“It ran dry.", "“Now it runs.”"]),
        ("Hun smilede. ”Så kører vi,” sagde hun.", ["Hun smilede.", "”Så kører vi,” sagde hun."]),
        ("Hun smilede. »Så kører vi.« Det gjorde de.", ["Hun smilede.", "»Så kører vi.«", "Det gjorde de."]),
        ("Er sagte: „Wir fahren.“ Das war alles.", ["Er sagte: „Wir fahren.“", "Das war alles."]),
    ],
)
def test_a_quotation_mark_belongs_to_what_it_opens(text, expected):
    assert sentences(text) == expected
