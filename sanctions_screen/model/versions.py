"""Versions of lists, and what differs between two of them."""

from __future__ import annotations

from datetime import date, datetime

from .history import DateWindow, FieldChange, ListingStatus
from .party import Party, PartyId
from .record import Record

__all__ = ["AmendedParty", "ListInfo", "ListVersion", "SnapshotDiff", "SourceFile", "UnsettledParty"]


class SourceFile(Record):
    """A raw file that a version was read from."""

    name: str
    sha256: str
    size: int
    """In bytes."""


class ListVersion(Record):
    """One snapshot of one list, as the store keeps it.

    ``digest`` is that of the content alone (the parties), so the same content read from two formats has
    the same digest where the formats agree. ``chain`` hashes this version's metadata with the ``chain``
    of the version imported before it into the same list, so that a changed past shows.
    """

    list_id: str
    published_on: date
    sequence: int
    """1 for the first version of the list that was imported, then 2, 3, … in order of import."""
    digest: str
    party_count: int
    files: tuple[SourceFile, ...]
    format: str
    parser_version: str
    imported_at: datetime
    previous_chain: str | None
    chain: str


class ListInfo(Record):
    """What a store holds of one list."""

    list_id: str
    title: str
    publisher: str
    version_count: int
    first_published_on: date | None
    last_published_on: date | None
    party_count: int
    """Parties in the newest version."""
    notice_count: int = 0
    selection: bool = False
    """True when the list is a chosen part of what the publisher lists, as the embedded ones are."""


class AmendedParty(Record):
    """A party held by both versions with different content."""

    party_id: PartyId
    before: Party
    after: Party
    changes: tuple[FieldChange, ...]


class UnsettledParty(Record):
    """A party of which nobody can say whether it was on the list on one of two days."""

    party_id: PartyId
    before: ListingStatus
    """On the earlier day."""
    after: ListingStatus
    """On the later day."""
    window: DateWindow
    """In which it came or left: that of the later day where both are unsettled."""


class SnapshotDiff(Record):
    """What changed in one list between two days. Each tuple is ordered by party_id.

    ``before`` and ``after`` are the versions nearest to the two days. Where notices tell of the time between
    a version and its day, the list of the day is rebuilt from both and differs from the version.
    """

    list_id: str
    before: ListVersion
    after: ListVersion
    day_before: date | None = None
    """The earlier day asked for; None when the two versions themselves are compared."""
    day_after: date | None = None
    """The later day asked for."""
    added: tuple[Party, ...] = ()
    removed: tuple[Party, ...] = ()
    amended: tuple[AmendedParty, ...] = ()
    unsettled: tuple[UnsettledParty, ...] = ()
    """Parties that a window keeps out of the three: they may have been added, removed, or neither."""
    undated: tuple[AmendedParty, ...] = ()
    """Parties whose record may have been amended between the two days: a window holds one of them."""
