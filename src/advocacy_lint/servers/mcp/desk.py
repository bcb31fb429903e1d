"""What the tools do, apart from the protocol: texts in, answers out. Nothing is written, and no path outside the root is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from advocacy_lint import rulebook
from advocacy_lint.advice import comparing, scaffold
from advocacy_lint.advice.guard import Verdict, guard
from advocacy_lint.api import Checked, Project
from advocacy_lint.errors import InputError, LintError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.languages import BUILT_IN, SUPPORTED, get
from advocacy_lint.model import META_KEYS, Problem, Rule
from advocacy_lint.outputs.sanitize import one_line
from advocacy_lint.programme import form
from advocacy_lint.programme.report import report as audited
from advocacy_lint.servers.mcp.answers import Compared, Explained, Files, FileScore, Fixed, Linted, Scaffolded, Sentence, Tightened, linted

LONGEST = 20_000  # characters of a draft
LONGEST_PROGRAMME = 1_000_000
MOST_FINDINGS = 50
MOST_FILES = 200
_NAME = "draft.md"


class Desk:
    """Answers for one server: a project for each locale, and maybe a folder whose files may be read."""

    def __init__(self, root: Path | None = None, config: str | None = None) -> None:
        self.root = root.resolve() if root else None
        self._config = config
        self._projects: dict[str | None, Project] = {}

    def _project(self, locale: str | None) -> Project:
        if locale not in (None, *SUPPORTED):
            raise InputError(f"no locale “{locale}”", hint=" or ".join(SUPPORTED))
        if locale not in self._projects:
            isolated = self.root is None and self._config is None
            self._projects[locale] = Project(config=self._config, isolated=isolated, locale=locale)
        return self._projects[locale]

    def _path(self) -> str:
        return str(self.root / _NAME) if self.root else _NAME

    def _draft(self, text: str, metadata: Mapping[str, str] | None = None, locale: str | None = None) -> Checked:
        """Return one text judged; InputError where it is too long or holds no post."""
        if len(text) > LONGEST:
            raise InputError(f"a draft is at most {LONGEST:,} characters")
        project = self._project(locale)
        unknown = set(metadata or ()) - set(META_KEYS)
        if unknown:
            raise InputError(f"unknown metadata “{one_line(min(unknown))[:80]}”", hint=", ".join(META_KEYS))
        for found in project.check(text, self._path(), metadata):
            if isinstance(found, Problem):
                raise InputError(found.message)
            return found
        raise InputError("no post in it")

    def lint(self, text: str, metadata: Mapping[str, str] | None, most: int, locale: str | None) -> Linted:
        """Return the judgement of a draft."""
        draft = self._draft(text, metadata, locale)
        return linted(draft.report, _questions(draft), min(max(most, 1), MOST_FINDINGS))

    def questions(self, text: str, locale: str | None) -> list[str]:
        """Return what only the author can answer."""
        return _questions(self._draft(text, locale=locale))

    def scaffold(self, text: str, shape: str | None) -> Scaffolded:
        """Return a draft rebuilt from its own facts."""
        draft = self._draft(text)
        _need_language(draft)
        built = scaffold.build(draft.report, shape, muted=draft.post.muted)
        return Scaffolded(
            text=built.text,
            questions=[each.text for each in built.questions],
            left_out=[f"{each.words} ({each.reason})" for each in built.left_out],
        )

    def tightened(self, text: str, locale: str | None) -> Tightened:
        """Return a draft in fewer of its own sentences."""
        draft = self._draft(text, locale=locale)
        _need_language(draft)
        made = self._project(locale).tighten(draft)
        return Tightened(
            text=made.body,
            score_before=made.before.score,
            score_after=made.after.score,
            sentences=[Sentence(done=part.op, before=part.before, after=part.after, reason=part.reason) for part in made.parts],
            questions=_questions(draft),
        )

    def fixed(self, text: str, unsafe: bool) -> Fixed:
        """Return a draft with its rewrites applied."""
        before = self._draft(text)
        after = self._project(None).fix(text, self._path(), unsafe=unsafe)
        return Fixed(
            text=after.text, changes=after.count, score_before=before.report.score, score_after=self._draft(after.text).report.score
        )

    def compare(self, old: str, new: str, answers: Sequence[str]) -> Compared:
        """Return what changed between two versions, and what the new one says that nobody told it."""
        before, after = self._draft(old), self._draft(new)
        found = comparing.compare(before.report, after.report)
        verdict = _guarded(after, [old, *answers])
        return Compared(
            old_score=found.old,
            new_score=found.new,
            gone=list(found.gone),
            left=list(found.left),
            new_findings=[f"{rule}: {found.messages[rule]}" for rule in found.new_findings],
            invented=[one_line(f"{each.kind}: {each.text}") for each in verdict.inventions],
            to_confirm=[one_line(f"{each.kind}: {each.text}") for each in verdict.doubts],
        )

    def explain(self, rule_id: str) -> Explained:
        """Return what a rule says of itself; RuleError where there is none of that name."""
        by_language = _rules(rule_id)
        rule = next(iter(by_language.values()))
        return Explained(
            rule=rule.id,
            level=rule.level,
            messages={code: each.texts[code].message for code, each in by_language.items()},
            why={code: each.texts[code].why for code, each in by_language.items()},
            questions={code: list(each.texts[code].ask) for code, each in by_language.items()},
            evidence=f"{rule.evidence.tier}: {rule.evidence.source}",
        )

    def audit(self, programme: str, locale: str | None) -> Linted:
        """Return the judgement of a programme file's text."""
        if len(programme) > LONGEST_PROGRAMME:
            raise InputError("a programme is at most 1 MB")
        report = audited(form.parse(programme, "programme.yml"), locale=locale)
        return linted(report, [question for finding in report.findings for question in finding.ask][:5], MOST_FINDINGS)

    def files(self, paths: Sequence[str], locale: str | None) -> Files:
        """Return the posts of files under the root, worst first."""
        posts: list[FileScore] = []
        unreadable: list[str] = []
        project = self._project(locale)
        wanted = [str(self._inside(path)) for path in paths or ["."]]
        for source in discover(wanted, project.session(wanted[0]).config):
            if isinstance(source, Problem):
                unreadable.append(one_line(f"{self._shown(source.path)}: {source.message}"))
            elif self._holds(Path(source.path)):
                self._file(source, project, posts, unreadable)
        posts.sort(key=lambda each: (each.score is None, each.score, each.path))
        return Files(posts=posts[:MOST_FILES], left_out=max(len(posts) - MOST_FILES, 0), unreadable=unreadable[:MOST_FINDINGS])

    def _file(self, source: Source, project: Project, posts: list[FileScore], unreadable: list[str]) -> None:
        path = self._shown(source.path)
        try:
            session = project.session(source.path)
            for found in read_source(source, session.config):
                if isinstance(found, Problem):
                    unreadable.append(one_line(f"{path}: {found.message}"))
                    continue
                report = session.lint(found)
                complaint = report.worst.message if report.worst else None
                posts.append(FileScore(path=path, id=report.id, score=report.score, grade=report.grade, complaint=complaint))
        except LintError as error:
            unreadable.append(one_line(f"{path}: {error.message}"))

    def _inside(self, path: str) -> Path:
        """Return a path under the root, links followed; InputError for one outside."""
        if self.root is None:
            raise InputError("files are read only where the server was started with --root")
        whole = (self.root / path).resolve()
        if not self._holds(whole):
            raise InputError("outside of the server's root")
        return whole

    def _holds(self, path: Path) -> bool:
        return self.root is not None and path.resolve().is_relative_to(self.root)

    def _shown(self, path: str) -> str:
        whole = Path(path)
        return str(whole.relative_to(self.root)) if self.root and whole.is_relative_to(self.root) else whole.name


def _need_language(draft: Checked) -> None:
    if draft.report.language not in BUILT_IN:
        raise InputError("the draft is neither Danish nor English", hint="say which in its metadata: language")


def _questions(draft: Checked) -> list[str]:
    if draft.report.language not in BUILT_IN:
        return []
    return [each.text for each in scaffold.questions(draft.report, muted=draft.post.muted)]


def _guarded(new: Checked, sources: Sequence[str]) -> Verdict:
    """Return what a version says that its sources do not; nothing where there are no rules for its language."""
    if new.report.language not in BUILT_IN:
        return Verdict()
    return guard(new.post.text[new.post.start : new.post.stop], sources, get(new.report.language))


def _rules(rule_id: str) -> dict[str, Rule]:
    books = [rulebook.load(code, groups=group) for code in SUPPORTED for group in ((), ("portfolio",), ("programme",))]
    found = {book.language: rule for book in books for rule in book.rules if rule.id == rule_id}
    if not found:
        raise InputError(f"no rule “{one_line(rule_id)[:80]}”")
    return found


def rule_ids() -> list[str]:
    """Return the ids of all built-in rules."""
    return sorted({rule.id for code in SUPPORTED for rule in rulebook.load(code).rules})
