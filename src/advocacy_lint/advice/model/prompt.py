"""What a model is asked: an editor's rules, the draft and the answers as data, the tightened draft as the way to go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advocacy_lint import languages
from advocacy_lint.advice.guard import Invention
from advocacy_lint.advice.tighten import Tightened

_MOST = 6


def messages(tightened: Tightened, draft: str, answers: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the conversation that asks for a rewrite of a draft."""
    words = languages.messages("rewrite-prompt", tightened.before.language)
    said = [each.message for each in sorted(tightened.before.findings, key=lambda each: -each.cost)[:_MOST]]
    parts = [words["advice"], *(f"- {each}" for each in said), "", *_fenced("DRAFT", draft)]
    if answers:
        parts += _fenced("ANSWERS", "\n".join(answers.values()))
    parts += _fenced("TIGHTENED", tightened.body)
    return [{"role": "system", "content": words["system"]}, {"role": "user", "content": "\n".join(parts)}]


def again(conversation: list[dict[str, str]], reply: str, inventions: Iterable[Invention], language: str) -> list[dict[str, str]]:
    """Return the conversation that asks once more, and names what was made up."""
    found = "; ".join(f"{each.text[:80]}" for each in inventions if each.text) or "…"
    words = languages.messages("rewrite-prompt", language)
    return [*conversation, {"role": "assistant", "content": reply}, {"role": "user", "content": words["retry"].replace("{found}", found)}]


def _fenced(mark: str, text: str) -> list[str]:
    """Return a text between marks that it cannot close itself."""
    inside = text.replace("<<", "‹‹").replace(">>", "››")
    return [f"<<{mark}>>", inside, f"<</{mark}>>"]
