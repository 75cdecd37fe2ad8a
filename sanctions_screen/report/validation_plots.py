"""The pictures of a validation page, as numbers for its template: bars with whiskers and the trade-off curve.

Reach for :func:`bar_of` and :func:`curve_view`; what is drawn of them stands in ``validation.html.j2``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..testing.validation import CurvePoint, Rate

__all__ = ["Bar", "CurveView", "Tick", "bar_of", "curve_view"]

_WIDTH, _HEIGHT = 640, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 52, 14, 34


@dataclass(frozen=True, slots=True)
class Bar:
    """A share as a bar, and its interval as a whisker, in per cent of the picture's width."""

    width: float
    low: float
    high: float


def bar_of(rate: Rate, full: float = 1.0) -> Bar:
    """Return the bar of a share; *full* is the share that fills the width."""

    def at(share: float) -> float:
        return round(min(100.0, 100 * share / full), 2)

    return Bar(at(rate.share or 0.0), at(rate.low), at(rate.high))


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class CurveView:
    """The trade-off curve: two lines over the threshold, the share found and alerts in a thousand."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    found: str
    """Points of the line, as SVG takes them."""
    alerted: str
    today: float
    """Where today's threshold stands."""
    thresholds: tuple[Tick, ...]
    shares: tuple[Tick, ...]
    alerts: tuple[Tick, ...]
    words: str
    """The same in words, for those who do not see it."""


def curve_view(points: Sequence[CurvePoint], cases: int, clean: int, today: float) -> CurveView:
    """Return the curve of *points*, of so many cases and clean subjects."""
    lowest, highest = points[0].threshold, max(points[-1].threshold, points[0].threshold + 0.01)
    most = _round_up(max((1000 * point.alerted / clean for point in points), default=1.0)) if clean else 1.0

    def across(threshold: float) -> float:
        return round(_LEFT + (threshold - lowest) / (highest - lowest) * (_WIDTH - _LEFT - _RIGHT), 1)

    def up(share: float) -> float:
        return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)

    def line(heights: Sequence[float]) -> str:
        pairs = zip(points, heights, strict=True)
        return " ".join(f"{across(point.threshold)},{up(height)}" for point, height in pairs)

    now = next(point for point in points if point.threshold == today)
    return CurveView(
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        top=_TOP,
        bottom=_HEIGHT - _BOTTOM,
        found=line([point.detected / cases if cases else 0.0 for point in points]),
        alerted=line([1000 * point.alerted / clean / most if clean else 0.0 for point in points]),
        today=across(today),
        thresholds=tuple(
            Tick(across(step / 20), f"{step / 20:.2f}")
            for step in range(ceil(lowest * 20 - 1e-9), int(highest * 20 + 1e-9) + 1)
        ),
        shares=tuple(Tick(up(step / 4), f"{25 * step} %") for step in range(5)),
        alerts=tuple(Tick(up(step / 4), f"{most * step / 4:g}") for step in range(5)),
        words=(
            f"At today's threshold of {today:g}, {now.detected} of {cases} cases are found and {now.alerted} "
            f"of {clean} clean subjects are alerted. Both fall as the threshold rises, from "
            f"{points[0].detected} and {points[0].alerted} at {lowest:g} to {points[-1].detected} "
            f"and {points[-1].alerted} at {points[-1].threshold:g}."
        ),
    )


def _round_up(most: float) -> float:
    """Return the next of 1, 2, 4, 8, 10, 20, 40 …, so that a quarter of it is a plain number."""
    size = 1.0
    while True:
        for step in (1, 2, 4, 8):
            if most <= step * size:
                return step * size
        size *= 10
