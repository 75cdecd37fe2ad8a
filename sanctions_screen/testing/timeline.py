"""A list's life as plain data: its dated snapshots and notices, before any store has seen them.

Reach for this module to load one and the same life into stores in different orders, and to ask what a
store ought to say: :meth:`ListTimeline.present_on` is the naive model, read off the snapshots alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..model import Notice, NoticeKind, Party, PartyId
from ..store import ListStore

__all__ = ["ListTimeline", "TimelineChange", "timeline_of"]


@dataclass(frozen=True)
class TimelineChange:
    """A party that came or went after the snapshot of ``after`` and by that of ``until``."""

    party_id: PartyId
    kind: NoticeKind
    after: date | None
    until: date
    programmes: tuple[str, ...]

    def notice_on(self, day: date) -> Notice:
        """Return a publisher's notice that gives *day* as the exact day of the change."""
        return Notice(
            list_id=self.party_id.partition(":")[0],
            kind=self.kind,
            on=day,
            party_id=self.party_id,
            programmes=self.programmes,
            citation=f"Notice of {day.isoformat()}: {self.party_id} {self.kind}",
        )


@dataclass(frozen=True)
class ListTimeline:
    """Snapshots of one list, oldest first, and notices about it in order of day."""

    list_id: str
    snapshots: tuple[tuple[date, tuple[Party, ...]], ...]
    notices: tuple[Notice, ...] = ()

    @property
    def has_parties(self) -> bool:
        """True when at least one snapshot holds a party."""
        return any(members for _, members in self.snapshots)

    @property
    def days(self) -> tuple[date, ...]:
        """The publication days of the snapshots."""
        return tuple(day for day, _ in self.snapshots)

    def with_notices(self, notices: Iterable[Notice]) -> ListTimeline:
        """Return the same life with these notices."""
        return replace(self, notices=tuple(sorted(notices, key=lambda n: (n.on, n.party_id or "", n.kind))))

    def present_on(self, day: date) -> dict[PartyId, Party]:
        """Return the parties in the newest snapshot published on or before *day*; notices are not read."""
        held: tuple[Party, ...] = ()
        for published_on, members in self.snapshots:
            if published_on <= day:
                held = members
        return {party.party_id: party for party in held}

    def changes(self) -> tuple[TimelineChange, ...]:
        """Return every coming and going between one snapshot and the next, in order of day and party."""
        found: list[TimelineChange] = []
        before: dict[PartyId, Party] = {}
        after: date | None = None
        for day, members in self.snapshots:
            now = {party.party_id: party for party in members}
            came = [
                _change(now[party_id], "listed", after, day)
                for party_id in sorted(now.keys() - before.keys())
            ]
            gone = [
                _change(before[party_id], "delisted", after, day)
                for party_id in sorted(before.keys() - now.keys())
            ]
            found += [*came, *gone]
            before, after = now, day
        return tuple(found)

    def load_into(self, store: ListStore, order: Sequence[int] | None = None) -> None:
        """Import the snapshots in *order* (their places; None: oldest first), then the notices."""
        for place in order if order is not None else range(len(self.snapshots)):
            day, members = self.snapshots[place]
            store.add_snapshot(self.list_id, members, published_on=day)
        if self.notices:
            store.add_notices(self.list_id, self.notices)


def _change(party: Party, kind: NoticeKind, after: date | None, until: date) -> TimelineChange:
    return TimelineChange(party.party_id, kind, after, until, party.programmes)


def timeline_of(list_id: str, snapshots: Iterable[tuple[date, Iterable[Party]]]) -> ListTimeline:
    """Return the life made of *snapshots*, whatever their order; ValueError for a day that comes twice."""
    ordered = sorted(((day, tuple(members)) for day, members in snapshots), key=lambda snapshot: snapshot[0])
    days = [day for day, _ in ordered]
    if len(set(days)) < len(days):
        raise ValueError(f"{list_id} has two snapshots of one day")
    return ListTimeline(list_id, tuple(ordered))
