"""Small hand-made parties and stores that the tests of the store share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sanctions_screen.model import Name, Notice, Party
from sanctions_screen.store import ListStore

LIST = "my-list"
START = date(2020, 1, 1)


def day(number: int) -> date:
    """Return the day *number* days after the first."""
    return START + timedelta(days=number)


def party(reference: object, text: str = "", list_id: str = LIST, **fields: Any) -> Party:
    """Return a party; *text* goes into its remarks, so that another text is another content."""
    fields.setdefault("names", (Name(text=f"Name {reference}"),))
    return Party(
        party_id=f"{list_id}:{reference}",
        kind=fields.pop("kind", "person"),
        remarks=text or None,
        **fields,
    )


def parties(content: Iterable[tuple[object, str]]) -> list[Party]:
    """Return parties from (reference, text) pairs."""
    return [party(reference, text) for reference, text in content]


def notice(kind: str, on: date, reference: object, list_id: str = LIST, **fields: Any) -> Notice:
    """Return a notice about one party."""
    return Notice.model_validate(
        {
            "list_id": list_id,
            "kind": kind,
            "on": on,
            "party_id": f"{list_id}:{reference}",
            "citation": f"Gazette of {on}",
            **fields,
        }
    )


def store_with(*snapshots: tuple[date, Iterable[Party]]) -> ListStore:
    """Return a store in memory with snapshots of one list."""
    store = ListStore.in_memory()
    for on, held in snapshots:
        store.add_snapshot(LIST, held, published_on=on)
    return store
