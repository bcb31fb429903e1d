"""Danish words by which a sentence is known as a story or as air, by sort (`languages.telling_words.SORTS`)."""

from __future__ import annotations

TELLING_WORDS = {
    "cause": "fordi derfor så da når efter siden indtil inden hvis uden selvom mens før skyldes",
    "turn": "men dog alligevel imidlertid derimod først kun selv stadig ellers pludselig bagefter faktisk næsten hellere",
    "failure": "fejl forkert galt glemte glemt tabte mistede missede afslag afvist opgav opgive problem problemet ulempe ulempen besværligt slap knækkede brød"
    " gik dumpede dumpet væltede overså spildt smed stod forsinket klagede tvivl tvivlede svært sværeste tungt ked forgæves",
    "said": "sagde siger spurgte spørger svarede svarer fortalte ringede ringer skrev råbte foreslog foreslår hviskede grinede lo nikkede rystede mente indrømmede",
    "person": "han hun ham hende hans hendes",
    "someone": "kollega kollegaen makker makkeren lærling lærlingen praktikant praktikanten elev eleven chauffør chaufføren nabo naboen mor far kone mand datter søn søster bror"
    " kunde kunden patient patienten borger borgeren montør montøren pedel pedellen sygeplejerske kok kokken mester mesteren barn drengen pigen dame damen mormor farmor svend",
    "moment": "går morges aftes nat natten morgen aften dengang sidste forleden kl klokken mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar"
    " marts april maj juni juli august september oktober november december vinteren sommeren foråret efteråret tidligt sent uge uger nu",
    "offer": "kontakt kontakte læs ring book tilmeld køb bestil ansøg søg prøv besøg hør klik del tag følg stem skriv kom gratis uforpligtende pladser tilbyder tilbud rabat nysgerrig pris",
    "thanks": "tak takke takker takket tusind taknemmelig taknemmelige taknemmelighed tillykke velkommen hurra",
    "joy": "glad glade glæde glæder stolt stolte stolthed ydmyg beæret fornøjelse spændende spændt dejligt dejlig hyggeligt fantastisk fantastiske skønt fedt vild vildt"
    " inspirerende inspiration fornøjelsen rørt begejstret lykkelig sikke",
    "value": "værdier værdi kvalitet tryghed bæredygtig bæredygtighed ansvar samfundsansvar udvikling fremtid fremtiden fremtidens fællesskab samarbejde samarbejdet indsats indsatsen"
    " faglighed engagement kultur løsninger løsning strategi strategisk vision ambition potentiale innovation omstilling helhed mennesker passion kompetencer forskel rejse rejsen"
    " kerneopgave kunderne mål målrettet forudsætning afgørende vigtigt vigtig centrum prioriteter respekt partnerskab dialog",
    "future": "vil ser frem fremover fortsat fortsætte fortsætter kommende næste løbende",
    "everybody": "alle alt hver eneste altid aldrig ingen sammen enhver alles hele jer netværk",
    "boast": "førende bedste største eneste stærk stærke unik unikke moderne topmoderne innovativ dygtige professionel professionelle rekord markant flot flotte ekstraordinær høj højt"
    " kæmpe pris prisen vinder vandt kåret nomineret anerkendelse certificeret vækst milepæl succes enestående international",
    "link": "link nyheden artiklen nyhedsbrev herunder kommentar kommentarfeltet rapporten hjemmeside podcast",
}
