"""Listing histories as a picture: one lane a listing, time from left to right.

Reach for :func:`timeline_svg` for a file that any browser shows and that needs nothing beside it. A full mark
stands on the day of its event; a hollow one stands at the end of a window and has a line back to where the
window begins, for no day of it is known. Guarantee: the same histories give the same bytes, and no text of a
list can do more in the picture than be read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from ..model import ListingEvent, ListingHistory
from .rests_on import selection_line, version_lines
from .svg import (
    COLOURS,
    GREY,
    PAPER,
    DayScale,
    basis_below,
    document,
    label_width,
    line,
    rect,
    text_at,
    titled,
    wrapped,
    xml_text,
    years,
)
from .timeline import Lane, Stretch, first_day, lanes_of, told

__all__ = ["timeline_svg"]

_WIDTH, _LEFT, _RIGHT = 1000, 300, 30
_TOP, _LANE, _FOOT = 66, 64, 60
_NAME_COLUMNS = 34
_BAR = "#e7aeb0"
_OPEN_START = 26
"""How far the line of an event reaches back of which only the day is known that it had happened by."""

_DEFINITIONS = (
    f'<defs><linearGradient id="coming"><stop offset="0" stop-color="{_BAR}" stop-opacity="0.15"/>'
    f'<stop offset="1" stop-color="{_BAR}"/></linearGradient>'
    f'<linearGradient id="going"><stop offset="0" stop-color="{_BAR}"/>'
    f'<stop offset="1" stop-color="{_BAR}" stop-opacity="0.15"/></linearGradient></defs>'
)


def timeline_svg(
    histories: Sequence[ListingHistory],
    until: date,
    names: Mapping[str, str] | None = None,
    known_until: Mapping[str, date] | None = None,
    versions: Mapping[str, Sequence[date]] | None = None,
    selections: Collection[str] = (),
) -> str:
    """Return histories as one self-contained SVG document.

    Args:
        histories: One or more; listings under other references get a lane each.
        until: The last day shown. A party listed then has an open bar.
        names: The name to write above a lane's id, by party id.
        known_until: The newest day each list tells of, by list id: from there on a bar is dotted.
        versions: The days of each list's versions, by list id: years without one are told below.
        selections: The lists that are part of their publishers': that is told, too.
    """
    lanes = lanes_of(histories, until, names or {}, known_until or {})
    scale = DayScale(first_day(lanes, until), until, _LEFT, _WIDTH - _RIGHT)
    height = _TOP + _LANE * len(lanes) + _FOOT
    body = [_DEFINITIONS, *_axis(scale, height - _FOOT)]
    for number, lane in enumerate(lanes):
        body += _lane(lane, scale, _TOP + _LANE * number + _LANE / 2)
    body += _legend(height - _FOOT + 24)
    basis = [*selection_line(selections), *version_lines(versions or {}, scale.first, until)]
    below, whole = basis_below(height, height + 6, basis)
    described = " ".join((_described(lanes), *basis))
    return document((_WIDTH, whole), f"Listing history up to {until}", described, (*body, *below))


def _described(lanes: Sequence[Lane]) -> str:
    """Return all that the picture shows, in words."""
    return " ".join(
        f"{lane.name} {lane.party_id}: {'; '.join(map(told, lane.events)) or 'no listing event'}.".lstrip()
        for lane in lanes
    )


def _axis(scale: DayScale, bottom: float) -> Iterator[str]:
    for year, x in years(scale, 44):
        yield line((x, _TOP - 8), (x, bottom), "#dddddd")
        yield text_at(x, _TOP - 14, str(year), "small", "middle")


def _lane(lane: Lane, scale: DayScale, y: float) -> Iterator[str]:
    yield from _names(lane, y)
    for stretch in lane.stretches():
        yield from _stretch(stretch, lane, scale, y)
    # Lines first and turns last: no line hides a mark, and no amendment, of which there may be many, a turn.
    events = sorted(lane.events, key=lambda event: event.kind != "amended")
    for event in events:
        yield from _window(event, scale, y)
    for event in events:
        mark = _mark(event.kind, scale.at(event.effective_by), y, full=event.on is not None)
        yield titled(told(event), [mark])
    yield from _days(lane, scale, y)


def _names(lane: Lane, y: float) -> Iterator[str]:
    rows = wrapped(lane.name, _NAME_COLUMNS) if lane.name else []
    top = y + 4 - 7 * len(rows)
    texts = [text_at(10, top + 14 * number, row) for number, row in enumerate(rows)]
    texts.append(text_at(10, top + 14 * len(rows), lane.party_id, "small" if rows else ""))
    yield titled(f"{lane.name} {lane.party_id}".lstrip(), texts)


def _stretch(stretch: Stretch, lane: Lane, scale: DayScale, y: float) -> Iterator[str]:
    x, end = scale.at(stretch.first), scale.at(stretch.last)
    if stretch.kind == "unknown":
        words = f"listed when last heard of: the store tells of this list up to {lane.known_until}"
        yield titled(words, [line((x, y), (end, y), GREY, 'stroke-width="2" stroke-dasharray="2 4"')])
        return
    fill = _BAR if stretch.kind == "listed" else f"url(#{stretch.kind})"
    yield rect(x, y - 6, max(end - x, 1), 12, fill)


def _window(event: ListingEvent, scale: DayScale, y: float) -> Iterator[str]:
    """Yield the line from a window's mark back to where the window begins."""
    if event.window is None:
        return
    end, colour = scale.at(event.window.until), COLOURS[event.kind]
    if event.window.after is None:
        start = max(end - _OPEN_START, scale.low - 6)
        yield line((start, y), (end, y), colour, 'stroke-width="2" stroke-dasharray="3 3"')
        return
    start = scale.at(event.window.after)
    yield line((start, y), (end, y), PAPER, 'stroke-width="4"')
    yield line((start, y), (end, y), colour, 'stroke-width="2"')
    yield line((start, y - 6), (start, y + 6), colour, 'stroke-width="2"')


