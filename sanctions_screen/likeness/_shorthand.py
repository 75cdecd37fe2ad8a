"""One word written without its vowels: Mohammed, Mhmd."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ..model import MatchRule
from ..names.sounds.counted import is_counted
from ..names.sounds.known_names import originals
from ..weights import weights

__all__ = ["RULE", "alike", "is_shorthand", "keys", "shorthand"]

RULE: MatchRule = "spelling"
_DOUBLED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = frozenset("aeiou*")
_WEAK: Final = frozenset("hwy")
_FEW: Final = 2
_ENOUGH: Final = 3
"""Consonants that tell a word: two, Rz, are told for less, and only where the first letter is a firm one."""


@lru_cache(maxsize=1 << 14)
def shorthand(word: str) -> str:
    """Return the word without its vowels and doubled letters, but for the first letter: mohammed, mhmd."""
    return word[:1] + _DOUBLED.sub(r"\1", "".join(letter for letter in word[1:] if letter not in _VOWELS))


@lru_cache(maxsize=1 << 14)
def is_shorthand(word: str) -> bool:
    """Return whether a word has no vowel between its first letter and its last, as one whose vowels were left
    out: Mhmd, Mrtza.

    It must have enough consonants, of which the weak y, w and h count only as the first letter. A vowel at
    the end stands behind a consonant in front: Alma and Asma are whole. Of two letters, Rz for Ruiz, both are
    firm consonants. A word that many have is whole: Ng.
    """
    first, last = word[:1], word[-1:]
    if not _VOWELS.isdisjoint(word[1:-1]) or (last in _VOWELS and (first in _VOWELS or len(word) < _ENOUGH)):
        return False
    found = _consonants(first + "".join(letter for letter in word[1:] if letter not in _VOWELS))
    fewest = _ENOUGH if first in _WEAK else _FEW
    return found >= fewest and not originals(word) and not (len(word) < _ENOUGH and is_counted(word))


def _consonants(short: str) -> int:
    return sum(letter not in _WEAK for letter in short[1:]) + (short[:1] not in _VOWELS)


def keys(word: str) -> frozenset[str]:
    """Return what is left of *word* without its vowels; only words written so meet by it."""
    return frozenset({f"v:{shorthand(word)}"})


def alike(first: str, second: str) -> int:
    """Return the likeness of two words one of which is the other without its vowels; 0 of any others."""
    short = shorthand(first)
    if not (is_shorthand(first) or is_shorthand(second)) or short != shorthand(second):
        return 0
    rules = weights().rules
    return rules.shorthand if _consonants(short) >= _ENOUGH else rules.shorthand_of_two
