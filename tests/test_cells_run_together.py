"""Two words of a name written as one are found in either order; a word that is one name stays one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.cells import read_cell
from sanctions_screen.cells._run_together import may_be_parted, parted
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Farhadzelkovin", "ZELKOVIN, Farhad"),
        ("Zelkovinfarhad", "ZELKOVIN, Farhad"),
        ("Dzmitryvelmont", "VELMONT, Dzmitry"),
        ("Pavel Olegovichzelkovin", "ZELKOVIN, Pavel Olegovich"),
        ("Elena Olegovnazelkovina", "ZELKOVINA, Elena Olegovna"),
        ("Yasser Husseinvelmont", "VELMONT, Yasser Hussein"),
    ],
)
def test_a_given_name_and_a_surname_written_as_one_are_found_in_either_order(
    written: str, listed: str
) -> None:
    assert compare_names(written, listed, "person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "name",
    ["Zelko Petrovich", "Anna Davidson", "Abdelhamid Velko", "Giorgi Konstantinidis", "Ali Mohammadzadeh"],
)
def test_a_word_that_is_one_name_or_a_name_and_an_ending_is_not_cut(name: str) -> None:
    assert not may_be_parted(name)
    assert read_cell(name, "person").names == (name,)


def test_a_record_of_a_list_and_a_firm_are_not_cut() -> None:
    assert read_cell("Farhadzelkovin", "person", listed=True).names == ("Farhadzelkovin",)
    assert read_cell("Farhadzelkovin", "organisation").names == ("Farhadzelkovin",)


@given(st.text(alphabet="adeghiklmnorstuvyz '-", max_size=30))
def test_each_answer_is_the_name_again_with_one_blank_more_and_never_the_name_itself(name: str) -> None:
    for answer in parted(name):
        assert len(answer) == len(name) + 1
        assert answer.replace(" ", "") == name.replace(" ", "")


def test_a_long_word_of_an_unknown_kind_may_be_a_persons_two_names() -> None:
    assert "NADIR MAHMUDOV" in read_cell("NADIRMAHMUDOV").names
    assert read_cell("Hollywood").names == ("Hollywood",)
    assert read_cell("NADIRMAHMUDOV", "organisation").names == ("NADIRMAHMUDOV",)


@pytest.mark.parametrize("name", ["Josephine Velmont", "Gebremariam Velmont", "Hailemichael Velmont"])
def test_a_given_name_that_many_bear_is_not_parted_though_a_shorter_one_begins_it(name: str) -> None:
    assert read_cell(name, "person").names == (name,)
