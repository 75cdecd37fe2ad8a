"""What a law is, and what it is tried on.

Reach for this module to write a law of your own: a :class:`Law` draws an example from a :class:`Trial`, asks
the screener and raises :class:`Violation` with what it asked and what it got.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st
from rapidfuzz import utils

from ..model import Name, Party, Subject
from .perturbations import Perturbation
from .report import Counterexample
from .under_test import Answer, RawAnswer, Screen, ScreenerUnderTest, answer_of

__all__ = ["Law", "Trial", "Violation", "lacks_names", "screenable_names"]


class Violation(AssertionError):  # noqa: N818 -- a finding about the screener, not an error of the harness
    """A law does not hold on one example."""

    def __init__(self, said: str, **shown: Any) -> None:
        super().__init__(said)
        self.counterexample = Counterexample(
            said=said, shown=tuple((label.replace("_", " "), _plain(value)) for label, value in shown.items())
        )


def _plain(value: Any) -> Any:
    if isinstance(value, Subject):
        return value.to_json_dict()
    if isinstance(value, Answer):
        best = sorted(value.scores.items(), key=lambda item: (-item[1], item[0]))[:5]
        return {party_id: repr(score) if math.isnan(score) else score for party_id, score in best}
    return value


def screenable_names(party: Party) -> list[Name]:
    """Return the names a party must be found by: those with letters that the publisher does not call weak."""
    return [name for name in party.names if name.role != "weak" and sum(map(str.isalpha, name.text)) > 1]


@dataclass(frozen=True)
class Trial:
    """A screener, the parties it screens against, and a way to draw examples."""

    under_test: ScreenerUnderTest
    parties: tuple[Party, ...]
    _changeable: dict[Perturbation, tuple[tuple[Party, tuple[str, ...]], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def ask(self, subject: Subject, screen: Screen | None = None) -> Answer:
        """Return the answer to *subject*, asked of *screen* or of the screener itself."""
        asked = screen or self.under_test.screen
        return answer_of(_guarded(lambda: _in_full(asked(subject)), subject), self.under_test.threshold)

    def ask_many(self, asked: list[Subject]) -> list[Answer]:
        """Return the answers to a batch."""
        many = self.under_test.screen_many
        assert many is not None
        raw = _guarded(lambda: [_in_full(one) for one in many(asked)], asked[0])
        return [answer_of(one, self.under_test.threshold) for one in raw]

    @cached_property
    def named(self) -> tuple[Party, ...]:
        """The parties that have a name to screen by."""
        return tuple(party for party in self.parties if screenable_names(party))

    def changeable(self, perturbation: Perturbation) -> tuple[tuple[Party, tuple[str, ...]], ...]:
        """Return the parties with a name that *perturbation* changes, each with those of its names."""
        if perturbation not in self._changeable:
            fitting = [
                (
                    party,
                    tuple(name.text for name in screenable_names(party) if _changes(perturbation, name.text)),
                )
                for party in self.named
                if party.kind in perturbation.kinds
            ]
            self._changeable[perturbation] = tuple((party, texts) for party, texts in fitting if texts)
        return self._changeable[perturbation]

    @cached_property
    def listed_texts(self) -> list[str]:
        """Every listed name, folded in the plainest way, to tell an unrelated name by."""
        return sorted({utils.default_process(name.text) for party in self.parties for name in party.names})

    @cached_property
    def listed_joined(self) -> list[str]:
        """Every listed name written as one word, from its first part on and from its last."""
        split = [text.split() for text in self.listed_texts]
        return sorted({"".join(turned) for words in split for turned in (words, words[::-1])})

    @cached_property
    def reordered(self) -> tuple[Screen, ...]:
        """The screener built over the first parties of the list in three orders, theirs first."""
        make = self.under_test.with_parties
        assert make is not None
        # Not the whole of a long list: three of it would have to be built.
        chosen = list(self.parties[:300])
        shuffled = Random(1).sample(chosen, len(chosen))  # noqa: S311 -- the same shuffle on every run
        return make(chosen), make(chosen[::-1]), make(shuffled)


def _changes(perturbation: Perturbation, text: str) -> bool:
    return any(perturbation.apply(text, seed) != text for seed in range(4))


def _in_full(raw: RawAnswer) -> RawAnswer:
    """Read a lazy answer to its end, so that what goes wrong while it is read is the screener's fault."""
    return list(raw) if isinstance(raw, Iterator) else raw


_T = TypeVar("_T")


def _guarded(produce: Callable[[], _T], subject: Subject) -> _T:
    try:
        return produce()
    # Broad on purpose: another's screener may raise anything, and that is a finding about it.
    except Exception as error:
        raise Violation(f"the screener raised {type(error).__name__}: {error}", subject=subject) from error


def lacks_names(trial: Trial) -> str | None:
    """Return a reason when no party has a name to screen by."""
    return None if trial.named else "there is no party with a name"


@dataclass(frozen=True)
class Law:
    """One law.

    Attributes:
        name: A short name, unique among :data:`ALL_LAWS`.
        statement: What must hold, in plain words.
        check: Draws one example and raises :class:`Violation` when the law fails on it.
        lacks: Returns why the law cannot be tried on this screener and these parties, or None.
    """

    name: str
    statement: str
    check: Callable[[Trial, st.DataObject], None]
    lacks: Callable[[Trial], str | None] = lacks_names
