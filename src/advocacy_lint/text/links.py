"""Links as people type them: with a scheme, with www, or bare (firma.dk/job, lnkd.in/abc)."""

from __future__ import annotations

_REST = r"[^\s<>\"“”„«»)\]]"
_LABELS = r"(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,4}"
# Endings that are no words: behind a full stop without its blank, «her.de» and «so.me» are.
_ENDING = rf"(?:dk|com|net|org|eu|io|uk|info|biz|app|dev|ai|example)(?![\w-])(?:/{_REST}*)?"
# Others with what follows them; «pr.kg/m2» has too short a name.
_WITH_PATH = rf"[a-z0-9][a-z0-9-]{{1,60}}[a-z0-9]\.[a-z]{{2}}/{_REST}+"
# A telephone writes the first letter of a line large.
_OPEN = r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.)"
LINK = rf"{_OPEN}{_REST}+|(?<![\w@./-])(?:{_LABELS}{_ENDING}|{_WITH_PATH})"
