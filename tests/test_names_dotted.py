"""Titles abbreviated with dots are titles, and initials stay initials."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import compare_names
from sanctions_screen.names import comparable_name


@pytest.mark.parametrize(
    "before", ["H.E.", "H. E.", "h.e.", "H.R.H.", "S.E.", "S.E.M.", "H.H.", "Lt. Gen.", "Dr."]
)
@pytest.mark.parametrize("name", ["Tan Wei Jie", "Farid Noori", "NOORI, Farid"])
def test_a_dotted_title_in_front_changes_nothing(before: str, name: str) -> None:
    assert compare_names(f"{before} {name}", name, "person").score == 1.0


@pytest.mark.parametrize("behind", ["Ph.D.", "Ph.D", "M.D.", "M.Sc.", "LL.M.", "O.B.E."])
@pytest.mark.parametrize("join", [", ", " "])
def test_a_dotted_degree_behind_changes_nothing(behind: str, join: str) -> None:
    assert compare_names(f"Anna Clara Weber{join}{behind}", "Anna Clara Weber", "person").score == 1.0


@pytest.mark.parametrize(
    "name", ["H.E. Noori", "NOORI, H.E.", "M.D. Farid Noori", "Farid H.E. Noori", "M.D.", "H.E."]
)
def test_letters_that_may_be_initials_are_not_lost(name: str) -> None:
    assert not any(part.role == "honorific" for part in comparable_name(name, "person").parts)


@pytest.mark.parametrize("name", ["H.E. Farid Noori", "Farid Noori, M.D., Ph.D."])
def test_reading_a_titled_name_again_gives_the_same_parts(name: str) -> None:
    first = comparable_name(name, "person")
    assert comparable_name(first.readings[0].text, "person").parts == first.parts


def test_dotted_titles_are_a_persons_alone() -> None:
    assert comparable_name("H.E. Trading Noori", "organisation").parts[0].text == "he"
