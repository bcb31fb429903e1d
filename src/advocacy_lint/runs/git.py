"""What Git knows: which files were touched since a revision, and what they said then."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from advocacy_lint.errors import ConfigError

# A repository's own settings may name programs to run: none of ours, since the drafts may come from anybody.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")


class Revision:
    """A Git revision to hold posts against."""

    def __init__(self, name: str, folder: Path | None = None) -> None:
        """Find the repository and the commit; ConfigError where there is none."""
        self._folder = folder or Path.cwd()
        if name.startswith("-"):
            raise ConfigError(f"“{name}” is no Git revision")
        self._top = Path(self._git("rev-parse", "--show-toplevel").strip())
        self._commit = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", what=name).strip()
        changed = self._git("diff", "--no-ext-diff", "--no-textconv", "--name-only", "--no-renames", "-z", self._commit, "--").split("\0")
        new = self._git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/").split("\0")
        self._touched = {(self._top / each).resolve() for each in (*changed, *new) if each}
        # What a submodule holds is another repository's: it is asked there, from the commit that stood in ours at the revision.
        self._inside = [
            Revision(commit, self._top / each)
            for each in changed
            if each and os.path.lexists(self._top / each / ".git") and (commit := self._commit_of(each)) is not None
        ]

    def _commit_of(self, submodule: str) -> str | None:
        """Return the commit of a submodule at the revision; None where it was not there, and so is new as a whole."""
        written = self._git("ls-tree", "-z", self._commit, "--", f":(top){submodule}")
        fields = written.split()
        return fields[2] if len(fields) > 2 and fields[1] == "commit" else None

    def _git(self, *arguments: str, what: str = "") -> str:
        try:
            done = subprocess.run([*_GIT, *arguments], cwd=self._folder, capture_output=True, check=False, timeout=60)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ConfigError(f"Git cannot be asked: {error}") from None
        if done.returncode:
            reason = (
                f"no Git revision “{what}”" if what else done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["Git failed"]
            )
            raise ConfigError(reason if isinstance(reason, str) else reason[0])
        return done.stdout.decode("utf-8", "surrogateescape")

    def touched(self, path: str) -> bool:
        """Say whether a file differs from the revision, or is new since."""
        whole = Path(path).resolve()
        if whole in self._touched or any(inner.touched(path) for inner in self._inside):
            return True
        # In a submodule that was not there, everything is new.
        known = {inner._top.resolve() for inner in self._inside}
        return any(parent in self._touched and parent not in known for parent in whole.parents)

    def content(self, path: str) -> bytes | None:
        """Return what a file held at the revision; None where it was not there."""
        for inner in self._inside:
            if Path(path).resolve().is_relative_to(inner._top.resolve()):
                return inner.content(path)
        try:
            relative = Path(path).resolve().relative_to(self._top.resolve()).as_posix()
        except ValueError:
            return None
        done = subprocess.run(
            [*_GIT, "cat-file", "blob", f"{self._commit}:{relative}"], cwd=self._top, capture_output=True, check=False, timeout=60
        )
        return done.stdout if done.returncode == 0 else None
