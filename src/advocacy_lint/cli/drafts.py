"""What scaffold, coach and compare share: one draft read and judged as `check` would."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer
from msgspec import Struct

from advocacy_lint.advice.scaffold import LeftOut
from advocacy_lint.advice.tighten import Judge
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.languages import BUILT_IN, messages
from advocacy_lint.model import Post, PostReport, Problem
from advocacy_lint.outputs.layout import wrap
from advocacy_lint.outputs.sanitize import one_line

# Files that hold one text, as it is.
TEXTS = frozenset((".md", ".markdown", ".txt", ""))


class Draft(Struct, frozen=True):
    """A post, and what the linter says of it."""

    post: Post
    report: PostReport


def open_session(path: Path, language: str | None = None, locale: str | None = None) -> Session:
    """Return a session with the configuration that holds for a path."""
    from advocacy_lint.programme import configurations

    return Session(configurations().for_path(str(path)), language=language, locale=locale)


def read(path: Path, session: Session) -> Draft:
    """Return the draft of a file; InputError where there is none, or more than one."""
    posts: list[Post] = []
    for found in read_source(Source(str(path)), session.config):
        if isinstance(found, Problem):
            if found.note and found.message != "empty":
                continue
            raise InputError(found.message, found.path)
        posts.append(found)
        if len(posts) > 1:
            raise InputError("several posts in it", str(path), hint="put the draft in a file of its own")
    if not posts:
        raise InputError("no post in it", str(path))
    return Draft(posts[0], session.lint(posts[0]))


def supported(draft: Draft) -> Draft:
    """Return a draft in a language there are rules for; InputError for others."""
    if draft.report.language not in BUILT_IN:
        raise InputError("the draft is neither Danish nor English", draft.post.path, hint="say which with --language")
    return draft


def judge_with(session: Session, post: Post) -> Judge:
    """Return what judges another text as the draft was judged: with its metadata, as a post of the same file."""

    def judge(text: str) -> tuple[PostReport, float]:
        other = Post(post.path, text, meta=post.meta, has_meta=post.has_meta)
        return session.lint(other), session.logit(other)

    return judge


def replace_text(path: Path, before: str, after: str) -> None:
    """Write a draft's new text over its file, in the file's own encoding and with its line ends; InputError where it cannot be."""
    from advocacy_lint.files.atomic import write_atomically
    from advocacy_lint.inputs.encoding import decode

    data = path.read_bytes()
    text, codec = decode(data, str(path))
    if text != before:
        raise InputError("the file is not what was read", str(path), hint="run the command again")
    try:
        write_atomically(str(path), after.encode(codec))
    except UnicodeEncodeError:
        raise InputError(f"the new text cannot be written in {codec}", str(path)) from None


def columns() -> int:
    """Return how many columns the terminal has, 80 where there is none."""
    import shutil

    return max(40, min(120, shutil.get_terminal_size().columns))


def say_left_out(left_out: Sequence[LeftOut], language: str, err: bool) -> None:
    """Print what a new draft does not have of the old one, and why."""
    if left_out:
        typer.echo(f"\n{messages('draft', language)['left-out']}:", err=err)
    for each in left_out:
        for number, line in enumerate(wrap(one_line(each.words), columns() - 2)):
            typer.echo(f"{' ' if number else '-'} {line}", err=err)
        for line in wrap(one_line(each.reason), columns() - 4):
            typer.echo(f"    {line}", err=err)


def say_lacks(lacks: Sequence[str], language: str) -> None:
    """Print what keeps a new draft from being a post."""
    words = messages("draft", language)
    typer.echo(words["one-not-yet"] if len(lacks) == 1 else words["not-yet"].replace("{count}", str(len(lacks))))
    for each in lacks:
        for number, line in enumerate(wrap(one_line(each), columns() - 2)):
            typer.echo(f"{' ' if number else '-'} {line}")
