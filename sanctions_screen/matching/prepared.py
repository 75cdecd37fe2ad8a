"""Make ready what every comparison needs of a name, once.

Reach for :func:`prepared`. Guarantees: what is prepared depends on the text, the kind and the library's
tables alone, and is never changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..model import PartyKind
from ..names import ACRONYM, ComparableName, Part, Reading, comparable_name
from ..names.firms import SMALL_WORDS
from ..names.writing.scripts import LATIN
from . import score as weights
from .similarity import Language, languages

__all__ = ["PreparedName", "PreparedReading", "ReadingPair", "joins", "prepared"]

LONGEST_JOIN: Final = 3
"""At most so many parts on one side are one part on the other."""
SHORT_FIELD: Final = 18
"""Systems cut names at 20 characters or more; what is shorter by more than two was never cut."""
_NEVER_JOINED: Final = frozenset({"honorific", "legal-form", "number"})


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading with what every comparison needs of it, worked out once."""

    parts: tuple[Part, ...]
    weights: tuple[float, ...]
    burdens: tuple[float, ...]
    spoken: frozenset[Language]
    total: float
    burden: float
    worth: float = 1.0
    """What a score by this reading is worth: less than 1 for an acronym."""
    joined: tuple[tuple[tuple[int, ...], str], ...] = ()
    """The runs of parts that may be written as one: their positions and their text."""
    cut: int | None = None
    """The position of a last word that a field too short for the name may have cut; None where none is."""

    @classmethod
    def of(cls, reading: Reading, certainty: float = 1.0, *, full: bool = False) -> PreparedReading:
        """Prepare one reading; what its parts tell counts for less when it may be another.

        *full*: the name is as long as a short field holds, and its last word may be cut.
        """
        parts = reading.parts
        carried = tuple(weights.part_weight(part) * certainty for part in parts)
        words = tuple(part.text for part in parts if part.role in ("word", "particle", "initial"))
        lone = sum(part.role != "honorific" for part in parts) == 1
        burdens = tuple(
            weights.TITLE_BURDEN if lone and part.role == "honorific" else weights.part_burden(part)
            for part in parts
        )
        worth = weights.acronym_worth(parts[0].text) if reading.standard == ACRONYM else 1.0
        spoken = languages(words, reading.standard)
        last = len(parts) - 1
        cut = last if full and last and not spoken and weights.may_be_cut(parts[last]) else None
        total, burden = sum(carried), sum(burdens)
        return cls(parts, carried, burdens, spoken, total, burden, worth, tuple(joins(parts)), cut)


@dataclass(frozen=True, slots=True)
class PreparedName:
    """A comparable name and its readings, prepared."""

    name: ComparableName
    readings: tuple[PreparedReading, ...]


@lru_cache(maxsize=1 << 12)
def prepared(text: str, kind: PartyKind | None) -> PreparedName:
    """Return a name as written, ready to be compared as one of *kind*."""
    name = comparable_name(text, kind)
    certainty = weights.certainty(sum(reading.standard != ACRONYM for reading in name.readings))
    full = name.compared_as == "person" and name.script == LATIN and len(name.folded) >= SHORT_FIELD
    readings = (PreparedReading.of(reading, certainty, full=full) for reading in name.readings)
    return PreparedName(name, tuple(readings))


ReadingPair = tuple[int, int]
"""The numbers of a reading of one name and of a reading of another, to be compared."""


def joins(parts: Sequence[Part]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield the positions and the joined text of every run of parts that may be written as one."""
    for length in range(2, LONGEST_JOIN + 1):
        for start in range(len(parts) - length + 1):
            group = parts[start : start + length]
            if all(part.role not in _NEVER_JOINED and part.text not in SMALL_WORDS for part in group):
                yield tuple(range(start, start + length)), "".join(part.joined_as for part in group)
