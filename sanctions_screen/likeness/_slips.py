"""Two words one slip of the pen apart, whatever it does to their sound: Thien, Thein; Xobert, Robert."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from ..model import MatchRule
from ..weights import FULL, weights

__all__ = ["RULE", "alike", "keys", "slips_allowed", "typed"]

RULE: MatchRule = "spelling"


def keys(word: str) -> frozenset[str]:
    """Return *word* and its spellings with one letter left out: words one slip apart share one.

    Bocek, Hunt and Stiller 2007. The words themselves may be one letter shorter than a slip is allowed in.
    """
    if len(word) < weights().rules.typed_one - 1:
        return frozenset()
    return frozenset({f"d:{word}", *(f"d:{word[:i]}{word[i + 1 :]}" for i in range(len(word)))})


def alike(first: str, second: str) -> int:
    """Return the likeness of two words one slip apart, by their length; 0 of any others."""
    longest, rules = max(len(first), len(second)), weights().rules
    if longest < rules.swapped or OSA.distance(first, second, score_cutoff=1) != 1:
        return 0
    if len(first) == len(second) and sorted(first) == sorted(second):
        return FULL - _takes(first, second) // longest // 2  # two neighbours swapped: no letter is another
    if longest >= rules.typed_one:
        return FULL - _takes(first, second) // longest
    return rules.slip_in_short if len(first) == len(second) and first[0] == second[0] else 0


def _takes(first: str, second: str) -> int:
    """Return what a slip takes of two words: less of long ones that begin alike, as most mistyped do."""
    rules = weights().rules
    lesser = first[0] == second[0] and min(len(first), len(second)) >= rules.slip_letters
    return rules.slip if lesser else FULL


def slips_allowed(longest: int) -> int:
    """Return how many slips make one word of another, the longer of so many letters: two in ten."""
    rules = weights().rules
    return 2 if longest >= rules.typed_two else 1 if longest >= rules.typed_one else 0


def typed(first: str, second: str) -> int:
    """Return the likeness of two words as one word mistyped; 0 where more slips than allowed made them."""
    longest = max(len(first), len(second))
    allowed = slips_allowed(longest)
    if not allowed:
        return 0
    edits = OSA.distance(first, second, score_cutoff=allowed)
    return FULL - edits * _takes(first, second) // longest if edits <= allowed else 0
