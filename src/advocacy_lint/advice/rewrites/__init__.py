"""What to put in a finding's place: literal words, a cut, or a frame with brackets; nothing where the grammar is not certain."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from advocacy_lint.advice.rewrites.cuts import cut
from advocacy_lint.advice.rewrites.draft import Draft, Edit
from advocacy_lint.advice.rewrites.frames import framed
from advocacy_lint.advice.rewrites.operations import general, quieter
from advocacy_lint.advice.rewrites.showing import shown
from advocacy_lint.advice.rewrites.words import replaced
from advocacy_lint.model import Fix, Match, Place, Rewrite, Rule


class Offer(NamedTuple):
    """What a finding offers: what can be applied at its places, and what is shown for it."""

    fixes: tuple[Fix, ...]
    rewrite: Rewrite | None


def offered(match: Match, draft: Draft) -> Offer:
    """Return what can be put in the places of a match; what is shown is of the first place, else of the first that has any."""
    rule = match.rule
    fixes: list[Fix] = []
    rewrite: Rewrite | None = None
    for place in match.places:
        edits = literal(rule, place, draft)
        fixes += [Fix(edit.start, edit.end, edit.text, edit.safe) for edit in edits]
        if rewrite is None:
            found = edits[0] if edits else framed(rule, place, draft)
            rewrite = _rewrite(found, draft) if found else None
    return Offer(tuple(fixes), rewrite)


def speaking(match: Match, draft: Draft) -> Match | None:
    """Return a match without the places where nothing can be put, for a rule that speaks only where something can."""
    if not match.rule.only_rewrites:
        return match
    places = tuple(place for place in match.places if literal(match.rule, place, draft))
    return replace(match, places=places) if places else None


def literal(rule: Rule, place: Place, draft: Draft) -> list[Edit]:
    """Return what can be put in a place as it is, the best first."""
    edits = [edit for edit in replaced(rule, place, draft) if draft.may_change(edit)]
    if edits:
        return edits
    # A rule's cut for this very phrase knows more than what holds of all rules.
    own = [cut(rule, place, draft)] if place.pattern in rule.cut else []
    # A rule with a frame asks for other words, not for the same ones less loudly.
    for found in (*own, *general(place, draft), *(() if rule.frame else quieter(place, draft))):
        if found is not None and draft.may_change(found):
            return [found]
    last = cut(rule, place, draft)
    return [last] if last is not None and draft.may_change(last) else []


def _rewrite(edit: Edit, draft: Draft) -> Rewrite:
    before = " ".join(draft.text[edit.start : edit.end].split())
    return Rewrite(edit.kind, before, edit.text, edit.safe, edit.start, edit.end, shown(edit, draft))


__all__ = ["Draft", "Edit", "literal", "offered", "speaking"]
