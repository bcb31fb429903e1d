"""Format `html`: one page for a comms lead, that needs nothing from anywhere else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files

from advocacy_lint.languages import messages
from advocacy_lint.model import DIMENSIONS, Finding, Look, PostReport, Tally
from advocacy_lint.outputs.phrases import grade_word, place_in, posts
from advocacy_lint.outputs.readability import band, lix
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.outputs.sanitize import clean

_COMMAND = re.compile(r"(?<!\S):(?=:)")


def safe(text: object) -> str:
    """Return text for HTML, also in a quoted attribute: it stays text, and none of its lines is a build server's command."""
    return _COMMAND.sub("&#58;", escape(clean(str(text)), quote=True))


class Renderer(BaseRenderer):
    """Keeps each post's part of the page as text; the overview is written when all are known."""

    escapes = "xmlcharrefreplace"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rows: list[tuple[int, str]] = []
        self._parts: list[tuple[int, str]] = []
        self._scores: Counter[int] = Counter()
        self._sums: Counter[str] = Counter()
        self._ideas: Counter[str] = Counter()
        self._locales: Counter[str] = Counter()

    def post(self, report: PostReport) -> str:
        """Keep a post's row and part."""
        number = len(self._rows) + 1
        self._locales[report.locale] += 1
        rank = report.score if report.score is not None else 101
        self._rows.append((rank, self._row(report, number)))
        self._parts.append((rank, self._part(report, number)))
        self._ideas.update({finding.rule for finding in report.findings if finding.level != "info"})
        if report.score is not None:
            self._scores[min(9, report.score // 10)] += 1
            self._sums.update({**report.dimensions, "*": 1})
        return ""

    def end(self, tally: Tally) -> str:
        """Return the page."""
        locale = self._locales.most_common(1)[0][0] if self._locales else self.look.locale
        words = messages("html", locale)
        style, script = asset("report.css"), asset("report.js")
        digest = b64encode(sha256(script.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        rows = "".join(row for _, row in sorted(self._rows, key=lambda each: each[0]))
        parts = "".join(part for _, part in sorted(self._parts, key=lambda each: each[0]))
        return (
            f'<!doctype html>\n<html lang="{locale}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>advocacy-lint</title>\n<style>{style}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#posts">{safe(words["skip"])}</a>\n<header><h1>{safe(words["title"])}</h1>{self._headline(words, locale, tally)}</header>\n<main>\n'
            f"{self._overview(words, locale)}{self._across(words, tally)}{self._table(words, rows)}"
            f'<section aria-labelledby="h-posts"><h2 id="h-posts">{safe(words["each"])}</h2>\n{parts}</section>\n'
            f"</main>\n<script>{script}</script>\n</body>\n</html>\n"
        )

    def _headline(self, words: Mapping[str, str], locale: str, tally: Tally) -> str:
        summary = tally.summary
        mean = (
            f" · {words['mean'].format(score=round(summary.mean_score))}" if summary.mean_score is not None and self.look.with_score else ""
        )
        return f"<p>{safe(posts(locale, summary.posts))}{safe(mean)}</p>"

    def _overview(self, words: Mapping[str, str], locale: str) -> str:
        boxes = []
        if self.look.with_score and self._sums["*"]:
            boxes.append(f"<figure><figcaption>{safe(words['distribution'])}</figcaption>{self._histogram(words)}</figure>")
            means = {each: round(self._sums[each] / self._sums["*"]) for each in DIMENSIONS}
            bars = "".join(bar(messages("dimensions", locale)[each], value, 100, str(value)) for each, value in means.items())
            boxes.append(f'<figure><figcaption>{safe(words["dimensions"])}</figcaption><ul class="bars">{bars}</ul></figure>')
        if self._ideas:
            most = sorted(self._ideas.items(), key=lambda each: (-each[1], each[0]))[:8]
            bars = "".join(bar(rule, count, most[0][1], str(count)) for rule, count in most)
            boxes.append(f'<figure><figcaption>{safe(words["ideas"])}</figcaption><ul class="bars">{bars}</ul></figure>')
        return f'<section class="boxes" aria-label="{safe(words["overview"])}">{"".join(boxes)}</section>\n'

    def _histogram(self, words: Mapping[str, str]) -> str:
        most = max(self._scores.values())
        columns = "".join(
            f'<rect x="{index * 30 + 2}" y="{100 - 90 * self._scores[index] / most:.1f}" width="26" height="{90 * self._scores[index] / most:.1f}"'
            f' class="{"low" if index < 5 else "high"}"><title>{index * 10}–{index * 10 + (10 if index == 9 else 9)}: {self._scores[index]}</title></rect>'
            f'<text x="{index * 30 + 15}" y="114">{index * 10}</text>'
            for index in range(10)
        )
        said = ", ".join(f"{index * 10}: {self._scores[index]}" for index in range(10) if self._scores[index])
        return f'<svg viewBox="0 0 300 118" role="img" aria-label="{safe(words["distribution"])}: {safe(said)}">{columns}</svg>'

    def _across(self, words: Mapping[str, str], tally: Tally) -> str:
        items = ""
        for finding in tally.portfolio:
            names = "".join(f"<li>{safe(post.path)}{safe(f' · {post.id}') if post.id else ''}</li>" for post in finding.posts[:20])
            advice = f"<p>{safe(finding.suggest)}</p>" if finding.suggest else ""
            items += f'<article class="card {finding.level}"><h3>{safe(finding.message)}</h3><p class="rule">{safe(finding.rule)}</p>{advice}<ul>{names}</ul></article>'
        items += "".join(
            f'<article class="card error"><h3>{safe(each.path)}</h3><p>{safe(each.message)}</p></article>' for each in tally.problems
        )
        return f'<section aria-labelledby="h-across"><h2 id="h-across">{safe(words["across"])}</h2>{items}</section>\n' if items else ""

    def _table(self, words: Mapping[str, str], rows: str) -> str:
        keys = ["score"] * self.look.with_score + ["post", "author", "findings", "top"]
        cells = "".join(f'<th scope="col" aria-sort="none"><button type="button">{safe(words[key])}</button></th>' for key in keys)
        rework = f' <label><input type="checkbox" id="rework"> {safe(words["rework"])}</label>' if self.look.with_score else ""
        return (
            f'<section id="posts" aria-labelledby="h-all"><h2 id="h-all">{safe(words["all"])}</h2>'
            f'<p class="filter"><label for="filter">{safe(words["filter"])}</label> <input id="filter" type="search" autocomplete="off">'
            f'{rework} <output id="shown" aria-live="polite"></output></p>'
            f'<div class="scroll" role="region" aria-labelledby="h-all" tabindex="0"><table><thead><tr>{cells}</tr></thead><tbody>\n{rows}</tbody></table></div></section>\n'
        )

    def _row(self, report: PostReport, number: int) -> str:
        counted = [finding for finding in report.findings if finding.level != "info"]
        top = max(counted, key=lambda each: (bool(each.excerpt), each.cost), default=None)
        score = ""
        if self.look.with_score:
            shown = "–" if report.score is None else f'<b class="grade {report.grade}">{report.score}</b>'
            score = f'<td class="score" data-key="{-1 if report.score is None else report.score}">{shown}</td>'
        name = safe(report.path) + (f" · {safe(report.id)}" if report.id else "")
        return (
            f'<tr>{score}<td class="name"><a href="#post-{number}">{name}</a></td><td class="author">{safe(report.meta.get("author", ""))}</td>'
            f'<td data-key="{len(counted)}">{len(counted)}</td><td class="top">{safe(top.message) if top else ""}</td></tr>\n'
        )

    def _part(self, report: PostReport, number: int) -> str:
        locale = report.locale
        words = messages("html", locale)
        grade = ""
        if report.grade and self.look.with_score:
            grade = f'<span class="grade {report.grade}">{report.score} {report.grade}</span> {safe(grade_word(report))} · '
        ranked = sorted(report.findings, key=lambda each: (-each.cost, each.start))
        advice = "".join(self._advice(finding, locale, f"{number}-{index}") for index, finding in enumerate(ranked))
        strengths = " · ".join(list(dict.fromkeys(safe(each.excerpt) for each in report.strengths if each.excerpt))[:6])
        good = f'<p class="good">{safe(words["good"])} {strengths}</p>' if strengths else ""
        reason = next((each.reason for each in report.skipped if each.rule == "*"), "")
        note = f"<p>{safe(reason)}</p>" if reason else ""
        figure = lix(report)
        if figure is not None:
            said = words["readability"].format(lix=figure, band=messages("readability", locale)[band(figure)])
            good += f'<p class="readability">{safe(said)}</p>'
        title = (
            safe(report.path)
            + (f" · {safe(report.id)}" if report.id else "")
            + (f" · {safe(place_in(locale, report.place))}" if report.place else "")
        )
        return (
            f'<article class="post" id="post-{number}" lang="{locale}"><h3>{grade}{title}</h3>'
            f'<div class="pair"><div class="text" lang="{safe(report.language)}">{marked(report, ranked, number)}</div><div class="advice">{note}{good}<ol>{advice}</ol></div></div></article>\n'
        )

    def _advice(self, finding: Finding, locale: str, anchor: str) -> str:
        gain = f'<b class="gain">+{finding.gain}</b> ' if finding.gain and self.look.with_score else ""
        extra = f"<p>{safe(finding.suggest)}</p>" if finding.suggest else ""
        extra += "".join(f'<p class="ask">? {safe(question)}</p>' for question in finding.ask[:2])
        if finding.rewrite:
            text = finding.rewrite.shown
            extra += f'<p class="fix">→ {safe(text) if text else safe(messages("html", locale)["drop"])}</p>'
        why = f"<details><summary>{safe(finding.rule)}</summary><p>{safe(finding.why)}</p></details>"
        return f'<li class="{finding.level}" id="f-{anchor}">{gain}{safe(finding.message)}{extra}{why}</li>'


def asset(name: str) -> str:
    """Return one of the page's own files."""
    return (files("advocacy_lint.outputs") / "assets" / name).read_text(encoding="utf-8")


def bar(label: str, value: float, most: float, shown: str) -> str:
    """Return one bar of a list of bars, with its figure as text."""
    return f'<li><span>{safe(label)}</span><span class="bar" style="--share:{100 * value / max(most, 1):.0f}%"></span><span>{safe(shown)}</span></li>'


def marked(report: PostReport, ranked: list[Finding], number: int) -> str:
    """Return a post's text with the words of findings marked and linked to their advice."""
    stop = len(report.text) if report.end < 0 else report.end
    spans: list[tuple[int, int, int, str]] = []
    for index, finding in enumerate(ranked):
        if finding.excerpt:
            spans += [(max(span.start, report.start), min(span.end, stop), index, finding.level) for span in finding.spans]
    pieces: list[str] = []
    position = report.start
    for start, end, index, level in sorted(spans):
        if start < position or start >= end:
            continue
        pieces.append(safe(report.text[position:start]))
        pieces.append(f'<a class="mark {level}" href="#f-{number}-{index}"><mark>{safe(report.text[start:end])}</mark></a>')
        position = end
    return "".join(pieces) + safe(report.text[position:stop])
