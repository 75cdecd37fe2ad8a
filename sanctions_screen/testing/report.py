"""What holding a screener against the laws found: frozen, as text for people and JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from ..errors import SanctionsScreenError
from ..model import Record
from .known_parties import ListBasis

__all__ = ["Counterexample", "LawOutcome", "LawReport", "LawResult", "LawsBrokenError"]

LawOutcome = Literal["holds", "broken", "vacuous", "not-checked"]


class LawsBrokenError(SanctionsScreenError, AssertionError):
    """At least one law does not hold; the message is the report's table. pytest shows it as a failure."""


class Counterexample(Record):
    """The smallest example found on which a law fails."""

    said: str
    """What went wrong, in one plain sentence."""
    shown: tuple[tuple[str, Any], ...] = ()
    """What was asked and answered: (label, value as JSON types)."""

    def __str__(self) -> str:
        return "\n".join([self.said, *(f"    {label}: {value}" for label, value in self.shown)])


class LawResult(Record):
    """One law's outcome: nothing is left out in silence.

    ``vacuous``: tried, and no example told anything, mostly because the screener found nobody; that is not
    "holds". ``not-checked``: the screener, as it was given, or the parties leave nothing to try it on. Both
    say why.
    """

    law: str
    statement: str
    outcome: LawOutcome
    examples: int = 0
    """How many examples told something about the law."""
    counterexample: Counterexample | None = None
    reason: str | None = None
    """Why the law was not checked, or why trying it told nothing."""


class LawReport(Record):
    """What held and what did not, law by law, and what it takes to find the same again."""

    results: tuple[LawResult, ...]
    screener: str = ""
    """What the screener is called."""
    library_version: str = ""
    """The version of the harness."""
    made_on: date | None = None
    as_of: date | None = None
    """The day the parties' status is told for."""
    lists: tuple[ListBasis, ...] = ()
    """The versions of lists the parties are from; none when they were given as they are."""
    party_count: int = 0
    parties_digest: str = ""
    """Digest of the parties, whatever their order."""
    max_examples: int = 0
    seed: int
    """The seed that drew the examples."""

    @property
    def failures(self) -> tuple[LawResult, ...]:
        """The laws that do not hold."""
        return self._of("broken")

    @property
    def vacuous(self) -> tuple[LawResult, ...]:
        """The laws that were tried and that nothing was told about, each with its reason."""
        return self._of("vacuous")

    @property
    def not_checked(self) -> tuple[LawResult, ...]:
        """The laws that could not be tried, each with its reason."""
        return self._of("not-checked")

    def _of(self, outcome: LawOutcome) -> tuple[LawResult, ...]:
        return tuple(result for result in self.results if result.outcome == outcome)

    @property
    def ok(self) -> bool:
        """True when no law was found broken and at least one holds."""
        return not self.failures and bool(self._of("holds"))

    def result_of(self, law: str) -> LawResult:
        """Return the result of the law of that name; KeyError when it was not among those tried."""
        for result in self.results:
            if result.law == law:
                return result
        raise KeyError(f"no law {law!r} in this report; there are: {', '.join(r.law for r in self.results)}")

    def raise_for_failures(self) -> None:
        """Raise :class:`LawsBrokenError`, an AssertionError, unless :attr:`ok`."""
        if not self.ok:
            raise LawsBrokenError(str(self))

    def __str__(self) -> str:
        width = max((len(result.law) for result in self.results), default=0)
        lines = [*self._head(), "", *(_line(result, width) for result in self.results)]
        lines += [f"\n{each.law}: {each.statement}\n  {each.counterexample}" for each in self.failures]
        counts = (
            f"{len(self.failures)} broken, {len(self.vacuous)} vacuous, {len(self.not_checked)} not checked"
        )
        return "\n".join([*lines, "", f"{len(self.results)} laws: {counts} (seed {self.seed})"])

    def _head(self) -> Iterator[str]:
        """Yield what the report is of, and what it takes to make it again."""
        yield f"Screener:  {self.screener}"
        made = f" on {self.made_on}" if self.made_on else ""
        yield f"Made:      by sanctions_screen {self.library_version}{made}"
        day = f", as of {self.as_of}" if self.as_of else ""
        yield f"Parties:   {self.party_count}{day}, digest {self.parties_digest[:16]}"
        for each in self.lists:
            yield f"List:      {each.list_id} of {each.published_on}, digest {each.digest[:16]}"
        yield f"Tried:     on at most {self.max_examples} examples a law, seed {self.seed}"


def _line(result: LawResult, width: int) -> str:
    detail = f"{result.examples} examples" if result.reason is None else result.reason
    return f"{result.outcome.upper():<11}  {result.law:<{width}}  {detail}"
