"""The words of the outputs themselves, in both languages: grades, dimensions, counts."""

from __future__ import annotations

GRADES = {
    "da": {"A": "send den", "B": "næsten", "C": "på vej", "D": "skriv om", "E": "pressemeddelelse"},
    "en": {"A": "send it", "B": "nearly", "C": "getting there", "D": "rework", "E": "press release"},
}
DIMENSIONS = {
    "da": {"tone": "tone", "brag": "praleri", "voice": "stemme", "audience": "målgruppe", "purpose": "formål", "craft": "håndværk"},
    "en": {"tone": "tone", "brag": "bragging", "voice": "voice", "audience": "audience", "purpose": "purpose", "craft": "craft"},
}
LANGUAGES = {
    "da": {"da": "dansk", "en": "engelsk", "no": "norsk", "sv": "svensk", "de": "tysk", "und": "ukendt sprog"},
    "en": {"da": "Danish", "en": "English", "no": "Norwegian", "sv": "Swedish", "de": "German", "und": "unknown language"},
}
_DA = {
    "word": "{count} ord",
    "words": "{count} ord",
    "line": "linje",
    "not-judged": "Ingen score: {reason}.",
    "good": "Godt:",
    "more": "Og {count} til med --verbose.",
    "one-more": "Og 1 til med --verbose.",
    "next": "Næste skridt: advocacy-lint coach {path}",
    "fixable": "kan rettes: {fix}",
    "drop": "kan strykes",
    "why": "Hvorfor:",
    "post": "1 opslag",
    "posts": "{count} opslag",
    "rework": "{count} skal skrives om",
    "mean": "i snit {score}",
    "most": "Oftest:",
    "dimensions": "I snit:",
    "across": "På tværs af opslagene",
    "shared": "{share} er det samme",
    "nothing": "Ingen opslag fundet.",
    "details": "Se ét af dem for sig, eller alle med --verbose.",
    "fine": "Intet at rette.",
}
_EN = {
    "word": "1 word",
    "words": "{count} words",
    "line": "line",
    "not-judged": "No score: {reason}.",
    "good": "Good:",
    "more": "And {count} more with --verbose.",
    "one-more": "And 1 more with --verbose.",
    "next": "Next: advocacy-lint coach {path}",
    "fixable": "can be mended: {fix}",
    "drop": "can be cut",
    "why": "Why:",
    "post": "1 post",
    "posts": "{count} posts",
    "rework": "{count} to rework",
    "mean": "{score} on average",
    "most": "Most often:",
    "dimensions": "On average:",
    "across": "Across the posts",
    "shared": "{share} is the same",
    "nothing": "No posts found.",
    "details": "Look at one by itself, or at all with --verbose.",
    "fine": "Nothing to mend.",
}


def say(locale: str, key: str, **slots: object) -> str:
    """Return a phrase in a language (English where we have none), its slots filled."""
    return (_DA if locale == "da" else _EN)[key].format(**slots)


def posts(locale: str, count: int) -> str:
    """Return a number of posts in words."""
    return say(locale, "post" if count == 1 else "posts", count=count)


def quoted(locale: str, text: str) -> str:
    """Return text in the language's quotation marks."""
    return f"«{text}»" if locale == "da" else f"“{text}”"
