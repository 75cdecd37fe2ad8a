"""A listing history as a line of signs for a terminal.

Reach for :func:`timeline_view`, which takes the width the terminal has, or :func:`timeline_text` for a width
of your own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from ..model import ListingHistory
from .svg import DayScale, years
from .text import printable
from .timeline import Lane, first_day, lanes_of

__all__ = ["timeline_text", "timeline_view"]

_MARKS = {"listed": "●", "relisted": "◉", "amended": "◆", "delisted": "○"}
_FILLS = {"listed": "━", "coming": "░", "going": "░", "unknown": "┄"}
_WORDS = {
    **{sign: kind for kind, sign in _MARKS.items()},
    "░": "on some day of these",
    "┄": "nothing newer is known",
}
_LEAST, _MOST = 20, 72


def timeline_view(
    history: ListingHistory,
    until: date,
    since: date | None = None,
    known_until: Mapping[str, date] | None = None,
) -> _View:
    """Return the timeline for a terminal, as wide as that allows; arguments as for :func:`timeline_text`."""
    lanes = lanes_of([history], until, {}, known_until or {})
    return _View(tuple(lanes), until, since)


def timeline_text(
    history: ListingHistory,
    until: date,
    width: int = 60,
    since: date | None = None,
    known_until: Mapping[str, date] | None = None,
) -> list[str]:
    """Return one line a lane of *width* signs and its id, a line of years, and what the signs mean.

    Args:
        history: Its own events and those of linked listings, a lane each.
        until: The last day shown.
        width: Signs from the first day to the last.
        since: The first day shown, where several histories are to have one scale.
        known_until: The newest day each list tells of, by list id.
    """
    return _drawn(lanes_of([history], until, {}, known_until or {}), until, since, width)


@dataclass(frozen=True)
class _View:
    """The timeline, drawn when the width is known."""

    lanes: tuple[Lane, ...]
    until: date
    since: date | None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        beside = max((len(printable(lane.party_id)) for lane in self.lanes), default=0) + 2
        width = min(max(options.max_width - beside, _LEAST), _MOST)
        for line in _drawn(self.lanes, self.until, self.since, width):
            yield Text(line, style="dim", no_wrap=len(line) <= options.max_width)


def _drawn(lanes: Sequence[Lane], until: date, since: date | None, width: int) -> list[str]:
    first = min(first_day(lanes, until), since or until)
    scale = DayScale(first, until, 0, width - 1)
    rows = [_signs(lane, scale, width) for lane in lanes]
    lines = [f"{''.join(row)}  {printable(lane.party_id)}" for row, lane in zip(rows, lanes, strict=True)]
    used = {sign for row in rows for sign in row}
    lines.append(_year_line(scale, width))
    lines.append("  ".join(f"{sign} {words}" for sign, words in _WORDS.items() if sign in used))
    return [line for line in lines if line]


def _signs(lane: Lane, scale: DayScale, width: int) -> list[str]:
    signs = [" "] * width
    for stretch in lane.stretches():
        for place in range(round(scale.at(stretch.first)), round(scale.at(stretch.last)) + 1):
            signs[place] = _FILLS[stretch.kind]
    for event in sorted(lane.events, key=lambda event: event.kind != "amended"):
        signs[round(scale.at(event.effective_by))] = _MARKS[event.kind]
    return signs


def _year_line(scale: DayScale, width: int) -> str:
    text = ""
    for year, place in years(scale, 7):
        if round(place) < width:  # the last may stand out a little: the ids beside the lanes do too
            text = text.ljust(round(place)) + str(year)
    return text or str(scale.last.year)
