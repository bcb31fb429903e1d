"""What HTML's elements are read as, in web pages and inside Markdown: most are nothing, some begin a line or a paragraph."""

from __future__ import annotations

import re

_PARAGRAPHS = (
    "address article aside blockquote center dd details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "legend main nav ol p pre section summary table ul"
)
_LINES = "br caption dt li option td th tr"
READ_AS = {**dict.fromkeys(_PARAGRAPHS.split(), "\n\n"), **dict.fromkeys(_LINES.split(), "\n")}
# Elements of which readers see something that is no prose; it stands in its sentence as one thing.
INSIDE = frozenset("code kbd samp var tt pre math".split())
# Elements whose content is not read as the post: not shown, struck out, or code.
UNREAD = INSIDE | frozenset("script style template noscript svg iframe select textarea object video audio canvas del s strike".split())
# Where a paragraph ends, in whatever way its lines end.
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
