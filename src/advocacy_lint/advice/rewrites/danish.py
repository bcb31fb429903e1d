"""Danish: what can be put more plainly, whatever rule points at it."""

from __future__ import annotations

import re

from advocacy_lint.advice.rewrites.patterns import Change, Opening, by_form, forms
from advocacy_lint.languages.word_order import is_finite
from advocacy_lint.text.links import LINK

# What stands before the facts that a frame asks to keep.
KEEP = "behold"
_SUBJECT = r"(?:vi|jeg|han|hun|de|(?-i:I)|man|du|der|som)"
_HELPER = r"(?:har|havde|vil|skal|kan|må|kunne|skulle|ville|at|bliver|og)"
_DET = r"(?:en|et|den|det|de|vores|min|mit|mine|jeres|deres|hans|hendes|to|tre|fire|fem|alle|mange|nye|ny|nyt|\d+|\w{3,}(?:en|et|erne|ene))"
_POSSESSIVE = r"(?:vores|vore|vort|vor|min|mit|mine|jeres|deres|hans|hendes)"
_PRAISE = r"""(?:(?:super|mega|utroligt|virkelig|meget|højt|ekstremt|helt)[ ])?(?:super)?(?:dygtige|fantastiske|engagerede|seje|utrolige|unikke|innovative|passionerede|dedikerede|talentfulde
    |skønne|vidunderlige|ambitiøse|kompetente|professionelle|højtkvalificerede|kvalificerede|banebrydende|imponerende|exceptionelle|enestående|formidable|hårdtarbejdende|visionære|inspirerende|uvurderlige
    |fantastisk|dygtig|engageret|sej|utrolig|unik|innovativ|passioneret|dedikeret|talentfuld|enestående|formidabel|imponerende|inspirerende|utroligt|fantastisk|unikt|innovativt|engagerede|højtspecialiserede)"""
# What all of these hold.
_PRAISED = "dygtig|fantastisk|engager|sej|utrolig|unik|innovativ|passioner|dediker|talentfuld|skønne|vidunder|ambitiøs|kompetent|professionel|kvalificere|banebryd|imponer|exception|enestående|formidab|hårdtarb|visionær|inspirer|uvurder|speciali"
# Describing words that a noun loses nothing by; “den”, “det” and “de” before them ask for another form of the noun.
_GLOSSES = (
    "strategiske|strategisk|innovative|innovativt|innovativ|banebrydende|unikke|unikt|unik|skræddersyede|skræddersyet|markedsledende|brancheledende"
    "|verdensledende|førende|visionære|visionært|visionær|revolutionerende|enestående|exceptionelle|exceptionelt|exceptionel|datadrevne"
    "|datadrevet|datadreven|helhedsorienterede|helhedsorienteret|holistiske|holistisk|fremtidssikrede|fremtidssikret|topmoderne|nyskabende"
    "|uovertrufne|uovertruffent|uovertruffen|ekstraordinære|ekstraordinært|ekstraordinær"
)
_BEFORE_NOUN = r"(?:en|et|vores|vore|jeres|deres|hans|hendes|min|mit|mine|din|dit|dine|sin|sit|sine|flere|mange|nogle|to|tre|ny|nyt|nye|af|med|til|for|på|om|fra)"
_LISTED = rf"{_PRAISE}(?:(?:,[ ]|[ ]og[ ]|[ ]){_PRAISE})*"
_FEELING = r"(?:glad|glade|stolt|stolte|taknemmelig|taknemmelige|begejstret|begejstrede|spændt|spændte|imponeret|imponerede|ydmyg|ydmyge|lykkelig|lykkelige)"
_NOT_NOUN = r"(?!og\b|der\b|som\b|i\b|på\b|til\b|af\b|med\b|hos\b|for\b|er\b|har\b)"
_PERIOD = {"ugentlig": "hver uge", "daglig": "hver dag", "månedlig": "hver måned", "årlig": "hvert år", "kvartalsvis": "hvert kvartal"}
_ACTS = {
    "undersøgelse": "undersøge undersøger undersøgte undersøgt",
    "vurdering": "vurdere vurderer vurderede vurderet",
    "gennemgang": "gennemgå gennemgår gennemgik gennemgået",
    "analyse": "analysere analyserer analyserede analyseret",
    "justering": "justere justerer justerede justeret",
    "ændring": "ændre ændrer ændrede ændret",
    "tilpasning": "tilpasse tilpasser tilpassede tilpasset",
    "måling": "måle måler målte målt",
    "evaluering": "evaluere evaluerer evaluerede evalueret",
    "test": "teste tester testede testet",
}
_MAKE = (
    "foretage",
    "foretager",
    "foretog",
    "foretaget",
    "gennemføre",
    "gennemfører",
    "gennemførte",
    "gennemført",
    "udføre",
    "udfører",
    "udførte",
    "udført",
)
_ONE = {
    "leverandører": "leverandør",
    "producenter": "producent",
    "virksomheder": "virksomhed",
    "rådgivere": "rådgiver",
    "udbydere": "udbyder",
}


