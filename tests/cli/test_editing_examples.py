"""The drafts in examples/editing are what `tighten` and `coach` make of them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from advocacy_lint.cli import app

EDITING = Path(__file__).parents[2] / "examples" / "editing"


@pytest.mark.parametrize(
    ("draft", "made", "command"),
    [
        ("en/breakdown.md", "en/breakdown.tightened.md", ["tighten"]),
        ("da/nedbrud.md", "da/nedbrud.strammet.md", ["tighten"]),
        ("en/breakdown.md", "en/breakdown.coached.md", ["coach", "--answers", str(EDITING / "en" / "breakdown.answers.yml")]),
        ("da/nedbrud.md", "da/nedbrud.coachet.md", ["coach", "--answers", str(EDITING / "da" / "nedbrud.svar.yml")]),
    ],
)
def test_an_example_is_what_the_program_writes(tmp_path, draft, made, command):
    written = tmp_path / "new.md"
    done = CliRunner().invoke(app, [*command, str(EDITING / draft), "-o", str(written)])
    assert done.exit_code == 0, done.output
    assert written.read_text(encoding="utf-8") == (EDITING / made).read_text(encoding="utf-8")
