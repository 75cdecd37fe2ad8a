"""``batch``: screen a file of customers."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from .app import CLEAR, STOPPED, screening_code
from .options import as_json, max_age, screening
from .output import console, note, show, show_json
from .stores import EMBEDDED_NOTE, opened, screener, tell_ages
from .tables import character, read_as, reading

if TYPE_CHECKING:
    from ..batch import BatchProgress, BatchSummary
    from ..batch.since import SinceScreener
    from ..decisions import DecidedScreener
    from ..screening import Screener
    from ..store import ListStore

__all__ = ["batch"]

_WORTH_WORKERS = 1_000_000
"""Bytes; to start a process and open the lists there takes as long as some thousand rows."""


@click.command(short_help="Screen every row of a file of customers.")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@screening
@reading("IN")
@click.option(
    "--errors", type=click.Path(path_type=Path), metavar="FILE", help="Errors file. Default: OUT.errors.csv."
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["csv", "jsonl", "xlsx", "parquet"]),
    help="What to write. Default: by OUT's ending: .xlsx, .parquet; .jsonl, .ndjson and .json mean JSON "
    "lines.",
)
@click.option("--output-delimiter", metavar="CHAR", help="What parts the columns of OUT. Default: as in IN.")
@click.option(
    "--bom/--no-bom",
    default=None,
    help="Begin OUT with a byte-order mark, by which Excel knows UTF-8. Default: where IN does, "
    "or a spreadsheet seems to have written it.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that screen; no byte of OUT depends on it. Default: one for each processor for a file of "
    "more than a megabyte, else one.",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="LOG",
    help="Mark hits new, known or reopened by this log; those cleared are suppressed, counted and listed in "
    "OUT.suppressed.csv.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="PREVIOUS",
    help="An earlier run's JSON lines: only customers whose answer can have changed are judged. OUT is that "
    "of a full run; what changed is in OUT.changes.csv.",
)
@click.option("--restart", is_flag=True, help="Start afresh, even where a stopped run could go on.")
@click.option("--no-progress", is_flag=True, help="No progress bar.")
@max_age
@as_json
@click.option(
    "--exit-zero", is_flag=True, help="Exit with 0 also when there are hits or rows without answer."
)
@click.pass_context
def batch(
    ctx: click.Context,
    /,
    *,
    source: Path,
    target: Path,
    db: Path | None,
    columns: tuple[str, ...],
    errors: Path | None,
    output_format: Any,
    encoding: str | None,
    delimiter: str | None,
    date_format: str | None,
    output_delimiter: str | None,
    bom: bool | None,
    workers: int | None,
    decisions: Path | None,
    since: Path | None,
    restart: bool,
    no_progress: bool,
    max_age: timedelta,
    as_json: bool,
    exit_zero: bool,
    **options: Any,
) -> None:
    """Screen every row of the file IN and write the results to OUT.

    IN is CSV, a workbook or Parquet, told by its content, or - for standard input. Its first line names its
    columns; lines of a title may stand above. OUT has one row a hit, best first, or one for a row without a
    hit, with the columns of IN behind; JSON lines have one object a row. A row that cannot be read is in OUT
    with its fault, and in the errors file. Beside OUT a summary is written with the totals and the exact list
    versions. A run that was stopped goes on where it was when the same command is run again. OUT is a
    regular file, or a link to one, which is followed: the files go beside the one it leads to; - writes
    OUT alone, to standard output.

    Exit code: 0 all clear, 1 at least one hit, 2 error, 3 no hit but a row that was not screened, 4 hits on
    delisted parties alone; 5 and 6 are 1 and 4 where a row was not screened beside; 130 stopped.
    """

    from ..batch import check_files

    told = read_as(columns, encoding, delimiter, date_format)
    # A fault of the files is told before the lists are read, which takes longer.
    check_files(source, None if str(target) == "-" else target, errors=errors, format=output_format, **told)
    with opened(db) as store:
        chosen = _screener(store, decisions, options)
        earlier = _since(chosen, store, since)
        try:
            with _progress_bar(shown=not no_progress) as progress:
                summary = _screened(
                    source,
                    target,
                    screener=earlier or chosen,
                    errors=errors,
                    format=output_format,
                    output_delimiter=character(output_delimiter),
                    output_bom=bom,
                    workers=workers or _workers_for(source),
                    resume=not restart and earlier is None,
                    progress=progress,
                    **told,
                )
        except KeyboardInterrupt:
            note("what is done is kept; run the same command again to go on")
            ctx.exit(STOPPED)
    if earlier is not None:
        _tell_changes(earlier, summary)
    for said in summary.notes:
        note(said)
    if not summary.rows:
        note(f"nothing was screened: {summary.input} has no row under its header with anything in it")
    if str(target) != "-":
        _show_summary(summary, embedded=db is None, as_json=as_json)
    tell_ages(chosen.provenance, db, options["as_of"], options["known_on"], max_age)
    code = screening_code(
        hits=summary.hits,
        hits_delisted=summary.hits_delisted,
        not_screened=summary.not_screened + len(summary.sheets_left),
    )
    ctx.exit(CLEAR if exit_zero else code)


def _since(chosen: Any, store: ListStore, previous: Path | None) -> SinceScreener | None:
    if previous is None:
        return None
    from ..batch.since import SinceScreener

    return SinceScreener(chosen, store, previous)


def _tell_changes(earlier: SinceScreener, summary: BatchSummary) -> None:
    """Write what has changed beside the output, and say how many were judged."""
    from ..batch.files import companion
    from ..batch.target import written_file

    file = written_file(companion(Path(summary.output), "changes.csv"))
    changes = earlier.changes()
    file.write_bytes(changes)
    count = len(changes.splitlines()) - 1
    note(f"{earlier.judged:,} of {summary.rows:,} rows were judged anew; {count:,} changes are in {file}")


def _screened(source: Path, target: Path, **options: Any) -> BatchSummary:
    """Screen a file; for ``-`` the output goes to standard output once it is complete."""
    from ..batch import screen_csv

    if str(target) != "-":
        return screen_csv(source, target, **options)
    with TemporaryDirectory(prefix="sanctions-screen-") as folder:
        output = Path(folder) / "out.csv"
        summary = screen_csv(source, output, **options)
        with output.open("rb") as written:
            shutil.copyfileobj(written, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    return summary


def _workers_for(source: Path) -> int | None:
    """Return None, which means one a processor, for a file that is worth starting processes for."""
    return None if source.is_file() and source.stat().st_size > _WORTH_WORKERS else 1


def _screener(
    store: ListStore, decisions: Path | None, options: dict[str, Any]
) -> Screener | DecidedScreener:
    """Return the screener asked for; a limit on hits is put on what decisions leave, never before."""
    if decisions is None:
        return screener(store, **options)
    from ..decisions import DecidedScreener, DecisionLog

    log = DecisionLog(decisions)  # first: a log that is not as it was written is told before lists are read
    if not decisions.exists():
        note(f"there is no log {decisions} yet: every hit is new, and none is suppressed")
    every_hit = options | {"max_hits": None}
    return DecidedScreener(screener(store, **every_hit), log, max_hits=options["max_hits"])


@contextmanager
def _progress_bar(*, shown: bool) -> Iterator[Callable[[BatchProgress], None] | None]:
    """Give a callback that moves a bar on standard error; None where nobody would see it."""
    screen = console(stderr=True)
    if not (shown and screen.is_terminal):
        yield None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    fields = TextColumn("{task.fields[rows]:,} rows, {task.fields[hits]:,} with a hit")
    with Progress(
        BarColumn(), TaskProgressColumn(), fields, TimeRemainingColumn(), console=screen, transient=True
    ) as bar:
        task = bar.add_task("", total=None, rows=0, hits=0)

        def move(to: BatchProgress) -> None:
            totals = to.totals
            bar.update(
                task, completed=to.bytes_done, total=to.bytes_total, rows=totals.rows, hits=totals.hits
            )

        yield move


def _show_summary(summary: BatchSummary, *, embedded: bool, as_json: bool) -> None:
    if as_json:
        show_json(summary.model_dump(mode="json"))
        if embedded:
            note(EMBEDDED_NOTE)
        return
    from rich.text import Text

    from ..report import summary_view

    show(summary_view(summary))
    if embedded:
        show(Text(f"Note: {EMBEDDED_NOTE}", style="yellow"))
