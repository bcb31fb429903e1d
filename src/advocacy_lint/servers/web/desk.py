"""What the page is answered: a draft's judgement, rewrites, questions and a coached version, as plain values for JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from advocacy_lint import languages
from advocacy_lint.advice import comparing, interview, preview, scaffold
from advocacy_lint.advice.preview import Channel
from advocacy_lint.advice.tighten import body_span
from advocacy_lint.api import Checked, Project
from advocacy_lint.errors import InputError, LintError
from advocacy_lint.languages import BUILT_IN, FALLBACK, SUPPORTED
from advocacy_lint.languages.mistakes import said
from advocacy_lint.model import DIMENSIONS, META_KEYS, Finding, PostReport, Strength
from advocacy_lint.outputs.phrases import grade_word
from advocacy_lint.rulebook import builtin_pack
from advocacy_lint.rulebook.pages import page_of

LONGEST = 20_000  # characters
FIELDS = ("author", "audience", "goal", "channel")
Answer = dict[str, object]


class Desk:
    """Answers for one page; `path` is where the draft's configuration is looked for from."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._projects = {code: Project(locale=code) for code in SUPPORTED}
        self._channels: dict[str, Channel] = {}
        self.calls: Mapping[str, Callable[[Answer], Answer]] = {
            "lint": self.lint, "fix": self.fix, "tighten": self.tighten, "coach": self.coach, "scaffold": self.rebuild,
        }  # fmt: skip

    def _draft(self, asked: Answer) -> tuple[Checked, Project]:
        text, locale = asked.get("text"), _locale(asked)
        if not isinstance(text, str) or locale not in SUPPORTED:
            raise InputError("a draft is text, and its messages are Danish or English")
        if len(text) > LONGEST:
            raise InputError(f"a draft is at most {LONGEST:,} characters")
        given = asked.get("meta")
        meta = {key: str(value)[:500] for key, value in given.items() if key in META_KEYS} if isinstance(given, Mapping) else {}
        project = self._projects[locale]
        problem = "no post in it"
        for found in project.check(text, self.path, meta):
            if isinstance(found, Checked):
                return found, project
            problem = found.message
        raise InputError(problem)

    def lint(self, asked: Answer) -> Answer:
        """Return the judgement of a draft, its places in code points."""
        draft, _ = self._draft(asked)
        report = draft.report
        known = report.language in BUILT_IN
        questions = scaffold.questions(report, muted=draft.post.muted) if known else ()
        return {
            "language": report.language,
            "words": report.words,
            "score": report.score,
            "grade": report.grade,
            "dimensions": [{"name": name, "value": report.dimensions.get(name)} for name in DIMENSIONS],
            "findings": [_finding(each) for each in sorted(report.findings, key=lambda each: (-each.gain, -each.cost, each.start))],
            "strengths": [_strength(each) for each in report.strengths],
            "lead": _lead(report),
            "questions": [{"part": each.part, "text": each.text} for each in questions],
            "fold": self._fold(draft, _locale(asked)),
            "skipped": [each.reason for each in report.skipped if each.rule == "*"],
            "gradeWord": grade_word(report),
        }

    def _fold(self, draft: Checked, locale: str) -> list[Answer]:
        name = draft.post.meta.get("channel", preview.DEFAULT)
        if name not in self._channels:
            self._channels[name] = preview.load(name, builtin_pack() / "lists" / "channels")
        channel = self._channels[name]
        text = preview.visible(draft.post.text, draft.post.start, draft.post.end)
        shown = []
        for screen in channel.screens:
            lines, folded = preview.fold(text, screen)
            shown.append({"screen": screen.name, "lines": lines, "folded": folded, "more": channel.more.get(locale, "…")})
        return shown

    def fix(self, asked: Answer) -> Answer:
        """Return the draft with every safe rewrite applied."""
        draft, project = self._draft(asked)
        fixed = project.fix(draft.post.text, self.path)
        return {"text": fixed.text, "count": fixed.count}

    def tighten(self, asked: Answer) -> Answer:
        """Return the draft in fewer of its own sentences, and what became of each."""
        draft, project = self._draft(asked)
        _need_language(draft.report)
        made = project.tighten(draft)
        start, stop = body_span(draft.report, draft.post.muted)
        text = draft.report.text
        return {
            "text": text[:start] + made.body + text[stop:],
            "parts": [{"op": part.op, "before": part.before, "after": part.after, "reason": part.reason} for part in made.parts],
            "leftOut": [],
            "score": made.after.score,
            "before": made.before.score,
        }

    def rebuild(self, asked: Answer) -> Answer:
        """Return the draft rebuilt from its own facts, with brackets."""
        draft, _ = self._draft(asked)
        _need_language(draft.report)
        return self._built(draft, scaffold.build(draft.report, scaffold.pick_shape(draft.report), muted=draft.post.muted), None)

    def coach(self, asked: Answer) -> Answer:
        """Return a new draft of the answers and the draft's facts, and the two held against each other."""
        draft, project = self._draft(asked)
        _need_language(draft.report)
        answers = asked.get("answers")
        given = {str(key): str(value)[:2000] for key, value in answers.items()} if isinstance(answers, Mapping) else {}
        found, _ = interview.by_part(given, scaffold.questions(draft.report, muted=draft.post.muted))
        built = scaffold.build(draft.report, None, found, draft.post.muted)
        after = next((each for each in project.check(built.text, self.path) if isinstance(each, Checked)), None)
        return self._built(draft, built, after.report if after else None)

    def _built(self, draft: Checked, built: scaffold.Scaffold, after: PostReport | None) -> Answer:
        compared = comparing.compare(draft.report, after) if after else None
        return {
            "text": built.text,
            "leftOut": [{"words": each.words, "reason": each.reason} for each in built.left_out],
            "score": compared.new if compared else None,
            "before": draft.report.score,
        }


