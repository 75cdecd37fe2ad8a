"""Laws of the batch: it answers as one by one, loses no row, and its totals add up."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path
from unittest.mock import patch

from batch_helpers import FakeScreener
from hypothesis import example, given
from hypothesis import strategies as st

from sanctions_screen.batch import BatchSummary, run, screen_csv
from sanctions_screen.batch.lines import read_lines
from sanctions_screen.batch.records import RecordReader
from sanctions_screen.batch.render import csv_bytes, is_neutralised, shown

SPECIAL = st.sampled_from(
    ['"', ",", ";", "\n", "\r", "\r\n", " ", "=", "'", "Thein", "\ufffd", "\0", "é", "김"]
)
MESS = st.lists(st.one_of(SPECIAL, st.text(max_size=3)), max_size=40).map("".join)
# Without a delimiter in it, a value over several lines cannot be taken for rows.
PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufffd,"), max_size=12)
CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufffd"), max_size=12)


def screened(content: bytes, name: str = "out.csv", chunk: int = 2000) -> tuple[BatchSummary, bytes, bytes]:
    # A law needs no power cuts: what goes to disk at once is tested in test_batch_resume.py.
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(run, "CHUNK_ROWS", chunk),
        patch("os.fsync"),
    ):
        source = Path(folder, "in.csv")
        source.write_bytes(content)
        summary = screen_csv(source, Path(folder, name), screener=FakeScreener())
        return summary, Path(summary.output).read_bytes(), Path(summary.errors_file).read_bytes()


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


@given(MESS, st.binary(max_size=20))
@example('1,"Bob,x\n2,Ann,x\n3,Al",x\n', b"")
@example('1,"', b"")
@example('""\n"\n"a""\n', b"\xff\n")
def test_every_row_is_in_the_output_and_the_totals_add_up(text: str, tail: bytes) -> None:
    summary, output, errors = screened(
        "id,name,noté\n".encode() + text.encode("utf-8", "surrogatepass") + tail
    )
    answered = {int(row["row"]) for row in table(output)}
    faulty = [int(row["row"]) for row in table(errors)]
    assert len(faulty) == len(set(faulty)) == summary.errors
    assert {int(row["row"]) for row in table(output) if row["outcome"] == "error"} == set(faulty)
    assert sorted(answered) == list(range(1, summary.rows + 1))
    assert summary.rows == summary.hits + summary.clear + summary.unscreenable + summary.errors


@given(MESS, st.binary(max_size=20), st.sampled_from([2, 3]))
def test_every_line_that_is_not_blank_belongs_to_exactly_one_record(
    text: str, tail: bytes, width: int
) -> None:
    data = text.encode("utf-8", "surrogatepass") + tail
    lines = list(read_lines(io.BytesIO(data), "utf-8", number=2))
    reader = RecordReader(lines, ",", width)
    records = list(reader)
    assert lines == [] or lines[-1].end == len(data)
    covered = [number for record in records for number in range(record.line, record.next_line)]
    assert len(covered) == len(set(covered))
    blank = [
        line.number
        for line in lines
        if line.fault is None and all(cell.strip() in ("", '""') for cell in line.text.split(","))
    ]
    missing = [line.number for line in lines if line.number not in set(covered)]
    assert set(missing) <= set(blank)
    assert reader.blank_lines == len(missing)


@given(st.lists(st.tuples(PLAIN, PLAIN), max_size=12), st.integers(1, 5))
def test_a_batch_answers_as_screening_one_by_one(rows: list[tuple[str, str]], chunk: int) -> None:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerows([("id", "name", "note"), *((a, b, "x") for a, b in rows)])
    summary, output, errors = screened(text.getvalue().encode(), "out.jsonl", chunk)
    assert table(errors) == []
    results = {each["row"]: each for each in map(json.loads, output.decode().splitlines())}
    for number, (reference, name) in enumerate(rows, 1):
        alone = FakeScreener().screen(name.strip())
        assert results[number]["outcome"] == alone.outcome
        assert results[number]["subject"]["name"] == name.strip()
        assert results[number]["subject"].get("reference", "") == reference.strip()
    assert summary.rows == len(rows)


@given(MESS, st.integers(1, 6))
def test_the_size_of_a_chunk_changes_no_byte(text: str, chunk: int) -> None:
    content = b"id,name,note\n" + text.encode("utf-8", "surrogatepass")
    assert screened(content, chunk=chunk)[1:] == screened(content)[1:]


@given(st.lists(CELL, min_size=2, max_size=5))
def test_a_neutralised_cell_never_begins_a_formula_and_gives_its_text_back(cells: list[str]) -> None:
    (written,) = csv.reader(io.StringIO(csv_bytes([cells]).decode("utf-8"), newline=""))
    assert all(cell.lstrip()[:1] not in tuple("=+-@") for cell in written)
    assert [cell[1:] if is_neutralised(cell) else cell for cell in written] == [shown(cell) for cell in cells]
