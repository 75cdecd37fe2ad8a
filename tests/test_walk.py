"""How many subjects are answered together: down through the rooms once, and nothing lost on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from store_parties import party

from sanctions_screen import ListStore, Screener, Subject, engine
from sanctions_screen.history import telling
from sanctions_screen.model import Name, Party
from sanctions_screen.store import KeyLookup, _evidence

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
DAY = date(2020, 1, 1)
NAMES = [f"{given} {family}" for given in ("Orlan", "Petrok", "Wadim") for family in ("Tschukow", "Brandov")]


def listed(list_id: str) -> list[Party]:
    return [
        party(number, list_id=list_id, names=(Name(text=name),), birth_dates=(f"1955-09-0{number + 1}",))
        for number, name in enumerate(NAMES)
    ]


@pytest.fixture
def store() -> Iterator[ListStore]:
    with ListStore.in_memory() as opened:
        for list_id in ("one", "other"):
            opened.add_snapshot(list_id, listed(list_id), published_on=DAY)
        yield opened


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count what the store is asked for."""
    count = Counter[str]()
    read, alike = _evidence._read, KeyLookup.alike

    def counted_read(*given: Any) -> Any:
        count["records"] += 1
        return read(*given)

    def counted_alike(*given: Any) -> Any:
        count["alike"] += 1
        return alike(*given)

    monkeypatch.setattr(_evidence, "_read", counted_read)
    monkeypatch.setattr(KeyLookup, "alike", counted_alike)
    return count


@pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="the benchmarks are not here")
@pytest.mark.skipif(engine.name() == "reference", reason="Python's reference searches party by party")
@pytest.mark.parametrize("name", ["Kim Sok-chol", "Korea Mining Development Trading Corporation"])
def test_no_module_is_entered_again_after_it_was_left_with_judging_apart(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(BENCHMARKS)
    from walk import walk

    Screener(ListStore.embedded()).screen(name)  # tables are read once for all
    screener = Screener(ListStore.embedded())
    screener.screen("Somebody Else")
    seen = walk(lambda: screener.screen(name))
    assert len(screener.screen(name).hits) == 2
    assert [place for place, times in seen.modules.items() if times > 1] == []
    assert [place for place, times in seen.rooms.items() if times > 1] == ["store/"]


def test_the_records_of_all_hits_are_read_in_one_request_and_so_is_who_else_may_be_the_same(
    store: ListStore, asked: Counter[str]
) -> None:
    screener = Screener(store)
    asked.clear()
    results = screener.screen_batch(NAMES)
    assert [len(result.hits) for result in results] == [2] * len(NAMES)
    assert all(result.identities for result in results)
    assert asked == {"records": 1, "alike": 1}
    screener.screen_batch(NAMES)  # what is known by now is asked for no more
    assert asked == {"records": 1, "alike": 1}


def test_what_is_told_of_a_party_is_the_same_whether_it_is_remembered_or_read_again(
    store: ListStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = Screener(store).screen_batch(NAMES * 2)
    monkeypatch.setattr(telling, "_KEPT", 1)
    forgetful = Screener(store)
    assert [result for name in NAMES * 2 for result in forgetful.screen_batch([name])] == remembered


def test_the_many_that_overlap_are_answered_as_each_alone_and_in_order(store: ListStore) -> None:
    screener = Screener(store)
    subjects = [
        Subject(name=NAMES[n % 6] if n % 7 else f"Somebody {n}", reference=str(n)) for n in range(1200)
    ]
    results = list(screener.screen_many(subjects))
    assert [result.subject for result in results] == subjects
    alone = {name: screener.screen(name) for name in NAMES}
    for result in results:
        if result.subject.name in alone:
            assert result.hits == alone[result.subject.name].hits
            assert result.identities == alone[result.subject.name].identities


def test_what_is_no_subject_is_told_once_those_before_it_are_answered(store: ListStore) -> None:
    subjects: Any = [*[NAMES[0]] * 1000, None]
    answered: list[object] = []
    with pytest.raises(TypeError, match="a subject is"):
        answered.extend(Screener(store).screen_many(subjects))
    assert len(answered) >= 1000 - 250


def test_threads_that_share_a_screener_get_the_answers_of_one(
    store: ListStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = Screener(store).screen_batch(NAMES)
    monkeypatch.setattr(telling, "_KEPT", 2)  # so that they take from one another what is remembered
    shared = Screener(store)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda n: shared.screen(NAMES[n % len(NAMES)]), range(120)))
    assert found == [expected[n % len(NAMES)] for n in range(120)]
