"""No file of source or of tests is too long to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 400
FOLDERS = ("sanctions_screen", "rust/src", "tests", "benchmarks")

if not (ROOT / "CONTRIBUTING.md").is_file():
    pytest.skip("the checkout is not here", allow_module_level=True)


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    files = [
        file for folder in FOLDERS for kind in ("py", "rs") for file in (ROOT / folder).rglob(f"*.{kind}")
    ]
    lengths = {str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in files}
    assert len(lengths) > len(FOLDERS)
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
