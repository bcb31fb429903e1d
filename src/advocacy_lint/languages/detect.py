"""Which language a post is in: telling words first, langdetect where they do not settle it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from advocacy_lint.languages import UNKNOWN

if TYPE_CHECKING:
    from langdetect.detector import Detector
    from langdetect.detector_factory import DetectorFactory

# Seeded: unseeded, langdetect changes its mind on short texts.
SEED = 20261123
PLAUSIBLE = ("da", "en", "no", "sv", "de", "nl", "fr", "es")
# Detecting costs more than linting, so only this much is read.
_ENOUGH = 400
_FEW = 4
_NOISE = re.compile(r"https?://\S+|www\.\S+|[#@][\w-]+|\[[^\]]*\]\([^)]*\)|<!--.*?-->|`[^`]*`", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
# What somebody is quoted for is in their language; the author's own words decide, where there are some.
_QUOTED = re.compile(r"\"[^\"\n]{1,400}\"|“[^”\n]{1,400}”|«[^»\n]{1,400}»|»[^«\n]{1,400}«|”[^”\n]{1,400}”")
_OWN = 5

# Words that one of the languages has and its neighbours have not (or spell otherwise).
_TELLING = {
    "da": """af blev meget hvad også mig dig sig nogle noget nogen hvor hvordan jeg ikke mellem efter selv bliver være været havde kunne skulle ville mere hvis hvilket hvilken kun øl
        lige nej altså uge ugen hende deres jeres vores os mine igennem fordi gang derfor måske alligevel nu når spørgsmål kollega arbejde arbejder ligesom stadig fejre fejrer fejrede gør gjorde gik fik sagde vidste læse
        opslag fortælle morgen i går dag dage år året nye vej hjælp hjælpe sammen netop hver hvert forskel virksomhed virksomheder kunder bæredygtig medarbejdere glæde stolt stolte stolthed fortalt præsentere""",
    "no": """av ble mye hva meg deg seg noen noe hvordan jeg ikke mellom etter selv blir være vært hadde kunne skulle ville mer hvis kun bare ut nei altså uke uka henne deres våre vår oss mine gjennom fordi gang
        derfor kanskje likevel nå når spørsmål kollega jobbe arbeider fortsatt gjør gjorde gikk fikk sa visste lese innlegg fortelle dag dager år året nye vei hjelp hjelpe sammen nettopp hver hvert forskjell bedrift
        bedrifter kunder bærekraftig ansatte glede stolt stolte fra opp hvorfor sånn veldig ganske også å""",
    "sv": """av blev mycket vad också mig dig sig någon något hur jag inte mellan efter själv blir vara varit hade skulle ville mer om bara ut nej alltså vecka henne deras våra vår oss mina genom eftersom gång därför
        kanske ändå nu när fråga kollega jobba arbetar fortfarande gör gjorde gick fick sade visste läsa inlägg berätta dag dagar år året nya väg hjälp hjälpa tillsammans just varje skillnad företag kunder hållbar
        anställda glädje stolt stolta från upp varför väldigt ganska och är att på ett som med det""",
    "de": """der die das und ist nicht ich wir sie ein eine einen zu den mit von für auf dem des sich auch als wie bei aus nach noch nur über wenn aber haben hat wird sind war werden oder unser unsere uns mehr sehr durch kann
        schon immer hier zum zur vom beim dass""",
    "nl": """het een en van wij zijn niet voor met op dat aan ook maar bij uit nog wel onze ons wordt worden hebben heeft naar als om
        ik je jullie deze dit jaar moet kan kunnen trots nieuw nieuwe zich werd waren geen meer dan toen hoe wat wie waar""",
    "fr": """le la les est nous vous une dans pour avec sur que qui pas plus notre nos votre je il elle ils ont sont cette ces au aux
        du mais ou et en ce fait être avoir très tout tous année""",
    "es": """el los las una para con por que nuestro nuestra nuestros es ha han muy más pero como este esta estos y en un su
        sus lo le yo nos fue ser todo todos año""",
    "en": """the and of to is in that it was for on with as you are this be have from or had by not but what all were we when your can said there an which she do how their if will up other about out many then them these so
        some her would make like him into time has look two more go see no way could people my than been who its now our i""",
}
# Shared by two or three of the Nordic languages: they tell nothing among these, but count against English and German.
_NORDIC = frozenset(
    """det som med på et en og at er den der til de vi i for har var men så om ved fra op kan vil skal man han hun min mit din dit jeg du ikke alle andre bliver blir den dem denne dette disse dag år nye
    godt god bedre mest flere mange må når nu mot hos under over uten den første siste navn ansatte arbejde møte møde leder team inn før her vært tak gang sin sit sine noe dem står""".split()
)
_NORDIC_SPELLING = {
    "da": re.compile(
        r"(?:ud|ind|op)[a-zæø]{4,}|[a-zæø]{3,}(?:heden?|skab|skabet|tion|tionen|tioner|erede|ndlæg|gennem|sel|ej|øj|ejl)|[a-z]*(?:øje|eje|æg)[a-z]*|mit|dit|sit|giver|tager|bruge[rs]?|lave[rt]?"
    ),
    "no": re.compile(
        r"(?:ut|inn|opp)[a-zæøå]{4,}|[a-zæøå]{3,}(?:heten?|skap|skapet|sjon|sjonen|sjoner|erte|nnlegg|jon)|mitt|ditt|sitt|gir|tar|brukere?|takk|[a-zæø]*øy[a-zæø]*|[a-zæøå]+tt"
    ),
    "sv": re.compile(r"[a-zå]*[äö][a-zåäö]*|[a-zåäö]{3,}(?:heten?|skap|ade)|mitt|ditt|sitt|tack|och|[a-zåäö]+tt"),
    "de": re.compile(r"[a-zäö]*[üß][a-zäöüß]*|[a-zäöü]{3,}(?:ung|ungen|keit|lich|schaft)|sch[a-zäöü]+"),
}
_ENGLISH = frozenset("the and of to is that with we our".split())


@cache
def _weights() -> Mapping[str, frozenset[str]]:
    """Return the words that tell a language from the others, by its code."""
    every = {code: frozenset(words.split()) - _NORDIC for code, words in _TELLING.items()}
    # English and German share next to nothing with the others: their frequent words are telling as they are.
    return {
        **{code: words.difference(*(other for name, other in every.items() if name != code)) for code, words in every.items()},
        "en": every["en"] - every["da"] - every["no"] - every["sv"] - every["de"] | _ENGLISH,
        "not-da": (every["no"] | every["sv"]) - every["da"] - _NORDIC,
        "de": every["de"] - every["da"] - every["no"] - every["sv"] - every["en"],
    }


@lru_cache(maxsize=20_000)
def _told_by(word: str) -> tuple[str, ...]:
    """Return the languages that a word tells from the others, each once for the word and once for its spelling; mostly none."""
    by_word = [code for code, telling in _weights().items() if word in telling]
    return (*by_word, *(code for code, spelling in _NORDIC_SPELLING.items() if spelling.fullmatch(word)))


def detect(text: str, hint: str | None = None) -> str:
    """Return the ISO 639-1 code of one of the plausible languages, or ``und`` for a text without words.

    Deterministic. `hint` is returned where the text itself says nothing.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text[: _ENOUGH * 4])  # LinkedIn's mathematical bold letters, decomposed å
    plain = _NOISE.sub(" ", text[: _ENOUGH * 4]).lower()[: _ENOUGH * 2]
    words = _WORD.findall(_QUOTED.sub(" ", plain))
    if len(words) < _OWN:
        words = _WORD.findall(plain)
    if len(words) < 3:
        words = _WORD.findall(text[: _ENOUGH * 2].lower())
    if not words:
        return hint or UNKNOWN
    counts = dict.fromkeys(_weights(), 0)
    for word in words:
        for code in _told_by(word):
            counts[code] += 1
    nordic = sum(word in _NORDIC for word in words)
    if max(counts["da"], counts["no"], counts["sv"]) + nordic > 2 * max(counts["en"], counts["de"]):
        counts["en"] = counts["de"] = 0  # Danish with English buzzwords
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    (first, most), (_, second) = ranked[0], ranked[1]
    elsewhere = counts.pop("not-da")
    near, far = (sum(counts[code] for code in codes) for codes in (("no", "sv", "en", "de"), ("nl", "fr", "es")))
    if nordic >= 2 and not elsewhere and not near and far < nordic:
        return "da"  # nothing Norwegian or Swedish in it, and Danish is what this tool is asked about
    if most >= 2 * second + 1 and most >= (2 if second or nordic else 1):
        return first
    return _by_profile(" ".join(words)[:_ENOUGH], counts, hint)


