"""What shows across posts, before it is put into words: a rule's texts, what stands in their slots, and which posts it is about."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from advocacy_lint.filling import fill
from advocacy_lint.model import PortfolioFinding, SharedText, Texts

_LONGEST_EXCERPT = 72


class Account(Struct, frozen=True):
    """A portfolio finding in the making."""

    rule: str
    level: str
    texts: Texts
    slots: Mapping[str, str]
    share: float | None
    posts: tuple[SharedText, ...]

    def finding(self) -> PortfolioFinding:
        """Return the finding in words."""
        texts, slots = self.texts, self.slots
        return PortfolioFinding(
            rule=self.rule,
            level=self.level,
            message=fill(texts.message, slots),
            why=texts.why,
            share=self.share,
            posts=self.posts,
            ask=tuple(fill(each, slots) for each in texts.ask),
            suggest=fill(texts.suggest, slots) if texts.suggest else None,
        )


def short(text: str) -> str:
    """Return words as they are quoted: on one line, and not too many."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else line[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"
