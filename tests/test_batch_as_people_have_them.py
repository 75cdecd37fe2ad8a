"""Files as people have them: every customer is accounted for, and what could not be used is said."""

from __future__ import annotations

import csv
import io
import json
import sys
import threading
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from batch_helpers import FakeScreener
from cli_helpers import run as cli
from test_batch import rows_of

from sanctions_screen import BatchSummary, ListStore, Screener, screen_csv
from sanctions_screen.errors import BatchError

Cells = list[list[Any]]


def screened(
    tmp_path: Path, content: str | bytes, name: str = "customers.csv", out: str = "hits.csv", **options: Any
) -> BatchSummary:
    source = tmp_path / name
    source.write_bytes(content.encode() if isinstance(content, str) else content)
    return screen_csv(source, tmp_path / out, **({"screener": FakeScreener()} | options))


def table(summary: BatchSummary) -> list[dict[str, str]]:
    text = Path(summary.output).read_text(encoding="utf-8-sig")
    lines = io.StringIO(text, newline="")
    return list(csv.DictReader(lines, delimiter=";" if text.startswith("row;") else ","))


def workbook(rows: Cells, *more: tuple[str, Cells]) -> bytes:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"default_date_format": "dd/mm/yyyy"}) as book:
        for title, cells in (("Kunden", rows), *more):
            sheet = book.add_worksheet(title)
            for place, row in enumerate(cells):
                sheet.write_row(place, 0, row)
    return made.getvalue()


def test_dates_as_excel_writes_them_in_europe_cost_nobody_the_screening(tmp_path: Path) -> None:
    text = "id;name;dob\n1;Thein Htay;07/09/1955\n2;Bob;31/12/1960\n"
    summary = screened(tmp_path, text)
    assert (summary.hits, summary.clear, summary.errors, summary.partly_screened) == (1, 1, 0, 0)
    assert summary.date_format == "%d/%m/%Y"
    assert summary.notes == ("birth dates are read as %d/%m/%Y, the one format that fits every date",)


def test_a_column_of_dates_with_two_readings_is_not_guessed_and_the_rows_say_so(tmp_path: Path) -> None:
    summary = screened(tmp_path, "name,dob\nThein Htay,07/09/1955\nBob,01/02/1960\n")
    assert (summary.date_format, summary.partly_screened, summary.hits) == (None, 2, 1)
    assert "only the year is compared" in rows_of(summary.output)[0]["not_used"]


@pytest.mark.parametrize("told", ["%d/%m/%Y", "dd/mm/yyyy", "d/m/yyyy"])
def test_a_date_format_may_be_told_as_spreadsheets_write_it(tmp_path: Path, told: str) -> None:
    summary = screened(tmp_path, "name,dob\nBob,07/09/1955\n", out="o.jsonl", date_format=told)
    assert json.loads(Path(summary.output).read_text())["subject"]["birth_date"] == "1955-09-07"


def test_a_date_format_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="dd/mm/yyyy"):
        screened(tmp_path, "name,dob\nBob,07/09/1955\n", date_format="european")


def test_bad_cells_beside_the_name_are_told_in_the_row_and_the_totals(tmp_path: Path) -> None:
    text = "name,kind,country,dob\nThein Htay,Sole trader,Atlantis,yesterday\nBob,person,MM,1955\nAnn,,,NaN\n"
    summary = screened(tmp_path, text)
    assert (summary.hits, summary.clear, summary.partly_screened, summary.errors) == (1, 2, 1, 0)
    first, *others = [row["not_used"] for row in rows_of(summary.output)]
    assert all(word in first for word in ("Sole trader", "Atlantis", "yesterday"))
    assert others[-2:] == ["", ""]


def test_the_users_own_columns_pass_through_and_each_title_stands_once(tmp_path: Path) -> None:
    summary = screened(tmp_path, "name,Branch,score,Branch\nThein Htay,=Yangon,low,2\nBob\n")
    first, _, bob = rows_of(summary.output)
    assert (first["Branch"], first["score (input)"], first["Branch (input)"]) == ("'=Yangon", "low", "2")
    assert (bob["outcome"], bob["Branch"]) == ("error", "")


