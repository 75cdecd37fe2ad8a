"""Two spellings of the same syllables of Korean, Chinese or Burmese: Sok, Seok; Zhang, Chang; Htay, Tay.

Where two names are both of syllables, a letter makes another name: what only looks alike (Chol, Chon) meets
for less, and only where it looks alike a great deal.
"""

from __future__ import annotations

from ..model import MatchRule
from ..names.languages import Language, agreement, syllable_keys
from ..weights import FULL, weights

__all__ = ["RULE", "alike", "at_most", "keys"]

RULE: MatchRule = "romanisation"


def keys(word: str, languages: frozenset[Language]) -> frozenset[str]:
    """Return the syllables that *word* may stand for in each of the *languages*."""
    return syllable_keys(word, languages)


def alike(first: str, second: str, languages: frozenset[Language]) -> int:
    """Return how far two words may be the same syllables in one of the *languages*; only equal words are
    equal."""
    return min(round(agreement(first, second, languages) * FULL), weights().rules.sounded)


def at_most(letters: int) -> int:
    """Return what a likeness of letters is worth between syllables that are not the same."""
    rules = weights().rules
    return letters * rules.across_syllables // FULL if letters >= rules.close else 0
