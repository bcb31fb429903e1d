"""Format `text`: for a person at a terminal. A score at a glance, the few things that would help most, what is good already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from advocacy_lint.model import DIMENSIONS, PortfolioFinding, PostReport, Run
from advocacy_lint.outputs import layout, phrases
from advocacy_lint.outputs.details import GOOD, GRADE_STYLES, LEVEL_STYLES, PAD, Details
from advocacy_lint.outputs.layout import Line
from advocacy_lint.outputs.phrases import say
from advocacy_lint.outputs.sanitize import name, one_line

# More than this many posts get a line each.
FEW = 3


class Part(Struct, frozen=True):
    """What the screen needs of a post: a row and what is counted, its text where everything is wanted, the report of the first few."""

    locale: str
    silent: bool = False  # fine, and only what is not is wanted
    text: str = ""
    row: tuple[int, str, str, str] = (101, "", "", "")  # score (101: none), name, grade, note
    ideas: frozenset[str] = frozenset()
    dimensions: Mapping[str, int] | None = None
    report: PostReport | None = None


class Renderer:
    """A few posts in full; many posts a line each, worst first, with what they have in common."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._color = color
        self._columns = max(40, min(run.width, 120))
        self._details = Details(run, self._columns, color)
        self._few: list[PostReport] = []
        self._rows: list[tuple[int, str, str, str]] = []
        self._made = 0
        self._ideas: Counter[str] = Counter()
        self._sums: Counter[str] = Counter()
        self._rework = 0
        self._locales: Counter[str] = Counter()
        self._count = 0

    def begin(self) -> str:
        """Return nothing: what is worst comes first, and is not known yet."""
        return ""

    def post(self, report: PostReport) -> str:
        """Return a post in full when everything is wanted; else keep what the end needs of it."""
        return self.add(self.part(report))

    def part(self, report: PostReport) -> Part:
        """Return what the screen needs of a post."""
        if self._run.quiet and passes(report):
            return Part(report.locale, silent=True)
        rank = report.score if report.score is not None else 101
        ideas = frozenset([rule for rule, level in zip(report.rules, report.levels, strict=True) if level != "info"])
        dimensions = report.dimensions if report.score is not None else None
        if self._run.verbose:
            text = self._print([*self._details.lines(report.shown()), []])
            return Part(report.locale, text=text, row=(rank, "", "", ""), ideas=ideas, dimensions=dimensions)
        title = name(report.path) + (f":{one_line(report.id or report.place or '')}" if report.id or report.place else "")
        row = (rank, title, report.grade or "–", layout.cut(one_line(gist(report)), self._columns))
        self._made += 1
        # Only a run of a few posts shows them in full: of many, nobody's first few are needed.
        return Part(report.locale, row=row, ideas=ideas, dimensions=dimensions, report=report.shown() if self._made <= FEW else None)

    def add(self, made: Part) -> str:
        """Return a post's text, and keep what the end needs of it."""
        self._count += 1
        self._locales[made.locale] += 1
        if made.silent:
            return ""
        self._ideas.update(made.ideas)
        if made.dimensions is not None:
            self._rework += made.row[0] < 50
            self._sums["*"] += 1
            for part, value in made.dimensions.items():
                self._sums[part] += value
        if self._run.verbose:
            return made.text
        if made.report is not None and len(self._few) < FEW:
            self._few.append(made.report)
        self._rows.append(made.row)
        return ""

    def end(self) -> str:
        """Return posts in full, or a line each; then what shows across them."""
        locale = self._run.locale if not self._locales else self._locales.most_common(1)[0][0]
        lines: list[Line] = []
        if not self._count:
            return "" if self._run.quiet or self._run.problems else self._print([[(say(locale, "nothing"), "")]])
        if not self._run.verbose:
            if len(self._rows) <= FEW:
                for report in sorted(self._few, key=lambda each: (each.score if each.score is not None else 101, each.path)):
                    lines += [*self._details.lines(report), []]
                lines = lines[:-1]
            else:
                lines += self._overview()
        if self._count > FEW and not self._run.quiet:
            lines += [[], *self._summary(locale)]
        if self._run.portfolio:
            lines += [[], *self._across(locale)]
        return self._print(lines)

    def _print(self, lines: list[Line]) -> str:
        return layout.colored(lines) if self._color else layout.plain(lines)

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
        head: Line = [(f"{score}  ", "bold"), (grade, GRADE_STYLES.get(grade, "")), ("  ", "")] if self._run.with_score else [("• ", "")]
        used = sum(len(text) for text, _ in head) + column + 2  # nothing in the head takes more than a column
        return [*head, (title + " " * (column - width + 2), ""), (layout.cut(note, max(10, self._columns - used)), "dim")]

    def _summary(self, locale: str) -> list[Line]:
        parts = [say(locale, "posts", count=self._count), say(locale, "rework", count=self._rework)]
        mean = self._run.summary.mean_score
        if self._run.with_score and mean is not None:
            parts.append(say(locale, "mean", score=f"{mean:.0f}"))
        lines: list[Line] = [[(" · ".join(parts), "bold")]]
        ideas = " · ".join(f"{rule} ({count})" for rule, count in sorted(self._ideas.items(), key=lambda each: (-each[1], each[0]))[:3])
        if ideas:
            lines += [[(line, "")] for line in layout.wrap(f"{say(locale, 'most')} {ideas}", self._columns)]
        if self._run.with_score and self._sums["*"]:
            names = phrases.DIMENSIONS["da" if locale == "da" else "en"]
            means = " · ".join(f"{names[each]} {self._sums[each] / self._sums['*']:.0f}" for each in DIMENSIONS)
            lines += [[(line, "")] for line in layout.wrap(f"{say(locale, 'dimensions')} {means}", self._columns)]
        if not self._run.verbose:
            lines.append([(say(locale, "details"), "dim")])
        return lines

    def _across(self, locale: str) -> list[Line]:
        lines: list[Line] = [[(say(locale, "across"), "bold")]]
        for finding in self._run.portfolio:
            lines += [[], *self._shared(finding, locale)]
        return lines

    def _shared(self, finding: PortfolioFinding, locale: str) -> list[Line]:
        room = self._columns - len(PAD)
        message = layout.wrap(one_line(finding.message), room)
        lines: list[Line] = [[("  •    ", LEVEL_STYLES[finding.level]), (message[0], "bold")]]
        lines += [[(PAD + line, "bold")] for line in message[1:]]
        lines.append([(f"{PAD}{finding.rule}", "dim")])
        for post in finding.posts[: None if self._run.verbose else 6]:
            lines.append([(f"{PAD}{layout.cut(name(post.path) + (f':{one_line(post.id)}' if post.id else ''), room)}", "")])
        if finding.suggest:
            lines += [[(PAD + line, "")] for line in layout.wrap(one_line(finding.suggest), room)]
        lines += [[(f"{PAD}? {one_line(question)}", "")] for question in finding.ask[:1]]
        return lines


def passes(report: PostReport) -> bool:
    """Say whether a quiet run has nothing to say of a post."""
    return "error" not in report.levels


def gist(report: PostReport) -> str:
    """Return what a post's one line says of it: why it has no score, what would help most, or what is good."""
    if report.score is None:
        return next((each.reason for each in report.skipped if each.rule == "*"), "")
    complaint = report.complaint if report.score < GOOD else None
    if complaint is not None:
        return complaint
    return " · ".join([phrases.quoted(report.locale, words) for words in report.praise])
