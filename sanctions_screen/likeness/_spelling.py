"""Two spellings that sound nearly alike, or were mistyped, and share firm consonants: Lawrow, Lavrov."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from ..model import MatchRule
from ..names.sounds.likeness import romanised_similarity, similarity_bound, stem
from ..names.sounds.spelling import WILD_VOWEL, sounds
from ..weights import weights
from ._slips import typed

__all__ = [
    "OUTLINES_ALIKE", "OUTLINES_WITHOUT_VOWELS_ALIKE", "RULE", "alike", "keys", "outline", "without_vowels",
]  # fmt: skip

RULE: MatchRule = "spelling"
# Consonants that standards, languages and slips exchange most: one class each. Vowels, h, y come and go.
_CLASSES: Final = (("b", "bp"), ("f", "fvw"), ("t", "dtTD"), ("s", "szcSZCJj"), ("k", "kgxqGQ"))
_CONSONANTS: Final[dict[int, str | None]] = {
    **{ord(sound): mark for mark, sounds_alike in _CLASSES for sound in sounds_alike},
    **dict.fromkeys(map(ord, "aeiouyhAOE3*-"), None),
}
_VOWEL_MARK: Final = "a"
_OUTLINE: Final[dict[int, str | None]] = {**_CONSONANTS, **dict.fromkeys(map(ord, "aeiouAOE"), _VOWEL_MARK)}
_WEAK: Final = frozenset("fks")
"""Classes with a weak member: v may be w or u, g and q and gh may be h or nothing, j may be y."""
OUTLINES_ALIKE: Final = (3, 5)
"""Outlines less alike than this share are of words that no rule brings to the floor, but for chance."""
OUTLINES_WITHOUT_VOWELS_ALIKE: Final = (1, 2)
"""The same where one side has no vowels: there are fewer letters, so each counts for more."""


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> frozenset[str]:
    """Return the consonants of *word*: all of them, all but one, and those of an Arabic compound's stem."""
    core = sounds(word).translate(_CONSONANTS)
    found = {core, sounds(stem(word)).translate(_CONSONANTS)}
    for i, consonant in enumerate(core):
        # Of two consonants only one that some standard leaves out or writes as a vowel may be missing.
        if len(core) > 2 or (len(core) == 2 and consonant in _WEAK):
            found.add(core[:i] + core[i + 1 :])
    return frozenset(f"c:{key}" for key in found)


@lru_cache(maxsize=1 << 14)
def outline(word: str) -> str:
    """Return the word's consonants by class, with a mark for the vowels between: what slips seldom change."""
    return sounds(word).translate(_OUTLINE).replace(_VOWEL_MARK * 2, _VOWEL_MARK)


def without_vowels(outlined: str) -> str:
    """Return an outline without its vowels' marks."""
    return outlined.replace(_VOWEL_MARK, "")


def alike(first: str, second: str) -> int:
    """Return the likeness of two words that share consonants and an outline; 0 of any others."""
    if keys(first).isdisjoint(keys(second)) or not _outlines_meet(first, second):
        return 0
    best = typed(first, second)
    if similarity_bound(first, second) >= max(weights().rules.floor, best):
        best = max(best, romanised_similarity(first, second))
    return min(best, weights().rules.sounded)


def _outlines_meet(first: str, second: str) -> bool:
    if _near(first, second):
        return True
    a, b = stem(first), stem(second)
    return (a, b) != (first, second) and _near(a, b)


def _near(first: str, second: str) -> bool:
    a, b, (share, whole) = outline(first), outline(second), OUTLINES_ALIKE
    if WILD_VOWEL in first or WILD_VOWEL in second:
        a, b, (share, whole) = without_vowels(a), without_vowels(b), OUTLINES_WITHOUT_VOWELS_ALIKE
    longest = max(len(a), len(b))
    # In whole numbers: (longest - edits) / longest is at least share / whole.
    return (longest - Levenshtein.distance(a, b)) * whole >= share * longest
