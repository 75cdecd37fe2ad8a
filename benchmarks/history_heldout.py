"""Days whose files are held back: what a store says of them that never saw these files.

Run it as ``python benchmarks/history_heldout.py DATA [--weeks N] [--series NAME] [--results FILE]``, where
DATA is a folder laid out as ``us-ofac-sdn/weekly-*.tar.xz`` (one file a date), ``us-ofac-sdn/<date>/`` and
``un-sc/<date>/``. Of each series every second file is left out and its day asked for. A party that the store
calls listed and the file does not hold, or that the file holds and the store does not call listed, is
*certain and wrong*; a party called unsettled is none. What came and went, or went and came, between the two
files around the day is in neither, and no store of them can tell: it is counted apart, as *unseen*. Change
files in ``us-ofac-changes/`` are imported with ``--changes``. With ``--archived`` every file is imported as
an archive's copy, whose day is only the last that it can be of.
"""

from __future__ import annotations

import argparse
import tarfile
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from history_rebuilding import Say
from told import Told

from sanctions_screen.model import Party
from sanctions_screen.sources import read_list
from sanctions_screen.store import ListStore

SDN, UN = "us-ofac-sdn", "un-sc"
_ARCHIVED = ", as an archive's copies"


@dataclass
class Row:
    """What a store said of one day, held against that day's file."""

    day: date
    parties: int
    false_clear: list[str] = field(default_factory=list)
    """In the file, and neither listed nor unsettled in the answer."""
    false_hit: list[str] = field(default_factory=list)
    """Listed in the answer, and not in the file."""
    names: list[str] = field(default_factory=list)
    """Listed or unsettled, and not compared by the name the file has, though a file beside it has it."""
    unseen: list[str] = field(default_factory=list)
    """Whom both files around the day agree about, and the day's own file does not."""
    unsettled: int = 0
    differ: int = 0
    """Of the unsettled, those of whom the last file before would have told the wrong thing."""
    seconds: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--weeks", type=int, help="use only so many files of the weekly series")
    parser.add_argument("--series", choices=["weekly", "sdn", "un"], action="append")
    parser.add_argument("--changes", action="store_true", help="import the change files too")
    parser.add_argument("--archived", action="store_true", help="import the files as an archive's copies")
    parser.add_argument("--results", type=Path)
    options = parser.parse_args()
    say = Told()
    say(f"# Days held out, measured {date.today()}")  # noqa: DTZ011 - the day of the desk that measures
    chosen = options.series or ["weekly", "sdn", "un"]
    how = _ARCHIVED if options.archived else ""
    with tempfile.TemporaryDirectory() as folder:
        if "weekly" in chosen:
            files = list(_weekly(options.data / SDN, Path(folder)))[: options.weeks]
            held_out(f"weekly SDN files{how}", SDN, files, (), say)
        if "sdn" in chosen:
            changes = sorted((options.data / "us-ofac-changes").iterdir()) if options.changes else ()
            held_out(f"dated SDN files{how}", SDN, list(_dated(options.data / SDN, "SDN.CSV")), changes, say)
        if "un" in chosen:
            held_out(f"dated UN files{how}", UN, list(_dated(options.data / UN, "")), (), say)
    say.write(options.results)


def _weekly(folder: Path, into: Path) -> Iterator[tuple[date, Path]]:
    (archive,) = folder.glob("weekly-*.tar.xz")
    with tarfile.open(archive) as tar:
        tar.extractall(into, filter="data")
    for path in sorted(into.rglob("*")):
        if path.is_file():
            yield date.fromisoformat(path.name[:10] if path.name[:2] == "20" else path.parent.name[:10]), path


def _dated(folder: Path, wanted: str) -> Iterator[tuple[date, Path]]:
    for each in sorted(path for path in folder.iterdir() if path.is_dir()):
        files = sorted(path for path in each.iterdir() if path.name == wanted or not wanted)
        if files:
            yield date.fromisoformat(each.name[:10]), files[0]


