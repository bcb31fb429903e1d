"""Days that are over when a post goes out: exact findings, only where the post says when that is."""

import pytest

from advocacy_lint import lint

RULE = "purpose/stale-date"


def found(text, published, language):
    report = lint(text, language=language, **({"published": published} if published else {}))
    return [text[start:end] for each in report.findings if each.rule == RULE for start, end in each.spans]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("At 5:40 the pump was quiet. Join us on 3 May 2024 at the fair.", "2026-11-20", ["3 May 2024"]),
        ("Sign up by October 3rd, 2026, or by 2026-10-01.", "2026-11-20T08:00", ["October 3rd, 2026", "2026-10-01"]),
        ("Meet us on May 3–5, 2024 in hall 3.", "20.11.2026", ["May 3–5, 2024"]),
        ("Register before 1 November.", "2026-11-20", ["1 November"]),
        ("Register before 1 November.", "2026-11-01", []),
        ("Register before 1 February.", "2026-11-20", []),
        ("Join us on 31 June 2024.", "2026-11-20", []),
        ("Join us on 3 May 2024.", "soon", []),
        ("Join us on 3 May 2024.", None, []),
        ("We changed the seal on 3 May 2024.", "2026-11-20", []),
        ("Ann said: “Join us on 3 May 2024.”", "2026-11-20", []),
    ],
)
def test_english(text, published, expected):
    assert found(text, published, "en") == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Kom til åbent hus den 3. maj 2024 i hal 3.", "2026-11-20", ["den 3. maj 2024"]),
        ("Tilmeld dig senest 03.05.2024.", "20-11-2026", ["03.05.2024"]),
        ("Vi ses den 12.-14. oktober i Herning.", "2026-11-20", ["den 12.-14. oktober"]),
        ("Vi ses den 12.-14. marts i Herning.", "2026-11-20", []),
        ("Lene kom til os den 3. oktober.", "2026-11-20", []),
        ("Kom til åbent hus den 3. maj 2027.", "2026-11-20", []),
    ],
)
def test_danish(text, published, expected):
    assert found(text, published, "da") == expected
