"""A month of answers over a store of real lists that grows by late and new files, all given again.

Run it as ``python benchmarks/history_replay.py DATA [--seed N] [--days N] [--results FILE]``, where DATA has
folders such as ``un-sc/<date>/``. The files come in random order, one a day; now and then a version is taken
out or put under another day, or a change file comes. After each of them some subjects are screened, as of the
newest day or of a random one. At the end every answer is given again, byte for byte, from the same store and
from what ``lists export`` wrote, read into an empty store.

Each state of knowledge has an index of its own, and making one takes most of the time: they are all kept, and
put beside the second store, where each is opened only if its key, the digest of whom it is of, is the same.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from history_rebuilding import Say
from told import Told

from sanctions_screen import ListStore, Screener, ScreeningResult, ScreeningSettings
from sanctions_screen.engine import chosen
from sanctions_screen.errors import SanctionsScreenError
from sanctions_screen.screening.replaying import Replayer
from sanctions_screen.sources import ParsedList, read_list

LISTS = ("un-sc", "us-ofac-cons", "us-ofac-sdn")
MAIN = {"us-ofac-sdn": ("SDN.CSV", "SDN.XML"), "us-ofac-cons": ("cons_prim.csv", "consolidated.xml")}
CHANGES = ("sdnew13.txt", "sdnew14.txt", "sdnew15.txt", "sdnnew16.txt")
SUBJECTS = ("Thein Htay", "Ri Hong-sop", "NIOC", "Kim Sok Chol", "Abdul Ghani Baradar", "Nobody At All")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--lists", nargs="+", default=list(LISTS))
    parser.add_argument("--results", type=Path)
    options = parser.parse_args()
    say = Told()
    say(f"# A month of answers given again, measured {date.today()}")  # noqa: DTZ011
    with tempfile.TemporaryDirectory() as folder:
        a_month(options.data, Path(folder), options.lists, options.days, random.Random(options.seed), say)
    say.write(options.results)


def a_month(data: Path, folder: Path, lists: list[str], days: int, rng: random.Random, say: Say) -> None:
    vars(chosen)["_IMAGES_KEPT"] = days + 1  # one of each state of knowledge
    files = list(_files(data, lists))
    rng.shuffle(files)
    given: list[ScreeningResult] = []
    with ListStore.open(folder / "lists.db") as store:
        for number in range(days):
            _grow(store, data, lists, files, number, rng)
            given += _ask(store, rng)
        states = len({result.provenance.known_on for result in given})
        hits = sum(result.outcome == "hit" for result in given)
        say(f"\nLists: {', '.join(lists)}.\n")
        say(f"- {len(given)} answers on {days} days, {hits} of them hits, by {states} states of knowledge")
        say(f"- revisions: {', '.join(f'{r.kind} {r.list_id}' for r in store.revisions())}")
        _replayed("the same store", given, store, say)
        for info in store.lists():
            store.export(info.list_id, folder / "bundle")
    with ListStore.open(folder / "copy.db") as copy:
        copy.import_folder(folder / "bundle")
        for image in folder.glob("lists.db.*.image"):
            image.rename(folder / image.name.replace("lists.db", "copy.db"))
        _replayed("what was exported, in an empty store", given, copy, say)


def _files(data: Path, lists: list[str]) -> Iterator[tuple[ParsedList, date]]:
    """Yield every dated file of the lists that is read, with its day."""
    for list_id in lists:
        for dated in sorted(path for path in (data / list_id).iterdir() if path.is_dir()):
            names = MAIN.get(list_id, ())
            mains = [p for p in sorted(dated.iterdir()) if not names or p.name.casefold() in
                     {name.casefold() for name in names}]  # fmt: skip
            if mains:
                yield read_list(mains[0], list_id=list_id), date.fromisoformat(dated.name[:10])


def _grow(
    store: ListStore, data: Path, lists: list[str], files: list[tuple[ParsedList, date]], number: int,
    rng: random.Random,
) -> None:  # fmt: skip
    """Let a file come, or a version be taken out or corrected, or a change file be put in."""
    if files and (number % 3 or not number):
        store.import_parsed(*files.pop())
        return
    held = [version for info in store.lists() for version in store.versions(info.list_id)]
    version = rng.choice(held)
    try:
        match rng.randrange(3):
            case 0 if len(held) > 3:
                store.withdraw(version.list_id, version.published_on, reason="tried")
            case 1:
                day = date.fromordinal(version.published_on.toordinal() + rng.randrange(1, 40))
                store.correct_day(version.list_id, version.published_on, day, reason="tried")
            case _ if "us-ofac-sdn" in lists:
                path = data / "us-ofac-changes" / rng.choice(CHANGES)
                store.import_changes([path])
    except SanctionsScreenError as error:  # the version may have been taken out, or superseded
        print(f"not done: {error}")


def _ask(store: ListStore, rng: random.Random) -> list[ScreeningResult]:
    newest = [info.last_published_on for info in store.lists() if info.last_published_on]
    as_of = None
    if rng.random() < 0.7 and newest:
        as_of = date.fromordinal(rng.randrange(date(2017, 1, 1).toordinal(), max(newest).toordinal() + 1))
    settings = ScreeningSettings(leave_out_later_lists=True)
    try:
        return list(Screener(store, as_of=as_of, settings=settings).screen_many(rng.sample(SUBJECTS, 3)))
    except SanctionsScreenError as error:  # of a day of which nothing is known yet
        print(f"not answered: {error}")
        return []


def _replayed(where: str, given: list[ScreeningResult], store: ListStore, say: Say) -> None:
    started, same = time.process_time(), 0
    replayers: dict[str, Replayer] = {}
    for result in given:
        rests_on = result.provenance.canonical_json()
        if rests_on not in replayers:
            replayers.clear()  # the answers of one day follow one another
            replayers[rests_on] = Replayer(store, result.provenance)
        found = replayers[rests_on].replay(result)
        same += found.same
        if not found.same:
            say(f"- differs: {result.subject.name} as of {result.provenance.as_of}: {found.causes} "
                f"{found.differences[:3]}")  # fmt: skip
    say(f"- from {where}: {same} of {len(given)} the same in every byte, {len(given) - same} not "
        f"({time.process_time() - started:.0f} s of the processor)")  # fmt: skip


if __name__ == "__main__":
    main()
