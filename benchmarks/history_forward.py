"""Every snapshot there is and the change files in one store: what it tells and what it costs.

The store's events of the weekly period are held against a computation that knows nothing of the store: the
raw files' rows by reference, and differences of sets from one day to the next.
"""

from __future__ import annotations

import csv
import io
import re
import resource
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from history_facts import LISTS, read_facts, verify
from history_rebuilding import SDN, Say

from sanctions_screen.history.states import ListState
from sanctions_screen.model import ListingEvent
from sanctions_screen.store import ListStore

__all__ = ["forward"]

FIRST, LAST = date(2021, 5, 22), date(2024, 7, 2)

Window = tuple[date, date]
Rows = dict[str, tuple[str, ...]]


def forward(data: Path, paths: list[Path], weeks: int | None, say: Say) -> None:
    say("\n## Forward: every snapshot, the weekly series and the change files in one store\n")
    with tempfile.TemporaryDirectory() as folder:
        snapshots = _snapshots(data, Path(folder), weeks)
        started, processor = time.perf_counter(), time.process_time()
        with ListStore.open(Path(folder) / "lists.db") as store:
            for day, file in snapshots:
                store.import_file(file, list_id=SDN, published_on=day)
            store.import_changes(paths)
            wall, processor = time.perf_counter() - started, time.process_time() - processor
            count = len(store.versions(SDN))
            say(f"- {len(snapshots)} files imported as {count} versions, and the change files: {wall:.0f} s "
                f"of wall time, {processor:.0f} s of processor time")  # fmt: skip
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            say(f"- peak memory of the process {peak:.0f} MB")
            _as_of_times(store, say)
            _history_times(store, say)
            started = time.perf_counter()
            report = store.verify()
            say(f"- verify: {report} in {time.perf_counter() - started:.0f} s")
        size = sum(file.stat().st_size for file in Path(folder).glob("lists.db*"))
        say(f"- store: {size / 1e6:.1f} MB")
        with ListStore.open(Path(folder) / "lists.db") as store:
            state = store.state(SDN, LAST)
            files = {version.published_on: len(version.files) for version in store.versions(SDN)}
            _agreement(state, snapshots, files, say)
            _links(state, say)
            _facts(store, data, say)


def _snapshots(data: Path, folder: Path, weeks: int | None) -> list[tuple[date, Path]]:
    """Return (day, file) of the dated folders and of the weekly series, oldest first."""
    found: list[tuple[date, Path]] = []
    for dated in (path for path in (data / SDN).iterdir() if path.is_dir()):
        names = sorted(path for path in dated.iterdir() if path.name.upper() in ("SDN.CSV", "SDN.XML"))
        found.append((date.fromisoformat(dated.name), names[0]))
    (archive,) = (data / SDN).glob("weekly-*.tar.xz")
    weekly: list[tuple[date, Path]] = []
    with tarfile.open(archive) as tar:
        for member in tar:
            dated_name = re.search(r"(\d{4}-\d{2}-\d{2})", member.name)
            content = tar.extractfile(member) if member.isfile() else None
            if dated_name and content:
                target = folder / dated_name[1] / "SDN.CSV"
                target.parent.mkdir()
                target.write_bytes(content.read())
                weekly.append((date.fromisoformat(dated_name[1]), target))
    return sorted([*found, *sorted(weekly)[:weeks]])


# --- how long an answer takes ---------------------------------------------------------------------------


def _as_of_times(store: ListStore, say: Say) -> None:
    say("\n| as of | parties | seconds to know them | of the processor | and to read them all |")
    say("|---|---|---|---|---|")
    for year, month, day in ((1996, 6, 1), (2001, 9, 10), (2005, 6, 1), (2014, 6, 1), (2016, 10, 11),
                             (2021, 6, 1), (2024, 7, 2)):  # fmt: skip
        started, used = time.perf_counter(), time.process_time()
        snapshot = store.snapshot(SDN, date(year, month, day))
        known, used = time.perf_counter() - started, time.process_time() - used
        count = sum(1 for _ in snapshot)
        whole = time.perf_counter() - started
        say(f"| {snapshot.as_of} | {count} | {known:.2f} | {used:.2f} | {whole:.2f} |")
    say("")


