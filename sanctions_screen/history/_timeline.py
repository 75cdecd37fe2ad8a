"""When a party came onto a list and when it left it: sightings and announcements brought into one order.

Reach for this module for the logic of listing alone: days, no texts and no database. What is known of a party
is in which versions it was seen, the days on which its publisher announced a listing or a delisting, and the
days its own record states. The rules, in order:

1. an announced day is the day;
2. else a day the record states, unless the versions say otherwise;
3. else a window: after the last version that shows the old status, until the first that shows the new one, or
   until the first day on which its record, or a notice, says that it was amended: it was listed by then.
   A version is that morning's, so the window begins on its very day. One whose day is only the last it can be
   of bounds what it shows from above alone: a window that follows it begins with the version before.

What disagrees is kept beside the turn it disagrees with, never dropped. Guarantees: turns alternate between
listed and delisted, in order of day; and after the last turn up to a version's day the status is what that
version shows, unless an announcement of that very day says more, or a complete record of announcements
proves the version older than its day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from ..model import DateWindow, ListingStatus, NoticeKind, UnsettledSpan, status_on
from ..model.history import doubted

__all__ = ["Claim", "Run", "Sightings", "Turn", "standing_on", "turns_of_each"]

_ONE_DAY = timedelta(days=1)
_OLDER_THAN_ITS_DAY = 31
"""Days by which a version may be older than its day, when that is the day on which an archive kept it."""


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


@dataclass(slots=True)
class _Turn:
    """A :class:`Turn` while it is found out."""

    kind: Literal["listed", "delisted"]
    on: date | None = None
    after: date | None = None
    until: date | None = None
    claims: list[Claim] = field(default_factory=list)
    against: list[Claim] = field(default_factory=list)
    stated: date | None = None
    amended: date | None = None
    amended_unseen: date | None = None
    contradicted: bool = False
    doubts: list[UnsettledSpan] = field(default_factory=list)

    @property
    def effective_by(self) -> date:
        day = self.on or self.until
        assert day is not None
        return day

    def made(self) -> Turn:
        """Return the turn as it was found out to be."""
        by = self.effective_by
        return Turn(
            self.kind,
            self.on,
            self.after,
            by,
            None if self.on else DateWindow(after=self.after, until=by),
            self.claims,
            self.against,
            self.stated,
            self.amended,
            self.amended_unseen,
            self.contradicted,
            self.doubts,
        )


def standing_on(turns: Sequence[Turn], day: date) -> tuple[ListingStatus, UnsettledSpan | None]:
    """Return the status on a day; where it is unsettled, also why."""
    status, made = status_on(((turn.kind == "listed", turn.on, turn.window) for turn in turns), day)
    if status == "unsettled":
        turn = turns[made]
        assert turn.window is not None
        return status, UnsettledSpan(kind=turn.kind, window=turn.window)
    doubt = doubted(turns[made - 1].doubts, day) if made else None
    return (status, None) if doubt is None else ("unsettled", doubt)


def turns_of_each(parties: Iterable[Sightings]) -> list[list[Turn]]:
    """Return the turns of each of some parties, in their order."""
    return [_doubted(seen, _Walk(seen).turns(seen.claims)) for seen in parties]


def _doubted(seen: Sightings, turns: list[Turn]) -> list[Turn]:
    """Return the turns, each with the doubts that versions of uncertain days cast on what it made.

    None is cast where the party came or left meanwhile, nor where a complete record of announcements tells of
    neither.
    """
    for at in seen.alone:
        before, until = seen.days[at - 1], seen.days[at + 1]
        after = seen.floors[at - 1] if seen.floors[at - 1] > date.min else None
        made = sum(turn.effective_by <= before for turn in turns)
        if not made or (made < len(turns) and turns[made].effective_by < until):
            continue
        if any(first <= (after or before) and until <= last for first, last in seen.known_since):
            continue
        doubt = UnsettledSpan(
            kind="delisted" if turns[made - 1].kind == "listed" else "listed",
            window=DateWindow(after=after, until=until),
            copied_by=seen.days[at],
        )
        turns[made - 1] = turns[made - 1]._replace(doubts=(*turns[made - 1].doubts, doubt))
    return turns


class _Walk:
    """One walk through a party's versions and announcements, oldest first."""

    def __init__(self, seen: Sightings) -> None:
        self._days, self._floors = seen.days, seen.floors
        self._runs, self._known_since = seen.runs, seen.known_since
        self._turns: list[_Turn] = []
        self._listed = False

    def turns(self, claims: Sequence[Claim]) -> list[Turn]:
        by_gap: dict[int, list[Claim]] = {}
        for claim in claims:
            by_gap.setdefault(self._gap_of(claim), []).append(claim)
        edges = {run.first for run in self._runs} | {run.last + 1 for run in self._runs}
        for gap in sorted(edges | by_gap.keys()):
            if gap <= len(self._days):
                self._pass(gap, by_gap.get(gap, []))
        return [turn.made() for turn in self._turns]

    def _run_at(self, index: int) -> Run | None:
        if 0 <= index < len(self._days):
            for run in self._runs:
                if run.first <= index <= run.last:
                    return run
        return None

    def _gap_of(self, claim: Claim) -> int:
        """Return the index of the version before which the claim takes effect.

        A version that may be of the very day, or of one before it, and does not show it yet was published
        before it took effect.
        """
        gap = bisect_left(self._days, claim.on)
        while gap < len(self._days) and self._floors[gap] <= claim.on:
            if (self._run_at(gap) is not None) == (claim.kind != "delisted"):
                break
            gap += 1
        return gap

    def _pass(self, gap: int, claims: list[Claim]) -> None:
        """Go from the version before *gap* to the one at it."""
        floor = self._floors[gap - 1] if gap and self._floors[gap - 1] > date.min else None
        claims = list(self._in_order(claims))
        denied = self._denied(claims, gap)
        for claim in claims[: len(claims) - len(denied)]:
            floor = self._take(claim, gap, floor)
        if gap == len(self._days):
            return
        run = self._run_at(gap)
        if run is not None and not self._listed:
            self._add(self._arrival(gap, floor, run))
        if denied:
            self._turns[-1].against += denied
        elif run is None and self._listed and self._is_older_than_its_day(gap):
            return
        elif run is None and self._listed:
            self._add(_Turn("delisted", after=floor, until=self._days[gap]))

    def _denied(self, claims: list[Claim], gap: int) -> list[Claim]:
        """Return the last claims when they are removals that cannot have been.

        The version at *gap* shows the party, and a complete record tells of no return: an announcement tied
        to the wrong party, or taken back, is likelier than a return that nobody announced.
        """
        if not claims or self._run_at(gap) is None:
            return []
        denied: list[Claim] = []
        for claim in reversed(claims):
            recorded = any(first <= claim.on and self._days[gap] <= last for first, last in self._known_since)
            if claim.kind != "delisted" or claim.number is None or not recorded:
                break
            denied.insert(0, claim)
        return denied

    def _is_older_than_its_day(self, gap: int) -> bool:
        """Return whether the version at *gap* was made before the listing that its day comes after.

        It does not show a party that was announced just before, that a complete record tells no removal of,
        and that a later version shows: a copy from an archive may be older than the day it was kept.
        """
        day, last = self._days[gap], self._turns[-1]
        announced = last.on is not None and any(claim.number is not None for claim in last.claims)
        return (
            announced
            and (day - (last.on or day)).days <= _OLDER_THAN_ITS_DAY
            and any(first <= (last.on or day) and day <= until for first, until in self._known_since)
            and any(run.first > gap for run in self._runs)
        )

    def _in_order(self, claims: list[Claim]) -> Iterator[Claim]:
        """Yield claims by day; on one day first those that change the status as it then is.

        Who is amended on the day of its going was so before, and on the day of its coming afterwards.
        """
        if len(claims) < 2:
            yield from claims
            return
        ordered = sorted(claims, key=lambda c: (c.on, c.kind, c.number is None, c.number or 0))
        listed = self._listed
        for _, same_day in groupby(ordered, key=lambda claim: claim.on):
            order = ("amended", "delisted", "listed") if listed else ("listed", "amended", "delisted")
            for claim in sorted(same_day, key=lambda claim: order.index(claim.kind)):
                listed = claim.kind != "delisted"
                yield claim

    def _take(self, claim: Claim, gap: int, floor: date | None) -> date | None:
        """Let one claim change the status, or stand beside the turn it repeats or contradicts."""
        if claim.kind == "amended":
            if not self._listed:
                self._add(_Turn("listed", after=floor, until=claim.on, claims=[claim]))
            return claim.on
        listed = claim.kind == "listed"
        if listed == self._listed and (self._turns or listed):
            self._stand_beside(claim, floor)
            return floor if claim.number is None else claim.on  # what it announces again was so that day
        if not listed and not self._turns:
            self._add(self._unseen_listing(claim, floor))
        turn = _Turn(claim.kind, on=claim.on, claims=[claim])
        run = self._run_at(gap)
        if listed and run is not None and run.first == gap:
            turn.stated = run.stated_listing
        self._add(turn)
        return claim.on

    def _stand_beside(self, claim: Claim, floor: date | None) -> None:
        """Put a claim beside the turn that it repeats, or says otherwise than.

        Who is announced as listed on a day, and was listed before, may have left since that was seen, and
        come back; likewise whoever is announced as gone again. A complete record of announcements would tell
        of it.
        """
        turn = self._turns[-1]
        if claim.number is None:  # a record goes on stating its delisting: that is no second one
            return
        if turn.on == claim.on:
            turn.claims.append(claim)
            return
        turn.against.append(claim)
        window = DateWindow(after=floor, until=claim.on)
        since = floor or turn.effective_by
        recorded = any(first <= since and claim.on <= last for first, last in self._known_since)
        if not recorded and window.unsettles(claim.on - _ONE_DAY):
            kind: Literal["listed", "delisted"] = "delisted" if claim.kind == "listed" else "listed"
            turn.doubts.append(UnsettledSpan(kind=kind, window=window, announced_on=claim.on))

    def _unseen_listing(self, claim: Claim, floor: date | None) -> _Turn:
        """Return the listing that a delisting proves though nothing told of it."""
        until = claim.on - _ONE_DAY
        if floor is not None and until <= floor:
            until = claim.on
        stated = claim.stated_listing
        if stated is not None and stated <= until and (floor is None or stated >= floor):
            return _Turn("listed", on=stated, stated=stated)
        return _Turn("listed", after=floor, until=self._start_of_record(floor, until), stated=stated)

    def _arrival(self, gap: int, floor: date | None, run: Run) -> _Turn:
        """Return the listing that the version at *gap* is the first to show."""
        until = self._days[gap]
        stated = run.stated_listing
        turn = _Turn("listed", stated=stated)
        if stated is not None and stated <= until and (floor is None or stated >= floor):
            turn.on = stated
            return turn
        turn.after, turn.until = floor, self._start_of_record(floor, until)
        self._amended_by(turn, run)
        last = self._turns[-1] if self._turns else None
        if (
            last is not None
            and last.on is not None
            and last.on == floor
            and last.claims[0].number is not None
        ):
            # Announced as gone, and there in the next version without an announcement.
            turn.contradicted = last.contradicted = True
        return turn

    def _amended_by(self, turn: _Turn, run: Run) -> None:
        """Narrow a listing's window by the days on which the record says that it was amended."""
        left = self._turns[-1].effective_by if self._turns else date.min
        assert turn.until is not None
        for day in run.stated_amendments:
            if turn.after is not None and left < day <= turn.after:
                turn.amended_unseen = turn.amended_unseen or day
            elif left < day < turn.until:
                turn.until = turn.amended = day
                return

    def _start_of_record(self, floor: date | None, until: date) -> date:
        """Return the day by which a party nobody announced was there: before a complete record began."""
        if floor is not None:
            return until
        starts = [first for first, last in self._known_since if first <= until <= last]
        return min(starts, default=until)

    def _add(self, turn: _Turn) -> None:
        self._turns.append(turn)
        self._listed = turn.kind == "listed"
