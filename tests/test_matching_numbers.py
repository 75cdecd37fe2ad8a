"""A number tells two firms, units, ships and generations apart, however it is written."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD, PartyKind
from sanctions_screen.names import comparable_name

_FRAMES = ("{} Institute of Applied Optics", "{} Coastal Guard Brigade", "Workers' Union {} Depot")


@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize(
    ("one", "other"),
    [("31", "8"), ("31st", "8th"), ("Fifth", "Sixth"), ("Fifth", "6"), ("Twenty-Second", "12th")],
)
def test_another_number_is_another_organisation(frame: str, one: str, other: str) -> None:
    score = compare_names(frame.format(one), frame.format(other), "organisation").score
    assert score < DEFAULT_THRESHOLD - 0.2


@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize(
    ("one", "other"), [("Fifth", "5th"), ("Fifth", "5"), ("Twenty-Second", "22nd"), ("Thirtieth", "30")]
)
def test_a_number_written_out_is_the_number(frame: str, one: str, other: str) -> None:
    score = compare_names(frame.format(one), frame.format(other), "organisation").score
    assert score == pytest.approx(1.0)


@pytest.mark.parametrize("kind", ["organisation", "vessel"])
def test_roman_numerals_behind_a_name_are_numbers(kind: PartyKind) -> None:
    assert compare_names("Halcyon Trader III", "Halcyon Trader 3", kind).score == pytest.approx(1.0)
    assert compare_names("Halcyon Trader III", "Halcyon Trader II", kind).score < DEFAULT_THRESHOLD - 0.2
    assert comparable_name("Xi Wang Trading", "organisation").parts[0].role == "word"


def test_a_number_left_out_contradicts_nothing() -> None:
    score = compare_names(
        "31 Institute of Applied Optics", "Institute of Applied Optics", "organisation"
    ).score
    assert (
        score
        > compare_names(
            "31 Institute of Applied Optics", "8 Institute of Applied Optics", "organisation"
        ).score
    )


@pytest.mark.parametrize(("one", "other"), [("Jr.", "Sr."), ("II", "III"), ("III", "IV")])
def test_another_generation_is_another_person(one: str, other: str) -> None:
    score = compare_names(f"Walter Pemberton {one}", f"Walter Pemberton {other}", "person").score
    assert score < DEFAULT_THRESHOLD
    assert score < compare_names(f"Walter Pemberton {one}", "Walter Pemberton", "person").score


def test_junior_may_be_the_second_of_his_name() -> None:
    junior = compare_names("Walter Pemberton Jr.", "Walter Pemberton II", "person").score
    assert junior > compare_names("Walter Pemberton Jr.", "Walter Pemberton Sr.", "person").score


def test_a_generation_left_out_costs_little_but_two_make_two_persons() -> None:
    with_one, with_others = "Castor Velmont Jr.", ("Castor Velmont II", "Castor Velmont III")
    assert compare_names("Castor Velmont", with_one, "person").score > 0.97
    assert compare_names(*with_others, "person").score < DEFAULT_THRESHOLD


def test_a_generation_contradicts_no_name_left_out() -> None:
    assert compare_names("Castor Velmont Jr.", "VELMONT, Castor Dmitrievich", "person").score >= 0.9
