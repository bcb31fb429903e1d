"""One post for a person at a terminal: the score at a glance, the few things that would help most, what is good already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advocacy_lint.languages import BUILT_IN, messages, name_of, writing
from advocacy_lint.model import DIMENSIONS, Finding, Look, PostReport, Span, Strength
from advocacy_lint.outputs import layout, phrases
from advocacy_lint.outputs.cards import GOOD, cards, first_screen, on_the_whole
from advocacy_lint.outputs.climb import LOW, climb
from advocacy_lint.outputs.layout import Line
from advocacy_lint.outputs.phrases import place_in, say
from advocacy_lint.outputs.sanitize import in_a_shell, name, one_line
from advocacy_lint.text.words import EMOJI

LEVEL_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
GRADE_STYLES = {"A": "bold green", "B": "green", "C": "yellow", "D": "bold yellow", "E": "bold red"}
PAD = "       "
# Where a line is longer than this on a side of its finding, the rest cannot show anyway.
_NEAR = 400
# Columns that one good thing may take.
_LONGEST_GOOD = 64
# So few words of a strength are shown with what follows in their clause: «jeg ikke» alone says nothing.
_FEW_WORDS = 3
# What ends a clause: signs, emoji, tags and entities, but not the dots of «kl. 6», «12,5» and “can’t”.
_IN_CLAUSE = rf"[^\s,;:!?.…()«»“”\"–—<>&{EMOJI[1:-1]}]|&(?!#?\w{{1,30}};)|(?<=\d)[.,:](?=\d)|[.](?=\w|[ \u00a0][\da-zæøå])"
_REST_OF_CLAUSE = rf"(?:{_IN_CLAUSE}|[ \u00a0](?=[^\s–—-])|(?<=\w)-(?=\w))*"
_START_OF_CLAUSE = rf"(?:(?:{_IN_CLAUSE})+[ \u00a0])+\Z"
# «nervøse» at the end of its clause says nothing; «til borgere der er nervøse» does.
_END_OF_CLAUSE = rf"(?:(?:{_IN_CLAUSE})+[ \u00a0]){{1,4}}\Z"


class Details:
    """Writes one post, as lines of styled text."""

    def __init__(self, look: Look, columns: int) -> None:
        self._look = look
        self._columns = columns

    def lines(self, report: PostReport) -> list[Line]:
        """Return a post in full: or, unless everything is wanted, what would help most of it."""
        locale = report.locale
        language = name_of(report.language, locale)
        count = say(locale, "word" if report.words == 1 else "words", count=report.words)
        title = (
            name(report.path)
            + (f" ({one_line(report.id)})" if report.id else "")
            + (f" · {one_line(place_in(report.locale, report.place))}" if report.place else "")
        )
        lines: list[Line] = [[(f"{title} · {language} · {count}", "bold")]]
        if report.score is None:
            reason = next((each.reason for each in report.skipped if each.rule == "*"), "")
            lines += [[], [("  " + say(locale, "not-judged", reason=reason), "")]]
        elif self._look.with_score:
            lines += [[], *self._score(report)]
        for finding in report.findings:
            if finding.dimension == "score":
                lines += [[(f"  ✗ {line}" if index == 0 else f"    {line}", "bold red")] for index, line in self._wrapped(finding)]
        shown, hidden = self._chosen(report)
        for finding in shown:
            lines += [[], *self._finding(finding, report)]
        way = climb(report, shown) if self._look.with_score and not self._look.verbose else ""
        if way:
            lines += [[], [("  " + way, "bold")]]
        if report.strengths:
            lines += [[], *self._strengths(report)] if shown else self._strengths(report)
        if report.lead is not None and (report.score is None or report.score < GOOD):
            lines += [[], *self._lead(report)]
        if self._look.verbose:
            lines += [[(f"{PAD}({each.rule}: {one_line(each.reason)})", "dim")] for each in report.skipped if each.rule != "*"]
        elif hidden or (shown and report.score is not None and report.score < GOOD):
            lines += [[], *self._closing(report, hidden)]
        return lines

    def _chosen(self, report: PostReport) -> tuple[list[Finding], int]:
        """Return the findings to show, one a place, by gain, and how many are left for --verbose."""
        findings = tuple(each for each in report.findings if each.dimension != "score")  # those stand beside the score
        if self._look.verbose:
            return sorted(findings, key=lambda each: (-each.gain, -each.cost, each.start)), 0
        shown = first_screen(report, [card.front for card in cards(findings)])
        return shown, len(findings) - len(shown) if report.score is None or report.score < GOOD else 0

    def _wrapped(self, finding: Finding) -> Iterable[tuple[int, str]]:
        return enumerate(layout.wrap(one_line(finding.message), self._columns - 4))

    def _score(self, report: PostReport) -> list[Line]:
        called = messages("dimensions", report.locale)
        grade = report.grade or ""
        head: Line = [
            (f"  {report.score:>3}  ", "bold"),
            (grade, GRADE_STYLES.get(grade, "")),
            (f"  {phrases.grade_word(report)}", ""),
        ]
        used = sum(layout.width(text) for text, _ in head)
        cells = [self._cell(called[each], report.dimensions.get(each, 0)) for each in DIMENSIONS]
        per_row = 3 if self._columns >= 76 else 2 if self._columns >= 50 else 1
        rows = [cells[index : index + per_row] for index in range(0, len(cells), per_row)]
        lines: list[Line] = []
        for number, row in enumerate(rows):
            start: Line = [*head, (" " * max(2, 28 - used), "")] if number == 0 else [(" " * 28, "")]
            lines.append(start + [segment for cell in row for segment in cell])
        return lines

    def _cell(self, label: str, value: int) -> Line:
        if self._look.color:
            bar = "█" * (value // 25) + ("" if value >= 100 else "▏▎▍▌▋▊▉"[value % 25 * 7 // 25])
            style = "green" if value >= 65 else "yellow" if value >= 35 else "red"
            return [(f"{label} ", "dim"), (bar, style), (" " * max(1, 16 - len(label) - len(bar)), "")]
        return [(f"{label} {value}", ""), (" " * max(1, 16 - len(label) - len(str(value))), "")]

    def _finding(self, finding: Finding, report: PostReport) -> list[Line]:
        room = self._columns - len(PAD)
        # The way up is told in one line then, and a rise “if all words were others” next to it would be one of its own.
        told = on_the_whole(finding) and report.score is not None and report.score < LOW
        lines = self._message(finding, told)
        if finding.excerpt:
            lines += source(finding, report.text, self._columns, report.locale)
        if self._look.verbose and finding.why:
            lines += [[(PAD + line, "dim")] for line in layout.wrap(f"{say(report.locale, 'why')} {one_line(finding.why)}", room)]
        if finding.suggest:
            lines += [[(PAD + line, "")] for line in layout.wrap(one_line(finding.suggest), room)]
        for question in finding.ask if self._look.verbose else finding.ask[:1]:
            wrapped = layout.wrap(one_line(question), room - 2)
            lines += [[(f"{PAD}{'?' if index == 0 else ' '} ", "cyan"), (line, "")] for index, line in enumerate(wrapped)]
        return lines + self._fix(finding, report.locale)

    def _message(self, finding: Finding, gainless: bool) -> list[Line]:
        """Return a finding's gain, message and rule; the rule has a line of its own where the screen is narrow."""
        gain = (f"+{finding.gain}" if finding.gain and not gainless else "") if self._look.with_score else "•"
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
        rewrite = finding.rewrite
        if rewrite is None:
            return []
        fix = writing(locale).quoted(one_line(rewrite.shown)) if rewrite.shown else say(locale, "drop")
        flag = "" if rewrite.kind == "frame" else "--fix" if rewrite.safe else "--unsafe-fixes"
        room = self._columns - len(PAD)
        lines: list[Line] = [[(PAD + line, "green")] for line in layout.wrap(f"→ {fix}", room)]
        if not flag:
            return lines
        if layout.width(lines[-1][0][0]) + len(flag) + 2 <= self._columns:
            lines[-1].append((f"  {flag}", "dim"))
        else:
            lines.append([(f"{PAD}  {flag}", "dim")])
        return lines

    def _lead(self, report: PostReport) -> list[Line]:
        """Return what an editor says first: the draft's own sentence to begin with."""
        words = writing(report.locale).quoted(one_line(report.lead_words))
        wrapped = layout.wrap(f"{say(report.locale, 'lead')} {words}", self._columns - 2)
        return [[("  " + line, "bold green")] for line in wrapped]

    def _strengths(self, report: PostReport) -> list[Line]:
        locale = report.locale
        if self._look.verbose:
            return [
                [
                    (f"  {(f'+{each.credit}' if each.credit else '') if self._look.with_score else '•':<5}", "green"),
                    (one_line(each.message), ""),
                    (f"  {each.rule}", "dim"),
                ]
                for each in report.strengths
            ]
        clauses = [_clause(each, report.text) for each in report.strengths if each.excerpt]
        told: list[Span] = []
        for start, words in sorted(clauses, key=lambda each: (each[0], -len(each[1]))):
            # «Lene stod på rampen» says «stod» and «på rampen», too.
            if not told or start >= told[-1].end:
                told.append(Span(start, start + len(words)))
        said = set(told)
        named = [layout.cut_at_word(one_line(words), _LONGEST_GOOD) for start, words in clauses if Span(start, start + len(words)) in said]
        # A word alone is named only where there is no more to name.
        shown = sorted(dict.fromkeys(named), key=lambda each: " " not in each)[:4]
        if not shown:
            return []
        text = f"{say(locale, 'good')} " + " · ".join(writing(locale).quoted(each) for each in shown)
        return [[("  " + line, "green")] for line in layout.wrap(text, self._columns - 2)]

    def _closing(self, report: PostReport, hidden: int) -> list[Line]:
        locale = report.locale
        parts = [say(locale, "one-more" if hidden == 1 else "more", count=hidden)] if hidden else []
        if report.path != "-" and not report.id and report.language in BUILT_IN:  # of these `coach` knows what to ask
            parts.append(say(locale, "next", path=in_a_shell(name(report.path))))
        line = "  " + "    ".join(parts)
        return [[(line, "dim")]] if layout.width(line) <= self._columns else [[("  " + part, "dim")] for part in parts]


