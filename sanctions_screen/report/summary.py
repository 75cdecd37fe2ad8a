"""What became of a batch, for people.

Reach for :func:`summary_view` when a batch is done.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..batch import BatchSummary
from .layout import STATUS_STYLE, facts, listing, words
from .text import basis_lines, plural

__all__ = ["summary_view"]


def summary_view(summary: BatchSummary) -> RenderableType:
    """Return the totals, which add up to the rows read, then where everything is and what it rests on."""
    table = listing("rows", "fate", "", right=("rows",), fixed=("fate",))
    _row(table, summary.hits, "hit", f"with {plural(summary.parties, 'party', 'parties')} in all")
    _row(table, summary.hits_delisted, "delisted", "of these, on delisted parties alone")
    _row(table, summary.clear, "clear", "")
    _row(table, summary.unscreenable, "unscreenable", "not clear: no name to compare")
    _row(table, summary.errors, "error", f"not screened: see {summary.errors_file}", style="bold magenta")
    if summary.partly_screened:
        told = "screened without a cell that could not be used: see the column not_used"
        _row(table, summary.partly_screened, "in part", told, style="magenta")
    if summary.blank_lines:
        _row(table, summary.blank_lines, "blank", "rows with nothing in any cell, not counted", style="dim")
    table.add_row(Text(f"{summary.rows:,}", style="bold"), Text("read", style="bold"), words(summary.input))
    columns = ", ".join(f"{field}: {' + '.join(titles)}" for field, titles in summary.columns.items())
    if summary.suppressed_file is not None:
        _row(
            table,
            summary.suppressed,
            "suppressed",
            f"hits cleared by decisions: see {summary.suppressed_file}",
        )
        _row(table, summary.reopened, "reopened", "hits whose decision does not stand any more")
        _row(table, summary.known, "known", "hits with a decision that stands")
        _row(table, summary.new, "new", "hits nothing was decided about")
    where = facts(
        [
            ("columns", words(columns)),
            *([("not read", words(", ".join(summary.passed_through)))] if summary.passed_through else []),
            ("results", words(summary.output)),
            ("errors", words(summary.errors_file)),
            ("summary", words(summary.summary_file)),
        ]
    )
    return Group(
        table, Text(), where, Text(), *(words(line, "dim") for line in basis_lines(summary.provenance))
    )


def _row(table: Table, count: int, word: str, note: str, style: str | None = None) -> None:
    shown = (style or STATUS_STYLE[word]) if count else "dim"
    table.add_row(
        Text(f"{count:,}", style=shown), Text(word, style=shown), words(note if count else "", "dim")
    )
