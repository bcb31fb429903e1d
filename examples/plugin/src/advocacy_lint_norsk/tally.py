"""Output `tally`: a line for each post, and one for all of them."""

from __future__ import annotations

from advocacy_lint.model import PostReport, Tally
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.outputs.sanitize import name


class Renderer(BaseRenderer):
    """``score grade findings path``."""

    def post(self, report: PostReport) -> str:
        """Return a post's line; what comes from a draft goes through `name` or `one_line`."""
        score = "–" if report.score is None else str(report.score)
        return f"{score:>3} {report.grade or '–'} {len(report.findings):>3}  {name(report.path)}\n"

    def end(self, tally: Tally) -> str:
        """Return the line of the whole run."""
        return f"{tally.summary.posts} posts, {tally.summary.errors} errors, {tally.summary.warnings} warnings\n"
