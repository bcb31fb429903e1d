"""Whether somebody's words are a whole sentence: a verb that says when, in a clause that hangs on no other.

No parser: known verbs, endings, and what stands beside them. In doubt it is a sentence, as nobody likes to be told that theirs is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from advocacy_lint.languages import Language, of
from advocacy_lint.languages.forms import danish, english
from advocacy_lint.languages.word_order import NOUNS_TOO, is_finite
from advocacy_lint.model import Token
from advocacy_lint.text import analyse
from advocacy_lint.text.words import REGULAR_PAST

_LEAST = 2
# “By” so near to a verb says who did it.
_NEAR = 4
_CLAUSE_ENDS = frozenset(",:")
_WORDS = frozenset(("word", "capital", "number", "abbreviation", "mention", "hashtag"))


class _Words(Struct, frozen=True):
    """What a clause is known by in one language."""

    verbs: frozenset[str]  # finite wherever they stand
    verb_ends: tuple[str, ...]  # of verbs, and of much else
    no_verbs: frozenset[str]  # end like a verb, and are none
    actors: frozenset[str]  # stand for somebody, and for nothing else
    subjects: frozenset[str]  # the same, and words that may
    objects: frozenset[str]
    subject_ends: tuple[str, ...]  # of a noun that needs no other word before its verb
    times: frozenset[str]  # end what says when
    joints: frozenset[str]  # end nothing that a verb could follow: prepositions, determiners
    hanging: frozenset[str]  # the clause after them is no sentence
    orders: frozenset[str]  # verbs that ask for something
    known_for: Mapping[str, frozenset[str]] = {}  # verbs only behind somebody or before such words; prepositions elsewhere


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KNOWN: Mapping[str, _Words] = {
    "da": _Words(
        verbs=_split(
            "er var har havde kan kunne vil ville skal skulle må måtte bør burde tør turde ved bliver blev får fik går gik gør gjorde"
        )
        | frozenset(form for forms in danish.IRREGULAR.values() for form in forms[1:2]),
        verb_ends=("er", "ede", "te", "år", "ør", "ier", "es"),
        no_verbs=_split(
            """sidste første næste bedste største mindste rette lette tætte flotte femte sjette eller efter over under altid
            mere især her der før år når hvor heller vinter sommer september oktober november december flere færre leder ellers"""
        ),
        actors=_split("jeg vi du man han hun de det i"),
        subjects=_split("jeg vi du man han hun de det den der ingen alle nogen begge fleste andre ham hende os dem"),
        objects=_split("mig dig ham hende os jer dem sig det den"),
        subject_ends=("en", "et", "ne", "er", "ere"),
        times=_split("dag går nat aften morgen morges aftes år uge måned gang sommer vinter siden"),
        joints=_split(
            """i på ved til fra hos af med for om under over efter mellem uden bag foran ad mod og eller en et mange hver to tre
            fire fem mine min mit din vores deres hans hendes sine nye gamle"""
        ),
        hanging=_split("at som der da når hvis fordi selvom mens hvor hvordan hvorfor hvad"),
        orders=_split(
            "kør sig hav bed lad ring skriv send hold flyt luk hent tag giv spørg brug prøv kig husk vent læg sæt stil mål tjek kom"
        ),
        known_for={"ved": _split("det ikke hvad hvor hvem hvordan hvorfor hvornår hvilken at om godt alt intet ingenting nok stadig")},
    ),
    "en": _Words(
        verbs=_split(
            """is are was were am has have had can could will would shall should may might must do does did i'm it's that's he's
            she's they're we're you're i've we've they've there's what's who's here's i'd we'd you'd he'd she'd they'd i'll we'll
            you'll he'll she'll they'll used required needed"""
        )
        | frozenset(past for past, _ in english.IRREGULAR.values())
        | frozenset(verb + "s" for verb in english.IRREGULAR if not verb.endswith(("s", "y", "h", "e")))
        | _split(
            "comes goes makes takes gives gets says knows keeps works starts stops needs wants looks costs leaves happens opens closes"
        ),
        verb_ends=("s", "ed"),
        no_verbs=_split(
            """this his its is us as less unless always perhaps across yes towards hers ours yours theirs need bed red times better
            fewer other another older newer bigger higher lower smaller larger faster later earlier longer shorter over under
            after never"""
        ),
        actors=_split("i we you they he she it people everyone everybody nobody somebody someone"),
        subjects=_split("i we you they he she it people everyone everybody nobody somebody someone both this that these those there"),
        objects=_split("us me him them the a an my our this that"),
        subject_ends=("s", "er", "or"),
        times=_split("today yesterday tonight morning night week"),
        joints=_split(
            """in on at to from of with for by under over after between without behind near and or a an the my our their his her its
            your two three four five"""
        ),
        hanging=_split("because when if who which where while although unless that how why"),
        orders=_split(
            "ask call check look start stop wait write ring try use open take give put keep get go come let tell bring read send please"
        ),
    ),
}
_PEOPLE = _split("us me him them")
# Known verbs that are nouns beside a determiner, or a preposition.
_NOUNS_TOO = _split(
    """must will can may might ved får cuts hits sets runs shows rides drinks stands leads falls meets draws
    starts stops needs works looks costs"""
)


def is_sentence(words: str, language: Language) -> bool:
    """Say whether words have a verb of their own that says when, or ask somebody to do something; else they are a fragment."""
    tokens = [token for token in analyse(words, language).tokens if token[0] in _WORDS or token[1] in _CLAUSE_ENDS]
    if len(tokens) < _LEAST:
        return False
    known = of(_KNOWN, language.code)
    hanging = 0
    for index in range(len(tokens)):
        if _hangs(tokens, index, known, language):
            hanging += 1
        elif _is_verb(tokens, index, known, language) or _asks(tokens, index, known):
            if not hanging:
                return True
            hanging -= 1
    return False


def _hangs(tokens: Sequence[Token], index: int, known: _Words, language: Language) -> bool:
    """Say whether a clause that hangs on another begins here."""
    norm = tokens[index][1]
    if norm not in known.hanging or index + 1 == len(tokens):
        return False
    after = tokens[index + 1][1]
    if index == 0 and (norm in ("der", "that", "who", "which") or _is_verb(tokens, 1, known, language)):
        return False  # “Der stod en mand”, “Da ringede Kaj”: nothing hangs there
    if norm == "at":
        return after in known.subjects or not after.endswith(tuple("aeiouyæøå"))  # else an infinitive
    if norm == "that":
        return tokens[index - 1][1] not in known.joints
    return not after.endswith("ing")


def _asks(tokens: Sequence[Token], index: int, known: _Words) -> bool:
    """Say whether a clause begins here with a verb that asks for something (“Ring til Kaj”, “Take the stairs”)."""
    if index and tokens[index - 1][1] not in _CLAUSE_ENDS or index + 1 == len(tokens):
        return False
    following = tokens[index + 1]
    return tokens[index][1] in known.orders and (following[0] == "number" or following[1] in known.joints | known.objects)


def _is_verb(tokens: Sequence[Token], index: int, known: _Words, language: Language) -> bool:
    """Say whether a word is a verb that says when: it is known for one, or ends like one beside somebody or a time."""
    kind, norm, flags, *_ = tokens[index]
    before = tokens[index - 1][1] if index else ""
    after = tokens[index + 1][1] if index + 1 < len(tokens) else ""
    determined = before in known.joints and not (index > 1 and tokens[index - 2][1] in language.clock_before)
    if norm in known.known_for and before not in known.actors and after not in known.known_for[norm]:
        return False  # «i salen, ved siden af Per»
    if _made_by(tokens, index, language):
        return False
    if norm in known.verbs or norm.endswith("n't"):
        return not (determined and norm in _NOUNS_TOO)
    if determined or kind == "number" or norm in known.no_verbs | known.joints | known.hanging or not before and after not in known.actors:
        return False
    if norm in language.past_verbs or norm in language.corporate_past or flags & REGULAR_PAST:
        return True
    ends = norm.endswith(known.verb_ends)
    if language.code == "da" and (is_finite(norm) and not (norm in NOUNS_TOO and before.endswith("e")) or ends and after in known.actors):
        return True  # “Kl. 5.40 hoster motoren”
    if language.code == "en" and (before in known.actors or ends and after in known.objects or after in _PEOPLE):
        return norm not in _CLAUSE_ENDS  # “people ring us”, “the crew hates that door”, “I walk”
    if index > 1 and before in known.subjects and tokens[index - 2][1] in known.joints:
        return False  # «i alle afdelinger»
    return ends and index > 0 and _may_act(tokens[index - 1], known, language)


def _made_by(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Say whether words begin with what was done to something, by somebody (“Made possible by Kaj”)."""
    past = language.code == "en" and index == 0 and tokens[0][1] in {participle for _, participle in english.IRREGULAR.values()}
    return past and any(token[1] == "by" for token in tokens[1:_NEAR])


def _may_act(token: Token, known: _Words, language: Language) -> bool:
    """Say whether a word ends a subject, or what says when."""
    kind, norm, *_ = token
    if norm in known.subjects or norm in known.times or norm in language.months or kind == "capital":
        return True
    return len(norm) > 3 and norm not in known.no_verbs and norm.endswith(known.subject_ends)
