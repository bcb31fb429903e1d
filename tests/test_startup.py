"""What a plain check may import: start-up is paid by every commit hook."""

import json
import os
import subprocess
import sys

import pytest

POST = "---\nlanguage: {language}\naudience: maintenance\n---\n\nWe are proud to announce growth. At 5:40 am I stood there.\n"
HEAVY = {
    "spacy", "numpy", "textstat", "langdetect", "pydantic", "pygments", "yaml", "multiprocessing", "tempfile", "docx", "openpyxl",
    "pathspec", "rensa", "importlib.metadata", "concurrent", "asyncio", "click", "typing_extensions",
}  # fmt: skip


def imported(folder, *options, **environment):
    """Return the top-level names (and the tool's own modules) that a check has imported, the caches warm."""
    env = {**os.environ, "ADVOCACY_LINT_CACHE_DIR": str(folder / "cache"), "NO_COLOR": "1", **environment}
    env.pop("GITHUB_ACTIONS", None)
    code = (
        "import sys, json\nsys.argv[0] = 'advocacy-lint'\nfrom advocacy_lint.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))"
    )
    command = [sys.executable, "-c", code, "check", str(folder / "post.md"), *options]
    for _ in range(2):
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, cwd=folder)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("options", [("--format", "json"), ("--format", "json", "--no-cache"), ("--format", "text")])
def test_a_declared_language_imports_nothing_heavy(tmp_path, language, options):
    (tmp_path / "post.md").write_text(POST.format(language=language))
    assert imported(tmp_path, *options) & HEAVY == set()


def test_json_needs_no_rich(tmp_path):
    (tmp_path / "post.md").write_text(POST.format(language="en"))
    assert {name for name in imported(tmp_path, "--format", "json") if name.split(".")[0] == "rich"} == set()


def test_warm_caches_read_no_rule_files(tmp_path):
    (tmp_path / "post.md").write_text(POST.format(language="en"))
    readers = {f"advocacy_lint.{name}" for name in ("rulebook.files", "rulebook.format", "rulebook.layers", "safe_yaml")}
    assert imported(tmp_path, "--format", "json", "--no-cache") & readers == set()


def test_known_reports_need_nothing_that_lints(tmp_path):
    (tmp_path / "post.md").write_text(POST.format(language="en"))
    (tmp_path / "other.md").write_text(POST.format(language="da"))
    lints = {"engine.linter", "checks", "languages.forms", "rulebook.book", "languages.detect", "advice", "portfolio.duplicates"}
    for options in (("--format", "json"), ("--format", "text", "--jobs", "1", str(tmp_path / "other.md"))):
        assert imported(tmp_path, *options) & ({f"advocacy_lint.{name}" for name in lints} | {"re2", "hashlib"}) == set()


PLAIN = "---\nlanguage: {language}\n---\n\n{text}\n"
NOTHING_TO_MEND = {
    "da": "Kl. 6 stod Bent ved pumpen i Esbjerg med en kold kop kaffe. Den virkede ikke, og jeg prøvede igen.",
    "en": "At 5:40 Jonas stood by the pump in Leeds with a cold cup of coffee. It did not work, so I tried again.",
}
REVENUE = {"da": "Omsætningen steg til 49,4 mio. kr. i år.", "en": "Revenue rose to $49.4 million this year."}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_post_with_nothing_to_mend_imports_nothing_that_mends(tmp_path, language):
    (tmp_path / "post.md").write_text(PLAIN.format(language=language, text=NOTHING_TO_MEND[language]))
    modules = imported(tmp_path, "--format", "json", "--no-cache")
    assert {name for name in modules if name.startswith("advocacy_lint.advice.rewrites")} == {
        "advocacy_lint.advice.rewrites", "advocacy_lint.advice.rewrites.draft",
    }  # fmt: skip
    rare = ("text.tagging", "text.markup", "text.protected", "inputs.sections", "languages.word_order")
    assert modules & {f"advocacy_lint.{name}" for name in rare} == set()


@pytest.mark.parametrize(("language", "own", "other"), [("da", "danish", "english"), ("en", "english", "danish")])
def test_what_mends_is_imported_for_the_language_of_the_post(tmp_path, language, own, other):
    (tmp_path / "post.md").write_text(PLAIN.format(language=language, text=REVENUE[language]))
    modules = imported(tmp_path, "--format", "json", "--no-cache")
    assert f"advocacy_lint.advice.rewrites.{own}" in modules
    assert f"advocacy_lint.advice.rewrites.{other}" not in modules


def test_importing_the_package_imports_nothing_of_it():
    code = "import sys, advocacy_lint; print(*sorted(name for name in sys.modules if name.startswith('advocacy_lint')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["advocacy_lint", "advocacy_lint.version"]
