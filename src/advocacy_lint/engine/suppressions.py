"""What a writer has switched off: which matches are silenced, and which comments silence nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from msgspec.structs import replace

from advocacy_lint.languages import messages
from advocacy_lint.model import Finding, Match, Post, Span, Suppression
from advocacy_lint.text import line_column

# What is said about comments themselves, and how loudly.
_LEVELS = {"suppression/unused": "info", "suppression/expired": "warning", "suppression/unknown": "warning"}
SUPPRESSIONS = tuple(_LEVELS)


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
    post: Post,
    used: set[Suppression],
    running: Collection[str],
    known: Callable[[], Collection[str]],
    levels: Mapping[str, str],
    starts: list[int],
    locale: str,
    today: date | None = None,
) -> list[Finding]:
    """Return a finding for each comment that silences nothing, has expired, or names no rule.

    Nothing can be said of a comment for a rule that is not `running`, but for one that nobody has (`known` is asked for these alone).
    `levels` is what the settings say of these findings.
    """
    found = []
    for suppression in post.suppressions:
        runs = [name for name in suppression.rules if any(covers(name, rule_id) for rule_id in running)]
        idle = [name for name in suppression.rules if name not in runs]
        unknown = [name for name in idle if not any(covers(name, rule_id) for rule_id in known())] if idle else []
        if unknown:
            found.append(_finding("unknown", suppression, levels, starts, locale, rule=unknown[0]))
        elif is_expired(suppression, today):
            found.append(_finding("expired", suppression, levels, starts, locale, date=suppression.expires or ""))
        elif suppression not in used and not idle:
            found.append(_finding("unused", suppression, levels, starts, locale))
    return [each for each in found if each.level != "off"]


def _finding(kind: str, suppression: Suppression, levels: Mapping[str, str], starts: list[int], locale: str, **slots: str) -> Finding:
    span = suppression.comment
    line, column = line_column(starts, span.start)
    end_line, end_column = line_column(starts, span.end)
    words = messages("suppression", locale)
    rule = f"suppression/{kind}"
    return Finding(
        rule=rule,
        level=levels.get(rule, _LEVELS[rule]),
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
