"""Two names compared: symmetric, in range, adding up, blind to writing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen.matching import compare_names
from sanctions_screen.model import NameComparison, PartyKind
from sanctions_screen.names import comparable_name
from sanctions_screen.testing.strategies import organisation_names, person_names, vessel_names

NAMES = person_names() | organisation_names() | vessel_names() | st.text(max_size=25)
KINDS: st.SearchStrategy[PartyKind | None] = st.sampled_from(["person", "organisation", "vessel", None])


def _mirrored(found: NameComparison) -> list[tuple[object, ...]]:
    return sorted((p.listed, p.subject, p.rule, p.similarity, p.weight, p.contribution) for p in found.parts)


@settings(max_examples=150)
@given(NAMES, NAMES, KINDS)
def test_swapping_the_names_swaps_the_sides_and_changes_no_number(
    a: str, b: str, kind: PartyKind | None
) -> None:
    there, back = compare_names(a, b, kind), compare_names(b, a, kind)
    assert there.score == back.score
    assert _mirrored(back) == sorted(
        (p.subject, p.listed, p.rule, p.similarity, p.weight, p.contribution) for p in there.parts
    )


@settings(max_examples=150)
@given(NAMES, NAMES, KINDS)
def test_weights_sum_to_one_and_contributions_to_the_score(a: str, b: str, kind: PartyKind | None) -> None:
    found = compare_names(a, b, kind)
    assert 0.0 <= found.score <= 1.0
    assert sum(part.contribution for part in found.parts) == pytest.approx(found.score, abs=1e-6)
    if found.parts and sum(part.weight for part in found.parts):
        assert sum(part.weight for part in found.parts) == pytest.approx(1.0)


@settings(max_examples=150)
@given(NAMES, KINDS)
def test_a_name_is_wholly_like_itself_in_capitals(name: str, kind: PartyKind | None) -> None:
    if comparable_name(name, kind).unscreenable_reason is None and name.upper().lower() == name.lower():
        assert compare_names(name, name.upper(), kind).score == 1.0


@settings(max_examples=100)
@given(NAMES, NAMES, KINDS)
def test_comparing_twice_gives_the_same_bytes(a: str, b: str, kind: PartyKind | None) -> None:
    assert compare_names(a, b, kind).canonical_json() == compare_names(a, b, kind).canonical_json()
