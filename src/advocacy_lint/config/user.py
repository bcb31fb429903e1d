"""The user's own configuration: what no repository may decide, such as which plugins are loaded and where a language model is."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from msgspec import Struct, field

from advocacy_lint.errors import ConfigError

_LARGEST = 100_000


class Model(Struct, frozen=True):
    """A language model that the user already has: `key_from` names the environment variable that holds its key."""

    endpoint: str | None = None
    name: str | None = None
    key_from: str | None = None
    allow_remote: bool = False


class User(Struct, frozen=True):
    """What a user allows for all their projects."""

    plugins: tuple[str, ...] = ()
    model: Model = field(default_factory=Model)


def place(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Return where the user's configuration lies; None where there is no home for it.

    `$XDG_CONFIG_HOME/advocacy-lint/config.yml` (else under `~/.config`); on Windows under `%APPDATA%`. A relative folder is none:
    it would be in whatever folder the program is called.
    """
    home = os.path.expanduser("~")
    usual = environment.get("APPDATA", "") if platform == "win32" else os.path.join(home, ".config")
    folder = environment.get("XDG_CONFIG_HOME") or usual
    return os.path.join(folder, "advocacy-lint", "config.yml") if os.path.isabs(folder) else None


def read(path: str | None = None) -> User:
    """Return the user's configuration; ConfigError, with its line, where it is wrong. None there is: nothing is allowed."""
    found = path or place()
    if found is None or not os.path.isfile(found):
        return User()
    from advocacy_lint.files import safe_yaml, structure
    from advocacy_lint.files.contents import read_text

    data, lines = safe_yaml.load_with_lines(read_text(found, ConfigError, _LARGEST), found, error=ConfigError)

    def fail(message: str, where: structure.Path, hint: str | None) -> ConfigError:
        line = next((lines[where[:end]] for end in range(len(where), -1, -1) if where[:end] in lines), None)
        return ConfigError(message, found, line, hint)

    user: User = structure.build(User, data if data is not None else {}, fail)
    return user
