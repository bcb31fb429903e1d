"""The configuration that `init` writes: every line explained, in Danish or English."""

from __future__ import annotations

import json
from collections.abc import Sequence

from msgspec import Struct

from advocacy_lint.languages import FALLBACK, messages
from advocacy_lint.version import SCHEMA_URL


class Answers(Struct, frozen=True):
    """What `init` has asked about."""

    locale: str = FALLBACK
    organisations: Sequence[str] = ()
    people: Sequence[str] = ()
    audiences: Sequence[str] = ()
    fail_on: str = "error"
    programme: str | None = None


def starter(answers: Answers) -> str:
    """Return a configuration file with comments."""
    audiences = "".join(f"\n  {_text(name)}: []" for name in answers.audiences) or " {}"
    words = messages("init", answers.locale)
    return (
        words["starter"]
        .format(
            schema=SCHEMA_URL.format("config"),
            fail_on=answers.fail_on,
            organisations=_texts(answers.organisations),
            people=_texts(answers.people),
            audiences=audiences,
            programme=words["programme"].format(name=answers.programme) if answers.programme else "",
        )
        .replace("audiences:  {}", "audiences: {}")
        .replace("audiences: \n", "audiences:\n")
    )


def _text(value: str) -> str:
    """Return text as YAML reads it back, whatever is in it."""
    return json.dumps(value, ensure_ascii=False)


def _texts(values: Sequence[str]) -> str:
    return "[" + ", ".join(map(_text, values)) + "]"
