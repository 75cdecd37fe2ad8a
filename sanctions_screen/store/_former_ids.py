"""Ids that a party had before a version gave it its reference: they stay links to it.

A party that only announcements tell of has an id made from the earliest of them, and loses it when an older
announcement is known, or a version that holds it. Reach for :func:`current_id` when an id leads nowhere.
"""

from __future__ import annotations

import re
from datetime import datetime

from ..model import Notice
from ._content import unpack
from ._database import Database
from ._revisions import ListRow

__all__ = ["current_id"]

_FORMER = re.compile(r"[^:]+:notice-(\d{8})-[0-9a-f]{8}")


def current_id(db: Database, row: ListRow, party_id: str) -> str | None:
    """Return the id of the party that was known by *party_id*; None when no announcement says so."""
    former = _FORMER.fullmatch(party_id)
    if former is None:
        return None
    try:
        on = datetime.strptime(former[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
    rows = db.rows(
        "SELECT body FROM notices WHERE list_no = ? AND on_day = ? AND known_from <= ? "
        "AND (known_until IS NULL OR known_until > ?)",
        (row.list_no, on.isoformat(), row.revision, row.revision),
    )
    told = (Notice.model_validate_json(unpack(body)) for (body,) in rows)
    return next((notice.party_id for notice in told if notice.announced_as == party_id), None)
