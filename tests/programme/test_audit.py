"""The article's programme and a good one; what a form says, where it says it, and what is no form at all."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from advocacy_lint import programme
from advocacy_lint.cli import app
from advocacy_lint.config import Config, Vocabulary
from advocacy_lint.errors import ConfigError
from advocacy_lint.files import safe_yaml
from advocacy_lint.model import PostReport
from advocacy_lint.programme.audit import language_of
from advocacy_lint.programme.form import Form, parse, read
from advocacy_lint.programme.report import report
from advocacy_lint.programme.schema import programme_schema

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "programme"
SCHEMA = ROOT / "src" / "advocacy_lint" / "schemas" / "programme.schema.json"
run = CliRunner().invoke


def rules_of(found: PostReport) -> list[str]:
    return sorted(f"{each.level} {each.rule.removeprefix('programme/')}" for each in found.findings)


def form_of(name: str) -> Form:
    return read(str(EXAMPLES / name))


def test_the_bad_programme_gets_all_of_the_articles_complaints_and_a_score_under_25() -> None:
    found = report(form_of("bad.yml"))
    assert rules_of(found) == [
        "error compulsory-sharing",
        "error everybody-as-audience",
        "error points-for-sharing",
        "error reach-only-metric",
        "info agency-content",
        "info fear",
        "warning approval-queue",
        "warning brag-themes",
        "warning experience-bad",
        "warning leaderboard",
        "warning no-disclosure-guide",
        "warning no-employee-offer",
        "warning no-outcome",
        "warning no-stage",
        "warning no-story-help",
        "warning premade-share",
    ]
    assert found.score is not None
    assert found.score < 25


def test_the_good_programme_scores_above_80_without_a_finding() -> None:
    found = report(form_of("good.yml"))
    assert rules_of(found) == []
    assert [each.rule for each in found.strengths] == [
        f"programme/{name}" for name in ("named-niche", "outcome-measured", "experience-open", "voluntary")
    ]
    assert found.score is not None
    assert found.score > 80


def test_the_english_programmes_are_judged_alike() -> None:
    bad, good = (report(form_of(f"{name}.en.yml")) for name in ("bad", "good"))
    danish = set(rules_of(report(form_of("bad.yml"))))
    assert (set(rules_of(bad)) - danish, danish - set(rules_of(bad))) == ({"warning people-as-channel"}, set())
    assert rules_of(good) == []
    assert (bad.language, good.language, (bad.score or 0) < 25, (good.score or 0) > 80) == ("en", "en", True, True)


def test_every_excerpt_stands_where_the_finding_says() -> None:
    form = form_of("bad.yml")
    found = report(form)
    pointed = [each for each in found.findings if each.excerpt]
    assert [form.text[each.start : each.end] for each in pointed] == [each.excerpt for each in pointed]
    lines = form.text.split("\n")
    assert [lines[each.line - 1][each.column - 1 :].startswith(each.excerpt) for each in pointed] == [True] * len(pointed)


def test_reach_hidden_in_a_sentence_is_found_in_both_languages() -> None:
    danish = "language: da\nmetrics:\n  - >\n    Vi holder øje med, hvor meget potentiel\n    reach kollegerne skaffer os.\n"
    english = 'language: en\ngoals:\n  - goal: Be seen\n    measure: "What counts is the potential reach of it all."\n'
    excerpts = [
        [each.excerpt for each in report(parse(text)).findings if each.rule == "programme/reach-only-metric"] for text in (danish, english)
    ]
    assert excerpts == [["potentiel reach"], ["potential reach"]]


def test_mending_one_thing_raises_the_score_by_its_gain() -> None:
    text = (EXAMPLES / "good.yml").read_text(encoding="utf-8").replace("disclosure: Skriv i", "# Skriv i")
    found = report(parse(text))
    assert rules_of(found) == ["warning no-disclosure-guide"]
    assert found.score == (report(form_of("good.yml")).score or 0) - found.findings[0].gain


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_template_is_a_form_that_says_nothing_yet(language: str) -> None:
    form = parse(programme.template(language))
    assert language_of(form) == language
    found = report(form)
    assert (found.score, found.grade, found.dimensions, {each.gain for each in found.findings}) == (None, None, {}, {0})
    assert rules_of(found) == [
        "error no-niche",
        "info no-purpose",
        "info no-recognition",
        "warning experience-unmeasured",
        "warning no-disclosure-guide",
        "warning no-employee-offer",
        "warning no-outcome",
        "warning no-stage",
        "warning no-story-help",
        "warning no-themes",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Ikke udfyldt endnu, så der er ingen score. Begynd her:"),
        ("en", "Not filled in yet, so there is no score. Start here:"),
    ],
)
def test_a_form_that_says_nothing_yet_is_told_so_instead_of_a_score(tmp_path: Path, language: str, said: str) -> None:
    path = tmp_path / "programme.yml"
    path.write_text(programme.template(language), encoding="utf-8")
    text = CliRunner().invoke(app, ["audit", str(path)])
    assert (text.exit_code, text.stdout.splitlines()[1:4], "+" in text.stdout) == (1, ["", f"  {said}", ""], False)
    markdown = CliRunner().invoke(app, ["audit", str(path), "--format", "markdown"]).stdout.splitlines()
    assert markdown[2] == said
    json_text = CliRunner().invoke(app, ["audit", str(path), "--format", "json", "--min-score", "1", "--fail-on", "never"])
    assert (json_text.exit_code, json.loads(json_text.stdout)["programmes"][0]["score"]) == (1, None)


def test_one_answer_makes_a_score(tmp_path: Path) -> None:
    path = tmp_path / "programme.yml"
    path.write_text("language: da\npurpose: Flere svende på værkstedet\n", encoding="utf-8")
    assert json.loads(CliRunner().invoke(app, ["audit", str(path), "--format", "json"]).stdout)["programmes"][0]["score"] == 30


def test_the_templates_have_every_field_of_the_form() -> None:
    keys = [list(safe_yaml.load(programme.template(language))) for language in ("da", "en")]
    assert keys == [list(programme_schema()["properties"])] * 2


def test_what_people_write_for_short_is_read() -> None:
    form = parse("goals: Flere svende\naudiences:\n- Tømrere\n- {name: Murere, terms: fuge}\nwriters: Os selv\nthemes: Fugt\n")
    found = form.programme
    assert [goal.goal for goal in found.goals] == ["Flere svende"]
    assert [(each.name, each.terms) for each in found.audiences] == [("Tømrere", ()), ("Murere", ("fuge",))]
    assert (found.writers.who, found.themes) == ("Os selv", ("Fugt",))


SHARES = {"0.9": 0.9, "90": 0.9, "90 %": 0.9, "'90 procent'": 0.9, "1": 1.0, "1 %": 0.01, "0": 0.0}


@pytest.mark.parametrize(("written", "share"), SHARES.items())
def test_shares(written: str, share: float) -> None:
    assert parse(f"writers: {{premade_share: {written}}}").programme.writers.premade_share == share


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("purpos: x", "p.yml:1: unknown key “purpos” (did you mean “purpose”?)"),
        ("name: x\ngoals:\n- {goal: x, outcom: y}", "p.yml:3: unknown key “outcom” (did you mean “outcome”?)"),
        ("name: x\nexperience: godt", "p.yml:2: expected keys and values, got “godt”"),
        ("writers: {premade_share: meget}", "p.yml:1: “meget” is not a share (0.9, or 90 %)"),
        ("- a\n- b", "p.yml:1: expected keys and values, got a list"),
        ("name: [", "p.yml:1: not YAML: did not find expected node content"),
        ("name: !!python/object x", "p.yml:1: tags such as tag:yaml.org,2002:python/object are not allowed"),
    ],
)
def test_what_is_no_form_is_said_in_one_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(text, "p.yml")
    assert str(caught.value) == message


@pytest.mark.parametrize("nothing", ["Ingen", "Nej.", "-", "TBD", "n/a", "(ikke endnu)", "Ved ikke …", "?"])
def test_what_people_write_instead_of_nothing_is_nothing(nothing: str) -> None:
    text = (EXAMPLES / "good.yml").read_text(encoding="utf-8")
    head, _, rest = text.partition("talks:\n")
    changed = f"{head}talks: ['{nothing}']\n{rest.partition(chr(10) * 2)[2]}"
    assert rules_of(report(parse(changed))) == ["warning no-stage"]


def test_an_empty_file_is_an_empty_form() -> None:
    assert parse("").programme == programme.form.Programme()


def test_the_schema_is_fresh_and_holds_for_examples_and_templates() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert schema == programme_schema()
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.yml"))]
    for text in (*texts, programme.template("da"), programme.template("en")):
        jsonschema.validate(safe_yaml.load(text), schema)


def test_what_a_programme_declares_is_what_posts_are_judged_by() -> None:
    config = Config(
        programme=str(EXAMPLES / "good.yml"), audiences={"vandværkspassere": ("hane",)}, vocabulary=Vocabulary(terms=("CIP", "API"))
    )
    found = programme.with_programme(config)
    assert found.audiences == {
        "driftsledere på mejerier": ("CIP", "mejeri", "akseltætning", "nedetid", "skyllevand", "leje", "seal", "detergent"),
        "vandværkspassere": ("hane",),
        "industriteknikere og svende": ("svendeprøve", "værksted", "aksel", "læreplads", "vagtplan"),
    }
    assert found.vocabulary == Vocabulary(
        terms=("CIP", "API", "IE4", "Ex-pumpe"),
        organisations=("Hobro Pumpeværksted",),
        products=("HP 200",),
        people=("Karin Bostrup", "Ali Demirel", "Mogens Hauge", "Sofie Præst"),
    )
    assert programme.with_programme(Config()).programme is None


def test_the_command_exits_with_1_for_the_bad_one_and_says_it_in_json() -> None:
    result = run(app, ["audit", str(EXAMPLES / "bad.yml"), "--format", "json", "--locale", "en"])
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    assert list(data) == ["schema", "tool", "programmes", "portfolio", "errors", "summary"]
    assert data["summary"] == {
        "posts": 0,
        "errors": 4,
        "warnings": 10,
        "infos": 2,
        "failed": 0,
        "mean_score": float(data["programmes"][0]["score"]),
    }
    first = data["programmes"][0]["findings"][0]
    assert first["rule"] == "programme/reach-only-metric"
    assert first["message"].startswith("“øge kendskabet” is air: nobody has done anything yet.")
    assert first["source"].startswith("Barcelona Principles")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.yml"], 0),
        (["good.yml", "--min-score", "99"], 1),
        (["bad.yml", "--fail-on", "never"], 0),
        (["good.yml", "--format", "markdown"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    assert run(app, ["audit", str(EXAMPLES / arguments[0]), *arguments[1:]]).exit_code == code


def test_a_file_that_is_not_there_is_one_line() -> None:
    result = run(app, ["audit", "nowhere.yml"])
    assert str(result.exception) == "nowhere.yml: cannot be read: No such file or directory"


def test_markdown_from_a_form_is_text_and_not_markup() -> None:
    form = parse("language: en\naudiences: ['*everybody* <b>']\n", "a_b.yml")
    from advocacy_lint.programme.rendering import as_markdown

    text = as_markdown(report(form), {})
    assert text.startswith("# Programme: a\\_b.yml\n")
    assert "<b>" not in text


def test_one_good_goal_does_not_hide_reach_in_another() -> None:
    text = (
        (EXAMPLES / "good.yml")
        .read_text(encoding="utf-8")
        .replace("goals:\n", "goals:\n  - {goal: Øge rækkevidden med 30 %, measure: visninger}\n", 1)
    )
    (found,) = [each for each in report(parse(text)).findings if each.rule == "programme/reach-goal"]
    assert (found.level, found.excerpt) == ("warning", "Øge rækkevidden")


def test_sources_are_named_in_the_readers_language() -> None:
    from advocacy_lint.programme.rendering import as_text

    found = report(form_of("bad.yml"))
    shown = as_text(
        found, {each.rule: "the article that started the project: think in niches; LinkedIn guide: never" for each in found.findings[:1]}
    )
    assert "(kilde: artiklen om medarbejderambassadører, som værktøjet bygger på; LinkedIn guide)" in " ".join(shown.split())
