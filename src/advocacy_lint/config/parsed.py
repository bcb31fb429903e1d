"""Configuration files as plain data; parsed once, and remembered by content: importing a YAML parser costs more than linting a post."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from advocacy_lint.files.cache_folder import cache_folder, write_quietly
from advocacy_lint.files.digests import blake2b
from advocacy_lint.version import __version__

Lines = Mapping[tuple[str | int, ...], int]


def parsed(text: str, path: str) -> tuple[object, Lines]:
    """Return a file's data and the line of each key; ConfigError, with its line, where it is neither YAML nor TOML."""
    store = cache_folder()
    digest = blake2b(f"{__version__}\n{_kind(path)}\n{text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    entry = Path(store) / f"config-{digest}.json" if store else None
    found = _remembered(entry) if entry else None
    if found is None:
        found = parse(text, path)
        if entry:
            content = {"data": found[0], "lines": [[list(where), line] for where, line in found[1].items()]}
            write_quietly(entry, json.dumps(content).encode())
    return found


def _remembered(entry: Path) -> tuple[object, Lines] | None:
    try:
        content = json.loads(entry.read_bytes())
        return content["data"], {tuple(where): int(line) for where, line in content["lines"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _kind(path: str) -> str:
    return "toml" if path.endswith(".toml") else "yaml"


def parse(text: str, path: str) -> tuple[object, Lines]:
    """Return what `parsed` returns, and remember nothing."""
    if _kind(path) == "toml":
        from advocacy_lint.config.pyproject import table

        return table(text, path)
    from advocacy_lint.errors import ConfigError
    from advocacy_lint.files import safe_yaml

    return safe_yaml.load_with_lines(text, path, error=ConfigError)
