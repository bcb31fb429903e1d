"""Generated posts for benchmarks: about 1,000 characters with front matter, half plain talk and half announcement, no two alike."""

from __future__ import annotations

import random
from pathlib import Path

SENTENCES = {
    "da": [
        "Kl. 5.40 stod {name} på rampen i {town} med en kold kop kaffe.",
        "Vi er stolte af at kunne fortælle, at {firm} har indgået et nyt samarbejde.",
        "Det virkede ikke, og jeg prøvede igen med den lille nøgle.",
        "Implementeringen af den nye strategi understøtter vores vækst på {number} %.",
        "Jeg lærte at spørge, før jeg skruede dækslet af.",
        "{name} sagde, at pumpen havde larmet siden {number}. {month}.",
        "Vores kunder får en bæredygtig løsning i verdensklasse.",
        "Hvad gør I hos jer, når filteret stopper midt om natten?",
        "Omsætningen steg til {number},4 mio. kr. i 1. kvartal.",
        "Det tog os {number} minutter og to forsøg at finde fejlen.",
        "Som virksomhed tager vi ansvar og gør en forskel for lokalsamfundet.",
        "Bagefter drak vi kaffe ved bænken og talte om noget helt andet.",
    ],
    "en": [
        "At 5:40 am {name} stood on the ramp in {town} with a cold cup of coffee.",
        "We are proud to announce that {firm} has signed a new partnership.",
        "It did not work, so I tried again with the small wrench.",
        "The implementation of our new strategy supports growth of {number} %.",
        "I learned to ask before I unscrewed the cover.",
        "{name} said the pump had been loud since {month} {number}.",
        "Our customers get a world-class, sustainable solution.",
        "What do you do at your place when the filter stops at night?",
        "Revenue rose to ${number}.4 million in the first quarter.",
        "It took us {number} minutes and two tries to find the fault.",
        "As a company we take responsibility and make a difference in the community.",
        "Afterwards we had coffee by the bench and talked about something else.",
    ],
}
# Every second sentence is made of these, so that posts share words and not sentences: a thousand copies are no content plan.
WORDS = {
    "da": """bænken filteret mørket trappen ventilen tønden kranen ledningen skemaet spanden lugten lyset porten regnen støvlen værktøjet
    naboen vagten kollegaen chaufføren bliver står mangler larmer hænger flytter venter lytter ringer spørger gemmer tegner
    stille hurtigt bagefter igen langsomt næsten stadig altid først dernæst under over ved mellem og men fordi når""".split(),
    "en": """bench filter dark stairs valve barrel tap cable schedule bucket smell light gate rain boot tool neighbour shift colleague
    driver stays stands lacks rattles hangs moves waits listens calls asks keeps draws
    quietly quickly later again slowly nearly still always first then under over by between and but because when""".split(),
}
NAMES = ["Lene", "Mette", "Jonas", "Priya", "Karim", "Sofie", "Anders", "Emma", "Oliver", "Grete"]
TOWNS = ["Horsens", "Leeds", "Skive", "Cork", "Odense", "Hull", "Vejle", "Derby"]
FIRMS = ["Nordpump", "Brix & Co", "Aalund", "Harrow Labs", "Tidevand"]
MONTHS = {"da": ["maj", "juni", "august"], "en": ["May", "June", "August"]}


def post(language: str, seed: int, length: int = 1000, declared: bool = True) -> str:
    """Return one post of about `length` characters; the same for the same seed."""
    draw = random.Random(f"{language}{seed}")
    body = ""
    while len(body) < length:
        pattern = draw.choice(SENTENCES[language])
        if draw.random() < 0.5:
            pattern = " ".join(draw.sample(WORDS[language], draw.randint(7, 12))).capitalize() + "."
        sentence = pattern.format(
            name=draw.choice(NAMES),
            town=draw.choice(TOWNS),
            firm=draw.choice(FIRMS),
            number=draw.randint(2, 98),
            month=draw.choice(MONTHS[language]),
        )
        body += sentence + draw.choice([" ", " ", " ", "\n\n"])
    language_line = f"language: {language}\n" if declared else ""
    return f"---\nauthor: {draw.choice(NAMES)}\naudience: maintenance\ngoal: answers\n{language_line}---\n\n{body[:length].rstrip()}\n"


def folder(root: Path, count: int, language: str, declared: bool = True) -> Path:
    """Write `count` posts under a folder, 500 to a sub-folder; return the folder."""
    for index in range(count):
        path = root / f"{index // 500:03}" / f"{index:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(post(language, index, declared=declared), encoding="utf-8")
    return root
