"""Listing histories of lists whose versions were read from formats that carry different fields."""

from __future__ import annotations

from store_parties import LIST, day, party

from sanctions_screen.model import Address
from sanctions_screen.store import ListStore


def test_a_change_seen_in_another_format_is_not_told_again_by_the_next_version_of_the_first() -> None:
    store = ListStore.in_memory()
    for number, form, programmes, addresses in (
        (0, "rows", ("IRAN",), ()),
        (10, "tree", ("IRAN", "SDGT"), ()),
        (20, "rows", ("IRAN", "SDGT"), (Address(text="Tehran"),)),
    ):
        held = party(1, programmes=programmes, addresses=addresses)
        store.add_snapshot(LIST, [held], published_on=day(number), format=form)
    amended = [event for event in store.history(f"{LIST}:1").events if event.kind == "amended"]
    fields = [[change.field for change in event.changes] for event in amended]
    assert fields == [["programmes"], ["addresses"]]
    assert [event.window.after for event in amended if event.window] == [day(0), day(0)]
