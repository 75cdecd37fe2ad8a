"""A reference that comes back for somebody else: told as a listing of its own, not as a relisting.

Reach for :func:`stands_for_another`. Publishers seldom give a number twice; a file of another list, or of
another day's form, put in by mistake makes it seem so. Where no name, birth date and programme is one that
the reference ever had, nothing says that the party came back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..model import Party
from ..names.keys import name_key
from ._timeline import Turn
from .evidence import PartyEvidence

__all__ = ["stands_for_another"]


def stands_for_another(
    known: PartyEvidence, days: Sequence[date], turns: Sequence[Turn], number: int
) -> bool:
    """Return whether the listing that is turn *number* of a party shares nothing with those before it."""
    if not number:
        return False
    since = turns[number].effective_by
    until = turns[number + 1].effective_by if number + 1 < len(turns) else date.max
    before = [
        *(segment.content.party() for segment in known.segments if days[segment.first] < since),
        *(n.party for n in known.notices if n.on < since and n.party is not None),
    ]
    after = [  # all of them: a file of names alone has not the aliases that its notice has
        *(segment.content.party() for segment in known.segments if since <= days[segment.first] <= until),
        *(n.party for n in known.notices if since <= n.on <= until and n.party is not None),
    ]
    alike = any(_alike(one, other) for one in before for other in after)
    return bool(before) and bool(after) and not alike


def _alike(one: Party, other: Party) -> bool:
    """Return whether two records share a name, a birth date or a programme."""
    keys = {name_key(name.text) for name in one.names} - {""}
    return bool(
        keys & {name_key(name.text) for name in other.names}
        or set(one.birth_dates) & set(other.birth_dates)
        or set(one.programmes) & set(other.programmes)
    )
