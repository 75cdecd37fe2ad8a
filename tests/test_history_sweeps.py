"""Announcements that take whole programmes off the list: who is meant, though nobody is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_screen.store import ListStore

SDN = "us-ofac-sdn"
TEXT = """06/17/99:

The following [FRYK] entries have been added to OFAC's SDN list:

EXAMPLEVIC, Ana, Minister of Labor, Republic of Serbia; DOB 1950 (individual) [{tag}].
SAMPLEVIC, Bo, Minister of Health, Republic of Serbia; DOB 1951 (individual) [FRYK].
OTHERVIC, Cal, Republic of Serbia; DOB 1952 (individual) [FRYM].
OTHERVIC, Dan, Republic of Serbia; DOB 1953 (individual) [FRYM].

08/24/01:

OFAC has removed appendices covering "[FRYK]," and "[SRBH]" entries.
"""


@pytest.mark.parametrize(
    ("tag", "gone"),
    [("FRYK", True), ("FRKY", True), ("FRYKK", True), ("FRYM", False), ("FRYX] [SDNT", False)],
)  # fmt: skip
def test_a_programme_misspelt_in_one_entry_is_swept_with_the_others(
    tmp_path: Path, tag: str, gone: bool
) -> None:
    """A minister was listed under [FRKY], and stayed on the list for ever when [FRYK] was removed."""
    path = tmp_path / "sdnew99.txt"
    path.write_bytes(TEXT.format(tag=tag).replace("\n", "\r\n").encode())
    store = ListStore.in_memory()
    store.import_changes([path], until=date(2001, 12, 31))
    left = {
        event.party_id: event.on
        for member in store.state(SDN)
        for event in store.history(member.party_id).events
        if event.kind == "delisted"
    }
    names = {store.party(party_id).primary_name.text for party_id in left}
    assert names == {"SAMPLEVIC, Bo"} | ({"EXAMPLEVIC, Ana"} if gone else set())
    assert set(left.values()) == {date(2001, 8, 24)}
