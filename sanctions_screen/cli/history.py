"""``history``: what happened to a party's listing, when, and how that is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import fail
from .options import DAY, as_json, database, list_choice
from .output import note, show, show_json
from .stores import EMBEDDED_NOTE, opened, screener

if TYPE_CHECKING:
    from ..model import ListingHistory
    from ..store import ListStore

__all__ = ["history"]


@click.command(short_help="Show when a party was listed, amended and delisted.")
@click.argument("party", metavar="PARTY_ID_OR_NAME")
@database
@list_choice
@click.option("--as-of", type=DAY, metavar="DAY", help="Tell the history as it could be told on that day.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="Most parties to show for a name.",
)
@click.option(
    "--svg",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    metavar="FILE",
    help="Also write the timelines to FILE as one picture that any browser shows.",
)
@as_json
def history(
    *,
    party: str,
    db: Path | None,
    list_ids: tuple[str, ...],
    as_of: date | None,
    limit: int,
    svg: Path | None,
    as_json: bool,
) -> None:
    """Show the listing history of a party, with the evidence for each event.

    The party is given by its id, such as us-ofac-sdn:16102, or by a name: then every party is shown that a
    screening of the name hits. Exit code: 0, or 2 when there is no such party.
    """
    with opened(db) as store:
        known = {info.list_id for info in store.lists()}
        by_id = party.partition(":")[0] in known and ":" in party
        found = [_by_id(store, party, as_of)] if by_id else _by_name(store, party, list_ids, as_of, limit)
        if not found:
            fail(f"no party is found for {party!r}; screen the name to see how it compares")
        until = as_of or max(store.newest_day(list_id) for list_id in known)
        for name, each in found:
            _show(name, each, until, as_json=as_json)
    if svg is not None:
        _write_picture(svg, found, until)
    if db is None:
        note(EMBEDDED_NOTE)


def _by_id(store: ListStore, party_id: str, as_of: date | None) -> tuple[str, ListingHistory]:
    found = store.history(party_id)
    name = store.party(party_id).primary_name.text
    return name, found.up_to(as_of) if as_of else found


def _by_name(
    store: ListStore, name: str, list_ids: tuple[str, ...], as_of: date | None, limit: int
) -> list[tuple[str, ListingHistory]]:
    chosen = screener(
        store,
        list_ids=list_ids,
        as_of=as_of,
        threshold=None,
        no_delisted=False,
        no_weak_aliases=False,
        max_hits=limit,
    )
    result = chosen.screen(name)
    if result.hits_left_out:
        note(f"{result.hits_left_out:,} more parties match; raise --limit to see them")
    return [(hit.party.primary_name.text, hit.history) for hit in result.hits]


def _write_picture(file: Path, found: list[tuple[str, ListingHistory]], until: date) -> None:
    from ..report import timeline_svg

    labels: dict[str, str] = {each.party_id: name for name, each in found}
    file.write_text(timeline_svg([each for _, each in found], until, labels), encoding="utf-8")
    note(f"the timelines are in {file}")


def _show(name: str, found: ListingHistory, until: date, *, as_json: bool) -> None:
    if as_json:
        show_json({"name": name, "events": []} | found.to_json_dict())
        return
    from rich.text import Text

    from ..report import history_view, printable, timeline_text

    head = Text().append(printable(name), style="bold").append(f"  {printable(found.party_id)}", style="cyan")
    lanes = Text("\n".join(timeline_text(found, until)), style="dim", no_wrap=True, overflow="ellipsis")
    show(head, lanes, history_view(found), Text())