def test_columns_from_which_nothing_was_read_are_told(tmp_path: Path) -> None:
    assert screened(tmp_path, "id,name,Branch,Since\n1,Bob,Bern,2020\n").passed_through == ("Branch", "Since")


def test_a_row_that_cannot_be_read_has_a_line_in_json_too(tmp_path: Path) -> None:
    summary = screened(tmp_path, "id,name\n1\n2,Bob\n", out="hits.jsonl")
    first, second = map(json.loads, Path(summary.output).read_text().splitlines())
    assert (first["outcome"], first["hits"], first["row"]) == ("error", [], 1)
    assert "1 cell" in first["reason"]
    assert second["input"] == {"id": "2", "name (input)": "Bob"}


def test_excels_first_line_titles_and_rows_of_empty_cells_are_understood(tmp_path: Path) -> None:
    text = "sep=;\nCustomers of the branch;;\n;;\nKundennr;Name;Land\n1;Thein Htay;\n;;\n2;Bob;\n;;\n"
    summary = screened(tmp_path, text)
    assert (summary.rows, summary.hits, summary.clear, summary.delimiter) == (2, 1, 1, ";")
    assert [row["line"] for row in table(summary)] == ["5", "5", "7"]
    assert "the header is line 4" in summary.notes[0]


def test_output_has_the_inputs_delimiter_and_mark_unless_told_otherwise(tmp_path: Path) -> None:
    marked = "id;name\n1;Bob\n".encode("utf-8-sig")
    assert Path(screened(tmp_path, marked).output).read_bytes().startswith(b"\xef\xbb\xbfrow;line;")
    told = screened(tmp_path, marked, output_delimiter=",", output_bom=False)
    assert Path(told.output).read_bytes().startswith(b"row,line,")


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "utf-16"])
def test_output_for_who_does_not_write_utf_8_has_a_mark_by_which_a_spreadsheet_reads_it(
    tmp_path: Path, encoding: str
) -> None:
    content = "id;name\n1;Иван\n" if encoding == "cp1251" else "id;name\n1;Jürgen\n"
    summary = screened(tmp_path, content.encode(encoding), encoding=encoding)
    assert Path(summary.output).read_bytes().startswith(b"\xef\xbb\xbfrow;")
    assert not Path(screened(tmp_path, b"id;name\n1;Bob\n").output).read_bytes().startswith(b"\xef\xbb\xbf")


def test_another_encoding_is_told_once_for_the_file_and_names_the_option(tmp_path: Path) -> None:
    content = "name\nBob\nJosé\nJürgen\n".encode("cp1252")
    with pytest.raises(BatchError, match=r"line 3 has the byte 0xe9.*--encoding.*cp1252"):
        screened(tmp_path, content)
    assert screened(tmp_path, content, encoding="cp1252").clear == 3


def test_a_workbook_is_read_whatever_it_is_called_and_its_days_are_days(tmp_path: Path) -> None:
    rows: Cells = [
        ["Our customers", None, None],
        [],
        ["Kundennr", "Name", "Geburtsdatum"],
        [17, "Thein Htay", datetime(1955, 9, 7)],  # noqa: DTZ001 - a workbook knows no zones
        ["", "", ""],
        [18.5, "Bob\nJr", "1960"],
    ]
    content = workbook(rows, ("Notes", [["nothing here"]]))
    for name in ("customers.xlsx", "customers.csv"):
        summary = screened(tmp_path, content, name, "hits.jsonl")
        first, second = map(json.loads, Path(summary.output).read_text().splitlines())
        assert (first["subject"]["reference"], first["subject"]["birth_date"]) == ("17", "1955-09-07")
        assert (first["line"], second["line"], second["outcome"]) == (4, 6, "clear")
        assert any("'Notes'" in note for note in summary.notes)