def source(finding: Finding, text: str, columns: int, locale: str) -> list[Line]:
    """Return the line of a finding, cut around its words, with marks under them."""
    before = text[max(0, finding.start - _NEAR) : finding.start].replace("\r", "\n").rpartition("\n")[2]
    after = text[finding.start : finding.end + _NEAR].replace("\r", "\n").partition("\n")[0]
    lead = one_line(before.lstrip())
    words = one_line(after[: max(1, finding.end - finding.start)])
    rest = one_line(after[max(1, finding.end - finding.start) :])
    where = one_line(place_in(locale, finding.place)) if finding.place else str(finding.line)
    room = columns - len(PAD) - layout.width(where) - 3
    shown, marks = layout.marked(lead + words + rest, len(lead), len(lead) + len(words), room)
    return [
        [(f"{PAD}{where} │ ", "dim"), (shown, "")],
        [(f"{PAD}{' ' * layout.width(where)} │ ", "dim"), (marks, LEVEL_STYLES[finding.level])],
    ]


def _clause(strength: Strength, text: str) -> tuple[int, str]:
    """Return where the words of a strength begin, and the words: those of its clause, or of its rest where the whole is too long."""
    start, words = strength.start, strength.excerpt
    if text[start : strength.end] != words:
        return start, words
    if words.count(" ") < _FEW_WORDS and (after := re.compile(_REST_OF_CLAUSE).match(text, strength.end)):
        cut = text.startswith(("<", "&"), after.end())  # in the middle of what a reader sees as one
        words = words if cut else (words + after[0]).rstrip()
    before = re.compile(_START_OF_CLAUSE).search(text, max(0, start - _NEAR), start)
    if before and layout.width(before[0] + words) <= _LONGEST_GOOD:
        return before.start(), before[0] + words
    last = re.compile(_END_OF_CLAUSE).search(text, max(0, start - _NEAR), start)
    return (last.start(), last[0] + words) if last and " " not in words else (start, words)
