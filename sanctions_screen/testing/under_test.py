"""The screener that is judged, whoever made it, in the one shape that the laws ask.

Reach for :class:`ScreenerUnderTest` to tell the laws more than a bare callable can: how to ask many at
once, how to set the threshold, how to build the screener over other parties. Every ability left out
leaves the laws that need it "not checked", by name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TypeAlias

from ..engine import PartyMatcher
from ..errors import SettingsError
from ..model import ListingStatus, Party, PartyId, ScreeningResult, ScreeningSettings, Subject
from ..screening import Screener
from ..store import ListStore

__all__ = ["Answer", "RawAnswer", "Screen", "ScreenerUnderTest", "answer_of"]

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
    """An answer in one form: the best score of each party that hit, and its status where told."""

    scores: dict[str, float]
    statuses: dict[str, str] = field(default_factory=dict)

    @property
    def top(self) -> float:
        """The highest score; 0 when nothing hit."""
        return max(self.scores.values(), default=0.0)

    def score(self, party_id: str) -> float | None:
        """Return the party's score; None when it is no hit."""
        return self.scores.get(party_id)


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
    return Answer(scores, statuses)


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
        threshold: Scores below it are no hits; for a screener that scores every party and leaves the
            decision to its caller.
        parties: The parties it screens against, where they are not given to the check itself.
        delisted: Ids of those of the parties that are delisted.
        unsettled: Ids of those of which nobody can say, for the day lies between two files.
    """

    screen: Screen
    screen_many: Callable[[Sequence[Subject]], Iterable[RawAnswer]] | None = None
    with_threshold: Callable[[float], Screen] | None = None
    with_parties: Callable[[Sequence[Party]], Screen] | None = None
    threshold: float | None = None
    parties: tuple[Party, ...] | None = None
    delisted: frozenset[str] | None = None
    unsettled: frozenset[str] = frozenset()

    @classmethod
    def of_store(
        cls,
        store: ListStore,
        lists: Iterable[str] | None = None,
        as_of: date | None = None,
        settings: ScreeningSettings | None = None,
    ) -> ScreenerUnderTest:
        """Return this library's own :class:`Screener` with all its abilities; arguments as there."""
        chosen = settings or ScreeningSettings()
        list_ids = [info.list_id for info in store.lists()] if lists is None else list(lists)
        screener = Screener(store, list_ids, as_of, chosen)

        @cache
        def with_threshold(threshold: float) -> Screen:
            changed = chosen.model_copy(update={"threshold": threshold})
            return Screener(store, list_ids, as_of, changed).screen

        def with_parties(parties: Sequence[Party]) -> Screen:
            matcher = PartyMatcher(parties, chosen)
            return lambda subject: {
                match.party_id: match.score for match in matcher.search(subject, chosen.threshold)
            }

        status = _status_on(store, list_ids, screener.as_of, include_delisted=chosen.include_delisted)
        return cls(
            screen=screener.screen,
            screen_many=screener.screen_many,
            with_threshold=with_threshold,
            with_parties=with_parties,
            parties=tuple(party for party, _ in status),
            delisted=frozenset(party.party_id for party, told in status if told == "delisted"),
            unsettled=frozenset(party.party_id for party, told in status if told == "unsettled"),
        )


def _status_on(
    store: ListStore, list_ids: Iterable[str], day: date, *, include_delisted: bool
) -> list[tuple[Party, ListingStatus]]:
    return [
        (state.party(member.party_id), member.status)
        for state in (store.state(list_id, day) for list_id in sorted(list_ids))
        for member in state
        if include_delisted or member.status != "delisted"
    ]
