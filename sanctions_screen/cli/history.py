"""``history``: what happened to a party's listing, when, and how that is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import fail
from .options import DAY, WORDS, as_json, database, known_on, list_choice, svg_file
from .output import note, show, show_json, write_picture
from .stores import EMBEDDED_NOTE, opened, screener

if TYPE_CHECKING:
    from ..model import Identity, KnownOn, ListingEvent, ListingHistory
    from ..store import ListStore

__all__ = ["history"]

_SHOWN = 80
"""Letters of what was asked for that an error repeats."""


@click.command(short_help="Show when a party was listed, amended and delisted.")
@click.argument("party", metavar="PARTY_ID_OR_NAME", type=WORDS)
@database
@list_choice
@click.option("--as-of", type=DAY, metavar="DAY", help="Tell the history as it could be told on that day.")
@known_on
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="Most parties to show for a name.",
)
@svg_file("Also write the timelines to FILE as one picture that any browser shows.")
@as_json
def history(
    *,
    party: str,
    db: Path | None,
    list_ids: tuple[str, ...],
    as_of: date | None,
    known_on: KnownOn | None,
    limit: int,
    svg: Path | None,
    as_json: bool,
) -> None:
    """Show the listing history of a party, with the evidence for each event.

    The party is given by its id, such as us-ofac-sdn:16102, or by a name: then every party is shown that a
    screening of the name hits, and each bearer's listings over all lists stand first in one timeline. Exit
    code: 0, or 2 when there is no such party.
    """
    with opened(db) as store:
        revision = store.revision(known_on)
        known = {info.list_id for info in store.lists(known_on=revision)}
        list_id, colon, _ = party.partition(":")
        bearers: tuple[Identity, ...] = ()
        if colon and list_id in known:
            found = [_by_id(store, party, list_ids, revision)]
        else:
            found, bearers = _by_name(store, party, list_ids, as_of, revision, limit)
        if not found:
            fail(_not_found(party, known, as_of))
        newest = {each: store.newest_day(each, known_on=revision) for each in _lists_of(found)}
        versions = {each: _version_days(store, each, revision) for each in newest}
        selections = [
            i.list_id for i in store.lists(known_on=revision) if i.selection and i.list_id in newest
        ]
        names = {each.party_id: name for name, each in found} | _linked_names(store, found, revision)
    until = min(as_of or date.max, max(newest.values()))
    if as_of is not None:
        _tell_limits(as_of, found, newest)
        found = [(name, each.up_to(as_of)) for name, each in found]
    since = min((e.effective_by for _, h in found for e in _all_events(h)), default=until)
    if svg is not None:  # first, so that a reader who leaves early (``| head``) does not keep it from being
        from ..report import timeline_svg

        histories = [each for _, each in found]
        write_picture(svg, timeline_svg(histories, until, names, newest, versions, selections))
    if not as_json:
        _show_bearers(bearers, {each.party_id: each for _, each in found})
    for name, each in found:
        _show(name, each, (since, until), newest, bearers, as_json=as_json)
    if db is None:
        note(EMBEDDED_NOTE)


def _by_id(
    store: ListStore, party_id: str, list_ids: tuple[str, ...], known_on: int | None
) -> tuple[str, ListingHistory]:
    list_id = party_id.partition(":")[0]
    if list_ids and list_id not in list_ids:
        fail(f"{party_id} is of the list {list_id}, which --list leaves out")
    party = store.party(party_id, known_on=known_on)
    return party.primary_name.text, store.history(party_id, known_on=known_on)


def _not_found(party: str, known: set[str], as_of: date | None) -> str:
    asked = party if len(party) <= _SHOWN else f"{party[:_SHOWN]}…"
    list_id, colon, reference = party.partition(":")
    if colon and reference and " " not in list_id:
        return f"no party {asked!r}: there is no list {list_id[:_SHOWN]!r}, only {', '.join(sorted(known))}"
    of = f" as of {as_of}" if as_of else ""
    return f"no party is found for {asked!r}{of}; screen the name to see how it compares"


def _tell_limits(as_of: date, found: list[tuple[str, ListingHistory]], newest: dict[str, date]) -> None:
    """Say of a day beyond what the store tells of that it is."""
    for list_id, day in newest.items():
        if as_of > day:
            note(f"nothing is known of {list_id} after {day}")
    for _, each in found:
        first = each.events[0] if each.events else None
        if first is not None and not first.may_have_happened_by(as_of):
            note(
                f"nothing is known of a listing of {each.party_id} by {as_of}; "
                f"the first is of {first.effective_by}"
            )
        elif each.status(as_of) == "unsettled":
            note(f"{each.party_id} on {as_of}: unsettled, for a window below holds the day")


def _by_name(
    store: ListStore,
    name: str,
    list_ids: tuple[str, ...],
    as_of: date | None,
    known_on: int | None,
    limit: int,
) -> tuple[list[tuple[str, ListingHistory]], tuple[Identity, ...]]:
    """Return the histories of all that the name hits, and of whoever is held to be one bearer with them."""
    chosen = screener(
        store,
        list_ids=list_ids,
        as_of=as_of,
        known_on=known_on,
        threshold=None,
        no_delisted=False,
        no_weak_aliases=False,
        leave_out_later_lists=False,
        max_hits=limit,
    )
    result = chosen.screen(name)
    if result.outcome == "unscreenable":
        fail(f"no party can be looked for by that name: {result.reason}")
    if result.hits_left_out:
        note(f"{result.hits_left_out:,} more parties match; raise --limit to see them")
    found = [(hit.party.primary_name.text, hit.history) for hit in result.hits]
    others = (member for identity in result.identities for member in identity.members)
    found += [(member.name, member.history) for member in others if member.history is not None]
    return found, result.identities


def _lists_of(found: list[tuple[str, ListingHistory]]) -> list[str]:
    return sorted({each.party_id.partition(":")[0] for _, each in found})


def _all_events(found: ListingHistory) -> Iterator[ListingEvent]:
    yield from found.events
    for link in found.linked:
        yield from link.events


def _linked_names(
    store: ListStore, found: list[tuple[str, ListingHistory]], known_on: int | None
) -> dict[str, str]:
    linked = sorted({link.party_id for _, each in found for link in each.linked})
    return {each: store.party(each, known_on=known_on).primary_name.text for each in linked}


def _version_days(store: ListStore, list_id: str, known_on: int | None) -> list[date]:
    return [version.published_on for version in store.versions(list_id, known_on=known_on)]


def _show_bearers(bearers: tuple[Identity, ...], histories: dict[str, ListingHistory]) -> None:
    """Show each bearer's listings over all lists in one timeline."""
    from rich.text import Text

    from ..report import identity_view

    for identity in bearers:
        show(identity_view(identity, histories), Text())


def _show(
    name: str,
    found: ListingHistory,
    span: tuple[date, date],
    newest: dict[str, date],
    bearers: tuple[Identity, ...],
    *,
    as_json: bool,
) -> None:
    """Show one history; those of one name are drawn on one scale of time."""
    if as_json:
        others = [each.party_ids for each in bearers if found.party_id in each.party_ids]
        together = [each for ids in others for each in ids if each != found.party_id]
        bearer = {"one_bearer_with": together} if together else {}
        show_json({"name": name, "events": []} | found.to_json_dict() | bearer)
        return
    from rich.text import Text

    from ..report import history_view, printable, timeline_view

    since, until = span
    head = Text().append(printable(name), style="bold").append(f"  {printable(found.party_id)}", style="cyan")
    show(head, timeline_view(found, until, date(since.year, 1, 1), newest), history_view(found), Text())