_GIVES = {
    "støtte": "støtte støtter støttede støttet",
    "rådgivning": "rådgive rådgiver rådgav rådgivet",
    "hjælp": "hjælpe hjælper hjalp hjulpet",
    "bistand": "hjælpe hjælper hjalp hjulpet",
}


def _act(found: re.Match[str]) -> str | None:
    """Return the verb for “foretage en undersøgelse af”, in the form that stands there; a passive has nobody who acts."""
    if found["passive"]:
        return None
    return _ACTS[found["act"].lower()].split()[_MAKE.index(found["make"].lower()) % 4]


def _and(found: re.Match[str]) -> str | None:
    """Return “og” for “samt” where no other “og” stands in the sentence."""
    return None if re.search(r"\bog\b|,\s*$", found.string[: found.start()] + " " + found.string[found.end() :]) else "og"


def _after_noun(found: re.Match[str]) -> str | None:
    """Return nothing for “i særklasse” after a noun; after a verb or an adjective it is the news."""
    noun = found["noun"].lower()
    return None if is_finite(noun) or noun in ("være", "blive", "levere", "den", "det", "de", "er", "meget") else ""


def _respectively(found: re.Match[str]) -> str | None:
    """Return nothing for “henholdsvis” where there is one pair only."""
    return "" if len(re.findall(r"\bog\b", found.string)) == 1 else None


# What only says a feeling louder: it goes where a rule has nothing better to put there.
LOUDER = (
    Change(
        "ekstremt|enormt|helt vildt|mega|simpelthen|sindssygt|super|ubeskriveligt|usigeligt|utrolig|utroligt|vildt|virkelig",
        rf"\b(?P<x>(?:så[ ])?(?:mega|super|sindssygt|utrolig|utroligt|virkelig|ekstremt|enormt|simpelthen|ubeskriveligt|usigeligt|helt[ ]vildt)[ ])(?={_FEELING}\b)",
        "",
    ),
)

