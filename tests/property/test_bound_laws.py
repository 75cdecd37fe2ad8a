"""What the index takes for the most a score may be is never less than the score."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import MILLION

from sanctions_screen.engine._bounds import Beside, most_scores
from sanctions_screen.matching.ledger import Sums, score_of
from sanctions_screen.model import PartyKind
from sanctions_screen.weights import Kind, weights

AMOUNTS = st.integers(0, 6 * MILLION)
MILLIONTHS = st.integers(0, MILLION)
PARTY_KINDS: st.SearchStrategy[PartyKind] = st.sampled_from(("person", "organisation", "vessel", "aircraft"))


def _bound(told: int, left: tuple[int, int], kind: Kind, beside: Beside) -> float:
    mine, theirs = (np.array([amount], dtype=np.int64) for amount in left)
    return float(most_scores(np.array([told], dtype=np.int64), (mine, theirs), kind, beside)[0])


def _left_over(left: tuple[int, int], kind: Kind) -> tuple[int, int]:
    """Return what is against, and the doubt, of what is left over on two sides, as the lines tell it."""
    lesser, greater = sorted(left)
    against = lesser * kind.conflict // MILLION + (greater - lesser) * kind.missing // MILLION
    return against, lesser * kind.contradiction // MILLION


@settings(max_examples=200)
@given(AMOUNTS, AMOUNTS, AMOUNTS, MILLIONTHS, MILLIONTHS, st.booleans(), PARTY_KINDS)
def test_no_score_is_more_than_the_bound(
    told: int, mine: int, theirs: int, facts: int, doubt: int, common: bool, kind: PartyKind
) -> None:
    table = weights().kind(kind)
    against, contradicts = _left_over((mine, theirs), table)
    sums = Sums(
        told + facts if told else 0, against, contradicts + doubt + (_common(told + facts) if common else 0)
    )
    assert score_of(sums, table) <= _bound(told, (mine, theirs), table, Beside(facts, doubt, common=common))


@settings(max_examples=200)
@given(AMOUNTS, AMOUNTS, AMOUNTS, MILLIONTHS, MILLIONTHS, MILLIONTHS, st.booleans(), PARTY_KINDS)
def test_the_bound_falls_only_with_what_is_sure(
    told: int, mine: int, theirs: int, facts: int, doubt: int, more: int, common: bool, kind: PartyKind
) -> None:
    table, beside = weights().kind(kind), Beside(facts, doubt, common=common)
    bound = _bound(told, (mine, theirs), table, beside)
    slack = 1e-12  # between points that are read off as floats
    assert _bound(told + more, (mine, theirs), table, beside) >= bound - slack
    assert _bound(told, (max(0, mine - more), theirs), table, beside) >= bound - slack
    assert _bound(told, (mine, theirs), table, beside._replace(facts_for=facts + more)) >= bound - slack
    assert _bound(told, (mine, theirs), table, beside._replace(common=False)) >= bound - slack
    assert _bound(told, (mine, theirs), table, beside._replace(doubt=doubt + more)) <= bound + slack


def _common(speaks_for: int) -> int:
    """Return the doubt that many are called so, by whole numbers alone."""
    points = weights().chance.common.points
    for (low, from_), (high, to) in pairwise(points):
        if speaks_for <= high:
            return from_ + (to - from_) * (speaks_for - low) // (high - low)
    return points[-1][1]
