"""A customer's name as long as a field is wide may have lost the end of its last word; others have not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.cells import read_cell
from sanctions_screen.cells._cut_off import cut_off
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD, PartyKind
from sanctions_screen.names import comparable_name


def _score(first: str, second: str) -> float:
    return compare_names(first, second, "person").score


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("HRABOVETS Anatoli Ni", "HRABOVETS, Anatoli Nikolayevich"),  # two letters
        ("HRABOVETS, Mihail Alex", "HRABOVETS, Mihail Alexandrovich"),  # a name of its own
        ("ZUBELDIA ITURRI, Mar", "ZUBELDIA ITURRI, Maria Luz"),  # what stood behind is gone, too
        ("Zubeldia Iturri Oihane Mar", "ZUBELDIA ITURRI, Oihane Marisol"),
        ("AL-DURRAHI, Abd al-W", "AL-DURRAHI, Abd al-Wahhab"),
        ("ЗУБЕЛЬДИН, Прохор Ни", "ЗУБЕЛЬДИН, Прохор Никанорович"),
    ],
)
def test_a_name_as_long_as_a_field_is_found_by_the_beginning_of_its_last_word(cut: str, whole: str) -> None:
    assert _score(cut, whole) >= DEFAULT_THRESHOLD
    assert _score(whole, cut) == _score(cut, whole)


def test_an_ellipsis_says_so_at_any_length() -> None:
    whole = "HRABOVETS, Anatoli Nikolayevich"
    assert _score("Hrabovets Anatoli Nikol...", whole) == _score("Hrabovets Anatoli Nikol…", whole)
    assert (
        _score("Hrabovets Anatolij Ni…", whole) > DEFAULT_THRESHOLD > _score("Hrabovets Anatolij Ni", whole)
    )


@pytest.mark.parametrize("other", ["HRABOVETS, Anatoli Pavlovich", "HRABOVETS, Anatoli Noyevich"])
def test_a_word_that_begins_otherwise_is_another(other: str) -> None:
    assert _score("HRABOVETS Anatoly Ni...", other) <= _score("HRABOVETS Anatoly Ni", other) + 0.03
    assert _score("HRABOVETS Anatoli Ni...", other) < DEFAULT_THRESHOLD


def test_a_word_cut_off_that_meets_nothing_costs_what_a_word_costs() -> None:
    whole = "HRABOVETS, Anatoli"
    assert _score("Hrabovets Anatoli Zubel...", whole) == _score("Hrabovets Anatoli Zubel", whole)


def test_what_is_written_whole_is_compared_whole() -> None:
    assert _score("Hrabovetsk Petr Zube", "Hrabovetsk Petr Zube") == 1.0
    assert comparable_name("Petr Hrabovets Ze...", "person").parts[-1].role == "initial"
    assert comparable_name("Petr Hrabovets Ze", "person").parts[-1].role == "word"


@pytest.mark.parametrize(
    ("text", "kind", "listed"),
    [
        ("Zubeldia Iturri Mari", "organisation", False),
        ("Zubeldia Iturri Mari", "person", True),  # lists are not cut
        ("Zubeldia Iturri Mario", "person", False),  # 21 characters
        ("Zubeldiasiturri Mari", "person", False),  # two words
    ],
)
def test_firms_lists_other_lengths_and_short_names_are_not_taken_for_cut_off(
    text: str, kind: PartyKind, *, listed: bool
) -> None:
    assert read_cell(text, kind, listed=listed).names == (text,)


@given(st.text(alphabet="abkz ,'-", max_size=40))
def test_a_name_cut_off_is_the_text_and_a_mark(text: str) -> None:
    assert cut_off(text) in (None, f"{text}...")
