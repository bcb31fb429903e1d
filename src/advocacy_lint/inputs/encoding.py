"""From bytes to text without guessing more than is safe; a byte order mark stays in the text, so that offsets are those of the file."""

from __future__ import annotations

import re

from advocacy_lint.errors import InputError

BOM = "\ufeff"
_SAMPLE = 8192
_ENCODED = 200_000
_CALLED = {"cp1252": "Windows-1252", "mac_roman": "Mac OS Roman", "cp850": "DOS (850)"}
# What Danish and English are written with, and the names of their neighbours: other signs tell that a guess is wrong.
_ONLY_LETTERS = re.compile(r"[\t\n\r\f\x20-\x7eæøåÆØÅéèêëáàâäãóòôöõíìîïúùûüñçßÉÈÁÀÄÓÖÜÑÇ–—‘’‚“”„…•€£§°½¼¾©®™«»´·×\xa0\xad]*+")
_IN_A_WORD = re.compile(r"[a-zæøå][£§°½¼¾©®™«»´·×•„‚][a-zæøå]")
_SIGNATURES = {
    b"%PDF": "a PDF: copy its text into a .md or .txt file",
    b"PK\x03\x04": "a zip or Office file under another name",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file: save it as .docx or .xlsx",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "an RTF file: save it as .docx",
}


def decode(data: bytes, path: str, *, windows: bool = False, guess: bool = False) -> tuple[str, str]:
    """Return a file's text, and the codec that gives the bytes back.

    UTF-8, UTF-16 with a byte order mark or told by its zeros and, with `windows`, Windows-1252 (spreadsheets save it in Denmark).
    A .txt file, and others with `guess`, may be what Word saves as plain text: letters of Windows or the old Mac, and nothing else.
    InputError naming the first wrong byte for everything else.
    """
    codec = _utf16(data)
    if codec is None:
        for signature, what in _SIGNATURES.items():
            if data.startswith(signature):
                raise InputError(f"not text: it looks like {what}", path)
        zero = data.find(0)
        if zero >= 0:
            raise InputError(f"not text: a NUL byte at offset {zero}", path)
        codec = "utf-8"
    try:
        return data.decode(codec), codec
    except UnicodeDecodeError as error:
        if codec != "utf-8":
            raise InputError(f"not {codec.upper()}: {error.reason} at offset {error.start}", path) from None
        if windows:
            return _windows(data, path), "cp1252"
        if guess or path.lower().endswith(".txt"):
            codec = _single_byte(data)
            text = data.decode(codec, "replace")
            if _ONLY_LETTERS.fullmatch(text) and not _IN_A_WORD.search(text):
                return text, codec
        raise _not_utf8(data, error.start, path) from None


def read_as(codec: str) -> str | None:
    """Return what is to be said of a text that was not UTF-8: in whose letters it was read; None where there is nothing to say."""
    return f"not UTF-8: read as {_CALLED[codec]}" if codec in _CALLED else None


def is_utf16(data: bytes) -> bool:
    """Say whether data is UTF-16."""
    return _utf16(data) is not None


def decode_lines(data: bytes, path: str) -> tuple[str, list[str]]:
    """Return the text of a table, and what is wrong with lines of it: each is UTF-8, or what Windows, the old Mac or DOS wrote.

    A file may be put together from others; one row in another encoding leaves the rest as they are.
    """
    if 0 in data and _utf16(data) is None and not data.startswith(tuple(_SIGNATURES)):
        text, problems = decode_lines(data.replace(b"\0", b"\x1a\x1a"), path)
        return text.replace("\x1a\x1a", "\0"), problems
    try:
        return decode(data, path)[0], []
    except InputError:
        if _utf16(data) is not None or data.startswith(tuple(_SIGNATURES)):
            raise
    parts: list[str] = []
    problems = []
    codec = _single_byte(data)
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            parts.append(line.decode("utf-8" if number > 1 else "utf-8-sig"))
        except UnicodeDecodeError:
            try:
                parts.append(line.decode(codec))
            except UnicodeDecodeError as error:
                problems.append(f"line {number}: neither UTF-8 nor Windows-1252: byte 0x{line[error.start]:02X}")
                parts.append(line.decode("cp1252", "replace"))
    return "\n".join(parts), problems


def _single_byte(data: bytes) -> str:
    """Return the codec of a table that is not UTF-8: Windows-1252, or that of the old Mac or DOS, told by where æ, ø and å would stand."""

    def letters(codec: str) -> list[bytes]:
        return re.findall(rb"(?<=[a-z])[%b](?=[a-z ,.;])" % re.escape("æøå".encode(codec)), data[:_ENCODED])

    western, *others = ("cp1252", "mac_roman", "cp850")
    # A letter of another code page is a sign in this one; no word has a sign in it, but a typist may write it‘s for it’s.
    best = max(others, key=lambda codec: len(letters(codec)))
    if len(set(letters(best))) > 1 and not letters(western):
        return best
    # One letter is enough where Windows has a sign that stands in no word: “v¾rksted”.
    written = b"\n".join(line for line in data[:_ENCODED].splitlines() if not _is_utf8(line))
    likely = (
        codec
        for codec in (western, *others)
        if _ONLY_LETTERS.fullmatch(text := written.decode(codec, "replace")) and not _IN_A_WORD.search(text)
    )
    return next(likely, western)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _utf16(data: bytes) -> str | None:
    """Return the UTF-16 codec of data that is UTF-16, by its mark or by where its zeros are."""
    mark = data[:2]
    if mark == b"\xff\xfe":
        return "utf-16-le"
    if mark == b"\xfe\xff":
        return "utf-16-be"
    if 0 not in data[:_SAMPLE] or len(data) % 2:
        return None
    even, odd = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    even_zeros, odd_zeros = even.count(0), odd.count(0)
    if odd_zeros * 2 > len(odd) and even_zeros * 50 <= len(even):
        return "utf-16-le"
    if even_zeros * 2 > len(even) and odd_zeros * 50 <= len(odd):
        return "utf-16-be"
    return None


def _windows(data: bytes, path: str) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(f"neither UTF-8 nor Windows-1252: byte 0x{data[error.start]:02X} at offset {error.start}", path) from None


def _not_utf8(data: bytes, offset: int, path: str) -> InputError:
    hint = None
    try:
        word = data[max(0, offset - 12) : offset + 12].decode("cp1252")
        if word.isprintable() or word.replace("\n", " ").replace("\r", " ").isprintable():
            hint = "it looks like Windows-1252: save it as UTF-8"
    except UnicodeDecodeError:
        pass
    return InputError(f"not UTF-8: byte 0x{data[offset]:02X} at offset {offset}", path, data.count(b"\n", 0, offset) + 1, hint)


def without_surrogates(text: str) -> str:
    r"""Return text with lone halves of characters (JSON's ``\ud800``) replaced, one for one: no output could encode them."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text
