"""Settings of the language server, as an editor sends them; what is wrong in them is left at its default and said in the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from advocacy_lint.languages import BUILT_IN

SECTION = "advocacyLint"
Code = Annotated[str, msgspec.Meta(pattern="^(" + "|".join(BUILT_IN) + ")$")]


class Settings(msgspec.Struct, frozen=True, rename="camel"):
    """What an editor may set: in ``initializationOptions``, or in the section ``advocacyLint`` of its configuration."""

    enable: bool = True
    run: Literal["onType", "onSave", "manual"] = "onType"
    debounce_ms: int = 150
    locale: Code | None = None
    language: Code | None = None
    config: str | None = None
    max_findings: int = 50


def parse(sent: object) -> tuple[Settings, str | None]:
    """Return the settings that an editor sent, and what is wrong with them; what is wrong gives the defaults."""
    found = sent.get(SECTION, sent) if isinstance(sent, Mapping) else sent
    if found is None:
        return Settings(), None
    try:
        return msgspec.convert(found, Settings), None
    except msgspec.ValidationError as error:
        return Settings(), f"{SECTION}: {error}"
