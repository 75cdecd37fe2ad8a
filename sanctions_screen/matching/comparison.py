"""Compare two names part by part, and keep what met what.

Reach for :func:`compare_names`, or :func:`compare` for names already comparable. Guarantees: symmetric (the
sides swap, no number changes); deterministic; 1.0 for names equal once folded; the weights of the parts sum
to 1 and their contributions to the score; the answer depends on the two names and the library's tables alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, get_args

from ..model import AlignedPart, MatchRule, NameComparison, PartyKind
from ..names import ACRONYM, ComparableName, Part, Reading, comparable_name
from ..names.scripts import LATIN
from . import score as weights
from .similarity import Language, common_languages, languages, part_similarity

__all__ = [
    "FEWEST_CUT_OFF", "JOIN_LENGTHS_APART", "JOIN_SIMILARITY", "LONGEST_JOIN", "Alignment", "Met",
    "PreparedName", "PreparedReading", "ReadingPair", "align", "best_alignment", "compare", "compare_names",
    "joins", "name_score", "prepared",
]  # fmt: skip

LONGEST_JOIN: Final = 3
"""At most so many parts on one side are one part on the other."""
JOIN_SIMILARITY: Final = 0.85
"""Joined parts must be this like the one part they meet: much can be had by joining."""
CLOSE: Final = 0.9
JOIN_LENGTHS_APART: Final = 2
SHORT_FIELD: Final = 18
"""Systems cut names at 20 characters or more; what is shorter by more than two was never cut."""
FEWEST_CUT_OFF: Final = 2
"""A word that lacks one letter is mistyped, or another."""
_NEVER_JOINED: Final = frozenset({"honorific", "legal-form", "number"})
_SMALL_WORDS: Final = frozenset({"and", "of", "the"})
_NAMING: Final = frozenset({"word", "number", "initial"})
_WRITTEN_AS_ONE: Final = frozenset({"word", "generic"})
_ORDERED: Final = frozenset({"word", "particle", "initial"})
_FEWEST_ORDERED: Final = 3
"""Of two parts either may be the surname."""
_AS_GOOD: Final = 0.1
_GENERATIONS: Final = (frozenset({"jr", "sr"}), frozenset({"ii", "iii", "iv"}))


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

    first: PreparedReading
    second: PreparedReading
    met: tuple[Met, ...]
    score: float
    told: float
    """What the parts that met tell, 1 for one rare word that met its equal."""


def single_similarity(
    a: Part, b: Part, spoken: frozenset[Language], *, initials: bool = True
) -> tuple[float, MatchRule]:
    """Return how alike two parts are, given what kind of part each is, and by which rule.

    *initials*: a letter may stand for a word, as it does in people's names.
    """
    if a.role == "initial" or b.role == "initial":
        if a.text == b.text:
            return 1.0, "same"
        if not initials:
            return 0.0, "different"
        whole = a if b.role == "initial" else b
        fits = a.text[0] == b.text[0] and whole.role == "word"
        return (weights.INITIAL_SIMILARITY, "initial") if fits else (0.0, "different")
    if a.role == b.role and a.role in ("number", "suffix", "legal-form"):
        return (1.0, "same") if a.text == b.text else (0.0, "different")
    if "number" in (a.role, b.role) or "legal-form" in (a.role, b.role):
        return 0.0, "different"
    return part_similarity(a.text, b.text, spoken)


def cut_similarity(cut: Part, whole: Part) -> float:
    """Return how alike a word that may be cut is to one that it may be the beginning of; else 0."""
    longer = len(whole.text) - len(cut.text)
    begins = longer >= FEWEST_CUT_OFF and whole.role == "word" and whole.text.startswith(cut.text)
    return weights.CUT_SIMILARITY if begins else 0.0


def _cut_meetings(first: PreparedReading, second: PreparedReading) -> Iterator[Met]:
    """Yield how the last word of either, where it may be cut, meets the words of the other."""
    pairs = [(first.cut, j) for j in range(len(second.parts))] if first.cut is not None else []
    for i, j in pairs:
        if similarity := cut_similarity(first.parts[i], second.parts[j]):
            yield Met((i,), (j,), similarity, "abbreviation", (first.weights[i] + second.weights[j]) / 2)
    pairs = [(i, second.cut) for i in range(len(first.parts))] if second.cut is not None else []
    for i, j in pairs:
        if similarity := cut_similarity(second.parts[j], first.parts[i]):
            yield Met((i,), (j,), similarity, "abbreviation", (first.weights[i] + second.weights[j]) / 2)


def joins(parts: Sequence[Part]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield the positions and the joined text of every run of parts that may be written as one."""
    for length in range(2, LONGEST_JOIN + 1):
        for start in range(len(parts) - length + 1):
            group = parts[start : start + length]
            if all(part.role not in _NEVER_JOINED and part.text not in _SMALL_WORDS for part in group):
                yield tuple(range(start, start + length)), "".join(part.text for part in group)


def _joined_meetings(
    joined: PreparedReading, single: PreparedReading, spoken: frozenset[Language]
) -> Iterator[tuple[tuple[int, ...], int, float]]:
    """Yield the runs of parts of one reading, the part of the other each may be, and how alike they are."""
    ones = [(j, b.text, len(b.text)) for j, b in enumerate(single.parts) if b.role in _WRITTEN_AS_ONE]
    for span, text in joined.joined:
        for j, one, length in ones:
            if abs(length - len(text)) <= JOIN_LENGTHS_APART:
                similarity, _ = part_similarity(text, one, spoken)
                if similarity >= JOIN_SIMILARITY:
                    yield span, j, similarity


