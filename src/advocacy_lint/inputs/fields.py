"""From named fields (a JSON object, a row of a calendar) to a post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs.encoding import BOM, without_surrogates
from advocacy_lint.inputs.metadata import ID, TEXT, as_text, canonical, gather, says_something
from advocacy_lint.languages import of_column
from advocacy_lint.model import Post, Span


class NotPosts(InputError):
    """A table or calendar without a column of texts: a mistake where it was named, nothing of ours where it lay in a folder.

    `likely` is the heading over its longest texts, where they may well be posts.
    """

    likely: str | None = None


def roles(names: Iterable[str], config: Config) -> dict[str, str]:
    """Return for each heading what it holds (``text``, ``author`` …): as the configuration maps it, else by its English or Danish name.

    The first heading of two for the same thing has it; the other is numbered.
    """
    names = tuple(names)
    mapped = {canonical_heading(heading): role for role, headings in config.columns.items() for heading in headings}
    found: dict[str, str] = {}
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    for by_mapping in (True, False):
        for name in names:
            if (canonical_heading(name) in mapped) is by_mapping and name not in found:
                wanted = role = mapped.get(canonical_heading(name)) or canonical(name)
                while role in taken:
                    numbers[wanted] = numbers.get(wanted, 1) + 1  # remembered: many equal headings cost linear time
                    role = f"{wanted}-{numbers[wanted]}"
                found[name] = role
                taken.add(role)
    return found


def canonical_heading(name: str) -> str:
    """Return a heading as it is compared with the configuration's: without case, or blanks around it."""
    return " ".join(name.split()).casefold()


def flat(entry: Mapping[str, object]) -> Mapping[str, object]:
    """Return an object whose text lies deeper, as in LinkedIn's older API (``shareCommentary: {text: …}``), with it on top."""
    for name in ("specificContent", "com.linkedin.ugc.ShareContent"):
        inner = entry.get(name)
        if isinstance(inner, Mapping):
            entry = {**{key: value for key, value in entry.items() if key != name}, **flat(inner)}
    deep = {key: value for key, value in entry.items() if isinstance(value, Mapping) and canonical(str(key)) == TEXT}
    if not deep:
        return entry
    found = {key: value["text"] for key, value in deep.items() if isinstance(value.get("text"), str)}
    if not found:  # one text in each language: {text: {da: …, en: …}}
        said = ((f"{key} {code}", str(code), text) for key, value in deep.items() for code, text in value.items())
        found = {name: text for name, code, text in said if of_column(code) and isinstance(text, str)}
        entry = {key: value for key, value in entry.items() if key not in deep} if found else entry
    return {**entry, **found}


def post(
    path: str,
    values: Mapping[str, object],
    held: Mapping[str, str],
    place: str,
    from_linkedin: bool = False,
    as_written: bool = False,
) -> Post | None:
    """Return the post of one row or object, None where its text is empty; `held` are its fields' roles.

    `from_linkedin`: its text is quoted as LinkedIn's own Shares.csv has it. `as_written`: what tools put into texts is left in it.
    """
    from advocacy_lint.inputs import cells

    text = ""
    pairs: list[tuple[str, object]] = []
    for name, value in values.items():
        role = held[name]
        if role == TEXT:
            text = value if isinstance(value, str) else as_text(value)
            if not as_written and canonical_heading(name) == "commentary":
                text = cells.commentary(text)
        elif role:
            pairs.append((role, value))
    if not as_written:
        text = cells.undone(cells.share(text) if from_linkedin else text)
    if not text.strip():
        return None
    meta = gather(pairs)
    text = without_surrogates(text)
    muted = (Span(0, 1),) if text.startswith(BOM) else ()
    return Post(path, text, meta.get(ID), meta=meta, muted=muted, place=place, has_meta=says_something(held.values()))
