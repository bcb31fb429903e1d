"""Labelled corpora: posts with verdicts that can be judged, or one InputError with its line."""

from advocacy_lint import labels
from advocacy_lint.errors import InputError
from targets.common import folder, one_line, session


def one(data):
    """Read bytes as a labelled corpus, and judge it."""
    path = folder() / "labels.jsonl"
    path.write_bytes(data)
    try:
        found = list(labels.read(path))
    except InputError as error:
        one_line(error)
        assert "labels.jsonl" in str(error)
        return
    for each in labels.judge(found[:3], session()):
        assert each.language in ("da", "en")
        assert each.judged.label.verdict in ("good", "middling", "bad")
