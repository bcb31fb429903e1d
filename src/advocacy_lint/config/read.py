"""Configuration files to settings: each key checked where it stands, so that a mistake has its file, its line and the nearest word."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.config import CHOICES, KEY_CHOICES, LIST_CHOICES, RANGES, Config, Duplicates
from advocacy_lint.config.parsed import parse, parsed
from advocacy_lint.errors import ConfigError
from advocacy_lint.files import globs, structure

Path = tuple[str | int, ...]
# Keys of files that are no settings themselves.
EXTENDS, OVERRIDES, PATHS = "extends", "overrides", "paths"
_MAX_SIZE = 1_000_000
_DEEPEST = 50


class File(Struct, frozen=True):
    """A configuration file as data, with the line of each key by its path."""

    path: str
    data: Mapping[str, object]
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int | None:
        """Return the line of a key, or of the nearest key above it."""
        return next((self.lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in self.lines), None)

    def fail(self, message: str, path: Path, hint: str | None = None) -> ConfigError:
        """Return the error for a key."""
        return ConfigError(message, self.path, self.line(path), hint)


class Settings(Struct, frozen=True):
    """What one file, or one of its overrides, says: values by field of `Config`, and where each is said."""

    values: Mapping[str, object]
    origins: Mapping[str, str]
    paths: tuple[str, ...] = ()

    def holds_for(self, path: str) -> bool:
        """Say whether an override's patterns match an absolute path with forward slashes."""
        return any(globs.covers(path, pattern) for pattern in self.paths)


class Layer(Struct, frozen=True):
    """One file's settings and overrides."""

    settings: Settings
    overrides: tuple[Settings, ...]


def layers(path: str, above: tuple[str, ...] = (), met: set[str] | None = None, *, text: str | None = None) -> Iterator[Layer]:
    """Yield what a file extends and then the file itself: later ones win. A file that several others extend is read once.

    `text` is read in place of the file's own.
    """
    whole = os.path.realpath(path)
    met = set() if met is None else met
    met.add(whole)
    file = _file(path, text)
    if len(above) >= _DEEPEST:
        raise file.fail(f"extends: more than {_DEEPEST} files, each extending the next", (EXTENDS,))
    for index, name in enumerate(_texts(file, EXTENDS)):
        base = os.path.normpath(os.path.join(os.path.dirname(path), name))
        where = (EXTENDS, index) if isinstance(file.data[EXTENDS], list) else (EXTENDS,)
        if not os.path.isfile(base):
            raise file.fail(f"extends: no such file: {name}", where)
        if os.path.realpath(base) in (*above, whole):
            raise file.fail(f"extends: {name} extends this file in turn", where)
        if os.path.realpath(base) not in met:
            yield from layers(base, (*above, whole), met)
    own = {key: value for key, value in file.data.items() if key not in (EXTENDS, OVERRIDES)}
    yield Layer(_settings(file, own, ()), tuple(_overrides(file)))


def _texts(file: File, key: str) -> list[str]:
    value = file.data.get(key)
    if value is None:
        return []
    return list(structure.texts(value, file.fail, (key,)))


def _overrides(file: File) -> Iterator[Settings]:
    listed = file.data.get(OVERRIDES) or []
    if not isinstance(listed, list):
        raise file.fail("overrides: expected a list, each with paths: and settings", (OVERRIDES,))
    for index, item in enumerate(listed):
        where: Path = (OVERRIDES, index)
        if not isinstance(item, Mapping) or not item.get(PATHS):
            raise file.fail("an override needs paths: [patterns]", where)
        paths = structure.texts(item[PATHS], file.fail, (*where, PATHS))
        yield _settings(file, {key: value for key, value in item.items() if key != PATHS}, where, _absolute_patterns(paths, file))


def _absolute_patterns(patterns: Sequence[str], file: File) -> tuple[str, ...]:
    """Return patterns that hold from a file's folder; one without a slash holds anywhere."""
    folder = os.path.dirname(os.path.abspath(file.path)).replace(os.sep, "/")
    escaped = "".join(f"[{letter}]" if letter in "*?[" else letter for letter in folder)
    anywhere = [each for each in patterns if "/" not in each.rstrip("/") or each.startswith("/")]
    return (*anywhere, *(f"{escaped}/{each.removeprefix('./')}" for each in patterns if each not in anywhere))


# A key that is the user's own, and nothing in a project's file.
MODEL = "model"


def _settings(file: File, data: Mapping[str, object], where: Path, paths: tuple[str, ...] = ()) -> Settings:
    """Return the settings of a mapping, every key and value checked."""
    values = _values(Config, data, file, where)
    origins: dict[str, str] = {}
    if MODEL in data:
        origins[MODEL] = _origin(file, (*where, MODEL))
    for key, said in data.items():
        name = field_of(key)
        if name not in values:
            continue
        _check(name, values[name], file, (*where, key))
        values[name] = _resolved(name, values[name], file, (*where, key))
        origins[name] = _origin(file, (*where, key))
        if isinstance(said, Mapping):
            inner = field_of if isinstance(values[name], Struct) else str
            origins.update({f"{name}.{inner(each)}": _origin(file, (*where, key, each)) for each in said})
    return Settings(values, origins, paths)


def _origin(file: File, path: Path) -> str:
    line = file.line(path)
    return f"{file.path}:{line}" if line else file.path


def field_of(key: str) -> str:
    """Return the field that a key of a file stands for."""
    return str(key).replace("-", "_")


