"""``decisions``: what was decided about hits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import fail
from .options import WORDS, as_json
from .output import note, show, show_json

if TYPE_CHECKING:
    from ..decisions import DecisionLog

__all__ = ["decisions"]

_LOG = click.option(
    "--log",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The log of decisions: JSON lines, only ever added to.",
)


@click.group(short_help="Keep what was decided about hits.")
def decisions() -> None:
    """Keep who decided what about which hit, when, why and until when.

    Give the log to 'batch --decisions': a hit that was cleared stays suppressed only while the subject and
    the party are what they were.
    """


@decisions.command(short_help="Enter the decisions of an edited file of hits.")
@click.argument("sheet", metavar="SHEET", type=click.Path(path_type=Path))
@click.option(
    "--results",
    required=True,
    type=click.Path(path_type=Path),
    metavar="HITS",
    help="The JSON lines of the same batch: they tell what was seen, in full.",
)
@_LOG
@click.option("--by", type=WORDS, metavar="NAME", help="Who decided, for rows whose decided_by is empty.")
@as_json
def add(*, sheet: Path, results: Path, log: Path, by: str | None, as_json: bool) -> None:
    """Enter what SHEET decides: a CSV file or workbook of a batch in which a reviewer filled in columns.

    The columns are verdict (cleared, or false positive: another than the subject; confirmed, or true match:
    the same; open; withdrawn), decided_by, decision_reason and, for a decision that runs out, decision_until.
    Rows that say nothing new are left. Either all are entered or, with one error that names them, none.

    Exit code: 0, or 2 when nothing could be entered.
    """
    from ..batch.results import read_hits
    from ..batch.sheet import enter_decisions
    from ..decisions import DecisionLog

    into = DecisionLog(log)
    entered = enter_decisions(sheet, read_hits(results), into, by=by)
    if as_json:
        show_json({"entered": len(entered), "entries": len(into.entries), "head": into.head})
    else:
        note(f"{len(entered):,} decisions entered; the log {log} holds {len(into.entries):,}")


@decisions.command(short_help="Make a sheet for reviewers of a batch's JSON lines.")
@click.argument("results", metavar="HITS", type=click.Path(path_type=Path))
@click.argument("sheet", metavar="SHEET", type=click.Path(path_type=Path))
@as_json
def sheet(*, results: Path, sheet: Path, as_json: bool) -> None:
    """Write SHEET, a workbook (.xlsx) or CSV for a reviewer: the hits in HITS, a batch's JSON lines.

    It has a row a hit, those that were suppressed too. A reviewer fills in verdict, decided_by,
    decision_reason and, for a decision that runs out, decision_until; 'decisions add' enters them. A file
    that is there already is never written over.

    Exit code: 0, or 2 when it cannot be written.
    """
    from ..batch.results import read_hits
    from ..batch.review import write_sheet

    count = write_sheet(read_hits(results), sheet)
    if as_json:
        show_json({"rows": count, "sheet": str(sheet)})
    else:
        note(f"{count:,} hits are in {sheet}")


@decisions.command("list", short_help="Show the decisions in a log.")
@_LOG
@as_json
def list_(*, log: Path, as_json: bool) -> None:
    """Show every decision in the log, oldest first, with the whole entry in JSON.

    Exit code: 0, or 2 when the log is not as it was written.
    """
    entries = _opened(log).entries
    if as_json:
        for entry in entries:
            show_json(entry.to_json_dict())
        return
    from ..report.decisions import decisions_view

    show(decisions_view(entries))


@decisions.command(short_help="Check that a log is as it was written.")
@_LOG
@click.option("--head", metavar="CHAIN", help="A head kept earlier: fail when the log lost that entry.")
@as_json
def verify(*, log: Path, head: str | None, as_json: bool) -> None:
    """Check every entry of the log and the chain, and print its head, to be kept elsewhere and compared.

    Exit code: 0, or 2 when a line was changed, moved, added or taken out.
    """
    found = _opened(log)
    newest = found.verify(head)
    if as_json:
        show_json({"entries": len(found.entries), "head": newest})
    else:
        click.echo(f"{len(found.entries):,} decisions, as they were written; head {newest or 'none'}")


def _opened(log: Path) -> DecisionLog:
    from ..decisions import DecisionLog

    if not log.exists():
        fail(
            f"there is no log {log}; the first "
            f"sanctions-screen decisions add SHEET --results HITS --log {log} makes it"
        )
    return DecisionLog(log)
