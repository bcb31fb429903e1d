"""What scaffold, coach and compare share: one draft read and judged as `check` would."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer
from msgspec import Struct

from advocacy_lint.advice.scaffold import LeftOut
from advocacy_lint.advice.shapes import SHAPES, WORDS
from advocacy_lint.config import Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import ConfigError, InputError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post, PostReport, Problem
from advocacy_lint.outputs.layout import cut
from advocacy_lint.outputs.sanitize import one_line
from advocacy_lint.session import Session


class Draft(Struct, frozen=True):
    """A post, and what the linter says of it."""

    post: Post
    report: PostReport


def open_session(path: Path, language: str | None = None, locale: str | None = None) -> Session:
    """Return a session with the configuration that holds for a path."""
    return Session(ConfigStore(None, isolated=False, complete=_complete).for_path(str(path)), language=language, locale=locale)


def _complete(config: Config) -> Config:
    """Return a configuration with what its programme file declares, as `check` has it."""
    if not config.programme:
        return config
    from advocacy_lint.programme import with_programme

    return with_programme(config)


def read(path: Path, session: Session) -> Draft:
    """Return the draft of a file; InputError where there is none, or more than one."""
    posts: list[Post] = []
    for found in read_source(Source(str(path)), session.config):
        if isinstance(found, Problem):
            raise InputError(found.message, found.path)
        posts.append(found)
        if len(posts) > 1:
            raise InputError("several posts in it", str(path), hint="put the draft in a file of its own")
    if not posts:
        raise InputError("no post in it", str(path))
    return Draft(posts[0], session.lint(posts[0]))


def supported(draft: Draft) -> Draft:
    """Return a draft in a language there are rules for; InputError for others."""
    if draft.report.language not in ("da", "en"):
        raise InputError("the draft is neither Danish nor English", draft.post.path, hint="say which with --language")
    return draft


def known_shape(shape: str | None) -> None:
    """Raise ConfigError for a shape that there is not."""
    if shape is not None and shape not in SHAPES:
        raise ConfigError(f"--shape {shape}", hint=f"one of {', '.join(SHAPES)}")


def say_left_out(left_out: Sequence[LeftOut], language: str, err: bool) -> None:
    """Print what a new draft does not have of the old one, and why."""
    if left_out:
        typer.echo(f"\n{WORDS[language]['left-out']}:", err=err)
    for each in left_out:
        typer.echo(f"- {cut(one_line(each.words), 72)}\n  {one_line(each.reason)}", err=err)
