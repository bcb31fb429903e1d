"""Labelled corpora: posts with verdicts that can be judged, or one InputError that names the file (and the line, where one is at fault)."""

from advocacy_lint.errors import InputError
from advocacy_lint.runs import labelled_posts
from targets.common import folder, one_line, session


def one(data):
    """Read bytes as a labelled corpus, and judge it."""
    path = folder() / "labels.jsonl"
    path.write_bytes(data)
    try:
        judged = labelled_posts.judge(list(labelled_posts.read(path))[:3], session())
    except InputError as error:
        one_line(error)
        assert "labels.jsonl" in str(error)
        return
    for each in judged:
        assert each.language in ("da", "en")
        assert each.judged.label.verdict in ("good", "middling", "bad")
