"""What a refresh did and what waits for a human, for people.

Reach for this module to show refresh outcomes and the state of each list's fetches.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..model import ListInfo
from ..refresh import GuardReport, LedgerEntry, RefreshOutcome
from .layout import indented, listing, words
from .text import day_or_dash, plural

__all__ = ["guard_lines", "outcomes_view", "refresh_status_view"]

_STYLE = {"updated": "green", "unchanged": "dim", "held": "bold yellow", "failed": "bold red"}


def outcomes_view(outcomes: Iterable[RefreshOutcome]) -> RenderableType:
    """Return one line a list, and below it the reasons of a failure or of what is held back."""
    blocks: list[RenderableType] = []
    for outcome in outcomes:
        head = words(outcome.list_id).append("  ").append(outcome.status, style=_STYLE[outcome.status])
        if outcome.party_count is not None:
            parties = plural(outcome.party_count, "party", "parties")
            head.append(f"  version of {outcome.published_on}, {parties}")
        if outcome.unread:
            head.append(f"  {plural(outcome.unread, 'passage', 'passages')} not understood", style="yellow")
        blocks.append(head)
        if outcome.error:
            blocks.append(indented(words(outcome.error, "red")))
        if outcome.status == "held" and outcome.guard is not None:
            blocks += [indented(line) for line in guard_lines(outcome.guard)]
    return Group(*blocks)


def guard_lines(report: GuardReport) -> list[Text]:
    """Return why a version is held back and how to go on, one line each."""
    lines = [words(f"version of {report.published_on}: {reason}", "yellow") for reason in report.reasons]
    if report.removed_examples:
        shown = ", ".join(report.removed_examples[:5])
        more = report.removed - min(5, len(report.removed_examples))
        lines.append(words(f"gone: {shown}" + (f" and {more:,} more" if more > 0 else "")))
    lines.append(words(f"the version in use stays; to use this one: lists accept {report.list_id}", "dim"))
    return lines


def refresh_status_view(
    rows: Iterable[tuple[ListInfo | None, LedgerEntry, GuardReport | None]], now: datetime
) -> Table:
    """Return one row a list: the age of its newest version, the last success, and what waits or failed."""
    table = listing(
        "list", "newest", "age", "last success", "held back", "last error",
        right=("age",), fixed=("list", "newest", "last success"),
    )  # fmt: skip
    for info, entry, held in rows:
        newest = info.last_published_on if info else None
        age = "–" if newest is None else plural((now.date() - newest).days, "day", "days")
        success = entry.last_success.strftime("%Y-%m-%d %H:%M") if entry.last_success else "never"
        waiting = words(f"version of {held.published_on}", "yellow") if held else Text("–")
        table.add_row(
            words(entry.list_id), day_or_dash(newest), age, success, waiting, words(entry.last_error or "–")
        )
    return table
