"""The three shapes of a post: what each part is for, and the question whose answer fills it."""

from __future__ import annotations

SHAPES = ("moment", "lesson", "useful")
# shape → its parts, in the order they stand in the post
PARTS = {
    "moment": ("opening", "obstacle", "how", "change", "invitation"),
    "lesson": ("belief", "opening", "how", "change", "invitation"),
    "useful": ("problem", "how", "pitfall", "change", "invitation"),
}
# part → strengths whose sentences belong there
KEPT = {
    "opening": ("voice/moment", "voice/named-person", "voice/narration", "voice/first-person-deed", "voice/spoken-words"),
    "obstacle": ("voice/contrast", "voice/doubt", "voice/feeling"),
    "belief": ("voice/learned", "voice/opinion", "voice/contrast"),
    "problem": ("audience/addressee", "voice/contrast"),
    "how": ("voice/how", "voice/measured", "voice/useful-tip"),
    "pitfall": ("voice/doubt", "voice/contrast"),
    "change": ("voice/learned", "voice/feeling", "voice/opinion"),
    "invitation": ("purpose/invitation", "purpose/offer"),
}
# language → part → questions, those with the draft's own facts first
QUESTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "da": {
        "opening": (
            "Hvor stod {name}, da det skete, hvad var klokken, og hvad sagde {name}?",
            "Hvor var du, da {money} blev til noget, hvem stod ved siden af, og hvad sagde vedkommende?",
            "Hvor og hvornår skete det, hvem stod ved siden af dig, og hvad sagde vedkommende?",
        ),
        "obstacle": ("Hvad gik galt undervejs, og hvem troede ikke på det?",),
        "belief": ("Hvad troede du før, som viste sig at være forkert?",),
        "problem": ("Hvilket problem slås læseren med en helt almindelig tirsdag?",),
        "how": (
            "Hvad gjorde I helt konkret bag {percent}, trin for trin, og med hvad i hænderne?",
            "Hvad gjorde I helt konkret, trin for trin, og med hvad i hænderne?",
        ),
        "pitfall": ("Hvad skal man lade være med, og hvordan fandt du ud af det?",),
        "change": ("Hvad er anderledes nu, og for hvem?",),
        "invitation": ("Hvad vil du oprigtigt gerne vide af dem, der læser det?",),
    },
    "en": {
        "opening": (
            "Where was {name} when it happened, what time was it, and what did {name} say?",
            "Where were you when {money} came about, who stood next to you, and what did they say?",
            "Where and when did it happen, who stood next to you, and what did they say?",
        ),
        "obstacle": ("What went wrong on the way, and who didn't believe in it?",),
        "belief": ("What did you believe before that turned out to be wrong?",),
        "problem": ("What does your reader struggle with on an ordinary Tuesday?",),
        "how": (
            "What exactly did you do behind the {percent}, step by step, and with what in your hands?",
            "What exactly did you do, step by step, and with what in your hands?",
        ),
        "pitfall": ("What should one not do, and how did you find out?",),
        "change": ("What is different now, and for whom?",),
        "invitation": ("What would you honestly like to know from those who read it?",),
    },
}
# Asked for the front matter where the draft does not say, or says everybody.
ABOUT = {
    "da": {
        "author": "Hvem fortæller? Ét menneske med navn.",
        "audience": "Hvem ville sende det videre til en kollega? Vær smal.",
        "goal": "Hvad skal læseren gøre bagefter?",
    },
    "en": {
        "author": "Who is telling? One person, by name.",
        "audience": "Who would forward it to a colleague? Be narrow.",
        "goal": "What should the reader do afterwards?",
    },
}
NUMBER = {
    "da": "Hvad betød {facts} for ét menneske? Ellers udelad det.",
    "en": "What did {facts} mean to one person? Leave it out otherwise.",
}
LEFT_OUT = {"da": "Udeladt", "en": "Left out"}
