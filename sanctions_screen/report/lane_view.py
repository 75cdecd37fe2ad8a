"""A lane of a timeline as a page draws it: places as shares of the width, so that it fits any.

Reach for :func:`lane_view`. A full mark stands on the day of its event, a hollow one where its window ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .svg import DayScale, years
from .timeline import Lane, told

__all__ = ["Axis", "LaneView", "axis_of", "lane_view"]

_ROOM = 9.0
"""Per cent of the width that a year's number takes."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time."""

    kind: str
    start: str
    width: str
    end: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event."""

    kind: str
    at: str
    open: bool
    words: str


@dataclass(frozen=True, slots=True)
class LaneView:
    """A listing's time on its list."""

    party_id: str
    name: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    words: str
    """All that it shows."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Years under the lanes."""

    scale: DayScale
    years: tuple[tuple[int, str], ...]


def axis_of(first: date, last: date) -> Axis:
    """Return the axis from one day to another."""
    scale = DayScale(first, last, 1.0, 97.0)
    return Axis(scale, tuple((year, _share(x)) for year, x in years(scale, _ROOM)))


def lane_view(lane: Lane, axis: Axis) -> LaneView:
    """Return a lane ready to be drawn."""
    at = axis.scale.at
    bars = tuple(
        Bar(
            "open" if stretch.kind in ("coming", "going") else stretch.kind,
            _share(at(stretch.first)),
            _share(max(at(stretch.last) - at(stretch.first), 0.3)),
            _share(at(stretch.last)),
        )
        for stretch in lane.stretches()
    )
    # Turns last: no amendment, of which there may be many, hides one.
    events = sorted(lane.events, key=lambda event: event.kind != "amended")
    marks = tuple(
        Mark(event.kind, _share(at(event.effective_by)), event.on is None, told(event)) for event in events
    )
    words = "; ".join(map(told, lane.events)) or "no listing event is known"
    return LaneView(lane.party_id, lane.name, bars, marks, words)


def _share(number: float) -> str:
    return f"{number:.1f}%"
