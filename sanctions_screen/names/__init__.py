"""From a name as written to a name that can be compared. No I/O beyond the tables; knows no list."""

from __future__ import annotations

from .comparable import ComparableName, comparable_name, is_compared_whole
from .parts import ACRONYM, VOWELS_GUESSED, NamePartRole, Part, Reading
from .writing.cleaning import clean
from .writing.folding import fold

__all__ = [
    "ACRONYM", "VOWELS_GUESSED", "ComparableName", "NamePartRole", "Part", "Reading", "clean",
    "comparable_name", "fold", "is_compared_whole",
]  # fmt: skip
