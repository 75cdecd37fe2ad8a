"""A list counted over time: its size at each period's end, and the events in between.

Reach for :func:`statistics_of`. The counts come from the same turns and amendments that histories tell, so
they are those of :meth:`ListStore.history` added up, and the sizes are those of :meth:`ListStore.snapshot`.
The record begins on the first day for which the list is known as a whole; who was on it by then is the
opening size, for nobody was added that day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import Literal

from ..model import (
    EventCount,
    ListingEventKind,
    ListStatistics,
    PeriodStatistics,
    StatisticsPeriod,
)
from ._amendments import amendments_of_each
from ._timeline import Turn
from .evidence import ListEvidence, PartyEvidence, Wanted, read_records
from .states import is_left_out
from .turns import gathered

__all__ = ["statistics_of"]

_ONE_DAY = timedelta(days=1)


def statistics_of(evidence: ListEvidence, by: StatisticsPeriod, oldest: date, newest: date) -> ListStatistics:
    """Return the counts of the periods from *oldest* to *newest*; later events are not counted yet."""
    count = _Count(evidence, _periods(oldest, newest, by))
    for party_id, known in evidence.parties.items():
        count.take(party_id, known)
    return ListStatistics(
        list_id=evidence.list_id, by=by, opening=count.opening, periods=tuple(count.periods())
    )


def _periods(oldest: date, newest: date, by: StatisticsPeriod) -> list[tuple[date, date]]:
    """Return first and last day of each period; those at the ends are cut to what is known."""
    periods: list[tuple[date, date]] = []
    first = oldest
    while first <= newest:
        following = _next_start(first, by)
        if following is None or following > newest:
            periods.append((first, newest))
            break
        periods.append((first, following - _ONE_DAY))
        first = following
    return periods


def _next_start(day: date, by: StatisticsPeriod) -> date | None:
    """Return the first day of the period after that of *day*; None at the end of the calendar."""
    year, month = (day.year, day.month + 1) if by == "month" and day.month < 12 else (day.year + 1, 1)
    return date(year, month, 1) if year <= date.max.year else None


@dataclass
class _Count:
    """The counts of all periods while party after party is taken."""

    evidence: ListEvidence
    bounds: Sequence[tuple[date, date]]
    opening: int = 0
    events: list[Counter[tuple[ListingEventKind, str]]] = field(init=False)
    """By period: how many events of a kind are known how well."""
    standing: dict[str, list[int]] = field(init=False)
    """By how parties are known on a period's last day: by how many more than on the one before."""

    def __post_init__(self) -> None:
        self.ends = [last for _, last in self.bounds]
        days = self.evidence.days
        # The version nearest to each end, as for ListState.version.
        self.nearest = [max(bisect_right(days, end) - 1, 0) for end in self.ends]
        self.events = [Counter() for _ in self.bounds]
        self.standing = {how: [0] * (len(self.bounds) + 1) for how in ("observed", "rebuilt", "uncertain")}
        changes = enumerate(pairwise(self.nearest), start=1)
        self.other_version = [at for at, (before, after) in changes if before != after]

    def take(self, party_id: str, known: PartyEvidence) -> None:
        records = read_records([Wanted(self.evidence, [segment.content for segment in known.segments])])
        party = gathered([(self.evidence, known)], records)[party_id]
        turns = party.turns
        for number, turn in enumerate(turns):
            self._turn(turn, again=number > 0)
        for event in amendments_of_each([party])[0]:
            self._event("amended", event.on, event.window.after if event.window else None, event.effective_by)
        for number, turn in enumerate(turns):
            if turn.kind == "listed":
                until = turns[number + 1].effective_by if number + 1 < len(turns) else None
                self._stay(known, turns, turn.effective_by, until)

    def _turn(self, turn: Turn, *, again: bool) -> None:
        came = turn.kind == "listed"
        oldest = self.bounds[0][0]
        there_before = turn.on is None and turn.after is None and turn.effective_by == oldest
        if turn.effective_by < oldest or (came and there_before):
            self.opening += 1 if came else -1
        else:
            kind: ListingEventKind = ("relisted" if again else "listed") if came else "delisted"
            self._event(kind, turn.on, turn.after, turn.effective_by)

    def _event(self, kind: ListingEventKind, on: date | None, after: date | None, counted: date) -> None:
        at = bisect_left(self.ends, counted)
        if at == len(self.ends) or counted < self.bounds[0][0]:
            return
        if on is not None:
            how = "exact"
        else:
            how = "within" if after is not None and after >= self.bounds[at][0] else "by"
        self.events[at][kind, how] += 1

    def _stay(self, known: PartyEvidence, turns: Sequence[Turn], since: date, until: date | None) -> None:
        """Count a party at the end of each period at which it was on the list.

        A calendar may have a hundred thousand months and little in them: what is known of the party changes
        only where another version is the nearest, or a window begins or ends.
        """
        first = bisect_left(self.ends, since)
        last = bisect_left(self.ends, until) if until else len(self.ends)
        windows = [turn.window for turn in turns if turn.window]
        windows += [doubt.window for turn in turns for doubt in turn.doubts]
        edges = {day for window in windows for day in (window.after, window.until) if day}
        cuts = {first, *(cut(self.ends, day) for day in edges for cut in (bisect_left, bisect_right))}
        cuts |= {at for at in self.other_version if first <= at < last}
        starts = [segment.first for segment in known.segments]
        inside = sorted(at for at in cuts if first <= at < last)
        for at, following in pairwise([*inside, last]):
            how = self._known_how(known, turns, starts, at)
            self.standing[how][at] += 1
            self.standing[how][following] -= 1

    def _known_how(
        self, known: PartyEvidence, turns: Sequence[Turn], starts: Sequence[int], at: int
    ) -> Literal["observed", "rebuilt", "uncertain"]:
        held = bisect_right(starts, self.nearest[at]) - 1
        if is_left_out(self.evidence, known, turns, self.ends[at]):
            return "uncertain"
        if held >= 0 and known.segments[held].last >= self.nearest[at]:
            return "observed"
        return "rebuilt"

    def periods(self) -> list[PeriodStatistics]:
        days = self.evidence.days
        observed, rebuilt, uncertain = (
            list(accumulate(self.standing[how])) for how in ("observed", "rebuilt", "uncertain")
        )
        return [
            PeriodStatistics(
                first=first,
                last=last,
                listed=self._counted(at, "listed"),
                relisted=self._counted(at, "relisted"),
                delisted=self._counted(at, "delisted"),
                amended=self._counted(at, "amended"),
                size=observed[at] + rebuilt[at],
                observed=observed[at],
                rebuilt=rebuilt[at],
                uncertain=uncertain[at],
                versions=bisect_right(days, last) - bisect_left(days, first),
                nearest_version=days[self.nearest[at]] if days else None,
            )
            for at, (first, last) in enumerate(self.bounds)
        ]

    def _counted(self, at: int, kind: ListingEventKind) -> EventCount:
        exact, within, by = (self.events[at][kind, how] for how in ("exact", "within", "by"))
        return EventCount(total=exact + within + by, exact=exact, by=by)
