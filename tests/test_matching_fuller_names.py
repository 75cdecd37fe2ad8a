"""A party's fuller name speaks against a subject who has another word where the shorter has nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import line_by, lines_by, score_by_hand, sums_of

from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.matching import Judgement
from sanctions_screen.model import Name, Party, PartyId, PartyKind, ScreeningSettings, Subject

SHORT, FULL = "VELIKOV, Timur", "VELIKOV, Timur Arkadyevich"


def _party(*names: str, kind: PartyKind = "person") -> Party:
    return Party(party_id=PartyId("t:1"), kind=kind, names=tuple(Name(text=name) for name in names))


def _explained(subject: str, *names: str, kind: PartyKind = "person") -> Judgement:
    matcher = PartyMatcher([_party(*names, kind=kind)], ScreeningSettings())
    return matcher.explain(Subject(name=subject, kind=kind), PartyId("t:1"))


def test_another_patronymic_than_the_fuller_names_lowers_the_score_of_the_shorter_name() -> None:
    alone, both = (
        _explained("Timur Velikov Petrovich", SHORT),
        _explained("Timur Velikov Petrovich", SHORT, FULL),
    )
    assert both.score < alone.score - 0.05
    assert both.matched_name.text == SHORT


def test_the_line_names_the_word_and_the_fuller_name_and_what_they_cost() -> None:
    line = line_by(_explained("Timur Velikov Petrovich", SHORT, FULL).explanation, "fuller-name")
    assert (line.side, line.subject, line.listed) == ("against", ("petrovich",), (FULL,))
    assert line.amount > 0
    assert FULL in line.text


@pytest.mark.parametrize("subject", ["Timur Velikov", "Velikov Timur Arkadievich", "T. Velikov", "Velikov"])
def test_a_name_without_a_word_of_its_own_is_not_contradicted(subject: str) -> None:
    assert lines_by(_explained(subject, SHORT, FULL).explanation, "fuller-name") == []


def test_a_name_that_another_of_the_partys_names_has_is_not_contradicted() -> None:
    found = _explained("Timur Velikov Sokolov", SHORT, "SOKOLOV, Timur Velikov", FULL)
    assert found.score > 0.95
    assert lines_by(found.explanation, "fuller-name") == []


def test_a_name_that_only_resembles_is_no_fuller_name() -> None:
    assert _explained("Timur Velikov Petrovich", SHORT, "VELIKOVA, Irina Arkadyevna").score == pytest.approx(
        _explained("Timur Velikov Petrovich", SHORT).score
    )


_WORDS = st.sampled_from(
    ["Timur", "Velikov", "Arkadyevich", "Petrovich", "Sokolov", "T.", "Karim", "al-Hadi"]
)
_NAMES = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)


@given(subject=_NAMES, names=st.lists(_NAMES, min_size=1, max_size=4, unique=True))
def test_it_only_ever_lowers_and_names_a_name_of_the_party_that_has_something_else_there(
    subject: str, names: list[str]
) -> None:
    found = _explained(subject, *names).explanation
    for line in lines_by(found, "fuller-name"):
        assert line.side == "against"
        assert line.amount > 0
        assert line.listed[0] in names
        assert line.listed[0] != found.listed
        without = [other for other in found.lines if other != line]
        assert score_by_hand(sums_of(without), "person") > found.score


@given(subject=_NAMES, short=_NAMES, fuller=_NAMES)
def test_a_fuller_name_costs_the_shorter_one_no_more_than_it_scores_itself(
    subject: str, short: str, fuller: str
) -> None:
    both, alone = _explained(subject, short, fuller), _explained(subject, fuller)
    if both.matched_name.text == short and lines_by(both.explanation, "fuller-name"):
        assert both.score >= alone.score
        assert both.score <= _explained(subject, short).score


@given(subject=_NAMES, names=st.lists(_NAMES, min_size=1, max_size=4, unique=True), more=_NAMES)
def test_another_fuller_name_never_makes_it_cost_less(subject: str, names: list[str], more: str) -> None:
    found, with_more = _explained(subject, *names), _explained(subject, *names, more)
    if found.matched_name == with_more.matched_name:
        costs = [
            sum(line.amount for line in lines_by(one.explanation, "fuller-name"))
            for one in (found, with_more)
        ]
        assert costs[0] <= costs[1]


@given(subject=_NAMES, names=st.lists(_NAMES, min_size=1, max_size=4, unique=True))
def test_a_search_finds_the_party_at_exactly_the_score_that_is_explained(
    subject: str, names: list[str]
) -> None:
    matcher = PartyMatcher([_party(*names)], ScreeningSettings())
    asked = Subject(name=subject)
    score = matcher.explain(asked, PartyId("t:1")).score
    assert [match.score for match in matcher.search_exhaustive(asked, 0.0)] == [score]
    if score:
        assert [match.score for match in matcher.search(asked, score)] == [score]


def test_firms_are_not_completed_by_their_other_names() -> None:
    names = ("Velikov Timur", "Velikov Timur Arkadi")
    told: dict[PartyKind, bool] = {
        kind: bool(
            lines_by(_explained("Velikov Timur Petrovi", *names, kind=kind).explanation, "fuller-name")
        )
        for kind in ("person", "organisation")
    }
    assert told == {"person": True, "organisation": False}
