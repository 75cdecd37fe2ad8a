"""Every format, on a small hand-made file: what is read is exactly what stands in the expected parties.

The fixtures are ``data/sources/*``; ``data/sources/expected`` has the parties of each, one canonical JSON a
line. After a change that is meant: ``python tests/test_sources_formats.py`` writes them anew, to be reviewed.
"""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest

from sanctions_screen.errors import MalformedFileError, SourceError, UnknownFormatError, UnsafeFileError
from sanctions_screen.sources import SOURCES, ParsedList, read_list, tells_its_day

DATA = Path(__file__).parent / "data/sources"
EXPECTED = DATA / "expected"
FIXTURES = sorted(path.name for path in DATA.iterdir() if path.is_file())
DAYS = {"ch_seco.xml": "2026-08-27", "eu_fsf.xml": "2021-03-02", "eu_fsf_2016.xml": "2016-02-11",
        "gb_fcdo.csv": "2025-08-11", "gb_fcdo.xml": "2025-08-11", "gb_ofsi_2014.csv": "2014-04-02",
        "ofac_advanced.xml": "2016-09-16", "ofac_enhanced.xml": "2025-01-10", "ofac_sdn.xml": "2016-10-06",
        "un.xml": "2017-06-20"}  # fmt: skip


def read(path: Path) -> ParsedList:
    return read_list(path, list_id="mine" if "user" in path.name else None)


def _lines(parsed: ParsedList) -> str:
    return "".join(party.canonical_json() + "\n" for party in parsed.parties)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_format_is_read_as_expected(name: str) -> None:
    parsed = read(DATA / name)
    assert _lines(parsed) == (EXPECTED / f"{name}.jsonl").read_text("utf-8")
    assert parsed.unread == ()
    assert str(parsed.published_on) == DAYS.get(name, "None")


@pytest.mark.parametrize("name", FIXTURES)
def test_whether_a_file_tells_its_day_is_known_before_it_is_parsed(tmp_path: Path, name: str) -> None:
    assert tells_its_day(DATA / name) is (name in DAYS)
    if name.endswith(".csv"):
        (tmp_path / "wide").write_bytes((DATA / name).read_text("utf-8").encode("utf-16"))
        assert tells_its_day(tmp_path / "wide") is (name in DAYS)


def test_a_sheet_without_its_day_is_told_before_it_is_parsed(tmp_path: Path) -> None:
    head = ["Unique ID", "OFSI Group ID", "Type", "Name"]
    rows = (
        [["Report Date: 11-Aug-2025"], head, ["RUS1", "1", "Entity", "X"]],
        [head, ["RUS1", "1", "Entity", "X"]],
    )
    for number, told in enumerate((True, False)):
        cells = ["".join(f"<table-cell><p>{cell}</p></table-cell>" for cell in row) for row in rows[number]]
        table = "".join(f"<table-row>{each}</table-row>" for each in cells)
        with zipfile.ZipFile(tmp_path / f"{number}.ods", "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", f"<document-content><table>{table}</table></document-content>")
        assert tells_its_day(tmp_path / f"{number}.ods") is told
        assert (read_list(tmp_path / f"{number}.ods").published_on is not None) is told


@pytest.mark.parametrize("name", FIXTURES)
def test_a_format_is_told_from_the_content_not_the_name(tmp_path: Path, name: str) -> None:
    copy = tmp_path / "list.dat"
    copy.write_bytes((DATA / name).read_bytes())
    assert read_list(copy, list_id="mine").format == read(DATA / name).format


@pytest.mark.parametrize("name", FIXTURES)
def test_exactly_one_source_recognises_a_file(name: str) -> None:
    from sanctions_screen.sources import ListFile

    assert sum(source.recognises(ListFile(DATA / name)) for source in SOURCES) == 1


@pytest.mark.parametrize("name", FIXTURES)
def test_a_packed_file_reads_alike(tmp_path: Path, name: str) -> None:
    content = (DATA / name).read_bytes()
    (tmp_path / "list.gz").write_bytes(gzip.compress(content))
    with zipfile.ZipFile(tmp_path / "list.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../etc/list", content)  # a path outside is never followed
    expected = read_list(DATA / name, list_id="mine").parties
    assert read_list(tmp_path / "list.gz", list_id="mine").parties == expected
    assert read_list(tmp_path / "list.zip", list_id="mine").parties == expected


@pytest.mark.parametrize("name", [name for name in FIXTURES if name.endswith(".xml")])
def test_every_xml_format_refuses_a_doctype(tmp_path: Path, name: str) -> None:
    text = (DATA / name).read_text("utf-8")
    head, body = text.split("?>", 1)
    (tmp_path / name).write_text(f'{head}?><!DOCTYPE x [<!ENTITY a "b">]>{body}', "utf-8")
    with pytest.raises(UnsafeFileError, match="DOCTYPE"):
        read(tmp_path / name)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_file_saved_in_another_order_of_bytes_reads_alike_or_fails(tmp_path: Path, name: str) -> None:
    text = (DATA / name).read_text("utf-8")
    (tmp_path / name).write_text(
        text.replace('encoding="UTF-8"', "").replace('encoding="utf-8"', ""), "utf-16"
    )
    try:
        parsed = read(tmp_path / name)
    except SourceError:
        return
    assert _lines(parsed) == (EXPECTED / f"{name}.jsonl").read_text("utf-8")


