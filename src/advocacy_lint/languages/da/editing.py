"""Danish for an editor: what a draft and its author's answers are asked, and read by."""

from __future__ import annotations

import re

from advocacy_lint.languages.base import NAME, Editing
from advocacy_lint.languages.da.words import LANGUAGE

# The longest first: «mio.» is no «mio».
_SCALES = "|".join(map(re.escape, sorted(LANGUAGE.scale_words, key=len, reverse=True)))


# Verbs of a question to those who read.
_ASKED = r"(?:gør|har|får|kan|vil|skal|bruger|løser|klarer|ville|måler|gjorde|tænker|siger|havde|kunne|plejer|holder|finder|vælger|prøver)"


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


EDITING = Editing(
    no_answers=frozenset(
        (
            "ved ikke|det ved jeg ikke|ved det ikke|jeg ved ikke|jeg ved det ikke|aner det ikke|aner ikke|ingen idé|"
            "ingen ide|husker ikke|kan ikke huske|intet|ingenting|nej|nope|næ|ja|jo|måske|pas|spring over|"
            "ikke relevant|ingen|ikke noget|tja|n/a|na|x|tbd|todo|ikke meget|ikke så meget|ingen anelse|svært at sige|det husker jeg ikke"
        ).split("|")
    ),
    shrugs=frozenset(
        (
            "ved ikke|det ved jeg ikke|ved det ikke|jeg ved ikke|jeg ved det ikke|aner det ikke|aner ikke|ingen idé|ingen ide|"
            "husker ikke|kan ikke huske|det husker jeg ikke|ingen anelse|svært at sige|nej|næ|ja|jo|tja"
        ).split("|")
    ),
    fillers=re.compile(r"(?:egentlig|rigtig|lige nu|desværre|faktisk|altså|haha|hehe|tror jeg|vel nok|bare)", re.IGNORECASE),
    respelled=(
        # «hvad gør i andre»: those who are asked have a capital.
        (
            re.compile(
                rf"(?P<v>\b(?:Hvad|Hvordan|Hvor(?:når|for|dan)?|Hvem|Hvilke\w*(?: \w+)?) {_ASKED}|\A{_ASKED}) i\b(?! (?:dag|morgen|morges|aften|går|nat|år)\b)",
                re.IGNORECASE,
            ),
            r"\g<v> I",
        ),
    ),
    led=(
        (
            re.compile(r"talte du længst med"),
            re.compile(r"(?:(?i:en|et|ham|hende)\b(?!\W+\w+\W*\Z)|(?P<name>[A-ZÆØÅ]\w+) (?:fra|i|på|hos|ved)\b)(?!.*\bsagde\b)"),
            "Jeg talte længst med {rest}",
        ),
        (
            re.compile(r"anderledes på mandag"),
            re.compile(
                r"(?:smide|tage|ringe|skrive|spørge|flytte|prøve|stoppe|begynde|holde|måle|gå|lave|sende|bruge|give|sætte|lægge|vise|tegne|skære|"
                r"droppe|dele|tælle|ændre|købe|bygge|besøge|rydde|slette|rette|teste|hente|møde|invitere|læse|lade)\b(?!.*\b(?:vil|skal)\b)",
                re.IGNORECASE,
            ),
            "På mandag vil vi {rest}",
        ),
        (
            re.compile(r"[Hh]vor(?:når)?\b"),
            re.compile(
                r"(?:i (?:går|morges|aftes|(?:man|tirs|ons|tors|fre|lør|søn)dags|sidste uge|foråret|sommer|efteråret|vinter)|sidste (?:uge|år|\w+dag)|"
                r"forrige uge|en (?:\w+ )?(?:man|tirs|ons|tors|fre|lør|søn)dag\w*|for \w+ (?:uger|dage|måneder|år) siden)\b",
                re.IGNORECASE,
            ),
            "Det var {rest}",
        ),
    ),
    speaks_of_readers=re.compile(r"(?:de|folk|man|læserne) (?:skal|må|kan|kunne|bør|ville)\b", re.IGNORECASE),
    change=re.compile(
        r"\bfra (\d+(?:[.,]\d+)*)(?: (\w+))? til (\d+(?:[.,]\d+)*)(?: (?!(?:på|i|efter|da|fordi|om|og|ved|for|med|pr)\b)(\w+))?"
    ),
    found=re.compile(r"\b(?:opdagede|opdaget|fandt|fundet|lagde mærke|så, at|foreslog|foreslået|fik den idé|kom på)\b", re.IGNORECASE),
    failed=re.compile(
        r"\b(?:gik galt|forkert|fejl\w*|måtte|dumpede|tabte|mistede|stod af|overså|glemte|ulempe\w*|afslag"
        r"|(?:kunne|virkede|ville|turde|fik|kom|havde|gik|lykkedes|nåede|vidste|anede|turde|måtte|var)(?: [^\W\d_]+){0,3} ikke)\b",
        re.IGNORECASE,
    ),
    habit=re.compile(r"\b(?:hver|hvert|altid|nu|siden(?! af\b))\b", re.IGNORECASE),
    greeting=re.compile(r"(?:Kære|Hej|Hallo|Godmorgen|God morgen)\b[^.!?:]{0,60}[,!]?", re.IGNORECASE),
    addressed=re.compile(
        r"(?:hvis (?:du|I)|(?:vil|har|kan|er|synes|drømmer|brænder|savner) (?:du|I)|du (?:kan|får|skal|bliver)|skriv|ring|kontakt)\b",
        re.IGNORECASE,
    ),
    depends=re.compile(
        r"(?:fordi|da|når|hvis|mens|selvom|som|der|så|at|hvor|hvorfor|hvordan|hvad|hvem|hvilket|efter at|inden|uden at|i stedet for|om|end"
        # … nor does what a verb begins, whose subject stands before a comma: «Tågen, som kom kl. seks, betød, at …»
        r"|betød|betyder|er|var|blev|bliver|har|havde|gjorde|gør|gav|giver|fik|får|kom|gik|måtte|kunne|ville|skulle) ",
        re.IGNORECASE,
    ),
    place=re.compile(
        r"(?:i|på|ved|hos|under|bag|foran|uden for|(?:inde|ude|nede|oppe|omme|henne) (?:i|på|ved|hos|bag)|mellem|over)\b", re.IGNORECASE
    ),
    stood="Jeg stod {rest}",
    tried=re.compile(r"(?:at\b|(?:en|et)\b(?!.*[,;–]))", re.IGNORECASE),
    first_tried="Vi prøvede først {rest}",
    unknown=re.compile(
        r"""(?:om|(?:hvordan|hvad|hvilke\w*|hvem|hvor|hvornår|hvorfor)\b(?![ ](?:er|var|har|kan|gør|skal|vil|bør|siger|mener|tænker|bruger|ville|kunne|skulle)\b)
        (?!.*\b(?:\w+r|kan|skal|vil|bør|må)[ ](?:du|I|jeg|vi|man|andre|andres|der|det|jeres|dit|din)\b))\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
    still_unknown="Jeg ved stadig ikke, {rest}",
    somebody=_split("han hun"),
    at_sender=re.compile(rf"(?:Her[ ])?(?P<where>(?:[Hh]os[ ]{NAME}|I[ ](?:{NAME}[ ](?:Kommune|Region|A/S|ApS)|Region[ ]{NAME})))[ ]"),
    us=re.compile(r"\b(?:vi|os|vores|ingen|alle)\b", re.IGNORECASE),
    we=re.compile(r"\bvi\b(?! (?:alle|begge|to|tre|fire|andre|selv|der|som|hos|i|på)\b)", re.IGNORECASE),
    near=_split("fra hos i nær på til uden ved"),
    counted=re.compile(
        rf"(?:[ \u00a0](?:{_SCALES}))?"
        r"(?:[ \u00a0](?:nye?|nyt|flere|store|små|forskellige|danske|gode|hele|lange|travle|dygtige))?[ \u00a0][^\W\d_]+",
        re.IGNORECASE,
    ),
    counts_no_work=_split(
        """
        år års måned måneder uge uger dag dage time timer minut minutter medarbejder medarbejdere kollega kolleger kollegaer kunde kunder
        mennesker personer deltagere gæster lærlinge elever studerende frivillige ansatte mænd kvinder børn familier firmaer virksomheder lande ting råd tips læringer lektier punkter grunde måder trin følgere likes visninger forbrugere brugere borgere indbyggere husstande læsere
        """
    ),
    asks_where=_split("hvilken hvor hvornår"),
    function_words=_split(
        """
        og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu
        over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget
        ville jo deres efter ned skulle denne end dette mit også under have dig anden hende mine alt meget sit sine vor mod
        disse hvis din nogle hos blive mange ad bliver hendes været jer sådan blevet bare dit kan så ingen intet aldrig lige
        fordi siden mens før både hver hvem hvilken hvilke endnu allerede igen samme sammen uden ved derfor altså ret helt
        får fik få gør gjorde gøre kom kommer komme går gik gå sagde siger sige tog tager tage ser så se står stod stå end
        lidt mere mest nogen ens egen eget egne jeres vores hinanden gang gange del måde ting
        """
    ),
    pronouns=_split("de dem ham han hende hun"),
    negations=_split("aldrig ej hverken ikke ingen intet nej uden"),
    sweeping=_split("aldrig alle altid bedste eneste hver ingen overalt samtlige største"),
    units={
        **dict(
            zip(
                "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten".split(),
                range(2, 20),
                strict=True,
            )
        ),
        "halvanden": 1.5,
    },
    tens=dict(zip("tyve tredive fyrre halvtreds tres halvfjerds firs halvfems".split(), range(20, 100, 10), strict=True)),
    scales={
        "hundrede": 100,
        **dict.fromkeys("tusind tusinde t.".split(), 1000),
        **dict.fromkeys("mio mio. million millioner".split(), 1e6),
        **dict.fromkeys("mia mia. milliard milliarder".split(), 1e9),
    },
    one=_split("en et én ét"),
    compound_one=("en", "et"),
    compound="{unit}og{ten}",
    questions={
        "opening": (
            "Hvor stod {name}, da det skete, hvornår var det, og hvad blev der sagt?",
            "Hvor og hvornår skete det, hvem stod ved siden af dig, og hvad sagde vedkommende?",
        ),
        "obstacle": ("Hvad gik galt undervejs, og hvem troede ikke på det?",),
        "belief": ("Hvad troede du før, som viste sig at være forkert?",),
        "problem": ("Hvilket problem slås læseren med en helt almindelig tirsdag?",),
        "how": (
            "Hvad gjorde I helt konkret for at nå de {percent}, trin for trin, og med hvad i hænderne?",
            "Hvad gjorde I helt konkret, trin for trin, og med hvad i hænderne?",
        ),
        "pitfall": ("Hvad skal man lade være med, og hvordan fandt du ud af det?",),
        "change": ("Hvad er anderledes nu, og for hvem?",),
        "audience": ("Hvem ville sende det videre til en kollega? Nævn faget eller opgaven.",),
        "invitation": ("Hvad vil du oprigtigt gerne vide af dem, der læser med?",),
    },
    kinds={
        "job": r"vi søger|(?<!jeg )søger (?:en|vi|nye|dygtige)|ansøg (?:nu|her|senest|i dag|via|inden)|(?:din|en|send\w*|motiveret) ansøgning|ansøgningsfrist\w*|ledig\w* stilling\w*|jobopslag|vi ansætter|ny kollega til|stillingen|bliv en del af (?:vores|holdet|teamet)",
        "welcome": r"velkommen til [A-ZÆØÅ]|[Bb]yd\w* velkommen|(?:starter|begynder|startede|begyndte|er startet|er begyndt)[^.]{0,30} hos os|[Nn]y kollega|[Vv]ores nye(?:ste)? (?:kolleg\w*|medarbejder\w*|\w*leder|\w*chef\w*|\w*direktør\w*|\w*konsulent\w*|\w*ingeniør\w*|\w*udvikler\w*|\w*assistent\w*|\w*lærling\w*|\w*elev\w*|\w*praktikant\w*|trainee(?:s|n)?|studentermedhjælper\w*)\b",
        "started": r"jeg (?:tiltræder|er tiltrådt|er startet|er begyndt|starter|begynder) (?:[^.]{0,40} )?som|tiltræder (?:jeg )?(?:\w+ )?som|(?:mit|et|nyt) nye? job|første (?:dag|uge) (?:som|hos|på (?:det|mit) nye)",
        "jubilee": r"\d+ år(?:s)? (?:siden|jubilæum|fødselsdag|hos)|jubilæum\w*|fylder \d+|\d+-års|i dag har (?:jeg|vi) været \d+ år|runder? \d+ år",
        "certificate": r"\b(?:jeg|mig|min|mit)\b[^.!?]{0,60}\bcertifi\w*|eksamen|bestået|diplom|uddannet|svendeprøve|kursus|modul \d",
        "approved": r"(?<!grønne )(?<!grønt )certifi(?:ce|kat)\w*|\biso \d+|svanemærke\w*",
        "award": r"\bpris(?:en)?\b(?! på)|vinder|vandt|kåret|nomineret|award|hæder\w*|indstillet til|medalje|guld i",
        "launch": r"lancer\w*|præsentere (?:vores|en ny|version|den nye)|løft\w* sløret|ny(?:e|t)? \w*(?:produkt|platform|version|løsning|app|serie|portal|system|tjeneste|service|webshop|hjemmeside|website)\b|nu kan du købe|version \d",
        "ahead": r"(?:vil vi|vi vil|holder vi|vi holder|afholder vi|vi afholder) [^.!?]{0,60}webinar\w*|deltagelse er gratis|kræver tilmelding|tilmeld (?:dig|jer) (?:her|nu|på|senest|via|inden)|(?:jeg|vi) (?:skal|kommer til at|glæder (?:mig|os) til at) (?:\w+ )?(?:holde|tale|præsentere|stå|udstille)|(?:skal jeg|skal vi) (?:holde|tale|præsentere|stå|udstille)|(?:skal jeg|skal vi) på scenen|vi ses (?:på|til|i|der)|kig forbi (?:vores|standen|os|stand)|sæt kryds|vær med (?:til|når)",
        "event": r"webinar\w*|panel(?:debat\w*|et)?\b|konference\w*|messe\w*|folkemøde\w*|seminar|temadag|åbent hus|årsmøde\w*|oplæg|stand\b|tak til alle,? der kom|arrangement",
        "result": r"omsætning\w*|overskud\w*|regnskab\w*|resultat\w*|vækst|kvartal|milepæl|reduceret|%|procent|rekord\w*|ulykkesfri|investering\w*|indgået",
        "share": r"læs (?:mere|hele|med)|se (?:hele )?(?:interviewet|artiklen|videoen)|link|nyhedsbrev|rapport\w*|artikel\w*",
    },
    kinds_asked={
        "job": {
            "opening": "Hvilket job er det, hvor, og hvem kommer man til at sidde ved siden af?",
            "how": "Hvad laver den nye den første uge, og hvem viser det?",
            "change": "Hvad er det sværeste ved jobbet, og hvad er lønnen og vagterne?",
            "invitation": "Hvad ville få en god ansøger til at sige nej?",
        },
        "welcome": {
            "opening": "Hvad lagde du mærke til, første gang du mødte {name}?",
            "how": "Hvad skal {name} lave på mandag, og for hvem?",
            "change": "Hvad kan I nu, som I måtte lade ligge før?",
            "invitation": "Hvem vil du have til at skrive til {name}, og om hvad?",
        },
        "started": {
            "opening": "Hvad så du den første dag, som de andre er holdt op med at se?",
            "how": "Hvad sidder du med på mandag, og hvem viser dig det?",
            "change": "Hvad tog du fejl af, inden du begyndte?",
            "invitation": "Hvad vil du spørge dem om, der har haft stolen før?",
        },
        "jubilee": {
            "opening": "Hvilken dag fra årene fortæller I stadig om, og hvem var der?",
            "how": "Hvad gjorde man dengang, som ingen gør mere?",
            "change": "Hvad tog du fejl af det første år?",
            "invitation": "Hvad vil du gerne høre fra dem, der var med fra begyndelsen?",
        },
        "certificate": {
            "opening": "Hvor sad du fast, og hvem hjalp dig videre?",
            "how": "Hvad gjorde du anderledes, dagen efter du havde lært det?",
            "change": "Hvad troede du før kurset, som viste sig at være forkert?",
            "invitation": "Hvad vil du spørge dem om, der har taget det samme?",
        },
        "approved": {
            "opening": "Hvad måtte I lave om for at få det, og hvem brokkede sig?",
            "how": "Hvordan gjorde I, trin for trin, og hvad tog længst?",
            "change": "Hvad fandt kontrollanten, som ingen af jer havde set?",
            "invitation": "Hvad vil du spørge dem om, der skal igennem det næste år?",
        },
        "award": {
            "opening": "Hvad så dommerne, som ingen uden for huset har hørt om, og hvem lavede det?",
            "how": "Hvem gjorde arbejdet før prisen, og hvad var ved at gå galt?",
            "change": "Hvad gør I anderledes, end da I blev indstillet?",
            "invitation": "Hvilken af de andre ville du selv have stemt på, og hvorfor?",
        },
        "launch": {
            "opening": "Hvem bad om det først, og hvad stod vedkommende med i hænderne?",
            "how": "Hvad prøvede I, som I smed ud igen?",
            "change": "Hvad kan det stadig ikke?",
            "invitation": "Hvem skal prøve det, og hvad skal de fortælle dig bagefter?",
        },
        "ahead": {
            "opening": "Hvad viser du, som ingen i salen har set før?",
            "how": "Hvad gik galt, mens det blev gjort klar?",
            "change": "Hvad vil du gerne modsiges på?",
            "invitation": "Hvem skal komme, og hvad skal de have med?",
        },
        "event": {
            "opening": "Hvem talte du længst med, og hvad sagde vedkommende, som du stadig tænker på?",
            "how": "Hvad gør I anderledes på mandag efter den dag?",
            "change": "Hvad var du uenig i?",
            "invitation": "Hvad ville du spørge dem om, der også var der?",
        },
        "result": {
            "opening": "Hvem gjorde arbejdet bag tallet, og hvilken dag vidste I, at det lykkedes?",
            "how": "Hvad gjorde I helt konkret, og hvad prøvede I først?",
            "change": "Hvad kostede det, og hvem mærkede det?",
            "invitation": "Hvad vil du spørge andre om, der slås med det samme?",
        },
        "share": {
            "opening": "Hvilken ene sætning i det, du deler, ville du sige højt ved frokosten, og hvorfor?",
            "how": "Hvornår så du selv det, som det handler om?",
            "change": "Hvad er du uenig i, eller hvad mangler?",
            "invitation": "Hvem skal læse det, og hvad skal de svare på?",
        },
    },
)
