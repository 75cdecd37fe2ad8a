"""``screen_csv`` from the outside: every row has a fate, and the fates add up."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import threading
from datetime import date
from pathlib import Path

import pytest
from batch_helpers import PROVENANCE, FakeScreener, hit

from sanctions_screen.batch import (
    OUTPUT_COLUMNS,
    BatchProgress,
    BatchSummary,
    InputRow,
    OutputRow,
    flat_rows,
    is_neutralised,
    screen_csv,
)
from sanctions_screen.batch.render import csv_bytes, json_line
from sanctions_screen.errors import BatchError
from sanctions_screen.model import ScreeningResult, Subject


def run(tmp_path: Path, content: str | bytes, name: str = "hits.csv", **options: object) -> BatchSummary:
    source = tmp_path / "customers.csv"
    source.write_bytes(content.encode() if isinstance(content, str) else content)
    return screen_csv(source, tmp_path / name, screener=FakeScreener(), **options)  # type: ignore[arg-type]


def rows_of(path: Path | str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def faults(summary: BatchSummary) -> list[tuple[str, str]]:
    return [(row["line"], row["reason"]) for row in rows_of(summary.errors_file)]


def test_each_row_is_in_the_output_and_the_totals_add_up(tmp_path: Path) -> None:
    text = "id,name,kind,dob\nA,Thein Htay,person,1955-09-07\nB,***,,\nC\nD,Ann,,\n"
    summary = run(tmp_path, text)
    assert (summary.rows, summary.hits, summary.clear, summary.unscreenable, summary.errors) == (
        4,
        1,
        1,
        1,
        1,
    )
    assert summary.parties == 2
    assert [row["row"] for row in rows_of(summary.output)] == ["1", "1", "2", "3", "4"]
    assert rows_of(summary.output)[3]["outcome"] == "error"
    assert [row["row"] for row in rows_of(summary.errors_file)] == ["3"]


def test_a_hit_row_tells_who_matched_and_when_the_party_was_listed_and_delisted(tmp_path: Path) -> None:
    first, second = rows_of(run(tmp_path, "id,name\nA,Thein Htay\n").output)
    assert tuple(first) == (*OUTPUT_COLUMNS, "id", "name (input)")
    assert (first["reference"], first["outcome"], first["score"]) == ("A", "hit-delisted", "1.0000")
    assert (first["id"], first["name (input)"]) == ("A", "Thein Htay")
    assert (first["party_id"], first["status"]) == ("own:1", "delisted")
    assert (first["listed_on"], first["delisted_on"]) == ("../2013-07-02", "2016-10-07")
    assert first["list_version"] == "own@2019-05-06#abababababab"
    assert second["party_id"] == "own:2"


def test_a_listed_party_has_no_delisting_day_though_it_left_the_list_before() -> None:
    before = hit("1", 1.0, "THEIN")
    again = before.history.events[0].model_copy(
        update={"kind": "relisted", "on": date(2019, 1, 1), "window": None}
    )
    history = before.history.model_copy(update={"events": (*before.history.events, again)})
    listed = before.model_copy(update={"status": "listed", "history": history})
    result = ScreeningResult(subject=Subject(name="x"), outcome="hit", hits=(listed,), provenance=PROVENANCE)
    (row,) = flat_rows(OutputRow(InputRow(1, 2, result.subject), result))
    cells = dict(zip(OUTPUT_COLUMNS, row, strict=True))
    assert (cells["status"], cells["listed_on"], cells["delisted_on"]) == ("listed", "2019-01-01", "")


@pytest.mark.parametrize("text", [" =1", "\u00a0@x", "\n+1", "' -1", "\r", "''=x", "\u200b=1", "\ufeff'=1"])
def test_a_formula_behind_spaces_or_apostrophes_is_neutralised_too(text: str) -> None:
    ((cell, _),) = csv.reader(io.StringIO(csv_bytes([(text, "x")]).decode(), newline=""))
    assert cell == f"'{text}"


UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200d\u200e\u200f\u2060\u2063\u206a\u2800\u3164\ufe0f\ufeff"
)


@pytest.mark.parametrize("unseen", [*UNSEEN, "\U000e0041", " \u200b\t"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'="])
def test_a_formula_behind_what_does_not_show_is_neutralised_too(unseen: str, start: str) -> None:
    ((cell, _),) = csv.reader(io.StringIO(csv_bytes([(f"{unseen}{start}1", "x")]).decode(), newline=""))
    assert cell.startswith("'")
    assert cell[1:] == f"{unseen}{start}1"
    assert is_neutralised(cell)


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x00", "\x7f", "\x9b", "\u202e", "\u2066"])
def test_what_steers_a_terminal_or_turns_the_writing_is_shown_as_its_code(
    tmp_path: Path, character: str
) -> None:
    ((cell, _),) = csv.reader(io.StringIO(csv_bytes([(f"a{character}b", "x")]).decode(), newline=""))
    assert cell == f"a\\u{ord(character):04x}b"


def test_an_unscreenable_row_says_why(tmp_path: Path) -> None:
    (row,) = rows_of(run(tmp_path, "name\n***\n").output)
    assert (row["outcome"], row["explanation"]) == ("unscreenable", "no letters")


def test_a_cell_that_a_spreadsheet_would_run_is_neutralised_and_can_be_restored(tmp_path: Path) -> None:
    names = ['=HYPERLINK("http://x")', "+1 Bob", "-Bob", "@Bob", "'=Bob", " =Bob", "＝Bob", "\t=Bob"]
    source = io.StringIO()
    csv.writer(source).writerows([["id", "name"], *([name, "Bob"] for name in names)])
    written = [row["reference"] for row in rows_of(run(tmp_path, source.getvalue()).output)]
    assert all(cell.startswith("'") for cell in written)
    assert [cell[1:] if is_neutralised(cell) else cell for cell in written] == [
        name.strip() for name in names
    ]


def test_an_ordinary_cell_is_written_as_it_is(tmp_path: Path) -> None:
    (row,) = rows_of(run(tmp_path, "id,name\nA-1=2,O'Neil @ Co\n").output)
    assert (row["reference"], row["name"]) == ("A-1=2", "O'Neil @ Co")


def test_the_errors_file_is_neutralised_too(tmp_path: Path) -> None:
    (row,) = rows_of(run(tmp_path, "id,name\n=cmd()\n").errors_file)
    assert row["text"] == "'=cmd()"


def test_json_lines_have_one_object_a_row_with_the_whole_result(tmp_path: Path) -> None:
    summary = run(tmp_path, "id,name\nA,Thein Htay\nB,=Bob\n", name="hits.jsonl")
    first, second = (json.loads(line) for line in Path(summary.output).read_text().splitlines())
    assert [hit["party"]["party_id"] for hit in first["hits"]] == ["own:1", "own:2"]
    assert first["provenance"]["lists"][0]["digest"] == "ab" * 32
    assert (second["row"], second["line"], second["hits"], second["subject"]["name"]) == (2, 3, [], "=Bob")


def test_the_format_told_beats_the_ending(tmp_path: Path) -> None:
    summary = run(tmp_path, "name\nBob\n", name="hits.csv", format="jsonl")
    assert json.loads(Path(summary.output).read_text())["outcome"] == "clear"


def test_the_summary_is_written_beside_the_output_with_the_provenance(tmp_path: Path) -> None:
    summary = run(tmp_path, "name\nBob\n")
    assert BatchSummary.model_validate_json(Path(summary.summary_file).read_bytes()) == summary
    assert summary.provenance == PROVENANCE
    assert len(summary.input_sha256) == 64


def test_nothing_but_the_three_files_is_left_when_a_run_is_done(tmp_path: Path) -> None:
    run(tmp_path, "name\nBob\n")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"customers.csv", "hits.csv", "hits.errors.csv", "hits.summary.json"}


def test_an_errors_file_of_an_earlier_run_does_not_survive_a_clean_one(tmp_path: Path) -> None:
    run(tmp_path, "id,name\nshort\n")
    assert faults(run(tmp_path, "id,name\nA,Bob\n")) == []


def test_a_subject_the_screener_refuses_is_an_error_row_and_stops_nobody(tmp_path: Path) -> None:
    summary = run(tmp_path, "name\nraise\nBob\n")
    assert faults(summary) == [("2", "could not be screened: asked to")]
    assert summary.clear == 1


def test_parties_that_the_limit_on_hits_left_out_are_counted_too(tmp_path: Path) -> None:
    class Limited(FakeScreener):
        def screen(self, subject: Subject | str) -> ScreeningResult:
            return super().screen(subject).model_copy(update={"hits_left_out": 3})

    (tmp_path / "in.csv").write_text("name\nThein Htay\n")
    summary = screen_csv(tmp_path / "in.csv", tmp_path / "out.csv", screener=Limited())
    assert (summary.hits, summary.parties) == (1, 5)
    assert {row["hits_left_out"] for row in rows_of(summary.output)} == {"3"}


def test_progress_is_told_after_each_chunk(tmp_path: Path) -> None:
    seen: list[BatchProgress] = []
    text = "name\n" + "Bob\n" * 450
    run(tmp_path, text, progress=seen.append)
    rows = [step.totals.rows for step in seen]
    assert rows == sorted(set(rows))
    assert len(rows) > 1
    assert seen[-1].totals.rows == 450
    assert seen[-1].bytes_done == seen[-1].bytes_total == len(text)


def test_a_header_without_rows_gives_an_output_without_rows(tmp_path: Path) -> None:
    summary = run(tmp_path, "name")
    assert (summary.rows, rows_of(summary.output)) == (0, [])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("\n\n", "empty"),
        ("a,b\n1,2\n", "'a', 'b'"),
        ("name,full name\n1,2\n", "'name', 'full name'"),
        ('"name\nBob\n', "quotation mark"),
        (b"n\xffme\nBob\n", "not UTF-8 .line 1 has the byte 0xff.: tell its encoding with --encoding"),
        ("name\nBob\n".encode("utf-16-le"), "NUL"),
    ],
)
def test_a_file_without_a_usable_header_is_refused_with_what_was_seen(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    with pytest.raises(BatchError, match=words):
        run(tmp_path, content)
    assert {path.name for path in tmp_path.iterdir()} == {"customers.csv"}


def test_the_output_may_not_be_the_input(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="must differ"):
        run(tmp_path, "name\nBob\n", name="customers.csv")
    assert (tmp_path / "customers.csv").read_text() == "name\nBob\n"


def test_the_output_may_not_be_the_input_under_another_name(tmp_path: Path) -> None:
    source = tmp_path / "customers.csv"
    source.write_text("name\nBob\n")
    (tmp_path / "link.csv").symlink_to(source)
    with pytest.raises(BatchError, match="must differ"):
        screen_csv(source, tmp_path / "link.csv", screener=FakeScreener())


def test_an_output_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="no folder"):
        run(tmp_path, "name\nBob\n", name="nowhere/hits.csv")


def test_an_input_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=r"cannot read .*absent"):
        screen_csv(tmp_path / "absent.csv", tmp_path / "o.csv", screener=FakeScreener())


def test_an_input_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="cannot read"):
        screen_csv(tmp_path, tmp_path / "o.csv", screener=FakeScreener())


@pytest.mark.parametrize("delimiter", ["", ",,", '"', "\n"])
def test_a_delimiter_that_is_none_is_refused(tmp_path: Path, delimiter: str) -> None:
    with pytest.raises(BatchError, match="one character"):
        run(tmp_path, "name\nBob\n", delimiter=delimiter)


def test_an_encoding_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="'klingon'"):
        run(tmp_path, "name\nBob\n", encoding="klingon")


def test_an_input_that_changes_meanwhile_is_noticed_and_nothing_is_published(tmp_path: Path) -> None:
    def grow(_: BatchProgress) -> None:
        with (tmp_path / "customers.csv").open("a") as stream:
            stream.write("Ann\n")

    with pytest.raises(BatchError, match="was changed"):
        run(tmp_path, "name\nBob\n", progress=grow)
    assert not (tmp_path / "hits.csv").exists()


def test_a_device_or_a_pipe_is_never_replaced_by_the_output(tmp_path: Path) -> None:
    mkfifo = getattr(os, "mkfifo", None)
    if mkfifo is None:
        pytest.skip("this system has no named pipes")
    mkfifo(tmp_path / "hits.csv")
    with pytest.raises(BatchError, match="a device, a pipe"):
        run(tmp_path, "name\nBob\n")
    assert stat.S_ISFIFO((tmp_path / "hits.csv").stat().st_mode)


def test_a_pipe_is_read_to_its_end_and_screened_like_a_file(tmp_path: Path) -> None:
    mkfifo = getattr(os, "mkfifo", None)
    if mkfifo is None:
        pytest.skip("this system has no named pipes")
    mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=("name\nThein Htay\nBob\n",))
    writer.start()
    summary = screen_csv(tmp_path / "pipe", tmp_path / "o.csv", screener=FakeScreener())
    writer.join()
    assert (summary.rows, summary.hits, summary.clear) == (2, 1, 1)


def test_a_device_as_input_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="not a regular file"):
        screen_csv("/dev/zero", tmp_path / "o.csv", screener=FakeScreener())


def test_an_output_that_names_a_folder_by_dots_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name\nBob\n")
    with pytest.raises(BatchError, match="folder"):
        screen_csv(tmp_path / "in.csv", ".", screener=FakeScreener())


def test_json_holds_half_a_character_as_an_escape_that_reads_back() -> None:
    line = json_line({"name": "a\udc80b"})
    assert line == b'{"name":"a\\udc80b"}\n'
    assert json.loads(line) == {"name": "a\udc80b"}


def test_a_row_with_half_a_character_is_an_error_and_stops_nobody(tmp_path: Path) -> None:
    summary = run(tmp_path, "name\nA\\ud800B\nBob\n", encoding="unicode_escape")
    assert (summary.rows, summary.clear, summary.errors) == (2, 1, 1)
    assert "half a character" in faults(summary)[0][1]
