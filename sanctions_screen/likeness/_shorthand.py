"""One word written without its vowels: Mohammed, Mhmd."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ..model import MatchRule
from ..names.sounds.known_names import originals
from ..weights import weights

__all__ = ["RULE", "alike", "is_shorthand", "keys", "shorthand"]

RULE: MatchRule = "spelling"
_DOUBLED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = frozenset("aeiou*")
_WEAK: Final = frozenset("hwy")
_FEWEST_CONSONANTS: Final = 3


@lru_cache(maxsize=1 << 14)
def shorthand(word: str) -> str:
    """Return the word without its vowels and doubled letters, but for the first letter: mohammed, mhmd."""
    return word[:1] + _DOUBLED.sub(r"\1", "".join(letter for letter in word[1:] if letter not in _VOWELS))


@lru_cache(maxsize=1 << 14)
def is_shorthand(word: str) -> bool:
    """Return whether a word has no vowel behind its first letter, as one whose vowels were left out: Mhmd.

    It must have enough consonants, of which the weak y, w and h count only as the first letter.
    """
    if not _VOWELS.isdisjoint(word[1:]):
        return False
    short = shorthand(word)
    firm = sum(letter not in _WEAK for letter in short[1:]) + (short[:1] not in _VOWELS)
    return firm >= _FEWEST_CONSONANTS and not originals(word)


def keys(word: str) -> frozenset[str]:
    """Return what is left of *word* without its vowels; only words written so meet by it."""
    return frozenset({f"v:{shorthand(word)}"})


def alike(first: str, second: str) -> int:
    """Return the likeness of two words one of which is the other without its vowels; 0 of any others."""
    written_so = is_shorthand(first) or is_shorthand(second)
    return weights().rules.shorthand if written_so and shorthand(first) == shorthand(second) else 0
