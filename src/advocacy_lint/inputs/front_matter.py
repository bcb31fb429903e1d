"""Front matter as the world writes it: YAML between dashes, TOML between plus signs, JSON, and Notion's lines under the title.

Simple lines are read by hand (no YAML import, no surprises), anything richer by the bounded YAML reader; all values are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from advocacy_lint.errors import InputError
from advocacy_lint.inputs.metadata import MAIL, MAIL_NEEDS, as_text, canonical, cleaned, gather, says_something
from advocacy_lint.model import META_KEYS, Span

MAX_SIZE = 64_000
# What is longer, hardly another draft says of itself.
_SHORT = 80
_END = r"(?:\r\n|\r|\n)"
_BEFORE = rf"\ufeff?(?:[ \t]{{0,50}}{_END}){{0,20}}(?:<!--(?:(?!-->)[^\0]){{0,2000}}-->[ \t]{{0,50}}{_END}{{1,5}}){{0,3}}"
_OPEN = re.compile(rf"{_BEFORE}(?P<mark>-{{3,8}}|\+{{3}}|;{{3}})(?P<kind>json|toml|yaml)?[ \t]*{_END}")
_CLOSE = {
    "---": r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)",
    "+++": r"(?:^|(?<=\r))\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)",
    ";;;": r"(?:^|(?<=\r));;;[ \t]*(?:\r\n|\r|\n|\Z)",
}
_DASHES = {"---": "three dashes", "+++": "three plus signs", ";;;": "three semicolons"}
_TOML_LINE = r"\s*(?:#[^\n]*\n\s*)*(?:[\w\"'.-]{1,60}\s*=|\[)"
_LINES = re.compile(r"\r\n|\r|\n")
# Lines are stripped at the end before these look at them: a lazy “.*?” before blanks would be quadratic.
_LINE = re.compile(r"([^\W\d_][\w -]{0,40}?)[ \t]*:(?:[ \t]+(\S.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(\S.*)")
_LIKE = re.compile(r"\s*(?:#[^\n]*+\s++|#[^\n]{0,200}\s)?(?:[\w\"'][^\n:]{0,60}:(?:\s|\Z)|[{&!])")
_COMMENT = re.compile(r"(?:^|[ \t])#(?:[ \t].*)?$")
# What a value may not start with to be read by hand: YAML gives these a meaning.
_SPECIAL = frozenset("[]{}&*!|>'\"%@`,?-")
_QUOTE_IT = r"\s*(?:-\s+)?(?:[\w -]{1,60}:\s+)?([@`%*&][^\r\n]{0,60})"
# A title, and lines of metadata under it; Notion's own names beside ours.
_TITLE = rf"\ufeff?(?:\s{{0,50}}\#[ \t][^\r\n]{{1,300}}{_END}{_END}{{0,3}})?"
_BLANK = r"\s{0,50}"
_PROPERTY = rf"([^\W\d_][\w /()&-]{{0,30}}?)::?[ \t]+(\S[^\r\n]{{0,1000}})(?:{_END}|\Z)"
_NOTION = frozenset(
    "status tags tag created created-by created-time last-edited last-edited-by last-edited-time owner assign assignee assigned-to due "
    "due-date type priority url link links category kategori title titel oprettet ansvarlig deadline slug cover "
    # what Notion calls a property that nobody has named
    "select multi-select person people checkbox files files-&-media reviewer approver approved godkendt content-type post-type "
    "created-date "
    # of Pelican, MultiMarkdown and Logseq
    "modified summary resumé description beskrivelse keywords emneord nøgleord subtitle alias template translation save-as".split()
)
# Whatever else stands with one of these under a title, it is a page's list of properties: no event says who its author is.
_OF_A_PAGE = frozenset(("author", "channel", "campaign", "id", "arrangement", "language"))
_TITLE_BLOCK = (
    rf"%[ \t]+(?!%)[^\r\n]{{1,300}}{_END}"
    rf"(?:%[ \t]*(?P<author>[^\r\n]{{0,200}}){_END}(?:%[ \t]*(?P<date>[^\r\n]{{0,200}}){_END})?)?(?={_END})"
)
_OURS = frozenset((*META_KEYS, "id"))


class FrontMatter:
    """Metadata at the top of a text: its values by canonical name, and the span to mute (None: there is none)."""

    __slots__ = ("given", "meta", "span")

    def __init__(self, meta: dict[str, str], span: Span | None) -> None:
        self.meta = meta
        self.span = span
        self.given = says_something(meta)


def read(text: str, path: str) -> FrontMatter:
    """Return the front matter of a text; InputError with its line where it cannot be read."""
    first = text[:1]
    if first.isalnum():
        return properties(text) if ":" in text[:40] else FrontMatter({}, None)
    if text.startswith(("{", "\ufeff{")):
        return _json(text)
    if first == "%" or text.startswith("\ufeff%"):
        return _title_block(text)
    opened = _OPEN.match(text) if first in "-+;\ufeff<\r\n \t" else None
    if opened is None:
        return properties(text)
    mark = opened["mark"]
    end_of = re.compile(_CLOSE.get(mark) or _CLOSE["+++"].replace(r"\+\+\+", mark), re.MULTILINE)
    closed = end_of.search(text, opened.end(), opened.end() + MAX_SIZE + 5)
    kind = opened["kind"] or {"+++": "toml", ";;;": "json"}.get(mark, "yaml")
    if kind == "json" and not _is_metadata(text, opened.end(), kind):
        kind = "yaml"
    is_matter = _is_metadata(text, opened.end(), kind)
    if len(mark) > 3:  # a divider, mostly: it takes a key that is known, and an end
        is_matter &= closed is not None and canonical(text[opened.end() : opened.end() + 60].partition(":")[0]) in _OURS | _NOTION
    if not is_matter:
        # A line of dashes may also be a divider; only something that looks like metadata can be a mistake in metadata.
        return FrontMatter({}, None)
    line = len(_LINES.findall(text, 0, opened.end()))
    if closed is None:
        said = f"larger than {MAX_SIZE // 1000} kB" if len(text) > opened.end() + MAX_SIZE else "not closed"
        raise InputError(f"the front matter is {said}", path, line, f"end it with a line of {_DASHES[mark]}")
    block = text[opened.end() : closed.start()]
    if kind != "yaml":
        return FrontMatter(gather(_toml(block, path, line) if kind == "toml" else _object(block, path, line)), Span(0, closed.end()))
    if "\r" in block:
        block = _LINES.sub("\n", block)
    pairs = _simple(block, path, line)
    if pairs is None:
        pairs = _yaml(block, path, line)
    return FrontMatter(gather(pairs), Span(0, closed.end()))


def _is_metadata(text: str, start: int, kind: str) -> bool:
    if kind == "toml":
        return re.compile(_TOML_LINE).match(text, start) is not None or text.startswith("+++", start)
    if kind == "json":
        return text[start : start + 200].lstrip().startswith(("{", '"', ";;;", "---"))
    return text[start : start + 4].strip() in ("---", "...") or _LIKE.match(text, start) is not None


def _json(text: str) -> FrontMatter:
    """Return a JSON object at the top of a text; what is no JSON is the text's own."""
    import json

    start = int(text.startswith("\ufeff"))
    try:
        found, end = json.JSONDecoder().raw_decode(text[start : start + MAX_SIZE])
    except (ValueError, RecursionError):
        return FrontMatter({}, None)
    end += start
    after = _LINES.match(text, end)
    if not isinstance(found, dict) or not found or after is None:
        return FrontMatter({}, None)
    return FrontMatter(gather((key, _person(value)) for key, value in found.items()), Span(0, after.end()))


