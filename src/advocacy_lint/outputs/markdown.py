"""Format `markdown`: a comment on a pull request that people like to read: worst first, three things a post."""

from __future__ import annotations

from advocacy_lint.languages import writing
from advocacy_lint.model import Finding, Look, PostReport, Tally
from advocacy_lint.outputs.marks import code, safe
from advocacy_lint.outputs.phrases import grade_word, place_in, posts, say
from advocacy_lint.outputs.renderer import BaseRenderer

TOP = 3
# GitHub takes 65,536 characters in a comment.
_MOST = 60_000


class Renderer(BaseRenderer):
    """Posts are kept as text, worst first at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._posts: list[tuple[int, str, str]] = []

    def post(self, report: PostReport) -> str:
        """Keep a post's part."""
        score = report.score if report.score is not None else 101
        self._posts.append((score, report.path, self._part(report)))
        return ""

    def _part(self, report: PostReport) -> str:
        locale = report.locale
        name = code(report.path) + (f" · {safe(report.id)}" if report.id else "")
        grade = f"**{report.score} {report.grade}** {grade_word(report)} · " if report.grade and self.look.with_score else ""
        reason = next((each.reason for each in report.skipped if each.rule == "*"), "")
        lines = [f"#### {grade}{name}", *(["", safe(say(locale, "not-judged", reason=reason))] if reason else [])]
        certain = [finding for finding in report.findings if finding.level != "info"]
        top = sorted(certain, key=lambda each: (each.dimension != "score", -each.cost))[:TOP]
        lines += [""] * bool(top)
        for finding in top:
            gain = f"**+{finding.gain}** " if finding.gain and self.look.with_score else ""
            ask = f"  \n  *{safe(finding.ask[0])}*" if finding.ask else ""
            where = place_in(locale, finding.place or "") or (f"{say(locale, 'line')} {finding.line}" if finding.excerpt else "")
            place = f"<sub>{safe(finding.rule)}{f', {safe(where)}' if where else ''}</sub>"
            lines.append(f"- {gain}{safe(finding.message)} {place}{ask}{_instead(finding, locale)}")
        words = list(dict.fromkeys(safe(each.excerpt) for each in report.strengths if each.excerpt))[:3]
        if words:
            lines += ["", f"{say(locale, 'good')} " + " · ".join(writing(locale).quoted(each) for each in words)]
        return "\n".join([*lines, ""])

    def end(self, tally: Tally) -> str:
        """Return the comment, cut to what a comment may hold."""
        summary, locale = tally.summary, self.look.locale
        mean = (
            f" · {say(locale, 'mean', score=f'{summary.mean_score:.0f}')}"
            if summary.mean_score is not None and self.look.with_score
            else ""
        )
        text = f"### advocacy-lint · {posts(locale, summary.posts)}{mean}\n\n"
        for finding in tally.portfolio:
            names = ", ".join(code(post.path) for post in finding.posts[:6])
            text += f"> {safe(finding.message)} ({names})\n\n"
        for problem in tally.problems:
            text += f"> {code(problem.path)}: {safe(problem.message)}\n\n"
        left = 0
        for _, _, part in sorted(self._posts):
            if len(text) + len(part) > _MOST:
                left += 1
            else:
                text += part + "\n"
        return text + (f"+{left}\n" if left else "")


def _instead(finding: Finding, locale: str) -> str:
    """Return a line with what could stand in a finding's place: a reviewer of a comment has no draft before them."""
    rewrite = finding.rewrite
    if rewrite is None:
        return ""
    return "  \n  → " + (writing(locale).quoted(safe(" ".join(rewrite.shown.split()))) if rewrite.shown else safe(say(locale, "drop")))
