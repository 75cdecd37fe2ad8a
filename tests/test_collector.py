"""The cycle collector is held back while records are made, and is as it was afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from sanctions_screen._collector import collector_held


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("before", [True, False])
def test_the_collector_is_as_it_was_afterwards_even_after_an_error(before: bool) -> None:
    if not before:
        gc.disable()
    with pytest.raises(ValueError, match="in between"):
        fail_while_held()
    assert gc.isenabled() is before


def fail_while_held() -> None:
    with collector_held():
        assert not gc.isenabled()
        with collector_held():
            pass
        assert not gc.isenabled()
        raise ValueError("in between")
