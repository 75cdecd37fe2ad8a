"""What a picture rests on, in words below it: a selection, times without a version, where knowledge ends.

Reach for :func:`selection_line` and :func:`version_lines` wherever a picture of lists is drawn. Guarantee: a
year of the picture in which a list has no version is named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from ..model import ListStatistics, Provenance
from ..store import ListStore
from .statistics import period_label

__all__ = ["periods_without_version", "selection_line", "shipped_selections", "version_lines"]


def shipped_selections(provenances: Iterable[Provenance]) -> set[str]:
    """Return the lists in these answers' basis that are the package's own selections, known by their chain.

    A result keeps the chain of each version it rests on, and not whether the list was a selection.
    """
    chains = _shipped_chains()
    return {each.list_id for basis in provenances for each in basis.lists if each.chain in chains}


@cache
def _shipped_chains() -> frozenset[str]:
    with ListStore.embedded() as shipped:
        selections = [info.list_id for info in shipped.lists() if info.selection]
        return frozenset(version.chain for each in selections for version in shipped.versions(each))


def selection_line(selections: Collection[str]) -> Iterator[str]:
    """Yield what to say of lists that are a selection; nothing where there is none."""
    if selections:
        lists = ", ".join(sorted(selections))
        yield f"A selection for demonstration, not the full list: {lists}. Whoever is missing may be listed."


def version_lines(versions: Mapping[str, Iterable[date]], first: date, until: date) -> Iterator[str]:
    """Yield, for each list, the years from *first* to *until* of which it has no version, and its newest day.

    *versions*: the days of each list's versions.
    """
    for list_id, days in sorted(versions.items()):
        seen = {day.year for day in days}
        if not seen:
            yield f"{list_id}: no version at all, only notices."
            continue
        missing = [year for year in range(first.year, until.year + 1) if year not in seen]
        if missing:
            told = ", ".join(_ranges([(year, str(year)) for year in missing]))
            yield f"{list_id}: no version of {told}; of then only notices tell, and the versions around."


def periods_without_version(statistics: ListStatistics) -> Iterator[str]:
    """Yield what to say of the years, or months, of which a list has no version."""
    missing = [
        (number, period_label(period, statistics.by))
        for number, period in enumerate(statistics.periods)
        if not period.versions
    ]
    if missing:
        told = ", ".join(_ranges(missing))
        yield f"No version of {told}: what is told of then is told by notices and by the versions around."


def _ranges(numbered: list[tuple[int, str]]) -> Iterator[str]:
    """Yield labels, those whose numbers follow one another as ``2012 to 2014``."""
    start = 0
    for at, (number, label) in enumerate(numbered):
        if at + 1 < len(numbered) and numbered[at + 1][0] == number + 1:
            continue
        yield label if at == start else f"{numbered[start][1]} to {label}"
        start = at + 1
