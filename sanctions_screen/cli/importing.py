"""``lists import`` and ``import-changes``: publishers' files into a store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .app import fail
from .options import DAY, as_json, database
from .output import note, show, show_json
from .stores import opened

if TYPE_CHECKING:
    from ..model import ListVersion, VersionDoubt
    from ..sources import ParsedList
    from ..store import ListStore

__all__ = ["import_changes", "import_lists"]

_UNREAD_SHOWN = 10
_WHICH = "give --published-on DAY, or --archived-by DAY where the copy may be older"


@click.command("import", short_help="Import a list file as a new version.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@database
@click.option("--list", "list_id", metavar="ID", help="The list's id. Default: told from the content.")
@click.option(
    "--published-on",
    type=DAY,
    metavar="DAY",
    help="The day the file was published. Default: as the file says; required where it does not.",
)
@click.option(
    "--archived-by",
    type=DAY,
    metavar="DAY",
    help="Instead, of a copy whose day nobody tells: the last day it can be of. What it shows bounds no "
    "window from below.",
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
    archived_by: date | None,
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
    if published_on and archived_by:
        fail("give --published-on DAY, or --archived-by DAY where it may be older, not both")
    days = (published_on, archived_by)
    with opened(db, create=True) as store:
        for file in files:
            for version in _import(
                store, file, list_id, days, strict=strict, incomplete=incomplete, notes=notes
            ):
                _show_import(version, db, as_json=as_json)
                _tell_doubts(version, store.versions(version.list_id), store.doubts(version.list_id))


def _import(
    store: ListStore,
    file: Path,
    list_id: str | None,
    days: tuple[date | None, date | None],
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
    published_on, archived_by = days
    if not any(days) and not tells_its_day(file):
        fail(f"{file}: files of this format do not tell the day they were published; {_WHICH}")
    parsed = read_list(file, list_id=list_id)
    _tell_unread(parsed, notes)
    if strict and parsed.unread:
        fail(f"{file}: {len(parsed.unread):,} passages were not understood, and --strict refuses the file")
    if not any(days) and parsed.published_on is None:
        fail(f"{file}: the file does not tell the day it was published; {_WHICH}")
    if published_on is None and parsed.published_on is not None and _to_come(parsed.published_on):
        fail(
            f"{file}: says that it is of {parsed.published_on}, a day that has not come; it would hide every "
            "version after it. Give the day it was published: --published-on DAY"
        )
    if not incomplete:
        _refuse_incomplete(store, file, parsed)
    _tell_what_the_file_says(file, parsed, published_on)
    return (store.import_parsed(parsed, published_on, archived_by=archived_by),)


def _tell_what_the_file_says(file: Path, parsed: ParsedList, published_on: date | None) -> None:
    """Say where what was asked for is not what the file says of itself: its day, or whose list it is."""
    from ..refresh.identity import identity_reasons

    told = parsed.published_on
    if published_on and told and published_on != told:
        note(f"{file}: says that it is of {told}, and is put under {published_on}, as asked")
    for reason in identity_reasons(parsed.list_id, parsed.format, parsed.parties):
        note(f"{file}: {reason}; it is put under {parsed.list_id}, as asked. 'lists withdraw' takes it out")


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


def _tell_doubts(
    version: ListVersion, versions: tuple[ListVersion, ...], doubts: tuple[VersionDoubt, ...]
) -> None:
    """Say what looks like a mistake; whoever imports by hand is the human that a guard would wait for."""
    from ..refresh import DEFAULT_MAX_LOST_SHARE

    before = [each for each in versions if each.published_on < version.published_on][-1:]
    if before and version.party_count < before[0].party_count * (1 - DEFAULT_MAX_LOST_SHARE):
        note(
            f"{version.list_id} of {version.published_on} holds {version.party_count:,} parties, where that "
            f"of {before[0].published_on} held {before[0].party_count:,}: is the file whole? Whoever is not "
            "in it counts as delisted; 'lists diff' shows them"
        )
    _tell_undone(version, versions, doubts)
    if _to_come(version.published_on):
        note(
            f"{version.published_on} lies in the future; until then answers for this list need --as-of. "
            "'lists withdraw' takes it out, 'lists correct-day' puts it under its right day"
        )


def _tell_undone(
    version: ListVersion, versions: tuple[ListVersion, ...], doubts: Iterable[VersionDoubt]
) -> None:
    """Say which of the version and those beside it look wrong by it; others were told of before."""
    at = versions.index(version) if version in versions else 0
    beside = {each.sequence for each in versions[max(at - 1, 0) : at + 2]}
    for doubt in doubts:
        if doubt.sequence not in beside:
            continue
        note(
            f"{doubt.list_id} of {doubt.published_on} looks wrong: of {doubt.changed:,} parties that came or "
            f"left with it, {doubt.undone:,} are as before in the next version. 'lists withdraw' takes it "
            "out, 'lists correct-day' puts it under its right day"
        )


def _show_import(version: ListVersion, db: Path, *, as_json: bool) -> None:
    if as_json:
        show_json(version.model_dump(mode="json"))
        return
    from ..report import versions_view

    click.echo(f"{db} holds this version of {version.list_id} now:")
    show(versions_view([version]))


@click.command("import-changes", short_help="Import OFAC's yearly change files.")
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
