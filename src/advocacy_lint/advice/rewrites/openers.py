"""Announcements: the opener goes and the news takes its place, in the order of words that a main clause has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from advocacy_lint.advice.rewrites.draft import REPLACE, Draft, Edit
from advocacy_lint.advice.rewrites.patterns import LEAD, compiled, forms
from advocacy_lint.advice.rewrites.words import capital
from advocacy_lint.model import Place, Span

_TELL = r"fortælle|meddele|annoncere|offentliggøre|afsløre|dele|oplyse|bekendtgøre|sige|informere[ ]om|melde[ ]ud|røbe|løfte[ ]sløret[ ]for|dele[ ](?:den[ ](?:\w+[ ])?nyhed|nyheden)(?:[ ]om)?"
_TELL_EN = "announce|share|say|report|reveal|tell[ ]you|let[ ]you[ ]know|confirm|inform[ ]you"
_GLAD = r"(?:[^\W\d_]+[ ,]{1,2}){0,6}?(?:super|mega|pave|kæmpe)?(?:stolte?|glade?|lykkelige?|begejstre(?:t|de)|beære(?:t|de)|henrykte?|ydmyge?|spændte?|taknemmelige?)(?:[ ]og[ ]\w+)?[ ](?:af|over|for)"
_GLAD_EN = r"(?:[a-z]+[ ]){0,3}?(?:proud|happy|thrilled|delighted|excited|pleased|honou?red|humbled|glad|elated|overjoyed|stoked|pumped|privileged|over[ ]the[ ]moon)(?:(?:,|[ ]and)[ ](?:\w+[ ])?\w+){0,2}"
# How an announcement begins in Danish, up to the “at” whose clause is the news.
_THAT_DA = rf"""(?:(?:i[ ]dag|nu|endelig|så|derfor)[ ])?(?:
      (?:vi|jeg)[ ]er[ ]{_GLAD}[ ](?:endelig[ ]|nu[ ]|i[ ]dag[ ])?at(?:[ ](?:endelig[ ])?kunne)?[ ](?:{_TELL})
    | er[ ](?:vi|jeg)[ ]{_GLAD}[ ]at(?:[ ]kunne)?[ ](?:{_TELL})
    | (?:stolte?|glade?)[ ](?:af|over|for)[ ]at(?:[ ]kunne)?[ ](?:{_TELL})
    | det[ ]er[ ](?:os[ ]|mig[ ])?(?:med[ ])?(?:en[ ])?(?:stor[ ]|enorm[ ]|største[ ]|særlig[ ])?(?:glæde|stolthed|fornøjelse|ære),?[ ]at[ ](?:(?:vi|jeg)[ ](?:i[ ]dag[ ]|nu[ ]|hermed[ ]|endelig[ ])?kan|kunne)[ ](?:{_TELL})
    | med[ ](?:(?:stor|største|enorm)[ ])?(?:glæde|stolthed|fornøjelse)[ ]kan[ ](?:vi|jeg)[ ](?:nu[ ]|i[ ]dag[ ]|endelig[ ])?(?:{_TELL})
    | (?:vi|jeg)[ ]kan[ ](?:i[ ]dag|nu|endelig|hermed|med[ ](?:stor[ ])?(?:glæde|stolthed))[ ](?:endelig[ ])?(?:{_TELL})
    | kan[ ](?:vi|jeg)[ ](?:endelig[ ]|nu[ ]|med[ ]stolthed[ ]|med[ ]glæde[ ]|hermed[ ])?(?:{_TELL})
    | (?:vi|jeg)[ ]vil[ ]gerne[ ](?:gøre[ ]opmærksom[ ]på|{_TELL})
    | det[ ]glæder[ ](?:os|mig)[ ](?:meget[ ])?at[ ]kunne[ ](?:{_TELL})
    | så[ ]kom[ ]dagen(?:[ ]endelig)?,?[ ]hvor[ ](?:vi|jeg)[ ](?:endelig[ ])?kan[ ](?:{_TELL})
    | (?:vi|jeg)[ ]glæder[ ](?:os|mig)[ ](?:over|til)[ ]at(?:[ ]kunne)?[ ](?:{_TELL})
    )(?:[ ]jer|[ ]dig)?,?[ ]at[ ]"""
_WELCOME_DA = rf"""(?:vi|jeg)[ ]er[ ]{_GLAD}[ ]at(?:[ ]kunne)?[ ](?:byde|sige)[ ](?:(?:et[ ])?(?:stort[ ]|hjertelig[ ]|hjerteligt[ ]|varmt[ ])*)velkommen[ ]til[ ]"""
_SHOW_DA = rf"""(?:(?:vi|jeg)[ ]er[ ]{_GLAD}[ ]at(?:[ ]kunne)?|(?:vi|jeg)[ ]kan[ ](?:i[ ]dag|nu|endelig|med[ ]stolthed)|(?:i[ ]dag|nu)[ ]kan[ ](?:vi|jeg)(?:[ ]endelig)?)[ ](?:præsentere|introducere|lancere|vise[ ]jer|afsløre)[ ](?=(?:vores|min|mit|mine|vort)[ ])"""
_THANK_DA = r"""(?:(?:vi|jeg)[ ]vil[ ]gerne[ ](?:benytte[ ]lejligheden[ ]til[ ]at[ ])?|(?:og[ ])?så[ ]vil[ ](?:vi|jeg)[ ]gerne[ ])(?:
      (?:rette|sende)[ ]en[ ](?:(?:stor|kæmpe|særlig|varm|enorm|hjertelig)[ ]){0,3}tak[ ]til[ ]
    | sige[ ](?:(?:tusind|stort|stor|mange|kæmpe|hjertelig)[ ])?tak[ ](?P<to>til|for)[ ]
    | takke[ ](?:(?P<who>[^.,:;]{2,40}?)[ ])?(?P<for>for)[ ]
    )(?![^.!?\n]*[ ](?:og|men)[ ](?:ser|glæder|håber|vil|er|har|kan|lover|ønsker|skal)\b)"""  # who else does the second?
_CHOSEN_DA = rf"""(?P<s>vi|jeg)[ ]er[ ]{_GLAD}[ ]at[ ](?:være[ ](?:blevet[ ])?|blive[ ])
    (?P<v>valgt|udnævnt|kåret|nomineret|indstillet|hædret|udvalgt|certificeret|optaget|udpeget|inviteret|anerkendt)\b"""
_DONE_DA = (
    rf"(?P<s>vi|jeg)[ ]er[ ]{_GLAD}[ ]at[ ]have[ ](?P<v>fået|vundet|åbnet|bestået|afsluttet|indgået|modtaget|solgt|købt|gennemført|ansat)\b"
)
_OFFER_DA = (
    rf"(?:det[ ]er[ ](?:os[ ])?en[ ](?:stor[ ])?(?:glæde|fornøjelse)[ ]at[ ]kunne|(?P<s>vi)[ ]er[ ]{_GLAD}[ ]at[ ]kunne)[ ]tilbyde[ ]"
)

_THAT_EN = rf"""(?:(?:today|finally|so),?[ ])?(?:
      (?:(?:we[ ]are|we['’]re|I[ ]am|I['’]m)[ ])?{_GLAD_EN}[ ]to[ ](?:(?:finally|officially|be[ ]able[ ]to|now|be)[ ])?(?:{_TELL_EN})(?:[ ]the[ ]news)?
    | it[ ](?:is|gives[ ](?:me|us))[ ](?:with[ ])?(?:great|immense|much|huge)?[ ]?(?:pleasure|pride|joy|excitement)[ ](?:that[ ](?:I|we)(?:[ ]can)?|to)[ ](?:{_TELL_EN})
    | (?:we|I)[ ]can[ ](?:now|finally|at[ ](?:long[ ])?last|officially)[ ](?:(?:officially|finally|now)[ ])?(?:{_TELL_EN})(?:[ ]the[ ]news)?
    | (?:we|I)[ ]could(?:n['’]t|[ ]not)[ ]be[ ](?:happier|prouder|more[ ][a-z]+)[ ]to[ ](?:{_TELL_EN})(?:[ ]the[ ]news)?
    )[ ]that[ ]"""
_BARE_EN = rf"""(?:(?:we[ ]are|we['’]re|I[ ]am|I['’]m)[ ])?{_GLAD_EN}[ ]to[ ](?:(?:finally|officially)[ ])?(?:announce|share|say|report)[ ]
    (?=(?:I['’]ve|I['’]m|I['’]ll|we['’]ve|we['’]re|we['’]ll|I[ ](?:have|am|will|was)|we[ ](?:have|are|will|were))[ ])"""
_SHOW_EN = rf"""(?:(?:we[ ]are|we['’]re|I[ ]am|I['’]m)[ ])?{_GLAD_EN}[ ]to[ ](?:(?:finally|officially)[ ])?(?:introduce|present|unveil|launch|share|announce)[ ](?=(?:our|my)[ ])(?P<np>(?:our|my)[ ](?:[\w'’-]+[ ]){{0,4}}?[\w'’-]+)(?=[.!]|[ ](?:for|with|in|at|to|from|on|of)\b)"""
_CHOSEN_EN = rf"""(?:(?P<s>we[ ]are|we['’]re|I[ ]am|I['’]m)[ ])?{_GLAD_EN}[ ]to[ ](?:
      have[ ](?P<v>been[ ]\w+|won|received|joined|completed|passed|finished|opened)
    | be[ ](?P<b>named|recogni[sz]ed|ranked|chosen|selected|nominated|shortlisted|honou?red|invited|featured|listed|elected|voted|appointed|included|accepted)
    )\b"""
_THANKS_EN = r"(?:(?:I|we)(?:['’]d|[ ]would)[ ]like[ ]to|(?:I|we)[ ]want(?:ed)?[ ]to)[ ](?:take[ ](?:a[ ]moment|this[ ]opportunity)[ ]to[ ])?say[ ](?:a[ ])?(?:(?:huge|big|massive|special)[ ])?thank[ ]you[ ]to[ ](?![^.!?\n]*[ ](?:and|but)[ ](?:look|hope|wish|will|am|are|have|can|promise)\b)"
_WELCOME_EN = rf"""(?:(?:we[ ]are|we['’]re|I[ ]am|I['’]m)[ ])?{_GLAD_EN}[ ]to[ ](?:(?:finally|officially)[ ])?welcome[ ](?P<who>(?-i:[A-Z])[\w-]+(?:[ ](?-i:[A-Z])[\w-]+){{0,3}})[ ]to[ ](?P<where>(?:the|our)[ ]team|(?-i:[A-Z])\w+)(?=[.!])"""
# A deed behind a feeling: “Yesterday we had the honour to host …”, «I sidste uge havde jeg æren af at besøge …».
_VERBS_EN = "attend|present|visit|join|host|meet|speak|talk|take|welcome|receive|share|moderate|represent|lead|give|help|spend|celebrate|open|open up|see|run|accept|teach|chair|facilitate"
_WAS_EN = rf"""(?P<when>(?:(?:earlier|late)[ ](?:this|last)[ ]\w+|(?:last|this)[ ]\w+|yesterday|recently|on[ ]\w+day(?:[ ]\w+)?|as[ ]a[ ][^,.!?]{{3,40}}),?[ ])?
    (?P<s>I|we)[ ](?P<also>also[ ])?(?:(?:was|were)[ ](?P<too>also[ ])?(?:{_GLAD_EN}|(?:so[ ]|very[ ]|really[ ])*(?:lucky|fortunate)[ ]enough)[ ]to|had[ ](?P<three>also[ ])?the[ ](?:\w+[ ])?
    (?:pleasure|privilege|honou?r|opportunity|chance|joy)[ ]to)[ ](?:be[ ]able[ ]to[ ])?(?P<v>{_VERBS_EN})\b"""
_PAST_DA = forms(
    "besøge besøgte deltage deltog præsentere præsenterede møde mødte holde holdt tale talte være var modtage modtog repræsentere repræsenterede",
    "stå stod vise viste åbne åbnede undervise underviste lede ledede se så fortælle fortalte hilse hilste gæste gæstede byde bød",
)
_VERBS_DA = "|".join(_PAST_DA)
_FELT_DA = r"(?:fornøjelsen[ ]af|æren[ ]af|glæden[ ]af|privilegiet[ ]af|den[ ](?:store[ ])?(?:fornøjelse|ære|glæde))"
_WAS_DA = rf"""(?:(?P<when>(?:i[ ](?:går|\w+dags|sidste[ ]uge|denne[ ]uge)|forleden|sidste[ ]\w+|tidligere[ ]på[ ]ugen|for[ ]nylig)[ ])(?:havde[ ](?P<s>vi|jeg)[ ]{_FELT_DA}|var[ ](?P<s2>vi|jeg)[ ](?:så[ ])?(?:heldige?|privilegere(?:t|de))[ ](?:nok[ ]til[ ])?at[ ](?:få[ ]lov[ ]til|kunne)?)
    |(?P<s3>vi|jeg)[ ](?:havde[ ]{_FELT_DA}))[ ]?(?:at[ ])(?P<v>{_VERBS_DA})\b"""
_SECOND_VERB = re.compile(
    rf"\b(?:and|og)[ ](?:to[ ]|at[ ])?(?:{_VERBS_EN}|{_VERBS_DA}|be|hear|learn|listen|discuss|hear|høre|lære|drøfte|få|dele|snakke|tale)\b",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r"(?:,[ ]?|\b)(?:and|but)[ ]that[ ]", re.IGNORECASE)
_I = re.compile(r"\b(?:I|my|me)\b")

Rest = Callable[["re.Match[str]", str, Draft], str | None]


def _clause(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    from advocacy_lint.languages.word_order import main_clause  # Danish drafts alone need it

    return main_clause(rest)


def _sentence(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    return None if _SAYS_MORE.search(rest) or len(rest.split()) < 3 else capital(rest)


def _thank(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    if found["who"]:
        return f"Tak til {found['who']} for {rest}"
    return f"Tak {found['to'] or found['for'] or 'til'} {rest}"


def _before(words: str) -> Rest:
    return lambda found, rest, draft: f"{words}{rest}"


def _chosen(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    return f"{capital(found['s'])} er {found['v']}{rest}"


def _done(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    return f"{capital(found['s'])} har {found['v']}{rest}"


def _offered(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    """Return “Nu kan vi tilbyde …”, where the sender is a “vi”."""
    return f"Nu kan vi tilbyde {rest}" if found["s"] or re.search(r"\b(?:vi|os|vores)\b", draft.text, re.IGNORECASE) else None


def _acted(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    """Return the deed that somebody was delighted to do; nothing where there are two."""
    from advocacy_lint.languages.forms import english

    if _SECOND_VERB.search(rest):
        return None
    also = found["also"] or found["too"] or found["three"] or ""
    past = english.verb(found["v"].lower())["past"][0]
    return capital(f"{found['when'] or ''}{'I' if found['s'].lower() == 'i' else 'we'} {also}{past}{rest}")


def _acted_da(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    """Return the deed that somebody had the pleasure of, with its verb second; nothing where there are two."""
    if _SECOND_VERB.search(rest):
        return None
    past = _PAST_DA[found["v"].lower()]
    subject = (found["s"] or found["s2"] or found["s3"]).lower()
    return f"{capital(found['when'])}{past} {subject}{rest}" if found["when"] else f"{capital(subject)} {past}{rest}"


def _here(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    noun = found["np"].rsplit(" ", 1)[-1]
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return f"Here {'are' if plural else 'is'} {found['np']}{rest}"


def _have(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    subject = found["s"]
    if subject is None:
        subject = "I" if _I.search(draft.text) else None
    if subject is None:
        return None
    return f"{'We' if subject.lower().startswith('we') else 'I'}'ve {found['v'] or 'been ' + found['b']}{rest}"


def _welcomed(found: re.Match[str], rest: str, draft: Draft) -> str | None:
    return f"Welcome to {found['where']}, {found['who']}{rest}"


_TELLING = tuple(
    "opmærksom fortælle meddele annoncere offentliggøre afsløre dele oplyse bekendtgøre sige informere melde røbe sløret".split()
)
_TELLING_EN = tuple(f"{verb} {what}that " for verb in _TELL_EN.replace("[ ]", " ").split("|") for what in ("", "the news "))
# Of a language: words of which one occurs wherever the pattern does, the pattern, what to make of the rest of the sentence, and whether it is safe.
_SHAPES: dict[str, tuple[tuple[tuple[str, ...], str, Rest, bool], ...]] = {
    "da": (
        (_TELLING, _THAT_DA, _clause, True),
        (("velkommen til",), _WELCOME_DA, _before("Velkommen til "), True),
        (("præsentere", "introducere", "lancere", "vise jer", "afsløre"), _SHOW_DA, _before("Her er "), False),
        (("gerne",), _THANK_DA, _thank, True),
        ((" at være ", " at blive "), _CHOSEN_DA, _chosen, False),
        ((" at have ",), _DONE_DA, _done, False),
        (("tilbyde",), _OFFER_DA, _offered, False),
        ((" at ",), _WAS_DA, _acted_da, False),
    ),
    "en": (
        (_TELLING_EN, _THAT_EN, _sentence, True),
        (("announce", "share", "say", "report"), _BARE_EN, _sentence, True),
        (("introduce", "present", "unveil", "launch", "share", "announce"), _SHOW_EN, _here, False),
        ((" to have ", " to be "), _CHOSEN_EN, _have, False),
        (("welcome",), _WELCOME_EN, _welcomed, True),
        ((" to ",), _WAS_EN, _acted, False),
        (("thank you to",), _THANKS_EN, _before("Thank you to "), True),
    ),
}


def opener(place: Place, sentence: Span, draft: Draft) -> Edit | None:
    """Return the sentence of a place without its announcement; None where it has none, or what is left would not be a sentence."""
    known = draft.openers.get(sentence.start)
    if known is None:
        known = draft.openers[sentence.start] = list(_opened(sentence, draft))
    return next((edit for end, edit in known if place.start < end), None)


def _opened(sentence: Span, draft: Draft) -> Iterator[tuple[int, Edit | None]]:
    """Yield where each announcement that a sentence begins with ends, and the sentence without it."""
    text = draft.text[sentence.start : sentence.end]
    lead = compiled(LEAD).match(text)
    start = lead.end() if lead else 0
    lower = text.lower()
    for needles, pattern, make, safe in _SHAPES.get(draft.language, ()):
        if not any(needle in lower for needle in needles):
            continue
        found = compiled(pattern).match(text, start)
        if found is None:
            continue
        rest = text[found.end() :]
        new = make(found, rest, draft)
        if new is None or len(new.split()) < 3:
            yield sentence.start + found.end(), None
            continue
        kept = _common_end(rest, new)
        yield sentence.start + found.end(), Edit(REPLACE, sentence.start + start, sentence.end - kept, new[: len(new) - kept], safe)


def _common_end(old: str, new: str) -> int:
    """Return how many characters at the end stay as they are, up to a blank: an edit is no larger than it must be."""
    same = 0
    while same < min(len(old), len(new)) and old[-same - 1] == new[-same - 1]:
        same += 1
    cut = old[len(old) - same :].find(" ") if same < len(old) else 0
    return same - cut if same and cut >= 0 else 0