def test_a_workbook_that_is_damaged_or_empty_is_named_for_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="looks like a workbook, but is damaged"):
        screened(tmp_path, b"PK\x03\x04 no more", "customers.xlsx")
    with pytest.raises(BatchError, match="nothing on any sheet"):
        screened(tmp_path, workbook([]), "customers.xlsx")


@pytest.mark.parametrize(
    ("begins", "told"), [(b"\x1f\x8b\x08", "gzip"), (b"%PDF-1.7", "PDF"), (b"Rar!\x1a", "RAR")]
)
def test_what_is_no_table_is_named_for_what_it_is(tmp_path: Path, begins: bytes, told: str) -> None:
    with pytest.raises(BatchError, match=f"{told}.*not a table"):
        screened(tmp_path, begins + b"\0\xfe more", "customers.csv")


def test_an_archive_of_files_is_no_damaged_workbook(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("customers.csv", "name\nThein Htay\n")
    with pytest.raises(BatchError, match="is a ZIP archive, and no workbook"):
        screened(tmp_path, packed.getvalue(), "customers.zip")


def test_an_output_that_ends_in_xlsx_is_a_workbook_of_text(tmp_path: Path) -> None:
    calamine = pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    text = "id,name,Web\n007,Thein Htay,=1+1\n8,Bob,http://x\n"
    outputs = []
    for out in ("hits.xlsx", "again.xlsx"):
        summary = screened(tmp_path, text, out=out)
        outputs.append(Path(summary.output).read_bytes())
    assert outputs[0] == outputs[1]
    titles, first, *_, last = (
        calamine.CalamineWorkbook.from_path(summary.output).get_sheet_by_index(0).to_python()
    )
    cells = dict(zip(titles, first, strict=True))
    assert (cells["score"], cells["id"], cells["Web"]) == (1.0, "007", "=1+1")
    assert dict(zip(titles, last, strict=True))["outcome"] == "clear"
    assert {path.name for path in tmp_path.iterdir()} == {
        "customers.csv", "hits.xlsx", "hits.xlsx.errors.csv", "hits.xlsx.summary.json",
        "again.xlsx", "again.xlsx.errors.csv", "again.xlsx.summary.json",
    }  # fmt: skip


def test_a_format_that_is_not_written_is_refused_and_never_csv_inside(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=r"\.xls"):
        screened(tmp_path, "name\nBob\n", out="hits.xls")


def test_parquet_goes_in_and_out(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    given = pa.table({
        "name": ["Thein Htay", "Bob", None], "dob": [date(1955, 9, 7), None, None], "n": [1, 2, 3],
        "countries": [["MM", "TH"], None, []],
    })  # fmt: skip
    made = io.BytesIO()
    parquet.write_table(given, made)
    summary = screened(tmp_path, made.getvalue(), "customers.parquet", "hits.parquet")
    found = parquet.read_table(summary.output)
    assert found.column("outcome").to_pylist() == ["hit-delisted", "hit-delisted", "clear", "unscreenable"]
    assert found.column("score").to_pylist() == [1.0, 0.9, None, None]
    assert found.column("n").to_pylist() == ["1", "1", "2", "3"]
    assert found.column("countries (input)").to_pylist()[0] == "MM; TH"


def test_standard_input_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"name\nThein Htay\nBob\n")))
    summary = screen_csv("-", tmp_path / "hits.csv", screener=FakeScreener())
    assert (summary.rows, summary.hits, summary.input) == (2, 1, "-")


def test_no_byte_depends_on_the_number_of_workers(tmp_path: Path) -> None:
    names = ["Thein Htay", "Kim Sok-chol", "***", "Bob Stone", "Thein Htay"]
    text = (
        "id,name,dob\n" + "".join(f"{i},{names[i % 5]},07/09/19{50 + i % 40}\n" for i in range(1203)) + "x\n"
    )
    screener = Screener(ListStore.embedded())
    made = []
    for workers in (1, 2):
        summary = screened(tmp_path, text, out=f"w{workers}.csv", screener=screener, workers=workers)
        made.append([Path(path).read_bytes() for path in (summary.output, summary.errors_file)])
        assert summary.rows == 1204
    assert made[0] == made[1]
    assert threading.active_count() < 10


