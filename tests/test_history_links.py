"""Listings of one party under two references: linked with reasons, or left apart."""

from __future__ import annotations

from typing import Any

import pytest
from store_parties import LIST, day, notice, parties, party, store_with

from sanctions_screen.model import (
    Address,
    Country,
    Identifier,
    Name,
    PartialDate,
    Party,
    PartyId,
)
from sanctions_screen.store import ListStore

ONE = f"{LIST}:1"


def organisation(reference: int, name: str, **fields: Any) -> Party:
    return party(reference, kind="organisation", names=(Name(text=name),), **fields)


BURMA = Country(text="Burma", code="MM")
OLD = organisation(
    15157, "DIRECTORATE OF DEFENCE INDUSTRIES", programmes=("BURMA",), addresses=(Address(country=BURMA),)
)
NEW = organisation(
    33537,
    "DIRECTORATE OF DEFENSE INDUSTRIES",
    programmes=("BURMA-EO14014",),
    addresses=(Address(country=BURMA),),
)
BORN = {"birth_dates": (PartialDate.parse("1955-09-07"),)}


def linked(first: Party, second: Party, *, overlap: bool = False) -> list[tuple[str, PartyId]]:
    middle = [first] if overlap else []
    last = [first, second] if overlap else [second]
    store = store_with((day(0), [first]), (day(10), middle), (day(20), last))
    forth: list[tuple[str, PartyId]] = [
        (x.relation, x.party_id) for x in store.history(first.party_id).linked
    ]
    back = [(x.relation, x.party_id) for x in store.history(second.party_id).linked]
    assert bool(forth) == bool(back)
    if forth:
        assert (forth, back) == ([("later", second.party_id)], [("earlier", first.party_id)])
    return forth


def test_a_party_relisted_under_a_new_reference_is_linked_with_reasons() -> None:
    assert linked(OLD, NEW)
    store = store_with((day(0), [OLD]), (day(10), []), (day(20), [NEW]))
    (link,) = store.history(NEW.party_id).linked
    assert 0.7 <= link.confidence < 1
    assert "same name: DIRECTORATE OF DEFENCE INDUSTRIES" in link.reasons
    assert [e.kind for e in link.events] == ["listed", "delisted"]


def test_a_later_link_is_not_shown_as_of_a_day_before_it() -> None:
    store = store_with((day(0), [OLD]), (day(10), []), (day(20), [NEW]))
    assert store.state(LIST, day(10)).history(OLD.party_id).linked == ()
    assert len(store.state(LIST, day(20)).history(OLD.party_id).linked) == 1


def test_two_listings_in_force_side_by_side_are_not_one_relisted() -> None:
    assert not linked(OLD, NEW, overlap=True)


def test_one_leaving_as_the_other_comes_in_the_same_snapshot_is_linked() -> None:
    store = store_with((day(0), [OLD]), (day(10), [NEW]))
    assert store.history(OLD.party_id).linked


@pytest.mark.parametrize(
    ("earlier", "later", "is_linked"),
    [
        ({}, {}, False),
        (BORN, BORN, True),
        (BORN, {}, False),
        (BORN, {"birth_dates": (PartialDate.parse("1970-02-19"),)}, False),
        (BORN, {**BORN, "gender": "male"}, True),
        ({**BORN, "gender": "female"}, {**BORN, "gender": "male"}, False),
        (
            {"identifiers": (Identifier(type="passport", value="AB 12-3"),)},
            {"identifiers": (Identifier(type="passport", value="ab123"),)},
            True,
        ),
    ],
)  # fmt: skip
def test_namesakes_are_never_linked_without_a_birth_date_or_number(
    earlier: dict[str, Any], later: dict[str, Any], *, is_linked: bool
) -> None:
    common: dict[str, Any] = {
        "programmes": ("P",),
        "nationalities": (BURMA,),
        "names": (Name(text="KIM, Chol Nam"),),
    }
    assert bool(linked(party(1, **common, **earlier), party(2, **common, **later))) is is_linked


