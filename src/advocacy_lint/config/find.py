"""Which configuration holds for a file: the nearest upward, what it extends, and the overrides whose paths match."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from advocacy_lint.config import Config, allowed
from advocacy_lint.errors import ConfigError
from advocacy_lint.files.contents import beginning

if TYPE_CHECKING:
    from advocacy_lint.config.read import Layer

# Hidden ones, too: many tools name theirs so, and one that is passed over in silence judges nothing as it was meant.
NAMES = ("advocacy-lint.yml", "advocacy-lint.yaml", ".advocacy-lint.yml", ".advocacy-lint.yaml")
PYPROJECT = "pyproject.toml"
TABLE = b"tool.advocacy-lint"

Complete = Callable[[Config], Config]


def _as_it_is(config: Config) -> Config:
    return config


class ConfigStore:
    """Finds and remembers configurations; files with the same settings get the same object. May be sent to other processes."""

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        isolated: bool = False,
        complete: Complete | None = None,
        plugins: Iterable[str] = (),
    ) -> None:
        """`complete` is given every configuration once, to add what stands elsewhere (a programme file).

        The user's plugins are loaded, and those named in `plugins`; ConfigError where that cannot be.
        """
        allowed.load(plugins)
        self._default = Config()
        self._complete = complete or _as_it_is
        self._isolated = isolated
        self._fixed = os.fspath(path) if path is not None and not isolated else None
        if self._fixed is not None and not os.path.isfile(self._fixed):
            raise ConfigError("no such configuration", self._fixed)
        self._nearest: dict[str, str | None] = {}
        self._folders: dict[str, str | None] = {}
        self._layers: dict[str, tuple[Layer, ...]] = {}
        self._built: dict[tuple[str, tuple[tuple[int, int], ...]], Config] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self._fixed, self._isolated, self._complete, allowed.names())

    def for_path(self, path: str | os.PathLike[str]) -> Config:
        """Return the settings for a file or folder; ConfigError, with file and line, where a configuration is wrong."""
        if self._isolated:
            return self._default
        whole = os.path.abspath(path)
        file = self._fixed or self.file_for(whole)
        return self._default if file is None else self._config(file, whole)

    def for_file(self, path: str) -> Config:
        """Return the settings for what is known to be a file: its folder is looked up once, and it is not asked for itself."""
        if self._isolated:
            return self._default
        folder = os.path.dirname(path)
        if folder not in self._folders:
            self._folders[folder] = self._fixed or self.file_for(os.path.abspath(folder))
        file = self._folders[folder]
        return self._default if file is None else self._config(file, os.path.abspath(path))

    def file_for(self, path: str) -> str | None:
        """Return the configuration nearest upward from an absolute path of a file or folder."""
        if self._fixed is not None:
            return self._fixed
        folder = path if path in self._nearest or os.path.isdir(path) else os.path.dirname(path)
        missed: list[str] = []
        while folder not in self._nearest:
            missed.append(folder)
            found = configuration_in(folder)
            parent = os.path.dirname(folder)
            if found is not None or parent == folder:
                self._nearest[folder] = found
                break
            folder = parent
        self._nearest.update(dict.fromkeys(missed, self._nearest[folder]))
        return self._nearest[folder]

    def if_said(self, file: str, text: str, path: str) -> Config:
        """Return what the settings for a draft at `path` would be if a configuration file had this text. Nothing of it is remembered."""
        from advocacy_lint.config import merge, read

        layers = tuple(read.layers(file, text=text))
        built = merge.build(layers, _matching(layers, os.path.abspath(path)))
        allowed.check(built)
        return self._complete(built)

    def _config(self, file: str, path: str) -> Config:
        from advocacy_lint.config import merge, read

        layers = self._layers.get(file)
        if layers is None:
            layers = self._layers[file] = tuple(read.layers(file))
        matching = _matching(layers, path)
        found = self._built.get((file, matching))
        if found is None:
            built = merge.build(layers, matching)
            allowed.check(built)
            found = self._built[file, matching] = self._complete(built)
        return found


def _matching(layers: Sequence[Layer], path: str) -> tuple[tuple[int, int], ...]:
    """Return which overrides hold for an absolute path: the number of the file, and of the override in it."""
    slashed = path.replace(os.sep, "/")
    return tuple(
        (number, index)
        for number, layer in enumerate(layers)
        for index, override in enumerate(layer.overrides)
        if override.holds_for(slashed)
    )


def _again(path: str | None, isolated: bool, complete: Complete, plugins: tuple[str, ...]) -> ConfigStore:
    """Return a store in another process, which has loaded the same plugins then."""
    return ConfigStore(path, isolated=isolated, complete=complete, plugins=plugins)


def state(path: str, fixed: str | None = None) -> tuple[str, int, int] | None:
    """Return which configuration holds for an absolute path now (`fixed`: this one), when it was changed, and how large it is."""
    folder, file = path, fixed
    while file is None and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
        file = configuration_in(folder)
    try:
        found = os.stat(file) if file is not None else None
    except OSError:
        return None
    return (str(file), found.st_mtime_ns, found.st_size) if found is not None else None


def configuration_in(folder: str) -> str | None:
    """Return the configuration that lies in a folder: a file of its own, or a pyproject.toml that has our table."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    path = os.path.join(folder, PYPROJECT)
    return path if TABLE in (beginning(path, 1_000_000) or b"") else None
