"""Damaged spreadsheets: the archive's own bytes, and the sheet inside a sound archive.

Made from the hand-made CSV fixtures of the same lists, in the least that makes an .xlsx or .ods file. The
full count: ``SOURCES_DAMAGES=2000 python -m pytest tests/test_sources_damage_sheets.py``.
"""

from __future__ import annotations

import csv
import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from test_sources_damage import COUNT, DAMAGES, DATA

from sanctions_screen.errors import SourceError
from sanctions_screen.sources import ParsedList, read_list

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def _rows(fixture: str) -> list[list[str]]:
    with (DATA / fixture).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def _xlsx(rows: list[list[str]]) -> dict[str, bytes]:
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>',
    }
    return {name: text.encode() for name, text in parts.items()}


def _ods(rows: list[list[str]]) -> dict[str, bytes]:
    cells = "".join(
        "<t:table-row>"
        + "".join(f"<t:table-cell><x:p>{escape(cell)}</x:p></t:table-cell>" for cell in row)
        + "</t:table-row>"
        for row in rows
    )
    content = (
        f'<o:document-content xmlns:o="{_ODF}:office:1.0" xmlns:t="{_ODF}:table:1.0" '
        f'xmlns:x="{_ODF}:text:1.0">'
        f"<o:body><o:spreadsheet><t:table>{cells}</t:table></o:spreadsheet></o:body></o:document-content>"
    )
    return {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()}


def _archive(parts: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


SHEETS: dict[str, tuple[Callable[[], dict[str, bytes]], str]] = {
    "au_dfat.xlsx": (lambda: _xlsx(_rows("au_dfat.csv")), "xl/worksheets/sheet1.xml"),
    "gb_fcdo.ods": (lambda: _ods(_rows("gb_fcdo.csv")), "content.xml"),
}


def _read(path: Path, content: bytes) -> ParsedList | None:
    path.write_bytes(content)
    try:
        return read_list(path)
    except SourceError:
        return None


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_a_spreadsheet_tells_the_parties_that_the_same_list_as_csv_tells(tmp_path: Path, name: str) -> None:
    pytest.importorskip("python_calamine")
    parts = SHEETS[name][0]()
    sheet = _read(tmp_path / name, _archive(parts))
    as_csv = read_list(DATA / f"{Path(name).stem}.csv")
    assert sheet is not None
    assert [party.party_id for party in sheet.parties] == [party.party_id for party in as_csv.parties]


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_a_damaged_archive_is_refused_or_gives_the_whole_list(tmp_path: Path, name: str) -> None:
    pytest.importorskip("python_calamine")
    sound = _archive(SHEETS[name][0]())
    whole = _read(tmp_path / name, sound)
    assert whole is not None
    rng = random.Random(name)
    for number in range(COUNT):
        found = _read(tmp_path / name, DAMAGES[number % len(DAMAGES)](rng, sound))
        assert found is None or len(found.parties) >= len(whole.parties)


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_a_damaged_sheet_in_a_sound_archive_is_never_smaller_in_silence(tmp_path: Path, name: str) -> None:
    pytest.importorskip("python_calamine")
    make, inner = SHEETS[name]
    parts = make()
    whole = _read(tmp_path / name, _archive(parts))
    assert whole is not None
    rng = random.Random(name)
    for number in range(COUNT):
        damaged = DAMAGES[number % len(DAMAGES)](rng, parts[inner])
        found = _read(tmp_path / name, _archive(parts | {inner: damaged}))
        if found is None or len(found.parties) >= len(whole.parties) or len(found.unread) > len(whole.unread):
            continue
        told = {party.reference for party in found.parties}
        lost = [party for party in whole.parties if party.reference not in told]
        # What is gone must be gone from the file itself: its reference and its name cut out by the damage.
        for party in lost:
            still = [party.reference.encode(), party.primary_name.text.split()[-1].encode()]
            assert not all(damaged.count(mark) >= parts[inner].count(mark) for mark in still), party.reference
