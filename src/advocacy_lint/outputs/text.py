"""Format `text`: for a person at a terminal. A score at a glance, the few things that would help most, what is good already."""

from __future__ import annotations

from collections import Counter

from advocacy_lint.languages import messages, writing
from advocacy_lint.model import DIMENSIONS, Look, PortfolioFinding, PostReport, Tally
from advocacy_lint.outputs import layout
from advocacy_lint.outputs.cards import GOOD
from advocacy_lint.outputs.details import GRADE_STYLES, LEVEL_STYLES, PAD, Details
from advocacy_lint.outputs.layout import Line
from advocacy_lint.outputs.phrases import place_in, say
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.outputs.sanitize import name, one_line

# More than this many posts get a line each.
FEW = 3


class Renderer(BaseRenderer):
    """A few posts in full; many posts a line each, worst first, with what they have in common."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._columns = max(40, min(look.width, 120))
        self._details = Details(look, self._columns)
        self._few: list[PostReport] = []
        self._rows: list[tuple[int, str, str, str]] = []  # score (101: none), name, grade, note
        self._ideas: Counter[str] = Counter()
        self._sums: Counter[str] = Counter()
        self._rework = 0
        self._locales: Counter[str] = Counter()
        self._count = 0

    def post(self, report: PostReport) -> str:
        """Return a post in full when everything is wanted; else keep what the end needs of it."""
        self._count += 1
        self._locales[report.locale] += 1
        if self.look.quiet and "error" not in report.levels:
            return ""
        self._ideas.update({finding.rule for finding in report.findings if finding.level != "info" and finding.dimension != "score"})
        if report.score is not None:
            self._rework += report.score < 50
            self._sums.update({**report.dimensions, "*": 1})
        if self.look.verbose:
            return self._print([*self._details.lines(report), []])
        if len(self._few) < FEW:
            self._few.append(report)
        self._rows.append(self._row_of(report))
        return ""

    def _row_of(self, report: PostReport) -> tuple[int, str, str, str]:
        called = report.id or place_in(report.locale, report.place or "")
        title = name(report.path) + (f":{one_line(called)}" if called else "")
        rank = report.score if report.score is not None else 101
        return rank, title, report.grade or "–", layout.cut(one_line(gist(report)), self._columns)

    def end(self, tally: Tally) -> str:
        """Return posts in full, or a line each; then what shows across them."""
        locale = self.look.locale if not self._locales else self._locales.most_common(1)[0][0]
        lines: list[Line] = []
        if not self._count:
            return "" if self.look.quiet or tally.problems else self._print([[(say(locale, "nothing"), "")]])
        if not self.look.verbose:
            if len(self._rows) <= FEW:
                for report in sorted(self._few, key=lambda each: (each.score if each.score is not None else 101, each.path)):
                    lines += [*self._details.lines(report), []]
                lines = lines[:-1]
            else:
                lines += self._overview()
        if self._count > FEW and not self.look.quiet:
            lines += [[], *self._summary(locale, tally)]
        if tally.portfolio:
            lines += [[], *self._across(locale, tally)]
        return self._print(lines)

    def _print(self, lines: list[Line]) -> str:
        return layout.colored(lines) if self.look.color else layout.plain(lines)

    def _overview(self) -> list[Line]:
        """Return a line a post, worst first: score, grade, file, and what would help most."""
        rows = sorted(self._rows, key=lambda each: each[:2])
        widths = [layout.width(title) for _, title, _, _ in rows]
        column = min(max(widths), max(20, self._columns // 2 - 8))
        return [self._row(row, width, column) for row, width in zip(rows, widths, strict=True)]

    def _row(self, row: tuple[int, str, str, str], width: int, column: int) -> Line:
        rank, title, grade, note = row
        if width > column:
            title = layout.cut_before(title, column)
            width = layout.width(title)
        score = f"{rank:>3}" if rank <= 100 else "  –"
        head: Line = [(f"{score}  ", "bold"), (grade, GRADE_STYLES.get(grade, "")), ("  ", "")] if self.look.with_score else [("• ", "")]
        used = sum(len(text) for text, _ in head) + column + 2  # nothing in the head takes more than a column
        return [*head, (title + " " * (column - width + 2), ""), (layout.cut(note, max(10, self._columns - used)), "dim")]

    def _summary(self, locale: str, tally: Tally) -> list[Line]:
        parts = [say(locale, "posts", count=self._count), say(locale, "rework", count=self._rework)]
        mean = tally.summary.mean_score
        if self.look.with_score and mean is not None:
            parts.append(say(locale, "mean", score=f"{mean:.0f}"))
        lines: list[Line] = [[(" · ".join(parts), "bold")]]
        ideas = " · ".join(f"{rule} ({count})" for rule, count in sorted(self._ideas.items(), key=lambda each: (-each[1], each[0]))[:3])
        if ideas:
            lines += [[(line, "")] for line in layout.wrap(f"{say(locale, 'most')} {ideas}", self._columns)]
        if self.look.with_score and self._sums["*"]:
            called = messages("dimensions", locale)
            means = " · ".join(f"{called[each]} {self._sums[each] / self._sums['*']:.0f}" for each in DIMENSIONS)
            lines += [[(line, "")] for line in layout.wrap(f"{say(locale, 'dimensions')} {means}", self._columns)]
        if not self.look.verbose:
            lines.append([(say(locale, "details"), "dim")])
        return lines

    def _across(self, locale: str, tally: Tally) -> list[Line]:
        lines: list[Line] = [[(say(locale, "across"), "bold")]]
        for finding in tally.portfolio:
            lines += [[], *self._shared(finding, locale)]
        return lines

    def _shared(self, finding: PortfolioFinding, locale: str) -> list[Line]:
        room = self._columns - len(PAD)
        message = layout.wrap(one_line(finding.message), room)
        lines: list[Line] = [[("  •    ", LEVEL_STYLES[finding.level]), (message[0], "bold")]]
        lines += [[(PAD + line, "bold")] for line in message[1:]]
        lines.append([(f"{PAD}{finding.rule}", "dim")])
        for post in finding.posts[: None if self.look.verbose else 6]:
            lines.append([(f"{PAD}{layout.cut(name(post.path) + (f':{one_line(post.id)}' if post.id else ''), room)}", "")])
        if finding.suggest:
            lines += [[(PAD + line, "")] for line in layout.wrap(one_line(finding.suggest), room)]
        lines += [[(f"{PAD}? {one_line(question)}", "")] for question in finding.ask[:1]]
        return lines


def gist(report: PostReport) -> str:
    """Return what a post's one line says of it: why it has no score, what would help most, or what is good."""
    if report.score is None:
        return next((each.reason for each in report.skipped if each.rule == "*"), "")
    worst = report.worst if report.score < GOOD else None
    if worst is not None:
        return worst.message
    return " · ".join([writing(report.locale).quoted(each.excerpt) for each in report.strengths[:2] if each.excerpt])
