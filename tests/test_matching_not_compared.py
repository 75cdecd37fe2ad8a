"""1.0 means equal once folded: what is too long to be compared never makes two names equal."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen import Name, Party, ScreeningSettings, Subject, compare_names
from sanctions_screen.engine.compiled import CompiledMatcher
from sanctions_screen.matching.reference import Reference
from sanctions_screen.model import PartyKind
from sanctions_screen.names import is_compared_whole

_KINDS: Final[tuple[PartyKind, ...]] = ("person", "organisation", "vessel")
_WORDS: Final = tuple(
    first + second + third
    for first in ("zor", "kel", "vam", "bru", "dist", "fag")
    for second in ("ba", "mi", "lo")
    for third in ("nt", "rk", "xel", "dun")
)
"""Words of no language, of which none sounds like another's."""
_OTHER: Final = "quenfitch"


def _screened(subject: str, listed: str, kind: PartyKind, *, compiled: bool) -> float:
    """Return the score of a name beside a party that is listed by another."""
    name = Name(text=listed, role="primary")
    party = Party(party_id="x:1", kind=kind, names=(name,))
    settings = ScreeningSettings()
    made = CompiledMatcher.of_parties([party], settings) if compiled else Reference([party], settings)
    found = made.explain(Subject(name=subject, kind=kind), party.party_id)
    return found.score


@given(st.integers(2, 70), st.data(), st.sampled_from(_KINDS))
def test_two_names_that_differ_in_one_word_at_any_place_never_score_one(
    size: int, data: st.DataObject, kind: PartyKind
) -> None:
    words = list(_WORDS[:size])
    place = data.draw(st.integers(0, size - 1))
    others = [*words[:place], _OTHER, *words[place + 1 :]]
    assert compare_names(" ".join(words), " ".join(others), kind=kind).score < 1
    assert compare_names(" ".join(words), " ".join(words).upper(), kind=kind).score == 1


@given(st.integers(61, 120), st.sampled_from(_KINDS))
def test_two_long_words_that_differ_behind_the_letters_compared_never_score_one(
    size: int, kind: PartyKind
) -> None:
    word = "brelomand" * 20
    one, other = f"Tarkel {word[:size]}", f"Tarkel {word[:size]}x"
    assert compare_names(one, other, kind=kind).score < 1
    assert compare_names(one, one.lower(), kind=kind).score == 1


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("size", [13, 21, 40, 41, 45, 70])
@pytest.mark.parametrize("place", [0, -1])
def test_a_long_name_screened_beside_another_scores_less_in_either_engine(
    compiled: bool, kind: PartyKind, size: int, place: int
) -> None:
    words = list(_WORDS[:size])
    text = " ".join(words)
    words[place] = _OTHER
    assert 0.8 <= _screened(" ".join(words), text, kind, compiled=compiled) < 1
    assert _screened(text.title(), text, kind, compiled=compiled) == 1


def test_the_explanation_says_that_only_a_part_was_compared() -> None:
    words = _WORDS[:50]
    found = compare_names(" ".join(words), " ".join((*words[:-1], _OTHER)), kind="organisation")
    assert [line.side for line in found.lines if line.rule == "not-compared"] == ["doubt"]
    assert "only a part was compared" in found.summary


def test_a_greeting_that_two_letters_share_makes_them_no_one_name() -> None:
    greeting, names = "to whom it may concern", (_WORDS[:16], _WORDS[30:46])
    letters = [f"{greeting} {' '.join(words)}" for words in names]
    assert compare_names(letters[0], letters[1], kind="person").score < 0.8


def test_a_name_amid_many_words_is_still_found() -> None:
    text = " ".join((*_WORDS[:14], "Tarkel Brelomand", *_WORDS[20:30]))
    assert compare_names(text, "Tarkel Brelomand", kind="person").score > 0.9


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Tarkel Brelomand", True),
        (" ".join(_WORDS[:40]), True),
        (" ".join(_WORDS[:41]), False),
        ("-".join(_WORDS[:41]), False),
        ("b" * 60, True),
        ("b" * 61, False),
        ("щ" * 8, True),
        ("щ" * 20, False),
        ("b " * 250, False),
        ("محمد " * 41, False),
    ],
)
def test_it_is_told_whether_a_text_is_compared_as_a_whole(text: str, whole: bool) -> None:
    assert is_compared_whole(text, "person") is whole
