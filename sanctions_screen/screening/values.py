"""What one cell of a table says, whatever put it there: a CSV file, a spreadsheet, a data frame.

Reach for :func:`cell_text` for the text of a value and :func:`cell_texts` for the several that one cell may
hold. Guarantee: what is missing (None, NaN, NaT, pandas' NA) is empty text, never an error and never a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

__all__ = ["MAX_CELL", "TooLongError", "cell_text", "cell_texts", "is_filler", "is_missing_mark"]

MAX_CELL: Final = 1000
"""Most characters in one value that is read. The longest name on OFAC's list has under 300."""

_MISSING_TYPES: Final = frozenset({"NAType", "NaTType"})
_FILLERS: Final = frozenset(
    {"nan", "nat", "none", "null", "n/a", "<na>", "#n/a", "unknown", "-", "--", "—", "."}
)
_MISSING_MARKS: Final = frozenset({"NaN", "NaT", "<NA>", "#N/A", "#NAME?", "#REF!", "#VALUE!"})
"""What pandas and Excel write for no value. Nobody writes a name in these letters: Nan is one in Burma."""
_SEPARATORS: Final = re.compile("[;|\n\u2028]")
_CODES: Final = re.compile(r"\s*[A-Za-z]{2}\s*(,\s*[A-Za-z]{2}\s*)+")


class TooLongError(ValueError):
    """A cell has more text than can be compared."""


def cell_text(value: Any) -> str:
    """Return the text of one value, without spaces around it; empty when it is missing.

    Days are written as ISO 8601, a moment as its day; a whole number without a fraction. Raises TooLongError
    past :data:`MAX_CELL` characters.
    """
    text = value.strip() if isinstance(value, str) else _written(value)
    if len(text) > MAX_CELL:
        raise TooLongError(f"{len(text):,} characters; at most {MAX_CELL:,} can be screened")
    return text


def _written(value: Any) -> str:
    if value is None or type(value).__name__ in _MISSING_TYPES:
        return ""
    if isinstance(value, float):
        if value != value:  # NaN
            return ""
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()  # the day alone is kept, so no time zone can move it
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip()
    return str(value).strip()


def cell_texts(value: Any, *, countries: bool = False) -> list[str]:
    """Return the values in one cell: the items of a sequence, or what ``;``, ``|`` or a line end parts.

    A comma parts nothing but country codes: ``Korea, North`` is one.
    """
    if not isinstance(value, str | bytes) and isinstance(value, Iterable):
        return [text for item in value if (text := cell_text(item))]
    text = cell_text(value)
    if countries and _CODES.fullmatch(text):
        return [code.strip() for code in text.split(",")]
    return [piece.strip() for piece in _SEPARATORS.split(text) if piece.strip()]


def is_filler(text: str) -> bool:
    """Return whether a cell's text only says that there is nothing: ``n/a``, ``NaN``, ``-``."""
    return text.casefold() in _FILLERS


def is_missing_mark(text: str) -> bool:
    """Return whether a cell of a name holds what a program wrote for no value: ``NaN``, never ``Nan``."""
    return text in _MISSING_MARKS
