"""Find the names that may reach a score, without comparing them all.

Reach for :class:`NameIndex`, built once over the names of one kind of party. For a query it adds up, name by
name, the most that their parts could match, and keeps the names whose score could reach the threshold on
that. Guarantee: it leaves out no name whose party ``matching.party.judge`` puts at or above the threshold by
it.

Why it is complete: parts only meet when they share a key (see ``likeness``), so every meeting is found; a
part is counted with every part it may meet, so what speaks for is never underrated; what is left over is
never overrated; doubt is counted only where it is sure; and the score grows with the first and falls with the
others. Amounts are whole numbers, so that no sum differs by the order it is made in.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..matching.alignment import JOIN_LENGTHS_APART
from ..matching.prepared import PreparedName, PreparedReading, Span
from ..names import Part
from ..names.languages import Language
from ..weights import FULL, Kind, weights
from ._bounds import Beside, most_scores
from ._vocabulary import Alike, Vocabulary

__all__ = ["NameIndex", "Words"]

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

    def alike_parts(self, text: str, languages: frozenset[Language]) -> Alike:
        """Return the single words that a single word may meet."""
        return self._keep("part", text, languages)

    def parts_like_joined(self, joined: str, languages: frozenset[Language]) -> Alike:
        """Return the single words that joined words may meet."""
        return self._keep("joined", joined, languages)

    def joined_like_part(self, text: str, languages: frozenset[Language]) -> Alike:
        """Return the joined words that a single word may meet."""
        return self._keep("one", text, languages)

    def _keep(self, how: str, text: str, languages: frozenset[Language]) -> Alike:
        """Return what may meet a word; kept by the word's own text, which decides it."""
        if (how, text, languages) not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            held = self.joined if how == "one" else self.parts
            least, apart = (0, None) if how == "part" else (weights().rules.joined_floor, JOIN_LENGTHS_APART)
            self._kept[how, text, languages] = held.alike(text, languages, least, apart)
        return self._kept[how, text, languages]


@dataclass(frozen=True, slots=True)
class _Meeting:
    """The readings that hold what a part of the query may meet, and how alike it is to what stands there."""

    readings: NDArray[np.int64]
    alike: NDArray[np.int64]
    tells: NDArray[np.int64]
    left_over: NDArray[np.int64]


class _Places:
    """The readings that words stand in, with what each tells there and costs left over."""

    def __init__(self) -> None:
        self._columns = (array("q"), array("q"), array("q"), array("q"))
        self._starts = np.zeros(2, dtype=np.int64)
        self._readings, self._tells, self._left_over = (np.empty(0, dtype=np.int64) for _ in range(3))

    def add(self, word: int, reading: int, tells: int, left_over: int) -> None:
        for column, value in zip(self._columns, (word, reading, tells, left_over), strict=True):
            column.append(value)

    def freeze(self) -> None:
        """Order what was added by word. Nothing is added afterwards."""
        words, *rest = (np.array(column, dtype=np.int64) for column in self._columns)
        order = np.argsort(words, kind="stable")
        self._readings, self._tells, self._left_over = (column[order] for column in rest)
        # One word more, that stands nowhere: for those that only the names of another kind hold.
        self._starts = np.searchsorted(words[order], np.arange(int(words.max(initial=-1)) + 3))
        self._columns = (array("q"), array("q"), array("q"), array("q"))

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
        return _Meeting(self._readings[at], alike, self._tells[at], self._left_over[at])