CHANGES = (
    # kancelli
    Change("såfremt", r"\bsåfremt\b", "hvis"),
    Change("i henhold til", r"\bi[ ]henhold[ ]til\b", "efter"),
    Change("angående|vedr.|vedrørende", r"(?<=\w[ ])(?P<x>vedrørende|angående|vedr\.)(?=[ ]\w)", "om"),
    Change("med henblik på at", r"\bmed[ ]henblik[ ]på[ ]at\b", "for at"),
    Change("i forbindelse med", r"\bi[ ]forbindelse[ ]med(?=[ ]\w+ningen\b)", "ved"),
    Change(
        "desuden|endvidere|ligeledes|ydermere",
        r"\b(?:har|er|skal|kan|vil|får|fik|havde|var|måler|bygger)[ ](?P<x>endvidere|desuden|ligeledes|ydermere)\b(?![ ]ikke)",
        "også",
    ),
    Change(
        "desuden|endvidere|ligeledes|ydermere",
        r"^(?:desuden|endvidere|ligeledes|ydermere),?[ ](?P<v>har|er|skal|kan|vil|får|fik|havde|var)[ ](?P<s>vi|jeg|han|hun|de|man)\b(?![ ](?:ikke|også))",
        r"\g<s> \g<v> også",
    ),
    Change("samt", r"\b(?P<x>samt)\b(?=[ ]\w)", _and),
    Change("anvend", rf"\b{_SUBJECT}[ ](?P<x>anvender|anvendte)\b", by_form(forms("anvender bruger anvendte brugte"))),
    Change("anvende", r"\b(?:at|kan|skal|vil|kunne|skulle|ville|må)[ ](?P<x>anvende)\b", "bruge"),
    Change("anvendt", r"\b(?:har|havde)[ ](?P<x>anvendt)\b", "brugt"),
    Change(
        "afhold",
        rf"\b(?:{_SUBJECT}|{_HELPER})[ ](?P<x>afholde|afholder|afholdt)[ ](?={_DET}\b)",
        by_form(forms("afholde holde afholder holder afholdt holdt")),
    ),
    Change("tilvejebringe", r"\btilvejebringe(?P<r>r?)\b", r"skaffe\g<r>"),
    Change("bibeholde", r"\bbibeholde(?P<r>r?)\b", r"beholde\g<r>"),
    Change("fremadrettet", r"\bfremadrettet(?=[.!,?]|$)", "fremover"),
    Change("samtlige", r"\bsamtlige\b(?=[ ](?!af\b)\w)", "alle"),
    Change("grundet", r"\bgrundet(?=[ ](?!i\b|på\b)\w)(?<!er[ ]grundet)(?<!var[ ]grundet)", "på grund af"),
    Change(
        " måned", r"\bi[ ](?P<m>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?P<x>[ ]måned)\b", ""
    ),
    Change("på nuværende tidspunkt", r"\bpå[ ]nuværende[ ]tidspunkt\b", "nu"),
    Change(" basis", r"\bpå[ ](?P<p>ugentlig|daglig|månedlig|årlig|kvartalsvis)[ ]basis\b", lambda found: _PERIOD[found["p"].lower()]),
    Change("med virkning fra", r"\bmed[ ]virkning[ ]fra\b", "fra"),
    Change("således at", r"(?<=,[ ])således[ ]at(?=[ ](?:vi|jeg|man|du|(?-i:I)|de|det|han|hun)\b)", "så"),
    Change("hvorvidt", r"\b(?<!om[ ])(?<!om,[ ])hvorvidt\b", "om"),
    Change("dags dato", r"\bdags[ ]dato\b", "i dag"),
    Change("i tæt samarbejde med", r"\bi[ ]tæt[ ]samarbejde[ ]med\b", "sammen med"),
    Change("henholdsvis ", r"\b(?P<x>henholdsvis[ ])(?=\w)", _respectively),
    Change("løbende ", rf"\b{_SUBJECT}[ ]\w+er[ ](?P<x>løbende[ ])(?!måned|år|konto|timer|dialog|kontrakt|vedligehold)\w", "", False),
    # oppustede udsagnsord
    Change(
        "foret|gennemf|udfør",
        rf"(?P<passive>\b(?:er|bliver|blev|blevet|være)[ ](?:\w+[ ])?)?(?P<x>\b(?P<make>{'|'.join(_MAKE)})[ ](?:en[ ]|et[ ])?(?P<act>{'|'.join(_ACTS)})[ ]af)\b",
        _act,
    ),
    Change("beslutning om", r"\b(?:har|havde)[ ](?P<x>truffet[ ](?:en[ ])?beslutning[ ]om)(?=[ ]at\b)", "besluttet"),
    Change("beslutning om", rf"\b{_SUBJECT}[ ](?P<x>traf[ ](?:en[ ])?beslutning[ ]om)(?=[ ]at\b)", "besluttede"),
    Change("i stand til at", r"\ber[ ](?P<n>ikke[ ])?i[ ]stand[ ]til[ ]at\b", lambda found: "kan ikke" if found["n"] else "kan"),
    Change("i stand til at", r"\bvar[ ](?P<n>ikke[ ])?i[ ]stand[ ]til[ ]at\b", lambda found: "kunne ikke" if found["n"] else "kunne"),
    Change("har mulighed for at", r"\b(?:vi|jeg|han|hun|de|I|man|du)[ ](?P<x>har[ ]mulighed[ ]for[ ]at)\b", "kan"),
    Change(
        " brug af",
        r"\b(?P<g>gør|gjorde|gøre|gjort)[ ]brug[ ]af\b",
        lambda found: forms("gør bruger gjorde brugte gøre bruge gjort brugt")[found["g"].lower()],
    ),
    Change(
        "implementere",
        rf"\b(?:{_SUBJECT}|{_HELPER})[ ](?P<x>implementere|implementerer|implementerede|implementeret)(?=[ ]{_DET}\b)",
        by_form(forms("implementere indføre implementerer indfører implementerede indførte implementeret indført")),
    ),
    Change(
        "optimere",
        rf"\b(?:{_SUBJECT}|{_HELPER})[ ](?P<x>optimere|optimerer|optimerede|optimeret)(?=[ ]{_DET}\b)",
        by_form(forms("optimere forbedre optimerer forbedrer optimerede forbedrede optimeret forbedret")),
    ),
    Change(
        "eksekvere",
        rf"\b(?:{_SUBJECT}|{_HELPER})[ ](?P<x>eksekvere|eksekverer|eksekverede|eksekveret)(?=[ ](?:{_DET}|planen|projektet|opgaven)\b)",
        by_form(forms("eksekvere udføre eksekverer udfører eksekverede udførte eksekveret udført")),
    ),
    Change("års jubilæum", r"\bkan[ ]fejre[ ](?P<n>\d+)[ ]?-?[ ]?års[ ]jubilæum\b", r"har \g<n>-års jubilæum"),
    Change(
        "yde",
        rf"\b(?:{_SUBJECT}|{_HELPER})[ ](?P<x>(?P<v>yde|yder|ydede|ydet)[ ](?P<n>støtte|rådgivning|hjælp|bistand)[ ]til)(?=[ ])",
        lambda found: _GIVES[found["n"].lower()].split()[("yde", "yder", "ydede", "ydet").index(found["v"].lower())],
    ),
    Change("påbegynd", rf"\b(?P<x>har[ ]påbegyndt)(?=[ ]{_DET}\b)", "er begyndt på"),
    Change(
        "påbegynd",
        rf"\b(?:{_SUBJECT}|at|skal|vil|kan)[ ](?P<x>påbegynde|påbegynder|påbegyndte)(?=[ ]{_DET}\b)",
        lambda found: found["x"].lower().removeprefix("på") + " på",
    ),
    Change(
        "faciliter",
        rf"\b(?:{_SUBJECT}|{_HELPER})[ ](?P<x>facilitere|faciliterer|faciliterede|faciliteret)(?=[ ](?:en|et|to|tre|vores|en[ ]ny|\d+)[ ]\w*(?:workshop|møde|kursus|samtale|seminar|temadag|proces))",
        by_form(forms("facilitere holde faciliterer holder faciliterede holdt faciliteret holdt")),
    ),
    Change(
        "erhverv",
        r"\b(?P<x>erhvervede|erhvervet|erhverver)(?=[ ](?:en|et|to|tre|\d+)[ ](?:ny[ ]|nyt[ ]|nye[ ])?\w*(?:bygning|grund|ejendom|hal|maskine|virksomhed|trailer|kran|bil|pumpe)(?:er|e)?\b)",
        by_form(forms("erhvervede købte erhvervet købt erhverver køber")),
    ),
    Change("som følge af", r"\bsom[ ]følge[ ]af(?=[ ](?!at\b|dette\b|heraf\b)\w)", "på grund af"),
    Change("i forlængelse af", r"\bi[ ]forlængelse[ ]af(?=[ ]\w+(?:et|en|ne)\b)", "efter"),
    Change("forud for", r"\bforud[ ]for(?=[ ]\w)", "før"),
    Change("har til formål at", r"\b(?P<x>har[ ]til[ ]formål[ ]at)\b", "skal", False),
    # ros
    Change(_PRAISED, rf"\b{_POSSESSIVE}[ ](?P<x>{_LISTED}[ ]){_NOT_NOUN}(?=(?-i:[a-zæøå]){{3}})", ""),
    Change(
        "banebrydende|innovative",
        r"\b(?!en\b|et\b|den\b|det\b|de\b|mere\b|mest\b|så\b|og\b|meget\b|disse\b|\w+s\b|er\b|var\b)\w+[ ](?P<x>(?:innovative|banebrydende)[ ])(?=(?-i:[a-zæøå])+(?:er|e)\b)(?!\w*ere\b)",
        "",
    ),
    Change(_GLOSSES, rf"(?<=[ ]){_BEFORE_NOUN}[ ](?P<x>(?:helt[ ])?(?:{_GLOSSES})[ ]){_NOT_NOUN}(?=(?-i:[a-zæøå]){{3}})", "", False),
    Change(
        "særklasse|topklasse|verdensklasse",
        r"\b(?P<noun>\w+)(?P<x>[ ]i[ ](?:særklasse|verdensklasse|topklasse))(?=[.!?,]|[ ](?:til|for|med|hos|i|på|og)\b)",
        _after_noun,
    ),
    Change(
        "førende ",
        r"\ben[ ]af[ ](?:Danmarks|landets|Nordens|Skandinaviens|Europas|verdens)[ ](?:mest[ ])?førende[ ](?P<n>leverandører|producenter|virksomheder|rådgivere|udbydere)",
        lambda found: "en " + _ONE[found["n"].lower()],
        False,
    ),
    # A thank-you to everybody is no better for being smaller: there a name is what is missing.
    Change(
        "tak til",
        r"^(?P<x>(?:kæmpe[ ]?)?(?:stor|stort|kæmpe|kæmpestor|hjertelig|særlig)[ ])"
        r"(?=tak[ ]til\b(?![ ](?:alle|samtlige|jer|hele|vores|hver|dem|mine|mit[ ](?:netværk|team|hold))\b))",
        "",
    ),
    # engelsk i dansk
    Change("en game", r"\ben[ ]game[ -]?changer\b", "et vendepunkt", False),
    Change("key takeaway", r"\bkey[ ]takeaway(?=:)", "Det vigtigste", False),
    Change("key takeaways", r"\bkey[ ]takeaways\b", "hovedpointer", False),
    Change("takeaways", r"\b(?<!key[ ])takeaways\b", "pointer", False),
    Change("learnings", r"\blearnings\b", "erfaringer", False),
    Change("stakeholders", r"\bstakeholders\b", "interessenter", False),
    Change("deliverables", r"\bdeliverables\b", "leverancer", False),
    Change("excited", r"\b(?P<s>vi|I|de)[ ]er[ ](?P<x>excited)\b", "spændte", False),
    Change("excited", r"\b(?P<s>jeg|han|hun|du)[ ]er[ ](?P<x>excited)\b", "spændt", False),
    Change("aligne på", r"\bat[ ](?P<x>aligne[ ]på)\b", "blive enige om", False),
    Change("challenges", r"\b(?:de|vores|nye|store|mange|tre|to)[ ](?P<x>challenges)\b", "udfordringer", False),
)

