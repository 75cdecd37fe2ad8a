"""``batch``: screen a file of customers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .app import CLEAR, HIT, NOT_SCREENED, STOPPED
from .options import as_json, screening
from .output import console, note, show, show_json
from .stores import EMBEDDED_NOTE, opened, screener, tell_stale

if TYPE_CHECKING:
    from ..batch import BatchProgress, BatchSummary
    from ..decisions import DecidedScreener
    from ..screening import Screener
    from ..store import ListStore

__all__ = ["batch"]


@click.command(short_help="Screen every row of a CSV file.")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@screening
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=TITLE",
    help="Which column holds what: name=Kunde. Repeated for one field, the cells are joined; with no TITLE "
    "the field is left out. Fields: name, kind, birth_date, countries, identifiers, aliases, gender, "
    "reference.",
)
@click.option(
    "--errors", type=click.Path(path_type=Path), metavar="FILE", help="Errors file. Default: OUT.errors.csv."
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["csv", "jsonl"]),
    help="What to write. Default: by OUT's ending; .jsonl, .ndjson and .json mean JSON lines.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of IN. Default: by its byte-order mark, or UTF-8.")
@click.option("--delimiter", metavar="CHAR", help="What parts the columns. Default: told from the header.")
@click.option(
    "--date-format",
    metavar="FORMAT",
    help="How birth dates are written when not YYYY-MM-DD, such as %d/%m/%Y.",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="LOG",
    help="Mark hits new, known or reopened by this log; those cleared are suppressed, counted and listed in "
    "OUT.suppressed.csv.",
)
@click.option("--restart", is_flag=True, help="Start afresh, even where a stopped run could go on.")
@click.option("--no-progress", is_flag=True, help="No progress bar.")
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
    decisions: Path | None,
    restart: bool,
    no_progress: bool,
    as_json: bool,
    exit_zero: bool,
    **options: Any,
) -> None:
    """Screen every row of the CSV file IN and write the results to OUT.

    The first line of IN names its columns. OUT has one row a hit, best first, or one for a row without a
    hit; JSON lines have one object a row. A row that cannot be read goes to the errors file with its line
    and reason; none is dropped. Beside OUT a summary is written with the totals and the exact list
    versions. A run that was stopped goes on where it was when the same command is run again. OUT is a
    regular file, or a link to one, which is followed: the files go beside the one it leads to.

    Exit code: 0 all clear, 1 at least one hit, 2 error, 3 no hit but a row that was not screened, 130
    stopped.
    """
    from ..batch import screen_csv

    with opened(db) as store:
        chosen = _screener(store, decisions, options)
        tell_stale(chosen.provenance, db, options["as_of"], options["known_on"])
    try:
        with _progress_bar(shown=not no_progress) as progress:
            summary = screen_csv(
                source,
                target,
                screener=chosen,
                columns=_columns(columns),
                errors=errors,
                format=output_format,
                encoding=encoding,
                delimiter="\t" if delimiter == "\\t" else delimiter,
                date_format=date_format,
                resume=not restart,
                progress=progress,
            )
    except KeyboardInterrupt:
        note("what is done is kept; run the same command again to go on")
        ctx.exit(STOPPED)
    _show_summary(summary, embedded=db is None, as_json=as_json)
    code = HIT if summary.hits else NOT_SCREENED if summary.not_screened else CLEAR
    ctx.exit(CLEAR if exit_zero else code)


def _screener(
    store: ListStore, decisions: Path | None, options: dict[str, Any]
) -> Screener | DecidedScreener:
    """Return the screener asked for; a limit on hits is put on what decisions leave, never before."""
    if decisions is None:
        return screener(store, **options)
    from ..decisions import DecidedScreener, DecisionLog

    log = DecisionLog(decisions)  # first: a log that is not as it was written is told before lists are read
    every_hit = options | {"max_hits": None}
    return DecidedScreener(screener(store, **every_hit), log, max_hits=options["max_hits"])


def _columns(told: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    plan: dict[str, tuple[str, ...]] = {}
    for text in told:
        field, equals, title = text.partition("=")
        if not equals:
            raise click.UsageError(f"--column {text!r} has no '='; write FIELD=TITLE, such as name=Kunde.")
        titles = (title,) if title.strip() else ()
        plan[field.strip()] = plan.get(field.strip(), ()) + titles
    return plan


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
