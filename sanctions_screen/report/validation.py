"""A validation as text for a terminal: the summary, and what was found least.

Reach for :func:`validation_view`; the whole of it is the page, or the JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from .text import printable

if TYPE_CHECKING:
    from ..testing.validation import Rate, ValidationReport

__all__ = ["validation_view"]

_LEAST = 12


def validation_view(report: ValidationReport) -> Group:
    """Return the summary and the tables of what was found least and alerted most."""
    head = Text(printable(f"Validation of {report.screener}, threshold {report.threshold:g}"), style="bold")
    whole = Table(box=None, pad_edge=False)
    for title in ("", "of", "share", "95 % interval"):
        whole.add_column(title, justify="left" if not title else "right")
    for rate in (report.baseline, report.detection, report.alerts):
        whole.add_row(rate.label, *_cells(rate))
    found = sorted(report.table("perturbation").rows, key=lambda rate: (rate.share or 0.0, rate.label))
    alerted = sorted(report.table("culture").rows, key=lambda rate: (-(rate.share or 0.0), rate.label))
    return Group(
        head,
        whole,
        Text(),
        _table("Found least", found),
        Text(),
        _table("Alerted most", [rate for rate in alerted if rate.found]),
        Text(),
        Text(
            f"Seed {report.seed}; cases {report.cases_digest[:16]}; "
            f"population {report.population.digest[:16]}"
        ),
    )


def _table(title: str, rates: list[Rate]) -> Table:
    table = Table(box=None, pad_edge=False, title=title, title_justify="left", title_style="bold")
    for column in ("", "of", "share", "95 % interval"):
        table.add_column(column, justify="left" if not column else "right")
    for rate in rates[:_LEAST]:
        table.add_row(printable(rate.label), *_cells(rate))
    return table


def _cells(rate: Rate) -> tuple[str, str, str]:
    share = "–" if rate.share is None else f"{100 * rate.share:.1f} %"
    return f"{rate.tried:,}", share, f"{100 * rate.low:.1f} to {100 * rate.high:.1f}"
