"""A model's reply without what is no part of the post: fences, “Here is your post:”, control characters, front matter."""

from __future__ import annotations

import re

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,500}(?:\x07|\x1b\\)|[@-_])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")
_THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)[^\n]{0,40}\n(.*?)(?:^[ ]{0,3}(?:```|~~~)[ ]*$|\Z)", re.DOTALL | re.MULTILINE)
_PREAMBLE = re.compile(
    r"\A(?:sure|certainly|of course|okay|ok|here(?:'s| is)|here are|below|her er|selvfølgelig|naturligvis|klart|nedenfor)\b[^\n]{0,160}[:!.]\s*\n+",
    re.IGNORECASE,
)
_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LABEL = re.compile(
    r"\A(?:\*\*)?(?:post|opslag|linkedin[- ]post|rewritten(?: post| draft)?|omskrevet(?: opslag)?)(?:\*\*)?:(?:\*\*)?\s*", re.IGNORECASE
)
_MARKS = re.compile(r"<</?(?:DRAFT|ANSWERS|TIGHTENED)>>")
LARGEST = 20_000


def cleaned(reply: str) -> str:
    """Return the post in a reply."""
    text = _CONTROL.sub("", _ANSI.sub("", reply[:LARGEST].replace("\r\n", "\n").replace("\r", "\n")))
    text = _THOUGHTS.sub("", text).strip()
    fence = _FENCE.search(text)
    if fence is not None and fence[1].strip():
        text = fence[1].strip()
    for pattern in (_PREAMBLE, _MATTER, _LABEL):
        text = pattern.sub("", text, count=1).strip()
    text = _MARKS.sub("", text).strip()
    if len(text) > 2 and text[0] == text[-1] == '"' and text.count('"') == 2:
        text = text[1:-1].strip()
    return text
