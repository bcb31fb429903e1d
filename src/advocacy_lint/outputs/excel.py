"""Format `excel`: the rows of `csv` as an office's spreadsheet opens them by a double click, æ, ø and å whole."""

from __future__ import annotations

import re

from advocacy_lint.languages import own_locale
from advocacy_lint.model import Look
from advocacy_lint.outputs import csv_table

# What begins a formula also where the file is opened in a country that parts cells by the other sign ("499,-" begins none).
_FORMULA = re.compile(rf"{csv_table.FORMULA.pattern}|(,)(?=[{csv_table.UNSEEN}]*[=@\uff1d\uff20]|[+\uff0b]|[-\uff0d]\S)")


class Renderer(csv_table.Renderer):
    """A byte order mark says that it is UTF-8; cells are parted by what parts them where Danish is spoken, or else by commas."""

    formula = _FORMULA

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.separator = ";" if "da" in (look.locale, own_locale()) else ","

    def begin(self) -> str:
        """Return the mark and the headings."""
        return "\ufeff" + super().begin()
