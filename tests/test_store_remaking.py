"""Records of days nobody saw: what was announced in between is taken back, or made, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

from store_parties import LIST, day, notice, party, store_with

from sanctions_screen.model import (
    Address,
    Country,
    FieldChange,
    Identifier,
    Name,
    Notice,
    PartialDate,
    Party,
)
from sanctions_screen.store import ListStore

ONE = f"{LIST}:1"
BURMA = Country(text="Burma", code="MM")


def known(*names: str, **fields: Any) -> Party:
    """Return a party listed by the first name, with the others as strong aliases."""
    roles = ["primary", *["strong"] * (len(names) - 1)]
    written = tuple(Name(text=t, role=r) for t, r in zip(names, roles, strict=True))
    return party(1, fields.pop("remarks", ""), names=written, **fields)


def changed(on: date, before: Party, after: Party, **fields: Any) -> Notice:
    return notice("amended", on, 1, party=after, party_before=before, **fields)


def rebuilt(seen: Party, *told: Notice, seen_on: int = 20, as_of: int = 5) -> tuple[Party, tuple[str, ...]]:
    store = store_with((day(seen_on), [seen]))
    store.add_notices(LIST, told, complete=[(day(0), day(30))])
    snapshot = store.snapshot(LIST, day(as_of))
    return snapshot.party(ONE), snapshot.rebuilt_fields(ONE)


def spellings(of: Party) -> list[tuple[str, str]]:
    return [(name.text, name.role) for name in of.names]


def test_an_alias_that_came_later_is_not_yet_there_and_one_that_went_is() -> None:
    record, fields = rebuilt(
        known("HTAY, Thein", "HTAY, Thien", "THEIN HTAY"),
        changed(day(10), known("HTAY, Thein", "HTAY, T."), known("HTAY, Thein", "HTAY, Thien")),
    )
    assert spellings(record) == [("HTAY, Thein", "primary"), ("THEIN HTAY", "strong"), ("HTAY, T.", "strong")]
    assert fields == ("names",)


def test_the_name_a_party_is_listed_by_keeps_its_place_when_it_was_corrected() -> None:
    record, _ = rebuilt(
        known("KOZHIN, Vladimir", "V. KOZHIN"),
        changed(day(10), known("KOHZIN, Vladimir"), known("KOZHIN, Vladimir")),
    )
    assert spellings(record) == [("KOHZIN, Vladimir", "primary"), ("V. KOZHIN", "strong")]


def test_an_alias_under_which_the_change_is_filed_is_corrected_as_an_alias() -> None:
    record, _ = rebuilt(
        known("FIRST NAME", "OTHER NAME"),
        changed(day(10), known("OTHRE NAME", "FIRST NAME"), known("OTHER NAME", "FIRST NAME")),
    )
    assert spellings(record) == [("FIRST NAME", "primary"), ("OTHRE NAME", "strong")]


def test_a_party_listed_by_a_name_that_came_later_is_listed_by_the_one_before() -> None:
    record, _ = rebuilt(
        known("NEW NAME", "OLD NAME"),
        changed(day(10), known("OLD NAME"), known("OLD NAME", "NEW NAME")),
    )
    assert spellings(record) == [("OLD NAME", "primary")]


def test_birth_data_addresses_and_numbers_are_taken_back_however_the_list_prints_them() -> None:
    passport = Identifier(type="passport", value="A 123")
    before = known(
        "X", birth_dates=(PartialDate.parse("1955"),), birth_places=("Rangoon, Burma",),
        addresses=(Address(text="1 Old Road, Yangon", country=BURMA),),
    )  # fmt: skip
    after = known(
        "X", birth_dates=(PartialDate.parse("1955-09-07"),), birth_places=("Taunggyi, Burma",),
        addresses=(Address(text="5 Pyay Road, Yangon", country=BURMA),), identifiers=(passport,),
    )  # fmt: skip
    seen = after.model_copy(
        update={
            "addresses": (Address(text="5 Pyay Road", city="Yangon", country=BURMA), Address(country=BURMA)),
            "identifiers": (passport.model_copy(update={"value": "A123"}),),
        }
    )
    record, fields = rebuilt(seen, changed(day(10), before, after))
    assert [str(born) for born in record.birth_dates] == ["1955"]
    assert record.birth_places == ("Rangoon, Burma",)
    assert record.addresses == (Address(country=BURMA), before.addresses[0])
    assert record.identifiers == ()
    assert fields == ("birth_dates", "birth_places", "addresses", "identifiers")


def test_changes_are_taken_back_newest_first_and_made_oldest_first() -> None:
    told = [
        changed(day(10), known("A"), known("A", "B")),
        changed(day(12), known("A", "B"), known("A", "C")),
    ]
    back, _ = rebuilt(known("A", "C"), *told)
    assert spellings(back) == [("A", "primary")]
    between, _ = rebuilt(known("A", "C"), *told, as_of=11)
    assert spellings(between) == [("A", "primary"), ("B", "strong")]
    made, fields = rebuilt(known("A"), *told, seen_on=9, as_of=29)
    assert spellings(made) == [("A", "primary"), ("C", "strong")]
    assert fields == ("names",)


def test_what_no_notice_speaks_of_stays_as_it_was_seen() -> None:
    seen = known("A", "D", remarks="As the list has it.", addresses=(Address(city="Yangon"),))
    told = changed(day(10), known("A"), known("A"))
    record, fields = rebuilt(seen, told)
    assert record == seen
    assert fields == ()


def test_a_notice_that_only_says_what_changed_decides_the_programmes() -> None:
    change = FieldChange(field="programmes", removed=("BURMA",), added=("GLOMAG",))
    record, fields = rebuilt(
        known("A", programmes=("GLOMAG",)), notice("amended", day(10), 1, changes=(change,))
    )
    assert record.programmes == ("BURMA",)
    assert fields == ("programmes",)


def announced_only(*told: Notice) -> ListStore:
    store = store_with((day(40), []))
    store.add_notices(LIST, told, complete=[(day(0), day(40))])
    return store


def test_a_party_no_version_held_is_known_by_the_notice_nearest_to_the_day() -> None:
    store = announced_only(
        notice("listed", day(1), 1, party=known("GROUP", "TRADING")),
        notice("delisted", day(30), 1, party=known("TRADING")),
    )
    assert spellings(store.snapshot(LIST, day(5)).party(ONE))[0] == ("GROUP", "primary")
    assert spellings(store.snapshot(LIST, day(25)).party(ONE)) == [("TRADING", "primary")]


def test_a_removal_told_under_one_programme_does_not_end_the_others_before_its_day() -> None:
    """Banks listed under IRAN, NPWMD and IFSR were announced as removed under IRAN."""
    store = announced_only(
        notice("listed", day(1), 1, party=known("BANK", programmes=("IRAN", "NPWMD"))),
        notice("delisted", day(30), 1, party=known("BANK", programmes=("IRAN", "SDGT"))),
    )
    assert store.snapshot(LIST, day(25)).party(ONE).programmes == ("IRAN", "NPWMD", "SDGT")
    assert store.snapshot(LIST, day(2)).party(ONE).programmes == ("IRAN", "NPWMD")


def test_the_amendments_between_two_days_are_those_announced_between_them() -> None:
    store = store_with((day(20), [known("A", "B", "C")]))
    store.add_notices(
        LIST,
        [
            changed(day(10), known("A"), known("A", "B")),
            changed(day(12), known("A", "B"), known("A", "B", "C")),
        ],
        complete=[(day(0), day(30))],
    )
    (amended,) = store.diff(LIST, day(10), day(12)).amended
    assert amended.changes == (FieldChange(field="names", added=("C (strong)",)),)
    assert store.diff(LIST, day(12), day(20)).amended == ()
