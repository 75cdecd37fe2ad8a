"""The screener that is judged, whoever made it, in the one shape that the laws ask.

Reach for :class:`ScreenerUnderTest` to tell the laws more than a bare callable can: how to ask many at
once, how to set the threshold, how to build the screener over other parties. Every ability left out
leaves the laws that need it "not checked", by name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from ..errors import SettingsError
from ..model import Explanation, Party, PartyId, ScreeningResult, ScreeningSettings, Subject
from ..store import ListStore
from .known_parties import KnownParties, ListBasis

__all__ = ["Answer", "RawAnswer", "Screen", "ScreenerUnderTest", "answer_of", "read_in_full"]

RawAnswer: TypeAlias = (
    ScreeningResult
    | Mapping[str, float]
    | Mapping[PartyId, float]
    | Iterable[tuple[str, float] | tuple[str, float, str]]
)
"""What a screener may answer: our result, a mapping from party id to score, or pairs of the two, to which a
third item may add the party's status (``listed`` or ``delisted``)."""

Screen: TypeAlias = Callable[[Subject], RawAnswer]
"""From a subject to the parties that hit, scored. Party ids are those of the parties given to the check."""


@dataclass(frozen=True)
class Answer:
    """An answer in one form: the best score of each party that hit, and its status where told.

    Two are equal whose parties, scores and statuses are; :meth:`same_as` compares their order as well.
    """

    scores: dict[str, float]
    statuses: dict[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = field(default=(), compare=False)
    """The ids of the parties in the order they were given in; empty for a set of them, which has none."""
    is_mapping: bool = field(default=False, compare=False)
    """The order is a mapping's, which may have been made of a set: another process may have another."""

    @property
    def top(self) -> float:
        """The highest score; 0 when nothing hit."""
        return max(self.scores.values(), default=0.0)

    def score(self, party_id: str) -> float | None:
        """Return the party's score; None when it is no hit."""
        return self.scores.get(party_id)

    def same_as(self, other: Answer, *, asked_alike: bool = True) -> bool:
        """Return whether two are one answer in one order; a mapping's counts where *asked_alike*."""
        is_ordered = asked_alike or not (self.is_mapping or other.is_mapping)
        return self == other and (not is_ordered or self.order == other.order)


def answer_of(raw: RawAnswer, threshold: float | None = None) -> Answer:
    """Return *raw* in one form, without what scores below *threshold*; SettingsError when it has none."""
    scores: dict[str, float] = {}
    statuses: dict[str, str] = {}
    for party_id, score, status in _rows(raw):
        # A score that is no number stays in, for the law on scores to report.
        if threshold is not None and score < threshold:
            continue
        scores[party_id] = _better(scores.get(party_id), score)
        if status is not None:
            statuses[party_id] = status
    order = () if isinstance(raw, Set) else tuple(scores)
    return Answer(scores, statuses, order, is_mapping=isinstance(raw, Mapping))


def read_in_full(raw: RawAnswer) -> RawAnswer:
    """Read a lazy answer to its end, so that what goes wrong while it is read is the screener's fault."""
    return list(raw) if isinstance(raw, Iterator) else raw


def _better(known: float | None, score: float) -> float:
    return score if known is None or math.isnan(score) else max(known, score)


def _rows(raw: RawAnswer) -> Iterator[tuple[str, float, str | None]]:
    if isinstance(raw, ScreeningResult):
        for hit in raw.hits:
            yield hit.party.party_id, hit.score, hit.status
        return
    rows: Iterable[object] = raw.items() if isinstance(raw, Mapping) else _iterable(raw)
    for row in rows:
        if not isinstance(row, tuple | list) or len(row) not in (2, 3) or not isinstance(row[0], str):
            raise _no_answer(row)
        try:
            score = float(row[1])
        except (TypeError, ValueError) as error:
            raise _no_answer(row) from error
        yield row[0], score, str(row[2]) if len(row) == 3 else None


def _iterable(raw: object) -> Iterable[object]:
    if isinstance(raw, str | bytes) or not isinstance(raw, Iterable):
        raise _no_answer(raw)
    return raw


def _no_answer(raw: object) -> SettingsError:
    return SettingsError(
        f"the screener under test answered {raw!r:.100}; it must return a ScreeningResult, a mapping "
        "from party id to score, or (party id, score[, status]) tuples"
    )


@dataclass(frozen=True)
class ScreenerUnderTest:
    """A screener and what more it can do.

    Attributes:
        screen: Answers one subject.
        screen_many: Answers many subjects, one answer each, in order.
        with_threshold: Makes the same screener with another threshold, in [0, 1]. For a function
            ``f(name, threshold)`` write ``lambda t: lambda subject: f(subject.name, t)``.
        with_parties: Makes the same screener over other parties, or the same in another order.
        many_at: Makes *screen_many* with another threshold; for figures at many thresholds at once.
        workers: Makes *screen_many* with another threshold in a form that can be pickled, to be asked in
            several processes at once.
        explain: Tells how a subject compares with one party, by its id, whatever the score.
        on_day: Makes the same screener for another day; needs *past_days*.
        known_on: Tells who is known on another day; a store given as the parties tells it itself.
        elsewhere: The same screener in a form that can be pickled, to be asked in another process. None
            takes *screen* itself, which will do when it is a function of a module or an adapter.
        threshold: Scores below it are no hits; for a screener that scores every party and leaves the
            decision to its caller.
        parties: The parties it screens against, where they are not given to the check itself.
        delisted: Ids of those of the parties that are delisted; None when nobody told.
        unsettled: Ids of those of which nobody can say, for the day lies between two files.
        not_yet: Parties that are listed only after the screener's day.
        past_days: Days that *on_day* can be asked for.
        basis: The versions of lists the parties are from.
        as_of: The screener's day, where it has one.
        name: What a report calls it; empty takes the name of *screen*.
    """

    screen: Screen
    screen_many: Callable[[Sequence[Subject]], Iterable[RawAnswer]] | None = None
    with_threshold: Callable[[float], Screen] | None = None
    with_parties: Callable[[Sequence[Party]], Screen] | None = None
    many_at: Callable[[float], Callable[[Sequence[Subject]], Iterable[RawAnswer]]] | None = None
    workers: Callable[[float], Callable[[Sequence[Subject]], Iterable[RawAnswer]]] | None = None
    explain: Callable[[Subject, str], Explanation] | None = None
    on_day: Callable[[date], ScreenerUnderTest] | None = None
    known_on: Callable[[date], KnownParties] | None = None
    elsewhere: Screen | None = None
    threshold: float | None = None
    parties: tuple[Party, ...] | None = None
    delisted: frozenset[str] | None = None
    unsettled: frozenset[str] = frozenset()
    not_yet: tuple[Party, ...] = ()
    past_days: tuple[date, ...] = ()
    basis: tuple[ListBasis, ...] = ()
    as_of: date | None = None
    name: str = ""

    @classmethod
    def of_store(
        cls,
        store: ListStore,
        lists: Iterable[str] | None = None,
        as_of: date | None = None,
        settings: ScreeningSettings | None = None,
    ) -> ScreenerUnderTest:
        """Return this library's own :class:`Screener` with all its abilities; arguments as there."""
        from .own_screener import own_screener  # it makes one of these

        return own_screener(store, lists, as_of, settings)

    @property
    def called(self) -> str:
        """Its name for a report: the one given, else where *screen* is defined."""
        if self.name:
            return self.name
        of = self.screen if hasattr(self.screen, "__qualname__") else type(self.screen)
        return f"{of.__module__}.{of.__qualname__}"

    def knowing(self, known: KnownParties) -> ScreenerUnderTest:
        """Return the same screener, of which *known* tells the parties."""
        return replace(
            self,
            parties=known.parties,
            delisted=known.delisted if known.basis else self.delisted,
            unsettled=known.unsettled or self.unsettled,
            not_yet=known.not_yet or self.not_yet,
            basis=known.basis or self.basis,
            as_of=known.as_of or self.as_of,
            past_days=self.past_days or known.past_days,
            known_on=known.on or self.known_on,
        )
