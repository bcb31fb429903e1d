"""English: what can be put more plainly, whatever rule points at it."""

from __future__ import annotations

import re

from advocacy_lint.advice.rewrites.patterns import Change, Opening, by_form, forms
from advocacy_lint.text.links import LINK

_SUBJECT = r"(?:we|I|they|you|he|she|it|who)"
_HELPER = r"(?:to|can|will|could|would|should|must|may|might|have|has|had|and|we've|I've|they've)"
_DET = r"(?:the|a|an|our|my|their|his|her|your|this|that|these|those|its|all|some|any|two|three|every|each|\d+|(?-i:[A-Z])\w+)"
_PRAISE = r"""(?:(?:truly|really|super|incredibly|highly|extremely|absolutely)[ ])?(?:amazing|incredible|fantastic|talented|dedicated|passionate|innovative|wonderful|awesome|outstanding|exceptional|extraordinary
    |hardworking|hard-working|world-class|cutting-edge|groundbreaking|inspiring|brilliant|phenomenal|remarkable|unbelievable|visionary|best-in-class|state-of-the-art|unparalleled|unrivalled|stellar)"""
_LISTED = rf"{_PRAISE}(?:(?:,[ ]|,?[ ]and[ ]|[ ]){_PRAISE})*"
_POSSESSIVE = r"(?:our|my|their|his|her|your|the|these|those)"
_NOT_NOUN = r"(?!and\b|or\b|to\b|in\b|of\b|that\b|at\b|for\b|with\b|is\b|are\b|but\b)"
# What stands before the facts that a frame asks to keep.
KEEP = "keep"
_FEELING = r"(?:proud|happy|excited|grateful|thankful|thrilled|pleased|delighted|humbled|honou?red|impressed)"
_VOWEL = r"(?=[aeiou](?!ne\b|ni|se)|hour|honest)"
_PERIOD = {
    "weekly": "every week",
    "daily": "every day",
    "monthly": "every month",
    "yearly": "every year",
    "annual": "every year",
    "quarterly": "every quarter",
}
_ACTS = {
    "review": "review reviews reviewed",
    "survey": "survey surveys surveyed",
    "inspection": "inspect inspects inspected",
    "assessment": "assess assesses assessed",
    "evaluation": "evaluate evaluates evaluated",
    "analysis": "analyse analyses analysed",
}
_MAKES = {
    "carry out": 0,
    "carries out": 1,
    "carried out": 2,
    "conduct": 0,
    "conducts": 1,
    "conducted": 2,
    "perform": 0,
    "performs": 1,
    "performed": 2,
    "undertake": 0,
    "undertook": 2,
}
# Describing words that a noun loses nothing by.
_GLOSSES = (
    "innovative|groundbreaking|ground-breaking|cutting-edge|world-class|revolutionary|game-changing|best-in-class|state-of-the-art|next-generation"
    "|next-gen|flagship|award-winning|market-leading|industry-leading|world-leading|strategic|holistic|data-driven|unparalleled|unrivalled"
    "|unmatched|transformative|transformational|trailblazing|pioneering|top-notch|first-class|future-proof|one-of-a-kind|visionary|seamless"
    "|scalable|prestigious|unprecedented|unforgettable|thought-provoking"
)
_GLOSSY = rf"(?:{_GLOSSES})"
_BEFORE_NOUN = r"(?:our|my|their|his|her|your|its|the|this|that|these|those|any|of|with|for|on|by|from|new|two|three|many|several|some|all)"
_EVENT = r"(?:workshop|session|meeting|training|course|seminar|discussion|webinar)"


def indefinite_article(word: str) -> str:
    """Return “a” or “an”, as the word after it asks."""
    return "an" if re.match(_VOWEL, word, re.IGNORECASE) else "a"


def _article(found: re.Match[str]) -> str | None:
    return indefinite_article(found["noun"])


def _act(found: re.Match[str]) -> str | None:
    return _ACTS[found["act"].lower()].split()[_MAKES[found["make"].lower()]]


# What only says a feeling louder: it goes where a rule has nothing better to put there.
LOUDER = (
    Change(
        "absolutely|beyond|extremely|immensely|incredibly|insanely|super|truly|unbelievably",
        rf"\b(?P<x>(?:so[ ])?(?:incredibly|super|extremely|absolutely|truly|beyond|insanely|unbelievably|immensely)[ ])(?={_FEELING}\b)",
        "",
    ),
)

