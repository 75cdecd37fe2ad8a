"""An explanation says which part met which, by which rule, in words a reviewer can read."""

from __future__ import annotations

import pytest
from ledgers import line_by, lines_by, met_by

from sanctions_screen.matching import compare_names
from sanctions_screen.model import LedgerRule, PartyKind


def _rules(first: str, second: str, kind: PartyKind = "person") -> dict[str, str]:
    """Return the rule by which each part of the first name met the second."""
    return met_by(compare_names(first, second, kind))


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
    first: str, second: str, part: str, rule: LedgerRule
) -> None:
    assert _rules(first, second)[part] == rule


def test_parts_stand_in_the_order_of_the_subjects_name_and_what_only_the_list_has_comes_last() -> None:
    lines = compare_names("Igor Sechin", "SECHIN, Igor Ivanovich", "person").lines
    assert [line.subject for line in lines] == [("igor",), ("sechin",), ()]
    assert lines[-1].listed == ("ivanovich",)


def test_the_names_are_shown_as_written() -> None:
    comparison = compare_names("  김석철 ", "KIM, Sok Chol", "person")
    assert (comparison.subject, comparison.listed) == ("  김석철 ", "KIM, Sok Chol")


def test_an_ignored_title_amounts_to_nothing_and_a_missing_part_speaks_against() -> None:
    found = compare_names("Dr. Igor Ivanovich Sechin", "Igor Sechin", "person")
    ignored, missing = line_by(found, "ignored"), line_by(found, "missing")
    assert (ignored.side, ignored.amount) == ("none", 0)
    assert (missing.side, missing.amount) == ("against", found.against)
    assert missing.amount > 0


def test_a_telling_part_amounts_to_more_than_a_common_one() -> None:
    lines = compare_names("Kim Yurievsky", "KIM, Yurievsky", "person").lines
    amounts = {line.subject[0]: line.amount for line in lines}
    assert amounts["yurievsky"] > amounts["kim"] > 0


@pytest.mark.parametrize("name", ["P A Smith", "P:PA", "Li Li", "Sok Chol Sokchol"])
def test_a_name_compared_with_itself_meets_itself_part_by_part(name: str) -> None:
    lines = compare_names(name, name, "person").lines
    assert all((line.side, line.rule) == ("for", "same") and line.subject == line.listed for line in lines)
    assert compare_names(name, f"{name}, ", "person").score == 1.0


@pytest.mark.parametrize(
    ("first", "second"),
    [("Hassan", "Hussein"), ("Muhammad", "Mahmoud"), ("Hamid", "Hamad"), ("Salim", "Salman")],
)
def test_two_known_names_never_meet_however_close_they_are_spelled(first: str, second: str) -> None:
    found = compare_names(f"{first} Khalil", f"{second} Khalil", "person")
    assert [line.subject for line in found.lines if line.side == "for"] == [("khalil",)]
    conflict = line_by(found, "conflict", "against")
    assert (conflict.subject, conflict.listed) == ((first.lower(),), (second.lower(),))


def test_a_legal_form_met_its_translation() -> None:
    met = line_by(compare_names("Volga Metals OOO", "Volga Metals LLC", "organisation"), "synonym")
    assert (met.side, met.subject, met.listed) == ("for", ("ooo",), ("llc",))


def test_names_with_nothing_to_compare_have_no_lines() -> None:
    for first, second in (("", ""), ("?!", "Kim"), ("Kim", "\x00")):
        comparison = compare_names(first, second, "person")
        assert (comparison.score, comparison.lines) == (0.0, ())
        assert comparison.formula.startswith("nothing speaks for")


def test_the_summary_and_the_formula_tell_what_the_lines_do() -> None:
    found = compare_names("Dr. Igor Ivanovich Sechin", "Igor Sechin", "person")
    assert f"score {found.score:.2f}" in found.summary
    assert line_by(found, "missing").text in found.summary
    assert f"{found.speaks_for / 1_000_000:.3f}" in found.formula
    assert f"{found.against / 1_000_000:.3f}" in found.formula


def test_syllables_in_another_order_are_said_to_be() -> None:
    found = compare_names("Kim Nam-chol", "KIM CHOL NAM", "person")
    order = lines_by(found, "order")
    assert [line.side for line in order] == ["against", "doubt"]
    assert "the words stand in another order" in order[0].text
    assert order[0].text in found.summary
    assert sum(line.amount for line in order) == found.against + found.doubt > 0


@pytest.mark.parametrize(("one", "other"), [("II", "III"), ("Jr.", "Sr.")])
def test_two_generations_are_said_to_conflict(one: str, other: str) -> None:
    found = compare_names(f"John Baker {one}", f"John Baker {other}", "person")
    conflict = line_by(found, "conflict", "against")
    assert (conflict.subject, conflict.listed) == ((one.lower().rstrip("."),), (other.lower().rstrip("."),))
    assert conflict.amount > 0
    assert conflict.text in found.summary


@pytest.mark.parametrize(
    ("mine", "theirs", "weighed_as"),
    [
        ("Veldora Cooperative Foundation", "Bonyad Taavon Veldora", "organisation"),
        ("Public Joint Stock Company Ural Fishery Bank", "Ural Fishery Bank", "organisation"),
        ("Zelmin Industrial Complex", "Mojtama Sanati Zelmin", "organisation"),
        ("Завод металлоконструкций Вельдор", "Veldor Metal Structures Plant", "organisation"),
        ("Marina Lvovna Zelkova", "Marina Petrovna Zelkova", "person"),
        ("Anna Bank", "Zelmin Industrial Complex", "person"),
        ("Min Chang", "Min Chung", "person"),
    ],
)
def test_names_of_no_told_kind_are_weighed_as_firms_where_both_have_words_of_firms_alone(
    mine: str, theirs: str, weighed_as: str
) -> None:
    assert compare_names(mine, theirs).weighed_as == weighed_as
    assert compare_names(theirs, mine).weighed_as == weighed_as
