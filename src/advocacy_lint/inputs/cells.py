"""What tools put into texts that they hand out, undone: web pages' entities and line breaks, Excel's escapes, LinkedIn's quoting."""

from __future__ import annotations

import html
import re

_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005[Ff])_")
_HTML = re.compile(
    r"<(?:br|p|/p|div|/div|li|ul|ol|strong|em|b|i|span|a)\b[^<>]{0,500}>|&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:</(?:p|div|ul|ol|h\d)>|<(?:p|div|ul|ol|h\d)\b[^<>]*>)\s*", re.IGNORECASE)
_BREAK = re.compile(r"[ \t]*<(?:br|li)\b[^<>]{0,500}>\n?", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
MENTION = re.compile(r"@\[([^\[\]\n]{1,200})\]\(urn:li:[^()\s]{1,200}\)")
_HASHTAG = re.compile(r"\{hashtag\|\\?[#＃]\|([^{}|\n]{1,200})\}")
_LITTLE = re.compile(r"\\([\\|{}@\[\]()<>#*_~])")


def undone(text: str) -> str:
    """Return a cell's text as its author wrote it: no entities, tags or escapes of a tool that exported it."""
    if "_x0" in text:
        text = _ESCAPED.sub(_character, text).replace("\r\n", "\n").replace("\r", "\n")
    if ("<" in text or "&" in text) and _HTML.search(text):
        text = _TAG.sub("", _BREAK.sub("\n", _ENDS.sub("\n\n", text))).strip("\n")
        text = html.unescape(html.unescape(text)).replace("\n\n\n\n", "\n\n")
    return mentions(text)


def mentions(text: str) -> str:
    """Return a text in which LinkedIn's mentions are the names that readers see."""
    return MENTION.sub(r"\1", text) if "](urn:li:" in text else text


def share(text: str) -> str:
    """Return a text of LinkedIn's Shares.csv: there, each line is put into quotation marks, and each of those doubled."""
    text = text.replace("\r\n", "\n")
    if '"\n"' not in text and '""' not in text:
        return text
    return text.replace('"\n"', "\n").replace('""', '"')


def commentary(text: str) -> str:
    r"""Return a text of LinkedIn's Posts API without the marks of its “little text format” (``\(``, ``{hashtag|\#|word}``)."""
    text = mentions(text)
    return _LITTLE.sub(r"\1", _HASHTAG.sub(r"#\1", text)) if "\\" in text or "{hashtag" in text else text


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return "_" if number == 0x5F else "\n" if number in (10, 13, 11, 12) else "\t" if number == 9 else ""
