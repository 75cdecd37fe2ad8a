"""Compare two names by the readings that agree best.

Reach for :func:`compare_names`, or :func:`compared` for names already prepared. Guarantees: symmetric (the
sides swap, no number changes); deterministic; the lines add up to the score; 1.0 for names equal once folded,
both ways; the answer depends on the two names, the library's tables and the weights alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final, get_args

from ..cells import read_cell
from ..errors import ArgumentError
from ..model import Explanation, PartyKind
from ..model.arguments import TEXT, checked
from ..names import comparable_name, fold
from ..names.characters import other_characters
from ..weights import weights
from ._lines import name_lines
from ._not_compared import Held, is_of_few_words, uncompared_lines
from ._wording import explained
from .ledger import Line, added_up, score_of
from .prepared import PreparedName, PreparedReading, prepared

__all__ = ["Compared", "character_lines", "compare_names", "compared", "is_comparable", "order_of"]


@dataclass(frozen=True, slots=True)
class Compared:
    """How two names compare by the readings that agree best."""

    lines: tuple[Line, ...]
    score: float
    left: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The words that name a bearer and met nothing, of either name."""
    lesser_left: int = 0
    """What is left over on the side with less, in millionths."""


_FEWEST_OF_A_FIRM: Final = 2
"""Usual words in the name of a firm of which nobody says that it is one."""
_NOTHING: Final = Compared((), 0.0)


def compared(first: PreparedName, second: PreparedName, weighed_as: PartyKind | None = None) -> Compared:
    """Return how two names compare by the readings that agree best.

    Of equals the one whose readings come first in the alphabet counts: the order of the names does not.
    *weighed_as* is the kind by whose weights they are; None tells it from the two names.
    """
    kinds = {first.name.compared_as, second.name.compared_as}
    parts_as: PartyKind = kinds.pop() if len(kinds) == 1 else "organisation"
    kind = weights().kind(weighed_as or parts_as)
    if first.name.folded == second.name.folded:  # one name, though accents may have it read in two ways
        first = second = min(first, second, key=lambda name: tuple(map(order_of, name.readings)))
    chance = tuple(_chance_lines(first, second))
    best: tuple[tuple[object, ...], Compared] | None = None
    for mine, theirs, met in first.beside(second, parts_as, weighed_as or parts_as):
        if not is_comparable(mine, theirs, parts_as):
            continue
        a, b = order_of(mine), order_of(theirs)
        found = name_lines(mine, theirs, parts_as, kind, swapped=b < a, known=met)
        if not found.lines or found.lines[0].side != "for":
            continue
        lines = (*found.lines, *chance)
        one = Compared(lines, score_of(added_up(lines), kind), found.left, found.lesser_left)
        rank = (-one.score, min(a, b), max(a, b))
        if best is None or rank < best[0]:
            best = (rank, one)
    return best[1] if best else _NOTHING


def order_of(reading: PreparedReading) -> tuple[tuple[str, str], ...]:
    """Return what settles ties between readings: their place in the alphabet."""
    return tuple((part.text, part.role) for part in reading.parts)


def is_comparable(mine: PreparedReading, theirs: PreparedReading, kind: PartyKind) -> bool:
    """Return whether two readings may be compared: acronyms are of firms, and say nothing of each other."""
    return not (mine.acronym or theirs.acronym) or (kind == "organisation" and mine.acronym != theirs.acronym)


def _chance_lines(first: PreparedName, second: PreparedName) -> Iterator[Line]:
    """Yield the doubt that a name has several romanisations; none between equal names."""
    chance, choices = weights().chance, max(first.choices, second.choices)
    if choices > 1 and first.name.folded != second.name.folded:
        doubt = chance.few_readings if choices < chance.many else chance.many_readings
        yield Line("doubt", "readings", (), (), doubt)


def character_lines(first: PreparedName, second: PreparedName) -> Iterator[Line]:
    """Yield the doubt that two names in one script are written with other characters, though read alike."""
    others = other_characters(first.name.folded, second.name.folded)
    if others:
        texts = ((first.name.folded,), (second.name.folded,))
        yield Line("doubt", "characters", *texts, others * weights().chance.other_character)


@checked(a=TEXT, b=TEXT)
def compare_names(a: str, b: str, kind: PartyKind | None = None) -> Explanation:
    """Compare two names as written; the explanation's ``lines`` add up to its ``score``, in [0, 1].

    *kind* None: an organisation when either has a legal form, or each has two words that say what a firm or
    an institution is, does or where, else a person. A name with nothing to compare scores 0. Raises
    ArgumentError, a ValueError, for another *kind*.
    """
    if kind not in (None, *get_args(PartyKind)):
        raise ArgumentError(
            f"no kind of party: {kind!r:.100}; say one of {', '.join(get_args(PartyKind))}, or None"
        )
    if kind is None:
        looks = {comparable_name(a).compared_as, comparable_name(b).compared_as}
        firms = "organisation" in looks or (_looks_like_a_firm(a) and _looks_like_a_firm(b))
        kind = "organisation" if firms else "person"
    names: Iterable[tuple[Held, Held]] = (
        pair for pair in product(_held(a, kind), _held(b, kind)) if not is_of_few_words(*pair)
    )
    if fold(a) == fold(b):
        names = (*names, ((a, None), (b, None)))  # one text, though a fold may make a bracket of a sign
    # Of pairs that agree alike the first in the alphabet counts, whichever side is asked about.
    pairs = sorted(names, key=lambda pair: (sorted(text for text, _ in pair), [text for text, _ in pair]))
    best = max((_as_written(x, y, kind) for x, y in pairs), key=lambda one: one.score)
    return explained(a, b, best.lines, kind, best.score)


def _looks_like_a_firm(text: str) -> bool:
    """Return whether a name has several words that only firms' names have: one is in a family's name, too."""
    parts = comparable_name(text, "organisation").parts
    return sum(part.role in ("generic", "legal-form") for part in parts) >= _FEWEST_OF_A_FIRM


def _held(text: str, kind: PartyKind) -> list[Held]:
    """Return the names that a text holds, each with the longer one that it is only some words of."""
    cell = read_cell(text, kind)
    wholes = dict(cell.pieces)
    return [(name, wholes.get(name)) for name in cell.names or (text,)]


def _as_written(a: Held, b: Held, kind: PartyKind) -> Compared:
    """Return how two names of a kind compare, their own characters told apart."""
    first, second = prepared(a[0], kind), prepared(b[0], kind)
    found = compared(first, second)
    more = (*character_lines(first, second), *uncompared_lines(a, b, kind)) if found.lines else ()
    if not more:
        return found
    lines = (*found.lines, *more)
    return replace(found, lines=lines, score=score_of(added_up(lines), weights().kind(kind)))
