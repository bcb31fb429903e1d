"""What --fix leaves alone: links, code, templates, quotations, front matter; and that it changes the words elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.inputs import Source
from advocacy_lint.runs.fix import fix

CASES = yaml.safe_load((Path(__file__).parent / "protected.yml").read_text(encoding="utf-8"))
REST = "\n\nVi pakkede fjorten kasser i hallen i Vejle."
SESSION = Session(Config(), language="da")


def fixed(text: str) -> str:
    found = fix(Source("draft.md", data=text.encode()), SESSION, unsafe=True)
    assert found is not None
    return found.after.decode()


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CASES.items() for text in texts])
def test_it_stays(kind: str, text: str) -> None:
    assert fixed(text + REST) == text + REST


@pytest.mark.parametrize(
    "text", ["se pumper samt slanger her", "**pumper** samt slanger", "- pumper samt slanger", "[link](https://x.dk) samt slanger"]
)
def test_the_authors_words_change(text: str) -> None:
    assert fixed(text + REST) == text.replace("samt", "og") + REST


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_endings_stay(ending: str) -> None:
    text = f"Vi har pumper samt slanger.{ending}{ending}Vi pakkede fjorten kasser.{ending}"
    assert fixed(text) == text.replace("samt", "og")
