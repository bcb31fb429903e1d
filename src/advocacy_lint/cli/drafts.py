"""What scaffold, coach and compare share: one draft read and judged as `check` would."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post, PostReport, Problem
from advocacy_lint.session import Session


@dataclass(frozen=True, slots=True)
class Draft:
    """A post, and what the linter says of it."""

    post: Post
    report: PostReport


def open_session(path: Path, language: str | None = None, locale: str | None = None) -> Session:
    """Return a session with the configuration that holds for a path."""
    return Session(ConfigStore(None, isolated=False).for_path(str(path)), language=language, locale=locale)


def read(path: Path, session: Session, data: bytes | None = None) -> Draft:
    """Return the first draft of a file; InputError where there is none."""
    for found in read_source(Source(str(path), data=data), session.config):
        if isinstance(found, Problem):
            raise InputError(found.message, found.path)
        return Draft(found, session.lint(found))
    raise InputError("no post in it", str(path))


def supported(draft: Draft) -> Draft:
    """Return a draft in a language there are rules for; InputError for others."""
    if draft.report.language not in ("da", "en"):
        raise InputError("the draft is neither Danish nor English", draft.post.path, hint="say which with --language")
    return draft
