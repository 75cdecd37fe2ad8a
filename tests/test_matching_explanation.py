"""An explanation says which part met which, by which rule, in words a reviewer can read."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import compare_names
from sanctions_screen.model import MatchRule, PartyKind


def _rules(first: str, second: str, kind: PartyKind = "person") -> dict[str, MatchRule]:
    """Return the rule by which each part of the first name met the second."""
    return {" ".join(part.subject): part.rule for part in compare_names(first, second, kind).parts}


@pytest.mark.parametrize(
    ("first", "second", "part", "rule"),
    [
        ("Igor Sechin", "SECHIN, Igor", "sechin", "same"),
        ("Igor Setchin", "SECHIN, Igor", "setchin", "spelling"),
        ("Usama Karimi", "Osama Karimi", "usama", "romanisation"),
        ("Kim Sok Chul", "KIM, Sok Chol", "chul", "romanisation"),
        ("Bill Harrington", "William Harrington", "bill", "nickname"),
        ("J. Harrington", "James Harrington", "j", "initial"),
        ("Kim Sok Chol", "KIM, Sokchol", "sok chol", "joined"),
        ("Dr. Igor Sechin", "Igor Sechin", "dr", "ignored"),
        ("Igor Ivanovich Sechin", "Igor Sechin", "ivanovich", "missing"),
    ],
)
def test_a_part_is_explained_by_the_rule_it_met_the_other_by(
    first: str, second: str, part: str, rule: MatchRule
) -> None:
    assert _rules(first, second)[part] == rule


def test_parts_stand_in_the_order_of_the_subjects_name_and_what_only_the_list_has_comes_last() -> None:
    parts = compare_names("Igor Sechin", "SECHIN, Igor Ivanovich", "person").parts
    assert [part.subject for part in parts] == [("igor",), ("sechin",), ()]
    assert parts[-1].listed == ("ivanovich",)


def test_the_names_are_shown_as_written() -> None:
    comparison = compare_names("  김석철 ", "KIM, Sok Chol", "person")
    assert (comparison.subject, comparison.listed) == ("  김석철 ", "KIM, Sok Chol")


def test_an_ignored_part_carries_no_weight_and_a_missing_one_no_contribution() -> None:
    parts = compare_names("Dr. Igor Ivanovich Sechin", "Igor Sechin", "person").parts
    by_rule = {part.rule: part for part in parts}
    assert by_rule["ignored"].weight == 0.0
    assert by_rule["missing"].weight > 0.0 == by_rule["missing"].contribution


def test_a_telling_part_carries_more_weight_than_a_common_one() -> None:
    parts = compare_names("Kim Yurievsky", "KIM, Yurievsky", "person").parts
    weights = {part.subject[0]: part.weight for part in parts}
    assert weights["yurievsky"] > weights["kim"]


@pytest.mark.parametrize("name", ["P A Smith", "P:PA", "Li Li", "Sok Chol Sokchol"])
def test_a_name_compared_with_itself_meets_itself_part_by_part(name: str) -> None:
    parts = compare_names(name, name, "person").parts
    assert all(part.subject == part.listed and part.rule == "same" for part in parts)
    assert compare_names(name, f"{name}, ", "person").score == 1.0


@pytest.mark.parametrize(
    ("first", "second"),
    [("Hassan", "Hussein"), ("Muhammad", "Mahmoud"), ("Hamid", "Hamad"), ("Salim", "Salman")],
)
def test_two_known_names_never_meet_however_close_they_are_spelled(first: str, second: str) -> None:
    assert _rules(f"{first} Khalil", f"{second} Khalil") == {
        first.lower(): "missing",
        "khalil": "same",
        "": "missing",
    }


def test_a_legal_form_met_its_translation() -> None:
    assert _rules("Volga Metals OOO", "Volga Metals LLC", "organisation")["ltd"] == "same"


def test_names_with_nothing_to_compare_have_no_parts() -> None:
    for first, second in (("", ""), ("?!", "Kim"), ("Kim", "\x00")):
        comparison = compare_names(first, second, "person")
        assert (comparison.score, comparison.parts) == (0.0, ())
