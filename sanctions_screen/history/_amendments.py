"""The amendments of a party's record: those announced, those its record states, those two versions show.

Reach for :func:`amendments_of_each`. An amendment is one of the party: what only the publisher's files tell
in another way than before is left out (see :mod:`._comparable`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..model import DateWindow, Evidence, FieldChange, ListingEvent, Notice, Party, PartyId
from ._comparable import Changed, changed_of_each
from .differences import untold
from .evidence import Segment
from .turns import Gathered

__all__ = ["amendments_of_each"]


def amendments_of_each(parties: Sequence[Gathered]) -> list[list[ListingEvent]]:
    """Return the amendments among each party's events, in no order."""
    changed = changed_of_each(parties)
    return [list(_Amendments(*each).events()) for each in zip(parties, changed, strict=True)]


class _Amendments:
    """Tells one party's amendments."""

    def __init__(self, party: Gathered, changed: Sequence[Changed]) -> None:
        self.evidence, self.known, self._records, *_ = party
        self._changed = changed
        self._days, self._floors = party.evidence.days, party.evidence.floors

    def events(self) -> Iterator[ListingEvent]:
        """Yield amendments: those announced, those stated, and those seen between two snapshots."""
        told = [stored.notice for stored in self.known.notices if stored.kind == "amended"]
        seen: list[ListingEvent] = []
        for before, after, found in self._changed:
            changes = _without_listing_dates(found)
            if before.last + 1 != after.first:  # what happened in between may have been told already
                changes = self._untold(changes, seen, before, after)
            within = [n for n in told if self._floors[before.last] <= n.on <= self._days[after.first]]
            if len(within) == 1 and changes:
                told.remove(within[0])
                seen.append(self._announced(within[0], changes, after))
            elif not within and changes:
                seen.append(self._seen_amendment(before, after, changes))
        yield from seen
        yield from (self._announced(notice) for notice in told)
        yield from self._stated_amendments({event.effective_by for event in seen} | {n.on for n in told})

    def _untold(
        self, changes: tuple[FieldChange, ...], seen: Sequence[ListingEvent], before: Segment, after: Segment
    ) -> tuple[FieldChange, ...]:
        """Leave out what amendments that overlap the time between two stretches have told already."""
        first, last = self._floors[before.last], self._days[after.first]
        told: list[FieldChange] = []
        for event in seen:
            since = event.window.after if event.window else event.on
            if since is None or since > last or event.effective_by <= first:
                continue
            told += event.changes
            if first <= since and event.effective_by <= last:
                # Each file, and a notice, prints remarks its own way: a change of them is told once.
                new = {change.field for change in event.changes} & {"remarks"}
                changes = tuple(change for change in changes if change.field not in new)
        return untold(changes, told)

    def _announced(
        self, notice: Notice, changes: tuple[FieldChange, ...] = (), after: Segment | None = None
    ) -> ListingEvent:
        sighting = (self._seen_changed(after),) if after else ()
        return ListingEvent(
            kind="amended",
            party_id=PartyId(self.known.party_id),
            on=notice.on,
            programmes=notice.programmes or self._programmes_on(notice.on),
            evidence=(notice.as_evidence(), *sighting),
            changes=notice.changes or changes,
        )

    def _seen_amendment(
        self, before: Segment, after: Segment, changes: tuple[FieldChange, ...]
    ) -> ListingEvent:
        party = self._records[after.content.digest]
        first, last = self._floors[before.last], self._days[after.first]
        stated = [day for day in party.amended_on if first <= day <= last]
        on = max(stated, default=None)  # a publisher need not write them in order
        evidence = [self._seen_changed(after)]
        if on:
            text = f"the record itself states {on} as a date of amendment"
            evidence.insert(0, Evidence(kind="stated", text=text))
        return ListingEvent(
            kind="amended",
            party_id=PartyId(self.known.party_id),
            on=on,
            window=None if on else DateWindow(after=first if first > date.min else None, until=last),
            programmes=party.programmes,
            evidence=tuple(evidence),
            changes=changes,
        )

    def _stated_amendments(self, told: set[date]) -> Iterator[ListingEvent]:
        """Yield the amendments that only a record's own dates tell of.

        A record that was last updated on the day of its listing was listed that day, not amended.
        """
        stated: dict[date, Party] = {}
        for segment in self.known.segments:
            party = self._records[segment.content.digest]
            for day in party.amended_on:
                if day not in told and day != party.listed_on and day <= self._days[segment.first]:
                    stated.setdefault(day, party)
        for day, party in stated.items():
            text = f"the record itself states {day} as a date of amendment; no file shows what was amended"
            yield ListingEvent(
                kind="amended",
                party_id=PartyId(self.known.party_id),
                on=day,
                programmes=party.programmes,
                evidence=(Evidence(kind="stated", text=text),),
            )

    def _seen_changed(self, after: Segment) -> Evidence:
        version = self.evidence.versions[after.first]
        return Evidence(
            kind="snapshot",
            text=f"the snapshot {version.dated} is the first to hold the changed record",
            source=version.digest,
        )

    def _programmes_on(self, day: date) -> tuple[str, ...]:
        known = [s for s in self.known.segments if self._days[s.last] >= day] or list(
            self.known.segments[-1:]
        )
        return self._records[known[0].content.digest].programmes if known else ()


def _without_listing_dates(changes: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    """Leave out a stated delisting: that is an event of its own, no amendment."""
    return tuple(change for change in changes if change.field != "delisted_on")
