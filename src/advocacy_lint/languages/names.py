"""First names that are common in Danish and international working life; a closed list beats guessing from capital letters."""

from __future__ import annotations

_NORDIC = """
aage ada agnes agnete albert aksel alberte alexander alf alfred alice allan alma amalie amanda anders andreas andrea anette anita anja ann anna anne annette annika anton
arne arthur asbjørn asger asta astrid august axel bent benny benjamin berit birgit birgitte birte birthe bjarke bjarne bjørn bo boris brian britt britta bodil camilla carina carl carla carlo carsten
caroline casper cathrine cecilie charlotte christian christina christine christoffer claes clara claus clement conny connie dagmar dan daniel danny david dennis dicte ditte dorte dorthe ebbe eddie edith
egon eigil einar eja elin elisabeth ella ellen elna else emil emilie emma emmy erik erika erna esben eskild esther eva ester fatima felix filip finn flemming frank fred freddy frederik frederikke freja frida frits
frode gerda gert gitte gorm grete grethe gry gunhild gunnar gunner gudrun gustav hanna hannah hanne hans harald hardy heidi helen helena helene helge helle henning henrik henriette herman hugo ib ida inga inge ingelise
inger ingrid irene iris isabella ivan ivar jacob jakob james jan jane janne janni janus jasper jeanette jens jeppe jesper jette jim jimmy joachim johan johanne johannes john johnny jon jonas jonathan josefine jonna
julia julie jytte jørgen jørn kaj kaja karen karin karina karl karla karoline kasper kathrine katja katrine kenneth kent kim kirsten kirstine kjeld klaus klara knud kresten kristian kristina kristine kristoffer kurt
käthe lars lasse laura laurits laust lea leif leila lena lene leo leon leonora leslie liam lilian lillian lilly line lis lisa lisbeth lise lisette liv liva liza lizzie lone lotte louis louise lucas lukas luna lærke maja malene
malou malthe marcus margit margrethe maria mariam mariann marianne marie marina marius markus martha martin martine mathias mathilde mats max maya merete mette mia michael michelle mie mikael mikkel mille mogens mohamed mohammed mona morten
morthen naja nana nanna natasja nete nicklas nicolai nicoline niels nikita niklas nikolaj nina nis noah nora oda ole olav olga oliver olivia oskar oscar otto ove palle peder per pernille peter philip pia poul preben ragnhild rasmus
randi rebecca regitze rene rené rigmor rikke rita robert robin rolf ronni ruben rune ruth sabrina samuel sandra sara sarah sebastian selma sidsel sigrid signe sigurd simon sine sofia sofie solveig sonja sonny stefan steen steffen sten stine
stig storm sune susan susanne svend sverre søren sørine tage tanja tea thea theis theo therese thomas thor thorbjørn thorkild tilde tim tina tine tobias tom tommy tonny torben tore torsten tove tracy trine troels tue ulla ulrik ulrikke ursula uffe
vagn valdemar vera vibeke victor victoria viggo viktor viktoria villads villy vilma vita vivi viola walter william winnie yvonne zenia zoe åge åse øjvind øyvind
"""
_ENGLISH = """
aaron abby abigail adam adrian aidan alan alana albert alejandro alex alexa alexandra alexis alfred ali alicia alison allison alyssa amber amelia amy ana andrew andy angela angus anita annabel annie anthony antonio april ariana arnold arthur ashley audrey
austin ava barbara barry beatrice becky ben beth betty beverley beverly bill billy bob bobby brad bradley brandon brenda brendan brent brett brianna bridget brooke bruce bryan caitlin callum calvin cameron carl carla carlos carmen carol caroline carolyn carrie
catherine cathy chad charles charlie chelsea cheryl chloe chris christopher cindy claire clare clark clive cody colin connor corey courtney craig crystal curtis cynthia daisy dale damian damon daniela daniella danielle darren dave dawn dean deb debbie deborah
debra denise derek diana diane diego dominic don donald donna doris dorothy doug douglas duncan dustin dylan earl eddie edgar edward edwin eileen eleanor elena eliza elizabeth ellie elliot elliott emily enrique eric erica erin ernest ethan eugene evan evelyn
ezra faith fernando fiona florence frances francesca francis francisco franklin gabriel gabriela gail gareth gary gavin gemma geoff george georgia georgina gerald gilbert gina glen glenn gloria gordon grace graham grant greg gregory guy gwen hailey harriet
harold harriet harry harvey hayley heather hector henry holly howard hugh iain ian imogen irene isaac isabel isabelle isla ivy jack jackie jackson jacqueline jade jaime jake jamal jamie janet janice jared jasmine jason javier jay jean jeff jeffrey jen jenna
jennifer jenny jeremy jerome jerry jess jesse jessica jill jo joan joanna joanne jodie joe joel jonathan jordan jorge jose joseph josh joshua joy joyce juan juanita judith judy justin kaitlyn karl kate kathleen kathryn kathy katie kay kayla keith kelly kelsey ken
kerry kevin kieran kimberly kirk kristen kyle larry lauren laurence laurie lawrence leah lee leigh leonard leroy lesley lewis lillian linda lindsay lindsey liz lloyd logan lois lorraine louis lucia lucy luis luke lydia lynn mabel maddie madison malcolm manuel
marc marcia marco margaret maria marilyn mario marion marjorie mark marlene marshall martha marvin mary mason matt matthew maureen maurice megan melanie melissa melvin mia micah miguel mike mildred miles miranda mitchell molly monica morgan nadia naomi
natalie nathan nathaniel neil nelson nick nicholas nicola nicole nigel noel norma norman olive oliver omar owen pablo paige pam pamela patricia patrick paul paula pauline pedro peggy penny pete phil phillip phoebe phyllis polly priscilla rachel ralph ramon
randy raul ray raymond rebecca reggie regina rhys ricardo richard rick ricky rob roberta roberto rodney roger roland ron ronald rory rosa rosalind rose rosemary rosie ross roy ruby russell ryan sally sam samantha sandy scott sean sergio seth shane shannon sharon
shaun sheila shelley sherry shirley sian sidney simone sophia sophie spencer stacey stacy stan stanley stella stephanie stephen steve steven stewart stuart sue suzanne sydney sylvia tamara tammy tara tatiana taylor ted teresa terri terry tessa theodore theresa
tiffany timothy tina todd toby tony tracey tricia trevor tristan troy tyler una valerie vanessa vernon veronica vicky vincent violet virginia wade wanda warren wayne wendy wesley will willie xavier yolanda yvette zach zachary
"""
_WORLD = """
aarav aditya ahmad ahmed aisha akash akiko akira alessandro amina amir amit amrita anand anil anjali ankit anna-lena anton arjun arun asha ashok aya ayesha aylin bartosz beata bogdan chiara chen claudia daniela deepak deepa dilip dimitri divya dmitri
elif emre erdem esra fabian farah fatma fernanda feng francesco ganesh gita giulia giuseppe gopal hamid hasan hassan hiroshi hussein ibrahim igor imran ines ioana irina ismail ivana jana jagoda jürgen jürg kamal karim katarzyna kavita kenji khalid kiran
krishna krzysztof kumar lakshmi layla lei leila li lin ling lorenzo luca magdalena mahesh malik manish manoj marek marta matteo mehmet mei meera min ming mina miriam mohan mustafa nadeem nasreen natalia neha nikhil nikita noor nour olena oksana omar osman paolo
pavel petra piotr pooja prakash pranav priya rafael rahul raj rajesh rakesh ramesh rana rania ravi rekha reza rohan rohit sadia saeed said salma samir samira sandeep sandhya sanjay santiago sergei shreya siddharth silvia sita sofia sonia stefania sunil sunita
suresh svetlana tariq thiago tomasz uma valentina vijay vikram vivek vladimir wei wojciech yasmin yasmine yuki yusuf yuri zainab zara zhang zofia
"""
_AMBIGUOUS = """
april art august autumn bill bo bob dale daisy dan dawn don drew earl ed faith frank gene grace grant guy harry hope ib iris ivy jade jan jean joy june kay kent lea lee leo li lin line liv luna mark marina max may mia min
misty nick olive pat penny per phil ray rich rob robin rose ruby sally sandy storm sue sune tage thor tim tue vita viola violet virginia wade will winnie tina else signe ann ann stig ove leif bent rune fred gry inge jim
georgia jordan london paris sydney madison austin dallas jackson charlotte florence victoria said ling ming lei wei uma rana nour raj kumar john chelsea logan mason chad noel crystal amber heather holly hazel
"""

FIRST_NAMES = frozenset((_NORDIC + _ENGLISH + _WORLD).split())
AMBIGUOUS_NAMES = frozenset(_AMBIGUOUS.split())
# Months, places, plants, weather and virtues do things too: "Joy filled the room", "Paris opened a hub", "Storm rev taget af".
NEVER_ALONE = frozenset(
    """april august autumn amber art austin charlotte chelsea crystal daisy dale dallas dawn faith florence georgia grace hazel heather holly
    hope iris ivy jackson jade jordan joy june london luna madison marina mason may min olive paris rose ruby sky storm summer sydney victoria
    viola violet virginia vita""".split()
)
