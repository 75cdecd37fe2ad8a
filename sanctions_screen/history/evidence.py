"""All that is known of a list, or of some of its parties: what every history is told from.

Reach for this module to get from versions and notices to the turns of a listing. It is complete in itself:
where the records lie, and how they are read, is the business of whoever gathered it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from ..model import FileDigest, ListVersion, Notice, NoticeKind, Party
from ._timeline import Turn

__all__ = [
    "HeldRecord",
    "ListEvidence",
    "ListHead",
    "PartyEvidence",
    "Records",
    "Segment",
    "Spans",
    "ToldNotice",
    "Wanted",
    "read_parties",
    "read_records",
]

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
    def digest(self) -> bytes:
        """Of all that it tells."""

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


Records = Mapping[str, Party]
"""Records read in full, by their digests."""


class Wanted(NamedTuple):
    """Records and notices of a list that are asked for."""

    of: ListEvidence
    records: Iterable[HeldRecord]
    notices: Iterable[ToldNotice] = ()


def read_records(wanted: Iterable[Wanted]) -> Records:
    """Return what is asked for of some lists, all read in one request to whoever gathered them.

    Notices remember what they tell.
    """
    by_reader: dict[Reader, tuple[dict[str, HeldRecord], list[ToldNotice]]] = {}
    for each in wanted:
        records, notices = by_reader.setdefault(each.of.read, ({}, []))
        records |= {held.digest: held for held in each.records}
        notices += each.notices
    found: dict[str, Party] = {}
    for read, (records, notices) in by_reader.items():
        found |= zip(records, read([*records.values()], notices), strict=True)
    return found


def read_parties(parties: Iterable[tuple[ListEvidence, PartyEvidence]]) -> Records:
    """Return all records of some parties; their notices are read as well."""
    return read_records(
        Wanted(evidence, [segment.content for segment in known.segments], known.notices)
        for evidence, known in parties
    )


@dataclass(frozen=True)
class FoundOnce:
    """What is found from a list's evidence once for thousands of parties."""

    alike: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    """By two versions the fields they tell in one way."""
    new_columns: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    """By two versions the columns that one of them alone has."""
    fuller: dict[frozenset[str], tuple[int, ...]] = field(default_factory=dict)
    """By what others were read without, the versions that have it."""
    turns: dict[tuple[Shown, ...], list[Turn]] = field(default_factory=dict)
    """The turns of parties that no notice names, by what versions show of them."""


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
    once: FoundOnce = field(default_factory=FoundOnce, compare=False, repr=False)

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

    @cached_property
    def announces_records(self) -> bool:
        """Whether any notice gives a record of its party."""
        return any(told.party_digest for known in self.parties.values() for told in known.notices)

    @cached_property
    def uncertain(self) -> frozenset[int]:
        """The versions, by index, of which only the last day is known that they can be of."""
        return frozenset(at for at, version in enumerate(self.versions) if version.precision != "stated")
