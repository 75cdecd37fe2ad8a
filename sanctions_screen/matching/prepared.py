"""Make ready what every comparison needs of a name, once.

Reach for :func:`prepared`. Guarantees: what is prepared depends on the text, the kind, the library's tables
and the weights alone, and is never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from ..model import MatchRule, PartyKind
from ..names import ACRONYM, VOWELS_GUESSED, ComparableName, Part, Reading, comparable_name
from ..names.firms import SMALL_WORDS, acronyms_within
from ..names.languages import Language, is_surname_first, languages
from ..names.sounds.spelling import WILD_VOWEL, sounds
from ..names.tables import phrase_list
from ..weights import FULL, weights
from ._commonness import word_bits

__all__ = [
    "PATRONYMICS",
    "SHORTEST_PATRONYMIC",
    "MetParts",
    "PreparedName",
    "PreparedReading",
    "ReadName",
    "Span",
    "joins",
    "left_over",
    "left_over_beside",
    "prepared",
    "shortened",
    "tells",
]

PLACES: Final = "firm_places.txt"
LONGEST_JOIN: Final = 3
"""At most so many parts on one side are one part on the other."""
PATRONYMICS: Final = (
    "ovich", "ovych", "avich", "ovitch", "ovitsch", "aevich", "eevich", "ievich", "yevich", "jevich",
    "oevich", "iyevych", "ievych", "yevych", "aevitch", "ievitch", "yevitch", "jevitch", "gorevich",
    "ilevich",
    "ovna", "evna", "ivna", "auna",
)  # fmt: skip
"""How names made of a father's end, in Russian, Ukrainian and Belarusian; -kevich is a family's."""
SHORTEST_PATRONYMIC: Final = 7
_NEVER_JOINED: Final = frozenset({"honorific", "legal-form", "number", "suffix"})


@dataclass(frozen=True, slots=True)
class Span:
    """A run of parts that may be written as one, or by its letters: their positions and that text."""

    places: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading with what every comparison needs of it, worked out once. Amounts are millionths."""

    parts: tuple[Part, ...]
    tells: tuple[int, ...]
    """What each part tells about who is meant."""
    left_over: tuple[int, ...]
    """What each part costs when it meets nothing."""
    languages: frozenset[Language]
    """The languages of syllables the name may be in; empty for most."""
    joined: tuple[Span, ...]
    shortened: tuple[Span, ...] = ()
    """Runs of a firm's parts that may be written as an acronym beside the others."""
    acronym: bool = False
    surname_first: bool = False
    """Whether it was written so that its surname can only stand in front."""
    all_tells: int = 0
    all_left_over: int = 0

    @classmethod
    def of(cls, reading: Reading) -> PreparedReading:
        """Prepare one reading."""
        parts = reading.parts
        words = tuple(part.text for part in parts if part.role in ("word", "particle", "initial"))
        told, left = tuple(map(tells, parts)), tuple(map(left_over, parts))
        return cls.with_amounts(reading, told, left, languages(words, reading.standard))

    @classmethod
    def with_amounts(
        cls,
        reading: Reading,
        told: tuple[int, ...],
        left: tuple[int, ...],
        spoken: frozenset[Language],
        *,
        met: bool = False,
    ) -> PreparedReading:
        """Prepare a reading of whose parts it is known what they tell and cost, and in which languages.

        *met*: whether it is known what of it meets, so that no run of its parts is looked for any more.
        """
        runs = ((), ()) if met else (tuple(joins(reading.parts)), tuple(shortened(reading.parts)))
        return cls(
            reading.parts, told, left, spoken, *runs,
            reading.standard == ACRONYM, is_surname_first(reading.standard), sum(told), sum(left),
        )  # fmt: skip


class MetParts(NamedTuple):
    """Where parts that met begin and end, of either side, as an engine tells it."""

    first: tuple[int, int]
    second: tuple[int, int]
    alike: int
    rule: MatchRule
    """``same`` also where one form stands for both as they were written."""
    tells: int


