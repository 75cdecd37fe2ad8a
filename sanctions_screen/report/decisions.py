"""What was decided, for people.

Reach for :func:`decisions_view` to show a log in a terminal.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from ..decisions import Decision
from .layout import listing, words

__all__ = ["decisions_view"]


def decisions_view(entries: Sequence[Decision]) -> Table:
    """Return a table with a row a decision, oldest first."""
    table = listing("", "on", "subject", "party", "verdict", "by", "until", "why", fixed=("", "on", "until"))
    for entry in entries:
        subject = entry.subject.reference or entry.subject.name
        table.add_row(
            str(entry.sequence),
            entry.at.date().isoformat(),
            words(subject),
            words(entry.party_id),
            words(entry.verdict),
            words(entry.by),
            entry.until.isoformat() if entry.until else "",
            words(entry.reason),
        )
    return table