def held_out(
    title: str, list_id: str, files: list[tuple[date, Path]], changes: Iterable[Path], say: Say
) -> None:
    """Import every second file, ask for the days between, and print a table."""
    store = ListStore.in_memory()
    started = time.perf_counter()
    for day, path in files[::2]:
        told = {"archived_by" if title.endswith(_ARCHIVED) else "published_on": day}
        store.import_file(path, list_id=list_id, **told)
    changes = list(changes)
    if changes:
        store.import_changes(changes, list_id)
    rows = []
    for before, (day, path), after in zip(files[::2], files[1::2], files[2::2], strict=False):
        truth: dict[str, Party] = {
            party.party_id: party for party in read_list(path, list_id=list_id).parties
        }
        beside = [_held(store, list_id, each) for each, _ in (before, after)]
        rows.append(_judged(store, list_id, day, truth, beside))
    _show(title, rows, len(files), time.perf_counter() - started, say)


def _held(store: ListStore, list_id: str, day: date) -> dict[str, Party]:
    """Return what the file of a day that was imported held."""
    (version,) = [version for version in store.versions(list_id) if version.published_on == day]
    return {party.party_id: party for party in store.content(list_id, version.digest)}


def _judged(
    store: ListStore, list_id: str, day: date, truth: dict[str, Party], beside: list[dict[str, Party]]
) -> Row:
    started = time.perf_counter()
    state = store.state(list_id, day)
    row = Row(day, len(truth), seconds=time.perf_counter() - started)
    status = {member.party_id: member.status for member in state}
    listed = {party_id for party_id, told in status.items() if told == "listed"}
    unsettled = {party_id for party_id, told in status.items() if told == "unsettled"}
    wrong = (truth.keys() - listed - unsettled) | (listed - truth.keys())
    before, after = (held.keys() for held in beside)
    row.unseen = sorted(p for p in wrong if (p in before) == (p in after) != (p in truth))
    row.false_clear = sorted((truth.keys() & wrong) - set(row.unseen))
    row.false_hit = sorted(wrong - truth.keys() - set(row.unseen))
    row.unsettled = len(unsettled)
    row.differ = len(unsettled & (truth.keys() ^ before))
    for party_id in sorted((listed | unsettled) & truth.keys()):
        name = truth[party_id].primary_name.text
        if name not in _names(state.compared(party_id)):
            known = any(party_id in held and name in _names(held[party_id]) for held in beside)
            (row.names if known else row.unseen).append(party_id)
    return row


def _names(party: Party) -> set[str]:
    return {name.text for name in party.names}


def _show(title: str, rows: list[Row], files: int, seconds: float, say: Say) -> None:
    say(f"\n## {title}: {files} files, every second held out\n")
    say(
        "| day | parties | certain and wrong | name not compared | unseen | unsettled | of these other "
        "| as-of, s |"
    )
    say("|---|---|---|---|---|---|---|---|")
    for row in rows:
        counts = (row.parties, len(row.false_clear) + len(row.false_hit), len(row.names), len(row.unseen))
        told = " | ".join(str(count) for count in (*counts, row.unsettled, row.differ))
        say(f"| {row.day} | {told} | {row.seconds:.2f} |")
    for row in rows:
        for told, ids in (("clear, but in the file", row.false_clear),
                          ("listed, but not in the file", row.false_hit), ("by another name", row.names),
                          ("unseen", row.unseen)):  # fmt: skip
            if ids:
                say(f"\n{row.day}, {told}: {', '.join(ids[:20])}{' …' if len(ids) > 20 else ''}")
    say(f"\nIn all: {sum(len(r.false_clear) + len(r.false_hit) for r in rows)} certain and wrong, "
        f"{sum(len(r.unseen) for r in rows)} unseen, {sum(r.unsettled for r in rows)} unsettled "
        f"on {len(rows)} days ({sum(r.differ for r in rows)} really other), {seconds:.0f} s.")  # fmt: skip


if __name__ == "__main__":
    main()
