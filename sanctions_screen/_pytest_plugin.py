"""Three lines test a screening set-up in a suite of your own: the fixture ``screening_laws``.

pytest loads this module wherever the library is installed, so it imports nothing before the fixture is used.

::

    def test_our_screening_keeps_the_laws(screening_laws):
        screening_laws(our_screen, our_parties)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .testing import LawReport

__all__ = ["pytest_addoption", "screening_laws"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that say how long the laws are tried."""
    group = parser.getgroup("sanctions_screen", "laws of screening")
    group.addoption(
        "--screening-examples", type=int, default=100, metavar="N", help="Examples to try each law on."
    )
    group.addoption("--screening-seed", type=int, default=0, metavar="N", help="The seed that draws them.")


@pytest.fixture
def screening_laws(request: pytest.FixtureRequest) -> Callable[..., LawReport]:
    """Return a function as check_screener, which fails the test when a law does not hold."""

    def check(screen: Any, parties: Any = None, **how: Any) -> LawReport:
        from .testing import check_screener

        option = request.config.getoption
        told = {"max_examples": option("--screening-examples"), "random_seed": option("--screening-seed")}
        report = check_screener(screen, parties, **{**told, **how})
        report.raise_for_failures()
        return report

    return check
