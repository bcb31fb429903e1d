"""Plugins: what installed packages add to the program, in one registry that its tables look into.

A package declares an entry point of the group ``advocacy_lint``, a function ``register(registry)``. Nothing of it is imported until the
user allows it by name (see `advocacy_lint.config.allowed`), and then each thing it adds when that is first used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING, Any, overload

from msgspec import Struct

from advocacy_lint.errors import ConfigError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "advocacy_lint"
# What a plugin may add → where the program's own of it are; these cannot be replaced.
_OWN = {
    "check kind": "advocacy_lint.checks:KINDS",
    "input": "advocacy_lint.inputs:READERS",
    "output": "advocacy_lint.outputs:FORMATS",
    "language": "advocacy_lint.languages:BUILT_IN",
    "command": "advocacy_lint.cli:COMMANDS",
    "rule pack": "",
}
_loading = RLock()


class Spoken(Struct, frozen=True):
    """A language that a plugin adds: what it calls itself, and codes of languages that are read as this one (``no`` as ``nb``)."""

    name: str
    also: tuple[str, ...] = ()


class Registry:
    """What one plugin adds. Everything is named by an import string, ``package.module:name``, and imported when it is first used.

    Each method raises ConfigError for a name that the program, or another plugin, has already.
    """

    def __init__(self, plugin: str = "", distribution: str = "", version: str = "") -> None:
        self.plugin, self.distribution, self.version = plugin, distribution, version
        self.added: dict[str, dict[str, str]] = {sort: {} for sort in _OWN}
        self.abouts: dict[str, str] = {}
        self.spoken: dict[str, Spoken] = {}

    def add_check(self, kind: str, where: str) -> None:
        """Add a kind of check: a class as `advocacy_lint.checks.base.Check` describes it."""
        self._add("check kind", kind, where)

    def add_input(self, suffix: str, where: str) -> None:
        """Add a reader of files by their suffix (with its dot): a function of path, bytes and Config that yields Posts and Problems."""
        if not suffix.startswith(".") or suffix != suffix.lower():
            raise ConfigError(f"plugin “{self.plugin}”: input “{suffix}”", hint="a suffix with its dot, in lower case")
        self._add("input", suffix, where)

    def add_output(self, name: str, where: str) -> None:
        """Add an output format: a subclass of `advocacy_lint.outputs.renderer.BaseRenderer`."""
        self._add("output", name, where)

    def add_language(self, code: str, where: str, *, name: str, also: tuple[str, ...] = ()) -> None:
        """Add a language by its ISO 639-1 code: a `Language`; what it calls itself, and codes that are read as it."""
        self._add("language", code, where)
        self.spoken[code] = Spoken(name, also)

    def add_rules(self, where: str) -> None:
        """Add a pack of rules, ``package:folder``: a folder of a package, laid over the built-in rules as a team's own is."""
        self._add("rule pack", where, where)

    def add_command(self, name: str, where: str, about: str) -> None:
        """Add a command of the command line: a function that Typer reads, and what it does in a sentence."""
        self._add("command", name, where)
        self.abouts[name] = about

    def _add(self, sort: str, name: str, where: str) -> None:
        package, separator, inside = where.partition(":")
        if not separator or not inside or not all(part.isidentifier() for part in package.split(".")):
            raise ConfigError(f"plugin “{self.plugin}”: {sort} “{name}”: “{where}” is no import string", hint="package.module:name")
        if name in self.added[sort]:
            raise ConfigError(f"plugin “{self.plugin}” adds the {sort} “{name}” twice")
        if _OWN[sort] and name in imported(_OWN[sort]):
            raise ConfigError(f"plugin “{self.plugin}” would replace the {sort} “{name}”", hint="give it a name of its own")
        self.added[sort][name] = where


_loaded: dict[str, Registry] = {}


