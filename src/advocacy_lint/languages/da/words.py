"""Danish: abbreviations, numbers, pronouns, narration and noun endings."""

from __future__ import annotations

from advocacy_lint.languages.base import Language
from advocacy_lint.languages.names import AMBIGUOUS_NAMES, FIRST_NAMES, NEVER_ALONE

_PAST = """
var havde gik kom sagde fik så stod tog blev lå sad spurgte gjorde vidste kunne skulle ville måtte burde turde gad hed holdt lod løb skrev læste ringede råbte grinede lo
troede tænkte mente syntes følte glemte huskede mistede fandt faldt slog smed greb bar bød bad brød drak sov vågnede vendte kørte cyklede satte lagde hang hjalp trak skar skød sprang sang slap
drog frøs fløj fór knak red ramte rejste rystede svarede svor sank steg stjal svandt tabte tændte valgte vaskede viste voksede åbnede åd købte solgte kendte brugte betød forstod forlod fortalte
fulgte gemte gentog hentede hørte hældte kaldte kiggede klippede knækkede kogte lavede ledte legede lovede lukkede lyttede lærte malede målte mødte nikkede nåede opdagede passede pegede prøvede
pakkede rettede regnede sendte skiftede skruede skubbede slukkede smilte smuttede snakkede startede stillede stoppede svedte talte tegnede tjekkede tvivlede undrede ventede virkede øvede ændrede
byggede opgav rakte rev skreg snød sneg spiste trådte tissede begyndte blinkede bankede bandede bakkede dumpede dyppede fejlede fejede fumlede flyttede fyldte fældede gættede græd hoppede hviskede kastede
klarede klatrede klemte kløede knælede krammede kravlede kvajede larmede linede lugtede løftede missede monterede nægtede overså overtog parkerede piftede plejede pressede pustede ragede rodede rullede røg samlede savede
skrabede skældte slæbte smagte snublede sorterede stirrede strammede støvsugede sukkede svejsede svømmede sydede tastede tømte tørrede udskiftede vandrede vaklede vejede viklede vinkede vippede vred
"""
_UNITS = """
kg kilo gram g ton tons liter l dl ml meter m km kilometer cm mm m2 m3 kvm kvadratmeter kubikmeter grader °c sekund sekunder minut minutter min time timer t dag dage døgn uge uger måned måneder
side sider linjer sek stk kasser paller skruer bolte spande kopper trin etager patienter børn elever køer grise tog biler bar volt watt kw kwh mb gb hz gange nætter vagter møder mails opkald personer kolleger
"""

