"""Find the names that may reach a score, without comparing them all.

Reach for :class:`NameIndex`, built once over the names of one kind of party. For a query it adds up, name by
name, the most that their parts could match, and keeps the names whose score could reach the threshold on
that. Guarantee: it leaves out no name that :func:`~.comparison.name_score` puts at or above the threshold.

Why it is complete: parts only meet when they share a key (see ``similarity``), so every meeting is found; a
part is counted with every part it may meet, so what matched is never underrated; what is left over is never
overrated; and the score grows with the one and falls with the other.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..model import PartyKind
from ..names import Part
from . import score as weights
from .alignment import FEWEST_CUT_OFF, JOIN_LENGTHS_APART, JOIN_SIMILARITY
from .prepared import PreparedName, PreparedReading, ReadingPair
from .similarity import Language
from .vocabulary import Alike, Vocabulary

__all__ = ["NameIndex", "Words"]

_SLACK: Final = 3e-6
"""Sums in another order differ in their last bits, and scores are rounded to six places."""
_INITIAL_ALIKE: Final = np.array([weights.INITIAL_SIMILARITY])
_EXACT_ONLY: Final = frozenset({"number", "legal-form", "initial"})
_MOST_KEPT: Final = 1 << 12


class Words:
    """The words of the names held, single and joined, for the indexes of every kind to share."""

    def __init__(self) -> None:
        self.parts, self.joined = Vocabulary(), Vocabulary()
        self._kept: dict[tuple[str, str, frozenset[Language]], Alike] = {}

    def freeze(self) -> None:
        """Let go of what only adding names needs."""
        self.parts.freeze()
        self.joined.freeze()

    def alike_parts(self, text: str, spoken: frozenset[Language]) -> Alike:
        """Return the single words that a single word may meet."""
        return self._keep("part", text, spoken)

    def parts_like_joined(self, joined: str, spoken: frozenset[Language]) -> Alike:
        """Return the single words that joined words may meet."""
        return self._keep("joined", joined, spoken)

    def joined_like_part(self, text: str, spoken: frozenset[Language]) -> Alike:
        """Return the joined words that a single word may meet."""
        return self._keep("one", text, spoken)

    def _keep(self, how: str, text: str, spoken: frozenset[Language]) -> Alike:
        """Return what may meet a word; kept by the word's own text, which decides it."""
        if (how, text, spoken) not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            held = self.joined if how == "one" else self.parts
            least, apart = (0.0, None) if how == "part" else (JOIN_SIMILARITY, JOIN_LENGTHS_APART)
            self._kept[how, text, spoken] = held.alike(text, spoken, least, apart)
        return self._kept[how, text, spoken]


@dataclass(frozen=True, slots=True)
class _Meeting:
    """The readings that hold what a part of the query may meet, and how alike it is to what stands there."""

    readings: NDArray[np.int64]
    alike: NDArray[np.float64]
    weights: NDArray[np.float64]
    burdens: NDArray[np.float64]


class _Places:
    """The readings that words stand in, with their weight and burden there."""

    def __init__(self) -> None:
        self._standing = (array("l"), array("l"))
        self._carrying = (array("d"), array("d"))
        self._starts = np.zeros(2, dtype=np.int64)
        self._readings, self._weights, self._burdens = np.empty(0, dtype=np.int64), np.empty(0), np.empty(0)

    def add(self, word: int, reading: int, weight: float, burden: float) -> None:
        self._standing[0].append(word)
        self._standing[1].append(reading)
        self._carrying[0].append(weight)
        self._carrying[1].append(burden)

    def freeze(self) -> None:
        """Order what was added by word. Nothing is added afterwards."""
        words, readings = (np.array(column, dtype=np.int64) for column in self._standing)
        order = np.argsort(words, kind="stable")
        self._readings = readings[order]
        self._weights, self._burdens = (np.array(column)[order] for column in self._carrying)
        # One word more, that stands nowhere: for those that only the names of another kind hold.
        self._starts = np.searchsorted(words[order], np.arange(int(words.max(initial=-1)) + 3))
        self._standing, self._carrying = (array("l"), array("l")), (array("d"), array("d"))

    def meeting(self, found: Alike) -> _Meeting | None:
        """Return where the words found stand; None when nowhere."""
        words = np.minimum(found[0], len(self._starts) - 2)
        firsts = self._starts[words]
        counts = self._starts[words + 1] - firsts
        total = int(counts.sum())
        if not total:
            return None
        at = np.repeat(firsts - np.cumsum(counts) + counts, counts) + np.arange(total)
        alike = np.repeat(found[1], counts)
        return _Meeting(self._readings[at], alike, self._weights[at], self._burdens[at])


