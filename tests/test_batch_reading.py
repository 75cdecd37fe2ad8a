"""Damaged and foreign CSV: the right rows, the right lines, nothing swallowed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from batch_helpers import FakeScreener
from test_batch import faults, rows_of

from sanctions_screen.batch import BatchSummary, check_files, screen_csv
from sanctions_screen.batch import lines as lines_module
from sanctions_screen.batch.records import MAX_RECORD_LINES, RecordReader
from sanctions_screen.errors import BatchError, MissingExtraError


def screened(
    tmp_path: Path, content: str | bytes, **options: object
) -> tuple[list[tuple[str, str]], BatchSummary]:
    source = tmp_path / "in.csv"
    source.write_bytes(content.encode() if isinstance(content, str) else content)
    summary = screen_csv(
        source,
        tmp_path / "out.csv",
        screener=FakeScreener(),
        **({"output_delimiter": ","} | options),  # type: ignore[arg-type]
    )
    rows = [row for row in rows_of(summary.output) if row["outcome"] != "error"]
    return [(row["line"], row["name"]) for row in rows], summary


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_header(tmp_path: Path, delimiter: str) -> None:
    text = f"id{delimiter}name{delimiter}country\n1{delimiter}Bob, Jr{delimiter}MM\n".replace(
        "Bob, Jr", '"Bob, Jr"' if delimiter == "," else "Bob, Jr"
    )
    rows, summary = screened(tmp_path, text)
    assert rows == [("2", "Bob, Jr")]
    assert summary.delimiter == delimiter


def test_an_unnamed_first_column_does_not_hide_the_delimiter(tmp_path: Path) -> None:
    assert screened(tmp_path, ";name;\n1;Bob, Jr;x\n")[0] == [("2", "Bob, Jr")]


def test_a_byte_order_mark_before_a_quoted_title_is_no_part_of_it(tmp_path: Path) -> None:
    assert screened(tmp_path, '"full, name",note\nBob,y\n'.encode("utf-8-sig"))[0] == [("2", "Bob")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read_and_counted(tmp_path: Path, end: str) -> None:
    rows, _ = screened(tmp_path, f"id,name{end}1,Bob{end}2,Ann{end}")
    assert rows == [("2", "Bob"), ("3", "Ann")]


def test_a_last_line_without_an_end_counts(tmp_path: Path) -> None:
    assert screened(tmp_path, "id,name\n1,Bob")[0] == [("2", "Bob")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
    rows, _ = screened(tmp_path, "name\r\nÇelik\r\n김석철\r\n".encode(encoding))
    assert rows == [("2", "Çelik"), ("3", "김석철")]


@pytest.mark.parametrize("encoding", ["cp1254", "utf-16-be", "gb18030"])
def test_an_encoding_told_is_used(tmp_path: Path, encoding: str) -> None:
    rows, _ = screened(tmp_path, "name\nÇelik\n".encode(encoding), encoding=encoding)
    assert rows == [("2", "Çelik")]


def test_line_numbers_count_the_lines_inside_quoted_values_and_blank_ones(tmp_path: Path) -> None:
    text = 'id,name,address\n1,Bob,"12 Main\nYangon"\n\n  \n2,Ann,x\n'
    rows, summary = screened(tmp_path, text)
    assert rows == [("2", "Bob"), ("6", "Ann")]
    assert (summary.rows, summary.blank_lines) == (2, 2)


def test_a_quoted_name_may_run_over_lines(tmp_path: Path) -> None:
    assert screened(tmp_path, 'name\n"Thein\nXu"\nAnn\n')[1].hits == 1


def test_undecodable_bytes_cost_their_own_row_only(tmp_path: Path) -> None:
    rows, summary = screened(tmp_path, b"name\nBob\nB\xe9a\nAnn\n\xc3\x87elik\n")
    assert rows == [("2", "Bob"), ("4", "Ann"), ("5", "Çelik")]
    assert faults(summary) == [("3", "byte 0xe9 is not utf-8; tell the file's encoding if it is another")]


def test_damage_in_utf_16_costs_its_own_row_only(tmp_path: Path) -> None:
    damaged = "name\nBob\n".encode("utf-16") + b"\x00\xdcX\x00\n\x00" + "Ann\n".encode("utf-16-le")
    rows, summary = screened(tmp_path, damaged)
    assert rows == [("2", "Bob"), ("4", "Ann")]
    assert [line for line, _ in faults(summary)] == ["3"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("3", "the row has 1 cell where the header has 3"),
        ("3,Cy,person,extra", "the row has 4 cells where the header has 3"),
        ("3,C\0y,person", "the line holds a NUL character"),
        ("3,C\ufffdy,person", "U+FFFD"),
        ('3,"Cy,person', "a quotation mark is opened and not closed"),
        ('3,"Cy"x,person', "text after a closing quotation mark"),
        (f"3,{'C' * 1001},person", "name has 1,001 characters; at most 1,000"),
    ],
)
def test_a_damaged_row_costs_itself_only_and_says_why(tmp_path: Path, line: str, reason: str) -> None:
    rows, summary = screened(tmp_path, f"id,name,kind\n1,Bob,person\n{line}\n4,Di,person\n5,Ed,person\n")
    assert rows == [("2", "Bob"), ("4", "Di"), ("5", "Ed")]
    ((number, told),) = faults(summary)
    assert number == "3"
    assert reason in told


def test_two_stray_quotation_marks_do_not_swallow_the_rows_between(tmp_path: Path) -> None:
    text = 'id,name,kind\n1,"Bob,person\n2,Ann,person\n3,Thein,person\n4,Al",person\n5,Di,person\n'
    rows, summary = screened(tmp_path, text)
    assert ("3", "Ann") in rows
    assert ("4", "Thein") in rows
    assert ("6", "Di") in rows
    assert [line for line, _ in faults(summary)] == ["2"]


def test_two_neighbouring_rows_that_became_one_are_shown_to_a_person(tmp_path: Path) -> None:
    for text in (
        'id,name,kind\n1,"Bob,person\n2,Al",person\n',
        'name,note,id\n"Bob,person,1\nAl",person,2\n',
    ):
        rows, summary = screened(tmp_path, text + "3,Di,person\n")
        assert [line for line, _ in rows] == ["4"]
        ((line, reason),) = faults(summary)
        assert line == "2"
        assert "lines 2 to 3 are one row" in reason


@pytest.mark.parametrize(
    "row", ['"Thein\nXu",x,y', '1,"Thein\nXu",x', '1,Thein,"Main St, Block B\nYangon, Myanmar"']
)
def test_a_true_value_over_several_lines_is_read_in_every_column(tmp_path: Path, row: str) -> None:
    header = "name,a,b" if row.startswith('"') else "id,name,b"
    assert screened(tmp_path, f"{header}\n{row}\n")[1].hits == 1


def test_a_quotation_mark_opened_on_the_last_line_is_an_error_there(tmp_path: Path) -> None:
    rows, summary = screened(tmp_path, 'id,name\n1,Bob\n2,"Ann')
    assert rows == [("2", "Bob")]
    assert [line for line, _ in faults(summary)] == ["3"]


def test_empty_cells_at_the_end_of_a_row_are_no_fault(tmp_path: Path) -> None:
    assert screened(tmp_path, "id,name\n1,Bob,, \n")[0] == [("2", "Bob")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_of_empty_cells_is_a_blank_line_whatever_parts_them(tmp_path: Path, delimiter: str) -> None:
    text = 'id,name,b\n1,Bob,\n,,\n , ,""\n2,,x\n'.replace(",", delimiter)
    rows, summary = screened(tmp_path, text)
    assert rows == [("2", "Bob"), ("5", "")]
    assert (summary.blank_lines, summary.unscreenable) == (2, 1)


def test_an_overlong_line_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "MAX_LINE_BYTES", 1000)
    rows, summary = screened(tmp_path, f"id,name\n1,Bob\n2,{'x' * 5000}\n3,Ann\n")
    assert rows == [("2", "Bob"), ("4", "Ann")]
    assert faults(summary) == [("3", "the line has 5,003 bytes; at most 1,000 are read")]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("size", [*range(996, 1004), 1998, 5000])
def test_a_line_end_that_falls_on_the_edge_of_the_buffer_is_one_line_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: bytes, size: int
) -> None:
    monkeypatch.setattr(lines_module, "MAX_LINE_BYTES", 1000)
    long = b"x" * size
    path = tmp_path / "lines"
    path.write_bytes(end.join([b"name", long, b"Ann", b""]))
    with path.open("rb") as stream:
        lines = list(lines_module.read_lines(stream, "utf-8"))
    assert [line.number for line in lines] == [1, 2, 3]
    assert lines[2].text.strip() == "Ann"
    assert lines[-1].end == path.stat().st_size
    assert (lines[1].fault is None) == (size + len(end) <= 1000)


def test_a_wide_encoding_told_wrongly_is_an_error_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="name"):
        screened(tmp_path, "name\nBob\n", encoding="utf-16-le")


@pytest.mark.parametrize(
    ("line", "most"),
    [("x\n", MAX_RECORD_LINES), ("x" * (1 << 16) + "\n", 16)],
)
def test_an_open_quotation_mark_looks_ahead_a_bounded_way_only(line: str, most: int) -> None:
    looked: list[int] = []

    def endless() -> Iterator[lines_module.Line]:
        for number in count(1):
            looked.append(number)
            assert number < 10 * MAX_RECORD_LINES
            yield lines_module.Line(number, number, number + 1, '"' + line if number == 1 else line)

    record = next(iter(RecordReader(endless(), ",")))
    assert record.fault is not None
    assert record.next_line == 2
    assert len(looked) <= most + 1


@pytest.mark.parametrize(("name", "module"), [("hits.xlsx", "xlsxwriter"), ("hits.parquet", "pyarrow")])
def test_an_output_that_needs_an_extra_is_told_before_anybody_is_screened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    source = tmp_path / "customers.csv"
    source.write_text("name\nThein Htay\n")
    monkeypatch.setitem(sys.modules, module, None)
    screener = FakeScreener()
    with pytest.raises(MissingExtraError, match="needs the extra"):
        check_files(source, tmp_path / name)
    with pytest.raises(MissingExtraError, match="needs the extra"):
        screen_csv(source, tmp_path / name, screener=screener)
    assert screener.seen == []
    assert [file.name for file in tmp_path.iterdir()] == ["customers.csv"]
