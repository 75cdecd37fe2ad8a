"""A sheet of hits tells which of them are one bearer, and where it stands."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from test_identity import CANADA, NAMESAKE, OFAC, UN

from sanctions_screen import ListStore, Screener, screen_csv
from sanctions_screen.model import Party
from sanctions_screen.screening.rows import OUTPUT_COLUMNS

FIRST, LATER = date(2020, 1, 1), date(2021, 6, 1)


def store_of(*snapshots: tuple[date, list[Party]]) -> ListStore:
    store = ListStore.in_memory()
    for day, parties in snapshots:
        for list_id in sorted({party.list_id for party in (UN, OFAC, CANADA)}):
            store.add_snapshot(
                list_id, [party for party in parties if party.list_id == list_id], published_on=day
            )
    return store


def rows(tmp_path: Path, store: ListStore, text: str, **options: Any) -> list[dict[str, str]]:
    (tmp_path / "c.csv").write_text(text, encoding="utf-8")
    out = screen_csv(tmp_path / "c.csv", tmp_path / "hits.csv", screener=Screener(store, **options)).output
    return list(csv.DictReader(io.StringIO(Path(out).read_text("utf-8-sig"), newline="")))


@pytest.fixture
def everybody() -> ListStore:
    return store_of((FIRST, [UN, OFAC, CANADA, NAMESAKE]), (LATER, [UN, CANADA, NAMESAKE]))


def test_hits_that_are_one_bearer_have_one_identity_in_every_row_of_the_file(
    tmp_path: Path, everybody: ListStore
) -> None:
    found = rows(tmp_path, everybody, "name\nKim Sok Chol\nKIM SOK-CHOL\n")
    by_party = {row["party_id"]: row["identity"] for row in found}
    assert by_party == {
        UN.party_id: CANADA.party_id, OFAC.party_id: CANADA.party_id, CANADA.party_id: CANADA.party_id,
        NAMESAKE.party_id: NAMESAKE.party_id,
    }  # fmt: skip
    assert all(by_party[row["party_id"]] == row["identity"] for row in found)
    assert {row["identity_certainty"] for row in found if row["identity"] == CANADA.party_id} == {"inferred"}
    alone = next(row for row in found if row["party_id"] == NAMESAKE.party_id)
    assert (alone["identity_certainty"], alone["identity_listings"]) == ("", "")


def test_a_row_says_on_which_lists_the_bearer_stands_since_when_and_where_it_left(
    tmp_path: Path, everybody: ListStore
) -> None:
    found = rows(tmp_path, everybody, "name\nKim Sok Chol\n")
    told = next(row["identity_listings"] for row in found if row["party_id"] == UN.party_id)
    assert "un-sc:KPi.036 KIM SOK CHOL, listed ../2020-01-01" in told
    assert "us-ofac-sdn:17622 KIM, Sok Chol, listed ../2020-01-01, delisted 2020-01-01/2021-06-01" in told
    assert told.count("(inferred)") == 1
    assert "ca-sema:1 Kim Sok Chol, listed ../2020-01-01 (inferred)" in told
    told = next(row["identity_listings"] for row in found if row["party_id"] == CANADA.party_id)
    assert told.count("(inferred)") == 2, "of Canada's own view the others are inferred"


def test_what_publishers_say_themselves_is_certain(tmp_path: Path) -> None:
    found = rows(tmp_path, store_of((FIRST, [UN, OFAC])), "name\nKim Sok Chol\n")
    assert {(row["identity"], row["identity_certainty"]) for row in found} == {(UN.party_id, "certain")}


def test_a_clear_row_has_no_identity_and_every_row_has_the_columns(
    tmp_path: Path, everybody: ListStore
) -> None:
    (clear,) = rows(tmp_path, everybody, "name\nMaria Fernandez\n")
    assert (clear["outcome"], clear["identity"], clear["identity_listings"]) == ("clear", "", "")
    assert tuple(clear)[: len(OUTPUT_COLUMNS)] == OUTPUT_COLUMNS


def test_a_store_s_party_of_which_identities_were_not_asked_stands_alone(
    tmp_path: Path, everybody: ListStore
) -> None:
    found = rows(tmp_path, everybody, "name\nKim Sok Chol\n", identities=False)
    assert all((row["identity"], row["identity_certainty"]) == (row["party_id"], "") for row in found)
