"""Bound the score of names of which only sums are known, many at once.

Reach for :func:`most_scores`. Guarantee: with at least what speaks for, and at most what speaks against, it
gives at least the score: it is ``matching.ledger``'s formula over arrays, by the same operations in the same
order.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..weights import FULL, Kind, weights

__all__ = ["Beside", "most_scores"]

_ROUNDED = 5e-7
"""Scores are rounded to six places, upwards too."""


class Beside(NamedTuple):
    """What is known of a subject beside its name, in millionths."""

    facts_for: int = 0
    """The most that facts may speak for it."""
    doubt: int = 0
    """The least doubt there is whatever the name: it is of another kind than the parties sought."""
    common: bool = True
    """Whether a common name is doubted: not where a birth date may tell who is meant."""


def most_scores(
    told: NDArray[np.int64], left: tuple[NDArray[np.int64], NDArray[np.int64]], kind: Kind, beside: Beside
) -> NDArray[np.float64]:
    """Return the most that names score of which at most *told* met and *left*, or more, did not."""
    lesser, greater = np.minimum(*left), np.maximum(*left)
    missing = min(kind.missing, kind.missing_syllables)
    against = lesser * kind.conflict // FULL + (greater - lesser) * missing // FULL
    speaks_for = told + beside.facts_for
    doubt = lesser * kind.contradiction // FULL + beside.doubt
    if beside.common:
        doubt = doubt + _between(weights().chance.common.points, speaks_for)
    strong = _strength(speaks_for / FULL, kind.power)
    weighed = np.divide(against / FULL, strong, out=np.zeros(len(told)), where=strong > 0.0)
    plain = np.where(told > 0, 1.0 / (1.0 + weighed + doubt / FULL), 0.0)
    scale = np.array(kind.scale, dtype=np.float64) / FULL
    scores: NDArray[np.float64] = np.interp(plain, scale[:, 0], scale[:, 1]) + _ROUNDED
    return scores


def _between(points: tuple[tuple[int, int], ...], at: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return at most the value on straight lines between falling points: rounded down."""
    places, values = np.array(points, dtype=np.float64).T
    found: NDArray[np.int64] = np.maximum(0, np.floor(np.interp(at, places, values)).astype(np.int64) - 1)
    return found


def _strength(speaks_for: NDArray[np.float64], power: int) -> NDArray[np.float64]:
    whole, quarters = divmod(power, 4)
    result = np.ones(len(speaks_for))
    for _ in range(whole):
        result *= speaks_for
    half = np.sqrt(speaks_for)
    if quarters & 2:
        result *= half
    return result * np.sqrt(half) if quarters & 1 else result
