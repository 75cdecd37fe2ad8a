"""The lists that speed is measured on: SDN of 2024-07-02 with its aliases, the UN's, the UK's, Australia's.

Reach for :func:`four_lists` with the folder of real lists and :func:`people` for whom to ask about.
"""

from __future__ import annotations

import csv
import random
import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sanctions_screen import ListStore

__all__ = ["Person", "four_lists", "listed_names", "mixed", "people"]

# The archive holds no aliases of that day; these are the nearest.
_SDN = (
    "us-ofac-sdn/2024-07-02/SDN.CSV",
    "us-ofac-sdn/2023-07-25/ALT.CSV",
    "us-ofac-sdn/2023-07-25/ADD.CSV",
)
_OTHERS = (
    ("un-sc", "un-sc/2024-09-26/consolidated.xml", date(2024, 9, 26)),
    ("gb-ofsi", "gb-ofsi/2025-04-10/ConList.xlsx", date(2025, 4, 10)),
    ("au-dfat", "au-dfat/2026-08-02/regulation8_consolidated.xlsx", date(2026, 8, 2)),
)


class Person(NamedTuple):
    """Somebody of the background file, who is on no list."""

    name: str
    script: str


def four_lists(shared: Path, file: Path) -> ListStore:
    """Return a new store in *file* with the four lists."""
    store = ListStore.open(file, create=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in _SDN:
            shutil.copy(shared / "data" / name, folder)
        store.import_file(Path(folder) / "SDN.CSV", list_id="us-ofac-sdn", published_on=date(2024, 7, 2))
    for list_id, name, day in _OTHERS:
        store.import_file(shared / "data" / name, list_id=list_id, published_on=day)
    return store


def listed_names(store: ListStore) -> list[str]:
    """Return every different name on the lists of a store."""
    parties = (party for info in store.lists() for party in store.snapshot(info.list_id))
    return sorted({name.text for party in parties for name in party.names})


def people(shared: Path) -> list[Person]:
    """Return the people of the background file, mixed, always in the same order."""
    with (shared / "eval" / "background.csv").open(encoding="utf-8", newline="") as rows:
        found = [Person(row["name"], row["script"]) for row in csv.DictReader(rows)]
    random.Random(0).shuffle(found)
    return found


def mixed(names: Sequence[str], listed: Sequence[str], share: float = 0.02) -> list[str]:
    """Return *names* with a share of listed names among them, one letter of each changed over."""
    source = random.Random(1)
    return [_slipped(source.choice(listed), source) if source.random() < share else name for name in names]


def _slipped(name: str, source: random.Random) -> str:
    at = source.randrange(max(1, len(name) - 1))
    return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]
