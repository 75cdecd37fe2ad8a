"""Fixtures every test may use, how many examples a law is tried on, and a terminal that is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import is_hypothesis_test, settings
from publishing import Publisher, publishing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Where lines are counted the library's own plugin is kept out (-p no:sanctions_screen) until that has begun.
if os.environ.get("COVERED"):
    pytest_plugins = ("sanctions_screen._pytest_plugin",)

# A shared, noisy machine must not fail a law for being slow, and CI must try the same examples each run.
# How many examples each law needs stands beside it, for "thorough"; the others try a share of them.
SHARES = {"quick": 10, "half": 2, "thorough": 1}
FEWEST = 5
settings.register_profile("quick", deadline=None, derandomize=True, print_blob=True)
for name in ("half", "thorough"):
    settings.register_profile(name, parent=settings.get_profile("quick"))
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")
settings.load_profile(PROFILE)
LONGEST_MADE = "real"
"""The store of tests/test_history_facts.py."""
AFTER_QUICK = PROFILE != "quick" and bool(os.environ.get("AFTER_QUICK"))

# Reading lines with line editing exports the terminal's size, which worker processes then inherit, and the
# command honours COLUMNS: what tests read would depend on whether, and where, they run side by side.
for size in ("COLUMNS", "LINES"):
    os.environ.pop(size, None)


def _fewer(wanted: settings, profile: str) -> settings:
    share = wanted.max_examples // SHARES[profile]
    return settings(wanted, max_examples=min(wanted.max_examples, max(FEWEST, share)))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Try every law on the profile's share of its examples: each function and state machine once.

    After such a run (AFTER_QUICK) what it tried in full is not tried again. Tests of what takes a minute to
    make come first: they are dealt to one process, and others take over from the end of what it has left.
    """
    items.sort(key=lambda item: LONGEST_MADE not in getattr(item, "fixturenames", ()))
    attribute = "_hypothesis_internal_use_settings"  # where a law keeps its settings: an error if it moves
    tried_in_full: dict[object, bool] = {}
    done: list[pytest.Item] = []
    for item in items:
        if not isinstance(item, pytest.Function) or not is_hypothesis_test(item.function):
            continue
        machine = isinstance(getattr(item.cls, "settings", None), settings)
        test = item.cls if machine else getattr(item.function, "__func__", item.function)
        place = "settings" if machine else attribute
        if test not in tried_in_full:
            wanted = getattr(test, place)
            tried_in_full[test] = AFTER_QUICK and _fewer(wanted, "quick").max_examples == wanted.max_examples
            setattr(test, place, _fewer(wanted, PROFILE))
        if tried_in_full[test]:
            done.append(item)
    if done:
        config.hook.pytest_deselected(items=done)
        items[:] = [item for item in items if item not in done]


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real lists beside the project; tests that need it are skipped where it is absent.

    They are also where lines are counted: real lists take long, and no lines that made ones do not take.
    """
    if os.environ.get("COVERED"):
        pytest.skip("lines are counted without the real lists")
    path = Path(__file__).resolve().parents[2] / "shared"
    if not (path / "data" / "MANIFEST.csv").is_file():
        pytest.skip("the real lists are not beside this checkout")
    return path


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher's server on the loopback address."""
    with publishing() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; tests that need it are skipped where there is none."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright's Python client is not installed"
    )
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as running:
        # A container's root may not use the sandbox; the pages are our own, and load nothing.
        launched = running.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield launched
        launched.close()
