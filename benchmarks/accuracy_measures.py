"""Cuts, shares and areas: the arithmetic of the accuracy report, with every tie decided.

A **cut** is a score that all but an allowed share of non-matches stay at or below; a pair passes a cut when
its score is **strictly above** it. So no more than the allowed share pass, however many share one score, and
a scorer that gives one score to everything passes nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf, nan

__all__ = ["area", "cut_for", "share_above"]


def cut_for(non_matches: Sequence[float], share: float) -> float:
    """Return the least score that at most *share* (in [0, 1]) of the non-matches are strictly above.

    Without a non-match nothing is known, and the cut is infinite: nothing passes.
    """
    if not non_matches:
        return inf
    allowed = int(len(non_matches) * share + 1e-9)
    return sorted(non_matches, reverse=True)[allowed] if allowed < len(non_matches) else -inf


def share_above(scores: Sequence[float], cut: float) -> float:
    """Return the share of *scores* strictly above *cut*; nan without a score."""
    return sum(score > cut for score in scores) / len(scores) if scores else nan


def area(matches: Sequence[float], non_matches: Sequence[float]) -> float:
    """Return the chance that a match scores above a non-match, equal scores counted half (the ROC's area)."""
    if not matches or not non_matches:
        return nan
    ordered = sorted(non_matches)
    won = sum(bisect_left(ordered, score) + bisect_right(ordered, score) for score in matches)
    return won / 2 / len(matches) / len(ordered)
