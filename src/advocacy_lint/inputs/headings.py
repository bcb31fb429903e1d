"""Which columns of a table hold what: by their headings, in English and Danish, as planning and publishing tools name them.

A heading that is known by name comes before one that only sounds like it (“Opslagets tekst”, “Message Text”), of which the column
with the longest cells is taken. A table without headings is known by a date beside a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, structs

from advocacy_lint.config import Config
from advocacy_lint.inputs import fields, heading_rows, parts
from advocacy_lint.inputs.columns import SAMPLE, Column, is_prose, length, words_of
from advocacy_lint.inputs.heading_rows import DATE, MAX_COLUMNS, WITHIN, names_of
from advocacy_lint.inputs.metadata import NAMES, TEXT, canonical, cleaned
from advocacy_lint.languages import of_column
from advocacy_lint.model import META_KEYS

_SOUNDS_LIKE = frozenset(
    "opslag opslaget opslagets tekst teksten text texts post posts caption captions message messages copy commentary indhold content "
    "besked brødtekst body tweet update draft udkast share indlæg opslagstekst posttekst linkedintekst".split()
)
# Danish puts words together: “Opslagstekster”, “Facebookopslag”; a picture's or a link's words are no posts.
_COMPOUND = re.compile(r"(?!billed|foto|alt|link|knap|undertekst|hjælpe)\w*(?:tekst(?:en|er|erne)?|opslag(?:et|ene|ets)?)")
_MAY_BE = frozenset("title titel headline overskrift description beskrivelse subject emne".split())
_IS_NOT = frozenset(
    "url urls link links id ids date dato time tid type status image images billede billeder picture alt media medie author forfatter "
    "label labels tag tags hashtag hashtags count antal no nr number impressions visninger note noter notes kategori category "
    "schedule scheduled platform kanal channel ansvarlig owner thumbnail video preview metrics reactions comments kommentarer likes "
    "clicks format length længde længden score network language sprog visibility day dag uge week name navn permalink".split()
)
_NETWORKS = {
    "linkedin": "linkedin", "facebook": "facebook", "instagram": "instagram", "twitter": "x", "tweet": "x", "x": "x", "threads": "threads",
    "bluesky": "bluesky", "mastodon": "mastodon", "tiktok": "tiktok", "intranet": "intranet", "intranettet": "intranet",
}  # fmt: skip
_BESIDE = re.compile(
    r"\b(?:first|1st)[ _-]*comment|\bførste[ _-]*kommentar|\b1\.[ ]*kommentar|^comments?\(s\)|\bpoll\b|\bafstemning|\bcarousel[ _-]*te?xt|"
    r"\bslide[ _-]*(?:te?xt|\d)|\bkarrusel",
    re.IGNORECASE,
)
# The plainest names of a text first; a table may have one of them in each language.
_RANK = {name: rank for rank, name in enumerate(NAMES[TEXT].split())}
_DANISH = frozenset("tekst opslag opslagstekst posttekst indhold brødtekst broedtekst besked udkast".split())
_DATES = frozenset("date dato dates schedule scheduled publish published publication posting posted udgives udgivet publiceres".split())
# What a heading says of how to fill in its cells: “Tekst (maks. 3000 tegn, husk link)”.
_ADVICE = re.compile(r"\([^()]{12,}\)|\[[^\[\]]{12,}\]")
_NUMBER = re.compile(r"-?\(?#?\d{1,2}\)?\Z")
_VARIANTS = frozenset("variation variations variant variants version alternative alternativ caption message opslag tekst".split())
_FLAGS = frozenset("true false yes no ja nej sand falsk x".split())


class Headings(Struct, frozen=True):
    """What the columns of a table hold: names ("" for none), roles by name, columns of texts, and those posted beside each text."""

    names: tuple[str, ...]
    held: dict[str, str]
    texts: tuple[Column, ...]
    beside: tuple[Column, ...] = ()
    below: int = 0  # how many rows of the sample they take, with what is above them
    from_linkedin: bool = False


def find(sample: Sequence[Sequence[str]], config: Config) -> Headings | None:
    """Return the headings of a table by its first rows; None where no column of texts can be told, as in a form (`find_turned`)."""
    numbers = [each for each in config.columns.get(TEXT, ()) if each.isdigit()]
    if numbers:
        return _by_number(sample, config)
    row = heading_rows.named(sample, config)
    if row is not None:
        across = heading_rows.known(names_of(sample[row]), config)
        form = find_turned(sample, config)
        if form and heading_rows.known(form.names, config) > across:
            return None
        found = _two_rows(sample, row, config) or _named(sample, row, config)
        # A tool's column that nobody uses, where the texts stand in several others (“Suggested copy 1”, “Suggested copy 2”).
        others = _likely(sample, config) if not config.columns.get(TEXT) and not _filled(found, sample) else None
        return others if others and _filled(others, sample) > 1 else found
    likely = _likely(sample, config) or _without(sample)
    row = None if likely else heading_rows.named(sample, config, strict=False)
    return likely if row is None or find_turned(sample, config) else _named(sample, row, config)


def _filled(found: Headings, sample: Sequence[Sequence[str]]) -> int:
    """Return how many columns of texts have any below their headings."""
    return sum(length(sample[found.below :], each.index) > 0 for each in found.texts)


def find_turned(sample: Sequence[Sequence[str]], config: Config) -> Headings | None:
    """Return the headings of a form, which stand in its first column; None where that names no text and nothing else."""
    turned = heading_rows.turned(sample)
    names = names_of(turned[0]) if len(turned) > 1 else []
    if heading_rows.named(turned[:1], config) is None or heading_rows.known(names, config) < 2:
        return None
    return _named(turned, 0, config)


def _named(sample: Sequence[Sequence[str]], row: int, config: Config) -> Headings:
    """Return the headings of a row that names a column of texts."""
    names = names_of(sample[row])
    held = fields.roles(filter(None, names), config)
    _prefer(held, config)
    return _headings(names, held, sample[row + 1 :], config, row + 1)


def _two_rows(sample: Sequence[Sequence[str]], row: int, config: Config) -> Headings | None:
    """Return the headings of two rows, the upper of which goes over several columns (“Tekst” over “Dansk” and “Engelsk”)."""
    if row + 1 >= len(sample) or not heading_rows.may_name(sample[row + 1]):
        return None
    upper, lower = names_of(sample[row]), names_of(sample[row + 1])
    held = fields.roles(filter(None, upper), config)
    column = next(index for index, name in enumerate(upper) if name and held[name] == TEXT)
    naming = [index for index, name in enumerate(lower) if name and _names_something(name, config)]
    new = [index for index in naming if index >= len(upper) or not upper[index]]
    if column not in naming or len(naming) < 2 or not (new or heading_rows.known(lower, config) > heading_rows.known(upper, config)):
        return None
    names = heading_rows.filled(upper, lower)
    below = [names, *sample[row + 2 :]]
    found = _named(below, 0, config) if TEXT in fields.roles(filter(None, names), config).values() else _likely(below, config)
    return structs.replace(found, below=found.below + row + 1) if found else None


def _names_something(name: str, config: Config) -> bool:
    """Say whether a cell names a column: by a name that is known, a language, a network, or a word for text."""
    return bool(heading_rows.known([name], config)) or _only_network(name) or _sounds(name, _SOUNDS_LIKE)


def _prefer(held: dict[str, str], config: Config) -> None:
    """Give the role of the text to the heading that says so most plainly: “Post” before “Body”."""
    if config.columns.get(TEXT):
        return
    named = [name for name, role in held.items() if role == TEXT or role.startswith(f"{TEXT}-")]
    best = min(named, key=lambda name: _RANK.get(cleaned(name), len(_RANK)))
    if held[best] != TEXT:
        other = next(name for name in named if held[name] == TEXT)
        held[best], held[other] = held[other], held[best]


def of_entry(names: Sequence[str], values: Sequence[str], config: Config) -> tuple[Column, ...]:
    """Return which fields of one entry hold texts: the one that is called so, and those in other languages or for other networks."""
    held = fields.roles(names, config)
    if TEXT in held.values():
        _prefer(held, config)
        return _headings(list(names), held, [values], config, 0).texts
    found = (_in_language(index, name) for index, name in enumerate(names) if values[index].strip())
    return parts.joined(tuple(filter(None, found)), names, [values])


def _in_language(index: int, name: str) -> Column | None:
    """Return a field that says it is the text in a language (“text_da”), None for any other."""
    words = words_of(name)
    codes = {code for word in words if (code := of_column(word))}
    rest = " ".join(word for word in words if not of_column(word))
    return Column(index, name, codes.pop()) if len(codes) == 1 and rest and canonical(rest) == TEXT else None


def likeliest(sample: Sequence[Sequence[str]]) -> str | None:
    """Return the heading over the longest texts of a table, for a hint; None where none is long."""
    rows = [cells for cells in sample if sum(1 for cell in cells if cell.strip()) > 1] or list(sample)
    if len(rows) < 2:
        return None
    names = names_of(rows[0])
    best = max(range(len(names)), key=lambda column: length(rows[1:], column), default=0)
    return names[best] or None if names and is_prose(rows[1:], best) else None


def _headings(names: list[str], held: dict[str, str], rows: Sequence[Sequence[str]], config: Config, below: int) -> Headings:
    """Return the headings of a row that names a column of texts, and which other columns hold texts as well."""
    mapped = {fields.canonical_heading(name) for name in config.columns.get(TEXT, ())}
    main = [index for index, name in enumerate(names) if name and held[name] == TEXT]
    if mapped:
        wanted = [index for index, name in enumerate(names) if name and fields.canonical_heading(name) in mapped]
        texts = wanted or main
    else:
        danish = any(cleaned(names[index]) in _DANISH for index in main)
        like = {_without_number(names[index]) for index in main}
        others = (at for at, name in enumerate(names) if name and at not in main and _is_another(name, held[name], rows, at, danish, like))
        texts = [*main, *others]
    columns = tuple(_column(index, names[index], len(texts) > 1) for index in sorted(texts))
    columns = columns if mapped else parts.joined(columns, names, rows)
    if "published" not in held.values():
        dated = next(
            (name for index, name in enumerate(names) if name and held[name] not in META_KEYS and _is_date(name, rows, index)), None
        )
        held.update({dated: "published"} if dated else {})
    beside = tuple(
        Column(index, name) for index, name in enumerate(names) if name and index not in texts and not mapped and _BESIDE.search(name)
    )
    words = {word for name in names for word in words_of(name)}
    return Headings(tuple(names), held, columns, beside, below, bool(words & {"sharecommentary", "sharelink", "sharedurl"}))


def _is_date(name: str, rows: Sequence[Sequence[str]], column: int) -> bool:
    """Say whether a column holds the day of publishing: by a word of its heading, and by its cells."""
    if _DATES.isdisjoint(words_of(name)):
        return False
    cells = [cells[column].strip() for cells in rows[:SAMPLE] if column < len(cells) and cells[column].strip()]
    return bool(cells) and all(DATE.fullmatch(cell) for cell in cells)


def _without_number(name: str) -> str:
    return _NUMBER.sub("", cleaned(name))


def _is_another(name: str, role: str, rows: Sequence[Sequence[str]], column: int, main_is_danish: bool, like: set[str]) -> bool:
    """Say whether a column holds texts beside the first one of texts: another of them, in another language, or for another network."""
    if _BESIDE.search(name) or parts.is_end(name):
        return False
    if _NUMBER.search(cleaned(name)) and _without_number(name) in like | _VARIANTS:
        return is_prose(rows, column) or not length(rows, column)
    if not is_prose(rows, column):
        return False
    words = words_of(name)
    if role.startswith(f"{TEXT}-") and (cleaned(name) in _DANISH) != main_is_danish:
        return True
    is_text = not _SOUNDS_LIKE.isdisjoint(words)
    marked = [word for word in words if word in _NETWORKS or of_column(word)]
    return bool(marked) and _IS_NOT.isdisjoint(words) and (is_text or len(marked) == len(words))


def _column(index: int, name: str, several: bool) -> Column:
    words = words_of(name)
    languages = {code for word in words if (code := of_column(word))}
    networks = {_NETWORKS[word] for word in words if word in _NETWORKS}
    one = several and len(languages) == 1
    return Column(index, name, next(iter(languages)) if one else None, next(iter(networks)) if several and len(networks) == 1 else None)


def _likely(sample: Sequence[Sequence[str]], config: Config) -> Headings | None:
    """Return headings of which one sounds like that of texts, and stands over the longest of them."""
    best: tuple[int, int, int] | None = None
    for row, cells in enumerate(sample[:WITHIN]):
        names, rows = names_of(cells), sample[row + 1 :]
        if not rows or sum(1 for name in names if name) < 2 or any(len(name) > 80 for name in names):
            continue
        columns = [index for index, name in enumerate(names) if _sounds(name, _SOUNDS_LIKE) or _only_network(name)]
        longest = max(range(len(names)), key=lambda column: length(rows, column), default=0)
        columns = [index for index in columns if is_prose(rows, index)]
        if not columns and names and _sounds(names[longest], _MAY_BE) and is_prose(rows, longest):
            columns = [longest]
        if columns:
            filled = sum(1 for name in names if name)
            column = max(columns, key=lambda column: length(rows, column))
            if best is None or filled > best[0]:
                best = filled, row, column
    if best is None:
        return None
    _, row, column = best
    names = names_of(sample[row])
    held = fields.roles(filter(None, names), config)
    held[names[column]] = TEXT
    return _headings(names, held, sample[row + 1 :], config, row + 1)


def _sounds(name: str, like: frozenset[str]) -> bool:
    words = words_of(_ADVICE.sub("", name))
    if not _IS_NOT.isdisjoint(words):
        return False
    return not like.isdisjoint(words) or like is _SOUNDS_LIKE and any(map(_COMPOUND.fullmatch, words))


def _only_network(name: str) -> bool:
    words = words_of(name)
    return bool(words) and all(word in _NETWORKS or of_column(word) for word in words)


def _without(sample: Sequence[Sequence[str]]) -> Headings | None:
    """Return the columns of a table without headings, such as Hootsuite's: a date and a text in each row, perhaps a link."""
    rows = [cells for cells in sample if any(cell.strip() for cell in cells)]
    if not rows or not 2 <= len(rows[0]) <= 6:
        return None
    dates = [index for index, cell in enumerate(rows[0]) if DATE.fullmatch(cell.strip())]
    if len(dates) != 1 or any(not DATE.fullmatch(cells[dates[0]].strip()) for cells in rows if dates[0] < len(cells)):
        return None
    columns = [index for index in range(len(rows[0])) if is_prose(rows, index)]
    if not columns:
        return None
    text = max(columns, key=lambda column: length(rows, column))
    names = ["published" if index == dates[0] else TEXT if index == text else f"column {index + 1}" for index in range(len(rows[0]))]
    return Headings(tuple(names), {name: name for name in names}, (Column(text, TEXT),))


def _by_number(sample: Sequence[Sequence[str]], config: Config) -> Headings:
    """Return the columns of a table as the configuration numbers them, from 1."""
    width = max((len(cells) for cells in sample), default=0)
    names = [f"column {index + 1}" for index in range(min(width, MAX_COLUMNS))]
    held = {name: name for name in names}
    texts: list[Column] = []
    for role, columns in config.columns.items():
        for each in columns:
            if each.isdigit() and 0 < int(each) <= len(names):
                name = names[int(each) - 1]
                held[name] = role
                texts.extend([Column(int(each) - 1, name)] if role == TEXT else [])
    return Headings(tuple(names), held, tuple(texts))


def is_flag(cell: str) -> bool:
    """Say whether a cell only says yes or no."""
    return cell.strip().casefold() in _FLAGS
