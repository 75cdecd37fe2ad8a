"""A store of a list of our own and a log of decisions, for the tests of what was decided."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from store_parties import party as party_of

from sanctions_screen import DecisionLog, ListStore, Party, Screener, Subject
from sanctions_screen.model import Name

DAY = date(2020, 1, 1)
AT = datetime(2020, 1, 2, 9, 30, tzinfo=UTC)
CUSTOMER = Subject(name="Thein Htay", kind="person", reference="C-1")


def party(reference: str, name: str) -> Party:
    return party_of(reference, list_id="own", names=(Name(text=name),))


HTAY = party("1", "HTAY, Thein")


def on(number: int) -> date:
    return DAY.replace(day=1 + number)


def store_of(*snapshots: list[Party]) -> ListStore:
    store = ListStore.in_memory()
    for number, parties in enumerate(snapshots):
        store.add_snapshot("own", parties, published_on=on(number))
    return store


def clear(log: DecisionLog, store: ListStore, subject: Subject = CUSTOMER, **fields: Any) -> None:
    result = Screener(store).screen(subject)
    for hit in result.hits:
        told: dict[str, Any] = {
            "by": "A. Reviewer",
            "verdict": "cleared",
            "reason": "born in 1990",
            "at": AT,
        } | fields
        log.decide(subject, hit, result.provenance, **told)


@pytest.fixture
def log(tmp_path: Path) -> DecisionLog:
    return DecisionLog(tmp_path / "decisions.jsonl")
