"""What a finding says that the score would rise by is what it rises by without it: its own cost, and what its sentence would then say."""

import pytest

from advocacy_lint import Config, lint

VISIT = (
    "Så er det blevet fredag, og jeg kan se tilbage på en fantastisk uge. Vi har haft besøg af 14 studerende, som skulle høre om vores målere. "
    "En af dem, Amalie, spurgte hvorfor vi måler hver time. Det havde jeg ikke et godt svar på. Jeg skrev til hende i går, og nu mødes vi på "
    "mandag. Hvad ville du have svaret?"
)
FAIR = (
    "Great turnout at our stand this week. It was warm in the hall. There was coffee. On Tuesday a driver asked me why the lamp is green. I had no "
    "answer, so I rang Sam at the factory. He did not know either."
)


@pytest.mark.parametrize(("language", "text"), [("da", VISIT), ("en", FAIR)])
def test_a_gain_is_what_the_score_rises_by_without_the_finding(language, text):
    rule = "tone/empty-enthusiasm"
    report = lint(text, language=language)
    without = lint(text, language=language, config=Config(ignore=(rule,)))
    (found,) = (each for each in report.findings if each.rule == rule)
    assert found.gain == pytest.approx(without.score - report.score, abs=2)  # the others weigh a little otherwise without it
    assert found.cost == pytest.approx(without.logit - report.logit, abs=0.15)
