"""What the picture of a month says, in Danish and English: headings, and questions to ask a colleague."""

from __future__ import annotations

from collections.abc import Mapping

from advocacy_lint.portfolio.picture import Wish

DIMENSION_NAMES: Mapping[str, Mapping[str, str]] = {
    "da": {
        "tone": "tone", "brag": "praleri", "voice": "stemme", "audience": "målgruppe", "purpose": "formål", "craft": "håndværk",
    },
    "en": {
        "tone": "tone", "brag": "bragging", "voice": "voice", "audience": "audience", "purpose": "purpose", "craft": "craft",
    },
}  # fmt: skip
HEADINGS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "title": "Opslagene på ét blik", "posts": "opslag", "post": "opslag", "mean": "i snit", "ready": "kan sendes, som de er",
        "company": "handler om, hvor godt det går", "dimensions": "Sådan lyder de", "audiences": "Hvem de er til",
        "voices": "Hvem der taler", "heard": "Hvad man hører", "missing": "Det mangler", "findings": "På tværs",
        "wishes": "Tre opslag, der er værd at spørge efter", "nobody": "ingen endnu", "undeclared": "Opslagene siger ikke, hvem de er til.",
        "unnamed": "Opslagene siger ikke, hvem der taler.", "silent": "Har ikke skrevet: ", "of": "af",
    },
    "en": {
        "title": "The posts at a glance", "posts": "posts", "post": "post", "mean": "on average", "ready": "fit to send as they are",
        "company": "about how well things go", "dimensions": "How they sound", "audiences": "Whom they are for",
        "voices": "Who is talking", "heard": "What one hears", "missing": "What is missing", "findings": "Across the posts",
        "wishes": "Three posts worth asking for", "nobody": "nobody yet", "undeclared": "The posts don't say whom they are for.",
        "unnamed": "The posts don't say who is talking.", "silent": "Have not written: ", "of": "of",
    },
}  # fmt: skip
KINDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "person": "en, der selv gjorde noget", "moment": "et øjeblik", "how": "hvordan det blev gjort", "learned": "noget, der blev lært",
        "doubt": "tvivl", "opinion": "en mening",
        "spoken": "noget, nogen sagde", "colleague": "en kollega ved navn", "invitation": "noget at svare på",
    },
    "en": {
        "person": "somebody who did something", "moment": "a moment", "how": "how it was done", "learned": "something learned",
        "doubt": "doubt", "opinion": "an opinion",
        "spoken": "something somebody said", "colleague": "a colleague by name", "invitation": "something to answer",
    },
}  # fmt: skip
_QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "person": "Hvad havde du i hænderne, sidst du tænkte: Det her ville jeg gerne have vidst for et år siden?",
        "moment": "Hvilke ti minutter i sidste uge ville du filme, hvis du måtte filme ti?",
        "how": "Hvad er det, du gør hver uge, som folk uden for faget tror er nemt, og hvordan gør du det?",
        "learned": "Hvad har du ændret mening om i år, og hvem fik dig til det?",
        "doubt": "Hvad er du stadig i tvivl om, og hvem kunne tænkes at vide det?",
        "opinion": "Hvad er alle i jeres fag enige om, som du mener er forkert?",
        "spoken": "Hvad sagde en kunde eller en kollega til dig i denne måned, som du stadig kan huske ordret?",
        "colleague": "Hvem reddede dig sidst, og hvad gjorde vedkommende helt præcist?",
        "invitation": "Hvilket spørgsmål ville du stille til hundrede fagfæller, hvis de skulle svare?",
    },
    "en": {
        "person": "What did you have in your hands when you last thought: I wish I had known this a year ago?",
        "moment": "Which ten minutes of last week would you film, if you could film ten?",
        "how": "What do you do every week that outsiders believe is easy, and how do you do it?",
        "learned": "What have you changed your mind about this year, and who made you?",
        "doubt": "What are you still in doubt about, and who might know?",
        "opinion": "What does everybody in your trade agree on that you believe is wrong?",
        "spoken": "What did a customer or a colleague say to you this month that you still remember word for word?",
        "colleague": "Who saved you last, and what exactly did they do?",
        "invitation": "Which question would you put to a hundred people of your trade, if they had to answer?",
    },
}
_FOR = {"da": "til {audience}", "en": "for {audience}"}
_ANYONE = {"da": "en, der ikke plejer at skrive", "en": "somebody who doesn't usually write"}
_ASK = {"da": "Spørg {who}", "en": "Ask {who}"}


_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def month_name(month: str, language: str) -> str:
    """Return a month (``2026-11``) as people say it; what is no month is returned as it is."""
    year, _, number = month.partition("-")
    return f"{_MONTHS[language][int(number) - 1]} {year}" if number.isdecimal() and 1 <= int(number) <= 12 else month


def decimal(number: float, language: str) -> str:
    """Return a number with a decimal comma or point."""
    return f"{number:g}".replace(".", ",") if language == "da" else f"{number:g}"


def asked(wish: Wish, language: str) -> tuple[str, str]:
    """Return whom to ask (and for which audience), and the question."""
    parts = [_ASK[language].format(who=wish.who or _ANYONE[language])]
    if wish.audience:
        parts.append(_FOR[language].format(audience=wish.audience))
    return ", ".join(parts), _QUESTIONS[language][wish.topic]
