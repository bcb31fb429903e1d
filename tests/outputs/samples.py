"""Reports built by hand, so that the outputs are tested without the linter."""

from advocacy_lint.model import (
    Finding,
    Fix,
    Look,
    PortfolioFinding,
    PostReport,
    Problem,
    Rewrite,
    SharedText,
    Skipped,
    Span,
    Strength,
    Tally,
)

HUNDREDS = {"tone": 12, "brag": 5, "voice": 0, "audience": 30, "purpose": 20, "craft": 100}
PROFIT = "Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.\nLæs mere.\n"


def finding(rule, text, words, message, level="warning", **more):
    """Return a finding at the first place of some words (none: the whole post), with its line and column."""
    start = text.index(words)
    end = start + len(words)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    end_line = text.count("\n", 0, end) + 1
    end_column = end - (text.rfind("\n", 0, end) + 1) + 1
    return Finding(
        rule, level, rule.partition("/")[0], message, "Fordi læseren mærker det.", words, start, end, line, column, end_line, end_column,
        **{"spans": (Span(start, end),) if words else (), **more},
    )  # fmt: skip


def boring(path="opslag/overskud.md", score=12, **more):
    findings = (
        finding("tone/announcement-opener", PROFIT, "Vi er stolte af at kunne præsentere",
                "«Vi er stolte af at kunne præsentere»: her scroller folk videre. Begynd der, hvor noget skete.",
                gain=14, cost=1.4, fixes=(Fix(0, 35, "Vi har fået"),),
                rewrite=Rewrite("replace", "Vi er stolte af at kunne præsentere", "Vi har fået", True, 0, 35, "Vi har fået et rekordoverskud …")),
        finding("voice/no-person", PROFIT, "", "Jeg kan ikke høre, hvem der taler. Sæt ét menneske ind, gerne dig.",
                gain=31, cost=3.1, ask=("Hvem stod med ordren, den dag de 3,2 mia. kr. blev til noget?", "Hvem ringede først?")),
        finding("brag/financial-result", PROFIT, "rekordoverskud på 3,2 mia. kr.",
                "«rekordoverskud på 3,2 mia. kr.» er jeres mål, ikke læserens. Hvem gjorde hvad, så det lykkedes?", "error", gain=22, cost=2.2,
                rewrite=Rewrite("frame", "rekordoverskud på 3,2 mia. kr.", "3,2 mia. kr., som [hvem] [gjorde hvad] for", False, 39, 69,
                                "… 3,2 mia. kr., som [hvem] [gjorde hvad] for")),
        finding("purpose/no-invitation", PROFIT, "", "Ingen kan svare på det her.", gain=3, cost=0.3, suggest="Stil et spørgsmål, du selv vil have svar på."),
        finding("craft/read-more", PROFIT, "Læs mere", "«Læs mere»: hvorfor?", "info", gain=1, cost=0.1, rewrite=Rewrite("cut", "Læs mere", "", False, 72, 80)),
    )  # fmt: skip
    return PostReport(path, None, "da", score, "E", HUNDREDS, findings, (), (), 14, "da", text=PROFIT, **more)


def human(path="opslag/rampen.md", score=87, grade="A", **more):
    text = "Kl. 5.40 på rampen i Horsens. Lene sagde: Det virkede ikke.\n"
    strengths = tuple(
        Strength(rule, "voice", f"«{words}»: nu er jeg der.", words, text.index(words), text.index(words) + len(words), 1, 1, 8)
        for rule, words in (("voice/moment", "Kl. 5.40"), ("voice/person", "Lene sagde"), ("voice/doubt", "Det virkede ikke"))
    )
    dimensions = dict.fromkeys(HUNDREDS, 88)
    return PostReport(
        path,
        None,
        "da",
        score,
        grade,
        dimensions,
        (),
        strengths,
        (Skipped("voice/agent", "no spaCy pipeline"),),
        11,
        "da",
        text=text,
        **more,
    )


def unknown(path="opslag/norsk.md"):
    return PostReport(path, None, "no", None, None, {}, (), (), (Skipped("*", "Norwegian is not supported"),), 40, "en", text="Hei")


COPIES = PortfolioFinding(
    "portfolio/copy-paste", "error", "3 stemmer, ét manuskript.", "Fordi.", 0.97,
    (SharedText("a.md", None, (Span(0, 9),)), SharedText("b.csv", "7"), SharedText("c.md", None)),
    ask=("Hvad havde du selv fingrene i?",), suggest="Lad ét opslag stå.",
)  # fmt: skip


def rendered(name, *reports, color=False, portfolio=(), problems=(), **run):
    """Return a format's whole output for some reports."""
    from advocacy_lint import outputs

    tally = Tally()
    for report in reports:
        tally.summary.add(report)
    tally.portfolio += portfolio
    tally.problems += problems
    renderer = outputs.create(name, Look(color=color, **{"locale": "da", **run}))
    return renderer.begin() + "".join(renderer.post(report) for report in reports) + renderer.end(tally)


PROBLEM = Problem("d.md", "it is empty")