# Sentences that say nothing: how they begin (and mostly go on). What holds a name, a number, a date or a link stays whatever it says.
EMPTY = (
    Opening("i en ", r"i[ ]en[ ](?:verden|tid|hverdag|branche|virkelighed)(?:[ ]i[ ]|,?[ ]hvor|,?[ ]der|[ ]præget|[ ]med)"),
    Opening("i dagens ", r"i[ ]dagens[ ](?:travle|digitale|moderne|foranderlige|komplekse|hektiske|verden|samfund)"),
    Opening("frem til ", r"vi[ ]ser[ ](?:meget[ ]|virkelig[ ])?frem[ ]til[ ](?:et|det|mange|samarbejdet|den|en|at)"),
    Opening("sammen ", r"sammen[ ](?:gør[ ]vi[ ]en[ ]forskel|kan[ ]vi|skaber[ ]vi|bygger[ ]vi|når[ ]vi|løfter[ ]vi|er[ ]vi[ ]stærkere)"),
    Opening(
        "klar", r"(?:nu[ ]er[ ]vi|vi[ ]er)[ ](?:så[ ])?klar(?:e)?[ ]til[ ](?:fremtiden|næste|det[ ]næste|endnu[ ]et|at[ ]tage|mere|mange)"
    ),
    Opening(
        "hold da op for|hvilken|hvilket|sikke",
        r"(?:sikke|hvilken|hvilket|hold[ ]da[ ]op[ ]for)[ ](?:en[ ]|et[ ])?(?:dag|uge|aften|rejse|tur|år|fest|oplevelse|energi|stemning)\b",
    ),
    Opening("så er det ", r"så[ ]er[ ]det[ ](?:endelig[ ]|igen[ ]|nu[ ])?(?:blevet[ ])?(?:fredag|mandag|weekend|sommer|jul)\b"),
    Opening("lad os ", r"lad[ ]os[ ](?:dykke[ ]ned|komme[ ]i[ ]gang|sammen)"),
    Opening(
        "begyndelsen|begyndt|i gang|starten",
        r"(?:det[ ]er|dette[ ]er|vi[ ]er)[ ](?:kun|først)[ ](?:lige[ ])?(?:begyndelsen|starten|begyndt|i[ ]gang)",
    ),
    Opening("rejsen ", r"rejsen[ ](?:fortsætter|er[ ]kun)"),
    Opening(
        "der er mere på vej|følg med|mere følger|mere nyt følger|stay tuned",
        r"(?:følg[ ]med(?:[ ](?:her|på|for))?|mere[ ]følger|mere[ ]nyt[ ]følger|der[ ]er[ ]mere[ ]på[ ]vej|stay[ ]tuned)",
    ),
    Opening("fremtiden ", r"fremtiden[ ](?:er|ser)[ ](?:lys|spændende)"),
    Opening("fornøjelse|læselyst|læsning", r"god[ ](?:læselyst|fornøjelse|læsning)\b"),
    Opening("vi kunne ikke være ", r"vi[ ]kunne[ ]ikke[ ]være[ ](?:mere[ ])?(?:stolt|glad|lykkelig|taknemmelig)"),
    Opening(" synke ind", r"(?:lad[ ]det[ ]lige|lad[ ]den[ ]lige|lad[ ]det)[ ]synke[ ]ind"),
    Opening("op og frem|på mod nye mål|videre mod nye", r"(?:på[ ]mod[ ]nye[ ]mål|op[ ]og[ ]frem|videre[ ]mod[ ]nye)"),
    Opening("mange flere", r"her[ ]er[ ](?:til[ ])?mange[ ]flere"),
    Opening("hvilken|sikke", r"(?:wow|nej[ ]hvor|puha|yes)[ ]?,?[ ]?(?:sikke|hvilken)[ ]en[ ]\w+\W*$"),
    Opening(
        "vi glæder os ",
        r"vi[ ]glæder[ ]os[ ](?:allerede[ ]|virkelig[ ]|meget[ ])?til[ ](?:næste[ ]gang|mere|mange[ ]flere|rejsen|fremtiden|samarbejdet|det[ ]videre|et[ ](?:godt|frugtbart))",
    ),
)
# The same, though they hold a year or a capital.
ANYWAY = (
    Opening("klar", r"(?:nu[ ]er[ ]vi|vi[ ]er)[ ](?:så[ ])?klar(?:e)?[ ]til[ ]\d{4}\W*$"),
    Opening("her er til ", r"her[ ]er[ ]til[ ]\d{4}\W*$"),
    Opening("vi ses|på gensyn", r"(?:vi[ ]ses|på[ ]gensyn)[ ](?:alle[ ])?(?:igen[ ])?(?:til[ ])?(?:i[ ]\d{4}|næste[ ](?:år|gang))\W*$"),
)
ANYWAY_FOR_MOST = (Opening("kommenter|kommentér|skriv", r"(?:skriv|kommentér|kommenter)[ ][«\"“']?(?:ja|[A-ZÆØÅ]{2,})\b[^.!?]*[ ]så\b"),)
# The same, where some readers would miss it.
EMPTY_FOR_MOST = (
    Opening(
        " takker ",
        r"(?:vi|jeg)[ ]takker[ ](?:for[ ](?:tilliden|opbakningen|støtten|forståelsen|samarbejdet)|(?:alle|vores|kunderne|kunder))\b",
    ),
    Opening("tak til alle", r"tak[ ]til[ ]alle,?[ ](?:der|jer|som|vores)\b"),
    Opening("vi glæder os ", r"vi[ ]glæder[ ]os[ ](?:allerede[ ]|virkelig[ ]|meget[ ])?til\b"),
    Opening("det kræver en særlig ", r"det[ ]kræver[ ]en[ ]særlig[ ](?:indsats|sjæl|type)"),
    Opening(
        "bevis|vidnesbyrd|udtryk",
        r"det[ ]er[ ](?:et|endnu[ ]et)[ ](?:klart[ ]|tydeligt[ ]|stærkt[ ])?(?:bevis|vidnesbyrd|udtryk)[ ](?:på|for|om)",
    ),
    Opening(
        "stolt|glad|taknemmelig|ydmyg",
        r"det[ ]er[ ](?:vi|jeg)[ ](?:utrolig[ ]|utroligt[ ]|meget[ ]|virkelig[ ]|rigtig[ ]|så[ ])?(?:stolt|stolte|glad|glade|taknemmelig|taknemmelige|ydmyge)\b",
    ),
    Opening(
        "stolt|glad|taknemmelig|ydmyg|beære",
        r"(?:vi|jeg)[ ]er[ ](?:utrolig|utroligt|meget|virkelig|rigtig|så|ufattelig|mega)[ ](?:og[ ]\w+[ ])?(?:stolt|stolte|glad|glade|taknemmelig|taknemmelige|ydmyge|beærede)[ ]?[.!]",
    ),
)
# Says that news comes, and not which.
_NEWS = r"""(?:
      (?:(?:en|et[ ]par|lidt)[ ])?(?:(?:stor|store|kæmpe|kæmpestor|spændende|fantastiske?|glædelige?|gode?|vigtige?|personlige?|lille|små|helt|særlige?)[ ]){1,3}(?:nyhed|nyheder|nyt)
          (?:[ ]fra[ ](?:os|mig)|[ ]at[ ](?:dele|fortælle)(?:[ ]med[ ]jer)?|[ ]på[ ]vej)?
    | (?:vi|jeg)[ ]har[ ](?:(?:en|et[ ]par|lidt)[ ])?(?:(?:stor|store|kæmpe|spændende|fantastiske?|glædelige?|gode?|vigtige?|personlige?|lille|helt|særlige?)[ ]){0,3}(?:nyhed|nyheder|nyt)
          (?:[ ]at[ ](?:dele|fortælle)(?:[ ]med[ ]jer)?|,?[ ](?:som[ ])?(?:vi|jeg)[ ](?:gerne[ ])?(?:vil|må|kan)[ ](?:dele|fortælle)(?:[ ]om)?)?
    | (?:nu|så|endelig)[ ]er[ ]det[ ](?:endelig[ ]|nu[ ])?(?:officielt|offentligt|ude)
    | (?:nu|endelig)[ ](?:kan|må|tør)[ ](?:vi|jeg)[ ](?:endelig[ ]|godt[ ])?sige[ ]det(?:[ ](?:højt|offentligt))?
    | (?:så[ ]er[ ])?sløret[ ](?:er[ ])?løftet
    | hold[ ]på[ ](?:hatten|hat[ ]og[ ]briller) | (?:må[ ](?:vi|jeg)[ ]bede[ ]om[ ]en[ ])?trommehvirvel
    )"""
