"""What every output format has: a renderer that turns reports into text as they come."""

from __future__ import annotations

from typing import ClassVar

from advocacy_lint.model import Look, PostReport, Tally


class BaseRenderer:
    """Base of the formats' renderers: `begin`, `post` once a report, `end`; a run of 10,000 posts needs the memory of one.

    `escapes` says how a format writes a character that the screen's encoding has not: ``plain`` by one that looks like it,
    ``json-escape`` as ``\\uXXXX``, ``xmlcharrefreplace`` as ``&#8230;`` (names of codec error handlers).
    """

    escapes: ClassVar[str] = "plain"

    def __init__(self, look: Look) -> None:
        self.look = look

    def begin(self) -> str:
        """Return what comes before the posts."""
        return ""

    def post(self, report: PostReport) -> str:
        """Return one post's part."""
        raise NotImplementedError

    def end(self, tally: Tally) -> str:
        """Return what comes after the posts; the run's counts, problems and portfolio are known by then."""
        return ""

    def job_summary(self, tally: Tally) -> str:
        """Return what is added to the page of a build's job, in Markdown; nothing for most formats."""
        return ""