def _mark(kind: str, x: float, y: float, *, full: bool) -> str:
    """Return the sign of an event: each kind has its shape, so that colour is not all that tells it."""
    colour = COLOURS[kind]
    paint = f'fill="{colour}" stroke="{PAPER}"' if full else f'fill="{PAPER}" stroke="{colour}"'
    paint += f' stroke-width="{1 if full else 2}"'
    if kind == "amended":
        d = f"M{x:.1f} {y - 6:.1f}l5 6l-5 6l-5 -6z"
    elif kind == "delisted":
        d = f"M{x - 5:.1f} {y - 5:.1f}h10v10h-10z"
    elif kind == "relisted":
        d = f"M{x - 4:.1f} {y - 6.5:.1f}l10 6.5l-10 6.5z"
    else:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" {paint}/>'
    return f'<path d="{d}" {paint}/>'


def _days(lane: Lane, scale: DayScale, y: float) -> Iterator[str]:
    """Yield the days of events where there is room: turns below their marks, amendments above them."""
    taken: dict[float, list[tuple[float, float]]] = {y + 21: [], y - 13: []}
    below, above = taken
    for event in sorted(lane.events, key=lambda event: event.kind == "amended"):
        text = str(event.on or f"by {event.effective_by}")
        width = label_width(text)
        x = min(max(scale.at(event.effective_by), scale.low + width / 2 - 24), _WIDTH - 4 - width / 2)
        rows = (above,) if event.kind == "amended" else (below, above)
        free = [row for row in rows if all(x + width / 2 < a or b < x - width / 2 for a, b in taken[row])]
        if free:
            taken[free[0]].append((x - width / 2, x + width / 2))
            yield text_at(x, free[0], text, "small", "middle")


def _legend(y: float) -> Iterator[str]:
    x = 16.0
    for kind in COLOURS:
        yield _mark(kind, x, y, full=True)
        yield text_at(x + 12, y + 4, kind)
        x += 82
    yield line((x, y), (x + 24, y), COLOURS["listed"], 'stroke-width="2"')
    yield line((x, y - 6), (x, y + 6), COLOURS["listed"], 'stroke-width="2"')
    yield _mark("listed", x + 24, y, full=False)
    yield text_at(x + 38, y + 4, "on some day of the line, at the latest at its mark")
    x += 340
    yield line((x, y), (x + 24, y), GREY, 'stroke-width="2" stroke-dasharray="2 4"')
    yield text_at(x + 32, y + 4, "nothing newer is known of the list")
    yield f'<text class="small" x="10" y="{y + 26:.1f}">{xml_text(_LEGEND_NOTE)}</text>'


_LEGEND_NOTE = "Days stand beside their marks where there is room; each mark tells its own when pointed at."
