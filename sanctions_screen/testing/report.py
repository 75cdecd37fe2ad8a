"""What holding a screener against the laws found: frozen, as text for people and JSON for programs."""

from __future__ import annotations

from typing import Any, Literal

from ..errors import SanctionsScreenError
from ..model import Record

__all__ = ["Counterexample", "LawReport", "LawResult", "LawsBrokenError"]


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
    """One law's outcome. ``not-checked`` always says why: nothing is left out in silence."""

    law: str
    statement: str
    outcome: Literal["holds", "broken", "not-checked"]
    examples: int = 0
    """On how many examples the law was tried."""
    counterexample: Counterexample | None = None
    reason: str | None = None
    """Why the law was not checked."""


class LawReport(Record):
    """All laws' outcomes, in the order in which the laws were given."""

    results: tuple[LawResult, ...]
    seed: int

    @property
    def failures(self) -> tuple[LawResult, ...]:
        """The laws that do not hold."""
        return tuple(result for result in self.results if result.outcome == "broken")

    @property
    def not_checked(self) -> tuple[LawResult, ...]:
        """The laws that could not be tried, each with its reason."""
        return tuple(result for result in self.results if result.outcome == "not-checked")

    @property
    def ok(self) -> bool:
        """True when no law was found broken and at least one was checked."""
        return not self.failures and len(self.not_checked) < len(self.results)

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
        lines = [_line(result, width) for result in self.results]
        lines += [f"\n{each.law}: {each.statement}\n  {each.counterexample}" for each in self.failures]
        counts = f"{len(self.failures)} broken, {len(self.not_checked)} not checked"
        return "\n".join([*lines, "", f"{len(self.results)} laws: {counts} (seed {self.seed})"])


def _line(result: LawResult, width: int) -> str:
    detail = f"{result.examples} examples" if result.reason is None else result.reason
    return f"{result.outcome.upper():<11}  {result.law:<{width}}  {detail}"
