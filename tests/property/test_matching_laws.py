"""Two names compared: a name is wholly like itself, and asking twice gives the same bytes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen.matching import compare_names
from sanctions_screen.model import PartyKind
from sanctions_screen.names import comparable_name
from sanctions_screen.testing.strategies import organisation_names, person_names, vessel_names

NAMES = person_names() | organisation_names() | vessel_names() | st.text(max_size=25)
KINDS: st.SearchStrategy[PartyKind | None] = st.sampled_from(["person", "organisation", "vessel", None])


@settings(max_examples=150)
@given(NAMES, KINDS)
def test_a_name_is_wholly_like_itself_in_capitals(name: str, kind: PartyKind | None) -> None:
    if comparable_name(name, kind).unscreenable_reason is None and name.upper().lower() == name.lower():
        assert compare_names(name, name.upper(), kind).score == 1.0


@settings(max_examples=100)
@given(NAMES, NAMES, KINDS)
def test_comparing_twice_gives_the_same_bytes(a: str, b: str, kind: PartyKind | None) -> None:
    assert compare_names(a, b, kind).canonical_json() == compare_names(a, b, kind).canonical_json()