def _locale(asked: Answer) -> str:
    return str(asked.get("locale", FALLBACK))


def _need_language(report: PostReport) -> None:
    if report.language not in BUILT_IN:
        names = " or ".join(languages.get(code).code for code in BUILT_IN)
        raise InputError("there are no questions in this language", hint=names)


def _finding(each: Finding) -> Answer:
    return {
        "rule": each.rule, "level": each.level, "dimension": each.dimension, "message": each.message, "why": each.why,
        "suggest": each.suggest, "ask": list(each.ask), "excerpt": each.excerpt,
        "spans": [list(span) for span in each.spans if each.excerpt],
        "start": each.start, "end": each.end, "gain": each.gain, "page": page_of(each.rule),
        "rewrite": each.rewrite.to_dict() if each.rewrite else None,
    }  # fmt: skip


def _strength(each: Strength) -> Answer:
    return {
        "rule": each.rule, "message": each.message, "excerpt": each.excerpt, "credit": each.credit,
        "spans": [list(span) for span in each.spans if each.excerpt],
    }  # fmt: skip


def _lead(report: PostReport) -> Answer | None:
    if report.lead is None:
        return None
    start, end = report.lead
    return {"start": start, "end": end, "excerpt": report.text[start:end]}


def answered(desk: Desk, call: str, asked: Answer) -> tuple[int, Answer]:
    """Return the status and the answer of a call; what is wrong with the draft or the configuration is one line."""
    try:
        return 200, desk.calls[call](asked)
    except KeyError:
        return 404, {"error": "no such call"}
    except (LintError, TypeError) as error:
        return 422, {"error": told(error, asked)}


def told(error: Exception, asked: Answer) -> str:
    """Return what is wrong in one line, in the language of the page."""
    locale = next((code for code in SUPPORTED if code == asked.get("locale")), FALLBACK)
    return said(error, locale) if isinstance(error, LintError) else str(error)
