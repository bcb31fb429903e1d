"""Damaged caches are left aside: a run over them says what a run without any cache says."""

from contextlib import closing
from functools import lru_cache

from advocacy_lint.config.find import ConfigStore
from advocacy_lint.inputs import Source
from advocacy_lint.runs.cache import Cache
from advocacy_lint.runs.lint import Job, lint_all
from advocacy_lint.runs.sessions import Sessions
from targets.common import folder

DRAFT = b"---\nlanguage: da\naudience: bogholdere\n---\nVi er stolte af et rekordoverskud.\n\nKl. 5.40 stod Lene paa rampen, og det virkede ikke.\n"


@lru_cache
def job():
    """Return how drafts are linted."""
    return Job(Sessions(ConfigStore(isolated=True)))


def lint(store):
    """Return the reports of the draft, by way of a cache."""
    with closing(Cache(str(store))) as cache:
        return [each.report for each in lint_all([Source("a.md", data=DRAFT)], job(), cache, 1)]


@lru_cache
def kept():
    """Return the file that a run keeps, and the reports of a run that knows nothing."""
    store = folder() / "store"
    store.mkdir(exist_ok=True)
    reports = lint(store)
    (file,) = store.iterdir()
    return file, file.read_bytes(), reports


def one(data):
    """Put bytes in place of the file, or (after an offset) of some of its bytes."""
    folder()
    file, whole, reports = kept()
    file.parent.mkdir(exist_ok=True)
    if len(data) > 2 and data[0] & 1:
        at = int.from_bytes(data[1:3], "big") % (len(whole) + 1)
        file.write_bytes(whole[:at] + data[3:] + whole[at + (data[0] >> 4) :])
    else:
        file.write_bytes(data)
    assert lint(file.parent) == reports
