"""Whole sentences as people say them, and a few words that are none."""

import pytest

from advocacy_lint import languages
from advocacy_lint.advice.answers import taken
from advocacy_lint.advice.clauses import is_sentence

WHOLE = {
    "da": """
Kl. 5.40 regnede det.
Det blæste hele natten.
Pumpen hvæste og gik i stå.
Det regnede.
Jeg ringede til Kaj fra bilen.
I går trimmede vi hækken bag hallen.
Mette målte ovnen igen.
Mine kolleger hepper fra kantinen.
Kunderne ringer mest om mandagen.
Da kompressoren stod af, ringede jeg til Kaj.
Da ringede Kaj.
Når det fryser, ringer vi til hinanden.
Der stod en mand i døren med en rød kasket.
Det at køre lastbil om natten er ensomt.
Torsdag pillede vi motoren ud.
Han grinede bare.
Under gulvet dryppede vandet.
Vi spiste rugbrød i førerhuset.
Chefen nikkede.
Ingen troede på det.
Hele holdet gloede på mig.
En elev spottede fejlen.
Lene malede væggen, mens vi andre pakkede.
Klokken tre hostede motoren.
Selvom det var sent, kørte Ali hjem efter delen.
Jeg ved, hvor den ligger.
Vi lærer stadig.
Kaj sagde, at det var hans skyld.
Bilen strejkede ved Vejle.
Nu tester vi den hver fredag.
Hver morgen tjekker Jonas olien.
Man vænner sig til lugten.
To af os blev hjemme.
Alle på holdet sveder.
Skærmen flimrede, og så blev den sort.
""",
    "en": """
It rained at 5.40.
It rained.
The pump hissed and stopped.
Mette drives the van now.
The crew used a rope and two chairs.
Customers ring us at night.
We won.
At six the lights flickered.
The oven leaked again on Monday.
People shouted from the road.
When the compressor died, I rang Kaj.
Who did it is still a mystery.
The guy who fixed it lives in Hull.
Nobody believed it.
My boss laughed.
Priti watched three agents type the same number.
That was the hardest part.
On that day we stopped.
Yesterday we repainted the counter.
Everyone blames the printer.
The van broke down near Leeds.
Our apprentice spotted the mistake.
Then the phone rang.
There were four of us in the van.
I think he was bluffing.
Outside it snowed.
The printer jams every Friday.
While driving home I rang him.
She just nodded.
We don't use it any more.
Dawn reads it out every Monday.
Two of us stayed.
Somebody had moved the ladder.
Kaj keeps the key in his boot.
The night shift hates that door.
""",
}
FRAGMENTS = {
    "da": """
En tømrer
Fire samtaler
fire nye paller med skruer
i kælderen med Jørgen
At vandforbruget er faldet.
Fordi pumpen var gået i stykker
En tømrer, der havde prøvet det før
mange glade kunder
Kolleger fra lageret
Det gode samarbejde med kunderne
billeder af huset
Ringede til chefen
mandag morgen i regnvejr
de nye maskiner i Hal 3
Da kompressoren stod af
flere ordrer og færre fejl
to timer før lukketid
Måske tre minutter
""",
    "en": """
A carpenter
Four interviews
More reach
three boxes of screws
Because the pump was broken
When the compressor died
The guy who fixed it
a lot of happy customers
colleagues from the warehouse
Monday morning in the rain
our new machines in hall 3
better service and fewer errors
two hours before closing
good teamwork
Outsourcing the returns
The one that leaks
pictures of the house
""",
}


def lines(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, line) for language, text in table.items() for line in text.strip().split("\n")]


@pytest.mark.parametrize(("language", "words"), lines(WHOLE))
def test_a_sentence_is_known_for_one(language: str, words: str):
    assert is_sentence(words, languages.get(language))


@pytest.mark.parametrize(("language", "words"), lines(FRAGMENTS))
def test_a_fragment_is_none(language: str, words: str):
    assert not is_sentence(words, languages.get(language))


@pytest.mark.parametrize(("language", "words"), lines(WHOLE))
def test_no_sentence_is_asked_for_again(language: str, words: str):
    found = taken(words, "", "opening", language)
    assert (found.text, found.fragment) == (words, False)
