"""A list's size and changes over time, for people.

Reach for :func:`statistics_view` in a terminal. The bars take what room the terminal leaves: additions go
right of the line, removals left of it, all rows on one scale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from ..model import EventCount, ListStatistics, PeriodStatistics
from .layout import words
from .text import plural

__all__ = ["period_label", "statistics_notes", "statistics_view"]

_KINDS: dict[str, Callable[[PeriodStatistics], EventCount]] = {
    "listed": lambda period: period.listed,
    "relisted": lambda period: period.relisted,
    "delisted": lambda period: period.delisted,
    "amended": lambda period: period.amended,
}
_BAR_LEAST, _BAR_MOST = 9, 25


def period_label(period: PeriodStatistics, by: str) -> str:
    """Return ``2016``, or ``2016-10`` of a month."""
    return period.last.isoformat()[: 4 if by == "year" else 7]


def statistics_view(statistics: ListStatistics) -> _View:
    """Return the table of periods, and below it how to read it."""
    return _View(statistics)


@dataclass(frozen=True)
class _View:
    """The table, laid out when the width is known."""

    statistics: ListStatistics

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        periods = self.statistics.periods
        if periods:
            first, last = periods[0].first, periods[-1].last
            span = f"  by {self.statistics.by}, {first} to {last}"
            yield words(self.statistics.list_id, "bold").append(span, style="dim")
            rows = _rows(self.statistics)
            # Each column as wide as its widest cell, and a space between them.
            room = options.max_width - sum(max(map(len, column)) + 1 for column in zip(*rows, strict=True))
            yield from [_table(self.statistics, rows, room)] if room >= 0 else _lines(rows)
        for line in statistics_notes(self.statistics):
            yield words(line, "dim")


def _rows(statistics: ListStatistics) -> list[list[str]]:
    """Return the numbers as text, the titles first."""
    uncertain = any(period.uncertain for period in statistics.periods)
    rows = [[statistics.by, "size", *_KINDS, "rebuilt", *(["uncertain"] if uncertain else [])]]
    for period in statistics.periods:
        row = [period_label(period, statistics.by), f"{period.size:,}"]
        row += [_count(of(period)) for of in _KINDS.values()]
        row += [f"{period.rebuilt:,}", *([f"{period.uncertain:,}"] if uncertain else [])]
        rows.append(row)
    return rows


def _table(statistics: ListStatistics, rows: list[list[str]], room: int) -> Table:
    """Return the table, with a bar of the size and one of the changes where there is room."""
    bars = _bars(statistics.periods, room)
    titles = rows[0]
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 1, 0, 0))
    for title in titles[:2]:
        table.add_column(title, justify="right" if title == "size" else "left", no_wrap=True)
    for drawn_title in bars[0]:
        table.add_column(drawn_title, no_wrap=True)
    for title in titles[2:]:
        table.add_column(title, justify="right", no_wrap=True)
    for cells, drawn in zip(rows[1:], bars[1:], strict=True):
        table.add_row(*cells[:2], *drawn, *cells[2:])
    return table


def _lines(rows: list[list[str]]) -> Iterator[Text]:
    """Yield the rows as running text, for a terminal too narrow for columns."""
    titles = rows[0]
    for label, *cells in rows[1:]:
        told = [f"{cell.strip()} {title}" for title, cell in zip(titles[1:], cells, strict=True)]
        yield Text(label, style="bold").append(f" {', '.join(told).replace('·', '0')}", style="not bold")


def _bars(periods: Sequence[PeriodStatistics], room: int) -> list[list[Text]]:
    """Return the bars beside each row, their titles first; none where there is no room."""
    if room < _BAR_LEAST + 1:
        return [[] for _ in range(len(periods) + 1)]
    both = room >= 2 * (_BAR_MOST + 1)
    width = min(room - 1, _BAR_MOST)
    largest = max(period.size for period in periods)
    scale = max(max(period.added, period.delisted.total) for period in periods)
    title = Text("–│+".center(width - (width + 1) % 2))
    drawn = [[Text(""), title] if both else [title]]
    for period in periods:
        size = Text(_blocks(period.size, largest, width, "▌").ljust(width), style="blue")
        change = _change(period, scale, width)
        drawn.append([size, change] if both else [change])
    return drawn


def _count(count: EventCount) -> str:
    """Return the number with a mark where some of it may belong to an earlier period."""
    return f"{count.total:,}{'*' if count.by else ' '}" if count.total else "· "


def _change(period: PeriodStatistics, scale: int, width: int) -> Text:
    """Return removals left and additions right of a line; what is there at all has at least half a sign."""
    half = (width - 1) // 2
    gone = _blocks(period.delisted.total, scale, half, "▐")[::-1]
    come = _blocks(period.added, scale, half, "▌")
    line = Text().append(gone.rjust(half), style="red").append("│", style="dim")
    return line.append(come.ljust(half), style="green")


def _blocks(count: int, scale: int, width: int, half_sign: str) -> str:
    halves = -(-count * 2 * width // scale) if scale else 0
    return "█" * (halves // 2) + half_sign * (halves % 2)


def statistics_notes(statistics: ListStatistics) -> Iterator[str]:
    """Yield how the numbers are counted, as far as the statistics at hand need it said."""
    periods, by = statistics.periods, statistics.by
    if not periods:
        yield f"{statistics.list_id}: nothing is known of the days asked for"
        return
    opening = plural(statistics.opening, "party was", "parties were")
    yield f"{opening} on the list when this begins ({periods[0].first}): not counted as listed."
    doubtful = {kind: [of(period) for period in periods] for kind, of in _KINDS.items()}
    shares = [
        f"{sum(c.by for c in counts):,} of {sum(c.total for c in counts):,} {kind}"
        for kind, counts in doubtful.items()
        if any(count.by for count in counts)
    ]
    if shares:
        yield (
            f"* Counted by the day it had happened, as a snapshot shows; the snapshot before is of an "
            f"earlier {by}, so some may belong there: {', '.join(shares)}."
        )
    if any(period.rebuilt for period in periods):
        yield f"Rebuilt: in the size at the {by}'s end, but not held by the version nearest to that day."
    if any(period.uncertain for period in periods):
        yield (
            f"Uncertain: not in the size; they had left by the first version after the {by}'s end, and "
            "nobody can say whether they had by then."
        )
