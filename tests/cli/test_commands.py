"""The commands as people call them: whole output where it is short, exit codes, and what goes to which stream."""

import json
import os
import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

BORING = "Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.\n"
HUMAN = (
    "Kl. 5.40 stod Lene på rampen i Horsens med en kold kop kaffe. Det virkede ikke, og jeg prøvede igen med den lille nøgle. "
    "Så ringede hun til Bo, fordi han havde set den slags før. Hvad gør I, når lejet sidder fast?\n"
)

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(*arguments, cwd=None, stdin=None, **env):
    environment = {key: value for key, value in os.environ.items() if key not in ("GITHUB_ACTIONS", "FORCE_COLOR", "GITHUB_STEP_SUMMARY")}
    environment.update({"COLUMNS": "80", "ADVOCACY_LINT_CACHE_DIR": "", "PYTHONIOENCODING": "utf-8", **env})
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_lint", *arguments],
        cwd=cwd,
        input=stdin,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "kedelig.md").write_text(BORING, encoding="utf-8")
    (tmp_path / "bedre.md").write_text(HUMAN, encoding="utf-8")
    return tmp_path


def test_exit_codes(folder):
    assert run("check", "bedre.md", cwd=folder)[0] == 0
    assert run("check", "kedelig.md", cwd=folder)[0] == 1
    assert run("check", "kedelig.md", "--fail-on", "never", cwd=folder)[0] == 0
    assert run("check", "bedre.md", "--min-score", "99", cwd=folder)[0] == 1
    assert run("check", "nowhere.md", cwd=folder)[::2] == (2, "nowhere.md: no such file\n")
    assert run("check", "--format", "sarf", cwd=folder)[::2] == (2, "unknown format “sarf” (did you mean “sarif”?)\n")
    assert run("check", "--fail-on", "eror", cwd=folder)[::2] == (2, "--fail-on eror (did you mean “error”?)\n")
    assert run("check", "--max-drop", "3", cwd=folder)[::2] == (2, "--max-drop needs a revision to compare with (--changed-since REV)\n")


