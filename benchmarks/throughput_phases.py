"""Where the time of a name goes: reading its cell, searching the index, making its result.

For ``throughput_lists.py``. Processor time is of all threads; what the search alone would come to, were all
else free, is told beside ``cdist``, once with words not met before and once with all of them known: the most
that any change outside the search could give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from time import perf_counter, process_time
from typing import Any, NamedTuple

from sanctions_screen import Screener
from sanctions_screen._collector import without_collector

AT_ONCE = 180
"""Subjects that a screener takes in turn, about."""
WARM_UP = 1_000


class Phases(NamedTuple):
    """Microseconds of processor a name, and names a second of the search alone on all cores."""

    cells: float
    search: float
    results: float
    searched_new: float
    searched_known: float


class _Clock:
    """Adds up the processor time and the seconds of what it runs."""

    def __init__(self) -> None:
        self.busy = self.seconds = 0.0

    def __call__(self, work: Callable[..., Any], *given: object) -> Any:
        started, busy = perf_counter(), process_time()
        done = without_collector(lambda: work(*given))
        self.seconds += perf_counter() - started
        self.busy += process_time() - busy
        return done


def phases(screener: Screener, names: Sequence[str]) -> Phases:
    """Return what the phases of *names* take, none of which was asked before; the first warm up alone."""
    list(screener.screen_many(names[:WARM_UP]))
    waiting, count = iter(names[WARM_UP:]), len(names) - WARM_UP
    cells, search, results, known = _Clock(), _Clock(), _Clock(), _Clock()
    asked: list[Any] = []
    while (batch := cells(screener._batch, islice(waiting, AT_ONCE))).subjects:
        results(screener._results, batch, search(screener._answering.searched, batch.asked))
        asked.append(batch.asked)
    for one in asked:
        known(screener._answering.searched, one)
    return Phases(
        cells=1e6 * cells.busy / count,
        search=1e6 * search.busy / count,
        results=1e6 * results.busy / count,
        searched_new=count / search.seconds,
        searched_known=count / known.seconds,
    )


def phase_lines(found: dict[str, tuple[Phases, float]]) -> list[str]:
    """Return the table of phases, each with what ``cdist`` compares a second."""
    rows = (
        f"| {label} | {one.cells:,.0f} | {one.search:,.0f} | {one.results:,.0f} | "
        f"{one.searched_new / cdist:.1f} × | {one.searched_known / cdist:.1f} × |"
        for label, (one, cdist) in found.items()
    )
    return [
        "Where it goes, in µs of processor a name, by names not asked before; and what the search alone, in",
        "compiled code on all cores, would come to beside cdist if all else were free:",
        "",
        "| names | reading cells | searching | results | search alone | with all words known |",
        "|---|--:|--:|--:|--:|--:|",
        *rows,
    ]
