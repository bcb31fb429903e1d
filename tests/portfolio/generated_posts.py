"""Thousands of distinct posts: every sentence draws its words anew, so that posts share a subject and a frame but no wording."""

from __future__ import annotations

import random
from collections.abc import Iterator

from advocacy_lint.model import Post

_WHO = """
Lene Jonas Aisha Henrik Mette Ali Birgit Kasper Signe Torben Nadja Poul Freja Ivan Karen Bjarke Yasmin Elin
Sten Ruth
""".split()
_DID = """
målte flyttede skrev ringede talte skruede vejede tegnede ventede lærte rettede fyldte pakkede svejsede
lyttede hentede solgte købte vaskede testede
""".split()
_WHAT = """
pumpen skemaet prøven kassen ventilen kontrakten bogen tavlen listen fejlen filteret døren regningen planen
slangen hylden lampen koden trappen bænken
""".split()
_WHERE = """
kantinen hallen kælderen vagtstuen lageret bilen mødet skuret laboratoriet klassen receptionen marken
værkstedet køkkenet havnen porten butikken arkivet klinikken gården
""".split()
_WHEN = """
morges tirsdags natten vinter efteråret middag juni fredags aften påsken ferien ugen marts søndags forgårs
sommer januar skumringen formiddags oktober
""".split()
_WHY = """
regnen prisen støjen kulden manglen chefen kunden målingen larmen varmen tvivlen stilheden køen vinden listen
loven uroen farven vægten lugten
""".split()
_HOW = """
langsomt forkert sammen alene blindt grundigt hurtigt igen forsigtigt modvilligt tidligt dårligt stille
tålmodigt baglæns to gange skævt helt næsten uden
""".split()
_LINKS = """
fordi mens selvom før efter indtil hvor når som da skønt ligesom medmindre idet hvis eftersom imens hvorfra
dengang end
""".split()
_ENDS = (
    "Hvordan gør I?",
    "Jeg tvivler stadig.",
    "Det holdt.",
    "Sig frem.",
    "Vi prøver igen.",
    "Hvem ved mere?",
    "Det var dyrt.",
    "Nå.",
    "Spørg bare.",
)


def posts(count: int, seed: int = 7, sentences: int = 9) -> Iterator[Post]:
    """Yield posts, all by different authors."""
    chance = random.Random(seed)
    for number in range(count):
        text = " ".join(_sentence(chance) for _ in range(sentences)) + " " + chance.choice(_ENDS)
        yield Post(f"post-{number}.md", text, meta={"author": f"Author {number}"})


def _sentence(chance: random.Random) -> str:
    def pick(*lists: list[str]) -> str:
        return " ".join(chance.choice(words) for words in lists)

    frames = (
        lambda: f"{pick(_WHO)} {pick(_DID, _WHAT, _HOW)} i {pick(_WHERE, _LINKS, _WHY)} {pick(_DID, _WHAT)} {chance.randint(2, 99)} gange",
        lambda: f"I {pick(_WHEN, _DID)} {pick(_WHO)} {pick(_WHAT, _LINKS)} {pick(_WHO)} {pick(_DID, _HOW)} ved {pick(_WHERE)}",
        lambda: f"Jeg {pick(_DID, _WHAT, _LINKS, _WHAT, _DID, _HOW)} og {pick(_WHY, _DID)} {pick(_WHERE)}",
    )
    return chance.choice(frames)() + "."
