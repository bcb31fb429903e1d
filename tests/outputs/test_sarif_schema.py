"""What the sarif format writes fits the official schema, whatever the posts hold."""

import json
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace
from samples import COPIES, PROBLEM, boring, finding, human, rendered, unknown

from advocacy_lint import rulebook
from advocacy_lint.model import PostReport

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def problems(log):
    return [f"{list(error.path)}: {error.message}" for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(log)]


def in_a_document():
    text = "Første.\nVi er\nstolte \ud800\x1b.\n"
    whole = finding("voice/no-person", text, "", "Hvem?", place="paragraph 1")
    across_lines = finding("tone/corporate-pride", text, "er\nstolte", "«er\nstolte \ud800\x1b»", place="paragraph 2")
    return PostReport("møde 100%?#\udcff.docx", "2", "da", 4, "E", {}, (whole, across_lines), (), (), 3, "da", "paragraph 1", text)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("with_score", [True, False])
def test_it_fits(language, with_score):
    reports = (boring(), human(), unknown(), in_a_document())
    rules = rulebook.load(language).rules
    log = json.loads(rendered("sarif", *reports, rules=rules, with_score=with_score, portfolio=[COPIES], problems=[PROBLEM]))
    assert problems(log) == []


def test_it_fits_when_there_is_nothing_to_say():
    assert problems(json.loads(rendered("sarif"))) == []


def test_the_schema_refuses_what_is_wrong():
    log = json.loads(rendered("sarif", boring()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert problems(log) == ["['runs', 0, 'results', 0, 'level']: 'fatal' is not one of ['none', 'note', 'warning', 'error']"]


def test_files_are_uris_and_documents_have_names_for_lines():
    results = json.loads(rendered("sarif", in_a_document()))["runs"][0]["results"]
    assert [result["locations"] for result in results] == [
        [
            {
                "physicalLocation": {"artifactLocation": {"uri": "m%C3%B8de%20100%25%3F%23%FF.docx"}, "region": {"startLine": 1}},
                "logicalLocations": [{"name": f"paragraph {number}"}],
            }
        ]
        for number in (1, 2)
    ]


def test_findings_across_posts_have_a_place_and_a_fingerprint_that_a_further_copy_keeps():
    def result(*findings):
        return json.loads(rendered("sarif", portfolio=findings))["runs"][0]["results"]

    alone = result(COPIES)[0]
    assert [location["physicalLocation"] for location in alone["locations"] + alone["relatedLocations"]] == [
        {"artifactLocation": {"uri": name}, "region": {"startLine": 1}} for name in ("a.md", "b.csv", "c.md")
    ]
    more = replace(COPIES, posts=(*COPIES.posts, replace(COPIES.posts[0], path="d.md")))
    assert result(more)[0]["partialFingerprints"] == alone["partialFingerprints"]
    assert len({each["partialFingerprints"]["advocacyLint/v1"] for each in result(COPIES, COPIES)}) == 2


def test_what_microsofts_validator_asks_for_is_there():
    """The checks of its kinds Sarif and Ghas that once failed: GH2012, SARIF2005, SARIF2017 and the names of rules."""
    run = json.loads(rendered("sarif", boring(), portfolio=[COPIES]))["runs"][0]
    driver = run["tool"]["driver"]
    assert driver["informationUri"] == "https://advocacy-lint.github.io/advocacy-lint/"
    for rule in driver["rules"]:
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help")), rule["id"]
        assert (rule["name"].isidentifier(), rule["name"][0].isupper()) == (True, True)
    assert all(place["physicalLocation"]["region"]["startLine"] >= 1 for result in run["results"] for place in result["locations"])
    assert {fix["description"]["text"] for result in run["results"] for fix in result.get("fixes", [])} == {"Write “Vi har fået”."}


def test_of_too_many_the_least_severe_are_left_out_and_counted():
    log = json.loads(rendered("sarif", *[boring(f"{number}.md") for number in range(1_100)], portfolio=[COPIES]))
    run = log["runs"][0]
    assert len(run["results"]) == 5_000
    assert [result["level"] for result in run["results"][:1_101]] == ["error"] * 1_101
    assert [each["message"]["text"] for each in run["invocations"][0]["toolExecutionNotifications"]] == [
        "501 results of the least severe are left out: 5000 are the most that are shown of one run."
    ]
