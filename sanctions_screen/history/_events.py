"""A party's listing history in words: its turns and amendments with the evidence for each.

Reach for this module to turn what is known of a party (see :mod:`.evidence`) into the events a reviewer
reads. An event has an exact day only when a notice or the record itself gives one; otherwise it has the
window between two snapshots. Evidence that disagrees is shown beside the event, marked ``contradicts``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..model import (
    DateWindow,
    Evidence,
    FieldChange,
    ListingEvent,
    ListingEventKind,
    ListVersion,
    Notice,
    Party,
    PartyId,
)
from ._reused import stands_for_another
from ._timeline import Claim, Turn
from .differences import field_changes, untold
from .evidence import ListEvidence, PartyEvidence, Segment

__all__ = ["amendments_of", "events_of"]

_TOLD_ALIKE = frozenset({"kind", "programmes"})
"""Fields that every format of a list tells in the same words."""

_ANOTHER = Evidence(
    kind="snapshot",
    text="no name, birth date or programme is one that this reference ever had: it may stand for another now",
    contradicts=True,
)

_ANNOUNCED = {"listed": "listed", "delisted": "delisted", "amended": "changed"}


def events_of(evidence: ListEvidence, party_id: str) -> tuple[ListingEvent, ...]:
    """Return the listing events of one party, in order of the day each took effect."""
    teller = _Teller(evidence, evidence.parties[party_id])
    turns = evidence.turns(party_id)
    events = [*teller.turns(turns), *teller.amendments()]
    # Stable: turns of one day keep their order, and an amendment stands after the listing of its day.
    return tuple(sorted(events, key=lambda event: event.effective_by))


def amendments_of(evidence: ListEvidence, party_id: str) -> tuple[ListingEvent, ...]:
    """Return the amendments among a party's events, in no order: cheaper than telling all of them."""
    return tuple(_Teller(evidence, evidence.parties[party_id]).amendments())


