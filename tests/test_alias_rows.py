"""A row of a change file that comes or goes is a spelling of a party that stays, no listing or delisting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from store_parties import day, notice, parties, party, store_with

from sanctions_screen.model import ListingEvent
from sanctions_screen.store import ListStore

SDN = "us-ofac-sdn"
LISTED = """\
10/08/97:  The following entries have been added to the list:

EXAMPLE JIHAD (a.k.a. TULIP VANGUARD) [SDT]
TULIP VANGUARD (a.k.a. EXAMPLE JIHAD) [SDT]
"""
DROPPED = """\
10/12/99:  The following entries have been removed from the list:

TULIP VANGUARD (a.k.a. EXAMPLE JIHAD) [SDT]

The following changes have been made to entries on the list:

EXAMPLE JIHAD (a.k.a. TULIP VANGUARD) [SDT] -to- EXAMPLE JIHAD
(a.k.a. RUBY VANGUARD) [SDT]
"""
ADDED = """\
10/12/99:  The following entries have been added to the list:

RUBY VANGUARD (a.k.a. EXAMPLE JIHAD) [SDT]

The following changes have been made to entries on the list:

EXAMPLE JIHAD (a.k.a. TULIP VANGUARD) [SDT] -to- EXAMPLE JIHAD
(a.k.a. TULIP VANGUARD; a.k.a. RUBY VANGUARD) [SDT]
"""
REFILED = """\
10/12/99:  The following entries have been removed from the list:

EXAMPLE JIHAD (a.k.a. TULIP VANGUARD) [SDT]
TULIP VANGUARD (a.k.a. EXAMPLE JIHAD) [SDT]

The following entries have been added to the list:

EXAMPLE JIHAD (a.k.a. TULIP VANGUARD) [FTO]
TULIP VANGUARD (a.k.a. EXAMPLE JIHAD) [FTO]
"""
GONE = """\
10/12/99:  The following entries have been removed from the list:

EXAMPLE JIHAD (a.k.a. TULIP VANGUARD) [SDT]
TULIP VANGUARD (a.k.a. EXAMPLE JIHAD) [SDT]
"""


def told(folder: Path, second: str) -> list[ListingEvent]:
    """Return the events of the one party that two change files tell of."""
    paths = []
    for name, text in (("SDNEW97.TXT", LISTED), ("SDNEW99.TXT", second)):
        paths.append(folder / name)
        paths[-1].write_bytes(text.replace("\n", "\r\n").encode())
    store = ListStore.in_memory()
    store.import_changes(paths)
    (member,) = store.state(SDN, date(1999, 12, 31))
    return list(store.history(member.party_id).events)


@pytest.mark.parametrize(
    "second", [DROPPED, ADDED, REFILED], ids=["dropped", "added", "under another programme"]
)
def test_a_row_of_a_party_that_stays_is_an_amendment(tmp_path: Path, second: str) -> None:
    assert [(event.kind, event.on) for event in told(tmp_path, second)] == [
        ("listed", date(1997, 10, 8)), ("amended", date(1999, 10, 12)),
    ]  # fmt: skip


def test_a_party_put_under_another_programme_is_told_with_both(tmp_path: Path) -> None:
    (change,) = [c for c in told(tmp_path, REFILED)[1].changes if c.field == "programmes"]
    assert (change.removed, change.added) == (("SDT",), ("FTO",))


def test_a_party_all_of_whose_rows_are_removed_is_delisted(tmp_path: Path) -> None:
    assert [event.kind for event in told(tmp_path, GONE)] == ["listed", "delisted"]


def test_a_file_older_than_its_day_delists_nobody_that_a_complete_record_keeps() -> None:
    """A copy was kept on 2015-01-17 that does not hold who was listed on the day before."""
    store = store_with((day(9), parties([(2, "a")])), (day(300), parties([(1, "a"), (2, "a")])))
    store.add_notices("my-list", [notice("listed", day(8), 1, party=party(1))], complete=[(day(0), day(299))])
    assert [event.kind for event in store.history("my-list:1").events] == ["listed"]
