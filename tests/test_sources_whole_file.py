"""What stands in another sheet, under a header, in another order or in another encoding is read or told."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_sources_damage import DATA
from test_sources_damage_sheets import _archive, _rows, _xlsx

from sanctions_screen.errors import SourceError
from sanctions_screen.sources import ParsedList, read_list


def _workbook(*sheets: list[list[str]]) -> bytes:
    parts = _xlsx(sheets[0])
    book, links = parts["xl/workbook.xml"].decode(), parts["xl/_rels/workbook.xml.rels"].decode()
    for number, rows in enumerate(sheets[1:], start=2):
        parts[f"xl/worksheets/sheet{number}.xml"] = _xlsx(rows)["xl/worksheets/sheet1.xml"]
        book = book.replace(
            "</sheets>", f'<sheet name="S{number}" sheetId="{number}" r:id="r{number}"/></sheets>'
        )
        one = links[links.index("<Relationship ") : links.index("</Relationships>")]
        two = one.replace('"r1"', f'"r{number}"').replace("sheet1.xml", f"sheet{number}.xml")
        links = links.replace("</Relationships>", two[: two.index("/>") + 2] + "</Relationships>")
    parts["xl/workbook.xml"], parts["xl/_rels/workbook.xml.rels"] = book.encode(), links.encode()
    return _archive(parts)


def test_a_party_on_another_sheet_with_the_same_columns_is_read(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    rows = _rows("au_dfat.csv")
    (tmp_path / "au.xlsx").write_bytes(_workbook(rows[:-1], [rows[0], rows[-1]]))
    (tmp_path / "one.xlsx").write_bytes(_workbook(rows))
    assert read_list(tmp_path / "au.xlsx").parties == read_list(tmp_path / "one.xlsx").parties


def test_what_stands_on_a_sheet_of_another_kind_is_told(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    notes = [["Removed this month"], ["Somebody Else"]]
    (tmp_path / "au.xlsx").write_bytes(_workbook(_rows("au_dfat.csv"), notes))
    told = "\n".join(str(passage) for passage in read_list(tmp_path / "au.xlsx").unread)
    assert "Somebody Else" in told
    assert "Removed this month" in told


HEADER = (
    "ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\n"
)
LINE = '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Note."\n'


def _read(tmp_path: Path, text: str, **beside: str) -> ParsedList:
    (tmp_path / "SDN.CSV").write_text(text, encoding="utf-8")
    for stem, content in beside.items():
        (tmp_path / f"{stem}.CSV").write_text(content, encoding="utf-8")
    return read_list(tmp_path / "SDN.CSV")


def test_ofac_s_columns_are_read_by_their_header_where_there_is_one(tmp_path: Path) -> None:
    plain = _read(tmp_path, LINE)
    columns, cells = HEADER.strip().split(","), LINE.strip().split(",")
    order = [0, 3, 2, 1, 11, 4, 5, 6, 7, 8, 9, 10]
    moved = ",".join(columns[at] for at in order) + "\n" + ",".join(cells[at] for at in order) + "\n"
    assert _read(tmp_path, HEADER + LINE).parties == plain.parties
    assert _read(tmp_path, moved).parties == plain.parties


def test_a_header_of_ofac_s_with_a_column_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Colour"):
        _read(tmp_path, HEADER.replace("GRT", "Colour") + LINE)


def test_one_bare_quotation_mark_in_ofac_s_comments_costs_no_day(tmp_path: Path) -> None:
    long = LINE.replace("Note.", "N" * 1000)
    comments = '36,"goes on with a "bare mark.\n'
    parsed = _read(tmp_path, long, SDN_COMMENTS=comments)
    assert parsed.parties[0].remarks == "N" * 1000 + 'goes on with a "bare mark.'
    assert any("quotation mark" in passage.reason for passage in parsed.unread)


def test_a_bare_quotation_mark_in_a_name_is_read_where_the_fields_can_be_counted(tmp_path: Path) -> None:
    parsed = _read(tmp_path, LINE + LINE.replace("36,", "37,").replace("AIRLINES", 'AIR"LINES'))
    assert [party.primary_name.text for party in parsed.parties][1] == 'AEROCARIBBEAN AIR"LINES'
    assert any("quotation mark" in passage.reason for passage in parsed.unread)


def test_a_line_of_ofac_s_whose_fields_cannot_be_counted_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="line 2"):
        _read(tmp_path, LINE + LINE.replace("36,", "37,").replace('AIRLINES"', 'AIR", LINES"'))


def test_utf_8_that_says_it_is_latin_1_is_read_as_utf_8_and_told(tmp_path: Path) -> None:
    text = (DATA / "ca_sema.xml").read_text("utf-8")
    assert "é" in text
    declared = text.replace("utf-8", "ISO-8859-1")
    assert declared != text
    (tmp_path / "x.xml").write_text(declared, encoding="utf-8")
    parsed = read_list(tmp_path / "x.xml")
    assert parsed.parties == read_list(DATA / "ca_sema.xml").parties
    assert any("ISO-8859-1" in str(passage) for passage in parsed.unread)
    (tmp_path / "y.xml").write_text(declared, encoding="iso-8859-1", errors="xmlcharrefreplace")
    assert read_list(tmp_path / "y.xml").unread == ()
