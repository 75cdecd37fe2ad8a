"""Compare two names in Han characters, or two in Hangul, by their characters.

Reach for :func:`other_characters` with two folded names: in Latin letters 박영철 and 박용철, or 李伟 and
李威, may be one spelling, though nobody who writes them takes the one for the other. Guarantees: symmetric;
nothing unless both names are wholly in one of the two scripts and as long; forms of one character (张 and 張,
広 and 廣), and a syllable as the North and the South of Korea write it (림 and 임), are the same.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from .languages.han_forms import in_one_form
from .languages.korean_syllables import is_syllable, syllable_key
from .writing.scripts import COMMON, script_of

__all__ = ["in_characters", "other_characters"]

_HAN, _HANGUL = "Han", "Hangul"


@lru_cache(maxsize=1 << 14)
def _keys(folded: str) -> tuple[str, ...]:
    """Return the key of each character of a name wholly in Han, or, in Latin letters, wholly in Hangul."""
    letters = [character for character in folded if script_of(character) != COMMON]
    scripts = {script_of(character) for character in letters}
    if scripts == {_HAN}:
        return tuple(in_one_form("".join(letters)))
    if scripts == {_HANGUL} and all(map(is_syllable, letters)):
        return tuple(map(syllable_key, letters))
    return ()


def in_characters(folded: str) -> bool:
    """Return whether a folded name is compared by its characters too, with another in its script."""
    return bool(_keys(folded))


def other_characters(first: str, second: str) -> int:
    """Return how many characters of one folded name are none of the other's; 0 where these do not tell."""
    mine, theirs = _keys(first), _keys(second)
    if len(mine) != len(theirs) or not mine or mine[0].isascii() != theirs[0].isascii():
        return 0  # a part left out is told by what met; of two scripts no character is the other's
    return (Counter(mine) - Counter(theirs)).total()
