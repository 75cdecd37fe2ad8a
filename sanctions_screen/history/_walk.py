"""One walk through a party's versions and announcements, oldest first: the rules of :mod:`._timeline`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from ..model import DateWindow, UnsettledSpan
from ._seen import Claim, Run, Sightings, Turn

__all__ = ["walked"]

_ONE_DAY = timedelta(days=1)
_OLDER_THAN_ITS_DAY = 31
"""Days by which a version may be older than its day, when that is the day on which an archive kept it."""


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


def _opposite(claim: Claim) -> Literal["listed", "delisted"]:
    return "listed" if claim.kind == "delisted" else "delisted"


def walked(parties: Iterable[Sightings]) -> list[list[Turn]]:
    """Return the turns of each of some parties, in order, before copies that stand alone cast doubts."""
    return [_Walk(seen).turns(seen.claims) for seen in parties]


class _Walk:
    """One walk through a party's versions and announcements, oldest first."""

    def __init__(self, seen: Sightings) -> None:
        self._days, self._floors = seen.days, seen.floors
        self._ends = [*seen.days]
        """The last day each version is taken to be of: its own, or that of a claim that it is older than."""
        self._runs, self._known_since = seen.runs, seen.known_since
        self._turns: list[_Turn] = []
        self._anew: Claim | None = None
        """The last that was announced against what was known until then."""
        self._listed = False

    def turns(self, claims: Sequence[Claim]) -> list[Turn]:
        by_gap: dict[int, list[Claim]] = {}
        for claim in claims:
            gap = self._gap_of(claim, claims)
            by_gap.setdefault(gap, []).append(claim)
            for older in range(bisect_left(self._days, claim.on), gap):
                self._ends[older] = min(self._ends[older], claim.on)
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

    def _gap_of(self, claim: Claim, claims: Sequence[Claim]) -> int:
        """Return the index of the version before which the claim takes effect.

        A version that may be of the very day, or of one before it, was published before it took effect where
        it shows what neither this claim nor a later one of *claims* up to its day says.
        """
        gap = bisect_left(self._days, claim.on)
        # Who was listed before a change too: a copy that shows otherwise is no older, for nobody told of two.
        stays = claim.kind == "amended" and self._was_listed(claim, claims, gap)
        while gap < len(self._days) and self._floors[gap] <= claim.on:
            if stays and self._floors[gap] < self._days[gap]:
                break
            day, shown = self._days[gap], self._run_at(gap) is not None
            later = (other for other in claims if claim.on < other.on <= day)
            if any(shown == (one.kind != "delisted") for one in (claim, *later)):
                break
            gap += 1
        return gap

    def _told_anew(self, gap: int) -> UnsettledSpan | None:
        """Return the doubt about a turn that the version at *gap* shows, where it may be older than a claim.

        Who is announced as listed though it was already may have left before, as an old copy shows, and not
        since; likewise whoever is announced as gone that nothing had shown.
        """
        claim, shown = self._anew, self._run_at(gap) is not None
        if claim is None or not self._floors[gap] <= claim.on < self._days[gap]:
            return None
        if shown == (claim.kind != "delisted") or claim.on < self._turns[-1].effective_by:
            return None
        if any(first <= claim.on and self._days[gap] <= last for first, last in self._known_since):
            return None
        settled = (
            self._days[at]
            for at in range(gap + 1, len(self._days))
            if self._floors[at] > claim.on and shown == (self._run_at(at) is not None)
        )
        window = DateWindow(after=claim.on, until=next(settled, date.max))
        kind: Literal["listed", "delisted"] = "delisted" if shown else "listed"
        return UnsettledSpan(kind=kind, window=window, copied_by=self._days[gap], announced_on=claim.on)

    def _was_listed(self, claim: Claim, claims: Sequence[Claim], gap: int) -> bool:
        """Return whether what tells last before a claim says that the party was on the list."""
        since = self._days[gap - 1] if gap else date.min
        before = max((c for c in claims if since <= c.on < claim.on), key=lambda c: c.on, default=None)
        return self._run_at(gap - 1) is not None if before is None else before.kind != "delisted"

    def _passed_over(self, claim: Claim, gap: int) -> UnsettledSpan | None:
        """Return the doubt that the versions before *gap* cast, which are taken to be older than the claim.

        They show the opposite on days after it, and nothing says that they are so old. While announcements
        are the complete record none would be left out.
        """
        after, until = claim.on, self._days[gap] if gap < len(self._days) else date.max
        if gap == bisect_left(self._days, claim.on) or self._floors[gap - 1] == self._days[gap - 1]:
            return None
        after = max([after, *(last for first, last in self._known_since if first <= after <= last)])
        if self._days[gap - 1] <= after:
            return None
        window = DateWindow(after=after, until=until)
        copied_by = self._days[gap - 1]
        return UnsettledSpan(kind=_opposite(claim), window=window, copied_by=copied_by, announced_on=claim.on)

    def _pass(self, gap: int, claims: list[Claim]) -> None:
        """Go from the version before *gap* to the one at it."""
        floor = self._floors[gap - 1] if gap and self._floors[gap - 1] > date.min else None
        if self._turns and (since := self._turns[-1].on or self._turns[-1].after):
            floor = max(floor or since, since)
        claims = list(self._in_order(claims))
        denied = self._denied(claims, gap)
        for claim in claims[: len(claims) - len(denied)]:
            floor = self._take(claim, gap, floor)
        if gap == len(self._days):
            return
        run = self._run_at(gap)
        told_anew = self._told_anew(gap)
        if run is not None and not self._listed:
            self._add(self._arrival(gap, floor, run), told_anew)
        if denied:
            self._turns[-1].against += denied
        elif run is None and self._listed and self._is_older_than_its_day(gap):
            return
        elif run is None and self._listed:
            self._add(_Turn("delisted", after=floor, until=self._ends[gap]), told_anew)

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
                came = _Turn("listed", after=floor, until=claim.on, claims=[claim])
                self._add(came, self._passed_over(claim, gap))
            return claim.on
        listed = claim.kind == "listed"
        if listed == self._listed and (self._turns or listed):
            self._stand_beside(claim, floor)
            return floor if claim.number is None else claim.on  # what it announces again was so that day
        if not listed and not self._turns:
            self._add(self._unseen_listing(claim, floor))
            self._anew = claim if claim.number is not None else None
        turn = _Turn(claim.kind, on=claim.on, claims=[claim])
        run = self._run_at(gap)
        if listed and run is not None and run.first == gap:
            turn.stated = run.stated_listing
        self._add(turn, self._passed_over(claim, gap))
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
        self._anew = claim
        window = DateWindow(after=floor, until=claim.on)
        since = floor or turn.effective_by
        recorded = any(first <= since and claim.on <= last for first, last in self._known_since)
        if not recorded and window.unsettles(claim.on - _ONE_DAY):
            turn.doubts.append(UnsettledSpan(kind=_opposite(claim), window=window, announced_on=claim.on))

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
        until = self._ends[gap]
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

    def _add(self, turn: _Turn, doubt: UnsettledSpan | None = None) -> None:
        if doubt is not None:
            turn.doubts.append(doubt)
        self._turns.append(turn)
        self._listed = turn.kind == "listed"
