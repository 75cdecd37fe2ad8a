"""Tell the words that many people have in their names: each is a word of its own, no piece of another.

Reach for :func:`is_counted`. Guarantee: spellings that sound the same are counted alike.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from ..tables import read_table
from .spelling import sounds

__all__ = ["counted", "is_counted"]


_LETTERS_ALONE: Final = frozenset({"ng"})
"""A surname of Hong Kong and Singapore, whose names are not among those counted."""


@cache
def counted() -> frozenset[str]:
    """Return the sounds of the words that many have in their names."""
    return frozenset(heard for heard, _ in read_table("word_bits.tsv", 2)) | _LETTERS_ALONE


def is_counted(word: str) -> bool:
    """Return whether many have *word*, in some spelling, in their names."""
    return sounds(word) in counted()
