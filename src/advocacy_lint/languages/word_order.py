"""Danish word order: an “at” clause as a main clause, with the finite verb second.

In “at vi den 14. marts åbnede” the verb stands after the adverbials, in a main clause before them (“Vi åbnede …”) or right after one
that is moved to the front (“Den 14. marts åbnede vi …”). Where subject, adverbials and verb cannot be told apart, there is no answer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from advocacy_lint.languages.forms.danish import irregular

PRONOUNS = frozenset("jeg vi han hun man du de det den der dette ingen alle".split())
# Verbs that may stand far from their subject and are still known for what they are.
STRONG = frozenset(
    "er var har havde bliver blev kan kunne skal skulle vil ville må måtte får fik bør burde tør kommer kom går gik står stod ligger lå".split()
)
ADVERBS = frozenset(
    """ikke nu også endelig altid allerede snart aldrig fortsat igen netop officielt stadig atter kun desværre heldigvis længere gerne bare jo
    faktisk endnu engang hermed dermed derfor formelt ofte sjældent straks fremover samtidig sammen nok måske selv alene for første gang igen""".split()
) - {"for", "første", "gang"}
_PREPOSITIONS = frozenset(
    """af efter for fra før hos i med om over på til uden under ved mod gennem igennem mellem blandt siden pr pr. via trods ifølge inden
    imod langs omkring bag foran ud ind op ned""".split()
)
# What belongs to the noun before it: “aftalen med Region Syd”, “prisen for en plads i vuggestuen”. Others say when, why or against what.
_OF_NOUNS = frozenset("af i for til hos ved fra på om mellem med over blandt".split())
_CONJUNCTIONS = frozenset("at der som hvor når hvis fordi mens men eller hvordan hvad hvem hvorfor da end".split())
_DETERMINERS = frozenset(
    "en et den det de vores vore min mit mine din jeres deres hans hendes sin sit sine alle mange flere to tre fire fem seks begge hele dette disse denne ny nye nyt".split()
)
# Words that are a verb only where no determiner stands before them.
NOUNS_TOO = frozenset(
    "leder arbejder maler spiller møder køber sælger ejer tæller kører skriver lærer løber vinder rejser svar start støtte tester optog indtog".split()
)
# Verbs of three letters that take prefixes: indgår, overtog.
_SHORT = frozenset("går gik får fik gav tog".split())
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DAYS = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
_DATE = rf"(?:den\s+|d\.\s+)?\d{{1,2}}\.\s+(?:{_MONTHS})(?:\s+(?:19|20)\d\d)?"
_TIME = rf"""(?:
      (?:fra(?:\s+og\s+med)?\s+|pr\.\s+|til\s+|siden\s+)?{_DATE}
    | i\s+(?:dag|går|morges|aften|aftes|morgen|nat|forgårs|år|weekenden|sommer|foråret|efteråret|sommers|fjor)
    | i\s+(?:sidste|denne|næste)\s+(?:uge|måned|weekend)
    | (?:her\s+)?til\s+(?:efteråret|foråret|sommer|vinter|sommeren|vinteren|næste\s+(?:år|uge|måned)|(?:{_MONTHS})|(?:{_DAYS}))
    | i\s+(?:{_MONTHS})(?:\s+(?:måned|(?:19|20)\d\d))?
    | (?:i|siden|fra|fra\s+og\s+med)\s+(?:19|20)\d\d
    | (?:på|fra|fra\s+og\s+med)\s+(?:{_DAYS})
    | fra\s+(?:i\s+dag|næste\s+(?:uge|måned|år)|(?:{_MONTHS}))
    | sidste\s+(?:år|uge|måned|{_DAYS})
    | om\s+(?:to|tre|fire|\d+)\s+(?:uger|måneder|dage)
    | for\s+(?:to|tre|fire|fem|\d+)\s+(?:uger|måneder|år|dage)\s+siden
    )(?![\w-])"""
# Time that stays where it is: said of the whole, not news.
_HABIT = (
    r"(?:hver\s+(?:eneste\s+)?(?:dag|uge|måned|morgen|aften|nat|"
    + _DAYS
    + r")|igen\s+i\s+år|også\s+i\s+år|endnu\s+en\s+gang|nok\s+en\s+gang|for\s+(?:første|anden|tredje|fjerde|femte|\d+\.)\s+gang)(?![\w-])"
)
_WORD = re.compile(r"[^\s,;:.!?()«»“”\"–—]+")
# How a noun ends, and no adjective before one does.
_PLURAL = ("er", "erne", "ene")
_LIGHT = frozenset("os mig dig jer ham hende dem sig den det".split())
# Signs that keep what stands before them from what follows.
_SIGN = re.compile(r"[,;:.!?()«»“”\"–—](?=\s|$)")
_SECOND_CLAUSE = re.compile(r"(?:,|\b(?:og|men|samt))\s+at\s+(?!\w+e\b)|\b(?:og|men)\s+at\s", re.IGNORECASE)
_REGULAR = frozenset(
    """åbne lukke starte flytte udvide arbejde cykle lede køre skifte begynde vokse fylde fejre støtte bygge måle teste bruge sænke hæve spare
    samle besøge indføre søge mangle øge løfte rulle udrulle klare stoppe deltage hente sende sælge købe hjælpe ansatte afprøve opgradere
    gentage dele love vise fortjene ændre forbedre ruste kåre hædre mindske spille svare takke tilføje opføre udføre opnå nå styrke
    tjene lande ramme passere runde overtage fratræde lancere kalde håbe tro mene ønske forvente bestå afslutte opsige
    udpege udnævne skrue slukke tænde lære prøve glæde vende male hedde bore grave svejse koste""".split()
)


@cache
def _time() -> re.Pattern[str]:
    """Return what says when; compiled when the first opener is cut, as few drafts need it and it takes 2 ms."""
    return re.compile(_TIME, re.VERBOSE | re.IGNORECASE)


@cache
def _habit() -> re.Pattern[str]:
    return re.compile(_HABIT, re.IGNORECASE)


class _Token(NamedTuple):
    start: int
    end: int
    word: str  # lower case
    capital: bool


def is_finite(word: str) -> bool:
    """Say whether a word is a finite verb that is known: a present or past tense."""
    if word in STRONG or word in _finite():
        return True
    return len(word) > 6 and word.endswith(("erer", "erede"))


_known: set[str] = set()


def _finite() -> set[str]:
    """Return the present and past tenses of known verbs, worked out once."""
    if not _known:
        from advocacy_lint.languages.forms.danish import IRREGULAR

        found: set[str] = set()
        for forms in IRREGULAR.values():
            found.update(forms[:2])
        for lemma in _REGULAR:
            odd = irregular(lemma)
            stem = lemma.removesuffix("e")
            found.update(odd[:2] if odd else (lemma + "r", stem + "ede", stem + "te"))
        for prefix in ("af", "an", "be", "til", "ud", "op", "over", "fra", "for", "ind", "mod", "under", "frem", "gen", "med", "ned"):
            found.update(prefix + form for forms in IRREGULAR.values() for form in forms[:2] if len(form) > 3 or form in _SHORT)
        _known.update(found - {"for", "over", "under", "efter", "fra", "med", "til", "var", "leder"} | {"leder", "var"})
    return _known


def main_clause(clause: str) -> str | None:
    """Return the words after “at” as a main clause (“vi nu åbner” → “Vi åbner nu”); None where their order is not certain."""
    if _SECOND_CLAUSE.search(clause):
        return None  # a second “at” clause would hang on nothing
    tokens = [_Token(*match.span(), match[0].lower(), match[0][0].isupper()) for match in _WORD.finditer(clause)]
    if len(tokens) < 2:
        return None
    comma = next((match.start() for match in _SIGN.finditer(clause) if not _in_date(clause, match.start())), len(clause))
    tokens = [token for token in tokens if token.start < comma or token.start < 3]
    if len(tokens) < 2:
        return None
    time = _time().match(clause, tokens[0].start)
    if time:  # a main clause already, if its verb follows: “fra mandag kan vi …”
        following = [token.word for token in tokens if token.start >= time.end()][:2]
        is_main = len(following) == 2 and is_finite(following[0]) and following[1] in PRONOUNS - {"den", "det", "de", "alle", "ingen"}
        return _capital(clause[tokens[0].start :]) if is_main else None
    subject = _subject(clause, tokens)
    if subject is None:
        return None
    if tokens[0].word not in PRONOUNS or subject > 1:
        subject = _with_what_it_is_of(clause, tokens, subject)
    verb = _verb(clause, tokens, subject) if subject else None
    if subject is None or verb is None:
        return None
    return _ordered(clause, tokens, subject, verb)


def _in_date(clause: str, offset: int) -> bool:
    """Say whether a full stop belongs to a date or an abbreviation."""
    return clause[offset] == "." and bool(re.search(r"(?:\d|\bpr|\bd|\bca|\bkl|\bnr)$", clause[:offset]))


def _subject(clause: str, tokens: list[_Token]) -> int | None:
    """Return the number of the token after the subject; None where it cannot be told."""
    first = tokens[0]
    if first.word in PRONOUNS and not first.capital and not (first.word in _DETERMINERS and not _after_pronoun(clause, tokens)):
        at = 1
    elif first.word in ADVERBS | _PREPOSITIONS | _CONJUNCTIONS or is_finite(first.word) or _time().match(clause, first.start):
        return None
    else:
        at = _noun_phrase(clause, tokens, 0)
    while at and at + 1 < len(tokens) and tokens[at].word in ("og", "samt", "&"):
        if tokens[at + 1].word in PRONOUNS and tokens[at + 1].word not in _DETERMINERS:
            at += 2
        else:
            following = _noun_phrase(clause, tokens, at + 1)
            if not following:
                return None
            at = following
    at = _with_place(tokens, at) if at else 0
    return at or None


def _after_pronoun(clause: str, tokens: list[_Token]) -> bool:
    """Say whether “det”, “den”, “de”, “alle” stands alone: a verb, an adverb or a time follows."""
    if len(tokens) < 2:
        return False
    return is_finite(tokens[1].word) or tokens[1].word in ADVERBS or bool(_time().match(clause, tokens[1].start))


def _noun_phrase(clause: str, tokens: list[_Token], at: int) -> int:
    """Return where a noun phrase that begins here ends: names, or a determiner and what follows; 0 where it is neither."""
    start = at
    names = tokens[at].capital
    while at < len(tokens) and at - start < 6:
        token = tokens[at]
        if (
            _time().match(clause, token.start)
            or _habit().match(clause, token.start)
            or token.word in ADVERBS
            or token.word in _PREPOSITIONS
            or token.word in _CONJUNCTIONS
        ):
            break
        if token.word in ("og", "samt", "&"):
            break
        determined = at > start and tokens[at - 1].word in _DETERMINERS
        if is_finite(token.word) and not token.capital and not (determined and token.word in NOUNS_TOO) and at > start:
            break
        if names and not (token.capital or token.word[0].isdigit() or token.word in ("af", "a/s", "aps", "i/s")):
            return 0
        if not names and (token.word.endswith(("vis", "igt", "lig")) or at > start and tokens[at - 1].word.endswith(_PLURAL)):
            return 0  # behind the noun stands an adverb that nobody has listed
        at += 1
    if at == start or not names and at - start == 1 and not _stands_alone(tokens[start].word):
        return 0
    return at


def _stands_alone(word: str) -> bool:
    """Say whether a noun needs no determiner: it is definite, or plural."""
    return word not in _DETERMINERS and word.endswith(("en", "et", "ne", "er", "e", "erne", "ene"))


def _with_place(tokens: list[_Token], at: int) -> int:
    """Return where a subject ends with the place or firm that belongs to it (“vi i Nordlak”)."""
    if at + 1 < len(tokens) and tokens[at].word in ("i", "hos", "fra") and tokens[at + 1].capital:
        at += 1
        while at < len(tokens) and (tokens[at].capital or tokens[at].word in ("a/s", "aps")):
            at += 1
    return at


def _with_what_it_is_of(clause: str, tokens: list[_Token], at: int) -> int | None:
    """Return where a noun ends with what belongs to it, as a verb follows (“de tyske rettigheder til en krimi er”); None where that is not certain."""
    if (
        at >= len(tokens)
        or tokens[at].word not in _PREPOSITIONS
        or _time().match(clause, tokens[at].start)
        or _habit().match(clause, tokens[at].start)
    ):
        return at
    for number in range(at, min(len(tokens), at + 9)):
        token, before = tokens[number], tokens[number - 1].word
        if token.word in _PREPOSITIONS and token.word not in _OF_NOUNS or token.word in _CONJUNCTIONS | ADVERBS:
            return None
        is_noun = token.capital or before in _DETERMINERS | _PREPOSITIONS
        if not is_noun and (token.word in STRONG or is_finite(token.word)):
            return number
    return None


def _verb(clause: str, tokens: list[_Token], subject: int) -> int | None:
    """Return the number of the finite verb: after known adverbs and times, or after other adverbials if nobody can mistake it."""
    at = subject
    while at < len(tokens):
        token = tokens[at]
        if token.capital and at > subject:
            break
        time = _time().match(clause, token.start) or _habit().match(clause, token.start)
        if time:
            while at < len(tokens) and tokens[at].start < time.end():
                at += 1
            continue
        if token.word in ADVERBS:
            at += 1
            continue
        break
    if at >= len(tokens):
        return None
    if is_finite(tokens[at].word) or at == subject == 1 and tokens[0].word in PRONOUNS and _looks_finite(tokens[at].word):
        return at
    if tokens[at].word not in _PREPOSITIONS | {"sammen", "efter"} or tokens[at].capital:
        return None
    for number in range(at + 1, min(len(tokens), at + 9)):
        if tokens[number].word in _CONJUNCTIONS:
            return None
        if tokens[number].word in STRONG:
            return number
    return None


def _looks_finite(word: str) -> bool:
    """Say whether a word right after a pronoun is its verb, known or not."""
    closed = word in _PREPOSITIONS or word in ADVERBS or word in _CONJUNCTIONS or word in _DETERMINERS
    return not closed and len(word) > 3 and word.endswith(("er", "ede", "år", "ør"))


def _ordered(clause: str, tokens: list[_Token], subject: int, verb: int) -> str | None:
    """Return the clause with its verb second."""
    who = clause[tokens[0].start : tokens[subject - 1].end]
    does = clause[tokens[verb].start : tokens[verb].end]
    after = clause[tokens[verb].end :]
    if verb == subject:
        return _capital(clause[tokens[0].start :])
    middle = clause[tokens[subject].start : tokens[verb - 1].end]
    if any(clause[tokens[at - 1].end : tokens[at].start].strip() for at in (subject, verb)):
        return None  # a sign between them would be lost
    time = _time().fullmatch(middle)
    if time:
        return _capital(f"{middle} {does} {who}{after}")
    light = re.match(r"\s+(\w+)", after)
    if light and light[1] in _LIGHT and not _noun_follows(after, light.end()):
        return _capital(f"{who} {does} {light[1]} {middle}{after[light.end() :]}")
    return _capital(f"{who} {does} {middle}{after}")


def _noun_follows(after: str, offset: int) -> bool:
    """Say whether “den”, “det” or “dem” is the article of a noun: a word follows that is neither a preposition nor a participle."""
    word = _WORD.match(after, offset + 1)
    return bool(word) and word is not None and word[0].lower() not in _PREPOSITIONS | _CONJUNCTIONS | ADVERBS


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
