"""Which code gave an answer: one digest of the package's own files.

Reach for :func:`code_digest` when a version number is too coarse: between two releases it stays the same
while scores change. Guarantee: it depends on the names and contents of the package's code and tables alone,
not on where it is installed, whether the engine was built there, nor on the lists that ship with it.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

__all__ = ["code_digest"]

_PACKAGE = Path(__file__).resolve().parent
_LEFT_OUT = frozenset({"__pycache__", "_lists"})
_BUILT = frozenset({".so", ".pyd"})
"""The engine, which differs from machine to machine and changes no answer."""


@cache
def code_digest() -> str:
    """Return the SHA-256 of every file of the package, as 64 hexadecimal digits; read once a process."""
    whole = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*"), key=lambda path: path.relative_to(_PACKAGE).as_posix()):
        inside = path.relative_to(_PACKAGE)
        if path.suffix not in _BUILT and path.is_file() and not _LEFT_OUT & set(inside.parts):
            whole.update(f"{inside.as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
