"""Search for an example on which a law fails, and make the smallest of it.

Reach for :mod:`.check`, which does this for every law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, Unsatisfiable

from .report import Counterexample, LawResult
from .trial import Examination, Law, Trial, Violation

__all__ = ["result_of_law"]


def result_of_law(law: Law, trial: Trial, max_examples: int, random_seed: int) -> LawResult:
    """Return how *law* fares on at most *max_examples* examples."""
    blank = LawResult(law=law.name, statement=law.statement, outcome="not-checked")
    reason = law.lacks(trial)
    if reason is not None:
        return blank.model_copy(update={"reason": reason})
    try:
        found = (law.examine or _Run(law).examine)(trial, max_examples, random_seed)
    except Unsatisfiable:
        return blank.model_copy(update={"reason": "no example could be drawn from these parties"})
    if found.counterexample:
        outcome = "broken"
    elif found.examples:
        outcome = "holds"
    else:
        outcome = "vacuous" if found.tried else "not-checked"
    return blank.model_copy(
        update={
            "outcome": outcome,
            "examples": found.examples,
            "counterexample": found.counterexample,
            "reason": None if found.examples or found.counterexample else found.untold,
        }
    )


class _Run:
    """One search for an example on which a law fails."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._last: Violation | None = None
        self._told = 0
        """Examples that told something, up to the first failure; shrinking is not counted."""
        self._untold: Counter[str] = Counter()

    def examine(self, trial: Trial, max_examples: int, random_seed: int) -> Examination:
        """Return the smallest counterexample found, and how many examples told something."""
        counterexample = self._search(trial, max_examples, random_seed)
        reason = next((why for why, _ in self._untold.most_common(1)), None)
        return Examination(self._told, counterexample, reason)

    def _search(self, trial: Trial, max_examples: int, random_seed: int) -> Counterexample | None:
        try:
            self._test(trial, max_examples, random_seed)()
        except Violation as violation:
            return violation.counterexample
        except Flaky:
            assert self._last is not None
            found = self._last.counterexample
            return found.model_copy(update={"said": f"{found.said}; asked again, the answer was another"})
        return None

    def _test(self, trial: Trial, max_examples: int, random_seed: int) -> Callable[[], None]:
        check = self._law.check
        assert check is not None

        @seed(random_seed)
        @settings(
            max_examples=max_examples,
            database=None,  # a check leaves nothing behind and does not depend on an earlier one
            deadline=None,
            derandomize=False,
            phases=(Phase.explicit, Phase.generate, Phase.shrink),
            print_blob=False,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            verbosity=Verbosity.quiet,
        )
        @given(data=st.data())
        def test(data: st.DataObject) -> None:
            try:
                untold = check(trial, data)
            except Violation as violation:
                self._told += self._last is None
                self._last = violation
                raise
            if self._last is None:  # an example that the draw itself rejects does not get here
                self._told += untold is None
                self._untold.update([untold] if untold else [])

        return test
