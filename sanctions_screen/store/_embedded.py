"""The lists that travel with the library, and where they are.

Reach for this module to find the folder of embedded lists: inside an installed package it is ``_lists``, in a
checkout the folder ``lists`` beside the package. A store of them is made once for each state of their files
and of the package's, and kept: reading thirty files anew costs more than most answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from .._kept import kept
from ..errors import StoreError
from ._database import Database

__all__ = ["embedded_database", "embedded_folder"]

_remembered: dict[str, bytes] = {}
"""The store by the digest of the lists' files: a process asks for it again and again."""


def embedded_database(fill: Callable[[Database, Path], object]) -> Database:
    """Return a database in memory that *fill* has put the embedded lists into, now or an earlier time."""
    where = "the embedded lists"
    folder = embedded_folder()

    def filled() -> Database:
        database = Database.in_memory(where)
        fill(database, folder)
        return database

    if not Database.has_content():
        return filled()
    state = _digest(folder)
    if state not in _remembered:
        _remembered[state] = kept("embedded-lists", lambda: filled().content(), of=state)
    return Database.in_memory(where, _remembered[state])


def _digest(folder: Path) -> str:
    """Return the SHA-256 of the names and contents of the lists' files."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            whole.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def embedded_folder() -> Path:
    """Return the folder of the embedded lists; StoreError when the installation lacks it."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_lists", package.parent / "lists"):
        if folder.is_dir():
            return folder
    raise StoreError(f"the embedded lists are missing beside {package}; reinstall sanctions_screen")
