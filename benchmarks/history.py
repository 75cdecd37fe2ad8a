"""Listing history from real files: what is read, how well a day is rebuilt, what a store of it all costs.

Run it as ``python benchmarks/history.py DATA [--results FILE]``, where DATA is a folder laid out as
``us-ofac-changes/`` (OFAC's yearly change files), ``us-ofac-sdn/<date>/SDN.CSV`` (snapshots) and
``us-ofac-sdn/weekly-*.tar.xz`` (a weekly series, one file a date). It prints Markdown; the results kept
beside it have the date they were measured.
"""

from __future__ import annotations

import argparse
import platform
import re
import statistics
import tarfile
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from sanctions_screen.model import Party
from sanctions_screen.names.keys import name_key
from sanctions_screen.sources.ofac_change_parties import spelling_keys
from sanctions_screen.sources.ofac_changes import ChangeFile, read_changes
from sanctions_screen.store import ListStore

SDN = "us-ofac-sdn"
FIRST, LAST = date(2015, 1, 17), date(2016, 10, 11)

Say = Callable[[str], None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--weeks", type=int, default=None, help="import only so many of the weekly versions")
    parser.add_argument("--part", choices=["reading", "rebuilding", "forward"], action="append")
    options = parser.parse_args()
    lines: list[str] = []

    def say(text: str = "") -> None:
        print(text, flush=True)
        lines.append(text)

    say(f"# Listing history, measured {datetime.now(UTC):%Y-%m-%d}")
    say(f"\nPython {platform.python_version()}, {platform.machine()}.")
    parts = options.part or ["reading", "rebuilding", "forward"]
    paths = sorted((options.data / "us-ofac-changes").iterdir(), key=_year)
    if "reading" in parts:
        reading([read_changes(path) for path in paths], say)
    if "rebuilding" in parts:
        rebuilding(options.data, paths, say)
    if "forward" in parts:
        forward(options.data, paths, options.weeks, say)
    if options.results:
        options.results.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _year(path: Path) -> int:
    found = re.search(r"(\d\d)\.", path.name)
    assert found
    return (int(found[1]) + 10) % 100


# --- reading --------------------------------------------------------------------------------------------


def reading(files: list[ChangeFile], say: Say) -> None:
    say("\n## Reading the change files\n")
    say("| file | entries | added | changed | removed | text read | passages unread |")
    say("|---|---|---|---|---|---|---|")
    for file in files:
        kinds = Counter(change.kind for change in file.changes)
        say(
            f"| {file.file.name} | {len(file.changes)} | {kinds['listed']} | {kinds['amended']} "
            f"| {kinds['delisted']} | {file.share_read:.2%} | {len(file.unread)} |"
        )
    for label, group in (
        ("1994 to 2000", [f for f in files if f.changes[0].on.year <= 2000]),
        ("2001 on", [f for f in files if f.changes[0].on.year > 2000]),
    ):
        share = sum(f.read_characters for f in group) / sum(f.characters for f in group)
        say(f"\n{label}: {share:.2%} of the text.")
    say("\nUnread, from 2001 on:\n")
    for file in files:
        if file.changes[0].on.year > 2000:
            for passage in file.unread:
                where = f"{passage.file}, line {passage.line}"
                say(f"- {where}: {passage.reason} ({len(passage.text)} characters)")


# --- rebuilding -----------------------------------------------------------------------------------------


def rebuilding(data: Path, paths: list[Path], say: Say) -> None:
    say(f"\n## Rebuilding backwards from {LAST}\n")
    store = ListStore.in_memory()
    store.import_file(_sdn(data, LAST), list_id=SDN, published_on=LAST)
    started = time.perf_counter()
    store.import_changes(paths)
    say(f"Change files read and tied in {time.perf_counter() - started:.0f} s.")
    other = ListStore.in_memory()
    other.import_file(_sdn(data, FIRST), list_id=SDN, published_on=FIRST)
    real = {party.party_id: party for party in other.snapshot(SDN, FIRST)}
    true_day, day_errors = _true_day(store, real)
    say(f"\nThe copy archived on {FIRST} fits the list as of {true_day} best ({day_errors} differences).")
    _compare(store, real, true_day, say)
    _by_year(store, say)


def _sdn(data: Path, day: date) -> Path:
    return next(path for path in (data / SDN / str(day)).iterdir() if path.name.upper() == "SDN.CSV")


def _true_day(store: ListStore, real: dict[str, Party]) -> tuple[date, int]:
    """Return the day before the archiving on which the rebuilt list differs least; the latest of the best."""
    found: list[tuple[int, int]] = []
    for day in range(FIRST.toordinal() - 20, FIRST.toordinal() + 1):
        missing, extra, _ = _differences(store, real, date.fromordinal(day))
        found.append((len(missing) + len(extra), -day))
    errors, day = min(found)
    return date.fromordinal(-day), errors


def _differences(
    store: ListStore, real: dict[str, Party], day: date
) -> tuple[dict[str, Party], dict[str, Party], list[tuple[Party, Party]]]:
    """Return what is missing and what is extra in the rebuilt list, and the pairs that match.

    A party that left between the days is known from announcements alone: it is matched by its names.
    """
    rebuilt = {party.party_id: party for party in store.snapshot(SDN, day)}
    pairs = [(real[key], rebuilt[key]) for key in real.keys() & rebuilt.keys()]
    missing = {key: party for key, party in real.items() if key not in rebuilt}
    extra = {key: party for key, party in rebuilt.items() if key not in real}
    for key, other in _by_names(missing, extra):
        pairs.append((missing.pop(key), extra.pop(other)))
    return missing, extra, pairs


def _by_names(missing: dict[str, Party], extra: dict[str, Party]) -> list[tuple[str, str]]:
    """Return (reference, id) of the parties of one kind that share a name: as many pairs as there can be.

    Two parties may share a name, and each have one more: taking the first that fits would leave one over.
    """
    by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(missing):
        by_name[missing[key].kind, name_key(missing[key].primary_name.text)].append(key)
    fits: dict[str, list[str]] = {}
    for key, party in sorted(extra.items()):
        names = dict.fromkeys(k for name in party.names for k in spelling_keys(name.text))
        same = [other for name in names for other in by_name.get((party.kind, name), ())]
        numbers = {item.value for item in party.identifiers}
        fits[key] = sorted(
            same, key=lambda other: not any(i.value in numbers for i in missing[other].identifiers)
        )
    taken: dict[str, str] = {}

    def place(key: str, tried: set[str]) -> bool:
        for other in fits[key]:
            if other not in tried:
                tried.add(other)
                if other not in taken or place(taken[other], tried):
                    taken[other] = key
                    return True
        return False

    for key in fits:
        place(key, set())
    return sorted(taken.items())


def _compare(store: ListStore, real: dict[str, Party], day: date, say: Say) -> None:
    missing, extra, pairs = _differences(store, real, day)
    share = (len(real) - len(missing)) / len(real)
    say(f"\n- {len(real)} parties really listed, {len(real) - len(missing)} of them rebuilt: {share:.2%}")
    say(f"- {len(extra)} rebuilt and not really listed: {len(extra) / len(real):.2%}")
    other = [(a, b) for a, b in pairs if set(a.programmes) != set(b.programmes)]
    say(f"- programmes the same for {1 - len(other) / len(pairs):.2%} of those in both")
    uncertain = len(store.snapshot(SDN, day).uncertain)
    say(f"- {uncertain} left out as uncertain: announced long ago, never removed")
    say("\nMissing:\n")
    for key in sorted(missing):
        say(f"- {key} {missing[key].primary_name.text} {list(missing[key].programmes)}")
    say("\nExtra:\n")
    for key in sorted(extra):
        first = store.history(key).events[0]
        since = first.on or f"by {first.effective_by}"
        say(f"- {key} {extra[key].primary_name.text} {list(extra[key].programmes)}, listed {since}")
    say("\nOther programmes (really, rebuilt):\n")
    for a, b in sorted(other, key=lambda pair: pair[0].party_id)[:60]:
        say(f"- {a.party_id} {a.primary_name.text}: {sorted(a.programmes)}, {sorted(b.programmes)}")
    if len(other) > 60:
        say(f"- and {len(other) - 60} more")


def _by_year(store: ListStore, say: Say) -> None:
    say("\n### The list, year by year\n")
    say("| as of | parties | of these rebuilt | uncertain | added since the row above | removed |")
    say("|---|---|---|---|---|---|")
    notices = store.notices(SDN)
    before = date(2001, 9, 10)
    for day in (before, *(date(year, 1, 1) for year in range(2002, 2017)), LAST):
        snapshot = store.snapshot(SDN, day)
        kinds = Counter(notice.kind for notice in notices if before < notice.on <= day)
        say(
            f"| {day} | {len(snapshot)} | {len(snapshot.rebuilt)} | {len(snapshot.uncertain)} "
            f"| {kinds['listed']} | {kinds['delisted']} |"
        )
        before = day


# --- forward --------------------------------------------------------------------------------------------


def forward(data: Path, paths: list[Path], weeks: int | None, say: Say) -> None:
    say("\n## Forward: every snapshot, the weekly series and the change files in one store\n")
    with tempfile.TemporaryDirectory() as folder:
        snapshots = _snapshots(data, Path(folder), weeks)
        started = time.perf_counter()
        with ListStore.open(Path(folder) / "lists.db") as store:
            for day, file in snapshots:
                store.import_file(file, list_id=SDN, published_on=day)
            imported = time.perf_counter() - started
            store.import_changes(paths)
            total = time.perf_counter() - started
            count = len(store.versions(SDN))
            say(f"- {count} versions in {imported:.0f} s, with the change files {total:.0f} s")
            _events_of_period(store, say)
            _as_of_times(store, say)
            _history_times(store, say)
            _facts(store, say)
            started = time.perf_counter()
            report = store.verify()
            say(f"- verify: {report} in {time.perf_counter() - started:.0f} s")
        size = sum(file.stat().st_size for file in Path(folder).glob("lists.db*"))
        say(f"- store: {size / 1e6:.1f} MB")


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


def _events_of_period(store: ListStore, say: Say) -> None:
    first, last = date(2021, 5, 22), date(2024, 7, 2)
    started = time.perf_counter()
    state = store.state(SDN, last)
    kinds: Counter[str] = Counter()
    for member in state:
        for event in state.history(member.party_id).events:
            if event.on is None and event.window and event.window.after and first <= event.window.after:
                kinds[event.kind] += 1
    say(f"- events between {first} and {last}, each with its window: {dict(sorted(kinds.items()))}")
    say(f"- all {len(state)} histories of the list told in {time.perf_counter() - started:.0f} s")


def _as_of_times(store: ListStore, say: Say) -> None:
    days = [
        date(1996, 6, 1),
        date(2005, 6, 1),
        date(2014, 6, 1),
        date(2016, 10, 11),
        date(2021, 6, 1),
        date(2024, 7, 2),
    ]
    times = []
    for day in days:
        started = time.perf_counter()
        snapshot = store.snapshot(SDN, day)
        state = time.perf_counter() - started
        count = sum(1 for _ in snapshot)
        times.append(
            f"{day}: {count} parties, {state:.2f} s to know them, {time.perf_counter() - started:.2f} s read"
        )
    say("- as-of snapshots: " + "; ".join(times))


def _history_times(store: ListStore, say: Say) -> None:
    ids = [member.party_id for member in store.state(SDN)]
    times = []
    for party_id in ids[:: max(1, len(ids) // 300)]:
        started = time.perf_counter()
        store.history(party_id)
        times.append((time.perf_counter() - started) * 1000)
    slow = max(times)
    median = statistics.median(times)
    say(f"- one party's history: median {median:.1f} ms, slowest of {len(times)} {slow:.1f} ms")


def _facts(store: ListStore, say: Say) -> None:
    """Print the events of the parties the reference facts are about."""
    say("\nReference parties:\n")
    for reference in (
        "16102", "15157", "33537", "17622", "18848", "20604", "9345", "10550", "10708", "8279", "27225",
        "24283", "24226", "24227", "24228", "38499", "39796", "11317",
    ):  # fmt: skip
        try:
            history = store.history(f"{SDN}:{reference}")
        except LookupError:
            continue
        told = "; ".join(
            f"{e.kind} {e.on or f'{e.window.after}..{e.window.until}' if e.on or e.window else ''} "
            f"{'/'.join(e.programmes)}"
            for e in history.events
            if e.kind != "amended" or any(change.field == "programmes" for change in e.changes)
        )
        links = ", ".join(f"{x.relation} {x.party_id} ({x.confidence})" for x in history.linked)
        say(f"- {reference}: {told}{' | ' + links if links else ''}")
    say("")


if __name__ == "__main__":
    main()
