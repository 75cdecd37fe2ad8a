"""Combine the readings of a name's words into few whole spellings.

Reach for this module from the romaniser of a script whose words have several readings. Guarantees: at most
``LIMIT`` spellings, the likeliest first, each once, the same on every run.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice, product
from typing import Final

from ..sounds.likeness import romanised_similarity
from ..sounds.spelling import sounds
from . import Romanisation

__all__ = ["LIMIT", "combine", "distinct_readings", "without_echoes"]

LIMIT: Final = 12
"""The most spellings a romaniser of this family gives for one name."""

_SAME_READING: Final = 850_000
_MOST_READINGS: Final = 3
_MOST_COMBINATIONS: Final = 512


def distinct_readings(spellings: Sequence[str]) -> tuple[str, ...]:
    """Return the *spellings* that the comparison of sounds would not find in one another, first ones kept."""
    kept: list[str] = []
    for spelling in spellings:
        if all(romanised_similarity(spelling, other) < _SAME_READING for other in kept):
            kept.append(spelling)
    return tuple(kept[:_MOST_READINGS])


def combine(readings: Sequence[Sequence[str]], limit: int = LIMIT) -> tuple[str, ...]:
    """Return up to *limit* spellings of the whole name, those made of the likeliest readings first."""
    if not readings:
        return ()
    ranked = islice(product(*(tuple(enumerate(word)) for word in readings)), _MOST_COMBINATIONS)
    # The sum of ranks first, then the order of the product: sorted() is stable.
    best = sorted(ranked, key=lambda choice: sum(rank for rank, _ in choice))
    spellings = (" ".join(spelling for _, spelling in choice) for choice in best)
    return tuple(islice(dict.fromkeys(s for s in spellings if s), limit))


def without_echoes(found: Iterable[Romanisation]) -> tuple[Romanisation, ...]:
    """Return *found* without what reads aloud like an earlier one: every reading kept costs a comparison."""
    kept: dict[tuple[str, ...], Romanisation] = {}
    for romanisation in found:
        unmarked = "".join(
            c for c in unicodedata.normalize("NFKD", romanisation.text) if not unicodedata.combining(c)
        )
        heard = tuple(sounds(word) for word in unmarked.split())
        if heard:
            kept.setdefault(heard, romanisation)
    return tuple(kept.values())
