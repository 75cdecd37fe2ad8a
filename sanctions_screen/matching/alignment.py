"""Say which parts of one reading of a name meet which of another's, and what score that makes.

Reach for :func:`align`. Guarantees: each part meets at most once; ties are settled by position; the score
grows with what matches and falls with what is unlike or left over, so that an index can bound it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..model import MatchRule, PartyKind
from ..names import Part
from . import score as weights
from .prepared import PreparedReading
from .similarity import Language, common_languages, part_similarity

__all__ = [
    "FEWEST_CUT_OFF", "JOIN_LENGTHS_APART", "JOIN_SIMILARITY", "Alignment", "Met", "align",
    "single_similarity",
]  # fmt: skip

JOIN_SIMILARITY: Final = 0.85
"""Joined parts must be this like the one part they meet: much can be had by joining."""
SYLLABLES_JOIN_SIMILARITY: Final = 0.97
"""The same where only the parts are syllables of Korean, Chinese or Burmese: Yi A-hye is not Yahyo."""
JOIN_LENGTHS_APART: Final = 2
CLOSE: Final = 0.9
FEWEST_CUT_OFF: Final = 2
"""A word that lacks one letter is mistyped, or another."""
_NAMING: Final = frozenset({"word", "number", "initial"})
_WRITTEN_AS_ONE: Final = frozenset({"word", "generic"})
_ORDERED: Final = frozenset({"word", "particle", "initial"})
_FEWEST_ORDERED: Final = 3
"""Of two parts either may be the surname."""
_AS_GOOD: Final = 0.1
_GENERATIONS: Final = (frozenset({"jr", "sr"}), frozenset({"ii", "iii", "iv"}))


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
    pairs: list[tuple[int, int, Part, Part]] = []
    if first.cut is not None:
        pairs += [(first.cut, j, first.parts[first.cut], whole) for j, whole in enumerate(second.parts)]
    if second.cut is not None:
        pairs += [(i, second.cut, second.parts[second.cut], whole) for i, whole in enumerate(first.parts)]
    for i, j, cut, whole in pairs:
        if similarity := cut_similarity(cut, whole):
            yield Met((i,), (j,), similarity, "abbreviation", (first.weights[i] + second.weights[j]) / 2)


def _joined_meetings(
    joined: PreparedReading, single: PreparedReading, spoken: frozenset[Language]
) -> Iterator[tuple[tuple[int, ...], int, float]]:
    """Yield the runs of parts of one reading, the part of the other each may be, and how alike they are."""
    ones = [(j, b.text, len(b.text)) for j, b in enumerate(single.parts) if b.role in _WRITTEN_AS_ONE]
    least = SYLLABLES_JOIN_SIMILARITY if joined.spoken and not single.spoken else JOIN_SIMILARITY
    for span, text in joined.joined:
        for j, one, length in ones:
            if abs(length - len(text)) <= JOIN_LENGTHS_APART:
                similarity, _ = part_similarity(text, one, spoken)
                if similarity >= least:
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
    if kind == "organisation":
        matched -= _too_generic(first, second, met)
    cost = weights.costs(kind)
    spoken = bool(first.spoken & second.spoken)
    unlike = sum(m.weight * _unlike(m, kind) * cost.of_unlike(m.rule, spoken=spoken) for m in met)
    left = (
        max(0.0, first.burden - sum(first.burdens[i] for m in met for i in m.first)),
        max(0.0, second.burden - sum(second.burdens[j] for m in met for j in m.second)),
    )
    score = weights.name_score(matched, unlike, left, cost, spoken=spoken)
    if _numbers_contradict(first, second, met):
        score *= weights.OTHER_NUMBER
    if met and all(m.rule == "initial" for m in met):
        score *= weights.ONLY_INITIALS
    if kind == "organisation" and matched < weights.FEW_GENERIC and _only_generic(first, second, met):
        score *= weights.ONLY_GENERIC
    if spoken and _syllables_swapped(first, second, met):
        score *= weights.OTHER_ORDER
    if (worth := first.worth * second.worth) < 1.0:
        score *= worth if all(m.similarity == 1.0 for m in met) else 0.0
        met = tuple(replace(m, rule="abbreviation") if m.rule == "same" else m for m in met)
    return Alignment(first, second, met, score, _told(first, second, met))


def _told(first: PreparedReading, second: PreparedReading, met: Sequence[Met]) -> float:
    """Return what the parts that met tell: of a letter that met a word, what the letter tells.

    An acronym's worth has already told how many names it fits.
    """
    if first.worth * second.worth < 1.0:
        return weights.ACRONYM_TELLS
    return sum(
        m.similarity
        * (min(first.weights[m.first[0]], second.weights[m.second[0]]) if m.rule == "initial" else m.weight)
        for m in met
    )


def _unlike(met: Met, kind: PartyKind) -> float:
    """Return what is unlike of two parts that met; firms' brands are not spelled in many ways."""
    brand = kind == "organisation" and met.rule == "spelling"
    return 1.0 - (min(met.similarity, weights.SPELLED_ALIKE) if brand else met.similarity)


def _too_generic(first: PreparedReading, second: PreparedReading, met: Sequence[Met]) -> float:
    """Return what words that only say what a firm does have matched beyond what they can tell together."""
    matched = sum(
        m.weight * m.similarity for m in met if _none_names(first, m.first) or _none_names(second, m.second)
    )
    return max(0.0, matched - weights.MOST_GENERIC)


def _none_names(reading: PreparedReading, positions: Sequence[int]) -> bool:
    return all(reading.parts[i].role not in _NAMING for i in positions)


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