def test_a_batch_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "sanctions_screen")
    screened(tmp_path, "name\nThein Htay\n***\n")
    assert "2 rows, 1 with a hit, 1 not screened" in caplog.text


def test_an_import_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "sanctions_screen")
    ListStore.in_memory().import_file(Path(__file__).with_name("data") / "sources/un.xml")
    assert "parties imported" in caplog.text


@pytest.mark.parametrize("missing", ["NaN", "<NA>", "#N/A"])
def test_what_a_program_writes_for_no_name_is_no_name(tmp_path: Path, missing: str) -> None:
    summary = screened(
        tmp_path, f"first name,last name\n{missing},{missing}\n{missing},Htay\nNan,Htay\n".encode()
    )
    with Path(summary.output).open(encoding="utf-8", newline="") as stream:
        names = [(row["name"], row["outcome"]) for row in csv.DictReader(stream)]
    assert dict(names) | {"Htay": "", "Nan Htay": ""} == {"": "unscreenable", "Htay": "", "Nan Htay": ""}


def test_a_fault_of_the_file_is_told_before_the_lists_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("the lists were read")

    monkeypatch.setattr("sanctions_screen.screening.Screener", never)
    (tmp_path / "in.csv").write_bytes("name\nMüller\n".encode("cp1252"))
    told = cli("batch", tmp_path / "in.csv", tmp_path / "out.csv")
    assert (told.exit_code, "--encoding" in told.stderr) == (2, True)


TITLES: Cells = [["Nr", "Name"]]


def test_the_rows_of_sheets_with_the_same_titles_are_read_one_after_the_other(tmp_path: Path) -> None:
    february: Cells = [["Report of February"], ["nr ", "NAME", None], [2, "Thein Htay"]]
    content = workbook([*TITLES, [1, "Bob"]], ("Feb", february), ("Mar", TITLES))
    summary = screened(tmp_path, content, "year.xlsx")
    assert list(dict.fromkeys(row["name"] for row in table(summary))) == ["Bob", "Thein Htay"]
    assert (summary.rows, summary.hits, summary.clear, summary.sheets_left) == (2, 1, 1, ())
    assert "the sheets 'Kunden', 'Feb', 'Mar' have the same titles" in summary.notes[0]


def test_a_sheet_with_names_under_other_titles_is_told_as_not_screened(tmp_path: Path) -> None:
    others = ("Suppliers", [["Company name", "Country"], ["Htay Ltd", "MM"]]), ("Help", [["how to"]])
    content = workbook([*TITLES, [1, "Bob"]], *others, ("Empty", [["Betrag"]]))
    summary = screened(tmp_path, content, "both.xlsx")
    assert (summary.rows, summary.sheets_left) == (1, ("Suppliers",))
    assert summary.notes[0].startswith("the sheets 'Help', 'Empty' have no column of names")
    assert "NOT SCREENED: the sheet 'Suppliers' has names too" in summary.notes[1]
    (tmp_path / "both.xlsx").write_bytes(content)
    command = cli("batch", tmp_path / "both.xlsx", tmp_path / "out.csv")
    assert (command.exit_code, "NOT SCREENED" in command.stderr) == (3, True)


def test_a_file_without_a_row_to_screen_says_so_and_blank_rows_are_counted_for_people(tmp_path: Path) -> None:
    """It ended with 0 as all clear, with no word: a column that came empty out of an export."""
    file = tmp_path / "customers.csv"
    file.write_text("name,id\n,\n,\n", encoding="utf-8")
    done = cli("batch", file, tmp_path / "out.csv", "--no-progress")
    assert done.exit_code == 0
    assert f"nothing was screened: {file} has no row" in " ".join(done.stderr.split())
    assert "2  blank" in done.stdout
    file.write_text("name,id\nBob Stone,1\n", encoding="utf-8")
    done = cli("batch", file, tmp_path / "other.csv", "--no-progress")
    assert "nothing was screened" not in done.stderr
    assert "blank" not in done.stdout
