"""Subjects of a store, of no list, and users' files: drawn, they are what they say, and nobody is lost."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import date
from pathlib import Path

import pytest
from batch_helpers import FakeScreener
from hypothesis import find, given, settings
from hypothesis import strategies as st

from sanctions_screen import BatchSummary, ListStore, Screener, _hypothesis_plugin, screen_csv
from sanctions_screen.errors import BatchError
from sanctions_screen.model import ListingHistory, Party, Subject
from sanctions_screen.store import Snapshot
from sanctions_screen.testing import (
    HEADINGS,
    CustomerFile,
    customer_files,
    customer_rows,
    histories,
    snapshots,
    subjects_of,
    subjects_of_no_list,
)

EMBEDDED = ListStore.embedded()
SCREENER = Screener(EMBEDDED)


@given(drawn=subjects_of(EMBEDDED))
def test_a_subject_of_a_store_is_one_of_its_parties(drawn: tuple[Subject, Party]) -> None:
    subject, party = drawn
    assert subject.name in [name.text for name in party.names]
    assert subject.kind in (None, party.kind)


@given(drawn=subjects_of(EMBEDDED, ["us-ofac-sdn"], date(2014, 6, 30)))
def test_a_subject_is_drawn_from_the_lists_and_the_day_asked_for(drawn: tuple[Subject, Party]) -> None:
    _, party = drawn
    state = EMBEDDED.state("us-ofac-sdn", date(2014, 6, 30))
    assert party.party_id in state


@settings(max_examples=50)
@given(subject=subjects_of_no_list(EMBEDDED))
def test_a_subject_of_no_list_is_clear(subject: Subject) -> None:
    assert SCREENER.screen(subject).outcome == "clear"


@given(row=customer_rows(broken=False))
def test_a_clean_row_has_a_name_and_only_cells_that_can_be_read(row: dict[str, str]) -> None:
    summary = _screened(_file([row]))
    assert (summary.rows, summary.errors, summary.unscreenable, summary.partly_screened) == (1, 0, 0, 0)


def test_a_broken_row_is_drawn_with_every_kind_of_broken_cell() -> None:
    for cell in ("31/02/1980", "Sole trader", "Ruritania", "9.187629E+06", "Ivan\nPetrov"):
        find(customer_rows(broken=True), lambda row, cell=cell: cell in row.values())  # type: ignore[misc]


@settings(max_examples=200)
@given(file=customer_files())
def test_every_customer_of_any_file_has_a_row_in_the_output(file: CustomerFile) -> None:
    if _is_cp1252(file.content):  # nobody is lost where the whole file is refused, with what to do
        with pytest.raises(BatchError, match=r"--encoding.*cp1252"):
            _screened(file.content)
    summary = _screened(file.content, encoding="cp1252" if _is_cp1252(file.content) else None)
    assert summary.rows == len(file.rows)
    assert summary.rows == summary.hits + summary.clear + summary.unscreenable + summary.errors


@given(file=customer_files(broken=False))
def test_a_clean_file_is_screened_whole(file: CustomerFile) -> None:
    summary = _screened(file.content, encoding="cp1252" if _is_cp1252(file.content) else None)
    assert (summary.rows, summary.errors, summary.partly_screened) == (len(file.rows), 0, 0)


def test_a_file_shrinks_to_one_short_row_in_plain_csv() -> None:
    file = find(customer_files(), bool, settings=settings(max_examples=50))
    assert len(file.rows) == 1
    assert file.content.startswith(b"name,birth_date,country,kind,passport,id\r\n")
    assert file.rows[0]["birth_date"] == file.rows[0]["passport"] == file.rows[0]["id"] == ""


@pytest.mark.parametrize("headings", HEADINGS, ids=lambda headings: headings["name"])
def test_every_heading_is_one_that_a_batch_knows(headings: dict[str, str]) -> None:
    row = find(customer_rows(broken=False, headings=headings), bool, settings=settings(max_examples=5))
    columns = _screened(_file([row])).columns
    assert {title for titles in columns.values() for title in titles} == set(headings.values())


@given(snapshot=snapshots("my-list"))
def test_a_snapshot_is_of_the_list_asked_for(snapshot: Snapshot) -> None:
    assert {party.list_id for party in snapshot} <= {"my-list"}


@given(history=histories("my-list"))
def test_a_history_begins_with_a_listing(history: ListingHistory) -> None:
    assert history.party_id.startswith("my-list:")
    assert next(event.kind for event in history.events if event.kind != "amended") == "listed"


@settings(max_examples=5)
@given(st.data())
def test_snapshots_and_histories_are_drawn_by_their_type(data: st.DataObject) -> None:
    _hypothesis_plugin.register()
    assert data.draw(st.from_type(ListingHistory)).events
    assert data.draw(st.from_type(Snapshot)).list_id


def _file(rows: list[dict[str, str]]) -> bytes:
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue().encode()


def _screened(content: bytes, encoding: str | None = None) -> BatchSummary:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "customers.csv")
        source.write_bytes(content)
        return screen_csv(source, Path(folder, "hits.csv"), screener=FakeScreener(), encoding=encoding)


def _is_cp1252(content: bytes) -> bool:
    try:
        content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")
    except UnicodeDecodeError:
        return True
    return False