@dataclass(frozen=True)
class PreparedName:
    """A comparable name and its readings, prepared once they are asked for."""

    name: ComparableName

    @cached_property
    def readings(self) -> tuple[PreparedReading, ...]:
        """The readings, prepared."""
        return tuple(map(PreparedReading.of, self.name.readings))

    def beside(
        self,
        other: PreparedName,
        parts_as: PartyKind,  # noqa: ARG002 - an engine asks for it
        weighed_as: PartyKind,  # noqa: ARG002
    ) -> Iterable[tuple[PreparedReading, PreparedReading, Sequence[MetParts] | None]]:
        """Yield each reading beside each of another name's, as names of the kind *parts_as*.

        Where an engine has compared them by the weights of *weighed_as*, only the two that agree best, with
        what of them meets; nothing where nothing speaks for them.
        """
        return ((mine, theirs, None) for mine in self.readings for theirs in other.readings)

    @cached_property
    def choices(self) -> int:
        """How many romanisations the name has: each is another chance to meet a name that is not meant.

        One in letters that leave vowels out has many, though the tables give one: they are guessed.
        """
        found = sum(reading.standard != ACRONYM for reading in self.name.readings)
        guessed = any(reading.standard == VOWELS_GUESSED for reading in self.name.readings)
        return max(found, weights().chance.many) if guessed else found


ReadName = Callable[[str, PartyKind | None], PreparedName]
"""Reads a name as :func:`prepared` does: an engine may do so faster."""


@lru_cache(maxsize=1 << 12)
def prepared(text: str, kind: PartyKind | None) -> PreparedName:
    """Return a name as written, ready to be compared as one of *kind*."""
    return PreparedName(comparable_name(text, kind))


@lru_cache(maxsize=1 << 17)
def tells(part: Part) -> int:
    """Return what a part tells about who is meant, in millionths of what a rare word tells."""
    told, words = weights().role(part.role).tells, weights().words
    if part.role == "number" and len(part.text) == 1:
        return words.digit
    if part.role != "word":
        return words.place if part.role == "generic" and (part.text,) in phrase_list(PLACES) else told
    heard = sounds(part.text)
    # Digits are not heard, but tell as much as a sound.
    length = len(heard) + sum(character.isdigit() for character in part.text)
    bits = min(word_bits().get(heard, words.rarest_bits), words.bits_a_sound * length)
    told = max(words.least_tells, told * bits // words.rarest_bits)
    return told * words.without_vowels // FULL if WILD_VOWEL in part.text else told


@lru_cache(maxsize=1 << 17)
def left_over(part: Part) -> int:
    """Return what a part costs when it meets nothing and the other name has all its parts; for a word more
    than it tells when it is common, for a father's name less.

    A word cut off is a word, though it meets as a letter does.
    """
    share = weights().words.patronymic if is_patronymic(part) else FULL
    return left_over_beside(part) * share // FULL


@lru_cache(maxsize=1 << 17)
def left_over_beside(part: Part) -> int:
    """Return what a part costs when it meets nothing, and something of the other name does not either."""
    if part.is_begun:
        return left_over_beside(Part(part.text, "word"))
    role = weights().role(part.role)
    return role.left_over + tells(part) * role.left_over_share // FULL


def is_patronymic(part: Part) -> bool:
    """Return whether a part is a word that ends as names made of a father's do: Anatolyevich, Petrovna."""
    long = len(part.text) >= SHORTEST_PATRONYMIC
    return part.role == "word" and long and part.text.endswith(PATRONYMICS)


def joins(parts: Sequence[Part]) -> Iterator[Span]:
    """Yield every run of parts that may be written as one."""
    for length in range(2, LONGEST_JOIN + 1):
        for start in range(len(parts) - length + 1):
            group = parts[start : start + length]
            if all(part.role not in _NEVER_JOINED and part.text not in SMALL_WORDS for part in group):
                yield Span(tuple(range(start, start + length)), "".join(part.joined_as for part in group))


def shortened(parts: Sequence[Part]) -> Iterator[Span]:
    """Yield every run of parts that may be written as an acronym beside other parts."""
    return (Span(tuple(range(one.start, one.end)), one.letters) for one in acronyms_within(parts))
