"""What a draft is about decides what is asked: a product that is new is not somebody who is new, and a talk to come is not one that was held."""

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
        ("da", "Opslaget om vores nye traineehold blev læst.", None),
        ("da", "Torben ringede til 40 ansøgere om blanketten.", None),
        ("da", "Send din ansøgning i dag.", "job"),
        ("en", "Our new customer portal went up last night.", "launch"),
        ("en", "We have moved into our new office.", None),
        ("en", "Say hi to our new colleague Camilla.", "welcome"),
        ("en", "Our new sales manager is called Camilla.", "welcome"),
        ("en", "Welcome Camilla!", "welcome"),
        ("da", "På torsdag skal jeg på scenen på konferencen i Vejle.", "ahead"),
        ("da", "I går holdt jeg oplæg på konferencen i Vejle.", "event"),
        ("en", "Excited to be speaking at a conference in Leeds on the 3rd!", "ahead"),
        ("en", "Yesterday I spoke at a conference in Leeds.", "event"),
        ("da", "Jeg kan fortælle, at jeg pr. 1. december tiltræder som ny salgschef.", "started"),
        ("da", "Jeg er startet hos Kongsted som projektleder.", "started"),
        ("en", "I'm starting a new position as Head of Sales!", "started"),
        ("en", "Happy to share that I have joined Finch as a nurse.", "started"),
        ("da", "Kontoret i Vejle er nu certificeret efter ISO 14001.", "approved"),
        ("da", "I går blev jeg certificeret som svejser.", "certificate"),
        ("en", "Our Leeds office has achieved ISO 14001 certification.", "approved"),
        ("en", "Yesterday I got my certification as a welder.", "certificate"),
        ("da", "Jeg søger nye udfordringer efter otte år som projektleder.", None),
        ("da", "Firmaet søger nye kolleger.", "job"),
        ("en", "Honoured to have been invited to join the panel in Leeds last week.", "event"),
        ("en", "Honoured to receive it.", "award"),
        ("en", "Who else is hiring in care?", None),
        ("en", "We're always hiring.", "job"),
        ("en", "We’re currently hiring for: • Welder • Fitter", "job"),
        ("da", "I marts holder vi tre webinarer om brandtætning.", "ahead"),
        ("da", "Tak for et webinar om brandtætning i går.", "event"),
        ("en", "Attendance is free, and there are 20 seats.", "ahead"),
        ("da", "Kirkens lys brænder på grønne certifikater.", None),
        ("en", "The lake is recognised as a ‘quiet’ one.", None),
        ("en", "We were recognised as one of the best.", "award"),
    ],
)
def test_what_a_draft_is_about(language, text, kind):
    assert kind_of(text, language) == kind