def test_the_publishers_own_word_links_whatever_the_names() -> None:
    store = store_with((day(0), parties([(1, "a")])), (day(10), []), (day(20), parties([(2, "b")])))
    store.add_notices(LIST, [notice("listed", day(18), 2, previous_party_id=ONE)])
    (link,) = store.history(ONE).linked
    assert (link.relation, link.confidence) == ("later", 1.0)
    assert f"Gazette of {day(18)}" in link.reasons[0]
    (back,) = store.history(f"{LIST}:2").linked
    assert (back.relation, back.party_id) == ("earlier", ONE)


def _twice(one: Party, other: Party, *shown: tuple[int, str]) -> tuple[str, ...]:
    """Return why two listings are linked; *shown* says which of them the version of a day has."""
    store = ListStore.in_memory()
    for on, held in shown:
        store.add_snapshot(
            LIST, [p for p, key in ((one, "1"), (other, "2")) if key in held], published_on=day(on)
        )
    links = store.history(one.party_id).linked
    assert [link.party_id for link in store.history(other.party_id).linked] == [one.party_id for _ in links]
    return links[0].reasons if links else ()


def test_of_two_entries_of_one_person_the_one_that_went_is_linked_to_the_one_that_stays() -> None:
    """A hit on each, one delisted, without a word that it is one man."""
    fields: dict[str, Any] = {"names": (Name(text="AQIL, Ibrahim"),), "programmes": ("SDGT",)}
    one, other = (party(n, birth_dates=("1962-12-24",), **fields) for n in (1, 2))
    assert (
        "both were on the list at once" in _twice(one, other, (0, "1"), (5, "12"), (9, "12"), (12, "2"))[-1]
    )
    assert "both were on the list at once" in _twice(one, other, (0, "2"), (5, "12"), (9, "2"))[-1]
    namesake = party(2, birth_dates=("1962",), **fields)
    assert _twice(one, namesake, (0, "1"), (5, "12"), (9, "12"), (12, "2")) == (), (
        "a year is shared by namesakes"
    )
    assert _twice(one, other, (0, "1"), (5, "12"), (9, "12")) == (), "while both stay, nobody says so"


def test_a_firm_that_returns_by_the_name_it_was_listed_by_under_a_programme_of_the_family_is_linked() -> None:
    """Thirteen Iranian firms left on 2016-01-16 as [NPWMD] [IFSR] and came back on 2018-11-05 as [IRAN]."""

    def firm(number: int, *programmes: str, name: str = "TAMAS COMPANY") -> Party:
        return party(number, kind="organisation", names=(Name(text=name),), programmes=programmes)

    left = firm(1, "NPWMD", "IFSR")
    assert "same family of programmes: iran" in _twice(left, firm(2, "IRAN"), (0, "1"), (5, ""), (9, "2"))
    assert _twice(left, firm(2, "RUSSIA-EO14024"), (0, "1"), (5, ""), (9, "2")) == ()
    assert _twice(firm(1, "EO13622"), firm(2, "IRAN-EO13846"), (0, "1"), (5, ""), (9, "2"))


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("MYANMAR ECONOMIC HOLDINGS LIMITED", "MYANMAR ECONOMIC HOLDING LIMITED", True),
        ("KISH SHIPPING LINE", "KISH SHIPPING LINES", True),
        ("KISH SHIPPING LINE", "KISH SHIPPING LANE", False),
        ("GAS CO", "GA CO", False),
    ],
)
def test_a_firm_that_returns_by_its_name_but_for_a_plural_is_linked(
    first: str, second: str, joined: bool
) -> None:
    """OFAC's Myanmar Economic Holdings Limited of 2008 came back in 2021 as Holding, another own name."""
    fields: dict[str, Any] = {"addresses": (Address(country=BURMA),)}
    left = organisation(10799, "UNION OF MYANMAR", programmes=("BURMA",), **fields)
    left = left.model_copy(update={"names": (*left.names, Name(text=first, role="strong"))})
    back = organisation(31517, "MYANMA HOLDING PUBLIC COMPANY", programmes=("BURMA-EO14014",), **fields)
    back = back.model_copy(update={"names": (*back.names, Name(text=second, role="strong"))})
    assert bool(linked(left, back)) == joined
    store = store_with((day(0), [left]), (day(10), []), (day(20), [back]))
    assert bool(store.state(LIST).history(left.party_id).linked) == joined
    store.verify()
