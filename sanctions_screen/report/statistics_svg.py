"""A list's size and changes over time as a picture: the size above, what came and went below.

Reach for :func:`statistics_svg` for a file that any browser shows and that needs nothing beside it. Striped
is the part of a count that may belong to an earlier period, and the part of the size that was rebuilt.
Guarantee: the same statistics give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import EventCount, ListStatistics, PeriodStatistics
from .rests_on import periods_without_version, selection_line
from .statistics import period_label
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
    years,
)

__all__ = ["statistics_svg"]

_WIDTH, _HEIGHT, _LEFT, _RIGHT = 1000, 560, 70, 20
_SIZE_TOP, _SIZE_FOOT = 62, 270
_CHANGE_TOP, _CHANGE_FOOT = 312, 486
_FEW_YEARS, _MOST_LABELS = 4, 16
_SIZE, _SIZE_LINE, _NO_VERSION = "#a9c4e4", "#1f4e8c", "#eceff1"
_STRIPES = (
    '<defs><pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" '
    f'patternTransform="rotate(45)"><rect width="2.5" height="5" fill="{PAPER}" fill-opacity="0.75"/>'
    "</pattern></defs>"
)


@dataclass(frozen=True, slots=True)
class _Heights:
    """Numbers to heights: *zero* is where 0 lies, *step* what one is worth, upwards."""

    zero: float
    step: float

    def at(self, number: int) -> float:
        return self.zero - number * self.step


def statistics_svg(statistics: ListStatistics, *, selection: bool = False) -> str:
    """Return the statistics as one self-contained SVG document.

    *selection* says that the list in the store is part of the publisher's, which the picture tells.
    """
    periods, by = statistics.periods, statistics.by
    if not periods:
        title = f"{statistics.list_id}: nothing is known of the days asked for"
        return document((_WIDTH, 40), title, title, [])
    title = f"{statistics.list_id}: size and changes by {by}, {periods[0].first} to {periods[-1].last}"
    scale = DayScale(periods[0].first, _day_after(periods[-1].last), _LEFT, _WIDTH - _RIGHT)
    body = [
        _STRIPES,
        *_times(statistics, scale),
        *_without_version(statistics, scale),
        *_size(statistics, scale),
        *_changes(statistics, scale),
        *_legend(by),
    ]
    basis = [
        *selection_line([statistics.list_id] if selection else []),
        *periods_without_version(statistics),
    ]
    below, height = basis_below(_HEIGHT, _HEIGHT + 8, basis)
    described = " ".join((_described(statistics), *basis))
    return document((_WIDTH, height), title, described, (*body, *below))


def _day_after(day: date) -> date:
    """Return the next day, at which what is told of a period's end is drawn; the calendar's last has none."""
    return day if day == date.max else day + timedelta(days=1)


def _described(statistics: ListStatistics) -> str:
    opening = f"{statistics.opening:,} parties at the beginning. "
    return opening + " ".join(f"{_told(period, statistics.by)}." for period in statistics.periods)


def _told(period: PeriodStatistics, by: str) -> str:
    kinds = ("listed", "relisted", "delisted", "amended")
    counts = ", ".join(_count_told(getattr(period, kind), kind) for kind in kinds)
    rebuilt = f" ({period.rebuilt:,} rebuilt)" if period.rebuilt else ""
    return f"{period_label(period, by)}: {period.size:,} parties{rebuilt}, {counts}"


def _count_told(count: EventCount, kind: str) -> str:
    return f"{count.total:,} {kind}" + (f" ({count.by:,} of them perhaps earlier)" if count.by else "")


def _times(statistics: ListStatistics, scale: DayScale) -> Iterator[str]:
    """Yield lines in time with their labels: years, or the periods themselves where these tell too little."""
    places = [(str(year), x) for year, x in years(scale, 44)]
    if len(places) < _FEW_YEARS:
        step = -(-len(statistics.periods) // _MOST_LABELS)
        told = statistics.periods[::step]
        places = [(period_label(period, statistics.by), scale.at(period.first)) for period in told]
    free_from = 0.0
    for label, x in places:
        yield line((x, _SIZE_TOP), (x, _CHANGE_FOOT), "#e4e4e4")
        if x >= free_from:  # a first period may be a few days long
            yield text_at(x, _CHANGE_FOOT + 16, label, "small", "middle")
            free_from = x + label_width(label) + 2


def _without_version(statistics: ListStatistics, scale: DayScale) -> Iterator[str]:
    """Yield a shade behind each period of which there is no version."""
    for period in statistics.periods:
        if not period.versions:
            x, end = scale.at(period.first), scale.at(_day_after(period.last))
            yield rect(x, _SIZE_TOP, end - x, _SIZE_FOOT - _SIZE_TOP, _NO_VERSION)


def _size(statistics: ListStatistics, scale: DayScale) -> Iterator[str]:
    """Yield the size as a line from the opening through each period's end, the rebuilt part of it striped."""
    periods = statistics.periods
    most = max(statistics.opening, *(period.size for period in periods), 1)
    heights = _Heights(_SIZE_FOOT, (_SIZE_FOOT - _SIZE_TOP) / most)
    yield text_at(10, _SIZE_TOP - 12, "parties on the list", "small")
    yield from _grid(heights, 0, most)
    start = scale.at(periods[0].first)
    ends = [scale.at(_day_after(period.last)) for period in periods]
    tops = [heights.at(period.size) for period in periods]
    line_points = [(start, heights.at(statistics.opening)), *zip(ends, tops, strict=True)]
    seen = [*zip(ends, (heights.at(period.observed) for period in periods), strict=True)]
    yield _area([*line_points, (ends[-1], heights.zero), (start, heights.zero)], _SIZE)
    if any(period.rebuilt for period in periods):
        yield _area([*line_points[1:], *reversed(seen)], "url(#stripes)")
    yield f'<polyline points="{_places(line_points)}" fill="none" stroke="{_SIZE_LINE}" stroke-width="2"/>'
    for period, left, right in zip(periods, [start, *ends], ends, strict=False):
        shape = rect(left, _SIZE_TOP, right - left, _SIZE_FOOT - _SIZE_TOP, "none")
        yield titled(_told(period, statistics.by), [shape])


