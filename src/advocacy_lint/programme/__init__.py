"""The programme behind the posts: its file, what the rules say of it, and what it declares for everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.config import Config, Vocabulary
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.programme.form import Form, read


class Declared(Struct, frozen=True):
    """What a programme file says that posts are judged by."""

    audiences: Mapping[str, tuple[str, ...]]
    people: tuple[str, ...]
    vocabulary: Vocabulary


def declared(path: str) -> Declared:
    """Return what a programme file declares; ConfigError where it cannot be read."""
    return declares(read(path))


def declares(form: Form) -> Declared:
    """Return what a form declares."""
    programme = form.programme
    words = programme.vocabulary
    return Declared(
        audiences={each.name: each.terms for each in programme.audiences if each.name},
        people=programme.writers.people,
        vocabulary=Vocabulary(words.terms, words.organisations, words.products, programme.writers.people),
    )


def with_programme(config: Config) -> Config:
    """Return a configuration with what its programme declares; what the configuration says itself comes first."""
    if not config.programme:
        return config
    found = declared(config.programme)
    mine, theirs = config.vocabulary, found.vocabulary
    return replace(
        config,
        audiences={**found.audiences, **config.audiences},
        vocabulary=replace(
            mine,
            terms=_both(mine.terms, theirs.terms),
            organisations=_both(mine.organisations, theirs.organisations),
            products=_both(mine.products, theirs.products),
            people=_both(mine.people, theirs.people),
        ),
    )


def configurations(path: str | None = None, *, isolated: bool = False, plugins: Iterable[str] = ()) -> ConfigStore:
    """Return the store of configurations, each with what its programme file declares: what `check` judges a draft by.

    `path` is a configuration file to use for everything; `isolated` reads none; `plugins` are loaded beside the
    user's. Raises ConfigError where `path` is no file, or a plugin is not there.
    """
    return ConfigStore(path, isolated=isolated, complete=with_programme, plugins=plugins)


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def template(language: str) -> str:
    """Return the form to fill in, with notes in Danish or English."""
    return (Path(__file__).parent / f"template_{language}.yml").read_text(encoding="utf-8")
