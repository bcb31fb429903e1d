"""Generated posts for benchmarks: about 1,000 characters with front matter; `python benchmarks/posts.py` prints what they are made of.

They are made to cost what real posts cost. Measured on 150 real ones, 1,000 characters hold 5-6 findings, 2-3 strengths and 12-15 marked
places, and 10,000 words are 2,700 different ones; a few in a hundred are pasted from a campaign. What is much simpler than that (a dozen
sentences over and over) flatters every memo and drowns the rest in copies.
"""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

# Three sentences in ten are one of these; what stands in braces is drawn each time.
SENTENCES = {
    "da": [
        "Kl. {number} stod {name} ved {thing} i {town} med en kold kop kaffe.",
        "Det virkede ikke, og jeg prøvede igen med {thing}.",
        "Jeg lærte at spørge om {thing}, før jeg skruede {thing} af.",
        "{name} siger, at {thing} har larmet siden {month}.",
        "I går stod jeg og kiggede på {thing}, og {name} rystede på hovedet.",
        "Vi tog fejl: {thing} var for tung, så vi byttede den til {thing}.",
        "Hvad gør I, når {thing} stopper midt i {thing}?",
        "Vi er stolte af at kunne fortælle, at {firm} har indgået et samarbejde om {thing}.",
        "Implementeringen af {thing} understøtter vores vækst på {number} %.",
        "Vores kunder får {thing} i verdensklasse og en bæredygtig løsning til {thing}.",
        "Omsætningen steg til {number},4 mio. kr. takket være {thing} og {thing}.",
        "Som virksomhed tager {firm} ansvar for {thing} og gør en forskel i {town}.",
        "Vi glæder os til at tage {thing} til næste niveau sammen med {firm}.",
        "Med {thing} skaber {firm} værdi for {thing} og hele {town}.",
        "Læs mere om {thing} på vores hjemmeside. #{tag} #{tag}",
    ],
    "en": [
        "At {number} past five {name} stood by the {thing} in {town} with a cold cup of coffee.",
        "It did not work, so I tried again with the {thing}.",
        "I learned to ask about the {thing} before I unscrewed the {thing}.",
        "{name} says the {thing} has been loud since {month}.",
        "Yesterday I stood and looked at the {thing}, and {name} shook his head.",
        "We were wrong: the {thing} was too heavy, so we swapped it for {thing}.",
        "What do you do when the {thing} stops in the middle of the {thing}?",
        "We are proud to announce that {firm} has signed a partnership on {thing}.",
        "The implementation of our {thing} supports growth of {number} %.",
        "Our customers get world-class {thing} and a sustainable solution for the {thing}.",
        "Revenue rose to ${number}.4 million thanks to the {thing} and the {thing}.",
        "As a company {firm} takes responsibility for the {thing} and makes a difference in {town}.",
        "We look forward to taking {thing} to the next level together with {firm}.",
        "With the {thing} {firm} creates value for the {thing} and all of {town}.",
        "Read more about the {thing} on our website. #{tag} #{tag}",
    ],
}
# The rest are runs of words: small ones that come again and again, and things, each a compound of two.
SMALL = {
    "da": """og i at det er en til på som med for den de af der ikke har et om var men kan så fra eller hvor når mange også blev
    hos efter noget andre under mellem uden gennem ved over hele samme nye gode små hver alle mest""".split(),
    "en": """and in to it is a the of that with for on as they not has an about was but can so from or where when many also become
    at after some other under between without through by over whole same newer small each all most""".split(),
}
STEMS = {
    "da": """bord brev bølge dag dyr fag farve fjer flise fod form frø gang garn gitter glas grav gulv hegn hjul hylde jord kalk kant
    karm kasse kerne klods knap kurv lampe ler line lod luge lås mark maske mel møl mur net nål olie papir pille plade pude rand rem
    ribbe rør sav segl sil skaft skive skov snor sok sten stof stol stål sæk tagsten tap tegl tov tråd tønde vand vej vindue væg æske
    østers ål""".split(),
    "en": """anchor apron arch ash axle bark barn basin bead beam bell bolt bow brick brush cane card cart clay cloth coal cord cork
    crane crate curb deck dish dock drum dye fern flask flint foam fork frame fuse gauze gear glaze grain gravel groove hinge hoof hook
    horn husk jar keel kiln lace latch lathe ledge loom mast moss nail oar peg pin plank quilt rail reed rope salt sash seam shaft silt
    slate sledge soil spool stem straw tack tile twine wedge wick""".split(),
}
ENDINGS = {"da": ["", "en", "er", "erne"], "en": ["", "s", "ing", "works"]}
NAMES = ["Lene", "Mette", "Jonas", "Priya", "Karim", "Sofie", "Anders", "Emma", "Oliver", "Grete", "Ruth", "Ivan", "Yasmin", "Torben"]
TOWNS = ["Horsens", "Leeds", "Skive", "Cork", "Odense", "Hull", "Vejle", "Derby"]
FIRMS = ["Nordpump", "Brix & Co", "Aalund", "Harrow Labs", "Tidevand"]
MONTHS = {"da": ["maj", "juni", "august"], "en": ["May", "June", "August"]}
PASTED = 25  # one post in so many is pasted


