"""``replay``: an old answer given again, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import CLEAR, HIT
from .options import as_json, database
from .output import show_json
from .stores import opened

if TYPE_CHECKING:
    from ..model import BatchReplay, ReplayDifference, ResultReplay
    from ..store import ListStore

__all__ = ["replay"]

_SHOWN = 20
"""Differences shown of one result; --json has all of them."""
_MOST_HEAD = 1_000_000


@click.command(short_help="Give an old answer again and compare it, byte for byte.")
@click.argument("source", metavar="RESULT", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@database
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="For a batch that was marked by decisions: their log, as it was then.",
)
@as_json
@click.pass_context
def replay(
    ctx: click.Context, /, *, source: Path, db: Path | None, decisions: Path | None, as_json: bool
) -> None:
    """Give what RESULT holds again, by what the store knew then, and compare.

    RESULT is a result or JSON lines of results, as 'screen --json' and 'batch' write them, or the summary of
    a batch, which is screened again as a whole. The store may be made from what 'lists export' wrote. Where
    an answer differs, it is said in what, and why it may: another library, other weights, a version that is
    missing here.

    Exit code: 0 the same in every byte, 1 something differs or cannot be given again, 2 error.
    """
    with opened(db) as store:
        if _is_summary(source):
            same = _batch(store, source, decisions, as_json=as_json)
        else:
            same = _results(store, source, as_json=as_json)
    ctx.exit(CLEAR if same else HIT)


def _is_summary(source: Path) -> bool:
    """Tell a batch's summary, which names its input, from results."""
    with source.open("rb") as stream:
        head = stream.readline(_MOST_HEAD)
    try:
        first = json.loads(head)
    except ValueError:
        return False
    return isinstance(first, dict) and "input_sha256" in first


def _batch(store: ListStore, source: Path, decisions: Path | None, *, as_json: bool) -> bool:
    from ..batch import replay_batch
    from ..decisions import DecisionLog

    found = replay_batch(source, store, decisions=DecisionLog(decisions) if decisions else None)
    if as_json:
        show_json(found.model_dump(mode="json"))
    else:
        _tell(f"{source}: {found.rows:,} rows", found)
    return found.same


def _results(store: ListStore, source: Path, *, as_json: bool) -> bool:
    same = True
    for found in _replayed(store, source):
        same = same and found.same
        if as_json:
            show_json(found.model_dump(mode="json"))
            continue
        _tell(found.recorded.subject.name, found)
        if found.not_replayed:
            click.echo(f"  left out of the comparison: {', '.join(found.not_replayed)}")
        if not found.same and found.replayed:
            for what, result in (("recorded", found.recorded), ("replayed", found.replayed)):
                hits = ", ".join(f"{hit.party.party_id} {hit.score:.4f}" for hit in result.hits) or "none"
                click.echo(_printable(f"  {what}: {result.outcome}; hits: {hits}"))
    return same


def _replayed(store: ListStore, source: Path) -> Iterator[ResultReplay]:
    """Yield the results of a file given again; the lists are read once for those of one provenance."""
    from ..batch.results import read_hits
    from ..screening import Replayer

    replayer: Replayer | None = None
    for row in read_hits(source).rows:
        if row.result is None:
            continue  # a row that was not screened has no answer to give again
        if replayer is None or replayer.recorded != row.result.provenance:
            replayer = Replayer(store, row.result.provenance)
        yield replayer.replay(row.result)


def _tell(what: str, found: ResultReplay | BatchReplay) -> None:
    known = f" as known on revision {found.known_on}" if found.known_on else ""
    click.echo(_printable(f"{what}: {'the same in every byte' if found.same else 'not the same'}{known}"))
    for cause in found.causes:
        click.echo(_printable(f"  {cause}"))
    for difference in found.differences[:_SHOWN]:
        click.echo(_printable(f"  {_difference(difference)}"))
    if len(found.differences) > _SHOWN:
        click.echo(f"  and {len(found.differences) - _SHOWN:,} more; --json has all")


def _difference(difference: ReplayDifference) -> str:
    then, now = (_short(text) for text in (difference.recorded, difference.replayed))
    return f"{difference.where}: was {then}, is {now}"


def _short(text: str | None) -> str:
    if text is None:
        return "not there"
    return text if len(text) <= 100 else f"{text[:100]}…"


def _printable(text: str) -> str:
    from ..printable import printable

    return printable(text)
