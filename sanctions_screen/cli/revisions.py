"""``lists revisions``, ``withdraw`` and ``correct-day``: what was known when, and what was wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from .app import fail
from .options import DAY, as_json, database
from .output import show, show_json
from .stores import opened

__all__ = ["correct_day", "revisions", "withdraw"]

_reason = click.option("--reason", required=True, metavar="TEXT", help="Why; it is kept for ever.")


@click.command(short_help="Show what changed what the store knows, and when.")
@click.argument("list_id", required=False, metavar="[LIST]")
@database
@as_json
def revisions(*, list_id: str | None, db: Path | None, as_json: bool) -> None:
    """Show every revision of the store, or those of LIST: what came, or was taken out, and when.

    An answer given by the knowledge of a revision can be had for ever with --known-on and its number.
    """
    with opened(db) as store:
        found = store.revisions(list_id)
    if as_json:
        for revision in found:
            show_json(revision.model_dump(mode="json"))
        return
    from ..report import revisions_view

    show(revisions_view(found))


@click.command(short_help="Take a version out that should not have been imported.")
@click.argument("list_id", metavar="LIST")
@click.argument("day", type=DAY, metavar="DAY")
@database
@_reason
@as_json
def withdraw(*, list_id: str, day: date, db: Path | None, reason: str, as_json: bool) -> None:
    """Take the version of LIST that holds for DAY out, as a later revision.

    Nothing is lost: answers given from it can be had with --known-on, and where several versions were
    imported for the day the one before holds again.
    """
    with opened(_own(db), create=True) as store:
        done = store.withdraw(list_id, day, reason=reason)
    if as_json:
        show_json(done.model_dump(mode="json"))
    else:
        click.echo(f"revision {done.number}: the version of {list_id} of {day} has no say from here on")


@click.command("correct-day", short_help="Put a version that was imported under a wrong day right.")
@click.argument("list_id", metavar="LIST")
@click.argument("day", type=DAY, metavar="DAY")
@click.option("--published-on", type=DAY, metavar="DAY", help="The day it was published.")
@click.option("--archived-by", type=DAY, metavar="DAY", help="The last day it can be of: it may be older.")
@database
@_reason
@as_json
def correct_day(
    *,
    list_id: str,
    day: date,
    published_on: date | None,
    archived_by: date | None,
    db: Path | None,
    reason: str,
    as_json: bool,
) -> None:
    """Put the version of LIST that holds for DAY under the day it is of, as a later revision.

    Answers given before can be had with --known-on.
    """
    right = published_on or archived_by
    if right is None or (published_on and archived_by):
        fail("say which day it is of: --published-on DAY, or --archived-by DAY where it may be older")
    with opened(_own(db), create=True) as store:
        corrected = store.correct_day(
            list_id, day, right, reason=reason, precision="no-later-than" if archived_by else "stated"
        )
    if as_json:
        show_json(corrected.model_dump(mode="json"))
        return
    from ..report import versions_view

    click.echo(f"the version of {list_id} of {day} is this one now:")
    show(versions_view([corrected]))


def _own(db: Path | None) -> Path:
    if db is None:
        fail("the lists that ship with the package cannot be changed; name your own store with --db FILE")
    if not db.exists():
        fail(f"there is no store {db}")
    return db
