"""How sure a share is, and how many cases it takes to be as sure as wanted.

Reach for :func:`interval` beside every share that was counted on a sample. Guarantee: the interval holds the
share, lies in [0, 1], and grows narrower with more cases.
"""

from __future__ import annotations

from math import ceil, sqrt

__all__ = ["Z_95", "difference", "interval", "sample_size"]

Z_95 = 1.959963984540054
"""How many standard errors lie to each side of a 95 % interval."""


def interval(found: int, tried: int, z: float = Z_95) -> tuple[float, float]:
    """Return Wilson's score interval of *found* of *tried*, rounded to six places; (0, 1) for none tried.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927).
    """
    if tried == 0:
        return 0.0, 1.0
    share, square = found / tried, z * z
    middle = (share + square / (2 * tried)) / (1 + square / tried)
    half = z / (1 + square / tried) * sqrt(share * (1 - share) / tried + square / (4 * tried * tried))
    low = 0.0 if found == 0 else max(0.0, middle - half)
    high = 1.0 if found == tried else min(1.0, middle + half)
    return round(low, 6), round(high, 6)


def difference(found: int, tried: int, found_before: int, tried_before: int) -> tuple[float, float, float]:
    """Return by how much a share changed, and the interval of that: Newcombe's, of two Wilson intervals.

    The shares are of two samples; (0, -1, 1) when one of them is empty. Source: R. G. Newcombe, Interval
    estimation for the difference between independent proportions (1998), method 10.
    """
    if tried == 0 or tried_before == 0:
        return 0.0, -1.0, 1.0
    now, before = found / tried, found_before / tried_before
    (low, high), (low_before, high_before) = interval(found, tried), interval(found_before, tried_before)
    change = now - before
    down = sqrt((now - low) ** 2 + (high_before - before) ** 2)
    up = sqrt((high - now) ** 2 + (before - low_before) ** 2)
    return round(change, 6), round(change - down, 6), round(change + up, 6)


def sample_size(population: int, margin: float = 0.1, z: float = Z_95) -> int:
    """Return how many of *population* to judge so that a share is known to ± *margin* in the worst case.

    Cochran's formula for a share of one half, with the correction for a finite population.
    """
    if population <= 0:
        return 0
    endless = z * z * 0.25 / (margin * margin)
    return min(population, ceil(endless / (1 + (endless - 1) / population)))
