"""What the places of a match are offered, out of all that can be put there; imported where a post has something to mend."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from advocacy_lint.advice.rewrites.bare import bare
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
        found = _at(rule, place, draft)
        fixes += [Fix(edit.start, edit.end, edit.text, edit.safe) for edit, _ in found]
        if rewrite is None:
            best = found[0] if found else _framed(rule, place, draft)
            rewrite = _rewrite(*best, draft) if best else None
    return Offer(tuple(fixes), rewrite)


def speaking(match: Match, draft: Draft) -> Match | None:
    """Return a match without the places where nothing can be put, for a rule that speaks only where something can."""
    if not match.rule.only_rewrites:
        return match
    places = tuple(place for place in match.places if _at(match.rule, place, draft))
    return replace(match, places=places) if places else None


def _at(rule: Rule, place: Place, draft: Draft) -> list[tuple[Edit, str]]:
    """Return what can be put in a place, with the sentence that it makes; words are looked for as readers see them, without mark-up."""
    read = bare(draft, place)
    if read is None:
        return [(edit, shown(edit, draft)) for edit in literal(rule, place, draft)]
    found = literal(rule, read.place(place), read.draft)
    return [(carried, shown(edit, read.draft)) for edit in found if (carried := read.carried(edit)) is not None]


def _framed(rule: Rule, place: Place, draft: Draft) -> tuple[Edit, str] | None:
    """Return the frame for a place, with the sentence that it makes."""
    read = bare(draft, place)
    if read is None:
        edit = framed(rule, place, draft)
        return (edit, shown(edit, draft)) if edit else None
    edit = framed(rule, read.place(place), read.draft)
    carried = read.carried(edit) if edit else None
    return (carried, shown(edit, read.draft)) if edit and carried else None


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


def _rewrite(edit: Edit, told: str, draft: Draft) -> Rewrite:
    before = " ".join(draft.text[edit.start : edit.end].split())
    return Rewrite(edit.kind, before, edit.text, edit.safe, edit.start, edit.end, told)