class NameIndex:
    """An index of names of one kind. ``candidates`` gives their positions; nothing in it ever changes.

    Args:
        names: The names, by whose order ``candidates`` numbers them.
        words: Where the indexes of other kinds keep their words too.
    """

    def __init__(self, names: Sequence[PreparedName], words: Words) -> None:
        self._words = words
        self._count = len(names)
        self._parts, self._joined, self._initials, self._acronyms = (_Places() for _ in range(4))
        owners: list[int] = []
        totals: list[tuple[int, int, int]] = []
        self._folded: dict[str, list[int]] = {}
        for position, name in enumerate(names):
            self._folded.setdefault(name.name.folded, []).append(position)
            for reading in name.readings:
                self._add(len(owners), reading)
                owners.append(position)
                totals.append((reading.all_tells, reading.all_left_over, reading.acronym))
        self._owners = np.array(owners, dtype=np.int64)
        self._tells, self._left_over, self._is_acronym = np.array(totals, dtype=np.int64).reshape(-1, 3).T
        for places in (self._parts, self._joined, self._initials, self._acronyms):
            places.freeze()

    def _add(self, number: int, reading: PreparedReading) -> None:
        parts = zip(reading.parts, reading.tells, reading.left_over, strict=True)
        for part, tells, left_over in parts:
            exact = part.role in _EXACT_ONLY or reading.acronym
            word = self._words.parts.add(part.text, reading.languages, exact=exact)
            (self._acronyms if reading.acronym else self._parts).add(word, number, tells, left_over)
            if reading.acronym:
                continue
            if part.role in ("word", "particle", "initial"):
                self._initials.add(_initial(part, sought=False), number, tells, left_over)
        for span, exact in _spans(reading):
            word = self._words.joined.add(span.text, reading.languages, exact=exact)
            tells, left_over = (
                sum(amounts[i] for i in span.places) for amounts in (reading.tells, reading.left_over)
            )
            self._joined.add(word, number, tells, left_over)

    def candidates(
        self, query: PreparedName, threshold: float, kind: Kind, beside: Beside
    ) -> NDArray[np.int64]:
        """Return, in order, the positions of every name whose score for *query* may reach *threshold*.

        *kind* are the weights the score is made by, *beside* what is known of the subject beside the name.
        """
        if threshold <= 0.0:
            return np.arange(self._count)
        reaching = [self._reaching(reading, threshold, kind, beside) for reading in query.readings]
        # Names equal once folded are one, in whatever way their accents have them read.
        equal = np.array(self._folded.get(query.name.folded, ()), dtype=np.int64)
        return np.unique(np.concatenate([equal, *reaching]))

    def _reaching(
        self, query: PreparedReading, threshold: float, kind: Kind, beside: Beside
    ) -> NDArray[np.int64]:
        """Return the positions of the names that *query* may reach *threshold* with."""
        met = list(self._meetings(query))
        if not met:
            return np.empty(0, dtype=np.int64)
        readings = np.concatenate([meeting.readings for _, _, meeting in met])
        alike = np.concatenate([meeting.alike for _, _, meeting in met])
        lengths = [len(meeting.readings) for _, _, meeting in met]
        some, at = np.unique(readings, return_inverse=True)
        mine, theirs, mine_met, theirs_met = (
            _summed(values, at, len(some))
            for values in (
                alike * np.repeat(np.array([tells for tells, _, _ in met]), lengths),
                alike * np.concatenate([meeting.tells for _, _, meeting in met]),
                np.repeat(np.array([left_over for _, left_over, _ in met]), lengths),
                np.concatenate([meeting.left_over for _, _, meeting in met]),
            )
        )
        mine, theirs = (-(-told // FULL) for told in (mine, theirs))  # never rounded down
        told = (np.minimum(mine, query.all_tells) + np.minimum(theirs, self._tells[some]) + 1) // 2
        acronym = (self._is_acronym[some] > 0) | query.acronym
        told = np.where(acronym, weights().chance.acronym_tells, told)
        left = (
            np.maximum(0, query.all_left_over - mine_met),
            np.maximum(0, self._left_over[some] - theirs_met),
        )
        scores = most_scores(told, left, kind, beside)
        found: NDArray[np.int64] = self._owners[some[np.flatnonzero(scores >= threshold)]]
        return found

    def _meetings(self, query: PreparedReading) -> Iterator[tuple[int, int, _Meeting]]:
        """Yield what a part of the query, or joined ones, tells and costs left over, and what it may meet."""
        parts = zip(query.parts, query.tells, query.left_over, strict=True)
        for part, tells, left_over in parts:
            meetings = self._equal(part) if query.acronym else self._meetings_of(part, query.languages)
            for met in meetings:
                if met is not None:
                    yield tells, left_over, met
        for span, exact in _spans(query):
            words = self._words
            alike = (
                words.parts.equal(span.text) if exact else words.parts_like_joined(span.text, query.languages)
            )
            met = self._parts.meeting(alike)
            if met is not None:
                yield (
                    sum(query.tells[i] for i in span.places),
                    sum(query.left_over[i] for i in span.places),
                    met,
                )

    def _equal(self, part: Part) -> Iterator[_Meeting | None]:
        """Yield where an acronym itself is a part of a name."""
        yield self._parts.meeting(self._words.parts.equal(part.text))

    def _meetings_of(self, part: Part, languages: frozenset[Language]) -> Iterator[_Meeting | None]:
        initials = np.array([_initial(part, sought=True)])
        yield self._initials.meeting((initials, np.array([weights().rules.initial])))
        yield self._parts.meeting(self._words.alike_parts(part.text, languages))
        yield self._acronyms.meeting(self._words.parts.equal(part.text))
        if part.role in ("word", "generic"):
            yield self._joined.meeting(self._words.joined_like_part(part.text, languages))


def _spans(reading: PreparedReading) -> Iterator[tuple[Span, bool]]:
    """Yield the runs of parts that one part may be, and whether only its equal may be: an acronym."""
    yield from ((span, False) for span in reading.joined)
    yield from ((span, True) for span in reading.shortened)


def _summed(values: NDArray[np.int64], at: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    sums = np.zeros(count, dtype=np.int64)
    np.add.at(sums, at, values)
    return sums


def _initial(part: Part, *, sought: bool) -> int:
    """Return the number under which the words, or the initials, of a part's letter are kept.

    *sought*: of those that may meet it. An initial meets words, and every other part the initials.
    """
    return 2 * ord(part.text[0]) + ((part.role == "initial") != sought)