def _by_profile(text: str, counts: dict[str, int], hint: str | None) -> str:
    """Ask langdetect, its doubt settled by telling words (Danish is taken for Norwegian in short texts)."""
    try:
        guesses = {guess.lang: guess.prob for guess in _detector(text).get_probabilities()}
    except Exception as error:  # langdetect raises its own type for texts without features
        if type(error).__name__ != "LangDetectException":
            raise
        return hint or UNKNOWN
    best = max(guesses, key=lambda code: guesses[code] + 0.25 * counts.get(code, 0), default=hint or UNKNOWN)
    # A few words that the Nordic languages share ("tillykke"): Danish is what this tool is asked about.
    few = text.count(" ") < _FEW and not counts["no"] and not counts["sv"]
    return "da" if best in ("no", "sv") and few and "\N{LATIN SMALL LETTER A WITH DIAERESIS}" not in text else best


@cache
def _factory() -> DetectorFactory:
    """Return langdetect's factory, seeded, with the plausible languages."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    DetectorFactory.seed = SEED
    factory = DetectorFactory()
    factory.load_json_profile([(Path(PROFILES_DIRECTORY) / code).read_text(encoding="utf-8") for code in PLAUSIBLE])
    return factory


def _detector(text: str) -> Detector:
    """Return a langdetect detector of a text."""
    detector = _factory().create()
    detector.append(text)
    return detector
