"""Check sums of files and settings, for caches: BLAKE2b without loading OpenSSL, which costs every start 4 ms."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
