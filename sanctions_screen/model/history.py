"""A party's listing history: what happened to its listing, when, and how that is known.

Reach for this module to read ``store.history(...)`` or ``hit.history``. An event has either its exact
day (:attr:`ListingEvent.on`), from a publisher's own notice or statement, or a window: the day whose file
does not show it yet and the first day whose file does. A day is never invented; of a day inside a window the
status is ``unsettled``, and :func:`status_on` is where that is decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from .arguments import DAY, checked
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
    "UnsettledSpan",
    "doubted",
    "status_on",
]

ListingStatus = Literal["listed", "delisted", "unsettled", "never-listed"]
"""On a day. ``unsettled``: a window holds the day, so that the party may have been listed or not."""
ListingEventKind = Literal["listed", "amended", "delisted", "relisted"]
NoticeKind = Literal["listed", "amended", "delisted"]
_ANNOUNCED = {"listed": "listed", "delisted": "delisted", "amended": "changed"}


class DateWindow(Record):
    """The event happened after the file of ``after`` was made, and no later than ``until``.

    A day's file is that morning's, so what happened later on ``after`` itself is in the window too. ``after``
    is None when the store holds nothing earlier: the event happened on or before ``until``.
    """

    after: date | None
    until: date

    def unsettles(self, day: date) -> bool:
        """Return whether the event may, or may not, have happened by *day*: no file of that day tells."""
        return (self.after is None or self.after < day) and day < self.until


class UnsettledSpan(Record):
    """Why nobody can say whether a party was listed on a day: two files disagree, and no notice tells."""

    kind: Literal["listed", "delisted"]
    """What happened within the window: the party came, or left."""
    window: DateWindow
    copied_by: date | None = None
    """Where it may not have happened at all: the day by which the copy was archived that alone says so. It
    may be older than the file before it, and the next one says what that one did. With ``announced_on`` it
    may be older than what a notice of that day tells; where no later file settles it, the window ends with
    ``date.max``."""
    announced_on: date | None = None
    """Likewise: the day of a notice that tells of the party's coming, though it was listed already, or of its
    going, though it was not. Either it had left, or come, unseen, or the notice is late or told again."""


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
    of_form: bool = False
    """True where the two files tell the field in ways of their own, one without aliases, say, or with a
    column that the other has not: then nothing says that the party itself was changed."""


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
    doubts: tuple[UnsettledSpan, ...] = ()
    """Days since then of which nobody can say whether it still held: a copy of an uncertain day says
    otherwise than the files before and after it, or a notice tells anew of what was so already."""

    @property
    def of_form(self) -> bool:
        """Whether all that is known to have changed is how the publisher's files tell it, not the party."""
        return bool(self.changes) and all(change.of_form for change in self.changes)

    @property
    def effective_by(self) -> date:
        """The first day by which the event is known to have taken effect."""
        if self.on is not None:
            return self.on
        assert self.window is not None
        return self.window.until

    def may_have_happened_by(self, day: date) -> bool:
        """Return whether the event had happened by *day*, or nobody can say that it had not."""
        return self.effective_by <= day or (self.window is not None and self.window.unsettles(day))

    def up_to(self, day: date) -> ListingEvent:
        """Return the event without doubts about days that had not come by *day*."""
        kept = tuple(each for each in self.doubts if each.window.after is None or each.window.after < day)
        return self if kept == self.doubts else self.model_copy(update={"doubts": kept})


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

    @checked(day=DAY)
    def status(self, day: date) -> ListingStatus:
        """Return the status on *day*; of a day inside the window of a listing or delisting, ``unsettled``.

        Raises ArgumentError for what is no day.
        """
        turns = [event for event in self.events if event.kind != "amended"]
        status, made = status_on(((e.kind != "delisted", e.on, e.window) for e in turns), day)
        return "unsettled" if made and doubted(turns[made - 1].doubts, day) else status

    def up_to(self, day: date) -> ListingHistory:
        """Return the history up to *day*: what had happened, and what may have happened by then."""
        return ListingHistory(
            party_id=self.party_id,
            events=tuple(e.up_to(day) for e in self.events if e.may_have_happened_by(day)),
            linked=tuple(
                link.model_copy(update={"events": kept})
                for link in self.linked
                if (kept := tuple(e.up_to(day) for e in link.events if e.may_have_happened_by(day)))
            ),
        )


def doubted(doubts: Iterable[UnsettledSpan], day: date) -> UnsettledSpan | None:
    """Return the doubt, of those about what a turn made of the status, that holds the day."""
    return next((each for each in doubts if each.window.unsettles(day)), None)


def status_on(
    turns: Iterable[tuple[bool, date | None, DateWindow | None]], day: date
) -> tuple[ListingStatus, int]:
    """Return the status on *day*, and how many turns had been made by then.

    The one place where this is decided, for histories, states and counts alike.

    Args:
        turns: Comings (True) and goings in order: each with its day, or with its window.
        day: The day asked for, as its file, and what was announced for it, would tell.
    """
    status: ListingStatus = "never-listed"
    made = 0
    for came, on, window in turns:
        if (on or (window and window.until) or day) > day:
            return ("unsettled" if window is not None and window.unsettles(day) else status), made
        status = "listed" if came else "delisted"
        made += 1
    return status, made


class Notice(Record):
    """A publisher's own record of an addition, removal or change, with its exact day."""

    list_id: str
    kind: NoticeKind
    on: date
    party_id: PartyId | None = None
    """The party's id where the notice, or whoever wrote the fixture, states the reference."""
    announced_as: PartyId | None = None
    """The id the party had, or would have had, while nothing older than this notice told of it: a former id,
    by which it is still found."""
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

    def as_evidence(self, *, contradicts: bool = False) -> Evidence:
        """Return the notice as evidence for an event, or against it."""
        return Evidence(
            kind="notice",
            text=f"announced as {_ANNOUNCED[self.kind]} on {self.on}",
            source=self.citation,
            contradicts=contradicts,
        )
