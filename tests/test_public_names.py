"""What the package promises to the outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import sanctions_screen
from sanctions_screen import errors


def test_all_is_sorted_and_holds_exactly_what_is_public() -> None:
    public = {
        name
        for name, value in vars(sanctions_screen).items()
        if not name.startswith("_") and not isinstance(value, ModuleType) and name != "annotations"
    }
    assert set(sanctions_screen.__all__) == public | {"__version__"}
    assert list(sanctions_screen.__all__) == sorted(sanctions_screen.__all__)


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
