"""English: abbreviations, numbers, pronouns, narration and noun endings."""

from __future__ import annotations

from advocacy_lint.languages.base import Language
from advocacy_lint.languages.names import AMBIGUOUS_NAMES, FIRST_NAMES, NEVER_ALONE

_PAST = """
was were had went came said got saw stood took became lay sat asked did knew could would might thought felt told found fell made gave kept left lost met paid put ran read rang sang sent shook shot shut slept
spoke spent stole stuck struck swam swore taught threw tore understood woke wore wrote broke brought built bought burnt caught chose clung crept cut dealt dug drew drank drove ate fed fought fled flew forgot forgave
froze grew hung heard hid hit held hurt knelt laid led leant learnt lent let lit meant overheard rode rose sank sewed shone slid smelt spat spilt spun spread sprang stung stank swept swung wept wound wrung
""".split()
_UNITS = """
kg kilo kilos kilograms gram grams g ton tons tonnes litre litres liter liters l ml gallon gallons metre metres meter meters m km kilometres kilometers mile miles cm mm inch inches foot feet ft yard yards degrees °c °f
second seconds minute minutes min mins hour hours hrs day days week weeks month months night nights page pages line lines row rows boxes pallets screws bolts cups steps floors patients children kids students cows bars volt volts watts
kw kwh mb gb ms hz times shifts meetings emails calls tickets commits tests people colleagues years
"""

LANGUAGE = Language(
    code="en",
    abbreviations=frozenset(
        """a.m approx apr apt aug ave blvd bros cf ch co corp dec dept dr ed eds e.g eq est etc feb fig figs fri gen gov hon hr hrs i.e inc jan jr jul jun lt ltd mar max messrs min misc mon mr mrs ms mt nov no nos oct op p pp ph plc pres prof pvt
        ref rep rev sat sec sen sep sept sgt sr st ste sun tel thu tue u.k u.s univ v vol vs wed yr yrs""".split()
    )
    - frozenset("no sat sun mar may mon wed fri max min op".split()),
    never_last=frozenset(
        "approx cf dr dr. e.g. i.e. fig fig. gen gov hon messrs mr mr. mrs mrs. ms ms. mt pp prof prof. rep rev sen sgt st st. vs vs. vol v".split()
    ),
    before_names=frozenset("dr gen gov hon messrs mr mrs ms mt prof rep rev sen sgt st".split()),
    single_letters=frozenset("i"),
    ordinal_dot=False,
    months=frozenset(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
    ),
    number_words=frozenset(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen".split()
        + [
            f"{ten}-{one}"
            for ten in "twenty thirty forty fifty sixty seventy eighty ninety".split()
            for one in "one two three four five six seven eight nine".split()
        ]
    ),
    multiples=frozenset(
        "twice thrice double doubles doubled doubling triple triples tripled tripling treble trebled quadruple quadruples quadrupled quadrupling quintuple quintupled".split()
        + [f"{word}fold" for word in "two three four five six seven eight nine ten hundred".split()]
    ),
    scale_words=frozenset("million millions billion billions trillion thousand m bn b k mn mio".split()),
    money_words=frozenset(
        "dollar dollars euro euros eur usd gbp dkk sek nok pound pounds € $ £ cents pence kroner crores crore lakh lakhs rupees inr".split()
    ),
    percent_words=frozenset(["%", "percent", "pct", "pct.", "percentage"]),
    unit_words=frozenset(_UNITS.split()),
    clock_before=frozenset(["at"]),
    clock_after=frozenset("am pm a.m. p.m. o'clock".split()),
    company_suffixes=frozenset(
        "inc inc. ltd ltd. llc llp plc corp corp. gmbh a/s aps i/s ab group holdings co. company consulting".split()
    ),
    first_names=FIRST_NAMES,
    ambiguous_names=AMBIGUOUS_NAMES,
    never_alone=NEVER_ALONE,
    first_person=frozenset("i me my mine myself i'm i've i'd i'll".split()),
    we=frozenset("we us our ours ourselves we're we've we'd we'll".split()),
    reader=frozenset("you your yours yourself you're you've you'd you'll".split()),
    asked=frozenset("you your yours anyone anybody someone somebody others else".split()),
    our=frozenset("our ours".split()),
    negations=frozenset(
        """not but never no none nothing although though however instead unfortunately actually almost maybe wrong without despite neither don't didn't doesn't isn't wasn't weren't can't couldn't won't wouldn't haven't hadn't hasn't
        aren't shouldn't cannot yet nor except unless hardly barely failed""".split()
    ),
    past_verbs=frozenset(_PAST),
    past_endings=("ed",),
    not_past=frozenset(
        """need indeed feed speed seed proceed succeed exceed agreed united limited advanced dedicated committed excited thrilled honored honoured humbled pleased delighted based related focused required used detailed unprecedented
        renowned experienced talented skilled esteemed integrated trusted certified red bed hundred sacred shed led""".split()
    ),
    corporate_past=frozenset(
        """announced launched achieved delivered won signed acquired reported recorded received awarded recognized recognised named ranked celebrated partnered expanded introduced unveiled presented hosted raised secured opened completed exceeded
        increased improved grew strengthened supported donated honored honoured was were had became empowered enabled led contributed collaborated joined marked appointed promoted transformed generated released published showcased attended
        participated connected inspired shared learned could would might made established founded implemented earned""".split()
    ),
    before_participle=frozenset(
        "be been being is are was were am get gets got has have had a an the this that these those our your their his her its my more most very well so highly and of by to for in with on as newly fully".split()
    ),
    abstract_endings=(
        "tion",
        "tions",
        "sion",
        "sions",
        "ment",
        "ments",
        "ity",
        "ities",
        "ness",
        "ance",
        "ances",
        "ence",
        "ences",
        "ship",
        "ships",
        "ization",
        "isation",
        "ability",
        "ism",
        "ivity",
        "encies",
        "ancy",
        "ency",
        "ology",
        "ologies",
        "ability",
    ),
    not_abstract=frozenset(
        """station question questions mention moment moments city cities apartment basement cement comment comments kitchen garment witness business businesses ship ships tuition version pension television vision dance chance france once since
        hence sentence sentences science fence pence experience patience silence distance distances entrance balance absence audience violence university pity quantity facility document documents argument element instrument payment payments
        equipment department harness worship conversation conversations session sessions passion lesson occasion decision decisions mission permission discussion location vacation""".split()
    ),
    long_word=9,
    everyday_long=frozenset(
        """
        absolutely afternoon afterwards apparently appointment apprentice beautiful beginning breakfast carefully
        certainly christmas classroom colleague colleagues complaints completed completely conversation customers
        dangerous daughters deliveries different difficult especially everybody everything everywhere excellent
        expensive experience extremely following forgotten gentleman grandfather grandmother immensely important
        including information interested interesting neighbors neighbour neighbours newspaper obviously perfectly
        permission previously questions residents restaurant saturdays screwdriver september seriously situation
        something sometimes somewhere spreadsheet supermarket surprised telephone temperature themselves thursdays
        uncomfortable understand understood wednesday whiteboard wonderful yesterday
        """.split()
    ),
)