def _history_times(store: ListStore, say: Say) -> None:
    ids = [member.party_id for member in store.state(SDN)]
    times, processor = [], []
    for party_id in ids:
        started, used = time.perf_counter(), time.process_time()
        store.history(party_id)
        processor.append((time.process_time() - used) * 1000)
        times.append(((time.perf_counter() - started) * 1000, party_id))
    took = sorted(times)
    slow = took[-1]
    say(f"- one party's history, all {len(ids)} of them: median {took[len(took) // 2][0]:.1f} ms; slowest "
        f"{slow[0]:.1f} ms ({slow[1]}), and by processor time {max(processor):.1f} ms")  # fmt: skip
    late, busy = sum(wall > 50 for wall, _ in times), sum(used > 50 for used in processor)
    say(f"- histories that took over 50 ms: {late} by the clock, {busy} by processor")


# --- the events of the weekly period against the raw files ----------------------------------------------


def _raw_rows(file: Path) -> Rows:
    """Return reference → cells of a file of names, read as plain CSV."""
    rows: Rows = {}
    for row in csv.reader(io.StringIO(file.read_bytes().decode("utf-8", "replace"))):
        if len(row) == 1 and row[0][:1].isdigit():  # a spreadsheet saved each line as one quoted field
            row = next(csv.reader([row[0]]))
        if len(row) > 3 and row[0].strip().isdigit():
            rows[row[0].strip()] = tuple(
                "" if cell.strip() == "-0-" else " ".join(cell.split()) for cell in row
            )
    return rows


def _agreement(
    state: ListState, snapshots: list[tuple[date, Path]], files: dict[date, int], say: Say
) -> None:
    raw = {day: _raw_rows(file) for day, file in snapshots if file.suffix.upper() == ".CSV"}
    days = sorted(day for day in raw if FIRST <= day <= LAST)
    earlier = {reference for day, rows in raw.items() if day <= FIRST for reference in rows}
    naive = _naive_turns(raw, days, earlier)
    told: dict[str, set[tuple[str, Window]]] = {kind: set() for kind in naive}
    amended: list[tuple[str, ListingEvent]] = []
    without_window = 0
    for member in state:
        for event in state.history(member.party_id).events:
            since = event.window.after if event.window else event.on
            if since is None or since < FIRST or event.effective_by > LAST:
                continue
            if event.window is None:
                without_window += 1
            elif event.kind == "amended":
                amended.append((member.party_id.partition(":")[2], event))
            elif event.window.after:
                told[event.kind].add(
                    (member.party_id.partition(":")[2], (event.window.after, event.window.until))
                )
    say(f"\n### Events between {FIRST} and {LAST}, each with its window, against the raw files\n")
    say("| event | by sets of the raw files | in the store | the same, with the same window |")
    say("|---|---|---|---|")
    for kind, expected in naive.items():
        say(f"| {kind} | {len(expected)} | {len(told[kind])} | {len(expected & told[kind])} |")
    for kind, expected in naive.items():
        for reference, window in sorted(expected ^ told[kind])[:20]:
            where = "the raw files" if (reference, window) in expected else "the store"
            say(f"- only in {where}: {kind} {reference} {window[0]} to {window[1]}")
    say(f"\n{without_window} events of the period have a day instead of a window.")
    _amendments(raw, days, amended, files, say)


def _naive_turns(
    raw: dict[date, Rows], days: list[date], earlier: set[str]
) -> dict[str, set[tuple[str, Window]]]:
    found: dict[str, set[tuple[str, Window]]] = {"listed": set(), "delisted": set(), "relisted": set()}
    seen = set(earlier)
    for before, day in pairwise(days):
        for reference in raw[day].keys() - raw[before].keys():
            found["relisted" if reference in seen else "listed"].add((reference, (before, day)))
        for reference in raw[before].keys() - raw[day].keys():
            found["delisted"].add((reference, (before, day)))
        seen |= raw[day].keys()
    return found


