"""Lists as readable text: what is written reads back the same, and what is wrong is named with its line."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from store_parties import LIST, day, notice, parties

from sanctions_screen.errors import MalformedFileError, StoreError, UnsafeFileError
from sanctions_screen.model import SourceFile
from sanctions_screen.store import ListStore
from sanctions_screen.store import _jsonlines as jsonlines
from sanctions_screen.store._jsonlines import read_notices, read_snapshot, write_notices, write_snapshot


def written(folder: Path) -> Path:
    path = folder / f"{day(0)}.jsonl"
    held = parties([(2, "b\u2028line"), (1, "a")])
    write_snapshot(path, held, list_id=LIST, published_on=day(0), title="Mine", selection=True)
    return path


def test_a_snapshot_reads_back_as_it_was_written_sorted(tmp_path: Path) -> None:
    file = read_snapshot(written(tmp_path))
    assert list(file.parties) == parties([(1, "a"), (2, "b\u2028line")])
    assert (file.header.title, file.header.selection, file.header.party_count) == ("Mine", True, 2)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of Unix")
@pytest.mark.parametrize("placed", ["link", "pipe"])
def test_what_stands_under_a_files_name_is_replaced_not_written_through(tmp_path: Path, placed: str) -> None:
    target, elsewhere = tmp_path / f"{day(0)}.jsonl", tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    if placed == "link":
        target.symlink_to(elsewhere)
    else:
        os.mkfifo(target)
    written(tmp_path)
    assert elsewhere.read_text() == "mine"
    assert not target.is_symlink()
    assert len(read_snapshot(target).parties) == 2
    assert {found.name for found in tmp_path.iterdir()} == {elsewhere.name, target.name}


def test_export_and_import_into_an_empty_store_give_the_same_versions_chain_and_answers(
    tmp_path: Path,
) -> None:
    store = ListStore.in_memory()
    raw = SourceFile(name="SDN.CSV", sha256="00" * 32, size=1)
    for number, text in ((3, "a"), (1, "b"), (3, "c"), (2, "d")):
        store.add_snapshot(
            LIST, parties([(1, text), (2, "x")]), published_on=day(number), files=[raw], format="f", title="T"
        )
    store.add_notices(LIST, [notice("amended", day(2), 1)], complete=[(day(0), day(9))])
    paths = store.export(LIST, tmp_path)
    assert [path.name for path in paths] == [
        "2020-01-02.jsonl", "2020-01-03.jsonl", "2020-01-04.1.jsonl", "2020-01-04.3.jsonl", "notices.jsonl",
        "revisions.jsonl",
    ]  # fmt: skip
    copy = ListStore.in_memory()
    assert copy.import_folder(tmp_path) == (LIST,)
    assert copy.versions(LIST) == store.versions(LIST)
    assert copy.lists() == store.lists()
    assert copy.history(f"{LIST}:1") == store.history(f"{LIST}:1")
    assert copy.state(LIST).provenance == store.state(LIST).provenance


def changed(line: int, change: Callable[[dict[str, object]], object]) -> Callable[[list[str]], list[str]]:
    def apply(lines: list[str]) -> list[str]:
        record = json.loads(lines[line])
        lines[line] = json.dumps(change(record) or record, ensure_ascii=False)
        return lines

    return apply


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (changed(0, lambda r: r.update(party_count=3)), r"line 1: party_count says 3.*give 2"),
        (changed(0, lambda r: r.update(digest="0" * 64)), r"line 1: digest says 000"),
        (changed(0, lambda r: r.update(format="sanctions_screen.snapshot/2")), r"2.*reads.*snapshot/1"),
        (changed(1, lambda r: r.update(remarks="edited")), r"line 1: digest says"),
        (changed(1, lambda r: r.update(colour="red")), r"line 2: colour"),
        (changed(1, lambda r: r.update(party_id="other:1")), r"line 2: other:1 is not of list 'my-list'"),
        (lambda lines: [lines[0], lines[2], lines[1]], r"line 3: my-list:1 is out of order"),
        (lambda lines: [lines[0], lines[1], lines[1]], r"line 3: my-list:1 stands twice"),
        (lambda lines: [lines[0], lines[1][:-5], lines[2]], r"line 2: not JSON"),
        (lambda lines: [lines[0], "[" * 100_000], r"line 2: not JSON"),
        (lambda lines: [lines[0], "", lines[1]], r"line 2: not JSON"),
        (lambda _lines: [], r"empty; its first line should be a header"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_file_and_line(
    tmp_path: Path, damage: Callable[[list[str]], list[str]], message: str
) -> None:
    path = written(tmp_path)
    lines = damage(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    with pytest.raises(MalformedFileError, match=message) as caught:
        read_snapshot(path)
    assert path.name in str(caught.value)


def test_bytes_that_are_not_utf_8_are_named_with_their_line(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"Name 1", b"Name \xff"))
    with pytest.raises(MalformedFileError, match="line 2: not UTF-8"):
        read_snapshot(path)


def test_an_oversized_line_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path)
    monkeypatch.setattr(jsonlines, "MAX_LINE_CHARS", 50)
    with pytest.raises(UnsafeFileError, match="line 1: longer than 50"):
        read_snapshot(path)


def test_notices_read_back_sorted_and_a_wrong_order_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notices.jsonl"
    told = [notice("delisted", day(3), 1), notice("listed", day(1), 1)]
    write_notices(path, LIST, told, [(day(0), day(9))])
    header, found = read_notices(path)
    assert list(found) == told[::-1]
    assert header.periods == ((day(0), day(9)),)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], lines[2], lines[1]]), encoding="utf-8")
    with pytest.raises(MalformedFileError, match="line 2: notices are not sorted"):
        read_notices(path)


def test_a_folder_without_lists_is_an_error_that_says_what_belongs_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"2024-07-02\.jsonl"):
        ListStore.in_memory().import_folder(tmp_path)


def test_files_of_two_lists_in_one_folder_are_refused(tmp_path: Path) -> None:
    write_snapshot(tmp_path / "1.jsonl", [], list_id="a", published_on=day(0))
    write_snapshot(tmp_path / "2.jsonl", [], list_id="b", published_on=day(1))
    with pytest.raises(MalformedFileError, match="several lists in one folder: a, b"):
        ListStore.in_memory().import_folder(tmp_path)
