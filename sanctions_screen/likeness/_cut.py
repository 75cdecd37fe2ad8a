"""A word and the beginning of it that a field had room for: Grebensh, Grebenshchikov.

Only a beginning that is no name of its own is one: Rahim is no cut Rahimi; nor is Dragas a cut Dragasevic,
for what is left out makes another family's name of it. The letters left out may be any others, so that no
more is told than by those that stand there.
"""

from __future__ import annotations

from typing import Final

from ..model import MatchRule
from ..names.sounds.spelling import WILD_VOWEL
from ..weights import weights
from ._whole import is_whole

__all__ = ["FAMILY_ENDINGS", "RULE", "alike", "beginnings", "keys", "may_be_cut"]

RULE: MatchRule = "cut"
FAMILY_ENDINGS: Final = (
    "akis", "chevich", "dze", "enko", "escu", "evic", "ewicz", "ewski", "hevich", "ic", "idis", "oglu",
    "opoulos", "ovic", "owicz", "owski", "shevich", "shvili", "vic", "yan", "zhevich",
)  # fmt: skip
"""What makes one family's name of another's, or of a given name.

A father's name in -ovich may be left bare, but for one that is a family's in Serbia: Dragash, Dragashevich.
"""
_SOUND: Final = 2
"""Letters of sh, ch and zh."""


def may_be_cut(word: str) -> bool:
    """Return whether *word* may be the beginning of another: long enough, letters, and no name of its own."""
    letters = word.isascii() and word.isalpha() and len(word) >= weights().rules.cut_letters
    return letters and not is_whole(word)


def beginnings(word: str) -> tuple[str, ...]:
    """Return what a shorter field may have left of *word*, without the word itself."""
    end = 0 if WILD_VOWEL in word else len(word)
    return tuple(word[:i] for i in range(weights().rules.cut_letters, end))


def keys(word: str) -> frozenset[str]:
    """Return *word* and what a shorter field may have left of it: of two words that meet, one is here."""
    return frozenset(f"b:{beginning}" for beginning in (*beginnings(word), word))


def alike(first: str, second: str) -> int:
    """Return the likeness of two words one of which is the other cut off; 0 of any others."""
    short, long = sorted((first, second), key=len)
    meets = len(short) < len(long) and long.startswith(short) and WILD_VOWEL not in long
    ends = {long[len(short) :], long[max(len(short) - _SOUND, 0) :]}
    meets = meets and ends.isdisjoint(FAMILY_ENDINGS)
    return weights().rules.cut if meets and may_be_cut(short) else 0
