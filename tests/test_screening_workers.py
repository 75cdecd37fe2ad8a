"""Processes that screen: as many as there is work for."""

from __future__ import annotations

from typing import Any

import pytest

from sanctions_screen import ListStore, Screener
from sanctions_screen.screening import workers


def _named(screener: Any, item: int) -> tuple[str, int]:
    return type(screener).__name__, item


@pytest.mark.parametrize("items", [0, 1, 2, 3, 9])
def test_a_process_is_started_when_there_is_an_item_for_it(
    monkeypatch: pytest.MonkeyPatch, items: int
) -> None:
    started: list[object] = []

    class Noted(workers._Worker):
        def __init__(self, *told: Any) -> None:
            super().__init__(*told)
            started.append(self)

    monkeypatch.setattr(workers, "_Worker", Noted)
    answers = list(workers.mapped(_named, Screener(ListStore.embedded()), range(items), 3))
    assert [item for _, item in answers] == list(range(items))
    assert len(started) == min(items, 3)
