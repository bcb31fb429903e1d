"""Sessions by path: the linters of each configuration that a run meets, with what the command line says over it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.config import Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.engine.session import Session


class Overrides(Struct, frozen=True):
    """What the command line says over every configuration."""

    language: str | None = None
    locale: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def with_programme(config: Config) -> Config:
    """Return a configuration with what its programme file declares; nothing is imported where it names none."""
    if not config.programme:
        return config
    from advocacy_lint.programme import with_programme

    return with_programme(config)


class Sessions:
    """The session of each path; files with the same settings share one. Sent to another process, it builds its own."""

    def __init__(self, store: ConfigStore, overrides: Overrides | None = None) -> None:
        self._store = store
        self._overrides = overrides or Overrides()
        self._sessions: dict[int, tuple[Config, Session]] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self._store, self._overrides)

    def for_path(self, path: str) -> Session:
        """Return the session for a file."""
        config = self._store.for_file(path)
        found = self._sessions.get(id(config))
        if found is None:
            overrides = self._overrides
            effective = replace(
                config,
                select=overrides.select or config.select,
                ignore=(*config.ignore, *overrides.ignore),
                rules=(*config.rules, *overrides.rules),
            )
            found = self._sessions[id(config)] = (config, Session(effective, language=overrides.language, locale=overrides.locale))
        return found[1]
