"""What a draft is about decides what is asked: a product that is new is not somebody who is new."""

import pytest

from advocacy_lint.advice.kinds import kind_of


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("da", "Endelig kan vi løfte sløret for vores nye kundeportal.", "launch"),
        ("da", "Vores nye hjemmeside er i luften.", "launch"),
        ("da", "Vi er flyttet ind på vores nye kontor.", None),
        ("da", "Sig hej til vores nye kollega Camilla.", "welcome"),
        ("da", "Vores nye salgschef hedder Camilla.", "welcome"),
        ("da", "Vi siger velkommen til Camilla.", "welcome"),
        ("en", "Our new customer portal went up last night.", "launch"),
        ("en", "We have moved into our new office.", None),
        ("en", "Say hi to our new colleague Camilla.", "welcome"),
        ("en", "Our new sales manager is called Camilla.", "welcome"),
        ("en", "Welcome Camilla!", "welcome"),
    ],
)
def test_new_things_and_new_people(language, text, kind):
    assert kind_of(text, language) == kind
