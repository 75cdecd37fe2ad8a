"""The log of decisions: whatever is done to it is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from deciding import CUSTOMER, HTAY, clear, log, store_of
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen import DecisionLog, Screener
from sanctions_screen.decisions import party_content
from sanctions_screen.errors import DecisionError

__all__ = ["log"]


@pytest.fixture
def written(log: DecisionLog) -> Path:
    store = store_of([HTAY])
    for reason in ("first", "second", "third"):
        clear(log, store, reason=reason)
    return log.path


def test_a_log_is_read_back_as_it_was_written(written: Path, log: DecisionLog) -> None:
    assert DecisionLog(written).entries == log.entries
    assert DecisionLog(written).verify(log.entries[0].chain) == log.head
    assert [entry.party for entry in log.entries[:1]] == [
        party_content(Screener(store_of([HTAY])).screen(CUSTOMER).hits[0])
    ]


def _swapped(lines: list[bytes]) -> list[bytes]:
    return [lines[1], lines[0], lines[2]]


@pytest.mark.parametrize(
    "tamper",
    [
        lambda lines: [lines[0].replace(b"first", b"worst"), *lines[1:]],
        lambda lines: [lines[0].replace(b"cleared", b"open"), *lines[1:]],
        lambda lines: lines[1:],
        lambda lines: [lines[0], lines[2]],
        _swapped,
        lambda lines: [lines[0], lines[0], *lines[1:]],
        lambda lines: [lines[0], b"{}\n", *lines[1:]],
        lambda lines: [lines[0], b"\n", *lines[1:]],
        lambda lines: [*lines[:2], lines[2][:-20]],
        lambda lines: [*lines[:2], lines[2][:-1]],
        lambda lines: [lines[0].replace(b'"by":', b' "by":'), *lines[1:]],
    ],
)  # fmt: skip
def test_whatever_is_done_to_a_log_is_found(written: Path, tamper: Any) -> None:
    written.write_bytes(b"".join(tamper(written.read_bytes().splitlines(keepends=True))))
    with pytest.raises(DecisionError, match="line"):
        DecisionLog(written)


@given(data=st.data())
def test_a_changed_byte_anywhere_is_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("log") / "log.jsonl"
    clear(DecisionLog(path), store_of([HTAY]))
    raw = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(raw))
    with pytest.raises(DecisionError):
        DecisionLog(path)


def test_an_end_that_was_cut_off_is_found_by_a_head_kept_elsewhere(written: Path, log: DecisionLog) -> None:
    written.write_bytes(b"".join(written.read_bytes().splitlines(keepends=True)[:2]))
    with pytest.raises(DecisionError, match="taken out of its end"):
        DecisionLog(written).verify(log.head)


def test_two_that_add_at_once_make_one_chain(tmp_path: Path) -> None:
    path, store = tmp_path / "log.jsonl", store_of([HTAY])
    one, other = DecisionLog(path), DecisionLog(path)
    clear(one, store)
    clear(other, store)
    clear(one, store)
    assert [entry.sequence for entry in DecisionLog(path).entries] == [1, 2, 3]


def test_a_decision_needs_a_name_and_a_reason(log: DecisionLog) -> None:
    with pytest.raises(DecisionError, match="who made it and why"):
        clear(log, store_of([HTAY]), reason=" ")
    assert not log.path.exists()


def test_a_log_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="cannot write"):
        clear(DecisionLog(tmp_path / "none" / "log.jsonl"), store_of([HTAY]))
