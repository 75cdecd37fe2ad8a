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
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Reading", "SyllableTable"]

_MOST_READINGS = 32
_LONGEST_WORD = 24
_MORE_SYLLABLES = 0.4
_USUAL = 0.5
_BREAKS = frozenset("- \u2010\u2011\u2013")
_SILENT = frozenset("'`\u2019\u2018\u02bc\u02bb\u02bf.")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a spelling: canonical syllables joined by ``-``, and a weight in (0, 1].

    The weight is that of the syllable spelled least usually: a long name is not the less likely for it.
    """

    key: str
    weight: float


def _pieces(word: str) -> tuple[str, ...]:
    """Cut a word at hyphens and blanks; drop marks, apostrophes and case."""
    plain = unicodedata.normalize("NFKD", word).casefold().replace("ø", "o").replace("ł", "l")
    cleaned = "".join(
        " " if c in _BREAKS else c for c in plain if c not in _SILENT and not unicodedata.combining(c)
    )
    return tuple(cleaned.split())


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
        self._cached_agreement = lru_cache(maxsize=1 << 16)(self._agreement)

    @property
    def table(self) -> Mapping[str, Mapping[str, float]]:
        """The spellings, loaded on first use."""
        if self._table is None:
            self._table = self._load()
            self._longest = max(map(len, self._table))
        return self._table

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return every reading of *word*, best first, at most 32; empty when it is no such word.

        A word may hold several syllables, written together or parted by hyphens or blanks; a part is
        never read across such a break.
        """
        return self._cached(word)

    def equivalents(self, word: str) -> frozenset[str]:
        """Return the keys of *word*: two spellings that share one may be the same syllables."""
        return frozenset(reading.key for reading in self._cached(word))

    def agreement(self, first: str, second: str) -> float:
        """Return how alike two spellings are as syllables, in [0, 1]; 0 when they share none.

        0.8 and above: both are usual spellings of one syllable; below, one of them is a rare spelling.
        """
        return self._cached_agreement(*sorted((first, second)))

    def _agreement(self, first: str, second: str) -> float:
        weights = {reading.key: reading.weight for reading in self._cached(first)}
        shared = (min(r.weight, weights[r.key]) for r in self._cached(second) if r.key in weights)
        return _likeness(max(shared, default=0.0))

    def _readings(self, word: str) -> tuple[Reading, ...]:
        pieces = _pieces(word)
        if not pieces or sum(map(len, pieces)) > _LONGEST_WORD:
            return ()
        whole: dict[tuple[str, ...], float] = {(): 1.0}
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
        return tuple(Reading(key, round(weight, 4)) for key, weight in ranked)

    def _cut(self, piece: str) -> dict[tuple[str, ...], float]:
        """Return the syllable sequences that spell *piece* exactly, with their weights."""
        table = self.table
        ways: list[dict[tuple[str, ...], float]] = [{} for _ in range(len(piece) + 1)]
        ways[0][()] = 1.0
        for start in range(len(piece)):
            ways[start] = _best(ways[start])
            for end in range(start + 1, min(len(piece), start + self._longest) + 1):
                syllables = table.get(piece[start:end])
                if not syllables or not ways[start]:
                    continue
                for key, weight in ways[start].items():
                    if len(key) < self._most:
                        for syllable, second in syllables.items():
                            longer = (*key, syllable)
                            ways[end][longer] = max(ways[end].get(longer, 0.0), min(weight, second))
        return _best(ways[-1])


def _likeness(weight: float) -> float:
    """Turn the weight of a shared reading into a likeness: a shared reading is never a small thing."""
    if weight >= _USUAL:
        return round(0.8 + 0.2 * (weight - _USUAL) / (1.0 - _USUAL), 4)
    return round(0.5 + 0.6 * weight, 4) if weight > 0.0 else 0.0


def _best(ways: dict[tuple[str, ...], float]) -> dict[tuple[str, ...], float]:
    """Keep the weightiest ways, fewer syllables before more, in an order of nothing but themselves.

    A cut into more syllables than needed is a chance of spelling: it must not crowd out the plain one.
    """
    ranked = sorted(ways.items(), key=lambda item: (-item[1] * _MORE_SYLLABLES ** len(item[0]), item[0]))
    return dict(ranked[:_MOST_READINGS])
