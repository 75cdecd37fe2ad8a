"""What the fit counts of two names is what the library makes their score of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"

if not (BENCHMARKS / "fit.py").is_file():
    pytest.skip("the benchmarks are not here", allow_module_level=True)
sys.path.insert(0, str(BENCHMARKS))

from fit import Alerted, at_hand, scores  # noqa: E402 -- found beside the tests
from fit_counts import Rows, count_names  # noqa: E402

from sanctions_screen import compare_names  # noqa: E402

PAIRS = (
    ("Velmont Bank", "Bank of Peru"),  # only generic words, of a name and none
    ("Cement Peru Ltd", "Peru Cement Trading"),  # of two without a name
    ("Velmont Trading", "Zelko Velmont Trading"),  # one word of two
    ("Velmont Shipping", "Welmond Shipping"),  # one word, which sounds alike
    ("27 Velmont Works", "4 Velmont Works"),
    ("Zelko Velmont Ltd", "Velmont Bujar Ltd"),
    ("Velmont Zelko Bujar Trading Company", "VZBTC"),
)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_a_row_by_the_numbers_at_hand_is_the_score_of_the_two_names(first: str, second: str) -> None:
    rows = Rows.of(count_names(0, first, second, "organisation"))
    found = scores(rows, *at_hand(), searched=False)
    assert max(found) == pytest.approx(compare_names(first, second, "organisation").score, abs=1e-5)


def test_only_what_is_alerted_more_than_before_counts_as_excess() -> None:
    before = Alerted({"a": 0.1, "b": 0.2}, {"a": 0.0, "b": 0.0})
    assert before.excess(Alerted({"a": 0.05, "b": 0.2}, {})) == 0.0
    assert before.excess(Alerted({"a": 0.05, "b": 0.25}, {})) == pytest.approx(0.05)