CHANGES = (
    # officialese
    Change("in order to", r"\b(?<!so[ ]as[ ])in[ ]order[ ]to\b(?![ ]not)", "to"),
    Change("prior to", r"\bprior[ ]to\b", "before"),
    Change("subsequent to", r"\bsubsequent[ ]to\b", "after"),
    Change("due to the fact that", r"\bdue[ ]to[ ]the[ ]fact[ ]that\b", "because"),
    Change(" the fact that", r"\b(?:despite|in[ ]spite[ ]of)[ ]the[ ]fact[ ]that\b", "although"),
    Change(" in time", r"\bat[ ](?:this[ ]point|the[ ]present[ ]moment|this[ ]moment)[ ]in[ ]time\b", "now"),
    Change("in the event that", r"\bin[ ]the[ ]event[ ]that\b", "if"),
    Change("in close proximity to", r"\bin[ ]close[ ]proximity[ ]to\b", "near"),
    Change(
        "in relation to|with regard",
        r"\b(?:spoke|speak|talk|talked|wrote|write|asked|ask|called|questions?|concerns?|news|talks)[ ](?P<x>with[ ]regards?[ ]to|in[ ]relation[ ]to)\b",
        "about",
    ),
    Change(
        "regarding",
        r"\b(?:spoke|speak|talk|talked|wrote|write|asked|questions?|concerns?|news|queries|information|emails?|calls?)[ ](?P<x>regarding)\b",
        "about",
    ),
    Change(
        "majority of", r"\bthe[ ](?:vast[ ])?majority[ ]of(?=[ ](?:the|our|these|those|its|their|my|his|her|your|them|us|it)\b)", "most of"
    ),
    Change(
        "majority of",
        r"\bthe[ ](?:vast[ ])?majority[ ]of(?=[ ](?:[a-z-]+s|people)\b)(?![ ](?:the|our|these|those|its|their|my|his|her|us|this)\b)",
        "most",
    ),
    Change("additionally|furthermore|moreover", r"^(?P<x>furthermore|moreover|additionally)(?=,[ ])", "also"),
    Change("commenced", r"\b(?:has|have|had)[ ](?P<x>commenced)\b", "begun"),
    Change("commenced", r"\b(?:we|I|they|it|work|trials|building|drilling)[ ](?P<x>commenced)\b", "began"),
    Change("commence", r"\b(?:to|will|can|we|they|I)[ ](?P<x>commence)(?=[ ]|[.,])", "begin"),
    Change(
        "sufficient ",
        r"\b(?<!a[ ])(?<!an[ ])(?<!the[ ])(?<!self-)sufficient[ ](?=[a-z]+)(?!number|amount|quantity|condition|reason)",
        "enough ",
    ),
    Change(
        " basis", r"\bon[ ]an?[ ](?P<p>weekly|daily|monthly|yearly|annual|quarterly)[ ]basis\b", lambda found: _PERIOD[found["p"].lower()]
    ),
    Change(" going forward", r"(?P<x>,?[ ]going[ ]forward)(?=[.!]|$)", ""),
    Change("collaboration|cooperation|partnership", r"\bin[ ]close[ ](?:collaboration|cooperation|partnership)[ ]with\b", "with"),
    Change(
        "should you have any que",
        r"\bshould[ ]you[ ]have[ ]any[ ](?:queries|questions)(?:[ ](?:regarding|about)[ ]the[ ]above)?(?=,)",
        "if you have questions",
    ),
    Change("number of", r"\b(?<!the[ ])a[ ](?:large[ ])?number[ ]of(?=[ ][a-z-]+s\b)(?<!a[ ]large[ ]number[ ]of)", "several"),
    Change("with the exception of", r"\bwith[ ]the[ ]exception[ ]of\b", "except"),
    Change("take into consideration", r"\btake[ ]into[ ]consideration\b", "consider"),
    # puffed verbs
    Change("able to", r"\b(?:is|are)[ ](?P<n>not[ ])?able[ ]to\b", lambda found: "cannot" if found["n"] else "can"),
    Change(" the ability to", r"\b(?<!to[ ])(?:has|have)[ ]the[ ]ability[ ]to\b", "can"),
    Change(
        " decision",
        r"\b(?P<m>make|makes|made)[ ](?:the|a)[ ]decision(?=[ ]to\b)",
        lambda found: forms("make decide makes decides made decided")[found["m"].lower()],
    ),
    Change(
        " use of",
        r"\b(?P<m>make|makes|made|making)[ ]use[ ]of\b",
        lambda found: forms("make use makes uses made used making using")[found["m"].lower()],
    ),
    Change(
        "conduct|perform|undert|carr",
        rf"\b(?P<make>{'|'.join(_MAKES).replace(' ', '[ ]')})[ ](?:a|an|the)[ ](?P<act>{'|'.join(_ACTS)})[ ]of\b",
        _act,
    ),
    Change(
        "facilitate",
        rf"\b(?P<x>facilitated|facilitates|facilitate)(?=[ ](?:a|an|the|our|two|three)[ ](?:\w+[ ])?{_EVENT}s?\b)",
        by_form(forms("facilitated ran facilitates runs facilitate run")),
    ),
    Change(
        "assist",
        rf"\b(?:{_SUBJECT}|{_HELPER}|(?-i:[A-Z])\w+)[ ](?P<x>assist|assists|assisted)(?=[ ]{_DET}\b)",
        by_form(forms("assist help assists helps assisted helped")),
    ),
    Change("utili", r"\b(?P<x>utili[sz]e|utili[sz]es|utili[sz]ed|utili[sz]ing)\b(?<!under-utili[sz]ed)", lambda found: _used(found["x"])),
    Change(
        "leverage",
        rf"\b(?:{_SUBJECT}|{_HELPER}|(?-i:[A-Z])\w+)[ ](?P<x>leverage|leverages|leveraged)(?=[ ]{_DET}\b)(?![ ](?:buyout|loan))",
        by_form(forms("leverage use leverages uses leveraged used")),
    ),
    Change("endeavo", rf"\b(?:{_SUBJECT}|will|shall)[ ](?P<x>endeavou?r)(?=[ ]to\b)", "try"),
    Change(
        "provide",
        r"\b(?P<x>(?P<v>provide|provides|provided)[ ]support[ ]to)\b",
        lambda found: forms("provide support provides supports provided supported")[found["v"].lower()],
    ),
    Change(
        "provide",
        r"\b(?P<x>(?P<v>provide|provides|provided)[ ](?:assistance|help)[ ]to)\b",
        lambda found: forms("provide help provides helps provided helped")[found["v"].lower()],
    ),
    Change("in the process of", r"\b(?:are|is|was|were|am|'re|’re|'m|’m)[ ](?P<x>in[ ]the[ ]process[ ]of[ ])(?=\w+ing\b)", ""),
    Change("consideration to", r"\bgive[ ]consideration[ ]to\b", "consider"),
    Change("with effect from", r"\bwith[ ]effect[ ]from\b", "from"),
    Change("in excess of", r"\bin[ ]excess[ ]of(?=[ ][\d£$€])", "more than"),
    Change("until such time as", r"\buntil[ ]such[ ]time[ ]as\b", "until"),
    Change("per annum", r"\bper[ ]annum\b", "a year"),
    Change(
        "purchase",
        r"\b(?:we|I|they|he|she|you|to|have|has|'ve|’ve)[ ](?P<x>purchase|purchases|purchased)(?=[ ](?:the|a|an|two|three|our|\d+)\b)",
        by_form(forms("purchase buy purchases buys purchased bought")),
    ),
    Change(
        "attempt", r"\b(?:we|I|they|he|she|you|will)[ ](?P<x>attempt|attempted)(?=[ ]to\b)", by_form(forms("attempt try attempted tried"))
    ),
    # praise
    Change(
        "amazing|awesome|best-in-class|brilliant|cutting-edge|dedicated|exceptional|extraordinary|fantastic|groundbreaking|hard-working|hardworking|incredible|innovative|inspiring|outstanding|passionate|phenomenal|remarkable|state-of-the-art|stellar|talented|unbelievable|unparalleled|unrivalled|visionary|wonderful|world-class",
        rf"\b{_POSSESSIVE}[ ](?P<x>{_LISTED}[ ]){_NOT_NOUN}(?=(?-i:[a-z]){{3}})",
        "",
    ),
    Change(_GLOSSES, rf"\b(?P<x>an?[ ]{_GLOSSY})[ ](?P<noun>(?-i:[a-z])+)\b(?![ ]and\b)", _article, False),
    Change(
        "best-in-class|cutting-edge|groundbreaking|innovative|state-of-the-art|world-class",
        r"\b(?!an?\b|the\b|more\b|most\b|so\b|and\b|very\b|truly\b|is\b|are\b|was\b|were\b|be\b|\w+['’]s\b)[a-z]+[ ](?P<x>(?:innovative|cutting-edge|world-class|groundbreaking|best-in-class|state-of-the-art)[ ])(?=(?-i:[a-z])+s\b)",
        "",
    ),
    Change(_GLOSSES, rf"\b{_BEFORE_NOUN}[ ](?P<x>{_GLOSSY}[ ]){_NOT_NOUN}(?=(?-i:[a-z]){{3}}|(?-i:[A-Z]){{2}})", "", False),
    Change(
        "asx|lse|nasdaq|nyse|otcqx|sgx|tsx",
        r"(?P<x>[ ]\((?:asx|lse|nasdaq|nyse|otcqx|sgx|tsx)(?:[ ]\w+)?[ ]?:[ ]?[\w.]{1,8}\))",
        "",
    ),
    Change("like no other|second to none", r"(?P<x>[ ](?:second[ ]to[ ]none|like[ ]no[ ]other))(?=[.!?,]|$)", ""),
    # A thank-you to everybody is no better for being smaller: there a name is what is missing.
    Change(
        "thank",
        r"^(?P<x>(?:a[ ])?(?:huge|massive|big|special|heartfelt|enormous)[ ])(?=(?:thank[ ]you|thanks)[ ]to\b"
        r"(?![ ](?:all|everyone|everybody|each|every|our|the|those|you|my[ ](?:\w+[ ])?(?:team|colleagues|network|followers|family|friends))\b))",
        "",
    ),
    Change(
        "leading ",
        r"^we[ ]are[ ](?:a|the|one[ ]of[ ]the)[ ](?:\w+['’]s[ ]|\w+[ ])?leading[ ](?:manufacturers?|makers?|producers?)[ ]of\b",
        "we make",
        False,
    ),
    Change(
        "leading ",
        r"^we[ ]are[ ](?:a|the|one[ ]of[ ]the)[ ](?:\w+['’]s[ ]|\w+[ ])?leading[ ](?:providers?|suppliers?)[ ]of\b",
        "we supply",
        False,
    ),
)


