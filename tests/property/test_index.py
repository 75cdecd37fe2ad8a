"""The index loses nothing: a search finds exactly what scoring every party finds, with the same numbers.

Tried where an index is tempted to lose something: parts written as one, initials, other scripts, another or
no kind, identifiers beside a name that is nobody's or no name at all, thresholds low and high.
"""

from __future__ import annotations

from functools import cache
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from name_strategies import ANY_TEXT, KINDS

from sanctions_screen.matching import PartyMatcher, index, slips, vocabulary
from sanctions_screen.model import (
    Country,
    Identifier,
    Name,
    Party,
    PartyId,
    ScreeningSettings,
    Subject,
)
from sanctions_screen.store import ListStore
from sanctions_screen.testing import PERTURBATIONS, parties, person_names, subjects

THRESHOLDS = st.sampled_from((0.02, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0))
EVERYBODY = ScreeningSettings()


@cache
def _embedded() -> tuple[Party, ...]:
    """Return every party of the embedded lists, delisted ones too."""
    store = ListStore.embedded()
    found: list[Party] = []
    for info in store.lists():
        state = store.state(info.list_id, store.newest_day(info.list_id))
        found += [state.party(member.party_id) for member in state]
    return tuple(found)


@cache
def _embedded_matcher() -> PartyMatcher:
    return PartyMatcher(_embedded(), EVERYBODY)


@st.composite
def _respelled(draw: st.DrawFn, name: str) -> str:
    """Draw *name* as someone else may write it: misspelt, cut, joined, turned round, several at once."""
    for change in draw(st.lists(st.sampled_from(PERTURBATIONS), max_size=3)):
        name = change.apply(name, draw(st.integers(0, 2**16)))
    words = name.split()
    how = draw(st.sampled_from(("as it is", "joined", "initials", "cut", "half a word", "doubled")))
    if how == "joined":
        return "".join(words)
    if how == "initials":
        return " ".join([word[0] for word in words[:-1]] + words[-1:])
    if how == "cut":
        return " ".join(draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))) if words else name
    if how == "half a word":
        return name[: draw(st.integers(1, max(1, len(name))))]
    return f"{name} {name}" if how == "doubled" else name


@st.composite
def _subject_like(draw: st.DrawFn, listed: Party) -> Subject:
    """Draw a subject called somewhat like a listed party, or like nobody with its identifier."""
    name = draw(_respelled(draw(st.sampled_from(listed.names)).text) | ANY_TEXT)
    more = draw(subjects())
    own = list(listed.identifiers)
    return Subject(
        name=name,
        kind=draw(KINDS),
        aliases=tuple(draw(st.lists(person_names(), max_size=1))),
        birth_date=draw(st.sampled_from((None, more.birth_date, *listed.birth_dates))),
        countries=draw(st.sampled_from(((), more.countries, tuple(sorted(listed.country_codes))))),
        identifiers=tuple(draw(st.lists(st.sampled_from([*own, *more.identifiers]), max_size=1)))
        if own or more.identifiers
        else (),
        gender=draw(st.sampled_from((None, "male", "F"))),
    )


def _check(matcher: PartyMatcher, subject: Subject, threshold: float) -> None:
    found = matcher.search(subject, threshold)
    assert found == matcher.search_exhaustive(subject, threshold)
    assert [m.party_id for m in found] == [
        m.party_id for m in sorted(found, key=lambda match: (-match.score, match.party_id))
    ]
    assert all(match.score >= threshold for match in found)


def _missed_at_its_score(matcher: PartyMatcher, subject: Subject) -> list[str]:
    """Return the parties that a search at exactly their own score leaves out: there the bound is tightest."""
    best = matcher.search_exhaustive(subject, 0.2)[:8]
    return [
        match.party_id
        for match in best
        if match.party_id not in {found.party_id for found in matcher.search(subject, match.score)}
    ]


LISTS = st.lists(parties(), min_size=1, max_size=8, unique_by=lambda party: party.party_id)


