"""``lists``: what the store holds, and how it got there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import fail
from .options import DAY, as_json, database, known_on
from .output import note, show, show_json
from .stores import opened

if TYPE_CHECKING:
    from ..model import KnownOn

__all__ = ["lists"]


@click.group(short_help="Show, import, compare, verify and export lists.")
def lists() -> None:
    """Look at lists and their versions, import new ones, compare and verify them."""


@lists.command("list")
@database
@as_json
def list_lists(*, db: Path | None, as_json: bool) -> None:
    """Show the lists in the store."""
    with opened(db) as store:
        infos = store.lists()
    if as_json:
        for info in infos:
            show_json(info.model_dump(mode="json"))
        return
    from ..report import lists_view

    if infos:
        show(lists_view(infos))
    else:
        click.echo("the store holds no list yet; import one with 'sanctions-screen lists import'")


@lists.command(short_help="Show the versions of a list.")
@click.argument("list_id", metavar="LIST")
@database
@known_on
@as_json
def versions(*, list_id: str, db: Path | None, known_on: KnownOn | None, as_json: bool) -> None:
    """Show the versions of LIST, oldest first, and what each was read without.

    Those that were withdrawn are left out: 'lists revisions' tells of them. OFAC publishes aliases and
    addresses in files of their own; a version read without them holds none of these, and screening against it
    says so.
    """
    with opened(db) as store:
        found = store.versions(list_id, known_on=known_on)
    if as_json:
        from ..sources import read_without

        for version in found:
            missing = read_without(version.format, [file.name for file in version.files])
            show_json(version.model_dump(mode="json") | {"read_without": list(missing)})
        return
    from ..report import versions_view

    show(versions_view(found))


@lists.command(short_help="Show what changed between two days.")
@click.argument("list_id", metavar="LIST")
@click.argument("before", type=DAY, metavar="FROM")
@click.argument("after", type=DAY, metavar="TO")
@database
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="Most of a kind to show; 0: all.",
)
@known_on
@as_json
def diff(
    *,
    list_id: str,
    before: date,
    after: date,
    db: Path | None,
    limit: int,
    known_on: KnownOn | None,
    as_json: bool,
) -> None:
    """Show who came to LIST and who left it between two days, and what was amended, field by field.

    A day need not be that of a version: then the list is what the version nearest to it and the notices
    tell. Long remarks are shown by the part that differs; JSON has every party and every text in full.
    """
    if before > after:
        fail(f"FROM is {before}, after TO, which is {after}: give the earlier day first")
    with opened(db) as store:
        revision = store.revision(known_on)
        newest = store.newest_day(list_id, known_on=revision)
        found = store.diff(list_id, before, after, known_on=revision)
    if after > newest:
        note(f"nothing is known of {list_id} after {newest}: this is what had changed by then")
    if as_json:
        show_json({"added": [], "removed": [], "amended": []} | found.to_json_dict())
        return
    from ..report import diff_view

    show(diff_view(found, limit or None))


@lists.command(short_help="Recompute every digest and the chain.")
@database
@click.option("--seal", metavar="DIGEST", help="Compare the store with what 'lists seal' printed of it.")
@as_json
def verify(*, db: Path | None, seal: str | None, as_json: bool) -> None:
    """Recompute every digest and the chain of versions. Exit code: 0 all is right, 2 something is not.

    A store cannot say of itself that a whole list, or its last version, was taken out: --seal notices that.
    """
    with opened(db) as store:
        store.verify()
        if seal is not None and store.seal() != seal.strip().casefold():
            fail(
                "the store is sound in itself and not the one that was sealed: lists, versions, notices or "
                "tables were added, taken out or replaced since"
            )
        infos = store.lists()
    if as_json:
        show_json({"verified": True, "lists": [info.list_id for info in infos]})
    else:
        versions_count = sum(info.version_count for info in infos)
        click.echo(
            f"verified: {len(infos)} lists, {versions_count} versions; every digest and chain is right"
        )


@lists.command(short_help="Print a digest of the whole store, to be kept elsewhere.")
@database
@as_json
def seal(*, db: Path | None, as_json: bool) -> None:
    """Print one digest of all that the store holds. Keep it elsewhere; 'lists verify --seal' compares.

    The store is verified first. Each import gives another digest: seal the store anew after it.
    """
    with opened(db) as store:
        store.verify()
        digest = store.seal()
    if as_json:
        show_json({"seal": digest})
    else:
        click.echo(digest)


@lists.command(short_help="Bring a store of an older version to this one's schema.")
@database
@as_json
def migrate(*, db: Path | None, as_json: bool) -> None:
    """Bring a store that an older version wrote to this version's schema, in one transaction.

    What it holds stays as it is: every digest and chain is verified afterwards. Where this version reads more
    out of OFAC's change files than the one that imported them, what they tell is told anew, as a later
    revision: what was known before stays known on the revisions before.
    """
    if db is None:
        fail("the lists that ship with the package need no migration; name your own store with --db FILE")
    if not db.exists():
        fail(f"there is no store {db}")
    with opened(db, create=True) as store:
        migrated, told_anew = store.migrated, store.tie_anew()
        store.verify()
    if as_json:
        show_json({"store": str(db), "migrated": migrated, "tied_anew": list(told_anew)})
    else:
        for list_id in told_anew:
            click.echo(f"{list_id}: what its change files tell is told anew")
        done = "was brought to" if migrated else "has"
        click.echo(f"{db} {done} this version's schema, and every digest and chain is right")


@lists.command(short_help="Write lists as JSON lines.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@database
@click.option("--list", "list_ids", multiple=True, metavar="ID", help="This list only; may be repeated.")
@known_on
@as_json
def export(
    *, folder: Path, db: Path | None, list_ids: tuple[str, ...], known_on: KnownOn | None, as_json: bool
) -> None:
    """Write lists to FOLDER as JSON lines, one folder a list, one file a version.

    With them goes what was known when: imported into an empty store they give every answer that was given on
    a revision up to that of --known-on, and 'replay' gives its bytes.
    """
    with opened(db) as store:
        revision = store.revision(known_on)
        chosen = list_ids or tuple(info.list_id for info in store.lists(known_on=revision))
        written = [path for each in chosen for path in store.export(each, folder, known_on=revision)]
    for path in written:
        if as_json:
            show_json({"file": str(path)})
        else:
            click.echo(str(path))