def _amendments(
    raw: dict[date, Rows], days: list[date], amended: list[tuple[str, ListingEvent]],
    files: dict[date, int], say: Say,
) -> None:  # fmt: skip
    """Compare amendments: a row that changed between two files of names alone, and the store's windows."""
    alone = [day for day in days if files.get(day) == 1]
    changed: dict[str, list[Window]] = {}
    count = 0
    for before, day in pairwise(alone):
        for reference in raw[day].keys() & raw[before].keys():
            if raw[day][reference][:12] != raw[before][reference][:12]:
                changed.setdefault(reference, []).append((before, day))
                count += 1
    windows: dict[str, list[Window]] = {}
    for reference, event in amended:
        assert event.window is not None
        assert event.window.after is not None
        windows.setdefault(reference, []).append((event.window.after, event.window.until))
    found = sum(
        any(_overlap(w, own) for own in windows.get(r, ())) for r, all_ in changed.items() for w in all_
    )
    based = sum(
        any(_overlap(w, own) for own in changed.get(r, ())) for r, all_ in windows.items() for w in all_
    )
    say(
        f"\nAmendments: {count} times a row differs from that of the file of names before; of {found} the "
        f"store tells. It tells of {len(amended)} amendments; {based} lie over such a difference."
    )
    fields = Counter(change.field for _, event in amended for change in event.changes)
    say(f"\nFields amended: {', '.join(f'{field} {number}' for field, number in fields.most_common())}.")
    lost = [(r, w) for r, all_ in sorted(changed.items()) for w in all_
            if not any(_overlap(w, own) for own in windows.get(r, ()))]  # fmt: skip
    for reference, (before, day) in lost[:10]:
        a, b = raw[before][reference], raw[day][reference]
        cells = [(x[:60], y[:60]) for x, y in zip(a, b, strict=False) if x != y]
        say(f"- not told: {reference}, {before} to {day}: {cells}")


def _overlap(one: Window, other: Window) -> bool:
    return one[0] < other[1] and other[0] < one[1]


# --- links and facts ------------------------------------------------------------------------------------


def _when(event: ListingEvent) -> str:
    if event.on or event.window is None:
        return str(event.on or "")
    return f"{event.window.after} to {event.window.until}"


def _links(state: ListState, say: Say) -> None:
    """Print every kind of link, and a sample with the reasons, for reading."""
    links = [
        (member.party_id, link, state.party(member.party_id))
        for member in state
        for link in state.history(member.party_id).linked
        if link.relation == "earlier"
    ]
    confidence = Counter(link.confidence for _, link, _ in links)
    kinds = Counter(party.kind for _, _, party in links)
    say("\n### Relisted under a new reference\n")
    told = dict(sorted(confidence.items()))
    say(f"{len(links)} links: {dict(sorted(kinds.items()))}; by confidence {told}.")
    say("\nEvery link of a person, and each eighth of the others:\n")
    others = [entry for entry in links if entry[2].kind != "person"]
    for party_id, link, party in (*(e for e in links if e[2].kind == "person"), *others[::8]):
        events = "; ".join(
            f"{e.kind} {_when(e)}"
            for e in link.events if e.kind != "amended"
        )  # fmt: skip
        say(f"- {party_id} {party.primary_name.text} was {link.party_id} ({events}), {link.confidence}: "
            f"{', '.join(link.reasons)}")  # fmt: skip


def _facts(store: ListStore, data: Path, say: Say) -> None:
    """Hold the table of known facts against the store, with the other publishers' files put in."""
    for list_id in sorted({*LISTS.values()} - {SDN}):
        for file in _lists_of(data / list_id):
            store.import_file(file, list_id=list_id, published_on=date.fromisoformat(file.parent.name[:10]))
    say("\n### The known facts\n")
    for fact in read_facts(data / "known_history_facts.csv"):
        try:
            say(f"- {fact}: {verify(fact, store)}")
        except AssertionError as error:
            say(f"- {fact}: **does not hold**: {error}")


def _lists_of(folder: Path) -> Iterator[Path]:
    for dated in sorted(folder.iterdir()):
        yield from sorted(path for path in dated.iterdir() if path.is_file())
