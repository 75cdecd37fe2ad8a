"""Every event that OFAC's change files tell, held against the snapshots around it: what contradicts, why.

Run it as ``python benchmarks/history_contradictions.py DATA [--db STORE] [--results FILE]``, where DATA is
laid out as for ``history.py``; with ``--db`` a store that holds the files already is asked instead. Listed is
each announced coming and going that the file before or the file after says otherwise of, and each party that
two files inside the record part with, or bring, without an announcement. A contradiction is *explained* where
the files themselves show the cause; the others are the ones to read.
"""

from __future__ import annotations

import re
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path

from history_rebuilding import SDN, Say
from told import Told, of_real_lists

from sanctions_screen.model import Notice
from sanctions_screen.names.keys import name_key
from sanctions_screen.store import ListStore

OLDER_THAN_ITS_DAY = timedelta(days=31)
_ONE_NAME = 0.85
"""The likeness from which two names are shown to a reader as spellings of one."""


@dataclass(frozen=True)
class Contradiction:
    """One thing that the files and the announcements tell differently."""

    party_id: str
    name: str
    told: str
    why: str
    """Empty where nothing explains it."""


def _words(name: str) -> list[str]:
    return name_key(re.sub(r"\(.*?\)", " ", name)).split()


class Record:
    """The versions of a list, who is in each, and what is announced of whom."""

    def __init__(self, store: ListStore, changes: Path) -> None:
        self._changes = sorted(changes.iterdir(), key=lambda path: _year(path.name))
        versions = store.versions(SDN)
        self.days = [version.published_on for version in versions]
        self.held = [{p.party_id for p in store.content(SDN, v.digest)} for v in versions]
        self.names: dict[str, str] = {
            p.party_id: p.primary_name.text for v in versions for p in store.content(SDN, v.digest)
        }
        self.notices: dict[str, list[Notice]] = {}
        for notice in store.notices(SDN):
            if notice.party_id:
                self.notices.setdefault(notice.party_id, []).append(notice)
                if notice.party:
                    self.names.setdefault(notice.party_id, notice.party.primary_name.text)
        self.spellings: dict[str, set[str]] = {party_id: {name} for party_id, name in self.names.items()}
        for party_id, told in self.notices.items():
            records = [record for n in told for record in (n.party, n.party_before) if record]
            self.spellings[party_id] |= {name.text for record in records for name in record.names}
        announced = [n.on for told in self.notices.values() for n in told]
        self.first, self.last = min(announced), max(announced)

    def contradictions(self) -> Iterator[Contradiction]:
        """Yield all of them, by party and day."""
        for party_id, told in sorted(self.notices.items()):
            turns = [n for n in told if n.kind != "amended"]
            for number, notice in enumerate(turns):
                yield from self._around(party_id, turns, number, notice)
        for index in range(1, len(self.days)):
            if self.first <= self.days[index - 1] and self.days[index] <= self.last + timedelta(days=7):
                yield from self._unannounced(index)

    def _around(
        self, party_id: str, turns: list[Notice], number: int, notice: Notice
    ) -> Iterator[Contradiction]:
        """Yield what the files next to an announcement say against it, where no other comes between."""
        there = notice.kind == "listed"
        after = bisect_left(self.days, notice.on + timedelta(days=1))
        following = turns[number + 1].on if number + 1 < len(turns) else date.max
        next_to = after < len(self.days) and self.days[after] <= min(following, self._end)
        if next_to and (party_id in self.held[after]) != there:
            yield self._told(party_id, notice, after)
        before = bisect_left(self.days, notice.on) - 1
        earlier = turns[number - 1].on if number else date.min
        if before >= 0 and earlier <= self.days[before] and (party_id in self.held[before]) == there:
            yield self._told(party_id, notice, before)

    @property
    def _end(self) -> date:
        return self.last + timedelta(days=7)

    def _told(self, party_id: str, notice: Notice, index: int) -> Contradiction:
        held = "has" if party_id in self.held[index] else "has not"
        told = f"{notice.kind} {notice.on} ({notice.citation}); the file of {self.days[index]} {held} it"
        why = self._why(party_id, notice.on, notice.kind, index) or self._twin(party_id, notice)
        if not why and notice.kind == "listed" and party_id not in self.held[index]:
            why = self._never_told_of_again(notice)
        return Contradiction(party_id, self.names[party_id], told, why)

    def _twin(self, party_id: str, notice: Notice) -> str:
        """Return which party told under another spelling the announced one is likely to be, if any is."""
        if notice.kind == "delisted":
            return ""
        words, best = set(_words(self.names[party_id])), (0.0, "", "")
        for other, names in self.spellings.items():
            for name in names if other != party_id else ():
                theirs = set(_words(name))
                if not theirs & words:
                    continue
                # One written with an address, or with whose care it is in, has all words of the other.
                whole = theirs <= words and (len(theirs) > 1 or theirs == words)
                one, two = (" ".join(sorted(each)) for each in (theirs, words))
                best = max(best, (1.0 if whole else SequenceMatcher(None, one, two).ratio(), other, name))
        if best[0] < _ONE_NAME:
            return ""
        return f"another spelling, or the name with what is no name: {best[1]} {best[2]}"

    def _never_told_of_again(self, notice: Notice) -> str:
        """Return that no row of a change file after the announcement has the party's name, or its numbers.

        Then its removal is missing from the files, and cannot have been tied to somebody else.
        """
        found = re.search(r"\((\S+)\), \S+, line (\d+)", notice.citation)
        if found is None or notice.party is None:
            return ""
        numbers = {re.sub(r"\W", "", each.value) for each in notice.party.identifiers}
        marks = {name_key(name.text) for name in notice.party.names} | {
            n.casefold() for n in numbers if len(n) > 5
        }
        for path in self._changes:
            if _year(path.name) < _year(found[1]):
                continue
            lines = path.read_text("latin-1").split("\n")
            if path.name == found[1]:
                own = int(found[2])
                ends = next(n for n in range(own - 1, len(lines)) if re.search(r"\]\.?\s*$", lines[n]))
                lines = lines[ends + 1 :]
            for row in re.split(r"\]\.?\s*\n", "\n".join(lines)):
                if any(_in_row(mark, row) for mark in marks):
                    return ""
        return "no later row of a change file has its name or its numbers: its removal is missing there"

    def _why(self, party_id: str, on: date, kind: str, index: int) -> str:
        """Return what explains that a file says otherwise, as far as the files show it."""
        behind = self.days[index] - on
        later = any(party_id in held for held in self.held[index + 1 :])
        if timedelta(0) <= behind <= OLDER_THAN_ITS_DAY and (kind == "delisted" or later):
            return "the file is older than the day on which an archive kept it"
        if behind == timedelta(0):
            return "announced on the day of the file, which is that morning's"
        if kind == "delisted" and any(n.on > on and n.kind == "amended" for n in self.notices[party_id]):
            return "taken off with a programme, and changed as listed under another since"
        return ""

    def _unannounced(self, index: int) -> Iterator[Contradiction]:
        before, after = self.days[index - 1], self.days[index]
        for party_id in sorted(self.held[index - 1] ^ self.held[index]):
            kind = "listed" if party_id in self.held[index] else "delisted"
            told = self.notices.get(party_id, [])
            if any(n.kind == kind and before - OLDER_THAN_ITS_DAY <= n.on <= after for n in told):
                continue
            text = f"{kind} between the files of {before} and {after}, and nothing announces it"
            yield Contradiction(party_id, self.names[party_id], text, "")


