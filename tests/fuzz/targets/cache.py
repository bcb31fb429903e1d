"""Damaged cache entries are left aside: a run over them says what a run without any cache says."""

import os
from functools import lru_cache

from advocacy_lint.config import Config
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.plans import Plan
from advocacy_lint.runner import Runner
from targets.common import folder

DRAFT = b"---\nlanguage: da\naudience: bogholdere\n---\nVi er stolte af et rekordoverskud.\n\nKl. 5.40 stod Lene paa rampen, og det virkede ikke.\n"
CONFIG = Config()


@lru_cache
def kept():
    """Return the runner, the entries that it wrote, and its reports."""
    runner = Runner(Plan(lambda path: CONFIG, read_source, cache=True))
    reports = lint(runner)
    found = {path: path.read_bytes() for path in store().rglob("*") if path.is_file() and "results" in path.parts}
    assert found
    return runner, found, reports


def store():
    """Return the cache folder."""
    return folder() / "store"


def lint(runner):
    """Return the reports of the draft, by way of the cache."""
    before = os.environ.get("ADVOCACY_LINT_CACHE_DIR")
    os.environ["ADVOCACY_LINT_CACHE_DIR"] = str(store())
    try:
        return [done.report for done in runner.lint([Source("a.md", data=DRAFT)])]
    finally:
        os.environ["ADVOCACY_LINT_CACHE_DIR"] = before or ""


def one(data):
    """Put bytes in place of an entry, or (after an offset) of some of its bytes."""
    folder()
    runner, entries, reports = kept()
    for path, whole in entries.items():
        if len(data) > 2 and data[0] & 1:
            at = int.from_bytes(data[1:3], "big") % (len(whole) + 1)
            removed = data[0] >> 4
            path.write_bytes(whole[:at] + data[3:] + whole[at + removed :])
        else:
            path.write_bytes(data)
    assert lint(runner) == reports
