"""Read Vietnamese names that others write in letters of their own: Нгуен Ван Тхань, グエン・フー・チョン.

Reach for :func:`vietnamese` with the words of a name and the table of a script's syllables. Guarantee: a name
is read only where every word is a syllable of the table, the first a surname, and the whole may be a name of
that language.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..languages import vietnamese as language
from ..tables import read_table, spellings
from ._readings import combine

__all__ = ["vietnamese"]

_FEWEST = 2
_MOST = 5
_MOST_SPELLINGS = 4


def vietnamese(words: Sequence[str], table: str) -> tuple[str, ...]:
    """Return the spellings of a name in Latin letters without marks, the likeliest first."""
    syllables = spellings(table)
    if not _FEWEST <= len(words) <= _MOST or not all(word in syllables for word in words):
        return ()
    found = combine([syllables[word] for word in words])
    return tuple(filter(_may_be_a_name, found))[:_MOST_SPELLINGS]


def _may_be_a_name(spelled: str) -> bool:
    first, *_ = words = spelled.split()
    return first in _surnames() and language.looks(words)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(surname for surname, _ in read_table("vietnamese_surnames.tsv", 2))
