"""``report``: results as a page to show."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from .options import DAY, as_json, max_age
from .output import note, show_json, write_whole

__all__ = ["report"]


@click.command(short_help="Show results as a page: one HTML file.")
@click.argument("source", metavar="HITS", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page to write.",
)
@max_age
@click.option(
    "--made-on", type=DAY, metavar="DAY", help="The day to count the lists' ages to. Default: today (UTC)."
)
@as_json
def report(*, source: Path, target: Path, max_age: timedelta, made_on: date | None, as_json: bool) -> None:
    """Make a page of the results in HITS, the JSON lines of 'batch' or of 'screen --json'.

    The page is one HTML file that needs nothing beside it and no network: totals, every hit with its ledger,
    evidence, identity and timeline, filter and order, what it rests on last. It needs the extra 'report'.

    Exit code: 0, or 2 when HITS holds no results.
    """
    from ..batch.results import read_hits
    from ..model import sha256_hex
    from ..report.hits_page import hits_page

    file = read_hits(source)
    whole = hits_page(file, made_on=made_on or datetime.now(UTC).date(), max_age=max_age)
    write_whole(target, whole)
    if as_json:
        results = {"results": len(file.rows), "results_sha256": file.sha256}
        show_json(results | {"page": str(target), "page_sha256": sha256_hex(whole)})
    else:
        note(f"the page is in {target}")
