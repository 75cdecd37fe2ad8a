"""What a law is, and what it is tried on.

Reach for this module to write a law of your own: a :class:`Law` draws an example from a :class:`Trial`, asks
the screener and raises :class:`Violation` with what it asked and what it got.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from random import Random
from typing import Any, TypeAlias, TypeVar

from hypothesis import strategies as st
from rapidfuzz import utils

from ..model import Name, Party, Subject
from .perturbations import Perturbation
from .report import Counterexample
from .scripts import LATIN, script_of
from .under_test import Answer, Screen, ScreenerUnderTest, answer_of, read_in_full

__all__ = [
    "LONG_NAME", "Examination", "Law", "Told", "Trial", "Violation", "joined_texts", "lacks_names",
    "screenable_names",
]  # fmt: skip


LONG_NAME = 36
"""Letters of a name that some systems cut: 35 are a line of a SWIFT MT message."""


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
        kept = dict(best)
        # In the screener's order, which may be what is wrong with it.
        in_order = [(party_id, kept[party_id]) for party_id in value.order if party_id in kept] or best
        return {party_id: repr(score) if math.isnan(score) else score for party_id, score in in_order}
    return value


def screenable_names(party: Party) -> list[Name]:
    """Return the names a party must be found by: those with letters that the publisher does not call weak."""
    return [name for name in party.names if name.role != "weak" and sum(map(str.isalpha, name.text)) > 1]


def joined_texts(texts: Iterable[str]) -> list[str]:
    """Return folded names written as one word, from their first part on and from their last; sorted."""
    split = [text.split() for text in texts]
    return sorted({"".join(turned) for words in split for turned in (words, words[::-1])})


@dataclass(frozen=True)
class Trial:
    """A screener, the parties it screens against, and a way to draw examples."""

    under_test: ScreenerUnderTest
    parties: tuple[Party, ...]
    answer_within: float = 0.5
    stated_day: date | None = None
    """The day that a screener made for another day says it is for."""
    _days: dict[date, Trial] = field(default_factory=dict, compare=False, repr=False)
    _changeable: dict[Perturbation, tuple[tuple[Party, tuple[str, ...]], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def ask(self, subject: Subject, screen: Screen | None = None) -> Answer:
        """Return the answer to *subject*, asked of *screen* or of the screener itself."""
        asked = screen or self.under_test.screen
        return answer_of(_guarded(lambda: read_in_full(asked(subject)), subject), self.under_test.threshold)

    def ask_many(self, asked: list[Subject]) -> list[Answer]:
        """Return the answers to a batch."""
        many = self.under_test.screen_many
        assert many is not None
        raw = _guarded(lambda: [read_in_full(one) for one in many(asked)], asked[0])
        return [answer_of(one, self.under_test.threshold) for one in raw]

    @cached_property
    def named(self) -> tuple[Party, ...]:
        """The parties that have a name to screen by."""
        return tuple(party for party in self.parties if screenable_names(party))

    @cached_property
    def delisted(self) -> tuple[Party, ...]:
        """Those of them that have been delisted."""
        gone = self.under_test.delisted or frozenset()
        return tuple(party for party in self.named if party.party_id in gone)

    @cached_property
    def spellings(self) -> tuple[tuple[Party, str], ...]:
        """Every name that a party must be found by, the simplest first."""
        found = [(party, name.text) for party in self.named for name in screenable_names(party)]
        return tuple(sorted(found, key=lambda each: (len(each[1]), each[1], each[0].party_id)))

    @cached_property
    def names_in_other_scripts(self) -> dict[str, list[tuple[Party, str]]]:
        """Those of the spellings that are mostly in another script than Latin, by script."""
        found: dict[str, list[tuple[Party, str]]] = {}
        for party, text in self.spellings:
            if not text.isascii() and (script := script_of(text)) not in (LATIN, "full-width Latin"):
                found.setdefault(script, []).append((party, text))
        return dict(sorted(found.items()))

    @cached_property
    def long_names(self) -> list[tuple[Party, str]]:
        """Those of the spellings that are of three words or more and long enough to be cut."""
        return [
            (party, text)
            for party, text in self.spellings
            if len(text) >= LONG_NAME and len(text.split()) > 2
        ]

    @cached_property
    def shared_names(self) -> list[tuple[str, tuple[Party, ...]]]:
        """The names that several parties have, told apart by nothing but case, order and punctuation."""
        by_name: dict[str, dict[str, tuple[Party, str]]] = {}
        for party, text in self.spellings:
            key = " ".join(sorted(utils.default_process(text).split()))
            by_name.setdefault(key, {}).setdefault(party.party_id, (party, text))
        shared = [list(found.values()) for found in by_name.values() if len(found) > 1]
        return [(found[0][1], tuple(party for party, _ in found)) for found in shared]

    @cached_property
    def finds_somebody(self) -> bool:
        """Whether the screener finds at least one of the simplest listed names: else it tells nothing."""
        return any(self.ask(Subject(name=text)).scores for _, text in self.spellings[:200])

    @cached_property
    def listed_days(self) -> tuple[Trial, ...]:
        """The same screener on other days, those on which somebody of today's is not listed yet."""
        others = (self.on_day(day) for day in self.under_test.past_days if self.under_test.on_day)
        return tuple(other for other in others if other.under_test.not_yet)

    def on_day(self, day: date) -> Trial:
        """Return the same for another day, with what is known of it, whatever the screener says."""
        if day not in self._days:
            make, known_on = self.under_test.on_day, self.under_test.known_on
            assert make is not None
            other = make(day)
            known = known_on(day) if known_on else None
            told = other.knowing(known) if known else other
            self._days[day] = Trial(told, told.parties or (), self.answer_within, stated_day=other.as_of)
        return self._days[day]

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
        """Every listed name as :func:`joined_texts` has it."""
        return joined_texts(self.listed_texts)

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


Told: TypeAlias = str | None
"""None when an example told something about a law, else why it told nothing."""


@dataclass(frozen=True)
class Examination:
    """What trying a law as a whole found.

    Attributes:
        examples: How many of the examples told something.
        counterexample: The smallest found on which the law fails.
        untold: Why nothing was told, where nothing was.
        tried: False when the law could not be tried after all.
    """

    examples: int
    counterexample: Counterexample | None = None
    untold: str | None = None
    tried: bool = True


@dataclass(frozen=True)
class Law:
    """One law.

    Attributes:
        name: A short name, unique among :data:`ALL_LAWS`.
        statement: What must hold, in plain words.
        check: Draws one example and raises :class:`Violation` when the law fails on it. An example that
            tells nothing for or against the law is one that it returns the reason for: a law that no
            example told anything about is "vacuous", and does not hold.
        lacks: Returns why the law cannot be tried on this screener and these parties, or None.
        examine: Tries the law as a whole instead, outside Hypothesis: from the trial, how many examples it
            may take and the seed.
    """

    name: str
    statement: str
    check: Callable[[Trial, st.DataObject], Told] | None = None
    lacks: Callable[[Trial], str | None] = lacks_names
    examine: Callable[[Trial, int, int], Examination] | None = None
