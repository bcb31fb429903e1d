"""Readability (LIX, by textstat): how hard a post is to read. The only importer of textstat.

It is asked for LIX (Björnsson 1968: words a sentence, and the percentage of words of more than six letters) and for nothing else: other
formulas of its fetch word lists from the network. It is given our words and sentences, as it takes “3,2 mia. kr.” for two of the latter;
one of two words or fewer it counts to none.
"""

from __future__ import annotations

import re

from advocacy_lint.model import PostReport

# In shorter texts the figure jumps about.
LEAST_WORDS = 100
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
# The highest figure of each band, by Björnsson; what is above the last is very hard.
_BANDS = ((25, "very-easy"), (35, "easy"), (45, "middling"), (55, "hard"))


def lix(report: PostReport) -> int | None:
    """Return how hard a post is to read; None for a short one, or one that is not judged."""
    sentences = [_WORD.findall(report.text[start:end]) for start, end in report.sentences]
    if sum(map(len, sentences)) < LEAST_WORDS:
        return None
    import textstat  # takes longer to import than a hundred posts to judge

    figure: float = textstat.lix(" ".join(" ".join(words).replace(".", "") + "." for words in sentences if words))
    return round(figure)


def is_hard(figure: float) -> bool:
    """Say whether readers notice: from here on it is hard."""
    return band(figure) in ("hard", "very-hard")


def band(figure: float) -> str:
    """Return which band a figure lies in, by its key among the messages."""
    return next((name for highest, name in _BANDS if figure < highest), "very-hard")
