"""Format `text`: for a person at a terminal. A score at a glance, the few things that would help most, what is good already."""

from __future__ import annotations

from collections import Counter

from advocacy_lint.model import DIMENSIONS, Finding, PortfolioFinding, PostReport, Run
from advocacy_lint.outputs import layout, phrases
from advocacy_lint.outputs.layout import Line
from advocacy_lint.outputs.phrases import say
from advocacy_lint.outputs.sanitize import name, one_line

# More than this many posts get a line each.
FEW = 3
# How many findings a person can use at once.
TOP = 3
# A post this good is told only what is wrong for certain.
GOOD = 80
_LEVEL_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_GRADE_STYLES = {"A": "bold green", "B": "green", "C": "yellow", "D": "bold yellow", "E": "bold red"}
_PAD = "       "


class Renderer:
    """A few posts in full; many posts a line each, worst first, with what they have in common."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._color = color
        self._columns = max(40, min(run.width, 120))
        self._few: list[PostReport] = []
        self._rows: list[tuple[int, str, Line]] = []
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
        self._count += 1
        self._locales[report.locale] += 1
        if self._run.quiet and passes(report):
            return ""
        self._tally(report)
        if self._run.verbose:
            return self._print([*self._details(report), []])
        if self._few is not None and len(self._few) <= FEW:
            self._few.append(report)
        self._rows.append((report.score if report.score is not None else 101, report.path, self._row(report)))
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
                    lines += [*self._details(report), []]
                lines = lines[:-1]
            else:
                lines += [row for _, _, row in sorted(self._rows, key=lambda each: each[:2])]
        if self._count > FEW and not self._run.quiet:
            lines += [[], *self._summary(locale)]
        if self._run.portfolio:
            lines += [[], *self._across(locale)]
        return self._print(lines)

    def _print(self, lines: list[Line]) -> str:
        return layout.rich(lines, self._columns) if self._color else layout.plain(lines)

    # One post

    def _details(self, report: PostReport) -> list[Line]:
        locale = report.locale
        language = phrases.LANGUAGES["da" if locale == "da" else "en"].get(report.language, report.language)
        count = say(locale, "word" if report.words == 1 else "words", count=report.words)
        title = (
            name(report.path)
            + (f" ({one_line(report.id)})" if report.id else "")
            + (f" · {one_line(report.place)}" if report.place else "")
        )
        lines: list[Line] = [[(f"{title} · {language} · {count}", "bold")]]
        if report.score is None:
            reason = next((each.reason for each in report.skipped if each.rule == "*"), "")
            lines += [[], [("  " + say(locale, "not-judged", reason=reason), "")]]
        elif self._run.with_score:
            lines += [[], *self._score(report)]
        shown, hidden = self._chosen(report)
        for finding in shown:
            lines += [[], *self._finding(finding, report)]
        if report.strengths:
            lines += [[], *self._strengths(report)] if shown else self._strengths(report)
        if self._run.verbose:
            lines += [[(f"{_PAD}({each.rule}: {one_line(each.reason)})", "dim")] for each in report.skipped if each.rule != "*"]
        elif hidden or (shown and report.score is not None and report.score < GOOD):
            lines += [[], self._closing(report, hidden)]
        return lines

    def _chosen(self, report: PostReport) -> tuple[list[Finding], int]:
        """Return the findings to show, by gain, and how many are left for --verbose."""
        ranked = sorted(report.findings, key=lambda each: (-each.gain, -each.cost, each.start))
        if self._run.verbose:
            return ranked, 0
        certain = [each for each in ranked if each.level != "info"] or ranked
        if report.score is not None and report.score >= GOOD:
            certain = [each for each in certain if each.level == "error" or each.rule.startswith("suppression/")]
        # One thing that is missing, and then words one can see: three things that are missing are a lecture.
        missing = [each for each in certain if not each.excerpt][1:]
        shown = [each for each in certain if each not in missing][:TOP]
        shown += missing[: TOP - len(shown)]
        return shown, len(report.findings) - len(shown) if report.score is None or report.score < GOOD else 0

    def _score(self, report: PostReport) -> list[Line]:
        locale = "da" if report.locale == "da" else "en"
        grade = report.grade or ""
        head: Line = [
            (f"  {report.score:>3}  ", "bold"),
            (grade, _GRADE_STYLES.get(grade, "")),
            (f"  {phrases.GRADES[locale].get(grade, '')}", ""),
        ]
        used = sum(layout.width(text) for text, _ in head)
        cells = [self._cell(phrases.DIMENSIONS[locale][each], report.dimensions.get(each, 0)) for each in DIMENSIONS]
        per_row = 3 if self._columns >= 76 else 2 if self._columns >= 50 else 1
        rows = [cells[index : index + per_row] for index in range(0, len(cells), per_row)]
        lines: list[Line] = []
        for number, row in enumerate(rows):
            start: Line = [*head, (" " * max(2, 28 - used), "")] if number == 0 else [(" " * 28, "")]
            lines.append(start + [segment for cell in row for segment in cell])
        return lines

    def _cell(self, label: str, value: int) -> Line:
        if self._color:
            bar = "█" * (value // 25) + ("" if value >= 100 else "▏▎▍▌▋▊▉"[value % 25 * 7 // 25])
            style = "green" if value >= 65 else "yellow" if value >= 35 else "red"
            return [(f"{label} ", "dim"), (bar, style), (" " * max(1, 16 - len(label) - len(bar)), "")]
        return [(f"{label} {value}", ""), (" " * max(1, 16 - len(label) - len(str(value))), "")]

    def _finding(self, finding: Finding, report: PostReport) -> list[Line]:
        locale = report.locale
        gain = f"+{finding.gain}" if self._run.with_score and finding.gain else "•"
        style = _LEVEL_STYLES[finding.level]
        room = self._columns - len(_PAD)
        message = layout.wrap(one_line(finding.message), room, room - len(finding.rule) - 2)
        gap = " " * max(2, self._columns - len(_PAD) - layout.width(message[0]) - len(finding.rule))
        lines: list[Line] = [[(f"  {gain:<5}", style), (message[0], "bold"), (gap + finding.rule, "dim")]]
        lines += [[(_PAD + line, "bold")] for line in message[1:]]
        if finding.excerpt:
            lines += self._source(finding, report)
        if self._run.verbose and finding.why:
            lines += [[(_PAD + line, "dim")] for line in layout.wrap(f"{say(locale, 'why')} {one_line(finding.why)}", room)]
        if finding.suggest:
            lines += [[(_PAD + line, "")] for line in layout.wrap(one_line(finding.suggest), room)]
        for question in finding.ask if self._run.verbose else finding.ask[:1]:
            wrapped = layout.wrap(one_line(question), room - 2)
            lines += [[(f"{_PAD}{'?' if index == 0 else ' '} ", "cyan"), (line, "")] for index, line in enumerate(wrapped)]
        if finding.fixes:
            text = finding.fixes[0].text.strip()
            fix = say(locale, "fixable", fix=phrases.quoted(locale, one_line(text))) if text else say(locale, "drop")
            flag = "--fix" if finding.fixes[0].safe else "--unsafe-fixes"
            lines.append([(f"{_PAD}→ {fix}", "green"), (f"  {flag}", "dim")])
        return lines

    def _source(self, finding: Finding, report: PostReport) -> list[Line]:
        """Return the line of a finding, cut around its words, with marks under them."""
        text = report.text
        start = max(text.rfind("\n", 0, finding.start), text.rfind("\r", 0, finding.start)) + 1
        end = text.find("\n", finding.end)
        line = text[start : len(text) if end < 0 else end].rstrip("\r")
        offset = finding.start - start
        first_break = line.find("\n", offset)
        length = (first_break if first_break >= 0 else len(line)) - offset
        line = line.split("\n", 1)[0]
        span = max(1, min(finding.end - finding.start, length))
        where = one_line(finding.place) if finding.place else str(finding.line)
        room = self._columns - len(_PAD) - len(where) - 3
        lead = line[:offset].lstrip()
        begin = len(one_line(lead))
        shown, marks = layout.marked(one_line(lead + line[offset:]), begin, begin + len(one_line(line[offset : offset + span])), room)
        return [
            [(f"{_PAD}{where} │ ", "dim"), (shown, "")],
            [(f"{_PAD}{' ' * len(where)} │ ", "dim"), (marks, _LEVEL_STYLES[finding.level])],
        ]

    def _strengths(self, report: PostReport) -> list[Line]:
        locale = report.locale
        if self._run.verbose:
            return [
                [
                    (f"  {f'−{each.credit}' if self._run.with_score else '•':<5}", "green"),
                    (one_line(each.message), ""),
                    (f"  {each.rule}", "dim"),
                ]
                for each in report.strengths
            ]
        words = list(dict.fromkeys(layout.cut(one_line(each.excerpt), 40) for each in report.strengths if each.excerpt))[:4]
        if not words:
            return []
        text = f"{say(locale, 'good')} " + " · ".join(phrases.quoted(locale, each) for each in words)
        return [[("  " + line, "green")] for line in layout.wrap(text, self._columns - 2)]

    def _closing(self, report: PostReport, hidden: int) -> Line:
        locale = report.locale
        parts = [say(locale, "one-more" if hidden == 1 else "more", count=hidden)] if hidden else []
        if report.path != "-" and not report.id:
            parts.append(say(locale, "next", path=name(report.path)))
        return [("  " + "    ".join(parts), "dim")]

    # Many posts

    def _tally(self, report: PostReport) -> None:
        self._ideas.update({finding.rule for finding in report.findings if finding.level != "info"})
        if report.score is not None:
            self._rework += report.score < 50
            self._sums.update({**report.dimensions, "*": 1})

    def _row(self, report: PostReport) -> Line:
        """Return a post's one line: score, grade, file, and what would help most."""
        place = f":{one_line(report.id)}" if report.id else f":{one_line(report.place)}" if report.place else ""
        path = layout.cut(name(report.path) + place, max(20, self._columns // 2 - 8))
        worst = max(
            (each for each in report.findings if each.level != "info"), key=lambda each: (bool(each.excerpt), each.cost), default=None
        )
        note = ""
        if report.score is None:
            note = next((each.reason for each in report.skipped if each.rule == "*"), "")
        elif worst is not None and report.score < GOOD:
            note = worst.message
        elif report.strengths:
            note = " · ".join(phrases.quoted(report.locale, each.excerpt) for each in report.strengths[:2] if each.excerpt)
        grade = report.grade or "–"
        score = f"{report.score:>3}" if report.score is not None else "  –"
        head: Line = [(f"{score}  ", "bold"), (grade, _GRADE_STYLES.get(grade, "")), ("  ", "")] if self._run.with_score else [("• ", "")]
        used = sum(layout.width(text) for text, _ in head)
        padded = path + " " * max(1, max(20, self._columns // 2 - 8) - layout.width(path) + 2)
        return [*head, (padded, ""), (layout.cut(one_line(note), max(10, self._columns - used - layout.width(padded))), "dim")]

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
        room = self._columns - len(_PAD)
        message = layout.wrap(one_line(finding.message), room)
        lines: list[Line] = [[("  •    ", _LEVEL_STYLES[finding.level]), (message[0], "bold")]]
        lines += [[(_PAD + line, "bold")] for line in message[1:]]
        lines.append([(f"{_PAD}{finding.rule}", "dim")])
        for post in finding.posts[: None if self._run.verbose else 6]:
            lines.append([(f"{_PAD}{layout.cut(name(post.path) + (f':{one_line(post.id)}' if post.id else ''), room)}", "")])
        if finding.suggest:
            lines += [[(_PAD + line, "")] for line in layout.wrap(one_line(finding.suggest), room)]
        lines += [[(f"{_PAD}? {one_line(question)}", "")] for question in finding.ask[:1]]
        return lines


def passes(report: PostReport) -> bool:
    """Say whether a quiet run has nothing to say of a post."""
    return not any(finding.level == "error" for finding in report.findings)
