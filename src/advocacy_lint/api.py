"""The API for programs: one text, many texts, and Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from advocacy_lint.config import Config
from advocacy_lint.model import META_KEYS, Post, PostReport
from advocacy_lint.session import Session

_sessions: dict[int, tuple[Config, Session]] = {}
_default = Config()


def _session(config: Config | None) -> Session:
    chosen = config or _default
    found = _sessions.get(id(chosen))
    if found is None:
        found = _sessions[id(chosen)] = (chosen, Session(chosen))
    return found[1]


def lint(text: str, *, config: Config | None = None, **metadata: str | None) -> PostReport:
    """Return the report of one text.

    `metadata` has the keys of front matter (author, audience, goal, channel, language …), None where nothing is known; an unknown key
    raises TypeError, and so does a text that is none.
    No file is read but the rules, no configuration is looked for: pass one. Safe to call from several threads once it has run once.
    """
    unknown = set(metadata) - set(META_KEYS)
    if unknown:
        raise TypeError(f"unknown metadata {min(unknown)!r}; there are {', '.join(META_KEYS)}")
    return _session(config).lint(_post(text, "", metadata))


def lint_many(posts: Iterable[str | Mapping[str, Any]], *, config: Config | None = None) -> Iterator[PostReport]:
    """Yield the report of each post, in order, in constant memory.

    A post is a text, or a mapping with ``text``, maybe ``id`` (else its number is that), and metadata; other keys are left alone.
    Raises KeyError for a mapping without ``text``, TypeError for a text that is none.
    """
    session = _session(config)
    for number, post in enumerate(posts):
        if isinstance(post, Mapping):
            named = post.get("id")
            yield session.lint(_post(post["text"], str(number if named is None else named), post))
        else:
            yield session.lint(_post(post, str(number), {}))


def _post(text: Any, name: str, row: Mapping[str, Any]) -> Post:
    """Return a post of a text and what a row says of it."""
    if not isinstance(text, str):
        raise TypeError(f"a post is text, not {type(text).__name__}")
    meta = {key: str(value) for key, value in row.items() if key in META_KEYS and value is not None}
    return Post("", text, id=name or None, meta=meta, has_meta=bool(set(meta) - {"language"}))


def lint_table(table: Any, *, text: str = "text", config: Config | None = None) -> Any:
    """Return a pyarrow.Table with columns for score, grade, language, findings and strengths added to `table`'s own.

    Other columns named as metadata (author, audience, language …) are read as such; null is no text, and no metadata. One call a batch:
    made for ``map_batches(..., batch_format="pyarrow")`` of Ray Data, ``map_partitions`` of Dask, ``mapInArrow`` of Spark (see
    ``examples/batch``). No rows give no rows, with the same columns: so an engine learns what comes out before it reads anything.
    Needs pyarrow (``pip install advocacy-lint[batch]``). Raises KeyError where the text column is missing, TypeError where it holds
    bytes or lists, ValueError where a column of `table` is named as an added one.
    """
    import pyarrow as pa

    if text not in table.column_names:
        raise KeyError(f"no column {text!r}; there are {', '.join(table.column_names)}")
    kind = table.schema.field(text).type
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_fixed_size_binary(kind):
        raise TypeError(f"column {text!r} is {kind}, not text; cast it to string first")
    added = {
        "score": pa.int32(), "grade": pa.string(), "detected_language": pa.string(),
        "findings": pa.list_(pa.string()), "strengths": pa.list_(pa.string()),
    }  # fmt: skip
    taken = [name for name in added if name in table.column_names]
    if taken:
        raise ValueError(f"the table has a column {taken[0]!r} already; rename it first")
    rows = table.select([name for name in table.column_names if name == text or name in META_KEYS]).to_pylist()
    reports = list(lint_many(({**row, "text": _text(row[text])} for row in rows), config=config))
    columns: dict[str, list[Any]] = {
        "score": [report.score for report in reports],
        "grade": [report.grade for report in reports],
        "detected_language": [report.language for report in reports],
        "findings": [[finding.rule for finding in report.findings] for report in reports],
        "strengths": [[each.rule for each in report.strengths] for report in reports],
    }
    for name, kind in added.items():
        table = table.append_column(name, pa.array(columns[name], kind))
    return table


def _text(value: Any) -> str:
    return "" if value is None else str(value)