def _used(form: str) -> str:
    ending = form.lower().replace("z", "s").removeprefix("utilis")
    return {"e": "use", "es": "uses", "ed": "used", "ing": "using"}[ending]


EMPTY = (
    Opening(
        "a rapidly|a world |an ever-changing|an increasingly|today",
        r"in[ ](?:today['’]s[ ](?:fast|rapid|ever|competitive|digital|modern|world|business|complex|dynamic|environment|landscape|economy|society|age|market|busy|hyper|data|workplace)|an[ ]ever-changing|a[ ]rapidly|an[ ]increasingly|a[ ]world[ ](?:where|of|full))\b",
    ),
    Opening("in a", r"in[ ](?:an[ ]era|an[ ]age|a[ ]time)[ ](?:of|where|when)\b"),
    Opening(
        "dive in|unpack|get into it|go|do this|make it happen",
        r"let['’]s[ ](?:dive[ ]in|unpack|get[ ]into[ ]it|go|do[ ]this|make[ ]it[ ]happen)\b",
    ),
    Opening("let that sink in", r"let[ ]that[ ]sink[ ]in"),
    Opening(
        "looking forward to ",
        r"(?:really[ ]|very[ ]much[ ]|so[ ])?looking[ ]forward[ ]to[ ](?:learning|growing|continuing|working|the|a|what|many|more|this|our|seeing|even)\b",
    ),
    Opening("together", r"together,?[ ](?:we|let['’]s)\b"),
    Opening(
        "look forward to ",
        r"(?:we|I)[ ](?:really[ ]|truly[ ]|very[ ]much[ ])?look[ ]forward[ ]to[ ](?:a|the|our|many|more|continuing|working|this|what|seeing|growing)\b",
    ),
    Opening(
        "excited ",
        r"(?:we['’]re[ ]|I['’]m[ ]|we[ ]are[ ]|I[ ]am[ ])?(?:so[ ]|super[ ]|very[ ]|really[ ])?excited[ ](?:for|to[ ]see|about)[ ](?:the|this|what|our|everything|all)\b",
    ),
    Opening("s to many|s to more|s to the|s to a|s to what|s to our", r"here['’]s[ ]to[ ](?:many|more|the|a|another|what|our)\b"),
    Opening("more soon|more to come|stay tuned|watch this space", r"(?:stay[ ]tuned|watch[ ]this[ ]space|more[ ]to[ ]come|more[ ]soon)\b"),
    Opening("beginning|start", r"(?:this[ ]is|it['’]s|and[ ]this[ ]is)[ ](?:just|only)[ ]the[ ](?:beginning|start)\b"),
    Opening(" getting started", r"we['’]?(?:re|[ ]are)[ ](?:only[ ]just|just|only)[ ]getting[ ]started\b"),
    Opening("the best is yet to come", r"the[ ]best[ ]is[ ]yet[ ]to[ ]come"),
    Opening("continues|has only|is bright|looks bright", r"the[ ](?:future|journey)[ ](?:is[ ]bright|looks[ ]bright|continues|has[ ]only)"),
    Opening(" upward", r"onwards?[ ](?:and|&)[ ]upwards?\b"),
    Opening(
        "what a",
        r"what[ ]an?[ ](?:\w+[ ])?(?:day|week|night|journey|ride|year|event|evening|experience)\b(?![ ](?:looks?|is|costs?|means?|does|feels?|was|takes?|brings?|in[ ]the[ ]life)\b)",
    ),
    Opening(" couldn", r"(?:we|I)[ ]couldn['’]t[ ]be[ ](?:more[ ])?(?:proud|happi|excit|thrill|grate)"),
    Opening(" wait", r"(?:can['’]t|cannot)[ ]wait\b"),
    Opening(
        "amazing|fantastic|incredible|unforgettable",
        r"(?:it|this)[ ](?:has[ ]been|was|is)[ ](?:truly[ ])?an?[ ](?:incredible|amazing|fantastic|unforgettable)[ ](?:journey|experience|ride)\b",
    ),
    Opening("words can", r"words[ ](?:can['’]t|cannot)[ ](?:express|describe)\b"),
)
# The same, though they hold a year or a capital.
ANYWAY = (
    Opening(" ready for ", r"(?:and[ ])?(?:we['’]re|we[ ]are)[ ]ready[ ]for[ ]\d{4}\W*$"),
    Opening("s to ", r"here['’]s[ ]to[ ]\d{4}\W*$"),
    Opening("see you", r"(?:and[ ])?see[ ]you[ ](?:all[ ])?(?:again[ ])?(?:in[ ]\d{4}|next[ ](?:year|time))\W*$"),
)
ANYWAY_FOR_MOST = (Opening("comment ", r"comment[ ][\"“'‘]?(?:yes|[A-Z]{2,})\b[^.!?]*\b(?:and|to|for)\b"),)
EMPTY_FOR_MOST = (
    Opening(
        "reflection|testament|tribute",
        r"(?:this|it|that|our[ ]success|this[ ]recognition|this[ ]achievement|this[ ]award)[ ]is[ ](?:truly[ ])?a[ ](?:true[ ]|real[ ]|great[ ])?(?:testament|tribute|reflection)[ ](?:to|of)\b",
    ),
    Opening(
        "grateful|happy|hono|humbled|proud|thankful",
        r"(?:we|I)[ ](?:are|am)[ ](?:so|incredibly|truly|very|deeply|extremely)[ ](?:proud|grateful|humbled|honou?red|thankful|happy)[ ]?[.!]",
    ),
    Opening("grateful|happy|proud|thankful", r"so[ ](?:proud|grateful|thankful|happy)[ ](?:to[ ]be|of[ ](?:this|what|our)|for[ ]this)\b"),
)
# Says that news comes, and not which.
_NEWS = r"""(?:
      (?:(?:some|a[ ]bit[ ]of|a)[ ])?(?:(?:big|exciting|huge|great|breaking|amazing|fantastic|personal|happy|good|wonderful|very|little)[ ]){1,3}(?:news|announcement|update)
          (?:[ ]to[ ]share|[ ]from[ ](?:us|me)|[ ]alert|[ ]today)?
    | (?:we|I)(?:['’]ve[ ]got|[ ]have)[ ](?:(?:some|a)[ ])?(?:(?:big|exciting|huge|great|amazing|fantastic|personal|happy|good|wonderful|very)[ ]){0,3}(?:news|announcements?)
          (?:[ ]to[ ](?:share|tell)(?:[ ]with[ ]you)?)?
    | (?:it['’]s|it[ ]is|we['’]re)[ ](?:finally[ ]|now[ ])?official
    | the[ ](?:news|secret|word|cat)(?:['’]s|[ ]is)[ ](?:finally[ ]|now[ ])?out(?:[ ]of[ ]the[ ]bag)?
    | (?:(?:we|I)[ ]can[ ](?:finally|now)|(?:finally|now),?[ ](?:we|I)[ ]can)[ ]say[ ]it(?:[ ]out[ ]loud)?
    | hold[ ]on[ ]to[ ]your[ ]hats | drum[ -]?roll(?:,?[ ]please)?
    )"""
