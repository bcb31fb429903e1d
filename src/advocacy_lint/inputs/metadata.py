"""The names of metadata: English and Danish, in front matter, JSON and column headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from advocacy_lint.inputs.encoding import without_surrogates
from advocacy_lint.model import META_KEYS

TEXT, ID = "text", "id"
NAMES = {
    # the plainest first
    TEXT: "text tekst opslag opslagstekst post posttekst post-text sharecommentary commentary share-text share-message suggested-text "
    "message besked caption copy content indhold body brødtekst broedtekst plaintext draft udkast",
    ID: "id nr nr. nummer number no no. # løbenr løbenummer post-id",
    "author": "author authors forfatter afsender skribent byline writer medarbejder employee posted-by",
    "role": "role rolle stilling job-title stillingsbetegnelse",
    "audience": "audience målgruppe maalgruppe målgrupper maalgrupper niche modtager modtagere target-audience",
    "goal": "goal mål maal formål formaal purpose objective goals",
    "channel": "channel kanal platform platforms medie kanaler network networks netværk",
    "language": "language sprog lang locale",
    "arrangement": "arrangement aftale",
    "campaign": "campaign kampagne",
    "theme": "theme tema content-pillar pillar indholdssøjle",
    "published": "published udgivet dato date publiceret udgives udgivelsesdato publiceringsdato published-at "
    "publish-date publiceringstidspunkt publishdate pubdate pub-date published-time publish-time publish-at post-date posting-date "
    "posting-time posted-at scheduled-at schedule-date scheduled-date scheduledate publication-date publish-on date-published "
    "datepublished udgivet-d.",
}
# The head of a mail, as a mail program writes it above the text: in a draft that was sent round for approval.
MAIL = frozenset(
    "fra from sendt sent til to cc bcc emne subject dato date vedhæftede-filer vedhæftninger attachments prioritet vigtighed importance "
    "svar-til reply-to".split()
)
MAIL_NEEDS = (frozenset(("fra", "from")), frozenset(("emne", "subject")))
ALIASES = {alias: name for name, aliases in NAMES.items() for alias in aliases.split()}
_ARRANGEMENTS = {
    "eget initiativ": "own-initiative",
    "eget-initiativ": "own-initiative",
    "own initiative": "own-initiative",
    "opfordret": "encouraged",
    "opfordring": "encouraged",
    "aftale": "agreement",
    "efter aftale": "agreement",
    "betalt": "agreement",
}
_NO_DATE = frozenset(("true", "false", "yes", "no", "ja", "nej", "draft", "kladde"))
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+(?:[./][^\W_]+)*")
_NOTHING = frozenset(("null", "Null", "NULL", "~"))
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_SAYS_SOMETHING = frozenset(META_KEYS) - {"language", "theme"}
_MAX_VALUE = 10_000
_MAX_KEYS = 500
_MAX_DEPTH = 5
# What is longer is no key that anybody will use again.
_SHORT = 50


def canonical(name: str) -> str:
    """Return the name that the rules know a key or heading by: ``Målgruppe`` is ``audience``; unknown ones are only lowercased."""
    return _remembered(name) if len(name) < _SHORT else _canonical(name)


def _canonical(name: str) -> str:
    found = cleaned(name)
    if found in ALIASES:
        return ALIASES[found]
    # “📅 Dato”, “Kanal (LinkedIn, intranet)”, “Forfatter *”; which text a heading means, its brackets may say.
    bare = ALIASES.get("-".join(_WORD.findall(_BRACKETS.sub("", found))), TEXT)
    return found if bare in (TEXT, ID) else bare


def cleaned(name: str) -> str:
    """Return a key or heading without case, and with hyphens between its words."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
    return "-".join(name.strip().strip("*:").casefold().replace("_", " ").split())


_remembered = lru_cache(maxsize=512)(_canonical)  # drafts of one team have the same few keys


def as_text(value: object, depth: int = 0) -> str:
    """Return a value as one line of metadata: lists are joined with a comma and a blank, what has no text is empty."""
    if type(value) is str and depth <= _MAX_DEPTH:
        return without_surrogates(value).strip()
    if value is None or depth > _MAX_DEPTH:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return _joined(f"{key}: {as_text(item, depth + 1)}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return _joined(filter(None, (as_text(item, depth + 1) for item in value)))
    return without_surrogates(str(value)).strip()


def _joined(parts: Iterable[str]) -> str:
    """Return parts in one line, no more of them than metadata may be long: aliases of aliases may stand for gigabytes."""
    kept: list[str] = []
    length = 0
    for part in parts:
        kept.append(part[:_MAX_VALUE])
        length += len(part) + 2
        if length > _MAX_VALUE:
            break
    return ", ".join(kept)


def gather(pairs: Iterable[tuple[str, object]]) -> dict[str, str]:
    """Return metadata under the names the rules know, without what is empty; the first of two keys for one thing wins."""
    meta: dict[str, str] = {}
    for name, value in pairs:
        text = as_text(value)[:_MAX_VALUE] if len(meta) < _MAX_KEYS else ""
        if text and text not in _NOTHING:
            key = without_surrogates(canonical(name))
            if key == "published" and text.casefold() in _NO_DATE:
                continue  # Jekyll's published: true
            if text.startswith("[[") and "]]" in text:
                text = _LINK.sub(r"\1", text)  # Obsidian's link to a person's page
            meta.setdefault(key, _ARRANGEMENTS.get(text.casefold(), text) if key == "arrangement" else text)
    return meta


def says_something(names: Iterable[str]) -> bool:
    """Say whether names hold more than the language: then a missing audience or goal is a choice, not a format without metadata."""
    return not _SAYS_SOMETHING.isdisjoint(names)