def _year(file_name: str) -> int:
    """Return the year of a change file: sdnew11.txt is of 2011, SDNEW94.TXT of 1994."""
    digits = re.search(r"(\d\d)\.", file_name)
    assert digits
    return (int(digits[1]) - 90) % 100


def _in_row(mark: str, row: str) -> bool:
    """Return whether a row has all words of a name, or a number however it is grouped."""
    if " " not in mark:
        return mark in re.sub(r"\W", "", row.casefold())
    return all(word in row.casefold() for word in mark.split())


def main() -> None:
    options = of_real_lists(__doc__)
    say = Told()
    say(f"# Announced events against the files around them, measured {date.today()}")  # noqa: DTZ011
    with tempfile.TemporaryDirectory() as folder, _store(options.data, options.db, Path(folder)) as store:
        report(Record(store, options.data / "us-ofac-changes"), say)
    say.write(options.results)


def _store(data: Path, db: Path | None, folder: Path) -> ListStore:
    if db:
        return ListStore.open(db, read_only=True)
    store = ListStore.open(folder / "lists.db")
    for dated in sorted(path for path in (data / SDN).iterdir() if path.is_dir()):
        names = sorted(path for path in dated.iterdir() if path.name.upper() in ("SDN.CSV", "SDN.XML"))
        store.import_file(names[0], list_id=SDN, published_on=date.fromisoformat(dated.name))
    store.import_changes(sorted((data / "us-ofac-changes").iterdir()))
    return store


def report(record: Record, say: Say) -> None:
    """Print every contradiction and the counts."""
    found = list(record.contradictions())
    kinds = Counter(n.kind for told in record.notices.values() for n in told)
    days = ", ".join(str(day) for day in record.days)
    say(f"\nAnnounced from {record.first} to {record.last}: {kinds['listed']} listings and "
        f"{kinds['delisted']} delistings of {len(record.notices)} parties. Files of {days}.")  # fmt: skip
    for why, several in sorted(Counter(one.why.partition(":")[0] for one in found).items()):
        say(f"- {several} {why.partition(':')[0] or 'unexplained'}")
    unexplained = sum(not one.why for one in found)
    say(f"\nIn all {len(found)} contradictions, {unexplained} unexplained.\n")
    for one in sorted(found, key=lambda each: (bool(each.why), each.party_id)):
        say(f"- {one.party_id} {one.name}: {one.told}{f' — {one.why}' if one.why else ' — UNEXPLAINED'}")


if __name__ == "__main__":
    main()