_OF_NEWS = " nyhed| nyt|officielt|offentligt|det ude|sige det|sløret|hold |trommehvirvel"
# What stands before a sentence of its own.
PREFIXES = (
    Opening(
        "her er sagen|hånden på hjertet|lad mig være ærlig|lad os være ærlige|sandheden er|spoiler",
        r"(?:lad[ ]os[ ]være[ ]ærlige|lad[ ]mig[ ]være[ ]ærlig|hånden[ ]på[ ]hjertet|sandheden[ ]er|her[ ]er[ ]sagen|spoiler(?:[ ]alert)?)[:,][ ](?!at[ ])",
    ),
    Opening(_OF_NEWS, rf"{_NEWS}[ ]?[:!][ ]"),
)
NOT_THIS = (Opening("det handler ikke om ", r"det[ ]handler[ ]ikke[ ]om[ ]"),)
BUT_THAT = (Opening("det handler om ", r"det[ ]handler[ ]om[ ](?!.*\b(?:dem|det|den|disse)\b)"),)
# What is no clause of its own: «at modtage en pris» (but not «at vi fik den», nor what nobody does: «at være en arbejdsplads»).
LEANS = r"at[ ](?!(?:vi|de|du|i|være|have|blive|kunne)\b)[a-zæøå]*[aeiouyæøå]\b"
# After these stands half a sentence: «at vi» tager det.
UNFINISHED = r"at|jeg|vi|du|i|de|man|hun|han|der|som"
# With these begins nothing that can stand alone: «af det», «efter den højeste standard», «at vi nu kan».
BEGINS_NOTHING = r"(?:sin|sit|sine|dens|dets|deres|af|efter|for|fra|hos|i|med|mod|når|og|om|op|over|på|som|til|under|ved|der|det|du|dig|jer|os|dem|at[ ](?:jeg|vi|du|i|de|man|hun|han|det|den|der|være|have|blive|kunne))\b(?![ ]\d)|\W*\Z"
# “X er ikke A. Det er B.”: what is said of X, and how the next sentence goes on with it.
DENIED = r"(?P<x>[^.!?,;:\n]{2,60}?[ ](?P<verb>er|var|handler|handlede))[ ](?:altså[ ]|nemlig[ ])?(?:ikke|aldrig)[ ][^.!?\n]{1,80}[.!]+"
SAID_INSTEAD = r"(?:det|den|de)[ ](?P<verb>er|var|handler|handlede)\b"
NEWS = (
    Opening(_OF_NEWS, rf"{_NEWS}[ ]?[.!:]*$"),
    Opening("pressemeddelelse", r"pressemeddelelse:?$"),
    Opening("alle|følgere|linkedin|netværk", r"(?:kære|hej)[ ](?:netværk|linkedin|alle|følgere)[ ]?[,!.]*$"),
)
BAIT = (
    Opening(
        " godt om|del|kommenter|kommentér|like",
        r"(?:like|syntes?[ ]godt[ ]om|del|kommentér|kommenter)(?:[ ](?:og|eller|/)[ ](?:del|like|kommentér|kommenter|tag))?(?:[ ](?:gerne|endelig))?(?:[ ](?:opslaget|det|videre|med[ ]dit[ ]netværk|hvis))?",
    ),
    Opening("del gerne", r"del[ ]gerne\b"),
    Opening("enig?", r"(?:er[ ]du[ ])?enig\?"),
    Opening("hvad siger du|hvad synes du|hvad tænker du|tanker", r"(?:hvad[ ]siger[ ]du|hvad[ ]tænker[ ]du|tanker|hvad[ ]synes[ ]du)\?$"),
    Opening("tag en ", r"tag[ ]en[ ](?:kollega|ven)\b"),
)
READ_MORE = rf"(?:læs|se|hør)[ ](?:meget[ ])?mere(?:[ ]om[ ](?:det|den))?(?:[ ]her)?[ ]?:?[ ]?(?:👉|👇|➡️?|⬇️?)?[ ]*(?={LINK})"
POINTS_BACK = r"(?:det|den|dette|denne|de|disse|dem|her|derfor|så|men|og|også|han|hun)\b"
