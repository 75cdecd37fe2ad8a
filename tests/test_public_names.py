"""What the package promises to the outside."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sanctions_screen
from sanctions_screen import errors


def test_all_is_sorted_and_holds_exactly_what_is_public() -> None:
    stub = Path(sanctions_screen.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    lines = ast.parse(stub).body
    imported = {alias.name for line in lines if isinstance(line, ast.ImportFrom) for alias in line.names}
    (told,) = (ast.literal_eval(line.value) for line in lines if isinstance(line, ast.Assign))
    assert set(told) == imported
    assert set(sanctions_screen.__all__) == imported
    assert list(sanctions_screen.__all__) == sorted(sanctions_screen.__all__)


def test_everything_public_is_there_when_it_is_asked_for() -> None:
    for name in sanctions_screen.__all__:
        assert getattr(sanctions_screen, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = sanctions_screen.no_such_name  # type: ignore[attr-defined]


def test_the_names_of_the_contract_are_there() -> None:
    contract = {"ListStore", "Screener", "Subject", "ScreeningSettings", "compare_names", "screen_csv"}
    assert contract <= set(sanctions_screen.__all__)


def test_every_error_is_in_the_tree_that_the_docstring_draws() -> None:
    assert errors.__doc__ is not None
    for name in errors.__all__:
        assert name in errors.__doc__
        assert issubclass(getattr(errors, name), errors.SanctionsScreenError)


WORKER = """
import sys
from sanctions_screen import ListStore, Screener, screen_csv
{work}
extras = {{'hypothesis', 'httpx2', 'stamina', 'python_calamine', 'rich', 'click'}}
print(sorted(extras & set(sys.modules)))
"""
SCREENING = """
screener = Screener(ListStore.embedded())
assert screener.screen("Thein Htay").outcome == "hit"
assert screen_csv("in.csv", "out.csv", screener=screener).hits == 1
"""


@pytest.mark.parametrize("work", ["", SCREENING], ids=["importing", "screening"])
def test_a_worker_loads_nothing_of_the_command_and_nothing_that_an_extra_brings(
    work: str, tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_text("name\nThein Htay\n", encoding="utf-8")
    package = str(Path(sanctions_screen.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", WORKER.format(work=work)],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": package},
    )
    assert done.stdout.strip() == "[]"
