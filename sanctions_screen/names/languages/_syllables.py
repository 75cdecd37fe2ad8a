"""Tell which syllables a Latin spelling may stand for, in a language whose names are made of syllables.

Reach for this module to compare two Latin spellings of Korean, Chinese or Burmese names: *Sok-chol*,
*Seokcheol* and *Suk Chul* are one name in Hangul, *Chol* and *Chon* never are. A spelling is cut into
syllables in every way the language's table allows; each way gives keys, the language's own canonical
syllables joined by ``-``, with a weight that says how far the spelling speaks for them.

Guaranteed: the answer depends on the text and the table alone; ``agreement`` is symmetric, lies in
[0, 1], and is positive exactly when the two spellings share a key.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["NamesOfSyllables", "SyllableReading", "SyllableTable"]

_Ways = dict[tuple[str, ...], float]
_Step = tuple[int, Mapping[str, float]]
"""Where a spelling ends, and the syllables it may stand for."""

_MOST_READINGS = 32
_LONGEST_WORD = 24
_MORE_SYLLABLES = 0.4
_USUAL = 0.5
_BREAKS = "- \u2010\u2011\u2013"
_SILENT = "'`\u2019\u2018\u02bc\u02bb\u02bf."
_UNREACHED = 1 << 20
_MARKS = str.maketrans({**dict.fromkeys(_BREAKS, " "), **dict.fromkeys(_SILENT)})


@dataclass(frozen=True, slots=True)
class SyllableReading:
    """One way to understand a spelling: canonical syllables joined by ``-``, and a weight in (0, 1].

    The weight is that of the syllable spelled least usually: a long name is not the less likely for it.
    """

    key: str
    weight: float


def _pieces(word: str) -> tuple[str, ...]:
    """Cut a word at hyphens and blanks; drop marks, apostrophes and case."""
    plain = word.casefold()
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word).casefold().replace("ø", "o").replace("ł", "l")
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(plain.translate(_MARKS).split())


class SyllableTable:
    """The syllables of one language and how each is spelled.

    ``load`` returns spelling → {canonical syllable: weight}; it is called once, on first use. ``most`` is
    the number of syllables a word may have.
    """

    def __init__(self, load: Callable[[], Mapping[str, Mapping[str, float]]], *, most: int = 3) -> None:
        self._load = load
        self._most = most
        self._table: Mapping[str, Mapping[str, float]] | None = None
        self._longest = 0
        self._cached = lru_cache(maxsize=1 << 16)(self._readings)
        self._weights = lru_cache(maxsize=1 << 14)(self._weights_of)

    @property
    def table(self) -> Mapping[str, Mapping[str, float]]:
        """The spellings, loaded on first use."""
        if self._table is None:
            self._table = self._load()
            self._longest = max(map(len, self._table))
        return self._table

    def readings(self, word: str) -> tuple[SyllableReading, ...]:
        """Return every reading of *word*, best first, at most 32; empty when it is no such word.

        A word may hold several syllables, written together or parted by hyphens or blanks; a part is
        never read across such a break.
        """
        return self._cached(word)

    def keys(self, word: str) -> frozenset[str]:
        """Return the keys of *word*: two spellings that share one may be the same syllables."""
        return frozenset(reading.key for reading in self._cached(word))

    def agreement(self, first: str, second: str) -> float:
        """Return how alike two spellings are as syllables, in [0, 1]; 0 when they share none.

        0.8 and above: both are usual spellings of one syllable; below, one of them is a rare spelling.
        """
        mine, theirs = self._weights(first), self._weights(second)
        if mine.keys().isdisjoint(theirs):
            return 0.0
        return _likeness(max(min(weight, theirs.get(key, 0.0)) for key, weight in mine.items()))

    def _weights_of(self, word: str) -> dict[str, float]:
        return {reading.key: reading.weight for reading in self._cached(word)}

    def _readings(self, word: str) -> tuple[SyllableReading, ...]:
        pieces = _pieces(word)
        if not pieces or sum(map(len, pieces)) > _LONGEST_WORD:
            return ()
        whole: _Ways = {(): 1.0}
        for piece in pieces:
            found = self._cut(piece)
            joined = {
                key + more: min(weight, second)
                for key, weight in whole.items()
                for more, second in found.items()
            }
            whole = _best({key: weight for key, weight in joined.items() if len(key) <= self._most})
        # A known word and its syllables one by one are two cuts with one key: the weightier counts.
        keys: dict[str, float] = {}
        for key, weight in whole.items():
            keys["-".join(key)] = max(keys.get("-".join(key), 0.0), weight)
        ranked = sorted(keys.items(), key=lambda item: -item[1])
        return tuple(SyllableReading(key, round(weight, 4)) for key, weight in ranked)

    def _cut(self, piece: str) -> _Ways:
        """Return the syllable sequences that spell *piece* exactly, with their weights."""
        steps = self._steps(piece)
        if not steps:
            return {}
        ways: list[_Ways] = [{} for _ in range(len(piece) + 1)]
        ways[0][()] = 1.0
        for start, ends in enumerate(steps):
            before = ways[start]
            if len(before) > _MOST_READINGS:
                before = _best(before)
            shorter = [(key, weight) for key, weight in before.items() if len(key) < self._most]
            if not shorter:
                continue
            for end, syllables in ends:
                reached = ways[end]
                for key, weight in shorter:
                    for syllable, second in syllables.items():
                        longer = (*key, syllable)
                        least = min(weight, second)
                        if least > reached.get(longer, 0.0):
                            reached[longer] = least
        return _best(ways[-1])

    def _steps(self, piece: str) -> list[list[_Step]]:
        """Return, for each place in *piece*, the spellings there from which its end can be reached.

        Empty when no cut reaches the end in as many syllables as a word may have: most words are of other
        languages, and end here.
        """
        table, longest, size = self.table, self._longest, len(piece)
        if self._most == 1:
            whole = table.get(piece)
            return [[(size, whole)], *([] for _ in range(1, size))] if whole else []
        steps: list[list[_Step]] = [[] for _ in piece]
        fewest = [*([_UNREACHED] * size), 0]
        for start in range(size - 1, -1, -1):
            for end in range(start + 1, min(size, start + longest) + 1):
                if fewest[end] < _UNREACHED and (syllables := table.get(piece[start:end])):
                    steps[start].append((end, syllables))
                    fewest[start] = min(fewest[start], fewest[end] + 1)
        return steps if fewest[0] <= self._most else []


def _likeness(weight: float) -> float:
    """Turn the weight of a shared reading into a likeness: a shared reading is never a small thing."""
    if weight >= _USUAL:
        return round(0.8 + 0.2 * (weight - _USUAL) / (1.0 - _USUAL), 4)
    return round(0.5 + 0.6 * weight, 4) if weight > 0.0 else 0.0


def _best(ways: _Ways) -> _Ways:
    """Keep the weightiest ways, fewer syllables before more, in an order of nothing but themselves.

    A cut into more syllables than needed is a chance of spelling: it must not crowd out the plain one.
    """
    ranked = sorted(ways.items(), key=lambda item: (-item[1] * _MORE_SYLLABLES ** len(item[0]), item[0]))
    return dict(ranked[:_MOST_READINGS])


class NamesOfSyllables:
    """Names of a surname and a given name, each of syllables with a table of its own."""

    def __init__(self, surname: SyllableTable, given: SyllableTable) -> None:
        self._surname, self._given = surname, given

    def keys(self, token: str) -> frozenset[str]:
        """Return the keys of *token* as a surname or as a given name."""
        return self._given.keys(token) | self._surname.keys(token)

    def agreement(self, first: str, second: str) -> float:
        """Return how far two spellings may be the same syllables, in [0, 1]; symmetric."""
        return max(self._given.agreement(first, second), self._surname.agreement(first, second))

    def looks(self, parts: Sequence[str]) -> bool:
        """Return whether *parts*, in the order written, read fully as a surname and a given name.

        The surname may stand first or last; the given name has one or two syllables, in one part or two.
        """
        if not 2 <= len(parts) <= 3:
            return False
        orders = ((parts[0], parts[1:]), (parts[-1], parts[:-1]))
        return any(
            self._surname.readings(surname)
            and any(reading.key.count("-") <= 1 for reading in self._given.readings(" ".join(rest)))
            for surname, rest in orders
        )
