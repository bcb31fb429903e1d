"""What words weigh keeps the promises of the score: whole sentences of the rules' own examples, put before, into and behind drafts."""

import random

import pytest

from advocacy_lint import rulebook
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.model import Post

SESSION = Session(Config())
DRAFTS = {
    "da": ["Kl. 5.40 stod Lene på rampen i Horsens med en kold kop kaffe.", "Det virkede ikke, og jeg prøvede igen.", "Vi leverer løsninger til kunderne.",
           "Implementeringen af strategien understøtter værdiskabelsen.", "Hvad gør I hos jer?", "Mette sagde, at pumpen larmede."],
    "en": ["At 5:40 am Lena stood on the ramp with a cold cup of coffee.", "It did not work, so I tried again.", "We deliver solutions to our customers.",
           "The implementation of our strategy supports value creation.", "What do you do at your place?", "Mette said the pump was loud."],
}  # fmt: skip


def judged(text, language):
    """Return the log-odds of a text, and the sentences that hold a finding and a strength."""
    linter = SESSION.linter(language)
    scan = linter.scan(Post("draft.md", text, meta={"language": language}))
    matches = linter.matches(scan)
    return linter._score(scan, matches).logit, scan


def sentences(language, strength):
    """Return examples of one sentence that holds a strength, or a finding that is dear enough to count."""
    found = []
    for rule in rulebook.load(language, with_examples=True).rules:
        if rule.kind == "phrase" and rule.is_strength is strength and (strength or rule.level != "info"):
            found += [example.text for example in rule.examples if example.bad]
    return sorted(found)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("strength", [True, False])
def test_a_sentence_with_a_strength_never_lowers_and_one_with_a_finding_never_raises(language, strength):
    draw = random.Random(7)
    pool, held = sentences(language, strength), 0
    for _ in range(60):
        parts = [draw.choice(DRAFTS[language]) for _ in range(draw.randint(1, 6))]
        before, scan = judged("\n\n".join(parts), language)
        marked = len(scan.lit if strength else scan.tainted)
        number = len(scan.analysis.sentences)
        parts.insert(draw.randint(0, len(parts)), draw.choice(pool))
        after, scan = judged("\n\n".join(parts), language)
        # What holds nothing where it stands is an ordinary sentence, and so is the second of two.
        if len(scan.analysis.sentences) == number + 1 and len(scan.lit if strength else scan.tainted) == marked + 1:
            held += 1
            assert (after >= before - 1e-9) if strength else (after <= before + 1e-9), parts
    assert held >= 10
