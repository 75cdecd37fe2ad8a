"""A party's fuller name speaks against a subject who has another word where the shorter has nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.matching import PartyMatch, PartyMatcher
from sanctions_screen.matching.comparison import NameScore, name_score
from sanctions_screen.matching.fuller_names import contradiction
from sanctions_screen.matching.prepared import prepared
from sanctions_screen.model import Name, Party, PartyId, ScreeningSettings, Subject

SHORT, FULL = "VELIKOV, Timur", "VELIKOV, Timur Arkadyevich"


def _party(*names: str) -> Party:
    return Party(party_id=PartyId("t:1"), kind="person", names=tuple(Name(text=name) for name in names))


def _explained(subject: str, *names: str) -> PartyMatch:
    return PartyMatcher([_party(*names)], ScreeningSettings()).explain(Subject(name=subject), PartyId("t:1"))


def test_another_patronymic_than_the_fuller_names_lowers_the_score_of_the_shorter_name() -> None:
    alone, both = (
        _explained("Timur Velikov Petrovich", SHORT),
        _explained("Timur Velikov Petrovich", SHORT, FULL),
    )
    assert both.score < alone.score - 0.05
    assert both.matched_name.text == SHORT


def test_the_evidence_names_both_words_and_what_they_cost() -> None:
    (item,) = _explained("Timur Velikov Petrovich", SHORT, FULL).explanation.evidence
    assert (item.kind, item.verdict) == ("fuller-name", "contradicts")
    assert (item.subject_value, item.listed_value) == ("petrovich", FULL)
    assert item.effect < 0


@pytest.mark.parametrize("subject", ["Timur Velikov", "Velikov Timur Arkadievich", "T. Velikov", "Velikov"])
def test_a_name_without_a_word_of_its_own_is_not_contradicted(subject: str) -> None:
    kinds = [item.kind for item in _explained(subject, SHORT, FULL).explanation.evidence]
    assert "fuller-name" not in kinds


def test_a_name_that_another_of_the_partys_names_has_is_not_contradicted() -> None:
    found = _explained("Timur Velikov Sokolov", SHORT, "SOKOLOV, Timur Velikov", FULL)
    assert found.score > 0.95
    assert "fuller-name" not in [item.kind for item in found.explanation.evidence]


def test_a_name_that_only_resembles_is_no_fuller_name() -> None:
    assert _explained("Timur Velikov Petrovich", SHORT, "VELIKOVA, Irina Arkadyevna").score == pytest.approx(
        _explained("Timur Velikov Petrovich", SHORT).score
    )


_WORDS = st.sampled_from(
    ["Timur", "Velikov", "Arkadyevich", "Petrovich", "Sokolov", "T.", "Karim", "al-Hadi"]
)
_NAMES = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)


@given(subject=_NAMES, names=st.lists(_NAMES, min_size=1, max_size=4, unique=True), more=_NAMES)
def test_it_only_ever_lowers_and_another_name_of_the_party_lowers_at_most_to_what_it_scores(
    subject: str, names: list[str], more: str
) -> None:
    mine = prepared(subject, "person")
    found = name_score(mine, prepared(names[0], "person"))
    said = contradiction(mine, found, names[0], names, "person")
    if said is None:
        return
    against = name_score(mine, prepared(said.fuller, "person"))
    assert against.score - found.score <= said.effect < 0
    assert all(against.left)
    with_more = contradiction(mine, found, names[0], [*names, more], "person")
    assert with_more is not None
    assert with_more.effect <= said.effect


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
    found = NameScore(0.9, 1.0, (("more",), ()))
    assert contradiction(prepared("A", "organisation"), found, "A B", ["A B C"], "organisation") is None
