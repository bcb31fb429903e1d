"""One signal weighed against another: what is counted is what a reader counts."""

from advocacy_lint import lint


def test_a_word_that_opens_a_line_of_a_list_is_no_name():
    text = (
        "3 grunde til at vælge os:\n\n1️⃣ Vi har 25 års erfaring\n2️⃣ Vi leverer altid til tiden\n3️⃣ Vi sætter kunden i centrum\n\n"
        "Ring til Thomas på 70 20 30 40 og hør mere!"
    )
    assert [each.message for each in lint(text, language="da").findings if each.rule == "voice/we-only"] == [
        "4 gange «vi», «vores» eller «os» skygger for «Thomas». Vis én, der gør noget."
    ]
