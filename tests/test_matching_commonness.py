"""How common a name is: a hit says it, loses a little by it, and an equal name is never lost by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import line_by, lines_by
from name_strategies import NAMES

from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.matching import compare_names
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
    plain = compare_names("Ali Hassan", "HASSAN, Ali", "person").score
    assert common < plain == 1.0


def test_the_explanation_says_that_a_name_is_common_and_what_that_cost() -> None:
    found = MATCHER.explain(Subject(name="Ali Hassan"), COMMON.party_id).explanation
    line = line_by(found, "common")
    assert (line.side, sorted(line.listed)) == ("doubt", ["ali", "hassan"])
    assert line.amount == found.doubt > 0 == found.against
    assert line.text in found.summary


@pytest.mark.parametrize(
    ("born", "told"), [("1961-03-04", False), ("1990-01-01", False), ("1962-01-01", True)]
)
def test_it_does_not_matter_where_birth_dates_tell_more(born: str, told: bool) -> None:
    found = MATCHER.explain(
        Subject(name="Ali Hassan", birth_date=PartialDate.parse(born)), COMMON.party_id
    ).explanation
    assert bool(lines_by(found, "common")) == told


@given(st.lists(NAMES, min_size=2, max_size=4), st.data())
def test_the_doubt_that_many_are_called_so_falls_with_what_speaks_for_it(
    names: list[str], data: st.DataObject
) -> None:
    subject = Subject(name=data.draw(st.sampled_from(names)))
    told = []
    for place, name in enumerate(names):
        party = Party(party_id=PartyId(f"t:{place}"), kind="person", names=(Name(text=name),))
        found = PartyMatcher((party,), ScreeningSettings()).explain(subject, party.party_id).explanation
        if found.speaks_for:
            told.append((found.speaks_for, -sum(line.amount for line in lines_by(found, "common"))))
    assert [doubt for _, doubt in sorted(told)] == sorted(doubt for _, doubt in told)


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


def test_an_acronym_loses_nothing_by_commonness_since_its_own_doubt_has_told_it() -> None:
    firm = Party(
        party_id=PartyId("t:firm"),
        kind="organisation",
        names=(Name(text="Velmar Ostrava Rolling Kombinat Invest"),),
    )
    found = PartyMatcher((firm,), ScreeningSettings()).explain(
        Subject(name="VORKI", kind="organisation"), firm.party_id
    )
    assert found.score == compare_names("VORKI", firm.primary_name.text, "organisation").score > 0.8
    assert [line.rule for line in found.lines if line.side == "doubt"] == ["acronym"]


@pytest.mark.parametrize("word", ["Ibrahim", "Sergei", "Carlos"])
def test_a_single_common_word_loses_more_than_two(word: str) -> None:
    one = Party(party_id=PartyId("t:one"), kind="person", names=(Name(text=word),))
    two = Party(party_id=PartyId("t:two"), kind="person", names=(Name(text=f"{word} Ali"),))
    matcher = PartyMatcher((one, two), ScreeningSettings())

    alone = matcher.explain(Subject(name=word), one.party_id).score
    beside = matcher.explain(Subject(name=f"{word} Ali"), two.party_id).score

    assert 0.9 <= alone < 0.95 <= beside
