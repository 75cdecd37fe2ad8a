"""``lists fetch``, ``lists status`` and ``lists accept``: keeping a store up to date from the publishers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import CLEAR, ERROR, NOT_SCREENED, fail
from .options import AGE, SHARE, as_json, database
from .output import console, note, show, show_json
from .stores import opened

if TYPE_CHECKING:
    from ..model import ListInfo
    from ..refresh import GuardReport, Ledger, LedgerEntry, RefreshOutcome
    from ..store import ListStore

__all__ = ["accept", "fetch", "status"]


def _own(db: Path | None) -> Path:
    if db is None:
        fail("the lists that ship with the package are not refreshed; name your own store with --db FILE")
    return db


@click.command(short_help="Fetch lists from their publishers.")
@click.argument("list_ids", nargs=-1, metavar="[LIST]...")
@database
@click.option(
    "--url", "urls", multiple=True, metavar="LIST=URL", help="Fetch a list from a mirror; may be repeated."
)
@click.option(
    "--max-lost",
    type=SHARE,
    default=0.05,
    show_default=True,
    help="Largest share of its parties a new version may lose and still be used unasked.",
)
@click.option("--no-progress", is_flag=True, help="No progress bar.")
@as_json
@click.pass_context
def fetch(
    ctx: click.Context,
    *,
    list_ids: tuple[str, ...],
    db: Path | None,
    urls: tuple[str, ...],
    max_lost: float,
    no_progress: bool,
    as_json: bool,
) -> None:
    """Fetch each LIST from its publisher and import what is new. Default: the lists in the store.

    A version that is empty, lost too many parties, names, dates or numbers, or a whole programme, was not
    understood, is another list, or is older than the one in use is kept aside and not used until 'lists
    accept'. A list without an address is told, and the others are fetched. Whatever fails, the version in
    use stays. Needs the extra 'fetch'. A mirror can also be set by SANCTIONS_SCREEN_URL_<LIST>, as in
    SANCTIONS_SCREEN_URL_UN_SC.

    Exit codes: 0 every list is up to date, 2 at least one failed, 3 none failed but one is held back.
    """
    from ..refresh import Ledger

    path = _own(db)
    mirrors = dict(_mirror(text) for text in urls)
    outcomes: list[RefreshOutcome] = []
    with opened(path, create=True) as store:
        for list_id in list_ids or tuple(info.list_id for info in store.lists()):
            with _progress(list_id, shown=not no_progress and not as_json) as progress:
                outcomes.append(_refreshed(store, list_id, Ledger(path), mirrors, max_lost, progress))
    if not outcomes:
        fail("the store holds no list yet; name the lists to fetch, as in: lists fetch us-ofac-sdn un-sc")
    _show(outcomes, as_json=as_json)
    ctx.exit(_exit_code(outcomes))


def _refreshed(
    store: ListStore,
    list_id: str,
    ledger: Ledger,
    mirrors: dict[str, str],
    max_lost: float,
    progress: Callable[[str, int, int | None], None] | None,
) -> RefreshOutcome:
    """Refresh one list; one without an address is told as failed, and the others are fetched all the same."""
    from ..errors import UnknownListError
    from ..refresh import RefreshOutcome, refresh

    try:
        return refresh(store, list_id, ledger, urls=mirrors, max_lost_share=max_lost, progress=progress)
    except UnknownListError as error:
        return RefreshOutcome(list_id=list_id, status="failed", error=str(error))


def _mirror(text: str) -> tuple[str, str]:
    list_id, equals, url = text.partition("=")
    if not (list_id and equals and url):
        raise click.BadParameter(f"{text!r}: write LIST=URL", param_hint="--url")
    return list_id, url


def _show(outcomes: list[RefreshOutcome], *, as_json: bool) -> None:
    if as_json:
        for outcome in outcomes:
            show_json(outcome.to_json_dict())
        return
    from ..report import outcomes_view

    show(outcomes_view(outcomes))


def _exit_code(outcomes: list[RefreshOutcome]) -> int:
    statuses = {outcome.status for outcome in outcomes}
    if "failed" in statuses:
        return ERROR
    return NOT_SCREENED if "held" in statuses else CLEAR


@contextmanager
def _progress(list_id: str, *, shown: bool) -> Iterator[Callable[[str, int, int | None], None] | None]:
    """Show how much of a file has come, where a person is watching."""
    out = console(stderr=True)
    if not (shown and out.is_terminal):
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task(list_id, total=None)

        def report(name: str, size: int, total: int | None) -> None:
            bar.update(task, description=f"{list_id} {name}", completed=size, total=total)

        yield report


@click.command(short_help="Show how fresh each list is and what is held back.")
@database
@click.option(
    "--max-age",
    type=AGE,
    metavar="AGE",
    help="End with exit code 3 when a list was not seen up to date for longer than this: 36h, 3d, 2w.",
)
@as_json
@click.pass_context
def status(ctx: click.Context, *, db: Path | None, max_age: timedelta | None, as_json: bool) -> None:
    """Show for each list its newest version's age, the last success, and what is held back.

    A list was last seen up to date when a fetch last succeeded, or on the day of its newest version. Exit
    codes with --max-age: 0 all lists were within it, 3 at least one was not.
    """
    from ..refresh import Ledger

    path = _own(db)
    ledger = Ledger(path)
    with opened(path) as store:
        infos = {info.list_id: info for info in store.lists()}
    ids = sorted({*infos, *ledger.lists()})
    rows = [(infos.get(list_id), ledger.entry(list_id), ledger.held(list_id)) for list_id in ids]
    if as_json:
        for info, entry, held in rows:
            newest = info.last_published_on.isoformat() if info and info.last_published_on else None
            show_json({**entry.to_json_dict(), "newest": newest, "held": _held_json(held)})
    else:
        from ..report import refresh_status_view

        show(refresh_status_view(rows, datetime.now(UTC)))
    stale = [entry.list_id for info, entry, _ in rows if max_age and _age(info, entry) > max_age]
    if stale:
        note(f"not seen up to date within {_in_words(max_age)}: {', '.join(stale)}")
    ctx.exit(NOT_SCREENED if stale else CLEAR)


def _in_words(age: timedelta | None) -> str:
    hours = int((age or timedelta()).total_seconds()) // 3600
    return f"{hours // 24} days" if hours % 24 == 0 else f"{hours} hours"


def _age(info: ListInfo | None, entry: LedgerEntry) -> timedelta:
    """Return how long ago a list was seen up to date."""
    newest = info.last_published_on if info else None
    seen = [datetime(newest.year, newest.month, newest.day, tzinfo=UTC)] if newest else []
    seen += [entry.last_success] if entry.last_success else []
    return datetime.now(UTC) - max(seen) if seen else timedelta.max


def _held_json(held: GuardReport | None) -> dict[str, object] | None:
    return held.to_json_dict() if held else None


@click.command(short_help="Use the version of a list that is held back.")
@click.argument("list_id", metavar="LIST")
@database
@as_json
def accept(*, list_id: str, db: Path | None, as_json: bool) -> None:
    """Use the version of LIST that was held back: a human has looked at it and found it right."""
    from ..refresh import Ledger
    from ..refresh import accept as accept_held

    path = _own(db)
    with opened(path, create=True) as store:
        outcome = accept_held(store, list_id, Ledger(path))
    _show([outcome], as_json=as_json)
