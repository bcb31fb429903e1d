"""Check sums of files and settings, for caches: BLAKE2b without loading OpenSSL."""

from __future__ import annotations

from collections.abc import Iterable

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b", "digest"]


def digest(parts: Iterable[bytes]) -> bytes:
    """Return the key of what depends on these parts, whatever the bounds between them."""
    hasher = blake2b(digest_size=20)
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big") + part)
    found: bytes = hasher.digest()
    return found
