"""The index loses nothing: a search finds exactly what scoring every party finds, with the same numbers.

Tried where an index is tempted to lose something: parts written as one, initials, other scripts, another or
no kind, identifiers beside a name that is nobody's or no name at all, thresholds low and high.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from subject_strategies import LISTS, subjects_like, with_a_fuller_name

from sanctions_screen.engine import _bounds, _identifiers, _index, _slips, _vocabulary, matcher
from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.likeness import _shorthand, _spelling, _syllables
from sanctions_screen.model import (
    Country,
    Identifier,
    Name,
    PartialDate,
    Party,
    PartyId,
    PartyKind,
    ScreeningSettings,
    Subject,
)
from sanctions_screen.store import ListStore
from sanctions_screen.testing import PERTURBATIONS, parties
from sanctions_screen.weights import Weights, weights

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


def _check(searched: PartyMatcher, subject: Subject, threshold: float) -> None:
    found = searched.search(subject, threshold)
    assert found == searched.search_exhaustive(subject, threshold)
    assert [m.party_id for m in found] == [
        m.party_id for m in sorted(found, key=lambda match: (-match.score, match.party_id))
    ]
    assert all(match.score >= threshold for match in found)


def _missed_at_its_score(searched: PartyMatcher, subject: Subject) -> list[str]:
    """Return the parties that a search at exactly their own score leaves out: there the bound is tightest."""
    best = searched.search_exhaustive(subject, 0.2)[:8]
    return [
        match.party_id
        for match in best
        if match.party_id not in {found.party_id for found in searched.search(subject, match.score)}
    ]


@settings(max_examples=60)
@given(LISTS, st.data(), THRESHOLDS)
def test_a_search_finds_what_scoring_every_generated_party_finds(
    listed: list[Party], data: st.DataObject, threshold: float
) -> None:
    subject = data.draw(subjects_like(data.draw(st.sampled_from(listed))))
    searched = PartyMatcher(listed, EVERYBODY)
    _check(searched, subject, threshold)
    assert _missed_at_its_score(searched, subject) == []


@settings(max_examples=40)
@given(st.data(), THRESHOLDS)
def test_a_search_finds_what_scoring_every_embedded_party_finds(
    data: st.DataObject, threshold: float
) -> None:
    listed = data.draw(st.sampled_from(_embedded()))
    subject = data.draw(subjects_like(listed))
    _check(_embedded_matcher(), subject, threshold)
    assert _missed_at_its_score(_embedded_matcher(), subject) == []


@settings(max_examples=60)
@given(parties().flatmap(with_a_fuller_name), THRESHOLDS)
def test_a_search_finds_who_is_contradicted_by_a_fuller_name_as_scoring_does(
    case: tuple[Party, Subject], threshold: float
) -> None:
    party, subject = case
    searched = PartyMatcher((party,), EVERYBODY)
    _check(searched, subject, threshold)
    assert _missed_at_its_score(searched, subject) == []


def test_every_embedded_name_changed_in_every_way_is_found_as_by_scoring_everything() -> None:
    random = Random(20240702)
    names = [(party, name.text) for party in _embedded() for name in party.names]
    for place, (party, text) in enumerate(random.sample(names, min(60, len(names)))):
        change = PERTURBATIONS[place % len(PERTURBATIONS)]
        kind = (None, party.kind, "organisation")[place % 3]
        subject = Subject.model_validate({"name": change.apply(text, random), "kind": kind})
        _check(_embedded_matcher(), subject, (0.3, 0.6, 0.8)[place % 3])


# -- where an index is tempted ------------------------------------------------------------------------------


_BORN = PartialDate.parse("1955-05-08")


def _party(number: int, name: str, kind: PartyKind = "person", *values: str) -> Party:
    identifiers = tuple(Identifier(type="passport", value=value) for value in values)
    return Party.model_validate(
        {
            "party_id": PartyId(f"t:{number}"),
            "kind": kind,
            "names": (Name(text=name),),
            "identifiers": identifiers,
            "nationalities": (Country(text="Burma", code="MM"),),
            "birth_dates": (_BORN,) if kind == "person" and number % 2 else (),
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
    _party(22, "Velmar Ostrava Rolling Kombinat Invest", "organisation"),
    _party(23, "Velmar Ostrava Norlund Kestrel", "organisation"),
    _party(24, "Norlund Dockside Bank Ostrava", "organisation"),
    _party(25, "NDB Kestrel", "organisation"),
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
    "ANTL", "Zhang Guohva", "Petienko", "VORKI", "VORKI Ltd", "VONK", "NDB Ostrava",
    "Norlund Dockside Bank Kestrel",
)  # fmt: skip


@pytest.mark.parametrize("kind", [None, "person", "organisation", "vessel", "aircraft"])
@pytest.mark.parametrize("threshold", [0.01, 0.3, 0.6, 0.8, 0.97])
def test_a_search_finds_all_where_keys_are_easily_missed(kind: str | None, threshold: float) -> None:
    searched = PartyMatcher(_LISTED, EVERYBODY)
    for asked in _ASKED:
        _check(searched, Subject.model_validate({"name": asked, "kind": kind}), threshold)


@pytest.mark.parametrize("kind", [None, "person", "organisation", "vessel", "aircraft"])
def test_a_search_at_exactly_its_score_finds_a_party(kind: str | None) -> None:
    searched = PartyMatcher(_LISTED, EVERYBODY)
    for asked in _ASKED:
        assert _missed_at_its_score(searched, Subject.model_validate({"name": asked, "kind": kind})) == []


def test_raising_evidence_brings_in_parties_whose_name_alone_would_not_do() -> None:
    searched = PartyMatcher(_LISTED, EVERYBODY)
    raised = 0
    for text in ("Kim Sok", "Kim Sokchun", "Sok Chol", "Kim Chol", "K. Sok Chol"):
        plain = Subject(name=text)
        told = Subject.model_validate({"name": text, "birth_date": "1955-05-08", "countries": ("MM",)})
        for threshold in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
            _check(searched, told, threshold)
            raised += len(searched.search(told, threshold)) - len(searched.search(plain, threshold))
    assert raised > 0


def test_an_identifier_alone_finds_its_party_whatever_the_name() -> None:
    searched = PartyMatcher(_LISTED, EVERYBODY)
    for name in ("", "?!", "Qwxyz Vbnmz", "김영철"):
        subject = Subject(name=name, identifiers=(Identifier(type="passport", value="ab 1234567"),))
        _check(searched, subject, 0.8)
        assert "t:12" in [match.party_id for match in searched.search(subject, 0.8)]


# -- the law can fail ---------------------------------------------------------------------------------------


def _loses_something() -> bool:
    searched = PartyMatcher(_LISTED, EVERYBODY)
    beside: tuple[dict[str, object], ...] = (
        {},
        {"countries": ("MM",)},
        {"birth_date": _BORN},
        {"identifiers": ("passport:AB1234567",)},
    )
    return any(
        _missed_at_its_score(searched, Subject.model_validate({"name": text, "kind": "person", **more}))
        for text in _ASKED
        for more in beside
    )


def _but_for(module: ModuleType, **others: object) -> SimpleNamespace:
    """Return what a module has, some of it otherwise, for one reader of it alone."""
    return SimpleNamespace(**{**vars(module), **others})


def _weighing(table: str, **others: int) -> Weights:
    """Return the weights with some numbers of a table otherwise."""
    changed = getattr(weights(), table).model_copy(update=others)
    return weights().model_copy(update={table: changed})


def _beside(**others: Any) -> Callable[..., _bounds.Beside]:
    """Return what makes a :class:`Beside`, with some of it always otherwise."""

    def made(facts_for: int, doubt: int, *, common: bool) -> _bounds.Beside:
        return _bounds.Beside(facts_for, doubt, common=common)._replace(**others)

    return made


def _nothing_meets(*_: Any) -> Any:
    return _NOTHING


def _no_keys(*_: object) -> frozenset[str]:
    return frozenset()


_NOTHING = (np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
_LITTLE_ALIKE = _weighing("rules", initial=100_000)
_NOTHING_TOLD = _weighing("chance", acronym_tells=0)
# What each of these does to the index alone: the judging it is held to is left as it is.
_WEAKENED: dict[str, tuple[object, str, object]] = {
    "no key of a spelling": (
        _vocabulary, "_spelling", _but_for(_spelling, keys=_no_keys),
    ),
    "no key of a known name, a nickname or a scanned word": (_vocabulary, "_known_keys", _no_keys),
    "no key of a syllable": (_vocabulary, "_syllables", _but_for(_syllables, keys=_no_keys)),
    "no listed parts written as one": (_index.Words, "joined_like_part", _nothing_meets),
    "no parts of the subject written as one": (_index.Words, "parts_like_joined", _nothing_meets),
    "no acronym within a name": (
        _index, "_spans", lambda reading: ((span, False) for span in reading.joined),
    ),
    "outlines must be nearly equal": (
        _vocabulary, "_spelling", _but_for(_spelling, OUTLINES_ALIKE=(99, 100)),
    ),
    "no word that a slip makes": (_slips.Slips, "near", lambda *_: np.empty(0, dtype=np.int64)),
    "no shorthand": (
        _vocabulary, "_shorthand", _but_for(_shorthand, is_shorthand=lambda _text: False),
    ),
    "an initial is thought unlike its name": (_index, "weights", lambda: _LITTLE_ALIKE),
    "an acronym is thought to tell nothing": (_index, "weights", lambda: _NOTHING_TOLD),
    "facts are thought to speak for nobody": (matcher, "Beside", _beside(facts_for=0)),
    "a common name is doubted though a birth date tells more": (matcher, "Beside", _beside(common=True)),
    "doubt is counted that is not sure": (matcher, "Beside", _beside(doubt=500_000)),
    "no party by its identifier": (_identifiers.IdentifierIndex, "parties", lambda *_: []),
    "a bound a little too low": (_bounds, "_ROUNDED", -0.05),
}  # fmt: skip


def test_the_index_as_it_is_loses_nothing() -> None:
    assert not _loses_something()


@pytest.mark.parametrize("weakened", _WEAKENED)
def test_an_index_that_loses_something_is_caught(weakened: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*_WEAKENED[weakened])
    assert _loses_something()
