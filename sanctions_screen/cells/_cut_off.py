"""Tell a name that ends where a field had no room for more.

Reach for :func:`cut_off` with a customer's name as written. Where it is exactly as long as a field is wide,
its last word may be the beginning of another, and an ellipsis says so: HRABOVETS, Anton Mat is HRABOVETS,
Anton Mat... as well. Guarantee: pure and total; the rest of the text stays as it is.
"""

from __future__ import annotations

from typing import Final

from ..names.parts import CUT_OFF

__all__ = ["cut_off"]

_WIDTHS: Final = frozenset({18, 20, 22, 26, 30, 35})
"""Characters of a name's field: 18 in a Bacs payment (UK), 20 in older systems (so the PyPI package
sanctions-screening-benchmark has it), 22 in a Nacha ACH entry (US), 26 on a card (ISO/IEC 7813), 30 in the
name's line of an identity card (ICAO 9303, TD1), 35 in a line of a SWIFT MT message (fields 50 and 59)."""
_SIGNS: Final = frozenset("&/;:()[]0123456789")
_FEWEST_WORDS: Final = 3
"""Two words in front tell who may be meant by the beginning of a third."""


def cut_off(text: str) -> str | None:
    """Return a person's name as one whose last word is cut off; None where it is not as long as a field."""
    return text + CUT_OFF if _may_be_cut_off(text) else None


def _may_be_cut_off(text: str) -> bool:
    """Return whether a text is one name as long as a field is wide, of enough words, the last one behind all
    signs."""
    plain = len(text) in _WIDTHS and text[-1].isalpha() and len(text.split()) >= _FEWEST_WORDS
    return plain and _SIGNS.isdisjoint(text)