def _object(block: str, path: str, line: int) -> list[tuple[str, object]]:
    import json

    written = block.strip()
    try:
        found = json.loads(written if written.startswith("{") else f"{{{written}}}") if written else {}
    except json.JSONDecodeError as error:
        raise InputError(f"front matter: not JSON: {error.msg}", path, line + error.lineno) from None
    except (ValueError, RecursionError):
        raise InputError("front matter: not JSON", path, line) from None
    return [(key, _person(value)) for key, value in found.items()] if isinstance(found, dict) else []


def _toml(block: str, path: str, line: int) -> list[tuple[str, object]]:
    import tomllib

    try:
        found = tomllib.loads(_LINES.sub("\n", block))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        at = re.search(r"at line (\d+)", str(error))
        said = re.sub(r"\s*\(at .*\)", "", str(error)) or "it cannot be read"
        raise InputError(f"front matter: not TOML: {said[:200]}", path, line + int(at[1]) if at else line) from None
    # Hugo's and Zola's own keys for what is theirs stand in a table: [extra], [params].
    pairs = [(key, _person(value)) for key, value in found.items() if key not in ("extra", "params", "taxonomies")]
    for table in ("extra", "params", "taxonomies"):
        inner = found.get(table)
        pairs.extend(inner.items() if isinstance(inner, dict) else ())
    return pairs


def properties(text: str, start: int = 0, end: int | None = None) -> FrontMatter:
    """Return lines of metadata under a title, or at the top of a part, as Notion and people write them."""
    stop = len(text) if end is None else end
    title = re.compile(_TITLE).match(text, start, stop) if end is None else re.compile(_BLANK).match(text, start, stop)
    start = position = title.end() if title else start
    pairs: list[tuple[str, str]] = []
    while len(pairs) < 40 and (match := re.compile(_PROPERTY).match(text, position, stop)) is not None:
        pairs.append((match[1], match[2].strip()))
        position = match.end()
    if is_mail(name for name, _ in pairs):
        return FrontMatter({}, Span(start, position))
    names = {canonical(name) for name, _ in pairs}
    titled = title is not None and title.end() > 1 and end is None
    of_a_page = titled and bool(names & _OF_A_PAGE) and len(names & _OURS) > 1
    if not names & _OURS or not (names <= _OURS | _NOTION or of_a_page) or not (start > 1 or len(pairs) > 1):
        return FrontMatter({}, None)
    if position < stop and text[position] not in "\r\n":
        return FrontMatter({}, None)
    return FrontMatter(gather(pairs), Span(start, position))


