"""Errors that carry the file, the line and a hint, so that every message can say what and where."""

from __future__ import annotations

_LONGEST = 1000


class LintError(Exception):
    """Something the user can mend: one line, with file and place.

    Printed as ``path:line: message (hint)``; a command that raises it exits with 2.
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None, hint: str | None = None) -> None:
        message = " ".join(message.splitlines())  # it may quote what somebody wrote
        if len(message) > _LONGEST:
            message = f"{message[:_LONGEST]}…"
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = " ".join(hint.splitlines()) if hint else hint

    def __str__(self) -> str:
        place = self.path or ""
        if self.path and self.line:
            place = f"{self.path}:{self.line}"
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.message, self.path, self.line, self.hint))


class RuleError(LintError):
    """A rule file that cannot be used as it stands."""


class ConfigError(LintError):
    """A configuration, or an option, that cannot be used as it stands."""


class InputError(LintError):
    """A draft that could not be read; the others are still linted."""
