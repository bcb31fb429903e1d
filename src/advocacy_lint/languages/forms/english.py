"""English paradigms: the regular ones, and verbs that go their own way."""

from __future__ import annotations

from collections.abc import Mapping

Slots = dict[str, tuple[str, ...]]
VOWELS = frozenset("aeiou")
# lemma past participle
_IRREGULAR = """
be was been|have had had|do did done|go went gone|make made made|take took taken|give gave given|get got got|see saw seen|say said said
come came come|become became become|begin began begun|break broke broken
bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|cut cut cut|draw drew drawn
drive drove driven|eat ate eaten|fall fell fallen|feel felt felt|fight fought fought
find found found|fly flew flown|forget forgot forgotten|grow grew grown|hear heard heard|hit hit hit|hold held held|keep kept kept
know knew known|lay laid laid|lead led led|leave left left|let let let|lose lost lost
mean meant meant|meet met met|pay paid paid|put put put|read read read|ride rode ridden|rise rose risen|run ran run|sell sold sold
send sent sent|set set set|shake shook shaken|shine shone shone|show showed shown
shut shut shut|sing sang sung|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent|stand stood stood|strive strove striven
swim swam swum|teach taught taught|tell told told|think thought thought
throw threw thrown|understand understood understood|wake woke woken|wear wore worn|win won won|write wrote written
undertake undertook undertaken|overcome overcame overcome|upskill upskilled upskilled
"""
IRREGULAR: Mapping[str, tuple[str, str]] = {
    words[0]: (words[1], words[2]) for line in _IRREGULAR.split("\n") for item in line.split("|") if (words := item.split())
}
_EXTRA = {"be": ("am", "are", "is", "were"), "have": ("has",), "do": ("does",), "go": ("goes",)}
_ADJECTIVE_ENDINGS = ("able", "ible", "ive", "ous", "ful", "less", "ic", "al", "ant", "ent", "ed", "ing")


def guess(lemma: str) -> Slots:
    """Return the forms of a lemma that may be a verb and a noun, and an adjective where it is short."""
    if lemma in IRREGULAR:
        return verb(lemma)
    if lemma.endswith(("ness", "tion", "sion", "ity", "ship", "ism")):
        return noun(lemma)
    if lemma.endswith(_ADJECTIVE_ENDINGS) and len(lemma) > 5:
        return {"common": (lemma,), **noun(lemma)} if lemma.endswith(("ing", "al")) else {"common": (lemma,)}
    return {**verb(lemma), **noun(lemma)}


def verb(lemma: str) -> Slots:
    """Return the slots of a verb."""
    stem = _stem(lemma)
    ing = stem + "ing"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        ing = lemma[:-1] + "ing"
    past, part = IRREGULAR.get(lemma) or (_past(lemma, stem),) * 2
    slots: Slots = {"inf": (lemma,), "pres": (_plural(lemma),), "past": (past,), "part": (part,), "ing": (ing,)}
    if lemma in _EXTRA:
        slots["pres"] = _EXTRA[lemma][-2:-1] if lemma == "be" else _EXTRA[lemma]
        slots["also"] = _EXTRA[lemma]
    return slots


def noun(lemma: str) -> Slots:
    """Return the slots of a noun."""
    plural = _plural(lemma)
    return {"sg": (lemma,), "pl": (plural,), "sggen": (lemma + "'s",), "plgen": (plural + "'",)}


def adjective(lemma: str) -> Slots:
    """Return the slots of an adjective that is compared by endings."""
    stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in VOWELS else _stem(lemma).removesuffix("e")
    return {"common": (lemma,), "comp": (stem + "er",), "sup": (stem + "est",)}


def _past(lemma: str, stem: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ied"
    return stem + "ed"


def _plural(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stem(lemma: str) -> str:
    """Return what -ed and -ing are put on: one short vowel before one consonant doubles it ("stop", not "order")."""
    if len(lemma) < 3 or lemma[-1] in VOWELS or lemma[-1] in "wxy" or lemma[-2] not in VOWELS or lemma[-3] in VOWELS:
        return lemma
    doubles = sum(letter in VOWELS for letter in lemma) == 1 or lemma.endswith(("mit", "fer", "cur"))
    return lemma + lemma[-1] if doubles else lemma