def is_mail(names: Iterable[str]) -> bool:
    """Say whether names are those of a mail's head: who it is from, what it is about, and nothing else."""
    found = {cleaned(name) for name in names}
    return found <= MAIL and all(needed & found for needed in MAIL_NEEDS)


def below_mail(text: str) -> int:
    """Return where a text goes on below the head of a mail, each line of which may be a paragraph; 0 where it has none."""
    names: list[str] = []
    end = start = len(text) - len(text.lstrip())
    while (match := re.compile(_PROPERTY).match(text, start)) is not None and cleaned(match[1]) in MAIL:
        names.append(match[1])
        end = match.end()
        start = re.compile(r"\s*+").match(text, end).end()  # type: ignore[union-attr]  # it always matches
    return end if is_mail(names) and len(names) > 2 else 0


def _title_block(text: str) -> FrontMatter:
    """Return Pandoc's title block: lines of a title, the authors and a date that begin with a percent sign."""
    start = int(text.startswith("\ufeff"))
    match = re.compile(_TITLE_BLOCK).match(text, start)
    if match is None:
        return FrontMatter({}, None)
    authors = ", ".join(each.strip() for each in (match["author"] or "").split(";"))
    return FrontMatter(gather((("author", authors), ("published", (match["date"] or "").strip()))), Span(start, match.end()))


def _simple(block: str, path: str, first: int) -> list[tuple[str, object]] | None:
    """Return keys and values of a block of plain ``key: value`` lines and lists; None where it needs YAML."""
    pairs: list[tuple[str, object]] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(block.split("\n"), first + 1):
        line = line.rstrip()
        if not line or line.lstrip().startswith("#"):
            continue
        item = _ITEM.fullmatch(line) if line[0] in " \t-" else None
        if item:
            value = _scalar(item[1])
            name, above = pairs[-1] if pairs else ("", None)
            items = above or []
            if value is None or ": " in value or not pairs or not isinstance(items, list):
                return None
            pairs[-1] = (name, [*items, value])
            continue
        pair = _remembered(line) if len(line) < _SHORT else _pair(line)
        if pair is None:
            return None
        _once(pair[0], seen, path, number)
        pairs.append(pair)
    return pairs


def _pair(line: str) -> tuple[str, object] | None:
    """Return the key and the value of a line, None where it needs YAML."""
    match = _LINE.fullmatch(line)
    value = _value(match[2]) if match else None
    return None if match is None or value is None else (match[1], value)


_remembered = lru_cache(maxsize=1_000)(_pair)  # drafts of one team say the same of themselves


def _once(key: str, seen: dict[str, int], path: str, line: int) -> None:
    """Refuse a key that is given twice; two keys for one thing (Jekyll's date and published) are no mistake, and the first has it."""
    name = " ".join(key.split())
    if name in seen:
        raise InputError(f"front matter: “{name[:60]}” is given twice (also in line {seen[name]})", path, line)
    seen[name] = line


def _value(written: str | None) -> object:
    if written is None:
        return ""
    if written[0] == "[" and written[-1] == "]":
        items = [_scalar(part.strip()) for part in written[1:-1].split(",") if part.strip()]
        return None if any(item is None or "[" in item or "]" in item for item in items) else items
    return _scalar(written)


def _scalar(written: str) -> str | None:
    """Return a scalar's text; None where it takes YAML to know it."""
    first = written[0]
    if first in "\"'" and len(written) > 1 and written[-1] == first:
        inner = written[1:-1]
        return None if first in inner or "\\" in inner else inner
    if first in _SPECIAL and not (first == "-" and written[1:2].isdigit()):
        return None
    # “#spring” is a hashtag, “# note” a comment.
    return _COMMENT.sub("", written).rstrip() if "#" in written else written


def _yaml(block: str, path: str, line: int) -> list[tuple[str, object]]:
    from advocacy_lint.files import safe_yaml

    try:
        # The empty lines stand for what is before, so that lines are those of the file.
        data, lines = safe_yaml.load_with_lines("\n" * line + block, path, strings=True, aliases=0, error=InputError)
    except InputError as error:
        written = block.split("\n")[error.line - line - 1] if error.line and line < error.line <= line + block.count("\n") + 1 else ""
        sign = re.compile(_QUOTE_IT).match(written)
        if sign is None or "aliases" in error.message:
            raise
        raise InputError(
            f"front matter: a value cannot begin with {sign[1][0]}", path, error.line, f'put it in quotation marks: "{sign[1].strip()}"'
        ) from None
    if data is None:
        return []
    if not isinstance(data, dict):
        raise InputError("front matter: expected keys and values, such as “audience: bookkeepers”", path, line + 1)
    seen: dict[str, int] = {}
    for key in data:
        _once(key, seen, path, lines.get((key,), 1))
    return [(key, _person(value)) for key, value in data.items()]


def _person(value: object) -> object:
    """Return the name of somebody described by several keys, or of several such; other values as they are."""
    if isinstance(value, dict):
        named = {canonical(key): as_text(item) for key, item in value.items()}
        return named.get("name") or named.get("navn") or value
    return [_person(item) for item in value] if isinstance(value, list) else value
