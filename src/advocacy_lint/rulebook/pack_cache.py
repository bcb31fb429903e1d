"""A pack's parsed YAML, kept as JSON in the user's cache folder: reading 100 YAML files costs 0.1 s, one JSON file 5 ms.

What is cached is the data of the files, before any rule is built from it, so there is no second semantics. The key holds every
file's path, size and modification time; a cache that does not fit, or cannot be read or written, is left aside.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from msgspec import Struct

from advocacy_lint.cachedir import cache_folder, write_quietly
from advocacy_lint.rulebook.files import NOT_RULES, RuleFile, read_pack, read_text
from advocacy_lint.version import __version__

WEIGHTS = "weights/builtin.yml"


class Pack(Struct, frozen=True):
    """A folder's rule files, and the weights it brings (``weights/builtin.yml``), as data."""

    files: list[RuleFile]
    weights: dict[str, Any]


def read(folder: Path, with_examples: bool = False) -> Pack:
    """Return what a folder of rules holds, from the cache where it still fits.

    The cached form has no examples and knows only the line of each file's match blocks; `with_examples` reads the YAML itself.
    """
    if with_examples:
        return Pack(read_pack(folder), _read_weights(folder))
    key = _key(folder)
    store = cache_folder()
    path = Path(store) / f"rules-{_digest(str(folder.resolve()))}.json" if store else None
    cached = _load(path, key) if path else None
    if cached is not None:
        return cached
    pack = Pack(read_pack(folder), _read_weights(folder))
    if path:
        _save(path, key, pack)
    return pack


def _read_weights(folder: Path) -> dict[str, Any]:
    path = folder / WEIGHTS
    if not path.is_file():
        return {}
    from advocacy_lint import safe_yaml

    return safe_yaml.load(read_text(path), str(path)) or {}


def _digest(text: str) -> str:
    from advocacy_lint.digests import blake2b

    return blake2b(text.encode(), digest_size=8).hexdigest()


def _key(folder: Path) -> str:
    entries: list[str] = []
    stack = [str(folder)]
    while stack:
        current = stack.pop()
        with os.scandir(current) as scan:
            for entry in scan:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if current != str(folder) or entry.name not in NOT_RULES or entry.name == "weights":
                        stack.append(entry.path)
                elif entry.name.endswith(".yml") and not entry.is_dir():
                    stat = entry.stat()
                    entries.append(f"{entry.path}:{stat.st_size}:{stat.st_mtime_ns}")
    return f"{__version__}:1:{_digest(chr(10).join(sorted(entries)))}"


def _load(path: Path, key: str) -> Pack | None:
    try:
        data = json.loads(path.read_bytes())
        if data["key"] != key:
            return None
        files = [
            RuleFile(item["id"], item["path"], item["data"], {tuple(where): line for where, line in item["lines"]})
            for item in data["files"]
        ]
        return Pack(files, dict(data["weights"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _save(path: Path, key: str, pack: Pack) -> None:
    items = [{"id": file.id, "path": file.path, "data": _lean(file.data), "lines": _match_lines(file)} for file in pack.files]
    try:
        text = json.dumps({"key": key, "files": items, "weights": pack.weights}, ensure_ascii=False, separators=(",", ":"))
    except (TypeError, ValueError):  # dates and the like: not worth a second form
        return
    write_quietly(path, text.encode())


def _match_lines(file: RuleFile) -> list[Any]:
    return [[list(where), line] for where, line in file.lines.items() if where and where[-1] == "match"]


def _lean(data: Any) -> Any:
    """Return a file's data without its examples."""
    if not isinstance(data, dict):
        return data
    return {
        key: {name: item for name, item in value.items() if name != "examples"} if isinstance(value, dict) else value
        for key, value in data.items()
    }
