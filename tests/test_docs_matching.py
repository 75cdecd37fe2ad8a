"""docs/matching.md shows ledgers that are true, and that a reader can add up."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The script that writes the ledgers."""
    spec = importlib.util.spec_from_file_location("make_ledgers", DOCS / "make_ledgers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_shows_the_ledgers_that_the_code_makes(maker: ModuleType) -> None:
    text = (DOCS / "matching.md").read_text(encoding="utf-8")
    assert maker.page(text) == text, "docs/matching.md is stale: python docs/make_ledgers.py"


def test_the_lines_shown_add_up_to_what_the_formula_takes() -> None:
    text = (DOCS / "matching.md").read_text(encoding="utf-8")
    ledgers = re.findall(r"```\n(for .*?)\n```", text, flags=re.DOTALL)
    assert len(ledgers) >= 6
    for ledger in ledgers:
        sums = dict.fromkeys(("for", "against", "doubt"), 0.0)
        for line in ledger.splitlines():
            side = line.split()[0]
            if side in sums:
                sums[side] += float(line.split()[1])
        told = re.search(r"\(1 \+ ([0-9.]+) / ([0-9.]+) \^ [0-9.]+ \+ ([0-9.]+)\)", ledger)
        assert told is not None
        shown = [float(number) for number in told.groups()]
        # Each line is shown with three decimals.
        assert [sums["against"], sums["for"], sums["doubt"]] == pytest.approx(shown, abs=0.004)
