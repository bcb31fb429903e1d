"""What targets share: bytes to choices and text, and sessions and folders that are made once."""

import os
import tempfile
from functools import lru_cache
from pathlib import Path

from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session


def head(data):
    """Return the first byte, which chooses, and the rest."""
    return (data[0], data[1:]) if data else (0, b"")


def text_of(data):
    """Return bytes as text of any kind: what is no UTF-8 becomes lone surrogates, which programs may hand us too."""
    return data.decode("utf-8", "surrogateescape")


@lru_cache
def session():
    """Return a session with the default configuration; it has met every text so far, as in a run of many posts."""
    return Session(Config())


@lru_cache
def folder():
    """Return a folder for this process's files."""
    made = Path(tempfile.mkdtemp(prefix=f"fuzz-{os.getpid()}-"))
    os.environ["ADVOCACY_LINT_CACHE_DIR"] = ""
    return made


def one_line(error):
    """Hold an error to what every message promises."""
    said = str(error)
    assert said
    assert not any(end in said for end in "\n\r\x0b\x0c\x85\u2028\u2029"), said


def ordered(spans, start, stop):
    """Hold spans to being sorted, disjoint and inside."""
    position = start
    for span in spans:
        assert position <= span[0] <= span[1] <= stop, (span, position, stop)
        position = span[1]
