"""A party's listing history: what happened to its listing, when, and how that is known.

Reach for this module to read ``store.history(...)`` or ``hit.history``. An event has either its exact
day (:attr:`ListingEvent.on`), from a publisher's own notice or statement, or a window: the last day it
had not yet happened by and the first day it had. A day is never invented.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from .party import Party, PartyId
from .record import Record

__all__ = [
    "DateWindow",
    "Evidence",
    "FieldChange",
    "LinkedListing",
    "ListingEvent",
    "ListingEventKind",
    "ListingHistory",
    "ListingStatus",
    "Notice",
    "NoticeKind",
]

ListingStatus = Literal["listed", "delisted", "never-listed"]
ListingEventKind = Literal["listed", "amended", "delisted", "relisted"]
NoticeKind = Literal["listed", "amended", "delisted"]


class DateWindow(Record):
    """The event happened after ``after`` (still untrue that day) and no later than ``until`` (true by then).

    ``after`` is None when the store holds nothing earlier: the event happened on or before ``until``.
    """

    after: date | None
    until: date


class Evidence(Record):
    """One reason to believe an event: a notice, a date the record states, or two snapshots."""

    kind: Literal["notice", "stated", "snapshot"]
    text: str
    """In plain words, with the day: what was seen where."""
    source: str | None = None
    """The citation of a notice, or the digest of the list version in which it was seen."""
    contradicts: bool = False
    """True when this evidence disagrees with the event as told; both are shown."""


class FieldChange(Record):
    """One field of a party that changed: what left it and what came."""

    field: str
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


class ListingEvent(Record):
    """One thing that happened to a party's listing. Exactly one of ``on`` and ``window`` is set."""

    kind: ListingEventKind
    party_id: PartyId
    on: date | None = None
    window: DateWindow | None = None
    programmes: tuple[str, ...] = ()
    """The programmes the party is (or, for a delisting, was) listed under after the event."""
    evidence: tuple[Evidence, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    """For an amendment: what changed, field by field, as far as it is known."""

    @property
    def effective_by(self) -> date:
        """The first day by which the event is known to have taken effect."""
        if self.on is not None:
            return self.on
        assert self.window is not None
        return self.window.until


class LinkedListing(Record):
    """Another listing of what is held to be the same party under another reference."""

    party_id: PartyId
    relation: Literal["earlier", "later"]
    reasons: tuple[str, ...]
    confidence: float
    """In [0, 1]; 1.0 when the publisher itself says so."""
    events: tuple[ListingEvent, ...] = ()


class ListingHistory(Record):
    """All listing events of one party, in order of day, with the evidence for each."""

    party_id: PartyId
    events: tuple[ListingEvent, ...] = ()
    linked: tuple[LinkedListing, ...] = ()
    """The same party's listings under other references of the same list."""

    def status(self, day: date) -> ListingStatus:
        """Return the status at the end of *day*; an event counts from the day it is known to hold."""
        status: ListingStatus = "never-listed"
        for event in self.events:
            if event.effective_by > day:
                break
            if event.kind in ("listed", "relisted"):
                status = "listed"
            elif event.kind == "delisted":
                status = "delisted"
        return status

    def up_to(self, day: date) -> ListingHistory:
        """Return the history as it could be told on *day*: later events left out."""
        return ListingHistory(
            party_id=self.party_id,
            events=tuple(e for e in self.events if e.effective_by <= day),
            linked=tuple(
                link.model_copy(update={"events": kept})
                for link in self.linked
                if (kept := tuple(e for e in link.events if e.effective_by <= day))
            ),
        )


class Notice(Record):
    """A publisher's own record of an addition, removal or change, with its exact day."""

    list_id: str
    kind: NoticeKind
    on: date
    party_id: PartyId | None = None
    """The party's id where the notice, or whoever wrote the fixture, states the reference."""
    previous_party_id: PartyId | None = None
    """The party's earlier listing under another reference, where the notice ties the two."""
    programmes: tuple[str, ...] = ()
    citation: str
    """Where the notice can be found: publisher, title, day, page or file and line."""
    party: Party | None = None
    """The party as the notice writes it, where it gives more than a reference."""
    party_before: Party | None = None
    """The party as it was until then, where the notice of a change writes both sides."""
    changes: tuple[FieldChange, ...] = ()
    tied_by: tuple[str, ...] = ()
    """Why the notice is held to be about that party, where its publisher gives names and no reference."""
