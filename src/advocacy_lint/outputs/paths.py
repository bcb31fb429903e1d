"""Paths as review tools want them: from the top of the repository, whatever folder the run began in."""

from __future__ import annotations

import os
from functools import lru_cache

from advocacy_lint.model import Finding

_BUILDS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def in_repository(path: str) -> str:
    """Return a path relative to the build's checkout, the Git repository or the folder of the run that it lies in, with forward slashes."""
    if not path or path == "-":
        return path
    whole = os.path.abspath(path)
    top = _top(os.path.dirname(whole), tuple(os.environ.get(name, "") for name in _BUILDS))
    here = os.getcwd()
    if top is None and (whole + os.sep).startswith(os.path.join(here, "")):
        top = here
    if top is None:
        return path.replace(os.sep, "/")
    return os.path.relpath(whole, top).replace(os.sep, "/")


@lru_cache(maxsize=1024)
def _top(folder: str, builds: tuple[str, ...]) -> str | None:
    for build in builds:
        if build and os.path.isabs(build) and (folder + os.sep).startswith(os.path.join(build, "")):
            return build
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def placed(finding: Finding) -> str:
    """Return what a finding says, after its place where the file has no line for it (``Ark1!C7: …``)."""
    return f"{finding.place}: {finding.message}" if finding.place and not finding.file_line else finding.message
