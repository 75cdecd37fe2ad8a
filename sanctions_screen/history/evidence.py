"""All that is known of a list, or of some of its parties: what every history is told from.

Reach for this module to get from versions and notices to the turns of a listing. It is complete in itself:
where the records lie, and how they are read, is the business of whoever gathered it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from ..model import FileDigest, ListVersion, Notice, NoticeKind, Party
from ._timeline import Claim, Run, Turn, turns_of

__all__ = ["HeldRecord", "ListEvidence", "ListHead", "PartyEvidence", "Segment", "Spans", "ToldNotice"]

Spans = tuple[tuple[date, date], ...]

Shown = tuple[int, int, date | None, date | None, tuple[date, ...]]
"""First and last version of a stretch, and the days of listing, delisting and amendment its record states."""


@dataclass(frozen=True, slots=True)
class ListHead:
    """What an answer rests on as a whole: how far the store's knowledge of a list went."""

    revision: int = 0
    """The newest revision that changed what is known of the list."""
    chain: str = ""
    """Of the version imported last by then."""
    sequence: int = 0
    """Of the same; 0 before the first."""
    withdrawn: int = 0
    """How many versions had been withdrawn."""
    change_files: tuple[FileDigest, ...] = ()


class HeldRecord(Protocol):
    """A party's record as versions hold it; reading it in full may wait until somebody asks."""

    @property
    def digest(self) -> str:
        """Of the record."""

    @property
    def listed_on(self) -> date | None:
        """The listing day the record states."""

    @property
    def delisted_on(self) -> date | None:
        """The delisting day the record states."""

    @property
    def amended_on(self) -> tuple[date, ...]:
        """The days of amendment the record states."""

    def party(self) -> Party:
        """Return the record."""

    def __hash__(self) -> int:
        """Equal records of equal parties have equal hashes: what is told from one may be kept."""


class ToldNotice(Protocol):
    """A notice that names the party; its text may be read when somebody asks."""

    @property
    def kind(self) -> NoticeKind:
        """What it tells."""

    @property
    def on(self) -> date:
        """Its day."""

    @property
    def previous_party_id(self) -> str | None:
        """The party's earlier listing, where the notice ties the two."""

    @property
    def party_digest(self) -> str | None:
        """Digest of the party's record as the notice writes it; None when it gives none."""

    @property
    def notice(self) -> Notice:
        """The notice in full."""


Reader = Callable[[Sequence[HeldRecord], Sequence[ToldNotice]], list[Party]]


def read_each(records: Sequence[HeldRecord], notices: Sequence[ToldNotice]) -> list[Party]:
    """Read records, and notices, one after the other."""
    for told in notices:
        _ = told.notice
    return [record.party() for record in records]


class Segment(NamedTuple):
    """A stretch of a list's versions, by index from ``first`` to ``last``, that hold one content."""

    first: int
    last: int
    content: HeldRecord


class PartyEvidence(NamedTuple):
    """What is known of one party: the versions that hold it and the notices that name it."""

    party_id: str
    segments: tuple[Segment, ...]
    notices: tuple[ToldNotice, ...]
    before: tuple[tuple[str, str], ...] = ()
    """Other parties that its reference stood for earlier, id and name: see :mod:`.bearers`."""
    since: tuple[tuple[str, str], ...] = ()
    """Other parties that its reference stood for later."""

    def segment_at(self, index: int) -> Segment | None:
        """Return the stretch that holds the version of an index; None when it has no record."""
        for segment in self.segments:  # asked of tens of thousands: a generator would take twice the time
            if segment.first <= index <= segment.last:
                return segment
        return None

    def runs(self, days: Sequence[date]) -> list[Run]:
        """Return the stretches of versions that show the party as listed."""
        runs: list[Run] = []
        held: list[HeldRecord] = []  # by the stretch that is being made
        first, until = 0, -1
        for segment in self.segments:
            last = _last_listed(segment, days)
            if last < segment.first:
                continue
            if held and until + 1 != segment.first:
                runs.append(_run(first, until, held))
                held = []
            first, until = first if held else segment.first, last
            held.append(segment.content)
        if held:
            runs.append(_run(first, until, held))
        return runs

    def claims(self) -> list[Claim]:
        """Return what notices announce, and what records state, about coming and going."""
        announced = [
            Claim("listed" if notice.kind == "listed" else "delisted", notice.on, number)
            for number, notice in enumerate(self.notices)
            if notice.kind != "amended"
        ]
        stated = {
            Claim("delisted", gone, stated_listing=segment.content.listed_on): None
            for segment in self.segments
            if segment.content.delisted_on and (gone := _gone_on(segment.content)) is not None
        }
        return [*announced, *stated]


