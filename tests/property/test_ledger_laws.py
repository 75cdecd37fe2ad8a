"""The ledger: its lines add up to its sums, the sums make the score, and nothing moves it without a line."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from random import Random
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ledgers import (
    MILLION,
    ROUNDED,
    kind_as_data,
    lines_by,
    score_by_hand,
    score_of_explanation,
    sums_of,
)
from name_strategies import ANY_TEXT, KINDS, NAMES, related_names
from subject_strategies import LISTS, subjects_like, with_a_fuller_name

from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.matching import compare_names
from sanctions_screen.matching.ledger import Line, Sums, added_up, plain_score, score_of, strength
from sanctions_screen.model import Explanation, Party, PartyKind, ScreeningSettings, Subject
from sanctions_screen.testing import MUST_SURVIVE, Perturbation, parties
from sanctions_screen.weights import weights

PAIRS = related_names() | st.tuples(ANY_TEXT, ANY_TEXT)
SETTINGS = ScreeningSettings()


def _check(explanation: Explanation) -> None:
    """Assert of an explanation what holds for all."""
    assert sums_of(explanation.lines) == (explanation.speaks_for, explanation.against, explanation.doubt)
    assert explanation.score == pytest.approx(score_of_explanation(explanation), abs=ROUNDED)
    assert 0.0 <= explanation.score <= 1.0
    for line in explanation.lines:
        assert line.amount >= 0
        assert line.text.strip()
        assert line.amount == 0 or line.side != "none" or line.rule == "identifier-settles"
        assert line.likeness is None or 0 < line.likeness <= MILLION
    if explanation.score < 1.0 and explanation.speaks_for:
        assert explanation.against + explanation.doubt > 0
        assert any(line.text in explanation.summary for line in explanation.lines if line.amount)


@settings(max_examples=150)
@given(PAIRS, KINDS)
def test_the_lines_of_two_names_add_up_and_make_the_score(
    pair: tuple[str, str], kind: PartyKind | None
) -> None:
    _check(compare_names(*pair, kind))


@settings(max_examples=80)
@given(LISTS, st.data())
def test_the_lines_of_every_hit_add_up_and_make_the_score(listed: list[Party], data: st.DataObject) -> None:
    subject = data.draw(subjects_like(data.draw(st.sampled_from(listed))))
    for hit in PartyMatcher(listed, SETTINGS).search(subject, 0.1):
        assert hit.score == hit.explanation.score
        assert sums_of(hit.lines) == sums_of(hit.explanation.lines)
        assert hit.explanation.listed == hit.matched_name.text
        assert hit.explanation.subject == hit.subject_name
        assert hit.explanation.weighed_as == hit.weighed_as
        _check(hit.explanation)


@settings(max_examples=60)
@given(parties().flatmap(with_a_fuller_name))
def test_the_lines_of_a_hit_by_a_name_that_has_a_fuller_form_add_up_too(case: tuple[Party, Subject]) -> None:
    party, subject = case
    for hit in PartyMatcher((party,), SETTINGS).search(subject, 0.0):
        _check(hit.explanation)


@settings(max_examples=60)
@given(parties(), st.data())
def test_facts_beside_a_name_that_does_not_meet_count_nothing(party: Party, data: st.DataObject) -> None:
    subject = data.draw(subjects_like(party))
    found = PartyMatcher((party,), SETTINGS).explain(subject, party.party_id).explanation
    if not any(line.likeness for line in found.lines) and not lines_by(found, "identifier-settles"):
        assert found.score == 0.0
        assert {(line.side, line.rule, line.amount) for line in found.lines} <= {("none", "no-name-met", 0)}


# -- what changes no line -----------------------------------------------------------------------------------

_WRITTEN = [change for change in MUST_SURVIVE if change.name in ("case", "accents-lost")]
assert len(_WRITTEN) == 2


@pytest.mark.parametrize("change", _WRITTEN, ids=lambda change: change.name)
@settings(max_examples=60)
@given(related_names(), st.integers(0, 2**16), KINDS)
def test_case_and_accents_change_no_line(
    change: Perturbation, pair: tuple[str, str], seed: int, kind: PartyKind | None
) -> None:
    assume(
        not any(re.search("[a-z][A-Z]", name) for name in pair)
    )  # KoreaMining tells by its case where to part it
    plain = compare_names(*pair, kind)
    assert compare_names(change.apply(pair[0], seed), pair[1], kind).lines == plain.lines
    assert compare_names(pair[0], change.apply(pair[1], seed), kind).lines == plain.lines


@settings(max_examples=150)
@given(PAIRS, KINDS)
def test_swapping_the_names_swaps_the_sides_of_the_lines_and_no_number(
    pair: tuple[str, str], kind: PartyKind | None
) -> None:
    there, back = compare_names(*pair, kind), compare_names(*pair[::-1], kind)
    assert (there.score, there.formula, there.weighed_as) == (back.score, back.formula, back.weighed_as)
    assert (there.speaks_for, there.against, there.doubt) == (back.speaks_for, back.against, back.doubt)
    swapped = Counter((n.side, n.rule, n.listed, n.subject, n.amount, n.likeness) for n in back.lines)
    told = Counter((n.side, n.rule, n.subject, n.listed, n.amount, n.likeness) for n in there.lines)
    assert told == swapped


# -- the formula --------------------------------------------------------------------------------------------

AMOUNTS = st.integers(0, 12 * MILLION)
SUMS = st.builds(Sums, AMOUNTS, AMOUNTS, AMOUNTS)
PARTY_KINDS: st.SearchStrategy[PartyKind] = st.sampled_from(("person", "organisation", "vessel", "aircraft"))
LINES = st.lists(
    st.builds(
        Line,
        st.sampled_from(("for", "against", "doubt", "none")),
        st.sampled_from(("same", "unlike", "common")),
        st.just(()),
        st.just(()),
        AMOUNTS,
    ),
    max_size=12,
)


@given(SUMS, PARTY_KINDS, st.integers(0, MILLION))
def test_a_score_grows_with_what_is_for_and_falls_with_what_is_against_and_with_doubt(
    sums: Sums, kind: PartyKind, more: int
) -> None:
    table = weights().kind(kind)
    score = score_of(sums, table)
    assert 0.0 <= score <= 1.0
    assert score_of(sums._replace(speaks_for=sums.speaks_for + more), table) >= score
    assert score_of(sums._replace(against=sums.against + more), table) <= score
    assert score_of(sums._replace(doubt=sums.doubt + more), table) <= score


@given(SUMS, PARTY_KINDS)
def test_before_it_is_rounded_a_score_moves_with_each_sum_alone(sums: Sums, kind: PartyKind) -> None:
    table, told = weights().kind(kind), sums._replace(speaks_for=sums.speaks_for + 10_000)
    plain = plain_score(told, table)
    if told.against:
        assert plain_score(told._replace(speaks_for=told.speaks_for + 10_000), table) > plain
    assert plain_score(told._replace(against=told.against + 10_000), table) < plain
    assert plain_score(told._replace(doubt=told.doubt + 10_000), table) < plain


@given(SUMS, PARTY_KINDS)
def test_three_sums_make_the_score_that_the_formula_says(sums: Sums, kind: PartyKind) -> None:
    by_hand = score_by_hand((sums.speaks_for, sums.against, sums.doubt), kind)
    assert score_of(sums, weights().kind(kind)) == pytest.approx(by_hand, abs=ROUNDED)


@given(AMOUNTS, AMOUNTS, PARTY_KINDS)
def test_a_score_is_nought_where_nothing_speaks_for_it_and_1_where_nothing_else_is_said(
    against: int, doubt: int, kind: PartyKind
) -> None:
    table = weights().kind(kind)
    assert score_of(Sums(0, against, doubt), table) == 0.0
    assert score_of(Sums(against + 1, 0, 0), table) == 1.0


@given(st.integers(0, 40 * MILLION), st.integers(0, 20))
def test_strength_is_the_power_that_it_counts_in_quarters(millionths: int, power: int) -> None:
    speaks_for = millionths / MILLION
    expected = speaks_for ** (power / 4)
    assert strength(speaks_for, power) == pytest.approx(expected, rel=1e-12, abs=1e-12)


@given(LINES, st.randoms(use_true_random=False))
def test_sums_are_equal_in_any_order_of_the_lines(lines: list[Line], random: Random) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert added_up(shuffled) == added_up(lines) == sums_of(lines)


def test_the_scale_of_every_kind_rises_from_nought_to_1() -> None:
    for kind in get_args(PartyKind):
        scale = kind_as_data(kind)["scale"]
        assert (scale[0], scale[-1]) == ([0, 0], [MILLION, MILLION])
        assert all(low[0] < high[0] and low[1] < high[1] for low, high in pairwise(scale))


@settings(max_examples=60)
@given(NAMES, NAMES, KINDS)
def test_the_formula_and_the_summary_show_the_score(first: str, second: str, kind: PartyKind | None) -> None:
    found = compare_names(first, second, kind)
    assert f"score {found.score:.2f}" in found.summary
    assert found.formula.endswith(f"{found.score:.2f}")
