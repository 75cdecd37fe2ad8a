"""How common a name is: a hit says it, loses a little by it, and an equal name is never lost by it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.matching import PartyMatcher
from sanctions_screen.matching.score import COMMON_EQUAL_NAME, COMMON_NAME, commonness, commonness_array
from sanctions_screen.model import Name, PartialDate, Party, PartyId, ScreeningSettings, Subject

COMMON = Party(
    party_id=PartyId("t:common"),
    kind="person",
    names=(Name(text="HASSAN, Ali"),),
    birth_dates=(PartialDate.parse("1961-03-04"),),
)
RARE = Party(
    party_id=PartyId("t:rare"), kind="person", names=(Name(text="VRZHESNEVSKY, Bogumil Tarasovich"),)
)
MATCHER = PartyMatcher((COMMON, RARE), ScreeningSettings())


def _score(name: str, party: Party, **more: object) -> float:
    return MATCHER.explain(Subject.model_validate({"name": name, **more}), party.party_id).score


def test_an_equal_common_name_scores_less_than_an_equal_rare_one_and_is_a_hit_up_to_95() -> None:
    common, rare = _score("Ali Hassan", COMMON), _score("Bogumil Tarasovich Vrzhesnevsky", RARE)
    assert 0.95 <= common < rare
    assert rare == pytest.approx(1.0, abs=0.01)


def test_the_explanation_says_that_a_name_is_common_and_what_that_cost() -> None:
    found = MATCHER.explain(Subject(name="Ali Hassan"), COMMON.party_id).explanation
    (item,) = found.evidence
    assert (item.kind, item.verdict, item.subject_value) == ("commonness", "common", "ali hassan")
    assert item.effect == pytest.approx(found.score - found.name.score)
    assert -COMMON_EQUAL_NAME <= item.effect < 0


@pytest.mark.parametrize(
    ("born", "told"), [("1961-03-04", False), ("1990-01-01", False), ("1962-01-01", True)]
)
def test_it_does_not_matter_where_birth_dates_tell_more(born: str, told: bool) -> None:
    evidence = MATCHER.explain(
        Subject(name="Ali Hassan", birth_date=PartialDate.parse(born)), COMMON.party_id
    ).explanation.evidence
    assert ("commonness" in [item.kind for item in evidence]) == told


@given(st.floats(0, 5), st.floats(0, 5), st.floats(0, 1), st.floats(0, 1))
def test_score_and_loss_together_grow_with_the_score_and_with_what_matched(
    told: float, more_told: float, score: float, higher: float
) -> None:
    told, more_told = sorted((told, more_told))
    score, higher = sorted((score, higher))
    assert commonness(told, score) <= commonness(more_told, score)
    assert score + commonness(told, score) <= higher + commonness(told, higher) + 1e-9 + 0.005
    assert -COMMON_NAME <= commonness(told, score) <= 0.0
    assert commonness(told, 1.0) >= -COMMON_EQUAL_NAME


def test_a_birth_date_that_contradicts_never_raises_a_score() -> None:
    for name in ("Ali Hassan", "Aly Hasan", "Ali", "Hassan Ali Karim", "Ali Hasson"):
        assert _score(name, COMMON, birth_date="1990-01-01") <= _score(name, COMMON) + 1e-9


def test_a_party_is_found_at_exactly_its_own_score_with_a_birth_date_that_agrees() -> None:
    """0.7 and 0.1 are a little less than 0.8 in binary fractions."""
    for name in ("Ali Hassan", "Aly Hasson", "Hassan Ali Karim", "Ali Hasani", "Alim Hasan", "A. Hassan"):
        subject = Subject.model_validate({"name": name, "birth_date": "1961-03-04"})
        score = MATCHER.explain(subject, COMMON.party_id).score
        assert COMMON.party_id in [match.party_id for match in MATCHER.search(subject, score)]


def test_at_threshold_nought_every_party_is_a_match() -> None:
    subject = Subject(name="Zzyzx Qwrt", kind="vessel")
    assert MATCHER.search(subject, 0.0) == MATCHER.search_exhaustive(subject, 0.0)
    assert len(MATCHER.search(subject, 0.0)) == 2


@given(st.floats(0, 5), st.floats(0, 1))
def test_what_many_lose_at_once_is_what_each_loses_but_for_its_rounding(told: float, score: float) -> None:
    (many,) = commonness_array(np.array([told]), np.array([score])).tolist()
    one = commonness(told, score)
    assert many == pytest.approx(one, abs=1e-6) or {round(many, 3), round(one, 3)} == {0.0, -0.005}


def test_an_acronym_loses_nothing_by_commonness_since_its_worth_has_told_it() -> None:
    firm = Party(
        party_id=PartyId("t:firm"),
        kind="organisation",
        names=(Name(text="Velmar Ostrava Rolling Kombinat Invest"),),
    )
    found = PartyMatcher((firm,), ScreeningSettings()).explain(
        Subject(name="VORKI", kind="organisation"), firm.party_id
    )
    assert found.score == found.explanation.name.score > 0.8
    assert [item.kind for item in found.explanation.evidence] == []
