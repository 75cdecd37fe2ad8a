"""One bearer's listings over all lists, for people.

Reach for :func:`identity_view`: what happened on which list, in one order of time, and why the parties are
held to be one.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from ..model import Identity, ListingEvent, ListingHistory
from .layout import STATUS_STYLE, indented, listing, words
from .standing import member_text
from .text import when

__all__ = ["identity_view"]


def identity_view(identity: Identity, histories: Mapping[str, ListingHistory]) -> RenderableType:
    """Return the view of one bearer; *histories* has each member's."""
    table = listing("when", "what", "on list", "programmes", fixed=("what",))
    for event in _in_order(identity, histories):
        style = STATUS_STYLE.get("listed" if event.kind == "relisted" else event.kind, "")
        table.add_row(
            when(event),
            Text(event.kind, style=style),
            words(event.party_id),
            words(", ".join(event.programmes), "dim"),
        )
    blocks: list[RenderableType] = [Text("One bearer, as far as can be told:", style="bold")]
    for member in identity.members:
        line = words(f"{member_text(member)}  {member.name}  {member.party_id}")
        blocks.append(indented(line if member.certain else line.append("  (inferred)", style="yellow")))
    blocks += [Text(), table, Text(), Text("Held to be one because:", style="dim")]
    blocks += [
        indented(words(f"{link.certainty}: {link.one}, {link.other}: {'; '.join(link.evidence)}", "dim"))
        for link in identity.links
    ]
    return Group(*blocks)


def _in_order(identity: Identity, histories: Mapping[str, ListingHistory]) -> list[ListingEvent]:
    events = [event for party_id in identity.party_ids for event in histories[party_id].events]
    return sorted(events, key=lambda event: (event.effective_by, event.party_id))
