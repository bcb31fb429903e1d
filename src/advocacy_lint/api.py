"""The API for programs: one text, a file's text, many texts, and Arrow tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, ValidationError, msgpack
from msgspec.structs import replace

from advocacy_lint import plugins
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import ConfigError, InputError
from advocacy_lint.model import META_KEYS, Post, PostReport, Problem

if TYPE_CHECKING:
    import pyarrow as pa

    from advocacy_lint.advice.fixes import Fixed
    from advocacy_lint.advice.tighten import Tightened

# How many configurations keep their linters between calls.
_KEPT = 8


def _session(config: Config | None) -> Session:
    """Return the session of a configuration; equal ones share one. ConfigError for values that a configuration cannot have."""
    if config is None:
        return _default(plugins.stamp())
    if config.plugins:  # a program is its own user
        plugins.load(config.plugins)
    return _session_of(msgpack.encode(config, enc_hook=os.fspath), plugins.stamp())


@cache
def _default(plugged: str) -> Session:
    return Session(Config())


@lru_cache(maxsize=_KEPT)
def _session_of(written: bytes, plugged: str) -> Session:
    try:
        return Session(msgpack.decode(written, type=Config))
    except ValidationError as error:
        raise ConfigError(f"Config: {error}") from None


def lint(text: str, *, config: Config | None = None, **metadata: str | None) -> PostReport:
    """Return the report of one text.

    `metadata` has the keys of front matter (author, audience, goal, channel, language …), None where nothing is known; an unknown key
    raises TypeError, and so does a text that is none.
    No file is read but the rules, no configuration is looked for: pass one. Safe to call from several threads.
    """
    return _session(config).lint(_post(text, "", _metadata(metadata)))


def _metadata(given: Mapping[str, str | None]) -> dict[str, str]:
    """Return the metadata that says something; TypeError for an unknown key."""
    unknown = set(given) - set(META_KEYS)
    if unknown:
        raise TypeError(f"unknown metadata {min(unknown)!r}; there are {', '.join(META_KEYS)}")
    return {key: value for key, value in given.items() if value is not None and value.strip()}


class Checked(Struct, frozen=True):
    """A post of a file's text, and the report of it."""

    post: Post
    report: PostReport


class Project:
    """The configurations of a folder tree and a linter session for each: what an editor or a server keeps between two texts.

    `config` is a configuration file to use for every path, `isolated` reads none; `language` and `locale` are as the options of `check`,
    `plugins` the names of installed plugins to load beside the user's (for the whole process).
    Safe in threads: two that ask for a new configuration at once may both build its session, and one is kept.
    """

    def __init__(
        self,
        *,
        config: str | None = None,
        isolated: bool = False,
        language: str | None = None,
        locale: str | None = None,
        plugins: Iterable[str] = (),
    ) -> None:
        self._config, self._isolated, self._language, self._locale = config, isolated, language, locale
        self._plugins = tuple(plugins)
        self.reload()

    def reload(self) -> None:
        """Forget configurations and rules that were read: a file of them has changed."""
        from advocacy_lint.programme import configurations

        self._store = configurations(self._config, isolated=self._isolated, plugins=self._plugins)
        self._sessions: dict[int, tuple[Config, Session]] = {}

    def session(self, path: str) -> Session:
        """Return the session with the configuration that holds for a path; ConfigError where that is wrong."""
        config = self._store.for_path(path)
        found = self._sessions.get(id(config))
        if found is None:
            found = (config, Session(config, language=self._language, locale=self._locale))
            self._sessions[id(config)] = found
        return found[1]

    def config_file(self, path: str) -> str | None:
        """Return the configuration file that holds for a path; None where there is none."""
        return self._store.file_for(os.path.abspath(path))

    def if_said(self, file: str, text: str, path: str) -> Config:
        """Return what the settings for a path would be if a configuration file had this text; ConfigError where that is wrong."""
        return self._store.if_said(file, text, path)

    def check(self, text: str, path: str, metadata: Mapping[str, str] | None = None) -> tuple[Checked | Problem, ...]:
        """Return the posts of a file's text with their reports, and a problem for each part that cannot be read.

        Front matter, markup and configuration are read as `check - --stdin-filename PATH` reads them; nothing need lie at `path`.
        `metadata` holds for what the text's own front matter does not say; TypeError for a key that is none.
        Raises InputError where the text as a whole cannot be read, ConfigError and RuleError where the configuration is wrong.
        """
        from advocacy_lint.inputs import Source, read_source

        session = self.session(path)
        # A lone half of a character (editors may send one) becomes one character: offsets stay.
        source = Source(path, data=text.encode("utf-8", "replace"))
        known = _metadata(metadata or {})
        checked: list[Checked | Problem] = []
        for found in read_source(source, session.config):
            if isinstance(found, Problem):
                checked.append(found)
                continue
            post = replace(found, meta={**known, **found.meta}, has_meta=True) if known else found
            checked.append(Checked(post, session.lint(post)))
        return tuple(checked)

    def fix(self, text: str, path: str, *, unsafe: bool = False) -> Fixed:
        """Return a file's text with its safe rewrites applied (`unsafe`: those too that change emphasis), and how many there were.

        What `check --fix` would write; nothing is written here. Raises as `check`.
        """
        from advocacy_lint.advice.fixes import converge

        def lint(changed: str) -> list[PostReport]:
            return [each.report for each in self.check(changed, path) if isinstance(each, Checked)]

        return converge(text, lint, unsafe)

    def tighten(self, draft: Checked) -> Tightened:
        """Return a draft, as `check` gave it, in fewer of its own sentences; no fact is made, and the score does not fall."""
        from advocacy_lint.advice.tighten import tighten

        session, post = self.session(draft.post.path), draft.post

        def judge(text: str) -> tuple[PostReport, float]:
            other = Post(post.path, text, meta=post.meta, has_meta=post.has_meta)
            return session.lint(other), session.logit(other)

        return tighten(draft.report, judge, post.muted)


def lint_source(text: str, path: str, *, project: Project | None = None) -> tuple[PostReport, ...]:
    """Return the reports of a file's text: front matter and configuration are read as `check` reads them, for a file at `path`.

    Keep a `Project` where many texts of one folder are linted. Raises InputError where any part of the text cannot be read, ConfigError
    and RuleError where the configuration is wrong.
    """
    reports: list[PostReport] = []
    for found in (project or Project()).check(text, path):
        if isinstance(found, Problem):
            raise InputError(found.message, found.path)
        reports.append(found.report)
    return tuple(reports)


def lint_many(posts: Iterable[str | Mapping[str, object]], *, config: Config | None = None) -> Iterator[PostReport]:
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


def _post(text: object, name: str, row: Mapping[str, object]) -> Post:
    """Return a post of a text and what a row says of it."""
    if not isinstance(text, str):
        raise TypeError(f"a post is text, not {type(text).__name__}")
    meta = {key: str(value) for key, value in row.items() if key in META_KEYS and value is not None}
    return Post("", text, id=name or None, meta=meta, has_meta=bool(set(meta) - {"language"}))


def lint_table(table: pa.Table, *, text: str = "text", config: Config | None = None) -> pa.Table:
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
    columns: dict[str, list[object]] = {
        "score": [report.score for report in reports],
        "grade": [report.grade for report in reports],
        "detected_language": [report.language for report in reports],
        "findings": [[finding.rule for finding in report.findings] for report in reports],
        "strengths": [[each.rule for each in report.strengths] for report in reports],
    }
    for name, kind in added.items():
        table = table.append_column(name, pa.array(columns[name], kind))
    return table


def _text(value: object) -> str:
    return "" if value is None else str(value)
