"""Fixtures every test may use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from publishing import Publisher, publishing

# A shared, noisy machine must not fail a law for being slow, and CI must try the same examples each run.
settings.register_profile("project", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real lists beside the project; tests that need it are skipped where it is absent."""
    path = Path(__file__).resolve().parents[2] / "shared"
    if not (path / "data" / "MANIFEST.csv").is_file():
        pytest.skip("the real lists are not beside this checkout")
    return path


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher's server on the loopback address."""
    with publishing() as running:
        yield running
