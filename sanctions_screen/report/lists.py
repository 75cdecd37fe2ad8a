"""Lists, versions and differences for people.

Reach for this module to show what a store holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..model import (
    AmendedParty,
    FieldChange,
    ListInfo,
    ListVersion,
    Party,
    Revision,
    SnapshotDiff,
    UnsettledParty,
)
from ..sources import read_without
from .changes import change_parts
from .layout import indented, listing, words
from .text import day_or_dash, plural, printable, short_digest, window_text

__all__ = ["diff_view", "lists_view", "revisions_view", "versions_view"]


def lists_view(infos: Iterable[ListInfo]) -> Table:
    """Return one row a list: what it is, from when to when, how many parties and versions."""
    table = listing(
        "list", "title", "first", "last", "versions", "parties", "notices",
        right=("versions", "parties", "notices"), fixed=("list", "first", "last"),
    )  # fmt: skip
    for info in infos:
        title = words(info.title)
        if info.selection:
            title.append(" (a selection)", style="yellow")
        table.add_row(
            words(info.list_id),
            title,
            day_or_dash(info.first_published_on),
            day_or_dash(info.last_published_on),
            f"{info.version_count:,}",
            f"{info.party_count:,}",
            f"{info.notice_count:,}",
        )
    return table


def versions_view(versions: Iterable[ListVersion]) -> Table:
    """Return one row a version, oldest first."""
    table = listing(
        "published", "no.", "parties", "digest", "format", "files",
        right=("no.", "parties"), fixed=("published", "digest"),
    )  # fmt: skip
    for version in versions:
        table.add_row(
            f"{'' if version.precision == 'stated' else 'by '}{version.published_on}",
            str(version.sequence),
            f"{version.party_count:,}",
            short_digest(version.digest),
            words(version.format),
            _files(version),
        )
    return table


def revisions_view(revisions: Iterable[Revision]) -> Table:
    """Return one row a revision, oldest first."""
    table = listing(
        "revision", "at", "list", "what", "version", "reason", right=("revision", "version"),
        fixed=("revision", "at", "list", "what"),
    )  # fmt: skip
    for revision in revisions:
        taken = f"-{revision.withdrawn}" if revision.withdrawn else ""
        came = f"+{revision.head_sequence}" if revision.kind in ("version", "correction") else ""
        table.add_row(
            str(revision.number),
            revision.at.isoformat(" ", "seconds").replace("+00:00", "Z"),
            words(revision.list_id),
            revision.kind,
            " ".join(part for part in (taken, came) if part),
            words(revision.reason or ""),
        )
    return table


def _files(version: ListVersion) -> Text:
    names = [file.name for file in version.files]
    missing = read_without(version.format, names)
    text = words(", ".join(names) or "–")
    return text.append(f" (without {' and '.join(missing)})", style="yellow") if missing else text


def diff_view(diff: SnapshotDiff, limit: int | None = 20) -> RenderableType:
    """Return what changed, at most *limit* parties of each kind; what is left out is counted."""
    first = diff.day_before or diff.before.published_on
    last = diff.day_after or diff.after.published_on
    counts = f"{len(diff.added):,} added, {len(diff.removed):,} removed, {len(diff.amended):,} amended"
    if diff.unsettled or diff.undated:
        counts += f", {len(diff.unsettled) + len(diff.undated):,} unsettled"
    blocks: list[RenderableType] = [words(f"{diff.list_id} from {first} to {last}: {counts}", "bold")]
    blocks += [words(line, style) for line, style in _basis(diff, first, last)]
    blocks += _parties("added", "green", diff.added, limit)
    blocks += _parties("removed", "red", diff.removed, limit)
    blocks += _amended("amended", diff.amended, limit)
    blocks += _unsettled(diff.unsettled, limit)
    blocks += _amended("amended, perhaps between other days", diff.undated, limit)
    return Group(*blocks)


def _basis(diff: SnapshotDiff, first: date, last: date) -> Iterator[tuple[str, str]]:
    """Yield what the comparison rests on: versions of other days, files that only one was read from."""
    ends = [(first, diff.before), (last, diff.after)]
    for day, version in ends[: 1 if first == last else 2]:  # one day has one nearest version, told once
        if version.published_on != day:
            told = "what notices and records tell of the days between is counted in"
            yield f"the version nearest to {day} is of {version.published_on}; {told}", "dim"
    files = [(v.format, len(v.files)) for v in (diff.before, diff.after)]
    if files[0] != files[1]:
        read = [", ".join(file.name for file in v.files) or v.format for v in (diff.before, diff.after)]
        told = (
            f"the two versions were read from different files ({read[0]}; {read[1]}): what only one of "
            "them tells, or each in words of its own, is no amendment"
        )
        yield told, "yellow"
    if diff.retold:
        told = "of which the files alone tell otherwise, in form, are not counted as amended (JSON has them)"
        yield f"{plural(len(diff.retold), 'party', 'parties')} {told}", "dim"


def _parties(title: str, style: str, parties: tuple[Party, ...], limit: int | None) -> list[RenderableType]:
    if not parties:
        return []
    table = Table.grid(padding=(0, 2))
    for party in parties[:limit]:
        programmes = words("; ".join(party.programmes), "dim")
        table.add_row(words(party.party_id), words(party.primary_name.text), programmes)
    return [Text(), Text(title, style=style), indented(table, 2), *_more(len(parties), limit)]


def _unsettled(parties: tuple[UnsettledParty, ...], limit: int | None) -> list[RenderableType]:
    """Return the parties of which nobody can say whether they were listed on one of the days."""
    if not parties:
        return []
    table = Table.grid(padding=(0, 2))
    for each in parties[:limit]:
        came = words(f"{each.before} then {each.after}; it happened {window_text(each.window)}", "dim")
        table.add_row(words(each.party_id), came)
    title = Text("unsettled: a window holds one of the days", style="yellow")
    return [Text(), title, indented(table, 2), *_more(len(parties), limit)]


def _amended(title: str, amended: tuple[AmendedParty, ...], limit: int | None) -> list[RenderableType]:
    if not amended:
        return []
    fields = Counter(c.field for party in amended for c in party.changes if not c.of_form)
    counted = ", ".join(f"{_spoken(field)} {count:,}" for field, count in fields.most_common())
    blocks: list[RenderableType] = [Text(), Text(title, style="cyan")]
    if len(amended) > 1 and counted:
        blocks.append(indented(words(f"in so many parties: {counted}", "dim"), 2))
    for party in amended[:limit]:
        head = words(party.party_id).append("  ").append(words(party.after.primary_name.text))
        blocks.append(indented(head, 2))
        lines = [line for change in party.changes for line in _change_lines(change)]
        # Content that differs and fields that do not: values of which only the order is another.
        blocks += [indented(line, 4) for line in lines or [Text("values in another order", style="dim")]]
    return blocks + _more(len(amended), limit)


def _change_lines(change: FieldChange) -> list[Text]:
    field = _spoken(change.field)
    removed, added = change_parts(change)
    if change.of_form:
        return [Text(f"  {field}: told in another form by the two files", style="dim")]
    gone = [Text(f"– {field}: {printable(text)}", style="red") for text in removed]
    come = [Text(f"+ {field}: {printable(text)}", style="green") for text in added]
    return gone + come or [Text(field)]


def _spoken(field: str) -> str:
    return field.replace("_", " ")


def _more(count: int, limit: int | None) -> list[RenderableType]:
    if limit is None or count <= limit:
        return []
    return [indented(Text(f"and {count - limit:,} more; --limit 0 shows all", style="dim"), 2)]
