"""A reference that its publisher gives to another: a party of its own, and the first one is not forgotten."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, notice, party, store_with

from sanctions_screen import DateWindow, ListStore, Screener, Subject
from sanctions_screen.errors import IntegrityError
from sanctions_screen.model import Country, Identifier, ListingHistory, Name, Party, PartyId

KHAN: dict[str, Any] = {"name": "Haji Gul KHAN", "birth_dates": ("1965-03-01",), "country": "PK"}
SHUGAYEV: dict[str, Any] = {"name": "Dmitry SHUGAYEV", "birth_dates": ("1965-08-11",), "country": "RU"}
OLD_FIRM: dict[str, Any] = {"name": "Old Trading LLC", "kind": "organisation", "country": "IR"}
NEW_FIRM: dict[str, Any] = {"name": "Neftegaz Shipping", "kind": "organisation", "country": "RU"}


def bearer(of: dict[str, Any], reference: object = 7, **more: Any) -> Party:
    """Return a party of the facts given."""
    fields = {**of, **more}
    country = fields.pop("country", None)
    if country:
        fields["nationalities"] = (Country(text=country, code=country),)
    names = [Name(text=fields.pop("name"))]
    names += [Name(text=alias, role="strong") for alias in fields.pop("aliases", ())]
    return party(reference, names=tuple(names), **fields)


def after_another(first: Party, second: Party, *, gap: bool = False) -> ListStore:
    """Return a store in whose versions *second* has the reference that *first* had."""
    between = [(day(5), [party(1)])] if gap else []
    return store_with((day(0), [first, party(1)]), *between, (day(9), [second, party(1)]))


def told(store: ListStore, party_id: str) -> list[tuple[str, DateWindow | None]]:
    return [(event.kind, event.window) for event in store.history(party_id).events]


def others(store: ListStore) -> set[PartyId]:
    """Return the ids of the newest state but those of the plain references."""
    return {member.party_id for member in store.state(LIST)} - {PartyId(f"{LIST}:1"), PartyId(f"{LIST}:7")}


@pytest.mark.parametrize("gap", [False, True], ids=["the next version", "after a gap"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (KHAN, SHUGAYEV),
        (OLD_FIRM, SHUGAYEV),
        (KHAN, OLD_FIRM),
        (OLD_FIRM, NEW_FIRM),
        (OLD_FIRM, {**NEW_FIRM, "name": "Neftegaz Trading LLC"}),
        (OLD_FIRM, {"name": "DEEP SEA", "kind": "vessel", "country": "IR"}),
        ({"name": "DEEP SEA", "kind": "vessel"}, {"name": "Old Trading LLC", "kind": "organisation"}),
        ({**KHAN, "country": "RU", "programmes": ("U",)}, {**SHUGAYEV, "programmes": ("U",)}),
        (
            {"name": "Sergei PETROV", "birth_dates": ("1950",)},
            {"name": "Sergei IVANOV", "birth_dates": ("1971",)},
        ),
    ],
)
def test_a_reference_given_to_another_is_another_party_and_the_first_is_still_found(
    first: dict[str, Any], second: dict[str, Any], gap: bool
) -> None:
    store = after_another(bearer(first), bearer(second), gap=gap)
    (former,) = others(store)
    assert store.state(LIST).member(former).status == "delisted"
    assert store.party(former).primary_name.text == first["name"]
    hits = Screener(store).screen(Subject(name=first["name"], kind=first.get("kind", "person"))).hits
    assert [(hit.party.party_id, hit.status) for hit in hits] == [(former, "delisted")]
    seen = DateWindow(after=day(0), until=day(5 if gap else 9))
    assert told(store, former) == [("listed", DateWindow(after=None, until=day(0))), ("delisted", seen)]
    came = DateWindow(after=day(5 if gap else 0), until=day(9))
    assert told(store, f"{LIST}:7") == [("listed", came)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"name": "Boris BORODAI"}, {"name": "Boris BORODAY"}),
        ({"name": "Aleksey DIKIY"}, {"name": "Алексей ДИКИЙ"}),
        ({**KHAN, "name": "Tawana"}, {**KHAN, "name": "Ahmad Taha"}),
        (KHAN, {**KHAN, "birth_dates": ("1971",)}),
        ({**KHAN, "birth_dates": ("1965",)}, {**KHAN, "name": "Gul"}),
        ({"name": "Ivan PETROV"}, {"name": "Oleg KUZNETSOV"}),  # a file of names alone
        (KHAN, {"name": "Oleg KUZNETSOV"}),
        (
            {"name": "DARAB", "kind": "vessel", "country": "IR"},
            {"name": "DEEP SEA", "kind": "vessel", "country": "IR"},
        ),
        (OLD_FIRM, {**OLD_FIRM, "name": "Neftegaz Trading LLC"}),
        (OLD_FIRM, {**NEW_FIRM, "name": "Olde Trading Limited"}),
        (
            {**OLD_FIRM, "programmes": ("A",)},
            {"name": "Renamed Altogether", "kind": "organisation", "programmes": ("A",)},
        ),
    ],
)
def test_a_name_that_was_corrected_or_changed_makes_nobody_another(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    store = after_another(bearer(first), bearer(second))
    assert others(store) == set()
    assert [kind for kind, _ in told(store, f"{LIST}:7")][:2] == ["listed", "amended"]


@pytest.mark.parametrize("first", [{"name": "Ivan PETROV"}, KHAN])
def test_names_alone_that_have_nothing_in_common_are_of_two_where_the_first_had_left(
    first: dict[str, Any],
) -> None:
    store = after_another(bearer(first), bearer({"name": "Oleg KUZNETSOV"}), gap=True)
    (former,) = others(store)
    assert [kind for kind, _ in told(store, former)] == ["listed", "delisted"]
    assert [kind for kind, _ in told(store, f"{LIST}:7")] == ["listed"]


def test_a_number_in_common_makes_two_names_of_two_flags_one_ship() -> None:
    imo = (Identifier(type="imo", value="9187629"),)
    first = bearer({"name": "SHONA", "kind": "vessel", "country": "TZ", "identifiers": imo})
    second = bearer({"name": "ARTAVIL", "kind": "vessel", "country": "IR", "identifiers": imo})
    assert others(after_another(first, second)) == set()


def test_a_later_record_that_has_both_names_makes_the_two_one() -> None:
    """A version read without aliases has another name than the one before; one read with them has both."""
    first, second = (
        bearer({"name": "JUNDALLAH", "gender": "male"}),
        bearer({"name": "JAYSH AL-ADL", "gender": "female"}),
    )
    both = bearer({"name": "JAYSH AL-ADL", "aliases": ("JUNDALLAH",)})
    store = store_with((day(0), [first]), (day(9), [second]), (day(12), [both]))
    assert others(store) == set()
    assert {m.party_id for m in store.state(LIST, known_on=2)} > {f"{LIST}:7"}, "what was known then stays"


def test_each_is_told_of_the_other() -> None:
    store = after_another(bearer(KHAN), bearer(SHUGAYEV))
    (former,) = others(store)
    came, gone = store.history(f"{LIST}:7").events[0], store.history(former).events[-1]
    assert any(f"stood before for Haji Gul KHAN ({former})" in each.text for each in came.evidence)
    assert any(f"has stood since for Dmitry SHUGAYEV ({LIST}:7)" in each.text for each in gone.evidence)


def test_the_first_is_linked_to_the_new_reference_that_he_was_given() -> None:
    again = bearer(KHAN, reference=8)
    store = store_with((day(0), [bearer(KHAN)]), (day(9), [bearer(SHUGAYEV), again]))
    (former,) = others(store) - {PartyId(f"{LIST}:8")}
    assert [link.party_id for link in store.history(former).linked] == [f"{LIST}:8"]
    assert [link.party_id for link in store.history(f"{LIST}:8").linked] == [former]
    assert store.history(f"{LIST}:7").linked == ()
    state = store.state(LIST)
    assert state.history(former) == store.history(former)


def test_one_who_gets_the_reference_back_is_relisted() -> None:
    store = store_with(
        (day(0), [bearer(KHAN)]), (day(5), [bearer(SHUGAYEV)]), (day(9), [bearer(KHAN, titles=("Haji",))])
    )
    assert [kind for kind, _ in told(store, f"{LIST}:7")] == ["listed", "delisted", "relisted"]
    (former,) = others(store)
    assert [kind for kind, _ in told(store, former)] == ["listed", "delisted"]
    assert store.party(former).primary_name.text == "Dmitry SHUGAYEV"


def test_differences_and_counts_tell_of_one_who_came_and_one_who_left() -> None:
    store = after_another(bearer(KHAN), bearer(SHUGAYEV))
    (former,) = others(store)
    found = store.diff(LIST, day(0), day(9))
    assert ([p.party_id for p in found.added], [p.party_id for p in found.removed]) == (
        [f"{LIST}:7"],
        [former],
    )
    assert found.amended == ()
    (period,) = store.statistics(LIST).periods
    counts = period.listed, period.delisted, period.relisted, period.amended
    assert [count.total for count in counts] == [1, 1, 0, 0]
    assert period.size == 2


def test_the_day_before_and_a_day_between_are_told_as_of_them() -> None:
    store = after_another(bearer(KHAN), bearer(SHUGAYEV))
    (former,) = others(store)
    assert {m.party_id: m.status for m in store.state(LIST, day(0))} == {
        f"{LIST}:1": "listed",
        former: "listed",
    }
    assert store.state(LIST, day(4)).member(former).status == "unsettled"
    assert store.state(LIST, day(4)).member(f"{LIST}:7").status == "unsettled"


def test_an_id_once_told_leads_to_the_party_for_ever() -> None:
    store = store_with((day(5), [bearer(KHAN)]), (day(9), [bearer(SHUGAYEV)]))
    (former,) = others(store)
    older = bearer({**KHAN, "name": "Gul Muhammad KHAN", "aliases": ("Haji Gul KHAN",)})
    store.add_snapshot(LIST, [older], published_on=day(1))
    (now,) = others(store)
    assert now != former
    assert store.history(former) == store.history(now)
    assert store.party(former).party_id == now
    store.withdraw(LIST, day(9), reason="a file of another day's form")
    assert store.history(former).party_id == store.history(now).party_id == f"{LIST}:7"


def test_a_notice_of_the_reference_is_about_whoever_had_it_that_day() -> None:
    store = after_another(bearer(KHAN), bearer(SHUGAYEV))
    (former,) = others(store)
    store.add_notices(LIST, [notice("delisted", day(4), 7), notice("listed", day(6), 7)])
    assert [(e.kind, e.on) for e in store.history(former).events if e.on] == [("delisted", day(4))]
    assert [(e.kind, e.on) for e in store.history(f"{LIST}:7").events] == [("listed", day(6))]


def test_the_mark_that_says_where_to_look_is_verified(tmp_path: Path) -> None:
    path = tmp_path / "lists.db"
    with ListStore.open(path) as store:
        for on, held in ((day(0), bearer(KHAN)), (day(9), bearer(SHUGAYEV))):
            store.add_snapshot(LIST, [held], published_on=on)
        store.verify()
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM name_keys WHERE key = ':apart'")
    with ListStore.open(path) as store, pytest.raises(IntegrityError, match="index of names"):
        store.verify()


def test_an_exported_store_tells_the_same(tmp_path: Path) -> None:
    store = after_another(bearer(KHAN), bearer(SHUGAYEV))
    store.export(LIST, tmp_path)
    copy = ListStore.in_memory()
    copy.import_folder(tmp_path)
    assert _all_told(copy) == _all_told(store)


HELD = [
    None,
    KHAN,
    SHUGAYEV,
    OLD_FIRM,
    {**KHAN, "name": "Gul KHAN"},
    {**SHUGAYEV, "aliases": ("Haji Gul KHAN",)},
]


@given(st.lists(st.sampled_from(HELD), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_whom_a_reference_stood_for_is_told_alike_whatever_the_order_of_imports(
    held: list[dict[str, Any] | None], rng: Any
) -> None:
    versions = [(day(n * 7), [bearer(each)] if each else []) for n, each in enumerate(held)]
    shuffled = versions[:]
    rng.shuffle(shuffled)
    store, other = store_with(*versions), store_with(*shuffled)
    assert _all_told(store) == _all_told(other)
    other.verify()
    for before, (on, _) in pairwise(versions):  # each version's parties are found as it held them
        assert len(store.snapshot(LIST, on)) == (1 if dict(versions)[on] else 0), before


@given(st.lists(st.sampled_from(HELD), min_size=2, max_size=4))
def test_what_was_known_of_a_reference_stays_known(held: list[dict[str, Any] | None]) -> None:
    store, then = ListStore.in_memory(), []
    for number, each in enumerate(held):
        moment = datetime.fromisoformat(f"2021-01-0{number + 1}T00:00:00+00:00")
        store.add_snapshot(
            LIST, [bearer(each)] if each else [], published_on=day(40 - number * 7), imported_at=moment
        )
        then.append((store.revision(), _all_told(store)))
    for revision, answer in then:
        assert _all_told(store, known_on=revision) == answer


def _all_told(
    store: ListStore, known_on: int | None = None
) -> dict[str, tuple[str, str, date, ListingHistory]]:
    return {
        m.party_id: (m.status, m.digest, m.seen_on, store.history(m.party_id, known_on=known_on))
        for m in store.state(LIST, known_on=known_on)
    }
