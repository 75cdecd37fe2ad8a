"""Listing histories as a picture: one lane a listing, time from left to right.

Reach for :func:`timeline_svg` for a file that any browser shows and that needs nothing beside it, for
:func:`timeline_text` for one line a lane in a terminal. A bar is the time a party was listed; where a day is
known only as a window the bar fades across it. Guarantee: the same histories give the same bytes, and no text
of a list can do more in the picture than be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from ..model import ListingEvent, ListingHistory
from .text import printable

__all__ = ["timeline_svg", "timeline_text"]

_WIDTH, _LEFT, _RIGHT, _LANE, _TOP = 1000, 270, 20, 46, 34
_MARKS = {"listed": "●", "relisted": "◉", "amended": "◆", "delisted": "○"}
_COLOURS = {"listed": "#1b6e3c", "relisted": "#1b6e3c", "amended": "#9a6a00", "delisted": "#a02020"}
_STYLE = "text{font:12px sans-serif;fill:#222}.small{font-size:10px;fill:#555}"


@dataclass(frozen=True, slots=True)
class _Lane:
    """One listing's events."""

    label: str
    events: tuple[ListingEvent, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to places between ``low`` and ``high``."""

    first: date
    last: date
    low: float
    high: float

    def at(self, day: date) -> float:
        span = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / span, 0.0), 1.0)
        return self.low + share * (self.high - self.low)


def timeline_svg(
    histories: Sequence[ListingHistory], until: date, labels: dict[str, str] | None = None
) -> str:
    """Return histories as one self-contained SVG document.

    Args:
        histories: One or more; listings under other references get a lane each.
        until: The last day shown. A party listed then has an open bar.
        labels: What to write beside a lane, by party id; the id itself otherwise.
    """
    lanes = _lanes(histories, labels or {})
    scale = _scale(lanes, until, _LEFT, _WIDTH - _RIGHT)
    height = _TOP + _LANE * len(lanes) + 24
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
            f'viewBox="0 0 {_WIDTH} {height}" role="img">'
        ),
        f"<title>Listing history up to {until}</title>",
        f"<style>{_STYLE}</style>",
        (
            '<defs><linearGradient id="in"><stop offset="0" stop-color="#4c9a6a" stop-opacity="0.1"/>'
            '<stop offset="1" stop-color="#4c9a6a"/></linearGradient>'
            '<linearGradient id="out"><stop offset="0" stop-color="#4c9a6a"/>'
            '<stop offset="1" stop-color="#4c9a6a" stop-opacity="0.1"/></linearGradient></defs>'
        ),
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        *_axis(scale, height),
    ]
    for number, lane in enumerate(lanes):
        parts += _lane_svg(lane, scale, _TOP + _LANE * number + _LANE / 2, until)
    return "\n".join([*parts, "</svg>", ""])


def timeline_text(history: ListingHistory, until: date, width: int = 60) -> list[str]:
    """Return one line a lane of at most *width* signs between its bars, and a line of years."""
    lanes = _lanes([history], {})
    scale = _scale(lanes, until, 0, width - 1)
    lines = []
    for lane in lanes:
        signs = [" "] * width
        for first, last in _bars(lane.events, until):
            for place in range(round(scale.at(first.effective_by)), round(scale.at(last)) + 1):
                signs[place] = "━"
        for event in lane.events:
            signs[round(scale.at(event.effective_by))] = _MARKS[event.kind]
        lines.append(f"{''.join(signs)}  {lane.label}")
    lines.append(f"{scale.first.year}{str(until.year).rjust(width - 4)}")
    return lines


def _lanes(histories: Sequence[ListingHistory], labels: dict[str, str]) -> list[_Lane]:
    lanes: dict[str, _Lane] = {}
    for history in histories:
        listings = [(history.party_id, history.events)]
        listings += [(link.party_id, link.events) for link in history.linked]
        for party_id, events in sorted(listings, key=lambda pair: [e.effective_by for e in pair[1][:1]]):
            lanes.setdefault(party_id, _Lane(printable(labels.get(party_id, party_id)), events))
    return list(lanes.values())


def _scale(lanes: Sequence[_Lane], until: date, low: float, high: float) -> _Scale:
    days = [event.effective_by for lane in lanes for event in lane.events]
    first = min([*days, until])
    return _Scale(date(first.year, 1, 1), until, low, high)


def _bars(events: Sequence[ListingEvent], until: date) -> Iterator[tuple[ListingEvent, date]]:
    """Yield (listing, the day it ended, or *until*)."""
    began: ListingEvent | None = None
    for event in events:
        if event.kind in ("listed", "relisted") and began is None:
            began = event
        elif event.kind == "delisted" and began is not None:
            yield began, event.effective_by
            began = None
    if began is not None:
        yield began, until


def _axis(scale: _Scale, height: int) -> Iterator[str]:
    years = range(scale.first.year, scale.last.year + 1)
    step = max(1, -(-len(years) // 12))
    for year in years[::step]:
        x = scale.at(date(year, 1, 1))
        yield f'<line x1="{x:.1f}" y1="{_TOP - 6}" x2="{x:.1f}" y2="{height - 20}" stroke="#ddd"/>'
        yield f'<text class="small" x="{x:.1f}" y="{_TOP - 12}" text-anchor="middle">{year}</text>'


def _lane_svg(lane: _Lane, scale: _Scale, y: float, until: date) -> Iterator[str]:
    yield f'<text x="10" y="{y + 4:.1f}">{escape(_shortened(lane.label))}</text>'
    for began, ended in _bars(lane.events, until):
        x, end = scale.at(began.effective_by), scale.at(ended)
        yield f'<rect x="{x:.1f}" y="{y - 5:.1f}" width="{max(end - x, 1):.1f}" height="10" fill="#4c9a6a"/>'
    for event in lane.events:
        yield from _window_svg(event, scale, y)
        x = scale.at(event.effective_by)
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{_COLOURS[event.kind]}" stroke="#fff">'
            f"<title>{escape(_told(event))}</title></circle>"
        )


def _window_svg(event: ListingEvent, scale: _Scale, y: float) -> Iterator[str]:
    if event.window is None or event.window.after is None or event.kind == "amended":
        return
    x, end = scale.at(event.window.after), scale.at(event.window.until)
    fill = "out" if event.kind == "delisted" else "in"
    # The bar stands up to the window's end, so a fading end is first blanked.
    yield f'<rect x="{x:.1f}" y="{y - 5:.1f}" width="{end - x:.1f}" height="10" fill="#fff"/>'
    yield f'<rect x="{x:.1f}" y="{y - 5:.1f}" width="{end - x:.1f}" height="10" fill="url(#{fill})"/>'


def _told(event: ListingEvent) -> str:
    """Return an event in words, for whoever points at its mark."""
    if event.on is not None:
        when = f"on {event.on}"
    else:
        assert event.window is not None
        after = f"after {event.window.after} and " if event.window.after else ""
        when = f"{after}by {event.window.until}"
    programmes = f" ({', '.join(event.programmes)})" if event.programmes else ""
    return printable(f"{event.kind} {when}{programmes}")


def _shortened(text: str, length: int = 32) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
