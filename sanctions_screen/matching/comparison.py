"""Compare two names part by part, and keep what met what.

Reach for :func:`compare_names`, or :func:`compare` for names already comparable. Guarantees: symmetric (the
sides swap, no number changes); deterministic; 1.0 for names equal once folded; the weights of the parts sum
to 1 and their contributions to the score; the answer depends on the two names and the library's tables alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from ..model import AlignedPart, MatchRule, NameComparison, PartyKind
from ..names import ComparableName, Part, Reading, comparable_name
from ..names.romanise.burmese_latin import looks_burmese
from ..names.romanise.korean_latin import looks_korean
from . import score as weights
from .similarity import part_similarity

__all__ = ["Alignment", "Met", "align", "best_alignment", "compare", "compare_names"]

_LONGEST_JOIN = 3


@dataclass(frozen=True, slots=True)
class Met:
    """Positions of parts on either side that met, how alike they are, and by which rule."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    similarity: float
    rule: MatchRule
    weight: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """What of one reading met what of another, and the score that makes."""

    first: tuple[Part, ...]
    second: tuple[Part, ...]
    met: tuple[Met, ...]
    score: float


@lru_cache(maxsize=1 << 15)
def _language(texts: tuple[str, ...]) -> str:
    if looks_korean(texts):
        return "korean"
    return "burmese" if len(texts) > 1 and looks_burmese(texts) else ""


