"""The configuration that `init` writes: every line explained, in Danish or English."""

from __future__ import annotations

import json
from collections.abc import Sequence

from msgspec import Struct

SCHEMA_URL = "https://raw.githubusercontent.com/advocacy-lint/advocacy-lint/main/src/advocacy_lint/schemas/config.schema.json"


class Answers(Struct, frozen=True):
    """What `init` has asked about."""

    locale: str = "en"
    organisations: Sequence[str] = ()
    people: Sequence[str] = ()
    audiences: Sequence[str] = ()
    fail_on: str = "error"
    programme: str | None = None


_DANISH = """\
# yaml-language-server: $schema={schema}
# Indstillinger til advocacy-lint. `advocacy-lint config show` viser, hvad der gælder, og hvor det står.

# Sproget i tilbagemeldingerne. Uden denne linje: opslagets eget.
locale: da

# Det laveste niveau, der får et tjek til at fejle: error, warning, info eller never.
fail-on: {fail_on}
# Opslag med færre point end dette fejler også.
# min-score: 50

# Jeres egne ord og navne, så de ikke tages for klichéer. people: dem, der må tale for sig selv.
vocabulary:
  terms: []
  organisations: {organisations}
  products: []
  people: {people}

# Hvem I skriver til, hver med et par ord, som kun de bruger: bogholdere: [moms, kreditor]
audiences: {audiences}

# Slå en regel fra, eller giv den et andet niveau. `advocacy-lint rules list` viser dem alle.
levels: {{}}
#  craft/hashtag-crowd: off

# Pressemeddelelser og kampagnetekster, som opslag ikke må skrive af efter.
# duplicates:
#   texts: [pressemeddelelser/]
{programme}
# Andre regler for nogle mapper:
# overrides:
#   - paths: [intranet/**]
#     fail-on: never
"""
_ENGLISH = """\
# yaml-language-server: $schema={schema}
# Settings for advocacy-lint. `advocacy-lint config show` tells what holds, and where it is said.

# The language of feedback. Without this line: the post's own.
locale: en

# The lowest level that makes a check fail: error, warning, info or never.
fail-on: {fail_on}
# Posts that score less than this fail as well.
# min-score: 50

# Your own words and names, so that they are not taken for clichés. people: those who may speak for themselves.
vocabulary:
  terms: []
  organisations: {organisations}
  products: []
  people: {people}

# Whom you write for, each with a few words that only they use: bookkeepers: [accruals, VAT return]
audiences: {audiences}

# Silence a rule, or give it another level. `advocacy-lint rules list` shows them all.
levels: {{}}
#  craft/hashtag-crowd: off

# Press releases and campaign texts that posts must not copy.
# duplicates:
#   texts: [press/]
{programme}
# Other rules for some folders:
# overrides:
#   - paths: [intranet/**]
#     fail-on: never
"""
_PROGRAMME = {
    "da": "\n# Programmet: dets målgrupper, mål og navne gælder også her.\nprogramme: {name}\n",
    "en": "\n# The programme: its audiences, goals and names count here too.\nprogramme: {name}\n",
}


def starter(answers: Answers) -> str:
    """Return a configuration file with comments."""
    audiences = "".join(f"\n  {_text(name)}: []" for name in answers.audiences) or " {}"
    return (
        (_DANISH if answers.locale == "da" else _ENGLISH)
        .format(
            schema=SCHEMA_URL,
            fail_on=answers.fail_on,
            organisations=_texts(answers.organisations),
            people=_texts(answers.people),
            audiences=audiences,
            programme=_PROGRAMME[answers.locale].format(name=answers.programme) if answers.programme else "",
        )
        .replace("audiences:  {}", "audiences: {}")
        .replace("audiences: \n", "audiences:\n")
    )


def _text(value: str) -> str:
    """Return text as YAML reads it back, whatever is in it."""
    return json.dumps(value, ensure_ascii=False)


def _texts(values: Sequence[str]) -> str:
    return "[" + ", ".join(map(_text, values)) + "]"
