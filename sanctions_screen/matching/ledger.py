"""Make a score of a ledger: the lines for and against, and the one formula.

Reach for :func:`score_of` of what :func:`added_up` gives. Each :class:`Line` says what met what, by which
rule, on which side it counts, and how much, in whole millionths of what one rare word tells. Three sums make
the score:

* **for**: what met tells, times its likeness, and facts that agree;
* **against**: what is unlike in what met, and what is left over, weighed against what speaks for;
* **doubt**: what stands however much agrees: facts and numbers that contradict, and how many may be meant.

``score = scale(1 / (1 + against / for ** power + doubt))``. Guarantees: the lines add up to the sums in any
order; the score is in [0, 1], grows with what is for and falls with the other two; it is 0 when nothing met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import sqrt
from typing import Final, NamedTuple

from ..model import LedgerRule, LedgerSide
from ..weights import FULL, Kind

__all__ = ["Line", "Sums", "added_up", "between", "plain_score", "scaled", "score_of", "strength"]

_PLACES: Final = 6
"""Scores are rounded to so many places."""


class Line(NamedTuple):
    """One line: what, by which rule, on which side, how much."""

    side: LedgerSide
    rule: LedgerRule
    mine: tuple[str, ...]
    """The subject's words or value."""
    theirs: tuple[str, ...]
    """The listed party's."""
    amount: int
    likeness: int | None = None
    """How alike the two are, in millionths, where they met."""


class Sums(NamedTuple):
    """What the lines of each side come to, in millionths."""

    speaks_for: int = 0
    against: int = 0
    doubt: int = 0


def strength(speaks_for: float, power: int) -> float:
    """Return what speaks for, 1 for a rare word, to the *power*, which counts quarters.

    By multiplications and square roots alone, which every machine rounds alike.
    """
    whole, quarters = divmod(power, 4)
    result = 1.0
    for _ in range(whole):
        result *= speaks_for
    half = sqrt(speaks_for)
    if quarters & 2:
        result *= half
    return result * sqrt(half) if quarters & 1 else result


def scaled(plain: float, kind: Kind) -> float:
    """Return a plain score, from 0 to 1, on the scale that means the same for all kinds; increasing."""
    for (low, from_), (high, to) in pairwise(kind.scale):
        if plain * FULL <= high:
            return (from_ + (to - from_) * (plain * FULL - low) / (high - low)) / FULL
    return 1.0


def between(points: Sequence[tuple[int, int]], at: int) -> int:
    """Return the value at a place on straight lines between points, in whole numbers; the last one's beyond
    it."""
    for (low, from_), (high, to) in pairwise(points):
        if at <= high:
            return from_ + (to - from_) * (at - low) // (high - low)
    return points[-1][1]


def plain_score(sums: Sums, kind: Kind) -> float:
    """Return what three sums come to before it is put on the kind's scale, in [0, 1]."""
    if sums.speaks_for <= 0:
        return 0.0
    weighed = (sums.against / FULL) / strength(sums.speaks_for / FULL, kind.power)
    return 1.0 / (1.0 + weighed + sums.doubt / FULL)


def score_of(sums: Sums, kind: Kind) -> float:
    """Return the score that three sums make."""
    return round(scaled(plain_score(sums, kind), kind), _PLACES)


def added_up(lines: Iterable[Line]) -> Sums:
    """Return the sums of lines; a line of no side counts nothing."""
    sums = {"for": 0, "against": 0, "doubt": 0, "none": 0}
    for line in lines:
        sums[line.side] += line.amount
    return Sums(sums["for"], sums["against"], sums["doubt"])