@pytest.mark.parametrize("output", ["json", "jsonl"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-8"])
def test_json_is_written_in_the_encoding_of_standard_output(folder, output, encoding):
    expected = run("check", ".", "--format", output, cwd=folder)[1]
    assert expected.endswith("}\n")
    command = [sys.executable, "-m", "advocacy_lint", "check", ".", "--format", output]
    env = {**os.environ, "ADVOCACY_LINT_CACHE_DIR": "", "PYTHONIOENCODING": encoding}
    written = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False).stdout
    assert written == expected.encode(encoding)


def test_a_bad_file_does_not_stop_the_rest(folder):
    (folder / "bad.md").write_bytes(b"\x00\x01\x02 binary")
    code, out, error = run("check", ".", "--format", "concise", cwd=folder)
    assert code == 2
    assert "kedelig.md:1:1: error" in out
    assert len(error.splitlines()) == 1
    assert error.startswith("bad.md: ")


def test_a_typo_in_the_configuration_is_one_line(folder):
    (folder / "advocacy-lint.yml").write_text("min-score: 10\nfail-onn: error\n", encoding="utf-8")
    code, out, error = run("check", "bedre.md", cwd=folder)
    assert (code, out) == (2, "")
    assert error.endswith("advocacy-lint.yml:2: unknown key “fail-onn” (did you mean “fail-on”?)\n")
    assert error.count("\n") == 1


def test_concise(folder):
    code, out, error = run("check", "kedelig.md", "--format", "concise", "--select", "brag,tone/announcement-opener", cwd=folder)
    assert (code, error) == (1, "")
    assert [re.sub(r"(error \S+) .*", r"\1", line) for line in out.splitlines()] == [
        "kedelig.md:1:1: error tone/announcement-opener",
        "kedelig.md:1:40: error brag/financial-result",
    ]


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_text_keeps_within_its_columns_without_colour_in_a_pipe(folder, columns):
    code, out, _ = run("check", "kedelig.md", cwd=folder, COLUMNS=columns)
    assert code == 1
    assert "\x1b" not in out
    lines = out.splitlines()
    assert lines[0] == "kedelig.md · dansk · 10 ord"
    assert all(len(line) <= int(columns) or "coach" in line for line in lines)
    assert "Næste skridt: advocacy-lint coach kedelig.md" in out


def test_colour_adds_and_never_carries_meaning(folder):
    plain = run("check", "kedelig.md", cwd=folder)[1]
    coloured = run("check", "kedelig.md", cwd=folder, FORCE_COLOR="1")[1]
    assert "\x1b[" in coloured
    words = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [word for word in plain.split() if word.isalpha() and len(word) > 3] == [
        word for word in words.split() if word.isalpha() and len(word) > 3
    ]
    assert "\x1b" not in run("check", "kedelig.md", cwd=folder, FORCE_COLOR="1", NO_COLOR="1")[1]


def test_a_good_post_is_short():
    code, out, _ = run("check", "overskud-bedre.md", cwd=EXAMPLES / "da")
    assert code == 0
    assert len(out.splitlines()) <= 7
    assert "Godt: «" in out


def test_quiet_says_nothing_of_posts_that_pass(folder):
    assert run("check", "bedre.md", "--quiet", cwd=folder) == (0, "", "")
    code, out, _ = run("check", ".", "--quiet", cwd=folder)
    assert code == 1
    assert "bedre.md" not in out


def test_no_score_hides_numbers(folder):
    out = run("check", "kedelig.md", "--no-score", cwd=folder)[1]
    assert not re.search(r"\+\d", out)
    assert "praleri" not in out


def test_messages_in_another_locale(folder):
    out = run("check", "kedelig.md", "--locale", "en", cwd=folder)[1]
    assert out.startswith("kedelig.md · Danish · 10 words\n")
    assert "Open where something happened." in " ".join(out.split())


def test_statistics_count_rules(folder):
    out = run("check", "kedelig.md", "--statistics", "--select", "brag", cwd=folder)[1]
    assert out.endswith("     1  brag/financial-result\n")


def test_standard_input_has_a_name_of_its_own(folder):
    code, out, _ = run(
        "check", "-", "--stdin-filename", "opslag/nyt.md", "--format", "concise", "--select", "brag", cwd=folder, stdin=BORING
    )
    assert code == 1
    assert out.startswith("opslag/nyt.md:1:40: error brag/financial-result ")


def test_several_formats_in_one_run(folder):
    code, out, _ = run("check", "kedelig.md", "--output-file", "json=out/a.json", "--output-file", "csv=out/a.csv", cwd=folder)
    assert code == 1
    assert out.startswith("kedelig.md · dansk")
    assert json.loads((folder / "out" / "a.json").read_text(encoding="utf-8"))["summary"]["posts"] == 1
    assert (folder / "out" / "a.csv").read_text(encoding="utf-8").startswith("path,id,place")


def test_github_chooses_its_format_and_writes_a_summary(folder):
    page = folder / "summary.md"
    code, out, _ = run("check", "kedelig.md", "--select", "brag", cwd=folder, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(page))
    assert code == 1
    assert out.startswith("::error file=kedelig.md,line=1,endLine=1,col=40,endColumn=70,title=brag/financial-result::")
    assert page.read_text(encoding="utf-8").startswith("### advocacy-lint\n")


def test_suppressions(folder):
    text = "<!-- advocacy-lint off-next-line: brag, tone, voice -- tallet er historien -->\n" + BORING
    (folder / "a.md").write_text(text + "\n<!-- advocacy-lint off: brag/award -->\nDet regnede.\n", encoding="utf-8")
    out = run("check", "a.md", "--format", "concise", "--select", "brag,tone,suppression", cwd=folder)[1]
    assert out == "a.md:4:1: info suppression/unused Denne kommentar slår ikke noget fra længere. Slet den.\n"


def test_rules_for_authors(folder):
    assert run("rules", "new", "tone/on-our-toes", cwd=folder)[0] == 0
    code, out, _ = run("rules", "test", "advocacy-rules", "--quiet", cwd=folder)
    assert (code, out) == (0, "8 ok, 0 failed\n")
    path = folder / "advocacy-rules" / "tone" / "on-our-toes.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Barnet står på tæer.", "Barnet står på tæer for kunden."), encoding="utf-8")
    code, out, _ = run("rules", "test", "advocacy-rules", "--quiet", cwd=folder)
    assert code == 1
    assert ": noisy (da): Barnet står på tæer for kunden. — found «står på tæer for kunden»\n" in out
    assert run("rules", "show", "brag/awrad")[::2] == (2, "no rule “brag/awrad” (did you mean “brag/award”?)\n")
    assert (
        "står på tæer for kunden"
        in run("rules", "show", "tone/on-our-toes", "--rules", "advocacy-rules", "--language", "da", cwd=folder)[1]
    )
    assert run("explain", "brag/awrad")[0] == 2
    assert "Rests on (practice): the article that started the project" in run("explain", "brag/award")[1]


def test_generated_files_are_fresh():
    for arguments in (
        ("rules", "schema", "--check"),
        ("rules", "docs", "--check"),
        ("rules", "forms", "--check"),
        ("config", "schema", "--check"),
    ):
        assert run(*arguments)[0] == 0, arguments


def test_init_and_config_show(folder):
    assert run("init", "--yes", cwd=folder)[0] == 0
    code, out, _ = run("config", "show", "kedelig.md", cwd=folder)
    assert code == 0
    assert "fail-on" in out
    assert run("check", "kedelig.md", cwd=folder)[0] == 1


def test_a_closed_pipe_is_no_traceback(folder):
    for index in range(60):
        (folder / f"{index}.md").write_text(BORING, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "advocacy_lint", "check", ".", "--format", "jsonl"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_watch_lints_what_is_saved_and_ends_when_interrupted(folder):
    pytest.importorskip("watchfiles")
    process = subprocess.Popen(
        [sys.executable, "-m", "advocacy_lint", "check", "bedre.md", "--watch", "--format", "concise", "--select", "brag"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "ADVOCACY_LINT_CACHE_DIR": "", "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        for _ in range(100):  # until it has begun to watch
            (folder / "bedre.md").write_text(BORING, encoding="utf-8")
            if select.select([process.stdout], [], [], 0.5)[0]:
                break
        line = process.stdout.readline()
        assert b"brag/financial-result" in line
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
        assert b"Traceback" not in process.stderr.read()
    finally:
        process.kill()
        process.stdout.close()
        process.stderr.close()
        process.wait()