def key_of(name: str) -> str:
    """Return a field's key in files: with hyphens."""
    return name.replace("_", "-")


def _values(cls: type, data: object, file: File, where: Path) -> dict[str, object]:
    if not isinstance(data, Mapping):
        raise file.fail("expected keys and values", where)
    known = {field.name: key_of(field.name) for field in structure.fields(cls) if field.name != "origins"}
    hints = structure.hints_of(cls)
    values: dict[str, object] = {}
    for key, value in data.items():
        name = field_of(key)
        if name == MODEL and not where and cls is Config:
            continue  # where drafts are sent no project decides: only the user's own configuration is asked
        if name not in known:
            extra = [] if where or cls is not Config else [EXTENDS, OVERRIDES]
            raise file.fail(
                f"unknown key “{' '.join(str(key).split())[:60]}”", (*where, key), structure.nearest(str(key), [*known.values(), *extra])
            )
        if name in values:
            raise file.fail(f"“{key}” is given twice, with a hyphen and without", (*where, key))
        if value is None:
            continue
        if name in WORDED:
            value = WORDED[name](value)
        inner = hints[name]
        if structure.is_section(inner):
            values[name] = inner(**_values(inner, value, file, (*where, key)))
        else:
            values[name] = structure.convert(inner, value, file.fail, (*where, key))
    return values


def _audiences(value: object) -> object:
    """Return audiences with their terms, where they may be a list of names, or names without terms."""
    if isinstance(value, list):
        return {str(name): [] for name in value}
    return {name: [] if terms is None else terms for name, terms in value.items()} if isinstance(value, Mapping) else value


def _avoided(value: object) -> object:
    """Return words to avoid with their reasons, where they may be a list of words, or words without a reason."""
    if isinstance(value, list):
        return {str(name): "" for name in value}
    return {name: "" if why is None else why for name, why in value.items()} if isinstance(value, Mapping) else value


# Settings that may be written in a shorter way.
WORDED = {"audiences": _audiences, "avoid": _avoided}


def _check(name: str, value: object, file: File, path: Path) -> None:
    """Hold a value against the words and ranges that are allowed for it."""
    if name in CHOICES:
        _one_of(value, CHOICES[name], file, path)
    if isinstance(value, Mapping):
        for key, item in value.items():
            if name in KEY_CHOICES and key not in KEY_CHOICES[name]:
                raise file.fail(f"{path[-1]}: unknown key “{key}”", (*path, key), structure.nearest(key, list(KEY_CHOICES[name])))
            if name in LIST_CHOICES:
                _one_of(item, LIST_CHOICES[name], file, (*path, key))
    elif isinstance(value, tuple) and name in LIST_CHOICES:
        for index, item in enumerate(value):
            _one_of(item, LIST_CHOICES[name], file, (*path, index))
    elif isinstance(value, Struct):
        for each in value.__struct_fields__:
            _check(f"{name}.{each}", getattr(value, each), file, (*path, _key_in(file, path, each)))
    elif isinstance(value, int | float) and name in RANGES:
        least, most = RANGES[name]
        if not least <= value <= most:
            raise file.fail(f"{path[-1]}: {value} is not between {least} and {most}", path)


def _key_in(file: File, path: Path, name: str) -> str:
    return name if (*path, name) in file.lines else key_of(name)


def _one_of(value: object, allowed: Sequence[str], file: File, path: Path) -> None:
    if value not in allowed:
        key = next(each for each in reversed(path) if isinstance(each, str))
        raise file.fail(f"{key}: unknown value “{value}”", path, structure.nearest(str(value), list(allowed)))


def _resolved(name: str, value: object, file: File, at: Path) -> object:
    """Return a value with its paths made absolute; ConfigError for a file or folder that is not there."""

    def whole(path: str) -> str:
        return os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(file.path)), path))

    def found(path: str, is_there: Callable[[str], bool], what: str) -> str:
        if not is_there(whole(path)):
            raise file.fail(f"{name}: no such {what}: {path}", at)
        return whole(path)

    if isinstance(value, Duplicates):
        return replace(value, texts=tuple(map(whole, value.texts)))
    if isinstance(value, str) and name in ("weights", "programme"):
        return found(value, os.path.isfile, "file")
    if not isinstance(value, tuple):
        return value
    if name == "rules":
        folders = tuple(found(path, os.path.isdir, "folder") for path in value)
        for folder in folders:
            if os.path.dirname(folder) == folder or os.path.realpath(folder) == os.path.realpath(os.path.expanduser("~")):
                raise file.fail(f"rules: {folder} is no folder of rules", at)
        return folders
    if name == "context":
        return tuple(map(whole, value))
    return _absolute_patterns(value, file) if name in ("exclude", "include") else value


def _file(path: str, text: str | None) -> File:
    relative = os.path.relpath(path)
    shown = path if relative.startswith("..") else relative
    content, lines = parsed(_text(path, shown), shown) if text is None else parse(text, shown)
    if content is not None and not isinstance(content, Mapping):
        raise ConfigError("expected keys and values, such as “locale: da”", shown, 1)
    return File(shown, content or {}, lines)


def _text(path: str, shown: str) -> str:
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MAX_SIZE + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", shown) from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"not UTF-8: byte 0x{data[error.start]:02X} at offset {error.start}", shown) from None
    if len(data) > _MAX_SIZE:
        raise ConfigError("larger than 1 MB", shown)
    return text