class Table(Mapping[str, str]):
    """The program's own entries of a table by name, and after them those of loaded plugins, which are import strings."""

    def __init__(self, sort: str, own: Mapping[str, str]) -> None:
        self._sort, self._own = sort, own

    def __getitem__(self, name: str) -> str:
        return self._own[name] if name in self._own else added(self._sort)[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from added(self._sort)

    def __len__(self) -> int:
        return len(self._own) + len(added(self._sort))


class Codes(Sequence[str]):
    """Codes of languages: the program's own, and after them those of loaded plugins."""

    def __init__(self, own: tuple[str, ...]) -> None:
        self._own = own

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        return (*self._own, *spoken())[index]

    def __len__(self) -> int:
        return len(self._own) + len(spoken())


def added(sort: str) -> dict[str, str]:
    """Return what loaded plugins add of a sort: names with import strings."""
    return {name: where for each in _loaded.values() for name, where in each.added[sort].items()} if _loaded else {}


def about(command: str) -> str:
    """Return what a plugin's command does."""
    return next((each.abouts[command] for each in _loaded.values() if command in each.abouts), "")


def spoken() -> dict[str, Spoken]:
    """Return the languages of loaded plugins by their codes."""
    return {code: language for each in _loaded.values() for code, language in each.spoken.items()} if _loaded else {}


def pack_folders(selected: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the rule packs of loaded plugins; of some of these, where any are named."""
    chosen = frozenset(selected)
    return tuple(
        _folder(where) for name, each in _loaded.items() if not chosen or name in chosen for where in each.added["rule pack"].values()
    )


def loaded() -> tuple[Registry, ...]:
    """Return the plugins that are loaded, in the order in which they were named."""
    return tuple(_loaded.values())


def stamp() -> str:
    """Return a text that changes with the plugins that are loaded: their names and versions. Empty where there are none."""
    return " ".join(f"{each.plugin}={each.distribution}-{each.version}" for each in _loaded.values())


@cache
def imported(where: str) -> Any:
    """Return what an import string names; ConfigError where it leads nowhere."""
    module, _, name = where.partition(":")
    try:
        return getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise ConfigError(f"{where} cannot be imported: {error}") from None


@cache
def _folder(where: str) -> str:
    from importlib.util import find_spec

    package, _, inside = where.partition(":")
    try:
        spec = find_spec(package)
    except ImportError:
        spec = None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = os.path.join(place, *inside.split("/"))
        if os.path.isdir(folder):
            return folder
    raise ConfigError(f"{where}: no such folder of rules")


def load(names: Iterable[str]) -> None:
    """Load plugins that are not loaded yet, for the whole process; ConfigError for one that is not installed, or does not work."""
    with _loading:
        for name in names:
            if name not in _loaded:
                registry, register = entered(name)
                adopt(registry, register)


def adopt(registry: Registry, register: Callable[[Registry], object]) -> None:
    """Let a plugin add what it has, all or nothing; ConfigError for what goes wrong in it."""
    try:
        register(registry)
    except ConfigError:
        raise
    except Exception as error:
        raise ConfigError(
            f"plugin “{registry.plugin}” ({registry.distribution} {registry.version}): {type(error).__name__}: {error}"
        ) from None
    _loaded[registry.plugin] = registry


def dismiss(name: str) -> None:
    """Forget a plugin, as a test does with the one it tries."""
    _loaded.pop(name, None)


def installed() -> list[EntryPoint]:
    """Return the entry points of all plugins that are installed, by name; nothing of them is imported."""
    from importlib.metadata import entry_points  # only where a plugin is named

    return sorted(entry_points(group=GROUP), key=lambda each: each.name)


def entered(name: str) -> tuple[Registry, Callable[[Registry], object]]:
    """Return an empty registry for an installed plugin, and its function that fills it."""
    found = [each for each in installed() if each.name == name]
    if not found:
        known = ", ".join(dict.fromkeys(each.name for each in installed()))
        raise ConfigError(
            f"plugin “{name}” is not installed", hint=f"installed are: {known}" if known else "no installed package declares one"
        )
    if len({each.dist.name for each in found if each.dist}) > 1:
        owners = ", ".join(each.dist.name for each in found if each.dist)
        raise ConfigError(f"plugin “{name}” is declared by several packages: {owners}", hint="uninstall all but one")
    entry = found[0]
    try:
        register = entry.load()
    except Exception as error:
        raise ConfigError(f"plugin “{name}” cannot be imported: {type(error).__name__}: {error}") from None
    return Registry(name, entry.dist.name if entry.dist else "", entry.dist.version if entry.dist else ""), register
