"""What a writer has switched off: which matches are silenced, and which comments silence nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from advocacy_lint.languages import messages
from advocacy_lint.model import Finding, Match, Post, Span, Suppression
from advocacy_lint.text import line_column

# The ids of what is said about comments themselves.
SUPPRESSIONS = tuple(f"suppression/{kind}" for kind in ("unused", "expired", "unknown"))


def covers(name: str, rule_id: str) -> bool:
    """Say whether an id or a prefix of ids names a rule."""
    return rule_id == name or rule_id.startswith(name.rstrip("/*") + "/")


def _names(suppression: Suppression, rule_id: str) -> bool:
    return not suppression.rules or any(covers(name, rule_id) for name in suppression.rules)


def silence(matches: list[Match], post: Post, today: date | None = None) -> tuple[list[Match], set[Suppression]]:
    """Return the matches that are left, and the suppressions that silenced something.

    A finding about the whole post is silenced by a suppression of its rule anywhere in the post. Expired ones silence nothing.
    """
    if not post.suppressions:
        return matches, set()
    active = [each for each in post.suppressions if not is_expired(each, today)]
    used: set[Suppression] = set()
    kept = []
    for match in matches:
        silences = [] if match.rule.is_strength else [each for each in active if _names(each, match.rule.id)]
        if silences and not match.places:
            used.update(each for each in silences if each.rules)
            if any(each.rules for each in silences):
                continue
        elif silences:
            places = []
            for place in match.places:
                over = [each for each in silences if each.start <= place.start < each.end]
                used.update(over)
                if not over:
                    places.append(place)
            if not places:
                continue
            match = replace(match, places=tuple(places))
        kept.append(match)
    return kept, used


def is_expired(suppression: Suppression, today: date | None = None) -> bool:
    """Say whether a suppression's last day has passed."""
    if not suppression.expires:
        return False
    try:
        return date.fromisoformat(suppression.expires) < (today or date.today())
    except ValueError:
        return False


def leftovers(
    post: Post, used: set[Suppression], known: Sequence[str], starts: list[int], locale: str, today: date | None = None
) -> list[Finding]:
    """Return a finding for each comment that silences nothing, has expired, or names no rule."""
    found = []
    for suppression in post.suppressions:
        unknown = [name for name in suppression.rules if not any(covers(name, rule_id) for rule_id in known)]
        if unknown:
            found.append(_finding("unknown", suppression, starts, locale, rule=unknown[0]))
        elif is_expired(suppression, today):
            found.append(_finding("expired", suppression, starts, locale, date=suppression.expires or ""))
        elif suppression not in used:
            found.append(_finding("unused", suppression, starts, locale))
    return found


def _finding(kind: str, suppression: Suppression, starts: list[int], locale: str, **slots: str) -> Finding:
    span = suppression.comment
    line, column = line_column(starts, span.start)
    end_line, end_column = line_column(starts, span.end)
    words = messages("suppression", locale)
    return Finding(
        rule=f"suppression/{kind}",
        level="warning" if kind != "unused" else "info",
        dimension="craft",
        message=words[kind].format(**slots),
        why=words["why"],
        excerpt="",
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        spans=(Span(span.start, span.end),),
        file_line=line,
    )
