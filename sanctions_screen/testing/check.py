"""Hold any screener, ours or another, against the laws.

Reach for :func:`check_screener` in a test, or at a vendor's door. It needs a callable from subject to
scored party ids and the parties behind it; it returns a report with the smallest counterexample for each
law that fails. The same arguments and seed give the same report, unless the screener itself wavers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, Unsatisfiable

from ..errors import SettingsError
from ..model import Party
from ..store import ListStore
from .laws import ALL_LAWS
from .report import Counterexample, LawReport, LawResult
from .trial import Law, Trial, Violation
from .under_test import Screen, ScreenerUnderTest

__all__ = ["check_screener"]


def check_screener(
    screen: Screen | ScreenerUnderTest,
    parties: Iterable[Party] | None = None,
    *,
    laws: Sequence[Law] = ALL_LAWS,
    max_examples: int = 100,
    random_seed: int = 0,
) -> LawReport:
    """Return how *screen* stands against *laws*.

    Args:
        screen: A callable from :class:`Subject` to the parties that hit: a mapping from party id to score,
            (party id, score) pairs, or a :class:`ScreeningResult`. Wrap it in :class:`ScreenerUnderTest` to
            have the laws on thresholds, batches and list order checked as well.
        parties: The parties it screens against. None means those of *screen*, else the parties listed
            today in the embedded lists.
        laws: The laws to try; :func:`survives` makes more of them.
        max_examples: How many examples a law is tried on at most, from 1.
        random_seed: Draws other examples.

    Raises:
        SettingsError: no parties, no laws, or an answer that is not of a form the laws can read.

    Any callable will do; here a poor one, which compares whole names letter by letter:

    >>> from rapidfuzz.distance import JaroWinkler
    >>> from sanctions_screen.model import Name, Party
    >>> from sanctions_screen.testing import check_screener, law_named
    >>> party = Party(party_id="my-list:1", kind="person", names=(Name(text="Thein Htay"),))
    >>> def screen(subject):
    ...     score = JaroWinkler.similarity(subject.name, "Thein Htay")
    ...     return {"my-list:1": score} if score > 0.8 else {}
    >>> report = check_screener(screen, [party], laws=[law_named("same-name"), law_named("survives-case")])
    >>> [result.outcome for result in report.results]
    ['holds', 'broken']

    In a test, ``check_screener(screen, parties).raise_for_failures()`` is all it takes.
    """
    under_test = screen if isinstance(screen, ScreenerUnderTest) else ScreenerUnderTest(screen)
    trial = Trial(under_test, _parties(under_test, parties))
    if not laws:
        raise SettingsError("there is no law to check")
    if max_examples < 1:
        raise SettingsError(f"max_examples is {max_examples}; a law needs at least one example")
    return LawReport(
        results=tuple(_result(law, trial, max_examples, random_seed) for law in laws), seed=random_seed
    )


def _parties(under_test: ScreenerUnderTest, given_parties: Iterable[Party] | None) -> tuple[Party, ...]:
    if given_parties is None and under_test.parties is None:
        store = ListStore.embedded()
        parties = tuple(party for info in store.lists() for party in store.snapshot(info.list_id))
    else:
        parties = tuple(given_parties if given_parties is not None else under_test.parties or ())
    if not parties:
        raise SettingsError("there are no parties to hold the screener against")
    return parties


def _result(law: Law, trial: Trial, max_examples: int, random_seed: int) -> LawResult:
    blank = LawResult(law=law.name, statement=law.statement, outcome="not-checked")
    reason = law.lacks(trial)
    if reason is not None:
        return blank.model_copy(update={"reason": reason})
    run = _Run(law, trial)
    try:
        counterexample = run.search(max_examples, random_seed)
    except Unsatisfiable:
        return blank.model_copy(update={"reason": "no example could be drawn from these parties"})
    return blank.model_copy(
        update={
            "outcome": "broken" if counterexample else "holds",
            "examples": run.tried,
            "counterexample": counterexample,
        }
    )


class _Run:
    """One search for an example on which a law fails."""

    def __init__(self, law: Law, trial: Trial) -> None:
        self._law = law
        self._trial = trial
        self._last: Violation | None = None
        self.tried = 0
        """Examples tried before the first failure, that one included; shrinking is not counted."""

    def search(self, max_examples: int, random_seed: int) -> Counterexample | None:
        """Return the smallest counterexample found, None when there is none."""
        try:
            self._test(max_examples, random_seed)()
        except Violation as violation:
            return violation.counterexample
        except Flaky:
            assert self._last is not None
            found = self._last.counterexample
            return found.model_copy(update={"said": f"{found.said}; asked again, the answer was another"})
        return None

    def _test(self, max_examples: int, random_seed: int) -> Callable[[], None]:
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
                self._law.check(self._trial, data)
            except Violation as violation:
                self.tried += self._last is None
                self._last = violation
                raise
            self.tried += self._last is None  # an example that the draw itself rejects does not get here

        return test
