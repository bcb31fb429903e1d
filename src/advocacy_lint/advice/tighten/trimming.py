"""Fewer words in a statement: what its findings offer, and the connectors, detours and tails that no rule points at."""

from __future__ import annotations

import re

from advocacy_lint.advice import fixes
from advocacy_lint.checks import worth
from advocacy_lint.languages import Language
from advocacy_lint.model import Fix, PostReport, Span
from advocacy_lint.text import Analysis, analyse

_DA_PRONOUN = r"(?:jeg|du|han|hun|vi|de|man)"
# A connector with the verb behind it: without it the clause takes its plain order again (“Derfor ringer vi” → “Vi ringer”).
_TURNED_DA = re.compile(
    rf"(?P<c>(?:blandt[ ]andet|derfor|samtidig|desuden|derudover|dermed|konkret|helt[ ]konkret|endelig|derfor)[ ])"
    rf"(?P<v>[a-zæøå]+r|har|er|fik|gik|kom|så|tog|gav|[a-zæøå]+ede|[a-zæøå]+te)[ ](?P<s>{_DA_PRONOUN})\b(?P<r>[ ].*)",
    re.IGNORECASE | re.DOTALL,
)
_FRONT_EN = re.compile(
    r"""(?:among[ ]other[ ]things|for[ ](?:example|instance)|in[ ]addition|additionally|furthermore|moreover|at[ ]the[ ]same[ ]time
      |as[ ]a[ ]result|in[ ]line[ ]with[ ]our[ ][^,.]{3,60}|as[ ]part[ ]of[ ]our[ ][^,.]{3,60}|truth[ ]be[ ]told|needless[ ]to[ ]say
      ),?[ ]+(?=(?P<s>[A-Za-z]))""",
    re.IGNORECASE | re.VERBOSE,
)
_TURNED_NOUN_DA = re.compile(
    r"(?:blandt[ ]andet|derfor|samtidig|desuden|derudover|konkret)[ ](?P<v>er|har|bliver|blev|var)[ ]"
    r"(?P<s>(?:[^\W\d_][\w’'-]*[ ]|\d+[ ]){1,6}?)"
    r"(?P<r>(?:blevet|fået|kommet|gået|nu|netop|lige|allerede|ikke|også|endnu)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
# What announces a fact, up to its colon.
_DETOUR = re.compile(
    r"(?:(?:an?[ ]|the[ ]|one[ ])?(?:fun[ ]fact|truth[ ]is|tip|lesson|detail|learning|highlight|takeaway)[^:.!?]{0,40}"
    r"|(?:en[ ]|et[ ])?(?:sjov[ ]detalje|detalje|godt[ ]råd|råd|tip|fun[ ]fact)[^:.!?]{0,40}):[ ]+(?P<s>\w)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",?[ ](?:og|and|but|men|hvilket|which|så|so)[ ]|,[ ](?=(?:an?|the|et|en|our|vores|a[ ]true)[ ])|[ ]–[ ]|[ ]-[ ]"
    r"|,[ ](?=(?:sparking|highlighting|underscoring|fostering|showcasing|reflecting|reinforcing|demonstrating|driving|enabling"
    r"|ensuring|inspiring|strengthening|paving|empowering|creating|shaping|cementing|proving|elevating|unlocking|reigniting)[ ])"
)
# A sentence that begins so, and has no comma, has not come to its verb yet.
_CLAUSES = frozenset(
    "da når hvis siden fordi selvom mens efter før inden when if since because although while after before as by with".split()
)
# After “og”, “and”: a verb of its own for the subject before it, so that what stands before is a sentence without it.
_SECOND_VERB = re.compile(r"(?:har|er|var|blev|vil|kan|has|have|had|is|was|will|can)[ ]", re.IGNORECASE)
_AIR = -3.0
_SOLID = -2.6
_ROUNDS = 4


def trimmed(text: str, span: Span, report: PostReport, analysis: Analysis) -> str:
    """Return a statement in fewer words; the same where nothing in it can go without harm."""
    new = _by_findings(text, span, report)
    language = analysis.language
    for _ in range(_ROUNDS):
        before = new
        for step in (_without_connector, _without_detour, _without_tail):
            new = step(new, language)
        if new == before:
            break
    return new if sum(letter.isalnum() for letter in new) >= 8 else text


def _by_findings(text: str, span: Span, report: PostReport) -> str:
    """Return a statement with what its findings offer to put there; what takes the whole of it is decided elsewhere."""
    wanted: list[Fix] = []
    for finding in report.findings:
        for fix in finding.fixes:
            inside = span.start <= fix.start and fix.end <= span.end
            if inside and (fix.text or fix.end - fix.start < (span.end - span.start) * 0.8):
                wanted.append(Fix(fix.start - span.start, fix.end - span.start, fix.text, fix.safe))
    wanted.sort(key=lambda fix: fix.start - fix.end)
    chosen = fixes.chosen(wanted, unsafe=True)
    return fixes.apply(text, chosen).strip() if chosen else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _without_connector(text: str, language: Language) -> str:
    """Return a statement without the connector it begins with, in plain order."""
    if language.code == "en":
        found = _FRONT_EN.match(text)
        return _capital(text[found.end() :]) if found and not _facts(text[: found.end()], language) else text
    found = _TURNED_DA.match(text) or _TURNED_NOUN_DA.match(text)
    if found is None:
        return text
    if found.re is _TURNED_NOUN_DA:
        return f"{_capital(found['s'])}{found['v'].lower()} {found['r']}"
    return f"{_capital(found['s'].lower())} {found['v'].lower()}{found['r']}"


def _without_detour(text: str, language: Language) -> str:
    found = _DETOUR.match(text)
    if found is None or _facts(text[: found.start("s")], language) or len(text[found.start("s") :].split()) < 5:
        return text
    return _capital(text[found.start("s") :])


def _without_tail(text: str, language: Language) -> str:
    """Return a statement without an ending that says nothing (“, and it has been a fantastic journey”)."""
    if len(text) > 600 or any(mark in text for mark in '"“”«»'):
        return text
    listed = False  # what stands behind may be the end of a list, which begins further ahead
    for found in reversed(list(_TAIL.finditer(text))):
        head, tail = text[: found.start()], text[found.end() :]
        if len(head.split()) < 4 or len(tail.split()) < 3:
            continue
        if _facts(tail, language):
            return text
        if not _SECOND_VERB.match(tail) and (listed or _unsafe_head(head, found[0])):
            listed = True
            continue
        if worth_alone(tail, language) < _AIR and worth_alone(head, language) >= _SOLID:
            return head.rstrip(" ,;:–-") + "."
        return text
    return text


def _unsafe_head(head: str, joint: str) -> bool:
    """Say whether what stands before a joint may be no sentence by itself: it opens a clause or a list that is not closed."""
    if head.split()[0].casefold().strip(",") in _CLAUSES and "," not in head:
        return True
    return not joint.startswith(",") and "," not in joint and joint.strip() in ("og", "and", "so", "så")


def _facts(text: str, language: Language) -> bool:
    """Say whether a stretch has a number, a name or a link."""
    analysis = analyse(text, language)
    begun = False
    for kind, norm, *_ in analysis.tokens:
        if kind in ("number", "url", "mention") or norm in language.number_words:
            return True
        if kind == "capital" and (begun or norm in language.first_names) and norm not in language.first_person:
            return True
        begun = begun or kind in ("word", "capital")
    return False


def worth_alone(text: str, language: Language) -> float:
    """Return in log-odds whether words may stay, by themselves and wherever they stand."""
    analysis = analyse(text, language)
    row = worth.reader_of(language).signals(analysis, [Span(0, len(text))], [0])[0]
    row = list(row)
    for name in ("first", "second", "last"):
        row[worth.SIGNALS.index(name)] = 0.0
    row[worth.SIGNALS.index("place")] = 0.5
    # No rule has been asked about these words alone: what praises in them counts as what a rule would point at.
    row[worth.SIGNALS.index("findings")] = min(2.0, sum(row[worth.SIGNALS.index(name)] for name in ("joy", "value", "boast")))
    return worth.weighed(worth.table().stays, row)