@dataclass(frozen=True)
class _Teller:
    """Tells one party's events."""

    evidence: ListEvidence
    known: PartyEvidence

    def turns(self, turns: Sequence[Turn]) -> Iterator[ListingEvent]:
        for number, turn in enumerate(turns):
            until = turns[number + 1].effective_by if number + 1 < len(turns) else None
            kind: ListingEventKind = "delisted"
            reused = turn.kind == "listed" and stands_for_another(self.known, self._days, turns, number)
            if turn.kind == "listed":
                kind = "relisted" if number and not reused else "listed"
            yield ListingEvent(
                kind=kind,
                party_id=PartyId(self.known.party_id),
                on=turn.on,
                window=turn.window,
                programmes=self._programmes(turn, until),
                evidence=(*self._for(turn, until), *self._against(turn), *([_ANOTHER] if reused else ())),
            )

    def _for(self, turn: Turn, until: date | None) -> Iterator[Evidence]:
        for claim in turn.claims:
            yield self._claim_evidence(claim)
        if turn.kind == "listed" and turn.stated is not None and turn.stated == turn.on:
            yield Evidence(kind="stated", text=f"the record itself states {turn.stated} as its listing date")
        yield from self._sightings(turn, until)

    def _sightings(self, turn: Turn, until: date | None) -> Iterator[Evidence]:
        """Yield the two snapshots between which the turn shows, as far as there are two."""
        present = turn.kind == "listed"
        before = self._index_before(turn)
        at = bisect_left(self._days, turn.effective_by)
        while (
            at < len(self._days) and self._shows(at) != present and (until is None or self._days[at] < until)
        ):
            at += 1
        if before is not None and self._shows(before) != present:
            yield self._seen(before, held=not present, which="last")
        if at < len(self._days) and self._shows(at) == present and (until is None or self._days[at] < until):
            yield self._seen(at, held=present, which="first")

    def _index_before(self, turn: Turn) -> int | None:
        day = turn.on or turn.after
        if day is None:
            return None
        index = bisect_right(self._days, day) - 1 if turn.on is None else bisect_left(self._days, day) - 1
        return index if index >= 0 else None

    def _seen(self, index: int, *, held: bool, which: str) -> Evidence:
        version = self.evidence.versions[index]
        verb = "shows" if held else "does not show"
        return Evidence(
            kind="snapshot",
            text=f"the snapshot {_dated(version)} {verb} it as listed ({which} to do so)",
            source=version.digest,
        )

    def _against(self, turn: Turn) -> Iterator[Evidence]:
        if turn.kind == "listed" and turn.stated is not None and turn.stated != turn.on:
            yield Evidence(
                kind="stated",
                text=f"the record itself states {turn.stated} as its listing date",
                contradicts=True,
            )
        for claim in turn.against:
            yield self._claim_evidence(claim, contradicts=True)
        if turn.contradicted:
            told = "a notice says it was removed, and no notice says that it came back"
            held = "a later snapshot still holds it, and no notice says that it came back"
            yield Evidence(
                kind="notice" if turn.kind == "listed" else "snapshot",
                text=told if turn.kind == "listed" else held,
                contradicts=True,
            )

    def _claim_evidence(self, claim: Claim, *, contradicts: bool = False) -> Evidence:
        if claim.number is None:
            text = f"the record itself states {claim.on} as its delisting date"
            return Evidence(kind="stated", text=text, contradicts=contradicts)
        return _notice_evidence(self.known.notices[claim.number].notice, contradicts=contradicts)

    def _programmes(self, turn: Turn, until: date | None) -> tuple[str, ...]:
        for claim in turn.claims:
            if claim.number is not None and self.known.notices[claim.number].notice.programmes:
                return self.known.notices[claim.number].notice.programmes
        party = self._as_of_turn(turn, until)
        return party.programmes if party else ()

    def _as_of_turn(self, turn: Turn, until: date | None) -> Party | None:
        """Return the record nearest to the turn: after a listing, before a delisting."""
        day = turn.effective_by
        if turn.kind == "listed":
            later = [s for s in self.known.segments if self._days[s.last] >= day]
            if later and (until is None or self._days[later[0].first] <= until):
                return later[0].content.party()
        else:
            # The record of the very day counts only when it still shows the party: see _timeline.Claim.
            earlier = [s for s in self.known.segments if self._days[s.first] <= day]
            if earlier:
                return earlier[-1].content.party()
        told = [n.party for n in self.known.notices if n.on <= day and n.party is not None]
        return told[-1] if told else None

    @property
    def _days(self) -> tuple[date, ...]:
        return self.evidence.days

    @property
    def _floors(self) -> tuple[date, ...]:
        return self.evidence.floors

    def _shows(self, index: int) -> bool:
        return any(run.first <= index <= run.last for run in self.evidence.runs(self.known))

    def amendments(self) -> Iterator[ListingEvent]:
        """Yield amendments: those announced, those stated, and those seen between two snapshots."""
        told = [stored.notice for stored in self.known.notices if stored.kind == "amended"]
        seen: list[ListingEvent] = []
        for before, after, found in self._changed():
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

    def _changed(self) -> Iterator[tuple[Segment, Segment, tuple[FieldChange, ...]]]:
        """Yield neighbouring stretches of versions with different content, and what differs.

        Two versions read from different files (names alone, say, and names with addresses) differ in what the
        files carry. Between them only what every format tells the same way is compared; the rest with the
        last version that was read from the same files.
        """
        for number, (before, after) in enumerate(pairwise(self.known.segments), start=1):
            if before.last + 1 != after.first:
                continue
            new = after.content.party()
            if self._scope(before.last) == self._scope(after.first):
                yield before, after, field_changes(before.content.party(), new)
                continue
            found = field_changes(before.content.party(), new)
            changes = tuple(change for change in found if change.field in _TOLD_ALIKE)
            alike = None if changes else self._last_alike(number, after)
            if alike is not None:
                # What every format tells alike was told between neighbours on the way here.
                since = field_changes(alike.content.party(), new)
                yield alike, after, tuple(change for change in since if change.field not in _TOLD_ALIKE)
            else:
                yield before, after, changes

    def _last_alike(self, number: int, after: Segment) -> Segment | None:
        """Return the last stretch before *after* read from the same files, with no absence between."""
        following = after.first
        for segment in reversed(self.known.segments[:number]):
            if segment.last + 1 != following:
                return None
            following = segment.first
            for index in range(segment.last, segment.first - 1, -1):
                if self._scope(index) == self._scope(after.first):
                    return Segment(segment.first, index, segment.content)
        return None

    def _scope(self, index: int) -> tuple[str, int]:
        """Return what kind of files a version was read from: their format and how many there were."""
        version = self.evidence.versions[index]
        return version.format, len(version.files)

    def _announced(
        self, notice: Notice, changes: tuple[FieldChange, ...] = (), after: Segment | None = None
    ) -> ListingEvent:
        sighting = (self._seen_changed(after),) if after else ()
        return ListingEvent(
            kind="amended",
            party_id=PartyId(self.known.party_id),
            on=notice.on,
            programmes=notice.programmes or self._programmes_on(notice.on),
            evidence=(_notice_evidence(notice), *sighting),
            changes=notice.changes or changes,
        )

    def _seen_amendment(
        self, before: Segment, after: Segment, changes: tuple[FieldChange, ...]
    ) -> ListingEvent:
        party = after.content.party()
        first, last = self._floors[before.last], self._days[after.first]
        stated = [day for day in party.amended_on if first <= day <= last]
        on = stated[-1] if stated else None
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
        """Yield the amendments that only a record's own dates tell of."""
        stated: dict[date, Party] = {}
        for segment in self.known.segments:
            party = segment.content.party()
            for day in party.amended_on:
                if day not in told and day <= self._days[segment.first]:
                    stated.setdefault(day, party)
        for day, party in stated.items():
            text = f"the record itself states {day} as a date of amendment"
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
            text=f"the snapshot {_dated(version)} is the first to hold the changed record",
            source=version.digest,
        )

    def _programmes_on(self, day: date) -> tuple[str, ...]:
        known = [s for s in self.known.segments if self._days[s.last] >= day] or list(
            self.known.segments[-1:]
        )
        return known[0].content.party().programmes if known else ()


def _notice_evidence(notice: Notice, *, contradicts: bool = False) -> Evidence:
    return Evidence(
        kind="notice",
        text=f"announced as {_ANNOUNCED[notice.kind]} on {notice.on}",
        source=notice.citation,
        contradicts=contradicts,
    )


def _dated(version: ListVersion) -> str:
    return f"{'of' if version.precision == 'stated' else 'archived by'} {version.published_on}"


def _without_listing_dates(changes: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    """Leave out a stated delisting: that is an event of its own, no amendment."""
    return tuple(change for change in changes if change.field != "delisted_on")
