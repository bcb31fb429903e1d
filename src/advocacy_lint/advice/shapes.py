"""The three shapes of a post: what each part is for, which strengths belong in it, and the question whose answer fills it."""

from __future__ import annotations

SHAPES = ("moment", "lesson", "useful")
# shape → its parts, in the order they stand in the post
PARTS = {
    "moment": ("opening", "obstacle", "how", "change", "audience", "invitation"),
    "lesson": ("belief", "opening", "how", "change", "audience", "invitation"),
    "useful": ("problem", "how", "pitfall", "change", "audience", "invitation"),
}
# What a part is called in a shape that has another one in its place.
INSTEAD = {"opening": "problem", "obstacle": "pitfall", "belief": "opening", "problem": "opening", "pitfall": "obstacle"}
# Parts that a post cannot do without, the most important first.
NEEDED = ("opening", "problem", "how", "obstacle", "pitfall", "belief", "invitation", "audience", "change")
ALWAYS = frozenset(("opening", "problem", "how", "invitation"))
# part → strengths whose sentences belong there
KEPT = {
    "opening": ("voice/moment", "voice/named-person", "voice/narration", "voice/first-person-deed", "voice/spoken-words", "voice/humour"),
    "obstacle": ("voice/contrast", "voice/doubt", "voice/feeling"),
    "belief": ("voice/learned", "voice/opinion", "voice/contrast"),
    "problem": ("audience/addressee", "voice/contrast"),
    "how": ("voice/how", "voice/measured", "voice/useful-tip"),
    "pitfall": ("voice/doubt", "voice/contrast"),
    "change": ("voice/learned", "voice/feeling", "voice/opinion", "voice/measured"),
    "audience": (),
    "invitation": ("purpose/invitation",),
}
# Where the answer to a rule's question belongs; other rules go by their dimension.
PART_OF_RULE = {
    "voice/no-process": "obstacle",
    "voice/secondhand": "change",
    "voice/testimonial": "change",
    "audience/mass-over-niche": "how",
    "audience/mismatch": "change",
    "brag/award": "how",
    "brag/best-ever": "how",
    "brag/csr-virtue": "how",
    "brag/funding-or-deal": "how",
    "brag/green-claim": "how",
    "brag/good-deed": "opening",
    "brag/growth-figure": "change",
    "brag/record": "change",
    "brag/report-link": "change",
    "tone/abstract-nouns": "how",
    "tone/company-words": "how",
    "tone/life-lesson": "change",
    "tone/machine-made": "change",
    "tone/partner-speak": "change",
    "tone/passed-on-release": "change",
    "tone/superlative": "change",
    "purpose/job-ad": "how",
    "purpose/offer": "how",
}
PART_OF_DIMENSION = {"voice": "opening", "brag": "opening", "tone": "opening", "audience": "audience", "purpose": "invitation"}
# language → part → questions, those with the draft's own facts first
QUESTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "da": {
        "opening": (
            "Hvor stod {name}, da det skete, hvornår var det, og hvad sagde {name}?",
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
    "en": {
        "opening": (
            "Where was {name} when it happened, when was it, and what did {name} say?",
            "Where and when did it happen, who stood next to you, and what did they say?",
        ),
        "obstacle": ("What went wrong on the way, and who didn't believe in it?",),
        "belief": ("What did you use to believe that turned out to be wrong?",),
        "problem": ("Which problem does the reader have on an ordinary Tuesday?",),
        "how": (
            "What exactly did you do to get to the {percent}, step by step, and holding what?",
            "What exactly did you do, step by step, and holding what?",
        ),
        "pitfall": ("What should one not do, and how did you find out?",),
        "change": ("What is different now, and for whom?",),
        "audience": ("Who would forward it to a colleague? Name the trade or the task.",),
        "invitation": ("What would you honestly like to know from those who read it?",),
    },
}
WHERE = {"da": ("hvor", "hvornår", "hvilken"), "en": ("where", "when")}
WORDS = {
    "da": {
        "where": "Hvor og hvornår var det?",
        "fold": "Begynd her, før «…se mere»:",
        "facts": "I udkastet stod {facts}: hvad betød det for ét menneske? Ellers udelad det.",
        "left-out": "Udeladt",
        "nothing": "Siger ikke noget, en læser kan se for sig eller bruge.",
        "fact": "Er en oplysning, ikke en fortælling. Brug det af den, som dit svar har brug for.",
        "hashtags": "Uden en historie leder de ingen hen til dig.",
        "unused": "Ingen af svarene bruger tallet, så det hænger i luften.",
        "kept": "Udkastet er godt nok til at stå, som det er.",
    },
    "en": {
        "where": "Where and when was it?",
        "fold": "Begin here, before “…see more”:",
        "facts": "The draft had {facts}: what did it mean to one person? Leave it out otherwise.",
        "left-out": "Left out",
        "nothing": "Says nothing that a reader can see or use.",
        "fact": "A piece of information, not a story. Use what your answer needs of it.",
        "hashtags": "Without a story they lead nobody to you.",
        "unused": "None of the answers uses the number, so it hangs in the air.",
        "kept": "The draft is good enough to stand as it is.",
    },
}
