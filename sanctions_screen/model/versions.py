"""Versions of lists, and what differs between two of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from .history import DateWindow, FieldChange, ListingStatus
from .party import Party, PartyId
from .record import Record

__all__ = [
    "AmendedParty",
    "DayPrecision",
    "FileDigest",
    "KnownOn",
    "ListInfo",
    "ListVersion",
    "Revision",
    "RevisionKind",
    "SnapshotDiff",
    "SourceFile",
    "UnsettledParty",
    "VersionDoubt",
]

KnownOn = int | datetime
"""What an answer may rest on: all that a store knew on a revision, or by a moment (with its time zone)."""

DayPrecision = Literal["stated", "no-later-than"]
"""How well a version's day is known: ``stated`` by the file or its publisher; ``no-later-than``, the day on
which an archive kept a copy, when the file may have been some days old."""

RevisionKind = Literal["version", "notices", "changes", "withdrawal", "correction", "list", "migration"]
"""What raised a revision: a version, notices or change files put in; a version withdrawn, or put under
another day; a list's own title or publisher; a store brought from an older schema, before which nothing is
recorded of what was known when."""


class SourceFile(Record):
    """A raw file that a version was read from."""

    name: str
    sha256: str
    size: int
    """In bytes."""


class FileDigest(Record):
    """A raw file, known by its digest."""

    name: str
    sha256: str


class ListVersion(Record):
    """One snapshot of one list, as the store keeps it.

    ``digest`` is that of the content alone (the parties), so the same content read from two formats has
    the same digest where the formats agree. ``chain`` hashes this version's metadata with the ``chain``
    of the version imported before it into the same list, so that a changed past shows.
    """

    list_id: str
    published_on: date
    precision: DayPrecision = "stated"
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

    @property
    def dated(self) -> str:
        """Its day in words, as well as it is known."""
        return f"{'of' if self.precision == 'stated' else 'archived by'} {self.published_on}"


class VersionDoubt(Record):
    """A version that looks wrong: most of what it changed, the next one changed back."""

    list_id: str
    published_on: date
    sequence: int
    undone: int
    """Parties that came with it and left with the next, or the other way round."""
    changed: int
    """Parties that came or left with it at all."""


class Revision(Record):
    """One step of what a store knew. Revisions count up through the whole store; each is about one list."""

    number: int
    at: datetime
    list_id: str
    kind: RevisionKind
    reason: str | None = None
    """Why a version was withdrawn or its day corrected, as given; or what raised a migration's revision."""
    withdrawn: int | None = None
    """The sequence of the version that was taken out with it."""
    head_sequence: int = 0
    """The sequence of the version imported last by then; 0 before the first."""
    head_chain: str | None = None
    """Its chain."""
    notices_digest: str | None = None
    """Digest of the notices that stood then."""


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
    retold: tuple[AmendedParty, ...] = ()
    """Parties of which the two files tell otherwise, in form alone: see
    :attr:`~sanctions_screen.model.FieldChange.of_form`."""
