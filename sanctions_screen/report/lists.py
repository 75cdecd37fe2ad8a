"""Lists, versions and differences for people.

Reach for this module to show what a store holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..model import AmendedParty, FieldChange, ListInfo, ListVersion, Party, SnapshotDiff
from .layout import indented, listing, words
from .text import day_or_dash, printable, short_digest

__all__ = ["diff_view", "lists_view", "versions_view"]


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
            version.published_on.isoformat(),
            str(version.sequence),
            f"{version.party_count:,}",
            short_digest(version.digest),
            words(version.format),
            words(", ".join(file.name for file in version.files) or "–"),
        )
    return table


def diff_view(
    diff: SnapshotDiff, limit: int | None = 20, days: tuple[date, date] | None = None
) -> RenderableType:
    """Return what changed, at most *limit* parties of each kind; what is left out is counted.

    *days* are those asked for: notices can make a list of one day differ from its last version before it.
    """
    asked = days or (diff.before.published_on, diff.after.published_on)
    ends = [
        f"{day} (version of {version.published_on})"
        for day, version in zip(asked, (diff.before, diff.after), strict=True)
    ]
    head = Text(
        f"{diff.list_id} from {ends[0]} to {ends[1]}:"
        f" {len(diff.added):,} added, {len(diff.removed):,} removed, {len(diff.amended):,} amended",
        style="bold",
    )
    blocks: list[RenderableType] = [head]
    blocks += _parties("added", "green", diff.added, limit)
    blocks += _parties("removed", "red", diff.removed, limit)
    blocks += _amended(diff.amended, limit)
    return Group(*blocks)


def _parties(title: str, style: str, parties: tuple[Party, ...], limit: int | None) -> list[RenderableType]:
    if not parties:
        return []
    table = Table.grid(padding=(0, 2))
    for party in parties[:limit]:
        programmes = words("; ".join(party.programmes), "dim")
        table.add_row(words(party.party_id), words(party.primary_name.text), programmes)
    return [Text(), Text(title, style=style), indented(table, 2), *_more(len(parties), limit)]


def _amended(amended: tuple[AmendedParty, ...], limit: int | None) -> list[RenderableType]:
    if not amended:
        return []
    blocks: list[RenderableType] = [Text(), Text("amended", style="cyan")]
    for party in amended[:limit]:
        head = words(party.party_id).append("  ").append(words(party.after.primary_name.text))
        blocks.append(indented(head, 2))
        blocks += [indented(line, 4) for change in party.changes for line in _change_lines(change)]
    return blocks + _more(len(amended), limit)


def _change_lines(change: FieldChange) -> list[Text]:
    field = change.field.replace("_", " ")
    gone = [Text(f"– {field}: {printable(text)}", style="red") for text in change.removed]
    come = [Text(f"+ {field}: {printable(text)}", style="green") for text in change.added]
    return gone + come or [Text(field)]


def _more(count: int, limit: int | None) -> list[RenderableType]:
    if limit is None or count <= limit:
        return []
    return [indented(Text(f"and {count - limit:,} more; --limit 0 shows all", style="dim"), 2)]