def _candidates(first: PreparedReading, second: PreparedReading, kind: PartyKind) -> Iterator[Met]:
    """Yield every way in which parts of the one may meet parts of the other."""
    spoken = common_languages(first.spoken, second.spoken)
    for i, a in enumerate(first.parts):
        for j, b in enumerate(second.parts):
            similarity, rule = single_similarity(a, b, spoken, initials=kind == "person")
            if similarity > 0.0:
                yield Met((i,), (j,), similarity, rule, (first.weights[i] + second.weights[j]) / 2)
    yield from _cut_meetings(first, second)
    for span, j, similarity in _joined_meetings(first, second, spoken):
        weight = (sum(first.weights[i] for i in span) + second.weights[j]) / 2
        yield Met(span, (j,), similarity, "joined", weight)
    for span, i, similarity in _joined_meetings(second, first, spoken):
        weight = (first.weights[i] + sum(second.weights[j] for j in span)) / 2
        yield Met((i,), span, similarity, "joined", weight)


def _plainness(met: Met) -> int:
    """Return how soon a meeting is chosen, 0 first.

    A part that has its equal alone is not joined to its neighbour for the sake of the neighbour's weight; but
    parts that make up another to the letter (Hejaz I, Hejazi) are joined before one of them is just alike.
    """
    if met.similarity == 1.0 and met.rule != "joined":
        return 0
    return 1 if met.similarity == 1.0 or (met.similarity >= CLOSE and met.rule != "joined") else 2


def _chosen(candidates: Sequence[Met]) -> tuple[Met, ...]:
    """Choose what meets what: the most telling first; each part once."""
    ranked = sorted(
        candidates,
        key=lambda met: (_plainness(met), -met.weight * met.similarity**2, met.first, met.second),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for met in ranked:
        if taken[0].isdisjoint(met.first) and taken[1].isdisjoint(met.second):
            taken[0].update(met.first)
            taken[1].update(met.second)
            chosen.append(met)
    return tuple(chosen)


def align(first: PreparedReading, second: PreparedReading, kind: PartyKind) -> Alignment:
    """Align two readings; ties are settled by position, so call with the lesser first."""
    met = _chosen(tuple(_candidates(first, second, kind)))
    matched = sum(m.weight * m.similarity for m in met)
    cost = weights.costs(kind)
    spoken = bool(first.spoken & second.spoken)
    unlike = sum(m.weight * (1.0 - m.similarity) * cost.of_unlike(m.rule, spoken=spoken) for m in met)
    left = (
        max(0.0, first.burden - sum(first.burdens[i] for m in met for i in m.first)),
        max(0.0, second.burden - sum(second.burdens[j] for m in met for j in m.second)),
    )
    score = weights.name_score(matched, unlike, left, cost)
    if _numbers_contradict(first, second, met):
        score *= weights.OTHER_NUMBER
    if kind == "organisation" and matched < weights.FEW_GENERIC and _only_generic(first, second, met):
        score *= weights.ONLY_GENERIC
    if spoken and _syllables_swapped(first, second, met):
        score *= weights.OTHER_ORDER
    if (worth := first.worth * second.worth) < 1.0:
        score *= worth
        met = tuple(replace(m, rule="abbreviation") if m.rule == "same" else m for m in met)
    return Alignment(first, second, met, score, matched)


def _only_generic(first: PreparedReading, second: PreparedReading, met: Sequence[Met]) -> bool:
    """Return whether no word that names a bearer met another, though either side has one."""
    named = [
        {i for i, part in enumerate(reading.parts) if part.role in _NAMING} for reading in (first, second)
    ]
    return any(named) and all(named[0].isdisjoint(m.first) or named[1].isdisjoint(m.second) for m in met)


def _syllables_swapped(first: PreparedReading, second: PreparedReading, met: Sequence[Met]) -> bool:
    """Return whether parts met in an order that moving the surname to the other end does not give.

    Nor writing the whole name backwards. Where a right order of parts does as well, it is the one meant.
    """
    pairs = sorted((m.first[0], m.second[0], m.similarity) for m in met if m.rule != "joined")
    pairs = [pair for pair in pairs if first.parts[pair[0]].role in _ORDERED]
    if len(pairs) < _FEWEST_ORDERED:
        return False
    spoken = first.spoken & second.spoken
    mine, written = [first.parts[i] for i, _, _ in pairs], sorted(j for _, j, _ in pairs)
    turns = [[*written[turn:], *written[:turn]] for turn in range(len(written))]
    best = sum(similarity for _, _, similarity in pairs)
    return all(
        sum(single_similarity(a, second.parts[j], spoken)[0] for a, j in zip(mine, turn, strict=True))
        < best - _AS_GOOD
        for turn in (*turns, written[::-1])
    )


def _numbers_contradict(first: PreparedReading, second: PreparedReading, met: Sequence[Met]) -> bool:
    """Return whether both sides have a number that met none, or are of two generations."""
    mine = [part for i, part in enumerate(first.parts) if not any(i in m.first for m in met)]
    theirs = [part for j, part in enumerate(second.parts) if not any(j in m.second for m in met)]
    if any(part.role == "number" for part in mine) and any(part.role == "number" for part in theirs):
        return True
    # Junior may be the second of his name, but not senior; nor is the second the third.
    return any(
        {a.text, b.text} <= rivals
        for a in mine
        for b in theirs
        if a.role == b.role == "suffix"
        for rivals in _GENERATIONS
    )


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
) -> tuple[float, float]:
    """Return the score of two names, in [0, 1], and what told it: :func:`compare` without the explanation.

    *pairs* as for :func:`best_alignment`.
    """
    found = best_alignment(first, second, costs_of, pairs)
    return _score(first, second, found), round(found[0].told, 6) if found else 0.0


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