def _area(points: Sequence[tuple[float, float]], fill: str) -> str:
    return f'<polygon points="{_places(points)}" fill="{fill}"/>'


def _places(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _changes(statistics: ListStatistics, scale: DayScale) -> Iterator[str]:
    """Yield what came as bars upwards, what went as bars downwards, on one scale."""
    periods = statistics.periods
    up = max(period.added for period in periods)
    down = max(period.delisted.total for period in periods)
    step = (_CHANGE_FOOT - _CHANGE_TOP) / max(up + down, 1)
    heights = _Heights(_CHANGE_TOP + up * step if up + down else _CHANGE_FOOT, step)
    yield text_at(10, _CHANGE_TOP - 12, f"parties that came and went, a {statistics.by}", "small")
    yield from _grid(heights, -down, up)
    for period in periods:
        x, width = _column(period, scale)
        bars = [
            *_bar((x, width), heights, 0, period.listed, "listed"),
            *_bar((x, width), heights, period.listed.total, period.relisted, "relisted"),
            *_bar((x, width), heights, 0, period.delisted, "delisted", sign=-1),
        ]
        if bars:
            yield titled(_told(period, statistics.by), bars)
    yield line((_LEFT, heights.zero), (_WIDTH - _RIGHT, heights.zero), GREY)


def _bar(
    place: tuple[float, float], heights: _Heights, base: int, count: EventCount, kind: str, sign: int = 1
) -> Iterator[str]:
    """Yield one count's bar, beyond *base*; the part that may be of an earlier period is striped."""
    if not count.total:
        return
    (x, width), sure, whole = place, base + count.total - count.by, base + count.total
    for low, high, fill in ((base, whole, COLOURS[kind]), (sure, whole, "url(#stripes)")):
        if high > low:
            ends = sorted((heights.at(sign * low), heights.at(sign * high)))
            yield rect(x, ends[0], width, max(ends[1] - ends[0], 0.5), fill)


def _column(period: PeriodStatistics, scale: DayScale) -> tuple[float, float]:
    """Return where a period's column begins and how wide it is; a fifth is left free where there is room."""
    x, end = scale.at(period.first), scale.at(_day_after(period.last))
    gap = (end - x) / 10 if end - x > 4 else 0
    return x + gap, max(end - x - 2 * gap, 0.5)


def _grid(heights: _Heights, least: int, most: int) -> Iterator[str]:
    step = _round_step(most - least)
    for number in range(-(-least // step) * step, most + 1, step):
        y = heights.at(number)
        yield line((_LEFT, y), (_WIDTH - _RIGHT, y), "#e4e4e4")
        sign = "−" if number < 0 else ""
        yield text_at(_LEFT - 8, y + 4, f"{sign}{abs(number):,}", "small", "end")


def _round_step(span: int) -> int:
    """Return a round number of which four to eight make *span*, and never less than one."""
    step = 1
    while span > step * 8:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step


def _legend(by: str) -> Iterator[str]:
    y = _HEIGHT - 32
    keys = [
        ("parties", _SIZE, False), ("rebuilt", _SIZE, True), ("listed", COLOURS["listed"], False),
        ("relisted", COLOURS["relisted"], False), ("delisted", COLOURS["delisted"], False),
        (f"by a snapshot: perhaps of an earlier {by}", COLOURS["delisted"], True),
        ("no version", _NO_VERSION, False),
    ]  # fmt: skip
    x = 16.0
    for words, fill, striped in keys:
        yield rect(x, y - 10, 14, 12, fill)
        if striped:
            yield rect(x, y - 10, 14, 12, "url(#stripes)")
        yield text_at(x + 20, y, words)
        x += 48 + 7.0 * len(words)
    notes = (
        f"The line joins the sizes at each {by}'s end. Rebuilt: not held by the version nearest to that day. "
        "Each column and bar tells its numbers when pointed at."
    )
    yield text_at(10, y + 22, notes, "small")
