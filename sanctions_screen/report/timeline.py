"""What a picture of listing histories shows: lanes, and the stretches of time in them.

Reach for :func:`lanes_of` when you draw histories, whatever the medium. A stretch is a time during which the
party was listed, may have been (a window, between two snapshots), or is last known to have been (after the
newest day its list tells of). No stretch and no mark says more than is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..model import ListingEvent, ListingHistory
from .text import window_text

__all__ = ["Lane", "Stretch", "first_day", "lanes_of", "told"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time from one day to another: the party was listed, came or left at some day of it, or is unknown."""

    kind: Literal["listed", "coming", "going", "unknown"]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Lane:
    """One listing's events, up to the day the picture ends."""

    party_id: str
    name: str
    """The name to write beside it; empty where only the id is known."""
    events: tuple[ListingEvent, ...]
    until: date
    known_until: date
    """The newest day that the lane's list tells of, or ``until`` where that comes first."""

    def stretches(self) -> Iterator[Stretch]:
        """Yield the stretches in order of time; what is in none is time the party was not listed."""
        listed_since: date | None = None
        for event in self.events:
            if event.kind == "amended":
                continue
            first, last = _span(event)
            if event.kind != "delisted":
                if listed_since is None:
                    if first != last:
                        yield Stretch("coming", first, last)
                    listed_since = last
            elif listed_since is not None:
                yield Stretch("listed", listed_since, max(first, listed_since))
                if first != last:
                    yield Stretch("going", max(first, listed_since), last)
                listed_since = None
        if listed_since is not None:
            end = max(self.known_until, listed_since)
            yield Stretch("listed", listed_since, end)
            if self.until > end:
                yield Stretch("unknown", end, self.until)


def _span(event: ListingEvent) -> tuple[date, date]:
    """Return the first and last day an event may have happened on; equal where that is not known either."""
    by = event.effective_by
    after = event.window.after if event.window else None
    return after or by, by


def lanes_of(
    histories: Sequence[ListingHistory],
    until: date,
    names: Mapping[str, str],
    known_until: Mapping[str, date],
) -> list[Lane]:
    """Return a lane for each listing and each listing linked to it, once; earlier ones of a history first.

    Args:
        histories: One or more.
        until: The last day shown.
        names: Names by party id.
        known_until: The newest day each list tells of, by list id; a list not named is known throughout.
    """
    lanes: dict[str, Lane] = {}
    for history in histories:
        listings = [(history.party_id, history.events)]
        listings += [(link.party_id, link.events) for link in history.linked]
        for party_id, events in sorted(listings, key=lambda pair: [e.effective_by for e in pair[1][:1]]):
            known = min(known_until.get(party_id.partition(":")[0], until), until)
            lanes.setdefault(party_id, Lane(party_id, names.get(party_id, ""), events, until, known))
    return list(lanes.values())


def first_day(lanes: Sequence[Lane], until: date) -> date:
    """Return the first of January on which a picture of the lanes begins."""
    days = [_span(event)[0] for lane in lanes for event in lane.events]
    return date(min([*days, until]).year, 1, 1)


def told(event: ListingEvent) -> str:
    """Return an event in words."""
    if event.on is not None:
        when = f"on {event.on}"
    else:
        assert event.window is not None
        when = window_text(event.window)
    programmes = f" ({', '.join(event.programmes)})" if event.programmes else ""
    return f"{event.kind} {when}{programmes}"