LANGUAGE = Language(
    code="da",
    joins_words=True,
    bare_genitive=True,
    abbreviations=frozenset(
        """adm afd afs alm anm art aug bd bl bla brdr ca cand cirka cvr d dec div dir dr ds dvs eks ekskl ell em eng etc evt f feb fhv fig fl fm forf forh fr fx gl gr hhv hr hrs inkl ing iflg jan jf jr jul jun
        kap kbh kgl kl km kr kt lb lok ltd m maks mag max md mdl mdr mia mill min mio mill mr ms mv n nl no nov nr o obs okt opg osv osv p pag pct ph pkt pr prof ref resp s sa sek sen sep sept sml stk str
        subst s.u t tdl tidl tilh tlf tsk tv u udg udd uds ug v vedr vejl vha vol årg åvg ø inc corp""".split()
    ),
    never_last=frozenset(
        "adm adm. afs afs. anm art bl bl. ca ca. d d. dir dr dr. evt evt. f f.eks. fhv hhv hhv. hr hr. inkl inkl. ekskl iflg jf jf. kl kl. lok n nr nr. pct.. pr pr. prof ref resp s sml str tidl tlf tlf. vedr vha dvs dvs. mr mr. ms cand st st."
        " bl.a. f.eks.".split()
    ),
    before_names=frozenset("adm brdr dir dr fhv fr hr prof mr ms cand st frk".split()),
    single_letters=frozenset("iåø"),
    ordinal_dot=True,
    months=frozenset(
        "januar februar marts april maj juni juli august september oktober november december jan feb mar apr jun jul aug sep sept okt nov dec mandag tirsdag onsdag torsdag fredag lørdag søndag".split()
    ),
    number_words=frozenset(
        "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tredive fyrre halvtreds tres firs halvfems hundrede tusind tusinde halvanden".split()
        + [
            f"{one}og{ten}"
            for one in "en to tre fire fem seks syv otte ni".split()
            for ten in "tyve tredive fyrre halvtreds tres firs halvfems".split()
        ]
    ),
    multiples=frozenset(
        "dobbelt dobbelte tredobbelt tredobbelte firdobbelt firdobbelte femdobbelt tidobbelt fordoble fordobler fordoblede fordoblet fordobles fordobling fordoblingen".split()
        + [
            f"{word}dobl{ending}"
            for word in "tre fir fire fem seks syv otte ni ti".split()
            for ending in "e er ede et es ing ingen".split()
        ]
    ),
    scale_words=frozenset("mio. mia. mio mia mill. mill million millioner milliard milliarder tusind t.".split()),
    money_words=frozenset("kr. kr kroner krone dkk euro eur € $ £ usd dollar dollars pund sek nok øre mio.kr. t.kr.".split()),
    percent_words=frozenset("% pct. pct procent procentpoint promille".split()),
    unit_words=frozenset(_UNITS.split()),
    clock_before=frozenset("kl. kl klokken".split()),
    clock_after=frozenset(),
    company_suffixes=frozenset(
        "a/s aps i/s k/s p/s as amba a.m.b.a. inc. inc ltd ltd. gmbh ab group gruppen holding koncernen consulting".split()
    ),
    first_names=FIRST_NAMES,
    ambiguous_names=AMBIGUOUS_NAMES
    | frozenset("bo bent tage tue storm else signe rune line max art ove stig per vita min will mark".split()),
    never_alone=NEVER_ALONE,
    first_person=frozenset("jeg mig min mit mine".split()),
    we=frozenset("vi os vores vor vort vore".split()),
    reader=frozenset("du dig din dit dine jer i jeres".split()),
    asked=frozenset("du dig din dit dine i jer jeres nogen nogle andre".split()),
    our=frozenset("vores vor vort vore".split()),
    negations=frozenset(
        "ikke men aldrig ingen intet selvom alligevel desværre egentlig næsten måske bare heller dog tværtimod forkert uden trods hverken umuligt besværligt svært problemet fejl".split()
    ),
    past_verbs=frozenset(_PAST.split()),
    past_endings=("ede",),
    not_past=frozenset(
        """allerede tilstede glæde rede skrede brede vrede fremmede hoffmede smede nede hede fede slede møde interesserede engagerede dedikerede forskellige såkaldte ansatte kvalificerede certificerede vedvarende
        målrettede integrerede digitaliserede avancerede specialiserede motiverede uddannede erfarne skræddersyede lovede ærede bebyggede udvidede dernede hernede fornyede samlede forenede rede bevæbnede billede billedede nævnede
        stede steder byggede arbejdsglæde ilede enkelte kombinerede baserede relaterede involverede udvalgte begejstrede trofaste bosiddende opdaterede""".split()
    ),
    corporate_past=frozenset(
        """opnåede realiserede leverede lancerede annoncerede præsenterede offentliggjorde voksede steg indgik underskrev vandt modtog styrkede øgede udvidede fusionerede etablerede implementerede investerede omsatte meddelte udgjorde
        bidrog forbedrede fastholdt rapporterede introducerede igangsatte gennemførte kårede nominerede certificerede fejrede støttede donerede blev var havde kunne skulle ville optimerede opjusterede nedjusterede steg faldt understøttede
        inspirerede samlede markerede""".split()
    ),
    before_participle=frozenset(
        "de den det er blev bliver har havde være været de mange flere nye alle vores deres disse sine mine dine jeres meget".split()
    ),
    abstract_endings=(
        "else",
        "elser",
        "elsen",
        "elserne",
        "hed",
        "heden",
        "heder",
        "hederne",
        "tion",
        "tionen",
        "tioner",
        "tionerne",
        "itet",
        "iteten",
        "skab",
        "skabet",
        "skaber",
        "ing",
        "ingen",
        "inger",
        "ingerne",
        "isme",
        "ering",
        "eringen",
        "ans",
        "ence",
        "kvens",
        "igens",
        "endens",
        "arens",
        "ment",
        "sitet",
        "gtighed",
        "dygtighed",
    ),
    not_abstract=frozenset(
        """ingen ingenting mening meninger ting tingen tingene morgen ring ringen omkring kylling kyllinger bygning bygningen bygninger regning regningen tegning tegningen slutning lejlighed lejligheden gang kvinden
        venskab selskab selskabet bestyrelse penge hen men igen leverance enkelthed pressemeddelelse aftensmad station stationen stationer tallerken dronning dronningen redning vinding spring springer springet kasserolle bringer ringer
        bogreolen bolsjer halvdelen nogen anden anledning handling forsinkelse overraskelse oplevelse nyhed mulighed våben skaber booking nyheder""".split()
    ),
    long_word=11,
    everyday_long=frozenset(
        """
        aftenholdet almindelige arbejdsplads badeværelse biblioteket chaufførerne containeren efterhånden eftermiddag
        eftermiddagen elektrikeren forfærdeligt formiddagen forskellige fuldstændig fuldstændigt fødselsdagen
        gummistøvler hjemmesiden interessant interessante kaffemaskinen lejligheder leverandøren medarbejder
        medarbejdere medarbejderne mobiltelefon morgenholdet naturligvis overhovedet overraskende parkeringspladsen
        passagererne patienterne praktikanten pressemeddelelse selvfølgelig spisebordet spørgsmålene spørgsmålet
        sygeplejerske universitetet weekenderne
        """.split()
    ),
)
