"""How long the weekly series takes to import with change files present, a list's state and a party's history.

Run it as ``python benchmarks/history_times.py DATA [--db STORE] [--results FILE]``, where DATA holds
``us-ofac-changes/`` and ``us-ofac-sdn/weekly-*.tar.xz``. With ``--db`` nothing is imported and a store that
holds the SDN list already is asked. Seconds are of the processor unless told otherwise.
"""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from history_heldout import SDN, _weekly
from told import Told, of_real_lists

from sanctions_screen.store import ListStore

_DAYS = (date(2012, 5, 1), date(2022, 3, 2), date(2024, 7, 2))
_ASKED = 200


def main() -> None:
    options = of_real_lists(__doc__)
    say = Told()
    say(f"# Times of histories, measured {date.today()}, load {os.getloadavg()[0]:.1f}\n")  # noqa: DTZ011
    with (
        tempfile.TemporaryDirectory() as folder,
        _store(options.data, options.db, Path(folder), say) as store,
    ):
        _ask(store, say)
    say.write(options.results)


@contextmanager
def _store(data: Path, db: Path | None, folder: Path, say: Told) -> Iterator[ListStore]:
    with ListStore.open(db or folder / "lists.db", read_only=bool(db)) as store:
        if not db:
            _import(store, data, folder, say)
        yield store


def _import(store: ListStore, data: Path, folder: Path, say: Told) -> None:
    unpacked = folder / "files"
    unpacked.mkdir()
    files = list(_weekly(data / SDN, unpacked))
    wall, processor = time.perf_counter(), time.process_time()
    store.import_changes((data / "us-ofac-changes").iterdir())
    for day, path in files:
        store.import_file(path, list_id=SDN, published_on=day)
    say(f"- change files, then {len(files)} weekly files imported: {time.process_time() - processor:.0f} s, "
        f"{time.perf_counter() - wall:.0f} s of wall")  # fmt: skip


def _ask(store: ListStore, say: Told) -> None:
    say(f"- the store holds {len(store.versions(SDN))} versions and {len(store.notices(SDN))} notices")
    for day in _DAYS:
        started = time.process_time()
        state = store.state(SDN, day)
        say(f"- as of {day}: {len(state)} parties in {time.process_time() - started:.2f} s")
    ids = [member.party_id for member in state]
    del state  # a collection of what it holds would be counted with somebody's history
    gc.collect()
    took = []
    for party_id in ids[:: max(len(ids) // _ASKED, 1)]:
        started = time.process_time()
        store.history(party_id)
        took.append(1000 * (time.process_time() - started))
    say(f"- a party's history, of {len(took)}: median {statistics.median(took):.1f} ms, "
        f"longest {max(took):.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
