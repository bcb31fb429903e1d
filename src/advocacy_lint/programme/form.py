"""The programme file: a YAML form of whom, why and how a company does employee advocacy."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from advocacy_lint.errors import ConfigError
from advocacy_lint.files import safe_yaml, structure
from advocacy_lint.files.contents import read_text

_MEGABYTE = 1_000_000


class Goal(Struct, frozen=True):
    """What the programme is to achieve: what should change, for whom, and how that is seen."""

    goal: str = ""
    outcome: str = ""
    measure: str = ""
    target: str = ""
    by: str = ""


class Audience(Struct, frozen=True):
    """A niche: its name, the words it uses, and what it needs."""

    name: str = ""
    terms: tuple[str, ...] = ()
    needs: str = ""


class Writers(Struct, frozen=True):
    """Who writes, who they are by name, and the share of posts that others write for them (0-1)."""

    who: str = ""
    people: tuple[str, ...] = ()
    premade_share: float | None = None


class Experience(Struct, frozen=True):
    """How employees find working here: measured how, when, with what result, and what is done about it."""

    measured: str = ""
    when: str = ""
    result: str = ""
    plan: str = ""


class Words(Struct, frozen=True):
    """Words of the trade and names that are never findings in themselves."""

    terms: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    products: tuple[str, ...] = ()


class Programme(Struct, frozen=True):
    """A programme file."""

    name: str = ""
    language: str = ""
    purpose: str = ""
    goals: tuple[Goal, ...] = ()
    metrics: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ()
    themes: tuple[str, ...] = ()
    writers: Writers = field(default_factory=Writers)
    participation: str = ""
    incentives: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()
    training: tuple[str, ...] = ()
    story_help: tuple[str, ...] = ()
    recognition: tuple[str, ...] = ()
    experience: Experience = field(default_factory=Experience)
    disclosure: str = ""
    channels: tuple[str, ...] = ()
    vocabulary: Words = field(default_factory=Words)


class Form(Struct, frozen=True):
    """A programme, with the text it was read from and the line of each of its keys."""

    path: str
    text: str
    programme: Programme
    lines: Mapping[tuple[str | int, ...], int]


def read(path: str) -> Form:
    """Return the form of a file; ConfigError, with its line, where it cannot be read as one."""
    return parse(read_text(path, ConfigError, _MEGABYTE), path)


def parse(text: str, path: str = "") -> Form:
    """Return the form of a text; ConfigError, with its line, where it is not one."""
    data, lines = safe_yaml.load_with_lines(text, path, error=ConfigError)

    def fail(message: str, where: structure.Path, hint: str | None) -> ConfigError:
        line = next((lines[where[:end]] for end in range(len(where), -1, -1) if where[:end] in lines), None)
        return ConfigError(message, path, line, hint)

    programme: Programme = structure.build(Programme, _lenient(data if data is not None else {}, fail), fail)
    return Form(path, text, programme, lines)


def _lenient(data: object, fail: structure.Fail) -> object:
    """Return the data with what people write for short written out: a goal or an audience as one line, a share in percent."""
    if not isinstance(data, Mapping):
        return data
    result = {key: value for key, value in data.items() if value is not None}
    for key, name in (("goals", "goal"), ("audiences", "name")):
        if key in result:
            items = result[key] if isinstance(result[key], list) else [result[key]]
            result[key] = [item if isinstance(item, Mapping) else {name: item} for item in items if item is not None]
    for key in ("goals", "audiences"):
        result[key] = [{name: item for name, item in each.items() if item is not None} for each in result.get(key, [])]
    writers = result.get("writers")
    if isinstance(writers, str):
        result["writers"] = {"who": writers}
    elif isinstance(writers, Mapping):
        share = writers.get("premade_share")
        result["writers"] = {name: item for name, item in writers.items() if item is not None}
        if share is not None:
            result["writers"]["premade_share"] = _share(share, fail)
    return {key: _filled(value) if isinstance(value, list) else value for key, value in result.items()}


def _filled(items: list[object]) -> list[object]:
    return [item for item in items if item is not None]


def _share(value: object, fail: structure.Fail) -> float:
    """Return a share from 0 to 1: 0.9, 90, "90 %" and "90 procent" are the same."""
    number = value
    percent = False
    if isinstance(value, str):
        written = value.casefold()
        percent = any(word in written for word in ("%", "percent", "procent", "pct"))
        number = safe_yaml.plain(written.split("%")[0].split()[0].replace(",", ".")) if written.split("%")[0].split() else value
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number <= 100:
        raise fail(f"“{value}” is not a share", ("writers", "premade_share"), "0.9, or 90 %")
    return number / 100 if percent or number > 1 else float(number)