_OF_NEWS = "news|announcement|update|official|s out|w out|y out|say it|hold on|drum"
PREFIXES = (
    Opening(
        "plot twist|s be honest|s be real|s the thing|s the truth|spoiler|the truth is",
        r"(?:here['’]s[ ]the[ ]thing|here['’]s[ ]the[ ]truth|let['’]s[ ]be[ ]honest|let['’]s[ ]be[ ]real|the[ ]truth[ ]is|plot[ ]twist|spoiler(?:[ ]alert)?)[:,][ ](?!that[ ])",
    ),
    Opening(_OF_NEWS, rf"{_NEWS}[ ]?[:!][ ]"),
)
NOT_THIS = (Opening("s not ", r"it['’]s[ ]not[ ](?:just[ ])?about[ ]"),)
BUT_THAT = (Opening("s about ", r"it['’]s[ ]about[ ](?!.*\b(?:them|it|this|that|these|those)\b)"),)
# What is no clause of its own: “to receive a prize”.
LEANS = r"to[ ](?!(?:be|have)\b)[a-z]"
# After these stands half a sentence: “we are happy to welcome” you to the tasting room.
UNFINISHED = r"to|i|we|you|they|he|she|it|who|welcom(?:e|es|ed|ing)|thank"
# With these begins nothing that can stand alone: “you to the summer party”.
BEGINS_NOTHING = (
    r"(?:its|their|about|after|and|as|at|because|by|for|from|him|her|in|into|it|of|on|or|that|them|to|us|who|with|you|me)\b|\W*\Z"
)
# “X is not A. It is B.”: what is said of X, and how the next sentence goes on with it.
DENIED = r"(?P<x>[^.!?,;:\n]{2,60}?[ ](?P<verb>is|are|was|were))(?:[ ]not|[ ]never|n['’]t)[ ][^.!?\n]{1,80}[.!]+"
SAID_INSTEAD = r"(?:it|they|this|that)(?:['’](?P<short>s|re)|[ ](?P<verb>is|are|was|were))\b"
NEWS = (
    Opening(_OF_NEWS, rf"{_NEWS}[ ]?[.!:]*$"),
    Opening("for immediate release|press release", r"(?:press[ ]release|for[ ]immediate[ ]release):?$"),
    Opening(
        "network|linkedin|everyone|all",
        r"(?:hi|hello|hey|dear)[ ](?:network|linkedin|everyone|all|linkedin[ ]network|linkedin[ ]family)[ ]?[,!.]*$",
    ),
)
BAIT = (
    Opening(
        "comment|like|repost|share",
        r"(?:please[ ])?(?:like|share|comment|repost)(?:(?:,[ ]|[ ]and[ ]|[ ]or[ ]|[ ]&[ ])(?:like|share|comment|repost|follow))*(?:[ ](?:this|if|below|with))",
    ),
    Opening("agree|do you agree|thoughts|what do you think", r"(?:thoughts|agree|do[ ]you[ ]agree|what[ ]do[ ]you[ ]think)[ ]?\?"),
    Opening("tag ", r"tag[ ](?:a|someone|your)\b"),
    Opening("double tap", r"double[ ]tap\b"),
)
READ_MORE = rf"(?:read|learn|find[ ]out|see)[ ]more(?:[ ]about[ ]it)?(?:[ ]here)?[ ]?:?[ ]?(?:👉|👇|➡️?|⬇️?)?[ ]*(?={LINK})"
POINTS_BACK = r"(?:it|that|this|these|those|they|them|he|she|so|but|and|there)\b"
