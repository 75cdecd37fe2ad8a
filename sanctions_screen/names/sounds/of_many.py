"""Compare one word's sounds with those of many at a time: :mod:`.likeness`, in arrays.

Reach for this module where a whole vocabulary is searched. Guarantee: the numbers are those of
:mod:`.likeness`, word by word. It stands apart because only the engine in Python needs numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from .likeness import _ALL, _CLASS_COSTS, _NOTHING, FULL, _costs, sound_classes, sound_weight

__all__ = ["bounds", "sound_similarities"]

_CODES: Final = 128


def bounds(
    first: str, second_classes: Sequence[Sequence[str]], second_weights: NDArray[np.int64], *, bare: bool
) -> NDArray[np.int64]:
    """Return ``similarity_bound`` of a word with many, in compiled code.

    *first* is the word's sounds; of the others are given the ``sound_classes``, a sequence a level, and the
    ``sound_weight``. It is for words that share no known original and have no half of a compound.
    """
    total = np.maximum(second_weights, sound_weight(first))
    cost = np.zeros(len(total), dtype=np.int64)
    levels = zip(_CLASS_COSTS, sound_classes(first, bare=bare), second_classes, strict=True)
    for least, mine, theirs in levels:
        np.maximum(
            cost, least * cdist([mine], theirs, scorer=Levenshtein.distance)[0].astype(np.int64), out=cost
        )
    return np.where(total > 0, _all_left_of(total, cost), FULL)


def _all_left_of(total: NDArray[np.int64], cost: NDArray[np.int64]) -> NDArray[np.int64]:
    left: NDArray[np.int64] = np.maximum(0, (total - cost) * FULL // np.maximum(total, 1))
    return left


@cache
def _cost_table(*, bare: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return what sounds cost to swap, and to leave out, by their code points; a blank costs nothing."""
    costs = _costs(bare=bare)
    swapped = np.zeros((_CODES, _CODES), dtype=np.int64)
    alone = np.zeros(_CODES, dtype=np.int64)
    for first in _ALL:
        alone[ord(first)] = costs[first + _NOTHING]
        for second in _ALL:
            swapped[ord(first), ord(second)] = costs[first + second]
    return swapped, alone


def sound_similarities(
    first: str, others: Sequence[str], other_weights: NDArray[np.int64], *, bare: bool
) -> NDArray[np.int64]:
    """Return ``sound_similarity`` of a word's sounds with those of many.

    *bare* asks for the costs beside a consonant pattern: all pairs must have one, or none of them.
    ``other_weights`` are the ``sound_weight`` of each.
    """
    width = max(map(len, others), default=0)
    lines = "".join(other.ljust(width) for other in others).encode("ascii")
    codes = np.frombuffer(lines, dtype=np.uint8).reshape(len(others), width).T
    swapped, alone = _cost_table(bare=bare)
    added = alone[codes]
    row = np.zeros((width + 1, len(others)), dtype=np.int64)
    np.cumsum(added, axis=0, out=row[1:])
    for sound in map(ord, first):
        gone = int(alone[sound])
        reached = np.minimum(row[:-1] + swapped[sound][codes], row[1:] + gone)
        row[0] += gone
        for column in range(width):
            np.minimum(reached[column], row[column] + added[column], out=row[column + 1])
    lengths = np.array([len(other) for other in others], dtype=np.int64)
    distance = row[lengths, np.arange(len(others))]
    total = np.maximum(other_weights, sound_weight(first))
    alike = np.where(total > 0, _all_left_of(total, distance), 0)
    same = np.array([other == first for other in others], dtype=bool)
    return np.where(same, FULL, alike)