class Writer:
    """Draws sentences of one language, the same for the same seed."""

    def __init__(self, language: str, seed: str) -> None:
        self._language = language
        self._draw = random.Random(seed)

    def text(self, length: int) -> str:
        """Return some sentences in paragraphs, of at least `length` characters."""
        body = ""
        while len(body) < length:
            body += self.sentence() + self._draw.choice([" ", " ", " ", "\n\n"])
        return body

    def sentence(self) -> str:
        """Return one sentence."""
        draw, language = self._draw, self._language
        if draw.random() < 0.3:
            return self._filled(draw.choice(SENTENCES[language]))
        words = [self._thing() if draw.random() < 0.3 else draw.choice(SMALL[language]) for _ in range(draw.randint(8, 18))]
        if draw.random() < 0.3:
            words[len(words) // 2] += ","
        return " ".join(words).capitalize() + "."

    def name(self) -> str:
        """Return who writes."""
        return self._draw.choice(NAMES)

    def _filled(self, pattern: str) -> str:
        draw = self._draw
        found = pattern
        for slot, make in (("{thing}", self._thing), ("{tag}", self._thing)):
            while slot in found:
                found = found.replace(slot, make(), 1)
        return found.format(
            name=draw.choice(NAMES),
            town=draw.choice(TOWNS),
            firm=draw.choice(FIRMS),
            number=draw.randint(2, 98),
            month=draw.choice(MONTHS[self._language]),
        )

    def _thing(self) -> str:
        draw, stems = self._draw, STEMS[self._language]
        # Some things are spoken of often, most of them once, as in any text.
        reach = draw.choice((16, len(stems), len(stems), len(stems), len(stems)))
        return draw.choice(stems[:reach]) + draw.choice(stems[:reach]) + draw.choice(ENDINGS[self._language])


@lru_cache
def campaign(language: str) -> str:
    """Return what is pasted."""
    return Writer(language, f"campaign {language}").text(500)[:500].rpartition(" ")[0]


def post(language: str, seed: int, length: int = 1000, declared: bool = True) -> str:
    """Return one post of about `length` characters; the same for the same seed."""
    writer = Writer(language, f"{language}{seed}")
    pasted = f"{campaign(language)} " if seed % PASTED == PASTED - 1 else ""
    body = (pasted + writer.text(length))[:length].rstrip()
    language_line = f"language: {language}\n" if declared else ""
    return f"---\nauthor: {writer.name()}\naudience: maintenance\ngoal: answers\n{language_line}---\n\n{body}\n"


def folder(root: Path, count: int, language: str, declared: bool = True) -> Path:
    """Write `count` posts under a folder, 500 to a sub-folder; return the folder."""
    for index in range(count):
        path = root / f"{index // 500:03}" / f"{index:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(post(language, index, declared=declared), encoding="utf-8")
    return root


def describe(language: str, count: int = 200) -> str:
    """Return what posts are made of, to be held against real ones."""
    import advocacy_lint

    bodies = [post(language, seed).split("---\n\n", 1)[1] for seed in range(count)]
    reports = [advocacy_lint.lint(body, language=language) for body in bodies]
    thousands = sum(map(len, bodies)) / 1000
    words = " ".join(bodies).lower().split()[:10_000]
    marks = sum(len(each.spans) for report in reports for each in (*report.findings, *report.strengths))
    return (
        f"{language}: per 1,000 characters {sum(len(each.findings) for each in reports) / thousands:.1f} findings, "
        f"{sum(len(each.strengths) for each in reports) / thousands:.1f} strengths, {marks / thousands:.1f} marked places; "
        f"{len(set(words))} different words of {len(words)}"
    )


if __name__ == "__main__":
    print(describe("da"), describe("en"), sep="\n")
