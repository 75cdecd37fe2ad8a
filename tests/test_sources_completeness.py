"""A version read from a part of its publisher's files says what it cannot hold."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cli_helpers import objects, run

from sanctions_screen import ListStore, Screener
from sanctions_screen.sources import read_without

SDN = '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
ALT = '36,12,"aka","AERO-CARIBBEAN",-0- \n'
ADD = '36,25,-0- ,"Havana","Cuba",-0- \n'


@pytest.mark.parametrize(
    ("format_name", "files", "missing"),
    [
        ("ofac-delimited", ["SDN.CSV"], ("aliases", "addresses")),
        ("ofac-delimited", ["sdn.csv", "sdn_comments.csv", "alt.csv"], ("addresses",)),
        ("ofac-delimited", ["SDN.CSV", "ALT.CSV", "ADD.CSV"], ()),
        ("ofac-delimited", ["CONS_PRIM.CSV", "CONS_ALT.CSV", "CONS_ADD.CSV"], ()),
        ("ofac-fixed", ["SDN.FF"], ("aliases", "addresses")),
        ("ofac-xml", ["SDN.XML"], ()),
        ("records", [], ()),
        ("ofac-delimited", [], ("aliases", "addresses")),
    ],
)
def test_what_the_missing_files_hold_is_told(
    format_name: str, files: list[str], missing: tuple[str, ...]
) -> None:
    assert read_without(format_name, files) == missing


@pytest.mark.parametrize("whole", [True, False])
def test_a_version_without_aliases_says_so_and_so_does_every_screen(tmp_path: Path, whole: bool) -> None:
    (tmp_path / "SDN.CSV").write_text(SDN)
    if whole:
        (tmp_path / "ALT.CSV").write_text(ALT)
        (tmp_path / "ADD.CSV").write_text(ADD)
    own = ("--db", tmp_path / "own.db")
    made = run("lists", "import", tmp_path / "SDN.CSV", "--published-on", "2024-07-02", *own)
    assert made.exit_code == 0, made.output
    row = run("lists", "versions", "us-ofac-sdn", *own)
    assert ("(without aliases and addresses)" in " ".join(row.stdout.split())) != whole
    (version,) = objects(run("lists", "versions", "us-ofac-sdn", "--json", *own))
    assert version["read_without"] == ([] if whole else ["aliases", "addresses"])
    shown = " ".join(run("screen", "Nobody", *own).stdout.split())
    assert ("was read without its publisher's files of aliases and addresses" in shown) != whole
    told = json.loads(run("screen", "Nobody", "--json", *own).stdout)["provenance"]["lists"][0]
    assert ("read_without" in told) != whole


def test_a_file_without_the_aliases_that_the_store_has_keeps_them_and_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = ListStore.in_memory()
    (tmp_path / "SDN.CSV").write_text(SDN)
    (tmp_path / "ALT.CSV").write_text(ALT.replace("AERO-CARIBBEAN", "ZELKOVA TOURS"))
    store.import_file(tmp_path / "SDN.CSV", published_on=date(2024, 1, 1))
    (tmp_path / "ALT.CSV").unlink()
    store.import_file(tmp_path / "SDN.CSV", published_on=date(2024, 2, 1))
    assert "without its publisher's files of aliases" in caplog.text
    result = Screener(store).screen("Zelkova Tours")
    assert [hit.matched_name.text for hit in result.hits] == ["ZELKOVA TOURS"]
    assert "aliases" in result.provenance.lists[0].read_without
