"""The way up from a low score, in one line."""

import pytest
from msgspec.structs import replace
from samples import PROFIT, boring, finding

from advocacy_lint.outputs.climb import climb

PRIDE = finding("tone/announcement-opener", PROFIT, "Vi er stolte", "a", cost=1.0)
RECORD = finding("brag/financial-result", PROFIT, "rekordoverskud", "b", cost=1.5)
WORDS = finding("tone/wording", PROFIT, "", "c", "info", cost=2.0)


@pytest.mark.parametrize(
    ("score", "logit", "shown", "said"),
    [
        (5, -3.0, (PRIDE, RECORD), "De to første: 5 → 38"),
        (1, -5.0, (PRIDE, RECORD), "De to første: 1 → 8"),
        (0, -6.0, (PRIDE, RECORD), "De to første, og resten i dine egne ord: 0 → 18"),
        (0, -6.0, (PRIDE, RECORD, WORDS), "De tre første: 0 → 18"),
        (0, -9.0, (PRIDE, RECORD, WORDS), "Rettelser er ikke nok her. Begynd forfra med noget, der skete."),
        (5, -3.0, (RECORD,), "Den første: 5 → 18"),
        (30, -0.85, (PRIDE, RECORD), ""),
        (5, None, (PRIDE, RECORD), ""),
        (5, -3.0, (), ""),
    ],
)
def test_the_way_up_is_told_under_thirty_where_it_leads_somewhere(score, logit, shown, said):
    assert climb(replace(boring(score=score), logit=logit, findings=(PRIDE, RECORD, WORDS)), shown) == said


def test_in_english():
    assert climb(replace(boring(score=5), logit=-3.0, locale="en"), (PRIDE, RECORD)) == "The first two: 5 → 38"
    alone = replace(boring(score=0), logit=-9.0, locale="en", findings=(PRIDE,))
    assert climb(alone, (PRIDE,)) == "Mending is not enough here. Start over from something that happened."
