"""``lists stats``: how a list grew and shrank."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import fail
from .options import DAY, as_json, database, known_on, svg_file
from .output import console, note, show, show_json, write_picture
from .stores import EMBEDDED_NOTE, opened

if TYPE_CHECKING:
    from ..model import KnownOn

__all__ = ["stats"]

_MOST_YEARS_BY_MONTH = 200
"""The longest list read here reaches over 32 years; a day of 9999 is a slip, and its rows fill a disk."""


@click.command(short_help="Show a list's size, additions and removals over time.")
@click.argument("list_id", metavar="LIST")
@database
@click.option(
    "--by",
    type=click.Choice(["year", "month"]),
    default="year",
    show_default=True,
    help="What one row tells of.",
)
@click.option("--since", type=DAY, metavar="DAY", help="Leave out what ended before that day.")
@svg_file("Also write the numbers to FILE as one picture that any browser shows.")
@known_on
@as_json
def stats(
    *,
    list_id: str,
    db: Path | None,
    by: str,
    since: date | None,
    svg: Path | None,
    known_on: KnownOn | None,
    as_json: bool,
) -> None:
    """Show how many parties LIST held over time, and how many were listed, relisted, delisted and amended.

    Counted are the events that 'history' tells. One whose day is not known, only a window between two
    snapshots, counts where the window ends, the day it had happened by; a star marks numbers of which some
    may therefore belong to an earlier row. Parties that were there when the record begins are no additions.
    """
    with opened(db) as store, console(stderr=True).status("counting"):  # shows on a terminal only
        days = [version.published_on for version in store.versions(list_id, known_on=known_on)]
        if by == "month" and days and days[-1].year - days[0].year > _MOST_YEARS_BY_MONTH:
            fail(f"{list_id}: too many months from {days[0]} to {days[-1]}; ask with --by year")
        selection = any(each.selection for each in store.lists(known_on=known_on) if each.list_id == list_id)
        found = store.statistics(list_id, "month" if by == "month" else "year", known_on=known_on)
    if since is not None:
        found = found.since(since)
    if svg is not None:
        from ..report import statistics_svg

        write_picture(svg, statistics_svg(found, selection=selection))
    if as_json:
        show_json(found.model_dump(mode="json"))
    else:
        from ..report import statistics_view
        from ..report.rests_on import periods_without_version

        show(statistics_view(found))
        for line in periods_without_version(found):
            note(line)
    if db is None:
        note(EMBEDDED_NOTE)
