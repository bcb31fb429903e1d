"""The one file that the page may write: a draft, read with its encoding and line ends, and saved as it was found."""

from __future__ import annotations

import os

from advocacy_lint.errors import InputError
from advocacy_lint.files.atomic import write_atomically
from advocacy_lint.inputs import limit_of, read_bytes, suffix_of
from advocacy_lint.inputs.encoding import BOM, decode

TEXTS = (".md", ".markdown", ".txt")


class DraftFile:
    """A draft's file. InputError where it is no text, cannot be read, or has changed since."""

    def __init__(self, path: str) -> None:
        if suffix_of(path) not in TEXTS:
            raise InputError("the page writes text files only", path, hint=" ".join(TEXTS))
        self.path = path
        self._data = read_bytes(path, limit_of(path)) if os.path.exists(path) else b""
        text, self._codec = decode(self._data, path)
        self._mark = BOM if text.startswith(BOM) else ""
        text = text.removeprefix(BOM)
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")

    def save(self, text: str) -> None:
        """Write a text with the file's own encoding and line ends; what the encoding does not have makes it UTF-8."""
        now = read_bytes(self.path, limit_of(self.path)) if os.path.exists(self.path) else b""
        if now != self._data:
            raise InputError("somebody else has changed the file; it is left as it is", self.path)
        whole = self._mark + text.replace("\r\n", "\n").replace("\n", self._line_end)
        try:
            data = whole.encode(self._codec)
        except UnicodeEncodeError:
            data, self._codec = whole.encode("utf-8", "replace"), "utf-8"
        write_atomically(self.path, data)
        self._data, self.text = data, text
