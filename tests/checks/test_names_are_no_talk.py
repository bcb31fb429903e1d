"""A word that is part of a name is not a way to talk: it is not quoted at the writer."""

from advocacy_lint import lint


def said(text: str, language: str) -> str:
    return next(each.message for each in lint(text, language=language).findings if each.rule == "tone/company-words")


def test_a_company_word_in_the_name_of_a_prize_is_not_quoted():
    text = (
        "We are thrilled that our amazing team has been awarded Gold at the Sustainable Logistics Awards. "
        "This recognition is a testament to the dedication of our talented people."
    )
    assert said(text, "en") == ("“thrilled, our amazing, recognition”: 5 company words and hardly anything you could point at. Swap three.")
