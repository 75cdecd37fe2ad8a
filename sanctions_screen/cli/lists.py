"""``lists``: what the store holds, and how it got there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import fail
from .options import DAY, as_json, database, known_on
from .output import note, show, show_json
from .stores import opened

if TYPE_CHECKING:
    from ..model import KnownOn, ListVersion
    from ..sources import ParsedList
    from ..store import ListStore

__all__ = ["lists"]

_UNREAD_SHOWN = 10


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


@lists.command("import", short_help="Import a list file as a new version.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@database
@click.option("--list", "list_id", metavar="ID", help="The list's id. Default: told from the content.")
@click.option(
    "--published-on",
    type=DAY,
    metavar="DAY",
    help="The day the file was published. Default: as the file says; required where it does not.",
)
@click.option("--strict", is_flag=True, help="Refuse a file with anything in it that is not understood.")
@click.option(
    "--incomplete",
    is_flag=True,
    help="Import also what was read without files that the version before had: its aliases are lost.",
)
@click.option(
    "--notes",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write every passage that was not understood to this file, one a line.",
)
@as_json
def import_lists(
    *,
    files: tuple[Path, ...],
    db: Path | None,
    list_id: str | None,
    published_on: date | None,
    strict: bool,
    incomplete: bool,
    notes: Path | None,
    as_json: bool,
) -> None:
    """Import FILE, a publisher's own list file, as a new version. Its format is told from its content.

    A folder that 'lists export' wrote is imported whole. The store is created when it is missing. Files
    that belong together (OFAC's SDN.CSV, ALT.CSV, ADD.CSV) are found beside the first. Each import is all
    or nothing. What was not understood, and a file that should stand beside this one and does not, is told
    on standard error: the first ten passages, and all of them in the file that --notes names.
    """
    if db is None:
        fail("the lists that ship with the package cannot be added to; name your own store with --db FILE")
    with opened(db, create=True) as store:
        for file in files:
            for version in _import(
                store, file, list_id, published_on, strict=strict, incomplete=incomplete, notes=notes
            ):
                _show_import(version, db, as_json=as_json)
                _tell_doubts(version, store.versions(version.list_id))


def _import(
    store: ListStore,
    file: Path,
    list_id: str | None,
    published_on: date | None,
    *,
    strict: bool,
    incomplete: bool,
    notes: Path | None,
) -> tuple[ListVersion, ...]:
    from ..sources import read_list, tells_its_day

    if not file.exists():
        fail(f"there is no file {file}")
    if file.is_dir():
        return tuple(store.versions(each)[-1] for each in store.import_folder(file))
    if published_on is None and not tells_its_day(file):
        fail(f"{file}: files of this format do not tell the day they were published; give --published-on DAY")
    parsed = read_list(file, list_id=list_id)
    _tell_unread(parsed, notes)
    if strict and parsed.unread:
        fail(f"{file}: {len(parsed.unread):,} passages were not understood, and --strict refuses the file")
    if published_on is None and parsed.published_on is None:
        fail(f"{file}: the file does not tell the day it was published; give --published-on DAY")
    if published_on is None and parsed.published_on is not None and _to_come(parsed.published_on):
        fail(
            f"{file}: says that it is of {parsed.published_on}, a day that has not come; it would hide every "
            "version after it. Give the day it was published: --published-on DAY"
        )
    if not incomplete:
        _refuse_incomplete(store, file, parsed)
    return (store.import_parsed(parsed, published_on),)


def _to_come(day: date) -> bool:
    return day > datetime.now(UTC).date() + timedelta(days=1)


def _refuse_incomplete(store: ListStore, file: Path, parsed: ParsedList) -> None:
    """End the run where the version would lose the aliases or addresses that the one before it has."""
    from ..sources import newly_without

    held = store.versions(parsed.list_id)[-1:] if parsed.list_id in {i.list_id for i in store.lists()} else ()
    before = [(version.format, [each.name for each in version.files]) for version in held]
    now = (parsed.format, [each.name for each in parsed.files])
    if lost := newly_without(now, before[0] if before else None):
        fail(
            f"{file}: its publisher's files of {' and '.join(lost)} do not stand beside it, and the newest "
            f"version of {parsed.list_id} has them: put them there, or give --incomplete"
        )


def _tell_unread(parsed: ParsedList, notes: Path | None) -> None:
    """Say what the reader did not understand: missing files, some passages, how many more there are."""
    if notes is not None:
        with notes.open("a", encoding="utf-8") as out:
            out.writelines(f"{' '.join(str(passage).split())}\n" for passage in parsed.unread)
    files_first = sorted(parsed.unread, key=lambda passage: passage.line is not None)
    for passage in files_first[:_UNREAD_SHOWN]:
        note(str(passage))
    if len(parsed.unread) > _UNREAD_SHOWN:
        where = f"; all are in {notes}" if notes else "; --notes FILE writes all of them"
        note(f"and {len(parsed.unread) - _UNREAD_SHOWN:,} more passages that were not understood{where}")


def _tell_doubts(version: ListVersion, versions: tuple[ListVersion, ...]) -> None:
    """Say what looks like a mistake; whoever imports by hand is the human that a guard would wait for."""
    from ..refresh import DEFAULT_MAX_LOST_SHARE

    before = [each for each in versions if each.published_on < version.published_on][-1:]
    if before and version.party_count < before[0].party_count * (1 - DEFAULT_MAX_LOST_SHARE):
        note(
            f"{version.list_id} of {version.published_on} holds {version.party_count:,} parties, where that "
            f"of {before[0].published_on} held {before[0].party_count:,}: is the file whole? Whoever is not "
            "in it counts as delisted; 'lists diff' shows them"
        )
    if _to_come(version.published_on):
        note(
            f"{version.published_on} lies in the future; until then answers for this list need --as-of. "
            "'lists withdraw' takes it out, 'lists correct-day' puts it under its right day"
        )


def _show_import(version: ListVersion, db: Path, *, as_json: bool) -> None:
    if as_json:
        show_json(version.model_dump(mode="json"))
        return
    from ..report import versions_view

    click.echo(f"{db} holds this version of {version.list_id} now:")
    show(versions_view([version]))


@lists.command("import-changes", short_help="Import OFAC's yearly change files.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@database
@click.option(
    "--list",
    "list_id",
    default="us-ofac-sdn",
    show_default=True,
    metavar="ID",
    help="The list they are about.",
)
@click.option(
    "--until",
    type=DAY,
    metavar="DAY",
    help="The last day the files tell every change of. Default: their newest day.",
)
@as_json
def import_changes(
    *, files: tuple[Path, ...], db: Path | None, list_id: str, until: date | None, as_json: bool
) -> None:
    """Import OFAC's yearly change files (sdnew94.txt and so on), together or one after another.

    Each announcement is tied to the party it is about, and anew whenever a version of the list is imported:
    the order of imports changes no answer, but it is quickest to import the list's own files first. Then any
    day that the files cover can be asked, and events have their exact days.
    """
    if db is None:
        fail("the lists that ship with the package cannot be added to; name your own store with --db FILE")
    for file in files:
        if not file.is_file():
            fail(f"there is no file {file}")
    with opened(db, create=True) as store:
        read = store.import_changes(files, list_id, until=until)
    for each in read:
        if as_json:
            share = round(each.share_read, 4)
            facts = {"changes": len(each.changes), "share_read": share, "unread": len(each.unread)}
            show_json({"file": each.file.name} | facts)
        else:
            unread = f"{each.share_read:.1%} of the text understood, {len(each.unread):,} passages not"
            click.echo(f"{each.file.name}: {len(each.changes):,} changes, {unread}")


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

    What it holds stays as it is: every digest and chain is verified afterwards.
    """
    if db is None:
        fail("the lists that ship with the package need no migration; name your own store with --db FILE")
    if not db.exists():
        fail(f"there is no store {db}")
    with opened(db, create=True) as store:
        store.verify()
    if as_json:
        show_json({"store": str(db), "migrated": True})
    else:
        click.echo(f"{db} has this version's schema, and every digest and chain is right")


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
