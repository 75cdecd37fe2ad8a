"""Evidence moves a score the way it points, and each party is scored by itself alone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ledgers import lines_by

from sanctions_screen.cells import read_cell
from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.model import Identifier, PartialDate, Party, ScreeningSettings, Subject
from sanctions_screen.testing import SHOULD_SURVIVE, partial_dates, parties, person_names, subjects

SETTINGS = ScreeningSettings()
LISTS = st.lists(parties(), min_size=1, max_size=5, unique_by=lambda party: party.party_id)


@st.composite
def _facing(draw: st.DrawFn) -> tuple[PartyMatcher, Party, Subject]:
    """Draw a party and a subject called like it, nearly like it, or otherwise; without evidence."""
    party = draw(parties())
    name = draw(st.sampled_from(party.names)).text
    for change in draw(st.lists(st.sampled_from(SHOULD_SURVIVE), max_size=2)):
        name = change.apply(name, draw(st.integers(0, 2**16)))
    subject = Subject(
        name=draw(st.just(name) | person_names()), kind=draw(st.sampled_from((None, party.kind)))
    )
    return PartyMatcher((party,), SETTINGS), party, subject


def _with(subject: Subject, **more: Any) -> Subject:
    return subject.model_copy(update=more)


def _score(case: tuple[PartyMatcher, Party, Subject], **more: Any) -> float:
    matcher, party, subject = case
    return matcher.explain(_with(subject, **more), party.party_id).score


@settings(max_examples=40)
@given(_facing(), st.data())
def test_evidence_that_agrees_never_lowers_a_score(
    case: tuple[PartyMatcher, Party, Subject], data: st.DataObject
) -> None:
    party = case[1]
    agreeing: list[dict[str, Any]] = [{"birth_date": born} for born in party.birth_dates]
    agreeing += [{"birth_date": PartialDate(born.earliest, born.earliest)} for born in party.birth_dates]
    agreeing += [{"countries": (code,)} for code in sorted(party.country_codes)]
    agreeing += [{"identifiers": (identifier,)} for identifier in party.identifiers]
    agreeing += [{"gender": party.gender}] if party.gender else []
    agreeing += [{"kind": party.kind}]
    more = data.draw(st.sampled_from(agreeing))
    assert _score(case, **more) >= _score(case)


@settings(max_examples=40)
@given(_facing(), st.data())
def test_evidence_that_contradicts_never_raises_a_score(
    case: tuple[PartyMatcher, Party, Subject], data: st.DataObject
) -> None:
    party = case[1]
    against: list[dict[str, Any]] = [{"kind": "aircraft"}]
    if party.birth_dates:
        against.append({"birth_date": PartialDate.parse("1890-01-01")})
    if party.country_codes:
        against.append({"countries": ("NZ",)})
    if party.gender:
        against.append({"gender": "female" if party.gender == "male" else "male"})
    against += [
        {"identifiers": (Identifier(type="imo", value="1234567"),)}
        for held in party.identifiers
        if held.type == "imo" and held.value != "1234567"
    ]
    more = data.draw(st.sampled_from(against))
    assert _score(case, **more) <= _score(case)
    if more != against[0]:
        matcher, _, subject = case
        told = matcher.explain(_with(subject, **more), party.party_id).explanation
        assert lines_by(told, "birth-date", "country", "gender", "identifier", "no-name-met") != []
        assert told.doubt > 0 or told.score == 0.0


@settings(max_examples=30)
@given(_facing(), partial_dates(), partial_dates())
def test_no_birth_date_ever_beats_the_partys_own(
    case: tuple[PartyMatcher, Party, Subject], own: PartialDate, other: PartialDate
) -> None:
    _, party, subject = case
    dated = party if party.birth_dates else party.model_copy(update={"birth_dates": (own,)})
    case = (PartyMatcher((dated,), SETTINGS), dated, subject)
    assert _score(case, birth_date=other) <= _score(case, birth_date=PartialDate.of_day(_day(dated)))


def _day(party: Party) -> Any:
    return party.birth_dates[0].earliest


@settings(max_examples=30)
@given(LISTS, st.data(), person_names(), st.sampled_from(("", "?!", None)))
def test_an_equal_strong_identifier_settles_whatever_the_name(
    listed: list[Party], data: st.DataObject, name: str, instead: str | None
) -> None:
    holders = [party for party in listed if party.identifiers]
    assume(holders)
    party = data.draw(st.sampled_from(holders))
    subject = Subject(name=name if instead is None else instead, identifiers=(party.identifiers[0],))
    matcher = PartyMatcher(listed, SETTINGS)
    (found,) = [m for m in matcher.search(subject, 0.95) if m.party_id == party.party_id]
    (line,) = lines_by(found.explanation, "identifier-settles")
    assert found.score >= line.amount / 1_000_000


@settings(max_examples=40)
@given(LISTS, subjects())
def test_a_judgement_is_of_one_of_the_partys_names_and_one_of_the_subjects(
    listed: list[Party], subject: Subject
) -> None:
    matcher = PartyMatcher(listed, SETTINGS)
    given_names = (subject.name, *subject.aliases)
    # A ship Star 1 is Star One, too.
    forms = {form for text in given_names for form in read_cell(text, subject.kind).names}
    for party in listed:
        match = matcher.explain(subject, party.party_id)
        assert 0.0 <= match.score == match.explanation.score <= 1.0
        assert match.matched_name in party.names
        assert match.subject_name in forms.union(given_names)


@settings(max_examples=30)
@given(LISTS, parties(list_id="another-list"), subjects(), st.data())
def test_an_unrelated_party_changes_no_other_partys_answer(
    listed: list[Party], added: Party, subject: Subject, data: st.DataObject
) -> None:
    named = data.draw(st.sampled_from(listed)).primary_name.text
    asked = _with(subject, name=data.draw(st.sampled_from((named, subject.name))))
    without, with_it = PartyMatcher(listed, SETTINGS), PartyMatcher([*listed, added], SETTINGS)
    for threshold in (0.3, 0.8):
        kept = [m for m in with_it.search(asked, threshold) if m.party_id != added.party_id]
        assert kept == without.search(asked, threshold)


@settings(max_examples=30)
@given(LISTS, subjects(), person_names())
def test_an_alias_of_the_subject_never_loses_a_hit(listed: list[Party], subject: Subject, alias: str) -> None:
    matcher = PartyMatcher(listed, SETTINGS)
    more = _with(subject, aliases=(alias,))
    for party in listed:
        assert matcher.explain(more, party.party_id).score >= matcher.explain(subject, party.party_id).score


@settings(max_examples=30)
@given(LISTS, subjects())
def test_a_higher_threshold_only_shortens_the_answer(listed: list[Party], subject: Subject) -> None:
    matcher = PartyMatcher(listed, SETTINGS)
    answers = [matcher.search(subject, threshold) for threshold in (0.1, 0.5, 0.8, 0.95)]
    for low, high in pairwise(answers):
        assert high == low[: len(high)]