def _words(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(part.text for part in parts if part.role in ("word", "particle", "initial"))


def _common_language(first: Sequence[Part], second: Sequence[Part]) -> str:
    mine, theirs = _language(_words(first)), _language(_words(second))
    return mine if mine == theirs else ""


def _single(a: Part, b: Part, language: str) -> tuple[float, MatchRule]:
    if a.role == "initial" or b.role == "initial":
        if a.text == b.text:
            return 1.0, "same"
        whole = a if b.role == "initial" else b
        fits = a.text[0] == b.text[0] and whole.role == "word"
        return (weights.INITIAL_SIMILARITY, "initial") if fits else (0.0, "different")
    if a.role == b.role and a.role in ("number", "suffix", "legal-form"):
        return (1.0, "same") if a.text == b.text else (0.0, "different")
    if "number" in (a.role, b.role) or "legal-form" in (a.role, b.role):
        return 0.0, "different"
    return part_similarity(a.text, b.text, language)


def _candidates(first: Sequence[Part], second: Sequence[Part], language: str) -> Iterator[Met]:
    """Yield every way in which parts of the one may meet parts of the other."""
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            similarity, rule = _single(a, b, language)
            if similarity > 0.0:
                yield Met((i,), (j,), similarity, rule, _mean_weight((a,), (b,)))
    yield from _joins(first, second, language, swapped=False)
    yield from _joins(second, first, language, swapped=True)


def _joins(many: Sequence[Part], one: Sequence[Part], language: str, *, swapped: bool) -> Iterator[Met]:
    for length in range(2, _LONGEST_JOIN + 1):
        for start in range(len(many) - length + 1):
            group = many[start : start + length]
            if any(part.role in ("honorific", "legal-form", "number") for part in group):
                continue
            joined = "".join(part.text for part in group)
            for j, b in enumerate(one):
                if b.role not in ("word", "generic") or abs(len(b.text) - len(joined)) > 2:
                    continue
                similarity, _ = part_similarity(joined, b.text, language)
                if similarity >= 0.85:
                    span = tuple(range(start, start + length))
                    mine, theirs = ((j,), span) if swapped else (span, (j,))
                    yield Met(mine, theirs, similarity, "joined", _mean_weight(group, (b,)))


def _mean_weight(first: Sequence[Part], second: Sequence[Part]) -> float:
    return (sum(map(weights.part_weight, first)) + sum(map(weights.part_weight, second))) / 2


def _chosen(candidates: Sequence[Met]) -> tuple[Met, ...]:
    """Choose what meets what: the most telling first; each part once."""
    ranked = sorted(candidates, key=lambda met: (-met.weight * met.similarity**2, met.first, met.second))
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for met in ranked:
        if taken[0].isdisjoint(met.first) and taken[1].isdisjoint(met.second):
            taken[0].update(met.first)
            taken[1].update(met.second)
            chosen.append(met)
    return tuple(sorted(chosen, key=lambda met: (met.first, met.second)))


def _left(parts: Sequence[Part], met: set[int]) -> float:
    return sum(weights.part_weight(part) for i, part in enumerate(parts) if i not in met)


@lru_cache(maxsize=1 << 14)
def align(first: tuple[Part, ...], second: tuple[Part, ...]) -> Alignment:
    """Align two readings. Call with the lesser first: ties are settled by position."""
    met = _chosen(tuple(_candidates(first, second, _common_language(first, second))))
    matched = sum(m.weight * m.similarity for m in met)
    unlike = sum(m.weight * (1.0 - m.similarity) for m in met)
    left_first = _left(first, {i for m in met for i in m.first})
    left_second = _left(second, {j for m in met for j in m.second})
    conflict = min(left_first, left_second)
    missing = max(left_first, left_second) - conflict
    against = (
        weights.ALIGNED_DIFFERENCE * unlike + 2 * weights.CONFLICT * conflict + weights.MISSING * missing
    )
    return Alignment(first, second, met, weights.score_of(matched, against))


def _key(reading: Reading) -> tuple[tuple[str, str], ...]:
    return tuple((part.text, part.role) for part in reading.parts)


def best_alignment(first: ComparableName, second: ComparableName) -> tuple[Alignment, bool] | None:
    """Return the best alignment of any two readings and whether its sides are swapped; None without any."""
    best: tuple[Alignment, bool] | None = None
    for mine, theirs in product(first.readings, second.readings):
        swapped = _key(theirs) < _key(mine)
        found = align(theirs.parts, mine.parts) if swapped else align(mine.parts, theirs.parts)
        if best is None or found.score > best[0].score:
            best = (found, swapped)
    return best


def compare_names(a: str, b: str, kind: PartyKind | None = None) -> NameComparison:
    """Compare two names as written and return score, parts and rules.

    *kind* None: an organisation when either has a legal form, else a person. A name with nothing to compare
    scores 0.
    """
    return compare(comparable_name(a, kind), comparable_name(b, kind), a, b)


def compare(first: ComparableName, second: ComparableName, a: str, b: str) -> NameComparison:
    """Compare two comparable names, made of the texts *a* and *b*."""
    found = best_alignment(first, second)
    if found is None:
        return NameComparison(subject=a, listed=b, score=0.0, parts=())
    alignment, swapped = found
    score = round(1.0 if first.folded == second.folded else alignment.score, 6)
    return NameComparison(
        subject=a, listed=b, score=score, parts=_explained(alignment, score, swapped=swapped)
    )


def _rows(alignment: Alignment) -> Iterator[Met]:
    """Yield what met, then every part that met nothing, at half its weight: the other half has no other side."""
    yield from alignment.met
    for side, parts in enumerate((alignment.first, alignment.second)):
        done = {i for met in alignment.met for i in (met.first, met.second)[side]}
        for i, part in enumerate(parts):
            if i not in done:
                weight = weights.part_weight(part) / 2
                mine, theirs = ((), (i,)) if side else ((i,), ())
                yield Met(mine, theirs, 0.0, "missing" if weight else "ignored", weight)


def _explained(alignment: Alignment, score: float, *, swapped: bool) -> tuple[AlignedPart, ...]:
    rows = tuple(_rows(alignment))
    total = sum(row.weight for row in rows) or 1.0
    gained = sum(row.similarity * row.weight for row in rows) or 1.0
    result = []
    for row in rows:
        left = tuple(alignment.first[i].text for i in row.first)
        right = tuple(alignment.second[j].text for j in row.second)
        result.append(
            AlignedPart(
                subject=right if swapped else left,
                listed=left if swapped else right,
                rule=row.rule,
                similarity=round(row.similarity, 6),
                weight=row.weight / total,
                contribution=score * row.similarity * row.weight / gained,
            )
        )
    return tuple(sorted(result, key=lambda part: (not part.subject, part.subject, part.listed)))