def test_a_count_that_the_file_states_and_does_not_have_is_an_error(tmp_path: Path) -> None:
    text = (DATA / "ofac_sdn.xml").read_text("utf-8").replace("<Record_Count>3", "<Record_Count>4")
    (tmp_path / "sdn.xml").write_text(text, "utf-8")
    with pytest.raises(MalformedFileError, match="says that it has 4 records, and has 3"):
        read(tmp_path / "sdn.xml")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("ofac_advanced.xml", 'LocationID="90"', 'LocationID="91"', "refers to Location 91"),
        ("ofac_advanced.xml", 'IdentityID="31" Issued', 'IdentityID="39" Issued', "identity 39"),
        ("ofac_advanced.xml", 'ListID="1550"', 'ListID="1551"', "refers to List 1551"),
        ("ofac_enhanced.xml", ">Individual<", ">Robot<", "Robot"),
        ("ofac_sdn.xml", ">Vessel<", ">Submarine<", "Submarine"),
        ("eu_fsf.xml", 'code="person"', 'code="robot"', "subjectType"),
        ("eu_fsf_2016.xml", '<NAME Id="8" Entity_id="101"', '<NAME Id="8" Entity_id="102"', "run together"),
        ("ch_seco.xml", 'modification-type="listed" effective-date="2016-05-18"',
         'modification-type="lifted" effective-date="2016-05-18"', "cannot be told"),
        ("ch_seco.xml", 'list-type="whole-list"', 'list-type="delta"', "changes only"),
        ("gb_ofsi_2014.csv", "KOMID,,", "KOMID,", "line 6"),
        ("gb_ofsi_2014.csv", "Entity,AKA", "Individual,AKA", "both organisation and person"),
        ("gb_fcdo.csv", "Ship,UN", "Spaceship,UN", "DPR0101"),
        ("au_dfat.csv", "900,Example", "IX,Example", "'IX'"),
        ("us_bis_dpl.txt", "05/21/2019", "21/05/2019", "line 4"),
        ("us_csl.json", '"type": "Entity"', '"type": "Ghost"', "ghost"),
        ("opensanctions.csv", "Vessel", "Submarine", "Submarine"),
        ("opensanctions.ftm.json", '"caption": "KOMID"', '"caption": ', "line 2"),
        ("un.xml", "KPi.044", "KPi.036", "stands twice"),
        ("user.csv", "party_id,name,kind", "party_id,name,kynd", "kynd"),
        ("user.csv", "1955-09-07", "07.09.1955", "birth_date"),
    ],
)  # fmt: skip
def test_a_broken_record_is_an_error_that_tells_which(
    tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    text = (DATA / name).read_text("utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(SourceError, match=told):
        read(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("un.xml", "<UN_LIST_TYPE>DPRK", "<FATE>missing</FATE><UN_LIST_TYPE>DPRK", "FATE"),
        ("eu_fsf.xml", '<remark>Primary', '<remark new="x">Primary', "new="),
        ("gb_ofsi_2014.csv", "08/05/1955", "in spring", "in spring"),
        ("gb_fcdo.csv", "Length of ship", "Width of ship", "Width of ship"),
        ("ca_sema.xml", "1967-03-18", "born in the early 1970s", "early 1970s"),
        ("opensanctions.csv", "NK-3,Vessel", "NK-3,Security", "NK-3"),
        ("user.csv", ",KP,", ",Atlantis,", "Atlantis"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_reported(tmp_path: Path, name: str, old: str, new: str, told: str) -> None:
    text = (DATA / name).read_text("utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), "utf-8")
    assert any(told in str(passage) for passage in read(tmp_path / name).unread)


def test_a_header_in_the_middle_is_reported_and_is_no_party(tmp_path: Path) -> None:
    lines = (DATA / "gb_ofsi_2014.csv").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "list.csv").write_text("".join([*lines[:4], lines[1], *lines[4:]]), "utf-8")
    parsed = read_list(tmp_path / "list.csv")
    assert len(parsed.parties) == 3
    assert [passage.line for passage in parsed.unread] == [5]


def test_columns_in_another_order_read_alike(tmp_path: Path) -> None:
    rows = [line.split("\t") for line in (DATA / "us_bis_dpl.txt").read_text("utf-8").splitlines()]
    (tmp_path / "dpl.txt").write_text("\n".join("\t".join(reversed(row)) for row in rows), "utf-8")
    assert _lines(read(tmp_path / "dpl.txt")) == (EXPECTED / "us_bis_dpl.txt.jsonl").read_text("utf-8")


def _sheet(rows: list[list[str]]) -> bytes:
    """Return the smallest workbook with these rows."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in row) + "</row>" for row in rows
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" '
        'r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="s" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


_DFAT = [["Reference", "Name of Individual or Entity", "Type", "Name Type"],
         ["1", "Example Person", "Individual", "Primary Name"],
         ["1a", "E. Person", "Individual", "Alias"]]  # fmt: skip


def test_a_workbook_is_read(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    (tmp_path / "list.xlsx").write_bytes(_sheet(_DFAT))
    (party,) = read_list(tmp_path / "list.xlsx").parties
    assert [name.text for name in party.names] == ["Example Person", "E. Person"]


def test_a_workbook_with_a_doctype_is_refused(tmp_path: Path) -> None:
    content = _sheet(_DFAT)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(tmp_path / "l.xlsx", "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            evil = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' if "sheet1" in name else ""
            new.writestr(name, evil + text)
    with pytest.raises(UnsafeFileError, match="DOCTYPE"):
        read_list(tmp_path / "l.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctions_screen.sources.sheets.MAX_BYTES", 10_000)
    monkeypatch.setattr("sanctions_screen.sources.files.MAX_BYTES", 10_000)
    rows = [*_DFAT, *([["9", "A" * 100, "Individual", "Alias"]] * 1000)]
    (tmp_path / "bomb.xlsx").write_bytes(_sheet(rows))
    (tmp_path / "bomb.gz").write_bytes(gzip.compress((DATA / "un.xml").read_bytes() + b" " * 20_000))
    for name in ("bomb.xlsx", "bomb.gz"):
        with pytest.raises(UnsafeFileError, match="unpacked"):
            read_list(tmp_path / name)


def test_a_damaged_archive_is_an_error(tmp_path: Path) -> None:
    packed = gzip.compress((DATA / "un.xml").read_bytes())
    (tmp_path / "cut.gz").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "cut.xlsx").write_bytes(_sheet(_DFAT)[:200])
    for name in ("cut.gz", "cut.xlsx"):
        with pytest.raises(SourceError):
            read_list(tmp_path / name)


@pytest.mark.parametrize(
    "content", [b"", b"<html>503</html>", b"\x89PNG\r\n", b"PK\x03\x04", b"{}", b"[1, 2]"]
)
def test_what_is_no_list_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises((UnknownFormatError, MalformedFileError)):
        read_list(tmp_path / "x")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<!DOCTYPE html><html></html>", "a web page"),
        (b"\xfd7zXZ\x00rest", "unpack it"),
        (b"hello", "'hello'"),
        (b"id,name,dob\n1,Thein Htay,\n", "party_id and name"),
        (b"Customer Name;City\nThein Htay;Yangon\n", "party_id and name"),
        (b"Changes to the Office of\r\nForeign Assets   Control list since 1995:", "lists import-changes"),
    ],
)
def test_what_is_no_list_is_told_for_what_it_seems_to_be(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(UnknownFormatError, match=told):
        read_list(tmp_path / "x")


def test_a_file_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.csv: no such file"):
        read_list(tmp_path / "nowhere.csv")


def test_mixed_encodings_are_an_error_with_the_line(tmp_path: Path) -> None:
    lines = (DATA / "au_dfat.csv").read_bytes().split(b"\n")
    lines[4] = lines[4].replace(b"Example", b"Ex\xe4mple")
    (tmp_path / "x.csv").write_bytes(b"\n".join(lines))
    with pytest.raises(MalformedFileError, match="line 5: mixed encodings"):
        read_list(tmp_path / "x.csv")


def test_a_bad_list_id_is_refused() -> None:
    with pytest.raises(SourceError, match="no list id"):
        read_list(DATA / "un.xml", list_id="UN SC")


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.FORMAT)
def test_every_source_has_one_shape(source: object) -> None:
    names = ("FORMAT", "LIST_ID", "PARSER_VERSION", "DAY_MARKS", "parse", "recognises")
    assert all(name in source.__all__ for name in names)  # type: ignore[attr-defined]
    assert "Quirks" in (source.__doc__ or "")


if __name__ == "__main__":
    for fixture in FIXTURES:
        (EXPECTED / f"{fixture}.jsonl").write_text(_lines(read(DATA / fixture)), "utf-8")
    sys.stdout.write(f"wrote {len(FIXTURES)} files\n")


@pytest.mark.parametrize(
    "columns",
    [
        ("kind", "birth_date", "countries", "identifiers"),
        ("kind", "role", "countries"),
        ("kind", "role", "birth_date", "countries", "identifiers", "programmes", "listed_on", "delisted_on"),
        (),
    ],
)
def test_a_users_own_list_is_told_by_its_header_however_many_columns_it_has(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    rows = [
        ("party_id", "name", *columns),
        *((str(n), f'"VELIKANOV, R{n}"', *[""] * len(columns)) for n in (1, 2)),
    ]
    path = tmp_path / "mine.csv"
    path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    assert [party.names[0].text for party in read_list(path, list_id="mine").parties] == [
        "VELIKANOV, R1",
        "VELIKANOV, R2",
    ]
