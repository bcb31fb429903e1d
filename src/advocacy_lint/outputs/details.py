"""One post for a person at a terminal: the score at a glance, the few things that would help most, what is good already."""

from __future__ import annotations

from advocacy_lint.model import DIMENSIONS, Finding, PostReport, Run
from advocacy_lint.outputs import layout, phrases
from advocacy_lint.outputs.layout import Line
from advocacy_lint.outputs.phrases import say
from advocacy_lint.outputs.sanitize import name, one_line

# How many findings a person can use at once.
TOP = 3
# A post this good is told only what is wrong for certain.
GOOD = 80
LEVEL_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
GRADE_STYLES = {"A": "bold green", "B": "green", "C": "yellow", "D": "bold yellow", "E": "bold red"}
PAD = "       "
# Where a line is longer than this on a side of its finding, the rest cannot show anyway.
_NEAR = 400


class Details:
    """Writes one post, as lines of styled text."""

    def __init__(self, run: Run, columns: int, color: bool) -> None:
        self._run = run
        self._columns = columns
        self._color = color

    def lines(self, report: PostReport) -> list[Line]:
        """Return a post in full: or, unless everything is wanted, what would help most of it."""
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
            lines += [[(f"{PAD}({each.rule}: {one_line(each.reason)})", "dim")] for each in report.skipped if each.rule != "*"]
        elif hidden or (shown and report.score is not None and report.score < GOOD):
            lines += [[], *self._closing(report, hidden)]
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
            (grade, GRADE_STYLES.get(grade, "")),
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
        room = self._columns - len(PAD)
        lines = self._message(finding)
        if finding.excerpt:
            lines += source(finding, report.text, self._columns)
        if self._run.verbose and finding.why:
            lines += [[(PAD + line, "dim")] for line in layout.wrap(f"{say(report.locale, 'why')} {one_line(finding.why)}", room)]
        if finding.suggest:
            lines += [[(PAD + line, "")] for line in layout.wrap(one_line(finding.suggest), room)]
        for question in finding.ask if self._run.verbose else finding.ask[:1]:
            wrapped = layout.wrap(one_line(question), room - 2)
            lines += [[(f"{PAD}{'?' if index == 0 else ' '} ", "cyan"), (line, "")] for index, line in enumerate(wrapped)]
        return lines + self._fix(finding, report.locale)

    def _message(self, finding: Finding) -> list[Line]:
        """Return a finding's gain, message and rule; the rule has a line of its own where the screen is narrow."""
        gain = f"+{finding.gain}" if self._run.with_score and finding.gain else "•"
        room = self._columns - len(PAD)
        beside = room >= 48
        message = layout.wrap(one_line(finding.message), room, room - len(finding.rule) - 2 if beside else room)
        lines: list[Line] = [[(f"  {gain:<5}", LEVEL_STYLES[finding.level]), (message[0], "bold")]]
        lines += [[(PAD + line, "bold")] for line in message[1:]]
        if beside:
            gap = " " * max(2, room - layout.width(message[0]) - len(finding.rule))
            lines[0].append((gap + finding.rule, "dim"))
        else:
            lines.append([(PAD + finding.rule, "dim")])
        return lines

    def _fix(self, finding: Finding, locale: str) -> list[Line]:
        if not finding.fixes:
            return []
        text = finding.fixes[0].text.strip()
        fix = say(locale, "fixable", fix=phrases.quoted(locale, one_line(text))) if text else say(locale, "drop")
        flag = "--fix" if finding.fixes[0].safe else "--unsafe-fixes"
        room = self._columns - len(PAD)
        lines: list[Line] = [[(PAD + line, "green")] for line in layout.wrap(f"→ {fix}", room)]
        if layout.width(lines[-1][0][0]) + len(flag) + 2 <= self._columns:
            lines[-1].append((f"  {flag}", "dim"))
        else:
            lines.append([(f"{PAD}  {flag}", "dim")])
        return lines

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

    def _closing(self, report: PostReport, hidden: int) -> list[Line]:
        locale = report.locale
        parts = [say(locale, "one-more" if hidden == 1 else "more", count=hidden)] if hidden else []
        if report.path != "-" and not report.id:
            parts.append(say(locale, "next", path=name(report.path)))
        line = "  " + "    ".join(parts)
        return [[(line, "dim")]] if layout.width(line) <= self._columns else [[("  " + part, "dim")] for part in parts]


def source(finding: Finding, text: str, columns: int) -> list[Line]:
    """Return the line of a finding, cut around its words, with marks under them."""
    before = text[max(0, finding.start - _NEAR) : finding.start].replace("\r", "\n").rpartition("\n")[2]
    after = text[finding.start : finding.end + _NEAR].replace("\r", "\n").partition("\n")[0]
    lead = one_line(before.lstrip())
    words = one_line(after[: max(1, finding.end - finding.start)])
    rest = one_line(after[max(1, finding.end - finding.start) :])
    where = one_line(finding.place) if finding.place else str(finding.line)
    room = columns - len(PAD) - layout.width(where) - 3
    shown, marks = layout.marked(lead + words + rest, len(lead), len(lead) + len(words), room)
    return [
        [(f"{PAD}{where} │ ", "dim"), (shown, "")],
        [(f"{PAD}{' ' * layout.width(where)} │ ", "dim"), (marks, LEVEL_STYLES[finding.level])],
    ]
