"""Baselines: any bytes are a baseline that filters, or one ConfigError."""

from pathlib import Path

from advocacy_lint.errors import ConfigError
from advocacy_lint.model import Post
from advocacy_lint.runs.baseline import Baseline, BaselineWriter
from targets.common import folder, one_line, session


def one(data):
    """Read bytes as a baseline, and filter a report with it; then write the report as one, which hides all of it."""
    path = folder() / "baseline.json"
    post = Post(str(folder() / "a.md"), "Vi er stolte af vores overskud, og vi er stolte af prisen.", meta={"language": "da"})
    report = session().lint(post)
    path.write_bytes(data)
    try:
        baseline = Baseline(path)
    except ConfigError as error:
        one_line(error)
        return
    left = baseline.filter(report)
    assert len(left.findings) <= len(report.findings)
    assert isinstance(baseline.stale(), int)
    writer = BaselineWriter(Path(path))
    writer.add(report)
    writer.write()
    assert Baseline(path).filter(report).findings == ()
