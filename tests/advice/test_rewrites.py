"""What stands in a finding's place: literal words, a cut, or a frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from advocacy_lint.advice import fixes
from advocacy_lint.api import lint
from advocacy_lint.config import Config
from advocacy_lint.errors import RuleError
from advocacy_lint.model import Finding, Fix, Rewrite

RULE = """
check: phrase
evidence: {tier: practice, source: test}
en:
  message: "“{match}”"
  why: because
  match: {phrases: ["fantastic team", "record revenue", "onwards", "truly", "fantastic effort", "outstanding team"]}
KEYS
da: {not_for: a test}
"""


@pytest.fixture
def found(tmp_path: Path):
    def of(keys: str, text: str) -> Finding:
        folder = tmp_path / "rules" / "tone"
        folder.mkdir(parents=True)
        indented = "".join(f"  {line}\n" for line in keys.splitlines())
        (folder / "own.yml").write_text(RULE.replace("KEYS\n", indented), encoding="utf-8")
        config = Config(rules=(str(tmp_path / "rules"),), select=("tone/own",))
        (finding,) = lint(text, config=config, language="en").findings
        return finding

    return of


def test_a_frame_for_the_words(found) -> None:
    finding = found('frame: "[one name], who [did what?]"', "I thank a fantastic team in Leeds for the 14 doors that they hung in May.")
    after = "[one name], who [did what?]"
    shown = "I thank a [one name], who [did what?] in Leeds for the 14 doors that …"
    assert finding.rewrite == Rewrite("frame", "fantastic team", after, False, 10, 24, shown)
    assert (finding.fixes, finding.replace) == ((), ())


def test_a_frame_that_is_a_sentence_stands_for_the_whole_one(found) -> None:
    finding = found('frame: ["{name} [did what?].", "{money}: [who did what for it?]."]', "It rained. We had record revenue of £3 million.")
    after = "£3 million: [who did what for it?]"
    assert finding.rewrite == Rewrite("frame", "We had record revenue of £3 million.", after, False, 11, 47, after)


def test_a_frame_whose_slots_the_draft_cannot_fill_is_none(found) -> None:
    assert found('frame: "{percent}: [who did it?]."', "We had record revenue and a fantastic team.").rewrite is None


@pytest.mark.parametrize(
    ("text", "language", "after"),
    [
        ("Vi er dybt taknemmelige for at modtage en sølvmedalje.", "da", "At modtage en sølvmedalje: [hvem gjorde hvad, og hvornår?]"),
        ("It was a privilege to lead the Irish practice.", "en", "To lead the Irish practice: [who did what, and when?]"),
    ],
)
def test_what_is_left_of_a_sentence_is_no_bare_infinitive(text, language, after) -> None:
    (rewrite,) = [each.rewrite for each in lint(text, language=language, config=Config(select=("tone/corporate-pride",))).findings]
    assert rewrite is not None
    assert rewrite.after == after


def test_frames_by_phrase(found) -> None:
    finding = found('frame: {"onwards": "[where to?]", "*": "{noun} that [did what?]"}', "We thank a fantastic team, and go onwards.")
    assert finding.rewrite is not None
    assert finding.rewrite.after == "team that [did what?]"


@pytest.mark.parametrize(
    ("keys", "text", "fixes", "shown"),
    [
        ("cut: words", "We truly hung 14 doors.", (Fix(3, 8, ""),), "We hung 14 doors."),
        ("cut: words", "Truly, the doors hang in Leeds.", (Fix(0, 8, "T"),), "The doors hang in Leeds."),
        ("cut: sentence", "We hung 14 doors. Onwards and upwards! 🚀 Rain fell.", (Fix(18, 41, ""),), ""),
        ("cut: {truly: sentence}", "We hung 14 doors. We truly did.", (Fix(17, 31, "", False),), ""),
    ],
)
def test_cuts(found, keys: str, text: str, fixes: tuple[Fix, ...], shown: str) -> None:
    finding = found(keys, text)
    assert finding.fixes == fixes
    assert finding.rewrite is not None
    assert (finding.rewrite.kind, finding.rewrite.shown) == ("cut", shown)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell. Onwards we went! It rained again.",
        "It rained. Onwards, Mary Holm!",
        "It rained. Onwards to 2027.",
        "It rained. Onwards to Leeds.",
        "Onwards, we said.",
    ],
)
def test_no_sentence_is_cut_that_holds_a_fact_or_is_the_only_one(found, text: str) -> None:
    finding = found('cut: sentence\nframe: "[where to?]"', text)
    assert finding.fixes == ()
    assert finding.rewrite is not None
    assert (finding.rewrite.kind, finding.rewrite.after.casefold()) == ("frame", "[where to?]")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("frame: who did it?", "a frame has brackets for what only the author knows"),
        ('frame: "{who} [did it]"', "unknown slot “{who}” in a frame"),
        ("cut: everything", "unknown cut “everything”"),
        ("frame: [1]", "a frame is text, or a list of texts"),
        ("rewrite: {some: x}", "unknown key “some”"),
    ],
)
def test_mistakes_have_a_line(found, keys: str, message: str) -> None:
    with pytest.raises(RuleError, match=":8: ") as raised:
        found(keys, "We truly did.")
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We hung 14 doors in Leeds.\n\n#success #doors #leadership", "We hung 14 doors in Leeds.\n\n#doors"),
        ("We hung 14 doors in Leeds. #success #doors #leadership", "We hung 14 doors in Leeds. #doors"),
        ("🌱 Onwards and upwards, together! 🌱\n\nWe hung 14 doors in Leeds.", "We hung 14 doors in Leeds."),
        ("We hung 14 doors in Leeds.\n\nStay tuned for more! 🚀", "We hung 14 doors in Leeds."),
    ],
)
def test_what_is_cut_leaves_nothing_behind(text: str, expected: str) -> None:
    report = lint(text, language="en")
    assert fixes.apply(text, fixes.chosen(fix for finding in report.findings for fix in finding.fixes)) == expected


@pytest.mark.parametrize(
    ("text", "before", "after", "start"),
    [
        ("It is a fantastic effort by all of us.", "a fantastic effort", "an effort that [did what?]", 6),
        ("An outstanding team did it.", "An outstanding team", "A team that [did what?]", 0),
        ("I thank a fantastic team in Leeds.", "fantastic team", "team that [did what?]", 10),
    ],
)
def test_the_article_before_a_frame_fits_its_first_word(found, text, before, after, start) -> None:
    finding = found('frame: "{noun} that [did what?]"', text)
    assert finding.rewrite is not None
    assert (finding.rewrite.before, finding.rewrite.after, finding.rewrite.start) == (before, after, start)


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("da", "Data er ikke en vare. Det er en holdning. Spørg Bo.", "Data er en holdning."),
        ("da", "Ledelse handler ikke om titler. Det handler om mennesker.", "Ledelse handler om mennesker."),
        ("da", "Det handler ikke om pumper. Det handler om tillid.", ""),  # the first sentence goes whole
        ("en", "Leadership is not about being in charge. It's about taking care of people.", "Leadership is about taking care of people."),
        ("en", "🌈 Diversity isn't just a word at Alderton. It is who we are.", "Diversity is who we are."),
        ("en", "It's not about pumps. It's about trust.", ""),
        ("en", "It isn't the title. It's the voice that says so.", ""),
        ("en", "The prizes are not just cups. It's a promise.", "The prizes [only the second half:]"),  # a verb that does not fit
    ],
)
def test_what_is_said_instead_is_said_at_once(language, text, shown):
    assert [each.rewrite.shown for each in lint(text, language=language).findings if each.rule == "tone/not-x-but-y"] == [shown]


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("da", "Det er jeg stolt af som leder.", "Det [i stedet for «er jeg stolt af»: hvem gjorde hvad, og hvornår?] som leder."),
        (
            "da",
            "Vi er stolte af, at vi kan løfte 32 paller.",
            "[i stedet for «Vi er stolte af»: hvem gjorde hvad, og hvornår?], at vi kan løfte 32 paller.",
        ),
        (
            "da",
            "Vi er stolte af at være en arbejdsplads med en rampe.",
            "[i stedet for «Vi er stolte af»: hvem gjorde hvad, og hvornår?] at være en arbejdsplads med en rampe.",
        ),
        ("da", "Vi er stolte af vores nye rampe i Vejle.", "Vores nye rampe i Vejle: [hvem gjorde hvad, og hvornår?]"),
        (
            "en",
            "We are pleased to welcome Priscilla to our sales team.",
            "[instead of “We are pleased to welcome”: what happened, and who was there?] Priscilla to our sales team.",
        ),
        (
            "en",
            "Suncorp is proud to launch its second plan today.",
            "Suncorp [instead of “is proud to launch”: what happened, and who was there?] its second plan today.",
        ),
    ],
)
def test_a_rest_that_cannot_stand_alone_makes_no_frame(language, text, shown):
    assert [each.rewrite.shown for each in lint(text, language=language).findings if each.rewrite and each.rewrite.kind == "frame"] == [
        shown
    ]


OPENS_DA, OPENS_EN = "Nordpump åbner i Vejle.", "Nordpump opens in Leeds."


@pytest.mark.parametrize(
    ("language", "before"),
    [
        ("da", "Vi er glade for at kunne løfte sløret for, at Nordpump åbner i Vejle."),
        ("da", "Vi er superglade for at kunne dele nyheden om, at Nordpump åbner i Vejle."),
        ("da", "Det er mig en stor fornøjelse at kunne fortælle, at Nordpump åbner i Vejle."),
        ("da", "Så kom dagen endelig, hvor vi kan fortælle, at Nordpump åbner i Vejle."),
        ("da", "Vi kan endelig melde ud, at Nordpump åbner i Vejle."),
        ("da", "Jeg har en nyhed at dele: Nordpump åbner i Vejle."),
        ("da", "Nu kan vi sige det højt: Nordpump åbner i Vejle."),
        ("da", "Så er det endelig officielt: Nordpump åbner i Vejle."),
        ("en", "We can finally reveal that Nordpump opens in Leeds."),
        ("en", "Today, we can finally share that Nordpump opens in Leeds."),
        ("en", "We couldn't be happier to tell you that Nordpump opens in Leeds."),
        ("en", "We have some exciting news to share: Nordpump opens in Leeds."),
        ("en", "Some personal news: Nordpump opens in Leeds."),
        ("en", "We are proud to share the news that Nordpump opens in Leeds."),
        ("en", "The news is out: Nordpump opens in Leeds."),
        ("en", "The cat is now out of the bag: Nordpump opens in Leeds."),
        ("en", "I can finally say it: Nordpump opens in Leeds."),
    ],
)
def test_what_announces_the_news_goes_and_the_news_stays(language, before) -> None:
    news = OPENS_DA if language == "da" else OPENS_EN
    rewrites = [each.rewrite.shown for each in lint(before, language=language).findings if each.rewrite and each.excerpt]
    assert news in rewrites


@pytest.mark.parametrize(
    ("language", "before"),
    [("da", "Kæmpe nyhed!"), ("da", "Så er sløret løftet!"), ("en", "Big news!"), ("en", "The secret's out!"), ("en", "It's official!")],
)
def test_what_only_announces_goes_whole(language, before) -> None:
    news = OPENS_DA if language == "da" else OPENS_EN
    found = [each.rewrite for each in lint(f"{before} {news}", language=language).findings if each.rule == "tone/announcement-opener"]
    assert [(each.kind, each.before) for each in found] == [("cut", before)]


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("da", "Vi er utrolig stolte af at blive kåret som årets arbejdsplads.", "Vi er kåret som årets arbejdsplads."),
        ("da", "Jeg er så beæret over at blive inviteret til Aarhus.", "Jeg er inviteret til Aarhus."),
        ("en", "We are incredibly proud to be named the best bank in the county.", "We've been named the best bank in the county."),
        ("en", "I'm honoured to be invited to speak in Cork.", "I've been invited to speak in Cork."),
    ],
)
def test_pride_in_having_been_chosen_goes_and_the_choice_stays(language, before, after) -> None:
    found = [each.rewrite.shown for each in lint(before, language=language).findings if each.rule == "tone/corporate-pride"]
    assert found == [after]


def test_a_feeling_is_not_only_said_more_quietly_where_a_rule_asks_for_more() -> None:
    found = lint("Truly humbled. Last night they read my name out in Cork.", language="en").findings
    shown = {each.rule: each.rewrite.shown for each in found if each.rewrite}
    assert shown["tone/humblebrag"] == "[One name] helped me with [what] when [what happened]."
    assert shown["tone/wordy"] == "Humbled."


def test_a_ticker_goes_with_its_brackets() -> None:
    found = lint("One year at Corven Holdings (NASDAQ: CRVN), and I still get lost.", language="en").findings
    assert [each.rewrite.shown for each in found if each.rewrite] == ["… year at Corven Holdings, and I still get lost."]


@pytest.mark.parametrize(
    ("language", "text", "rule", "told"),
    [
        (
            "da",
            "I år har vi doneret 20.000 måltider til varmestuen i Ribe. Vi drak te.",
            "brag/good-deed",
            "[Hvem] fik [hvad] [hvilken dag], og [hvad gik skævt?] [behold: 20.000 måltider, Ribe]",
        ),
        (
            "en",
            "The world's first solar ferry was built by Hartmann Steel with 40 seats. We had tea.",
            "brag/market-position",
            "[One customer] noticed when [what happened?] [keep: Hartmann Steel, 40 seats]",
        ),
        (
            "da",
            "Banken vokser. ”Vi er stolte af de 40 nye kunder,” siger adm. direktør Ulla Bang. Vi drak te.",
            "tone/executive-quote",
            "[Hvad sagde Ulla Bang til dig, før nogen pudsede det af?]",
        ),
    ],
)
def test_a_frame_lists_what_it_would_take_along(language, text, rule, told):
    finding = next(each for each in lint(text, language=language).findings if each.rule == rule)
    assert finding.rewrite is not None
    assert finding.rewrite.shown == told


@pytest.mark.parametrize(
    ("language", "text", "rule", "kind", "told"),
    [
        ("en", "The pumps ran all night in Hull. Ines fixed the seal at six. See you all in 2031!", "tone/throat-clearing", "cut", ""),
        (
            "da",
            "Pumpen kørte hele natten i Ribe. Ulla skiftede pakningen kl. 6. Vi ses igen til næste år!",
            "tone/throat-clearing",
            "cut",
            "",
        ),
        (
            "en",
            "Hartmann Steel is proud to launch its second safety plan today. We had tea.",
            "tone/announcement-opener",
            "frame",
            "Hartmann Steel [instead of “is proud to launch”: what happened, and who was there?] its second safety plan today.",
        ),
    ],
)
def test_a_sign_off_goes_and_a_plan_keeps_its_sender(language, text, rule, kind, told):
    found = [(each.rewrite.kind, each.rewrite.shown) for each in lint(text, language=language).findings if each.rule == rule]
    assert found == [(kind, told)]


def test_what_opens_a_quotation_is_no_name_to_keep():
    text = 'Vi har en aftale. Direktør Lars Tang udtaler: "Vi er stolte af at være valgt." Den gælder fra maj.'
    shown = [each.rewrite.shown for each in lint(text, language="da").findings if each.rule == "tone/executive-quote"]
    assert shown == ["[Hvad sagde Lars Tang til dig, før nogen pudsede det af?]"]
