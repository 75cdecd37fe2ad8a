"""What the package promises to the outside."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

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


def test_importing_the_package_loads_nothing_that_an_extra_brings() -> None:
    code = (
        "import sys, sanctions_screen;"
        "extras = {'hypothesis', 'httpx2', 'stamina', 'python_calamine', 'rich', 'click'};"
        "print(sorted(extras & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
