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

from collections.abc import Iterable, Sequence
from datetime import date

from ..model import DateWindow, ListingStatus, UnsettledSpan, status_on
from ..model.history import doubted
from ._seen import Claim, Run, Sightings, Turn
from ._walk import walked

__all__ = ["Claim", "Run", "Sightings", "Turn", "standing_on", "turns_of_each"]


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
    parties = list(parties)
    return [_doubted(seen, turns) for seen, turns in zip(parties, walked(parties), strict=True)]


def _doubted(seen: Sightings, turns: list[Turn]) -> list[Turn]:
    """Return the turns, each with the doubts that versions of uncertain days cast on what it made.

    None is cast where the party came or left by the copy's day, nor where a complete record of announcements
    tells of neither.
    """
    for at in seen.alone:
        before, until = seen.days[at - 1], seen.days[at + 1]
        after = seen.floors[at - 1] if seen.floors[at - 1] > date.min else None
        made = sum(turn.effective_by <= before for turn in turns)
        if not made:
            continue
        if made < len(turns):
            if turns[made].effective_by <= seen.days[at]:
                continue
            until = min(until, turns[made].effective_by)
        if any(first <= (after or before) and until <= last for first, last in seen.known_since):
            continue
        doubt = UnsettledSpan(
            kind="delisted" if turns[made - 1].kind == "listed" else "listed",
            window=DateWindow(after=after, until=until),
            copied_by=seen.days[at],
        )
        turns[made - 1] = turns[made - 1]._replace(doubts=(*turns[made - 1].doubts, doubt))
    return turns
