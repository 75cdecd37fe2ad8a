"""Results as a page to show: totals, each hit with its ledger, identity and timeline, provenance last.

Reach for :func:`hits_page` with what :func:`~sanctions_screen.batch.results.read_hits` read. Guarantees:
every row of the file is counted, and every hit, suppressed ones too, is shown; no text of a list or a
customer is more than text; the same results shown on the same day give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ..batch.results import HitsFile, HitsRow
from ..model import Provenance, ScreeningResult
from ..pages import page
from .ages import OLD, ages_of
from .hits_groups import Group, groups_of
from .rests_on import selection_line, shipped_selections
from .text import basis_lines

__all__ = ["hits_page"]

_TEMPLATES = Path(__file__).parent / "templates"
_MOST_WITHOUT = 2000
"""Rows without a hit that are named one by one; all are counted, and all stand in the file."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One subject with hits, as the page shows it."""

    row: HitsRow
    result: ScreeningResult
    groups: tuple[Group, ...]
    suppressed: tuple[Group, ...]

    @property
    def statuses(self) -> str:
        """The statuses of its hits, each once."""
        return _once(hit.status for hit in self.result.hits)

    @property
    def lists(self) -> str:
        """The lists of its hits, each once."""
        return _once(hit.party.list_id for hit in self.result.hits)

    @property
    def marks(self) -> str:
        """What was decided of them, each once."""
        marks = [hit.decision.mark for hit in self.result.hits if hit.decision]
        return _once([*marks, *(["suppressed"] if self.result.suppressed else [])])

    @property
    def score(self) -> float:
        """Of its best hit, a suppressed one where there is no other."""
        return max(hit.score for hit in (self.result.hits or self.result.suppressed))


def hits_page(file: HitsFile, *, made_on: date, max_age: timedelta = OLD) -> str:
    """Return the whole page.

    Args:
        file: The results.
        made_on: The day it is made: the lists' ages are counted to it.
        max_age: What is older is shouted.

    Raises MissingExtraError where Jinja2 is not installed.
    """
    results = [row.result for row in file.rows if row.result]
    provenances = _provenances(results)
    shown = [_shown(row, row.result) for row in file.rows if row.result and _has_hits(row.result)]
    without = [row for row in file.rows if not (row.result and _has_hits(row.result))]
    return page(
        _TEMPLATES,
        "hits.html.j2",
        {
            "file": file,
            "made_on": made_on,
            "tiles": _tiles(file.rows),
            "shown": shown,
            "choices": {name: _choices(shown, name) for name in ("statuses", "lists", "marks")},
            "without": [_without(row) for row in _gravest_first(without)[:_MOST_WITHOUT]],
            "unnamed": max(len(without) - _MOST_WITHOUT, 0),
            "without_count": len(without),
            "bases": [
                (provenance, rows, basis_lines(provenance), ages_of(provenance, made_on, max_age))
                for provenance, rows in provenances
            ],
            "loud": _warnings([each for each, _ in provenances], made_on, max_age),
        },
    )


def _warnings(provenances: Sequence[Provenance], made_on: date, max_age: timedelta) -> list[str]:
    """Return what is shouted above all: that lists are a selection, or old."""
    old = (str(age) for each in provenances for age in ages_of(each, made_on, max_age) if age.loud)
    return list(dict.fromkeys([*selection_line(shipped_selections(provenances)), *old]))


def _has_hits(result: ScreeningResult) -> bool:
    return bool(result.hits or result.suppressed)


def _shown(row: HitsRow, result: ScreeningResult) -> Shown:
    return Shown(row, result, groups_of(result, result.hits), groups_of(result, result.suppressed))


def _provenances(results: Sequence[ScreeningResult]) -> list[tuple[Provenance, int]]:
    """Return what the results rest on, each once, with how many do."""
    counted = Counter(result.provenance for result in results)
    return list(counted.items())


def _tiles(rows: Sequence[HitsRow]) -> list[tuple[int, str, str]]:
    results = [row.result for row in rows if row.result]
    gravest = Counter(_gravest(result) for result in results if result.hits)
    outcomes = Counter(result.outcome for result in results)
    found = [
        (len(rows), "subjects", ""),
        (gravest["listed"], "with a hit on a listed party", "listed"),
        (gravest["unsettled"], "with a hit on one that may be listed", "unsettled"),
        (gravest["delisted"], "with hits on delisted parties alone", "delisted"),
        (outcomes["clear"], "without a hit", "clear"),
        (outcomes["unscreenable"], "not screened: no name to compare", "unsettled"),
        (len(rows) - len(results), "not screened: an error", "unsettled"),
        (sum(len(r.hits) + r.hits_left_out for r in results), "parties hit in all", ""),
        (sum(r.hits_left_out for r in results), "parties left out by a limit on hits", "unsettled"),
        (sum(len(r.suppressed) for r in results), "hits suppressed by decisions", ""),
    ]
    return [found[0], *(tile for tile in found[1:] if tile[0])]


def _gravest(result: ScreeningResult) -> str:
    statuses = {hit.status for hit in result.hits}
    return next(status for status in ("listed", "unsettled", "delisted") if status in statuses)


_GRAVITY = ("error", "unscreenable", "clear")


def _gravest_first(rows: Sequence[HitsRow]) -> list[HitsRow]:
    return sorted(rows, key=lambda row: _GRAVITY.index(row.result.outcome if row.result else "error"))


def _without(row: HitsRow) -> tuple[Any, ...]:
    if row.result is None:
        return row.row, "", "error", "; ".join([row.fault or "", *(f"{k}: {v}" for k, v in row.further)])
    return row.row, row.result.subject.name, row.result.outcome, row.result.reason or ""


def _choices(shown: Sequence[Shown], name: str) -> list[str]:
    return sorted({word for each in shown for word in getattr(each, name).split("|") if word})


def _once(words: Iterator[str] | Sequence[str]) -> str:
    return "|".join(dict.fromkeys(words))
