"""The baseline: today's findings left out tomorrow, wherever the lines have moved; what is new is named by its own words."""

import subprocess
import sys

import pytest

from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import ConfigError
from advocacy_lint.model import PortfolioFinding, Post, SharedText
from advocacy_lint.runs.baseline import Baseline, BaselineWriter

OLD = "Vi er utroligt stolte af at kunne præsentere en ny pumpe. Vi er markedsledende."
NEW = "Det regnede.\n\n" + OLD + "\n\nVi er utroligt stolte af vores omsætning på 3,2 mia. kr."


@pytest.fixture
def session():
    return Session(Config(), language="da")


def written(tmp_path, session, text):
    path = tmp_path / "baseline.json"
    writer = BaselineWriter(path)
    writer.add(session.lint(Post(str(tmp_path / "a.md"), text)))
    return path, writer.write()


def test_nothing_new_leaves_nothing(tmp_path, session):
    path, count = written(tmp_path, session, OLD)
    baseline = Baseline(path)
    report = baseline.filter(session.lint(Post(str(tmp_path / "a.md"), OLD)))
    assert report.findings == ()
    assert (baseline.hidden, baseline.stale()) == (count, 0)


def test_moved_lines_are_not_new_and_a_new_place_is_named_by_its_own_words(tmp_path, session):
    path, _ = written(tmp_path, session, OLD)
    report = Baseline(path).filter(session.lint(Post(str(tmp_path / "a.md"), NEW)))
    spans = [(each.rule, each.excerpt, each.line) for each in report.findings if each.excerpt]
    assert ("brag/financial-result", "omsætning på 3,2 mia. kr.", 5) in spans
    assert {line for _, _, line in spans} == {5}
    for finding in report.findings:
        if finding.excerpt:
            assert finding.excerpt in finding.message or finding.rule.startswith("tone/")
            assert NEW[finding.start : finding.end] == finding.excerpt


def test_what_is_gone_is_counted(tmp_path, session):
    path, count = written(tmp_path, session, OLD)
    baseline = Baseline(path)
    baseline.filter(session.lint(Post(str(tmp_path / "a.md"), "Kl. 5.40 stod Lene på rampen, og pumpen virkede ikke.")))
    assert 0 < baseline.stale() <= count


def test_findings_across_posts_are_in_it_too(tmp_path):
    path = tmp_path / "baseline.json"
    shared = PortfolioFinding("portfolio/copy-paste", "error", "x", share=0.9, posts=(SharedText("a.md", None), SharedText("b.md", None)))
    more = PortfolioFinding("portfolio/copy-paste", "error", "x", share=0.9, posts=(*shared.posts, SharedText("c.md", None)))
    writer = BaselineWriter(path)
    writer.add_shared(shared)
    assert writer.write() == 1
    baseline = Baseline(path)
    assert [baseline.knows(each) for each in (shared, shared, more)] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "said"), [(None, "the baseline cannot be read"), ("{", "not a baseline"), ('{"files": 3}', "not a baseline")]
)
def test_a_file_that_is_no_baseline_is_said_so(tmp_path, text, said):
    path = tmp_path / "baseline.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Baseline(path)
    assert said in str(caught.value)


def test_the_command(tmp_path):
    def run(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "advocacy_lint", "check", "posts", "--isolated", "--no-cache", *arguments],
            cwd=tmp_path, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    (tmp_path / "posts").mkdir()
    for name, text in (("a.md", OLD), ("b.md", "Omsætningen steg til 4 mio. kr.")):
        (tmp_path / "posts" / name).write_text(text, encoding="utf-8")
    code, _, said = run("--write-baseline", "b.json")
    assert (code, said.endswith(" findings written\n")) == (0, True)
    assert run("--baseline", "b.json") == (0, "", "2 posts; nothing that the baseline has not\n")
    (tmp_path / "posts" / "b.md").write_text(
        "Omsætningen steg til 4 mio. kr. Og vi fik et rekordoverskud på 3,2 mia. kr.", encoding="utf-8"
    )
    code, out, _ = run("--baseline", "b.json", "--format", "concise")
    assert code == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == ["posts/b.md:1:46"]
