"""Commands of the language server: each answers with Markdown, which the editor may show; none writes anything."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

from advocacy_lint.advice import comparing, scaffold
from advocacy_lint.advice.tighten import rendering
from advocacy_lint.api import Checked, Project
from advocacy_lint.errors import LintError
from advocacy_lint.languages import messages

QUESTIONS = "advocacyLint.questions"
_QUESTIONS = 3


def questions(draft: Checked, path: str) -> str:
    """Return what only the author can answer, as a list."""
    return "".join(f"- {each.text}\n" for each in scaffold.questions(draft.report, muted=draft.post.muted))


def tightened(draft: Checked, path: str) -> str:
    """Return the draft in fewer of its own sentences, and what became of each."""
    made = Project(locale=draft.report.locale).tighten(draft)
    return rendering.as_markdown(made, [each.text for each in scaffold.questions(draft.report, muted=draft.post.muted)[:_QUESTIONS]])


def scaffolded(draft: Checked, path: str) -> str:
    """Return the draft rebuilt from its own facts, with brackets where only the author knows."""
    return scaffold.build(draft.report, "moment", muted=draft.post.muted).text


def compared(draft: Checked, path: str) -> str:
    """Return the draft held against its last committed version."""
    locale = draft.report.locale
    folder, name = os.path.split(path)
    asked = ["git", "-C", folder or ".", "show", f"HEAD:./{name}"]
    try:
        done = subprocess.run(asked, capture_output=True, timeout=10, check=True, stdin=subprocess.DEVNULL)
        found = Project(locale=locale).check(done.stdout.decode("utf-8", "replace"), path)
    except (OSError, subprocess.SubprocessError, LintError):
        return messages("editor", locale)["no-head"]
    old = next((each for each in found if isinstance(each, Checked)), None)
    return comparing.as_markdown(comparing.compare(old.report, draft.report), locale) if old else messages("editor", locale)["no-head"]


COMMANDS: dict[str, Callable[[Checked, str], str]] = {
    QUESTIONS: questions,
    "advocacyLint.tighten": tightened,
    "advocacyLint.scaffold": scaffolded,
    "advocacyLint.compare": compared,
}