@settings(max_examples=60)
@given(LISTS, st.data(), THRESHOLDS)
def test_a_search_finds_what_scoring_every_generated_party_finds(
    listed: list[Party], data: st.DataObject, threshold: float
) -> None:
    subject = data.draw(_subject_like(data.draw(st.sampled_from(listed))))
    matcher = PartyMatcher(listed, EVERYBODY)
    _check(matcher, subject, threshold)
    assert _missed_at_its_score(matcher, subject) == []


@settings(max_examples=40)
@given(st.data(), THRESHOLDS)
def test_a_search_finds_what_scoring_every_embedded_party_finds(
    data: st.DataObject, threshold: float
) -> None:
    listed = data.draw(st.sampled_from(_embedded()))
    subject = data.draw(_subject_like(listed))
    _check(_embedded_matcher(), subject, threshold)
    assert _missed_at_its_score(_embedded_matcher(), subject) == []


def test_every_embedded_name_changed_in_every_way_is_found_as_by_scoring_everything() -> None:
    random = Random(20240702)
    names = [(party, name.text) for party in _embedded() for name in party.names]
    for place, (party, text) in enumerate(random.sample(names, min(60, len(names)))):
        change = PERTURBATIONS[place % len(PERTURBATIONS)]
        kind = (None, party.kind, "organisation")[place % 3]
        subject = Subject.model_validate({"name": change.apply(text, random), "kind": kind})
        _check(_embedded_matcher(), subject, (0.3, 0.6, 0.8)[place % 3])


# -- where an index is tempted ------------------------------------------------------------------------------


def _party(number: int, name: str, kind: str = "person", *values: str) -> Party:
    identifiers = tuple(Identifier(type="passport", value=value) for value in values)
    return Party.model_validate(
        {
            "party_id": PartyId(f"t:{number}"),
            "kind": kind,
            "names": (Name(text=name),),
            "identifiers": identifiers,
            "nationalities": (Country(text="Burma", code="MM"),),
        }
    )


_LISTED = (
    _party(1, "KIM, Sok Chol"),
    _party(2, "Pak Yong-sik"),
    _party(3, "김영철"),
    _party(4, "Abd al-Rahman al-Zahrani"),
    _party(5, "عبد الرحمن الزهراني"),
    _party(6, "Shoygu, Sergey Kuzhugetovich"),
    _party(7, "Сергей Лавров"),
    _party(8, "Zhang Guohua"),
    _party(9, "李方伟"),
    _party(10, "Thein Htay"),
    _party(11, "သန်းရွှေ"),
    _party(12, "?!", "person", "AB1234567"),
    _party(13, "Al Noor Trading LLC", "organisation"),
    _party(14, "103 Arsenal", "organisation"),
    _party(15, "OCEAN PEARL 3", "vessel"),
    _party(16, "EP-CFD", "aircraft"),
    _party(17, "J. R. Smith"),
    _party(18, "Bob"),
    _party(19, "PETRENKO, Danylo"),
    _party(20, "Al Noor Trading Company of Lebanon", "organisation"),
    _party(21, "ANTC", "organisation"),
)
_ASKED = (
    "Kim Sokchol", "KIMSOKCHOL", "Sok-Chol Kim", "K. S. Chol", "Park Young Shik", "Kim Yong Chol",
    "Gim Yeongcheol", "Abdurrahman Zahrani", "Abdulrahman Alzahrani", "A. Zahrani", "Sergei Shoigu",
    "S.K. Shoigu", "Сергей Шойгу", "Sergei Lavrov", "Lawrow", "Chang Kuo-hua", "Li Fangwei", "Lee Fang Wei",
    "Thein Tay", "Than Shwe", "?!", "...", "Alnoor Trading", "Al Nour Trading Limited", "Arsenal 103",
    "Arsenal No. 116", "Oceanpearl III", "Ocean Pearl", "EPCFD", "John Robert Smith", "JR Smith", "Smith",
    "Danylo Petrenkov", "Petrenkos", "Robert", "B", "K", "3", "103", "al", "Ltd", "Dr", "",
    "Shoigu, Serguei Koujouguetovitch", "Abd al-Rahman Zhrn", "Daxylo Petxenko", "Zahrani, Rahman",
    "Shoygu, 5ergey", "Shoygu, Sergey Kuzhuge", "Abd al-Rahman al-Zahran", "ANT Ltd",
    "ANTL", "Zhang Guohva", "Petienko",
)  # fmt: skip


