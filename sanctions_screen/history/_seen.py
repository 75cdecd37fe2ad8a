"""What is seen and told of one party's listing, and the turns made of it: records without a rule among them.

Reach for :mod:`._timeline`, whose rules they go through.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from ..model import DateWindow, NoticeKind, UnsettledSpan

__all__ = ["Claim", "Run", "Sightings", "Turn"]


class Claim(NamedTuple):
    """A statement that the party was listed, or delisted, on a day; or amended, and so on the list by then.

    ``number`` is the notice it comes from; None when the record itself states it.
    """

    kind: NoticeKind
    on: date
    number: int | None = None
    stated_listing: date | None = None
    """For a delisting that the record states: the listing day it states beside it."""


class Run(NamedTuple):
    """A stretch of versions, by their index from ``first`` to ``last``, that show the party as listed."""

    first: int
    last: int
    stated_listing: date | None = None
    """The listing day that a record states, as the first of these versions that has one has it."""
    stated_amendments: tuple[date, ...] = ()
    """The days on which records of these versions say that they were amended, oldest first."""


class Sightings(NamedTuple):
    """All that tells when one party came and when it left."""

    days: Sequence[date]
    """The day of each version of the list, oldest first, each once."""
    runs: Sequence[Run]
    """The stretches of versions that show the party as listed, in order."""
    claims: Sequence[Claim]
    """What was announced or stated."""
    known_since: Sequence[tuple[date, date]]
    """Spans of days for which the announcements are the complete record: a party that was there by the end of
    one without having been announced was there before it began."""
    floors: Sequence[date]
    """The first day each version can be of, ``date.min`` where nothing says."""
    alone: Sequence[int] = ()
    """The versions, by index, of uncertain days that say otherwise than those before and after: left out of
    the runs."""


class Turn(NamedTuple):
    """The party came onto the list, or left it: on a day, or within a window."""

    kind: Literal["listed", "delisted"]
    on: date | None
    after: date | None
    effective_by: date
    """The first day by which the turn is known to have been made."""
    window: DateWindow | None
    """The window in which the turn was made; None when its day is known."""
    claims: Sequence[Claim]
    """Announcements that say so."""
    against: Sequence[Claim]
    """Announcements that say otherwise."""
    stated: date | None
    """The listing day the record states, whether or not it could be believed."""
    amended: date | None
    """For a listing, the day of amendment, stated by the record, that says it was on the list by then."""
    amended_unseen: date | None
    """Such a day on which no version shows it: it contradicts the window."""
    contradicted: bool
    """An announcement of the opposite came before and no announcement of this turn after it."""
    doubts: Sequence[UnsettledSpan] = ()
    """Days since then of which nobody can say whether it still held: see :class:`UnsettledSpan`."""