class NameIndex:
    """An index of names of one kind. ``candidates`` gives their positions; nothing in it ever changes.

    Args:
        names: The names, by whose order ``candidates`` numbers them.
        kind: The kind whose costs decide.
        words: Where the indexes of other kinds keep their words too.
    """

    def __init__(self, names: Sequence[PreparedName], kind: PartyKind, words: Words) -> None:
        self._cost = weights.costs(kind)
        self._words = words
        self._count = len(names)
        self._parts, self._joined, self._initials = _Places(), _Places(), _Places()
        owners: list[int] = []
        firsts = [0]
        totals: list[tuple[float, float, float]] = []
        for position, name in enumerate(names):
            for reading in name.readings:
                self._add(len(owners), reading)
                owners.append(position)
                totals.append((reading.total, reading.burden, reading.worth))
            firsts.append(len(owners))
        self._owners, self._firsts = np.array(owners, dtype=np.int64), np.array(firsts, dtype=np.int64)
        self._totals, self._burdens, self._worths = np.array(totals).reshape(-1, 3).T
        for places in (self._parts, self._joined, self._initials):
            places.freeze()

    def _add(self, number: int, reading: PreparedReading) -> None:
        parts = zip(reading.parts, reading.weights, reading.burdens, strict=True)
        for at, (part, weight, burden) in enumerate(parts):
            exact = part.role in _EXACT_ONLY
            word = self._words.parts.add(part.text, reading.spoken, exact=exact, cut=at == reading.cut)
            self._parts.add(word, number, weight, burden)
            if part.role in ("word", "initial"):
                self._initials.add(_initial(part, sought=False), number, weight, burden)
        for span, joined in reading.joined:
            word = self._words.joined.add(joined, reading.spoken, exact=False)
            carried, borne = sum(reading.weights[i] for i in span), sum(reading.burdens[i] for i in span)
            self._joined.add(word, number, carried, borne)

    def candidates(
        self, query: PreparedName, threshold: float, *, common: bool = False
    ) -> dict[int, list[ReadingPair]]:
        """Return the positions of every name whose score for *query* may reach *threshold*.

        With each are the readings, the query's and the name's, by which it may. *common*: what a score loses
        because a name is common is taken off first.
        """
        least = threshold - _SLACK
        if least <= 0.0:
            return {position: self._pairs(query, position) for position in range(self._count)}
        reached = [self._bounds(reading) for reading in query.readings]
        best = np.zeros(self._count)
        most_matched = np.zeros(self._count)
        for some, scores, matched in reached:
            np.maximum.at(best, self._owners[some], scores)
            np.maximum.at(most_matched, self._owners[some], matched)
        if common:  # what matched is never underrated, so what is lost is never overrated
            best += weights.commonness_array(most_matched, best)
        found: dict[int, list[ReadingPair]] = {}
        for mine, (some, scores, _) in enumerate(reached):
            reaching = some[np.flatnonzero((scores >= least) & (best[self._owners[some]] >= least))]
            owners = self._owners[reaching]
            theirs = reaching - self._firsts[owners]
            for position, their in zip(owners.tolist(), theirs.tolist(), strict=True):
                found.setdefault(position, []).append((mine, their))
        return found

    def _pairs(self, query: PreparedName, position: int) -> list[ReadingPair]:
        theirs = range(int(self._firsts[position + 1] - self._firsts[position]))
        return [(mine, their) for mine in range(len(query.readings)) for their in theirs]

    def _bounds(
        self, query: PreparedReading
    ) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
        """Return the readings held that *query* may meet, the most they score, and the most that tells."""
        met = list(self._meetings(query))
        if not met:
            return np.empty(0, dtype=np.int64), np.empty(0), np.empty(0)
        readings = np.concatenate([meeting.readings for _, _, meeting in met])
        alike = np.concatenate([meeting.alike for _, _, meeting in met])
        lengths = [len(meeting.readings) for _, _, meeting in met]
        some = np.flatnonzero(np.bincount(readings, minlength=len(self._owners)))
        mine, theirs, mine_met, theirs_met = (
            np.bincount(readings, values, len(self._owners))[some]
            for values in (
                alike * np.repeat([weight for weight, _, _ in met], lengths),
                alike * np.concatenate([meeting.weights for _, _, meeting in met]),
                np.repeat([burden for _, burden, _ in met], lengths),
                np.concatenate([meeting.burdens for _, _, meeting in met]),
            )
        )
        matched = (np.minimum(mine, query.total) + np.minimum(theirs, self._totals[some])) / 2
        left_mine = np.maximum(0.0, query.burden - mine_met)
        left_theirs = np.maximum(0.0, self._burdens[some] - theirs_met)
        worth = query.worth * self._worths[some]
        scores = self._scores(matched, left_mine, left_theirs) * worth
        return some, scores, np.where(worth < 1.0, weights.ACRONYM_TELLS, matched)

    def _scores(
        self, matched: NDArray[np.float64], mine: NDArray[np.float64], theirs: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return the scores of what matched and what is left over on either side, were all of it alike."""
        lesser, greater = np.minimum(mine, theirs), np.maximum(mine, theirs)
        against = self._cost.conflict * lesser + self._cost.missing * (greater - lesser)
        strength = matched**self._cost.power
        whole = strength * (1.0 + self._cost.contradiction * lesser) + against
        raw = np.divide(strength, whole, out=np.zeros(len(matched)), where=strength > 0.0)
        return weights.calibrated_array(raw, self._cost)

    def _meetings(self, query: PreparedReading) -> Iterator[tuple[float, float, _Meeting]]:
        """Yield the weight and the burden of a part of the query, or of joined ones, and what it may meet."""
        parts = zip(query.parts, query.weights, query.burdens, strict=True)
        for at, (part, weight, burden) in enumerate(parts):
            for met in self._meetings_of(part, query.spoken, cut=at == query.cut):
                if met is not None:
                    yield weight, burden, met
        for span, joined in query.joined:
            met = self._parts.meeting(self._words.parts_like_joined(joined, query.spoken))
            if met is not None:
                yield sum(query.weights[i] for i in span), sum(query.burdens[i] for i in span), met

    def _meetings_of(
        self, part: Part, spoken: frozenset[Language], *, cut: bool
    ) -> Iterator[_Meeting | None]:
        yield self._initials.meeting((np.array([_initial(part, sought=True)]), _INITIAL_ALIKE))
        yield self._parts.meeting(self._words.alike_parts(part.text, spoken))
        if part.role == "word":
            words = self._words.parts.cut_from(part.text, FEWEST_CUT_OFF, cut=cut)
            yield self._parts.meeting((words, np.full(len(words), weights.CUT_SIMILARITY)))
        if part.role in ("word", "generic"):
            yield self._joined.meeting(self._words.joined_like_part(part.text, spoken))


def _initial(part: Part, *, sought: bool) -> int:
    """Return the number under which the words, or the initials, of a part's letter are kept.

    *sought*: of those that may meet it. An initial meets words, and every other part the initials.
    """
    return 2 * ord(part.text[0]) + ((part.role == "initial") != sought)
