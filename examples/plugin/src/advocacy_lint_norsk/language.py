"""Norwegian bokmål: what the linter must know of the language apart from the rules. What it shares with Danish is taken from there."""

from __future__ import annotations

from msgspec.structs import replace

from advocacy_lint import languages

DANISH = languages.get("da")
LANGUAGE = replace(
    DANISH,
    code="nb",
    abbreviations=DANISH.abbreviations | frozenset("bl.a f.eks m.m osv pga mht ifm tlf nr kl ca dvs evt".split()),
    months=frozenset(
        """januar februar mars april mai juni juli august september oktober november desember
        mandag tirsdag onsdag torsdag fredag lørdag søndag""".split()
    ),
    number_words=frozenset(
        """to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue tyve tretti førti
        femti seksti sytti åtti nitti hundre tusen""".split()
    ),
    multiples=frozenset("dobbelt dobbelte tredobbelt tredoble tredoblet firedoblet doblet doble dobling doblingen".split()),
    scale_words=frozenset("mill. mill mrd. mrd million millioner milliard milliarder tusen".split()),
    money_words=DANISH.money_words | frozenset("kroner nok".split()),
    percent_words=frozenset("% prosent prosentpoeng promille".split()),
    clock_before=frozenset("kl. kl klokka klokken".split()),
    company_suffixes=frozenset("as asa ans da sa gruppen konsernet holding ab ltd inc".split()),
    first_names=DANISH.first_names
    | frozenset("kari ola øyvind håkon bjørg solveig ingvild sigrun torbjørn trygve gunn turid eirik håvard ragnhild marit sindre".split()),
    first_person=frozenset("jeg meg min mi mitt mine".split()),
    we=frozenset("vi oss vår vårt våre".split()),
    reader=frozenset("du deg din di ditt dine dere deres".split()),
    asked=frozenset("du deg din di ditt dine dere deres noen andre".split()),
    our=frozenset("vår vårt våre".split()),
    negations=frozenset(
        """ikke men aldri ingen ingenting intet selv dessverre egentlig nesten kanskje bare heller likevel feil uten tross verken umulig
        vanskelig problemet""".split()
    ),
    past_verbs=frozenset(
        """var hadde gikk kom sa fikk så sto stod tok ble lå satt spurte gjorde visste kunne skulle ville måtte burde het holdt lot løp skrev
        leste ringte ropte gråt lo trodde tenkte mente syntes følte glemte husket mistet fant falt slo kastet grep bar ba drakk sov våknet
        kjørte syklet satte la hang hjalp dro skar skjøt sang hoppet frøs fløy knakk traff reiste svarte sank steg stjal mistet valgte vasket
        viste åpnet spiste kjøpte solgte kjente brukte forsto fulgte hentet hørte kalte lagde ledet lovet lukket lyttet lærte målte møtte
        nikket oppdaget prøvde pakket rettet sendte skiftet dyttet smilte snakket startet stoppet ventet øvde endret bygde begynte""".split()
    ),
    past_endings=("et",),
    not_past=frozenset(
        """det alt annet noe eget lite meget huset året arbeidet livet teamet laget stedet landet møtet prosjektet selskapet resultatet
        overskuddet målet budskapet innlegget nettverket markedet miljøet samarbeidet fellesskapet ansvaret""".split()
    ),
    corporate_past=frozenset(
        """oppnådde realiserte leverte lanserte annonserte presenterte offentliggjorde vokste steg inngikk signerte vant mottok styrket økte
        utvidet fusjonerte etablerte implementerte investerte omsatte meldte bidro forbedret rapporterte introduserte gjennomførte feiret
        støttet donerte ble var hadde kunne skulle ville""".split()
    ),
    before_participle=frozenset("de den det er blir ble har hadde være vært mange flere nye alle våre deres disse sine mine dine".split()),
    abstract_endings=("else", "elsen", "elser", "het", "heten", "heter", "sjon", "sjonen", "sjoner", "skap", "ering", "eringen", "isme"),
    not_abstract=frozenset("venskap selskap selskapet pressemelding stasjon stasjonen stasjoner leilighet leiligheten".split()),
)
