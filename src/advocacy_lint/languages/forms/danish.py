"""Danish paradigms: the regular ones, and verbs that go their own way."""

from __future__ import annotations

from collections.abc import Mapping

Slots = dict[str, tuple[str, ...]]
VOWELS = frozenset("aeiouyæøå")
_PREFIXES = """af an be bort efter for forbi frem fra fore gen hen i igennem imod ind indgå iværk med medens mod ned om op over på sam
sammen til tilbage ud und under undgå ved videre""".split()
# What looks like a prefix and one of these is another verb: udvide, samle.
_NOT_PREFIXED = frozenset(("vide", "le", "tie"))
# lemma present past participle
_IRREGULAR = """
være er var været|have har havde haft|blive bliver blev blevet|få får fik fået|gå går gik gået|stå står stod stået|se ser så set
sige siger sagde sagt|gøre gør gjorde gjort|komme kommer kom kommet
tage tager tog taget|give giver gav givet|finde finder fandt fundet|vide ved vidste vidst|kunne kan kunne kunnet
skulle skal skulle skullet|ville vil ville villet|måtte må måtte måttet|burde bør burde burdet
turde tør turde turdet|lade lader lod ladet|holde holder holdt holdt|ligge ligger lå ligget|lægge lægger lagde lagt
sidde sidder sad siddet|sætte sætter satte sat|skrive skriver skrev skrevet
vinde vinder vandt vundet|bringe bringer bragte bragt|bære bærer bar båret|drive driver drev drevet|falde falder faldt faldet
følge følger fulgte fulgt|hjælpe hjælper hjalp hjulpet|løbe løber løb løbet
nyde nyder nød nydt|byde byder bød budt|bryde bryder brød brudt|skyde skyder skød skudt|springe springer sprang sprunget
synge synger sang sunget|slå slår slog slået|stige stiger steg steget
spørge spørger spurgte spurgt|sælge sælger solgte solgt|tælle tæller talte talt|træde træder trådte trådt|trække trækker trak trukket
vælge vælger valgte valgt|række rækker rakte rakt|bede beder bad bedt
binde binder bandt bundet|fortælle fortæller fortalte fortalt|forstå forstår forstod forstået|hænge hænger hang hængt
kalde kalder kaldte kaldt|kende kender kendte kendt|le ler lo leet|lyve lyver løj løjet
skære skærer skar skåret|smøre smører smurte smurt|sove sover sov sovet|synke synker sank sunket|drikke drikker drak drukket
flyve flyver fløj fløjet|gribe griber greb grebet|rive river rev revet|ryge ryger røg røget
skride skrider skred skredet|stjæle stjæler stjal stjålet|strække strækker strakte strakt|svinge svinger svang svunget|tie tier tav tiet
vække vækker vækkede vækket|vokse vokser voksede vokset|dø dør døde død
"""
IRREGULAR: Mapping[str, tuple[str, ...]] = {
    words[0]: tuple(words[1:]) for line in _IRREGULAR.split("\n") for item in line.split("|") if (words := item.split())
}


def guess(lemma: str) -> Slots:
    """Return the forms of a lemma by what it looks like: a verb, else a noun and an adjective."""
    if irregular(lemma) or lemma.endswith("ere"):
        return verb(lemma)
    if lemma.endswith("e"):
        return {**verb(lemma), **noun(lemma)}
    if lemma.endswith(("hed", "ing", "ion", "else", "skab", "itet")):
        return noun(lemma)
    if lemma[-1] in "aåoøuiy":
        return {**verb(lemma), **noun(lemma), **adjective(lemma)}
    return {**noun(lemma), **adjective(lemma)}


def irregular(lemma: str) -> tuple[str, ...] | None:
    """Return present, past and participle of an irregular verb, also with a prefix (opstå, fremstå); else None."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    for prefix in _PREFIXES:
        rest = lemma.removeprefix(prefix)
        base = IRREGULAR.get(rest) if lemma.startswith(prefix) and rest not in _NOT_PREFIXED else None
        if base:
            return tuple(prefix + form for form in base)
    return None


def verb(lemma: str) -> Slots:
    """Return the slots of a verb; new verbs take -ede, so that comes first."""
    stem = lemma[:-1] if lemma.endswith("e") and len(lemma) > 2 else lemma
    imperative = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS else stem
    ending: Slots = {"ing": (stem + "ende",), "pass": (lemma + "s",), "imp": (imperative,)}
    odd = irregular(lemma)
    if odd:
        return {"inf": (lemma,), "pres": (odd[0],), "past": (odd[1],), "part": (odd[2],), **ending}
    short = not stem.endswith("er") and _may_take_te(stem)
    past = (stem + "ede", stem + "te") if short else (stem + "ede",)
    participle = (stem + "et", stem + "t") if short else (stem + "et",)
    return {
        "inf": (lemma,),
        "pres": (lemma + "r",),
        "past": past,
        "part": participle,
        **ending,
        "pastpass": tuple(form + "s" for form in past),
    }


def _may_take_te(stem: str) -> bool:
    """Say whether a past in -te can be written: after one consonant, or a doubled one ("udføre", "spille"; not "supporte")."""
    return stem[-1] in "bgklmnprs" and (stem[-2:-1] in VOWELS or stem[-2:-1] == stem[-1])


def noun(lemma: str) -> Slots:
    """Return the slots of a noun, with the endings of either gender where the word does not tell."""
    if lemma.endswith("e"):
        plain: Slots = {"sg": (lemma,), "def": (lemma + "n", lemma + "t"), "pl": (lemma + "r",), "pldef": (lemma + "rne",)}
    elif lemma.endswith("er") and len(lemma) > 4:
        plain = {"sg": (lemma,), "def": (lemma + "en",), "pl": (lemma + "e",), "pldef": (lemma + "ne",)}
    elif lemma.endswith(("hed", "ing", "ion", "itet")):
        plain = {"sg": (lemma,), "def": (lemma + "en",), "pl": (lemma + "er",), "pldef": (lemma + "erne",)}
    else:
        stems = _stems(lemma)
        plain = {
            "sg": (lemma,),
            "def": tuple(stem + end for end in ("en", "et") for stem in stems),
            "pl": (*(stem + end for end in ("er", "e") for stem in stems), lemma),
            "pldef": tuple(stem + end for end in ("erne", "ene") for stem in stems),
        }
    return {**plain, **{slot + "gen": tuple(form + "s" for form in forms) for slot, forms in plain.items()}}


def adjective(lemma: str) -> Slots:
    """Return the slots of an adjective."""
    same = lemma.endswith(("sk", "t", "e", "å", "s"))
    if lemma.endswith(("el", "en", "er")) and len(lemma) > 4:
        short = lemma[:-2] + lemma[-1]
        stems: tuple[str, ...] = (short[:-2] + short[-1] if short[-3:-2] == short[-2:-1] else short,)
    else:
        stems = (lemma.removesuffix("e"),) if lemma.endswith("e") else _stems(lemma)
    return {
        "common": (lemma,),
        "neuter": (lemma if same else lemma + "t",),
        "plural": tuple(stem + "e" for stem in stems),
        "comp": tuple(stem + "ere" for stem in stems),
        "sup": tuple(stem + "est" for stem in stems),
        "supdef": tuple(stem + "este" for stem in stems),
    }


def _stems(lemma: str) -> tuple[str, ...]:
    """Return the stem endings are put on: with a doubled last consonant too where the vowel before it may be short."""
    single = len(lemma) > 2 and lemma[-1] in "bdfgklmnprst" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    return (lemma, lemma + lemma[-1]) if single else (lemma,)