@pytest.mark.parametrize("kind", [None, "person", "organisation", "vessel", "aircraft"])
@pytest.mark.parametrize("threshold", [0.01, 0.3, 0.6, 0.8, 0.97])
def test_a_search_finds_all_where_keys_are_easily_missed(kind: str | None, threshold: float) -> None:
    matcher = PartyMatcher(_LISTED, EVERYBODY)
    for asked in _ASKED:
        _check(matcher, Subject.model_validate({"name": asked, "kind": kind}), threshold)


@pytest.mark.parametrize("kind", [None, "person", "organisation", "vessel", "aircraft"])
def test_a_search_at_exactly_its_score_finds_a_party(kind: str | None) -> None:
    matcher = PartyMatcher(_LISTED, EVERYBODY)
    for asked in _ASKED:
        assert _missed_at_its_score(matcher, Subject.model_validate({"name": asked, "kind": kind})) == []


def test_raising_evidence_brings_in_parties_whose_name_alone_would_not_do() -> None:
    born = _LISTED[0].model_copy(
        update={"birth_dates": (Subject(name="x", birth_date="1955-05-08").birth_date,)}
    )
    matcher = PartyMatcher((born, *_LISTED[1:]), EVERYBODY)
    raised = 0
    for text in ("Kim Sok", "Kim Sokchun", "Sok Chol", "Kim Chol", "K. Sok Chol"):
        plain = Subject(name=text)
        told = Subject.model_validate({"name": text, "birth_date": "1955-05-08", "countries": ("MM",)})
        for threshold in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
            _check(matcher, told, threshold)
            raised += len(matcher.search(told, threshold)) - len(matcher.search(plain, threshold))
    assert raised > 0


def test_an_identifier_alone_finds_its_party_whatever_the_name() -> None:
    matcher = PartyMatcher(_LISTED, EVERYBODY)
    for name in ("", "?!", "Qwxyz Vbnmz", "김영철"):
        subject = Subject(name=name, identifiers=(Identifier(type="passport", value="ab 1234567"),))
        _check(matcher, subject, 0.8)
        assert "t:12" in [match.party_id for match in matcher.search(subject, 0.8)]


# -- the law can fail ---------------------------------------------------------------------------------------


def _loses_something() -> bool:
    matcher = PartyMatcher(_LISTED, EVERYBODY)
    asked = [Subject(name=text, kind="person") for text in _ASKED]
    return any(_missed_at_its_score(matcher, subject) for subject in asked)


_NOTHING = (np.empty(0, dtype=np.int64), np.empty(0))
_WEAKENED: dict[str, tuple[object, str, object]] = {
    "no key of a spelling": (vocabulary, "spelling_keys", lambda _text: frozenset()),
    "no key of a known name or syllable": (vocabulary, "known_keys", lambda _text, _spoken: frozenset()),
    "no listed parts written as one": (index.Words, "joined_like_part", lambda *_: _NOTHING),
    "no parts of the subject written as one": (index.Words, "parts_like_joined", lambda *_: _NOTHING),
    "no words cut short": (vocabulary.Vocabulary, "cut_from", lambda *_, **__: _NOTHING[0]),
    "outlines must be nearly equal": (vocabulary, "OUTLINES_ALIKE", 0.99),
    "no word that a slip makes": (slips.Slips, "near", lambda _self, _text: np.empty(0, dtype=np.int64)),
    "no shorthand": (vocabulary, "is_shorthand", lambda _text: False),
    "an initial is thought unlike its name": (index, "_INITIAL_ALIKE", np.array([0.1])),
    "a bound a little too low": (index, "_SLACK", -0.05),
}


@pytest.mark.parametrize("weakened", _WEAKENED)
def test_an_index_that_loses_something_is_caught(weakened: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _loses_something()
    monkeypatch.setattr(*_WEAKENED[weakened])
    assert _loses_something()
