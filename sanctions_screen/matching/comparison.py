"""Compare two names part by part, and keep what met what.

Reach for :func:`compare_names`, or :func:`compare` for names already comparable. Guarantees: symmetric (the
sides swap, no number changes); deterministic; 1.0 for names equal once folded; the weights of the parts sum
to 1 and their contributions to the score; the answer depends on the two names and the library's tables alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from ..model import AlignedPart, NameComparison, PartyKind
from ..names import ComparableName, comparable_name
from .alignment import Alignment, Met, align
from .prepared import PreparedName, PreparedReading, ReadingPair, prepared

__all__ = ["NameScore", "best_alignment", "compare", "compare_names", "name_score"]


class NameScore(NamedTuple):
    """What a comparison comes to, without its explanation."""

    score: float
    """In [0, 1]."""
    told: float
    """What the parts that met tell; see :class:`~..model.NameComparison`."""
    left: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The words that name a bearer and met nothing, of either name."""


def common_kind(first: ComparableName, second: ComparableName) -> PartyKind:
    """Return the kind by whose costs two names are compared: a person's only when both are persons'."""
    return first.compared_as if first.compared_as == second.compared_as else "organisation"


def _order(reading: PreparedReading) -> tuple[tuple[str, str], ...]:
    return tuple((part.text, part.role) for part in reading.parts)


def _comparable(mine: PreparedReading, theirs: PreparedReading, kind: PartyKind) -> bool:
    """Return whether two readings may be compared: acronyms are of firms, and say nothing of each other."""
    if mine.worth == theirs.worth == 1.0:
        return True
    return kind == "organisation" and max(mine.worth, theirs.worth) == 1.0


def best_alignment(
    first: PreparedName,
    second: PreparedName,
    costs_of: PartyKind | None = None,
    pairs: Sequence[ReadingPair] | None = None,
) -> tuple[Alignment, bool] | None:
    """Return the best alignment of any two readings and whether its sides are swapped; None without any.

    Of equals the one whose readings come first in the alphabet counts: the order of the names does not.
    *costs_of* is the kind by whose costs they are compared; None tells it from the two names. *pairs* are the
    readings to compare; None for all.
    """
    kind = costs_of or common_kind(first.name, second.name)
    if pairs is None:
        both = [(mine, theirs) for mine in first.readings for theirs in second.readings]
    else:
        both = [(first.readings[mine], second.readings[theirs]) for mine, theirs in pairs]
    ranked = []
    for mine, theirs in both:
        if not _comparable(mine, theirs, kind):
            continue
        a, b = _order(mine), _order(theirs)
        swapped = b < a
        found = align(theirs, mine, kind) if swapped else align(mine, theirs, kind)
        ranked.append((-found.score, min(a, b), max(a, b), found, swapped))
    if not ranked:
        return None
    best = min(ranked, key=lambda row: row[:3])
    return best[3], best[4]


def name_score(
    first: PreparedName,
    second: PreparedName,
    costs_of: PartyKind | None = None,
    pairs: Sequence[ReadingPair] | None = None,
) -> NameScore:
    """Return the score of two names and what it rests on: :func:`compare` without the explanation.

    *pairs* as for :func:`best_alignment`.
    """
    found = best_alignment(first, second, costs_of, pairs)
    if found is None:
        return NameScore(0.0, 0.0)
    alignment, swapped = found
    left = (_left_over(alignment, int(swapped)), _left_over(alignment, int(not swapped)))
    return NameScore(_score(first, second, found), round(alignment.told, 6), left)


def _left_over(alignment: Alignment, side: int) -> tuple[str, ...]:
    done = {i for met in alignment.met for i in (met.first, met.second)[side]}
    parts = (alignment.first, alignment.second)[side].parts
    return tuple(part.text for i, part in enumerate(parts) if i not in done and part.role == "word")


def _score(first: PreparedName, second: PreparedName, found: tuple[Alignment, bool] | None) -> float:
    if found is None:
        return 0.0
    return 1.0 if first.name.folded == second.name.folded else round(found[0].score, 6)


def compare_names(a: str, b: str, kind: PartyKind | None = None) -> NameComparison:
    """Compare two names as written and return score, parts and rules.

    *kind* None: an organisation when either has a legal form, else a person. A name with nothing to compare
    scores 0. Raises ValueError for another *kind*.
    """
    if kind not in (None, *get_args(PartyKind)):
        raise ValueError(f"no kind of party: {kind!r}; say one of {', '.join(get_args(PartyKind))}, or None")
    if kind is None:
        looks = {comparable_name(a).compared_as, comparable_name(b).compared_as}
        kind = "organisation" if "organisation" in looks else "person"
    return compare(prepared(a, kind), prepared(b, kind), a, b)


def compare(
    first: PreparedName, second: PreparedName, a: str, b: str, costs_of: PartyKind | None = None
) -> NameComparison:
    """Compare two prepared names, made of the texts *a* and *b*, and explain the score."""
    found = best_alignment(first, second, costs_of)
    if found is None:
        return NameComparison(subject=a, listed=b, score=0.0, told=0.0, parts=())
    score = _score(first, second, found)
    parts = _explained(found[0], score, swapped=found[1])
    return NameComparison(subject=a, listed=b, score=score, told=round(found[0].told, 6), parts=parts)


def _rows(alignment: Alignment) -> Iterator[Met]:
    """Yield what met, then what met nothing at half its weight: the other half has no other side."""
    yield from alignment.met
    for side, reading in enumerate((alignment.first, alignment.second)):
        done = {i for met in alignment.met for i in (met.first, met.second)[side]}
        for i, carried in enumerate(reading.weights):
            if i not in done:
                mine, theirs = ((), (i,)) if side else ((i,), ())
                yield Met(mine, theirs, 0.0, "missing" if carried else "ignored", carried / 2)


def _explained(alignment: Alignment, score: float, *, swapped: bool) -> tuple[AlignedPart, ...]:
    rows = tuple(_rows(alignment))
    total = sum(row.weight for row in rows) or 1.0
    gained = sum(row.similarity * row.weight for row in rows) or 1.0
    result = []
    for row in rows:
        left = tuple(alignment.first.parts[i].text for i in row.first)
        right = tuple(alignment.second.parts[j].text for j in row.second)
        part = AlignedPart(
            subject=right if swapped else left,
            listed=left if swapped else right,
            rule=row.rule,
            similarity=round(row.similarity, 6),
            weight=row.weight / total,
            contribution=score * row.similarity * row.weight / gained,
        )
        places = (row.second, row.first) if swapped else (row.first, row.second)
        result.append((not places[0], places, part))
    return tuple(part for _, _, part in sorted(result, key=lambda row: row[:2]))
