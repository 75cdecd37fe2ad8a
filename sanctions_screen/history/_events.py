"""A party's listing history in words: its turns and amendments with the evidence for each.

Reach for :func:`events_of_each` to turn what is known of parties (see :mod:`.turns`) into the events a
reviewer reads. An event has an exact day only when a notice or the record itself gives one; otherwise it has
the window between two snapshots. Evidence that disagrees is shown beside the event, marked ``contradicts``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from ..model import Evidence, ListingEvent, ListingEventKind, Party, PartyId
from ._amendments import amendments_of_each
from ._timeline import Claim, Turn
from .turns import Gathered

__all__ = ["events_of_each"]


def events_of_each(parties: Sequence[Gathered]) -> dict[str, tuple[ListingEvent, ...]]:
    """Return by id the listing events of some parties, in order of the day each took effect."""
    amendments = amendments_of_each(parties)
    return {
        party.known.party_id: tuple(
            # Stable: turns of one day keep their order, and an amendment stands after the listing of its day.
            sorted((*_Teller(party).turns(), *amended), key=lambda event: event.effective_by)
        )
        for party, amended in zip(parties, amendments, strict=True)
    }


class _Teller:
    """Tells one party's events."""

    def __init__(self, party: Gathered) -> None:
        self.evidence, self.known, self._records, self._runs, self._turns = party
        self._days = party.evidence.days

    def turns(self) -> Iterator[ListingEvent]:
        turns = self._turns
        for number, turn in enumerate(turns):
            until = turns[number + 1].effective_by if number + 1 < len(turns) else None
            kind: ListingEventKind = "delisted"
            if turn.kind == "listed":
                kind = "relisted" if number else "listed"
            yield ListingEvent(
                kind=kind,
                party_id=PartyId(self.known.party_id),
                on=turn.on,
                window=turn.window,
                doubts=tuple(turn.doubts),
                programmes=self._programmes(turn, until),
                evidence=(
                    *self._for(turn, until),
                    *self._against(turn),
                    *self._of_the_reference(first=not number, last=until is None and turn.kind == "delisted"),
                ),
            )

    def _of_the_reference(self, *, first: bool, last: bool) -> Iterator[Evidence]:
        """Yield what its reference stood for besides, beside the party's coming and its going."""
        for others, stood in ((self.known.before if first else (), "stood before"),
                              (self.known.since if last else (), "has stood since")):  # fmt: skip
            for party_id, name in others:
                text = f"its reference {stood} for {name} ({party_id}), of whom nothing is told alike"
                yield Evidence(kind="snapshot", text=text)

    def _for(self, turn: Turn, until: date | None) -> Iterator[Evidence]:
        for claim in turn.claims:
            yield self._claim_evidence(claim)
        if turn.kind == "listed" and turn.stated is not None and turn.stated == turn.on:
            yield Evidence(kind="stated", text=f"the record itself states {turn.stated} as its listing date")
        if turn.amended:
            text = f"the record itself states {turn.amended} as a date of amendment: it was listed by then"
            yield Evidence(kind="stated", text=text)
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
            text=f"the snapshot {version.dated} {verb} it as listed ({which} to do so)",
            source=version.digest,
        )

    def _against(self, turn: Turn) -> Iterator[Evidence]:
        if turn.kind == "listed" and turn.stated is not None and turn.stated != turn.on:
            yield Evidence(
                kind="stated",
                text=f"the record itself states {turn.stated} as its listing date",
                contradicts=True,
            )
        if turn.amended_unseen:
            text = (
                f"the record itself states {turn.amended_unseen} as a date of amendment, and no snapshot "
                "before the window shows it"
            )
            yield Evidence(kind="stated", text=text, contradicts=True)
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
        return self.known.notices[claim.number].notice.as_evidence(contradicts=contradicts)

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
                return self._records[later[0].content.digest]
        else:
            # The record of the very day counts only when it still shows the party: see _timeline.Claim.
            earlier = [s for s in self.known.segments if self._days[s.first] <= day]
            if earlier:
                return self._records[earlier[-1].content.digest]
        told = [n.notice.party for n in self.known.notices if n.on <= day]
        return next((party for party in reversed(told) if party is not None), None)

    def _shows(self, index: int) -> bool:
        return any(run.first <= index <= run.last for run in self._runs)