class Wanted(NamedTuple):
    """Records and notices of a list that will be asked for."""

    of: ListEvidence
    records: Mapping[str, HeldRecord]
    """By digest."""
    notices: Sequence[ToldNotice] = ()


def read_ahead(wanted: Sequence[Wanted]) -> None:
    """Read what will be asked for of some lists, all in one request to whoever gathered them."""
    by_reader: dict[Reader, list[Wanted]] = {}
    for each in wanted:
        by_reader.setdefault(each.of.read, []).append(each)
    for read, some in by_reader.items():
        records = [record for each in some for record in each.records.values()]
        parties = iter(read(records, [notice for each in some for notice in each.notices]))
        for each in some:
            each.of.hand({digest: next(parties) for digest in each.records})


@dataclass(frozen=True)
class ListEvidence:
    """What is known of one list: its versions, and of each party what :class:`PartyEvidence` says."""

    list_id: str
    versions: tuple[ListVersion, ...]
    """Those that hold for their day, oldest first; superseded ones are left out."""
    parties: Mapping[str, PartyEvidence]
    """By party id, in sorted order."""
    periods: Spans = ()
    """Spans of days whose every change is among the notices."""
    notices_digest: str | None = None
    head: ListHead = ListHead()
    read_without: tuple[tuple[str, ...], ...] = ()
    """Of each version what it was read without: see :class:`~sanctions_screen.model.ListProvenance`."""
    lacking: tuple[tuple[str, ...], ...] = ()
    """Of each version what it has less than others of its format: the same, and ``long remarks``."""

    filled: tuple[Mapping[str, int], ...] = ()
    """Of each version how many parties fill which column: see :mod:`.columns`. Empty where nobody counted."""

    read: Reader = read_each
    """Reads many records, and notices, at once: whoever gathered the evidence knows how."""

    def all_of(self, party_ids: Iterable[str]) -> Wanted:
        """Return all that versions and notices tell of some parties, to be read."""
        known = [self.parties[party_id] for party_id in party_ids if party_id in self.parties]
        return Wanted(
            self,
            {segment.content.digest: segment.content for one in known for segment in one.segments},
            [notice for one in known for notice in one.notices],
        )

    def hand(self, found: Mapping[str, Party]) -> None:
        """Take records that will be asked for, by digest; those taken before are let go."""
        self._at_hand.clear()
        self._at_hand.update(found)

    def record(self, held: HeldRecord) -> Party:
        """Return a record: at hand where it was read ahead."""
        return self._at_hand.get(held.digest) or held.party()

    @cached_property
    def _at_hand(self) -> dict[str, Party]:
        return {}

    @cached_property
    def alike(self) -> dict[tuple[int, int], frozenset[str]]:
        """By two versions the fields they tell in one way: thousands of parties ask for the same few."""
        return {}

    @cached_property
    def new_columns(self) -> dict[tuple[int, int], frozenset[str]]:
        """By two versions the columns that one of them alone has; asked for as often."""
        return {}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The day of each version."""
        return tuple(version.published_on for version in self.versions)

    @cached_property
    def floors(self) -> tuple[date, ...]:
        """The first day each version can be of: its own where that is stated, else that of the one before.

        ``date.min`` where nothing says. An archive's copy is taken to be no older than the version before it.
        """
        found: list[date] = []
        for version in self.versions:
            stated = version.precision == "stated"
            found.append(version.published_on if stated else found[-1] if found else date.min)
        return tuple(found)

    def runs(self, known: PartyEvidence) -> list[Run]:
        """Return the stretches of versions that show a party as listed.

        A copy of an uncertain day that alone says otherwise than the versions before and after it is older
        than it seems: it makes nobody leave, and brings nobody back.
        """
        runs = known.runs(self.days)
        if not self._uncertain or not runs:
            return runs
        return _without_flicker(runs, self._uncertain, len(self.versions))

    @cached_property
    def _uncertain(self) -> frozenset[int]:
        """The versions, by index, of which only the last day is known that they can be of."""
        return frozenset(at for at, version in enumerate(self.versions) if version.precision != "stated")

    def fuller_than(self, left_out: Collection[str], first: int, last: int) -> Iterator[int]:
        """Yield the versions from *first* to *last*, by index, read with what another was read without.

        Of several in a row only the ends, which are the nearest to whatever lies outside.
        """
        whole = [at for at in self._fuller(frozenset(left_out)) if first <= at <= last]
        yield from dict.fromkeys([*whole[:1], *whole[-1:]])

    def has_fuller(self, left_out: frozenset[str]) -> bool:
        """Return whether any version was read with all that *left_out* names; False where that is nothing."""
        return bool(left_out and self._fuller(left_out))

    def _fuller(self, left_out: frozenset[str]) -> tuple[int, ...]:
        """Return the versions that have what *left_out* names; gone through once for all parties."""
        found = self._fuller_versions.get(left_out)
        if found is None:
            found = tuple(at for at, without in enumerate(self.read_without) if not left_out & set(without))
            self._fuller_versions[left_out] = found
        return found

    @cached_property
    def _fuller_versions(self) -> dict[frozenset[str], tuple[int, ...]]:
        return {}

    def turns(self, party_id: str) -> list[Turn]:
        """Return when the party came onto the list and when it left it."""
        known = self.parties[party_id]
        if known.notices:
            return self._turns(known)
        shown = tuple(
            [
                (first, last, held.listed_on, held.delisted_on, held.amended_on)
                for first, last, held in known.segments
            ]
        )
        found = self._turns_shown.get(shown)
        if found is None:
            found = self._turns_shown[shown] = self._turns(known)
        return found

    def _turns(self, known: PartyEvidence) -> list[Turn]:
        return turns_of(self.days, self.runs(known), known.claims(), self.periods, self.floors)

    @cached_property
    def _turns_shown(self) -> dict[tuple[Shown, ...], list[Turn]]:
        """The turns of parties that no notice names, by what versions show of them: thousands share them."""
        return {}


def _run(first: int, last: int, held: Sequence[HeldRecord]) -> Run:
    listed = next((record.listed_on for record in held if record.listed_on), None)
    amended = {day for record in held for day in record.amended_on}
    return Run(first, last, listed, tuple(sorted(amended)) if amended else ())


def _without_flicker(runs: list[Run], uncertain: frozenset[int], count: int) -> list[Run]:
    """Return runs without what a single uncertain version says against its neighbours."""
    kept: list[Run] = []
    for run in runs:
        before = kept[-1] if kept else None
        alone = run.first == run.last and run.first in uncertain and run.last + 1 < count
        if before and alone:  # it had left before, and is there no more: the copy is from before it left
            continue
        if before and before.last + 2 == run.first and before.last + 1 in uncertain:
            kept[-1] = before._replace(last=run.last)
        else:
            kept.append(run)
    return kept


def _gone_on(content: HeldRecord) -> date | None:
    """Return the delisting day the record states, unless it states a later listing too."""
    listed_on, delisted_on = content.listed_on, content.delisted_on
    if delisted_on is None or (listed_on is not None and listed_on > delisted_on):
        return None
    return delisted_on


def _last_listed(segment: Segment, days: Sequence[date]) -> int:
    """Return the last version of a segment before the day from which the record calls the party delisted."""
    gone = _gone_on(segment.content) if segment.content.delisted_on else None
    return segment.last if gone is None else min(segment.last, bisect_left(days, gone) - 1)
