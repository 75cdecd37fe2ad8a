"""What is worked out from the package's own files is kept, and never trusted blindly."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_screen._kept import kept

VALUE = {"rows": [("a", 1), ("b", 2)], "some": frozenset({"c"}), "ratio": 0.5}


def _never() -> object:
    raise AssertionError("it was kept")


def test_what_was_worked_out_once_is_read_the_next_time(tmp_path: Path) -> None:
    assert kept("table", lambda: VALUE, tmp_path) == VALUE
    assert kept("table", _never, tmp_path) == VALUE


@pytest.mark.parametrize("damaged", [slice(-1), slice(0), slice(1, None)])
def test_a_damaged_file_is_worked_out_anew(tmp_path: Path, damaged: slice) -> None:
    kept("table", lambda: VALUE, tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[damaged])
    assert kept("table", lambda: ["anew"], tmp_path) == ["anew"]
    assert kept("table", _never, tmp_path) == ["anew"]


def test_other_code_takes_nothing_over_and_leaves_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept("table", lambda: VALUE, tmp_path)
    monkeypatch.setattr("sanctions_screen._kept.code_digest", lambda: "f" * 64)
    assert kept("table", lambda: ["other"], tmp_path) == ["other"]
    assert len(list(tmp_path.iterdir())) == 1


def test_what_rests_on_something_else_too_is_worked_out_anew_when_that_changes(tmp_path: Path) -> None:
    kept("table", lambda: VALUE, tmp_path, of="these lists")
    assert kept("table", _never, tmp_path, of="these lists") == VALUE
    assert kept("table", lambda: ["other"], tmp_path, of="other lists") == ["other"]


def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert kept("table", lambda: VALUE, tmp_path / "file") == VALUE
