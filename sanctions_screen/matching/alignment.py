"""Say which parts of one reading of a name meet which of another's.

Reach for :func:`align`. In most names parts meet in any order, the most telling first; in a language of
syllables they meet in the order written, the surname free, since there another order is another name.
Guarantees: each part meets at most once; ties are settled by position, so call with the lesser reading first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..likeness import DIFFERENT, Likeness, likeness
from ..model import MatchRule, PartyKind
from ..names import Part
from ..names.languages import Language, common_languages
from ..weights import FULL, weights
from .prepared import MetParts, PreparedReading, Span

__all__ = ["JOIN_LENGTHS_APART", "Met", "align", "met_by", "part_likeness"]

JOIN_LENGTHS_APART: Final = 2
"""Joined parts and the one they meet differ by at most so many letters."""
_WRITTEN_AS_ONE: Final = frozenset({"word", "generic"})
_APART: Final = frozenset({"number", "suffix", "legal-form", "initial", "honorific"})
"""What is no word: it meets its equal, or, if it is a letter, a word that begins with it."""
_MOST_TURNED: Final = 8
"""No name of syllables has more parts: a longer text is compared as it is written."""
_BEGINS: Final = frozenset({"word", "particle"})
"""What a letter may stand for: Jan v d Steen is Jan van der Steen."""
_TELLING: Final = frozenset({"word", "generic", "number", "initial"})
_FEWEST_BESIDE: Final = 2
"""An acronym is one within a name of so many parts; of a whole name ``names.firms.acronyms`` tells."""
_RUNS: Final = frozenset({"joined", "abbreviation"})
"""Rules by which several parts of one side meet one of the other."""
_TELLS_LESS: Final = frozenset({"initial", "cut"})
"""Rules by which one side is only the beginning of the other: no more is told than that tells."""
_IN_PLACE: Final = 3
"""Names of so many parts, or fewer, as many on both sides, meet place by place: no syllable moves."""
_FEWEST_BACKWARDS: Final = 3
"""Of two parts either may be the surname."""
_BURMESE: Final[frozenset[Language]] = frozenset({"burmese"})
_RIVALS: Final = (frozenset({"jr", "sr"}), frozenset({"ii", "iii", "iv"}))
"""Generations that contradict each other, of the two ways to write them."""
_SAME: Final = Likeness(FULL, "same")


class Met(NamedTuple):
    """Positions of parts on either side that met, how alike they are, by which rule, and what they tell."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    alike: int
    rule: MatchRule
    tells: int
    """Of both sides, halved; of a letter that met a word, what the letter tells."""

    @property
    def is_equal(self) -> bool:
        """Whether one part met its equal."""
        return self.alike == FULL and self.rule != "joined"

    @property
    def is_shortened(self) -> bool:
        """Whether an acronym met the words it stands for, beside other parts."""
        return self.rule == "abbreviation" and max(len(self.first), len(self.second)) > 1

    @property
    def gain(self) -> int:
        """By how much a meeting is preferred: what it tells, and twice how alike the parts are."""
        return self.tells * self.alike // FULL * self.alike // FULL


_NO_MEETING: Final = Met((), (), 0, "same", 0)
_Best = dict[tuple[int, int], tuple[int, tuple[int, int], Met]]


def part_likeness(a: Part, b: Part, languages: frozenset[Language], *, kind: PartyKind) -> Likeness:
    """Return how alike two parts are, given what kind of part each is."""
    if a.role in _APART or b.role in _APART:
        return _apart_likeness(a, b, kind)
    if a.role == b.role == "generic" and a.text != b.text:  # both are known words: Electric, Electricity
        return DIFFERENT
    found = likeness(a.text, b.text, languages)
    if found.rule == "same":
        return _renamed(a, b)
    if found.rule == "cut" and kind != "person":  # Techno is no Technopark
        return DIFFERENT
    if kind == "organisation" and found.rule == "spelling":  # a brand is spelled one way
        rules = weights().rules
        lengths = sorted((len(a.text), len(b.text)))
        short = lengths[0] < rules.brand_letters and lengths[1] - lengths[0] > 1
        most = rules.brand if lengths[0] < rules.long_brand_letters else rules.long_brand
        return DIFFERENT if short else Likeness(min(found.amount, most), found.rule)
    return found


def _apart_likeness(a: Part, b: Part, kind: PartyKind) -> Likeness:
    """Return how alike two parts are one of which is no word: a letter, a number, a legal form, a title."""
    if "honorific" in (a.role, b.role):
        return DIFFERENT
    if "initial" in (a.role, b.role):
        return _initial_likeness(a, b, kind)
    if a.role != b.role:
        return DIFFERENT
    if a.text == b.text:
        return _renamed(a, b)
    return _generation_likeness(a.text, b.text) if a.role == "suffix" else DIFFERENT


def _generation_likeness(a: str, b: str) -> Likeness:
    """Return how alike two generations are: junior may be the second of his name, not senior, nor the
    third."""
    rivals = any({a, b} <= some for some in _RIVALS)
    return (
        DIFFERENT if rivals or {a, b}.isdisjoint(_RIVALS[0]) else Likeness(weights().rules.floor, "synonym")
    )


def _renamed(a: Part, b: Part) -> Likeness:
    """Return that two parts are the same, or that one form stands for both as they were written."""
    return _SAME if a.joined_as == b.joined_as else Likeness(FULL, "synonym")


def _initial_likeness(a: Part, b: Part, kind: PartyKind) -> Likeness:
    if a.text == b.text:
        return _SAME
    whole, begun = (a, b) if b.role == "initial" else (b, a)
    # In firms' names a letter is a letter.
    fits = kind == "person" and whole.text.startswith(begun.text) and whole.role in _BEGINS
    return Likeness(weights().rules.initial, "initial") if fits else DIFFERENT


def align(first: PreparedReading, second: PreparedReading, kind: PartyKind) -> tuple[Met, ...]:
    """Return which parts of two readings meet, by the rules of *kind*."""
    meetings = tuple(_meetings(first, second, kind))
    if not first.languages & second.languages:
        return _most_telling(meetings)
    in_place = len(first.parts) == len(second.parts) <= _IN_PLACE and not (_titled(first) or _titled(second))
    found = (_in_order(meetings, mine, theirs, in_place=in_place) for mine, theirs in _orders(first, second))
    return max(found, key=lambda met: sum(one.gain for one in met))


def met_by(rows: Sequence[MetParts], mine: PreparedReading, theirs: PreparedReading) -> tuple[Met, ...]:
    """Return what an engine tells of two readings' parts that met, as :func:`align` does."""
    return tuple(
        Met(
            tuple(range(*row.first)),
            tuple(range(*row.second)),
            row.alike,
            _rule_as_written(row, mine.parts[row.first[0]], theirs.parts[row.second[0]]),
            row.tells,
        )
        for row in rows
    )


def _rule_as_written(row: MetParts, a: Part, b: Part) -> MatchRule:
    return row.rule if row.rule != "same" or "initial" in (a.role, b.role) else _renamed(a, b).rule


def _meetings(first: PreparedReading, second: PreparedReading, kind: PartyKind) -> Iterator[Met]:
    """Yield every way in which parts of the one may meet parts of the other."""
    languages = common_languages(first.languages, second.languages)
    for i, a in enumerate(first.parts):
        for j, b in enumerate(second.parts):
            found = part_likeness(a, b, languages, kind=kind)
            if found.amount:
                told = (first.tells[i], second.tells[j])
                yield Met((i,), (j,), *found, min(told) if found.rule in _TELLS_LESS else sum(told) // 2)
    yield from _runs(first, second, languages, kind)
    for met in _runs(second, first, languages, kind):
        yield met._replace(first=met.second, second=met.first)


def _runs(
    many: PreparedReading, single: PreparedReading, languages: frozenset[Language], kind: PartyKind
) -> Iterator[Met]:
    """Yield the ways in which several parts of one reading may meet one part of the other."""
    for span, j, alike in _joined(many, single, languages, kind):
        told = sum(many.tells[i] for i in span.places) + single.tells[j]
        yield Met(span.places, (j,), alike, "joined", told // 2)
    if kind != "organisation" or sum(part.role in _TELLING for part in single.parts) < _FEWEST_BESIDE:
        return
    for span in many.shortened:
        for j, one in enumerate(single.parts):
            if one.role == "word" and one.text == span.text:  # it tells what its few letters do
                told = min(single.tells[j], sum(many.tells[i] for i in span.places))
                yield Met(span.places, (j,), weights().rules.acronym, "abbreviation", told)


def _joined(
    joined: PreparedReading, single: PreparedReading, languages: frozenset[Language], kind: PartyKind
) -> Iterator[tuple[Span, int, int]]:
    """Yield the runs of parts of one reading, the part of the other each may be, and how alike they are."""
    rules = weights().rules
    least, shortest = rules.joined_floor, 0
    if joined.languages and not single.languages:
        least = rules.joined_syllables_floor
        if kind == "organisation":  # people's syllables are many, and so are firms' acronyms
            least, shortest = FULL, rules.joined_brand_letters
    ones = [
        (j, one.text)
        for j, one in enumerate(single.parts)
        if one.role in _WRITTEN_AS_ONE and len(one.text) >= shortest
    ]
    for span in joined.joined:
        for j, one in ones:
            if abs(len(one) - len(span.text)) <= JOIN_LENGTHS_APART:
                found = likeness(span.text, one, languages)
                if found.amount >= least and found.rule != "cut":
                    yield span, j, found.amount


def _most_telling(meetings: Sequence[Met]) -> tuple[Met, ...]:
    """Choose what meets what, in any order: equals first, then the most telling; each part once.

    A part that has its equal is not joined to its neighbour for the sake of what the neighbour tells.
    """
    ranked = sorted(meetings, key=lambda met: (not met.is_equal, -met.gain, met.first, met.second))
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for met in ranked:
        if taken[0].isdisjoint(met.first) and taken[1].isdisjoint(met.second):
            taken[0].update(met.first)
            taken[1].update(met.second)
            chosen.append(met)
    return tuple(chosen)


def _orders(first: PreparedReading, second: PreparedReading) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Yield the orders in which the parts of two names of syllables may stand beside each other.

    As written; with the surname of either taken from the end to the front, but not where it was written in
    front in its own script, or before a comma; or one name wholly backwards. Not with both changed: Soo-min
    Park and Min-soo Park would be one. A Burmese name has no surname, whatever comma stands in it: only one
    of as many parts is it in another order.
    """
    mine, theirs = len(first.parts), len(second.parts)
    written = (range(mine), range(theirs))
    yield written
    burmese = first.languages & second.languages == _BURMESE
    if max(mine, theirs) > _MOST_TURNED or (burmese and _words(first) != _words(second)):
        return
    if theirs > 1 and (burmese or not second.surname_first):
        yield written[0], (theirs - 1, *range(theirs - 1))
    if mine > 1 and (burmese or not first.surname_first):
        yield (mine - 1, *range(mine - 1)), written[1]
    if theirs > _FEWEST_BACKWARDS - 1:
        yield written[0], written[1][::-1]


def _words(reading: PreparedReading) -> int:
    """Return how many parts are words: neither titles nor a letter, which may be one (Kyaw Swar U)."""
    return sum(part.role in _BEGINS for part in reading.parts)


def _titled(reading: PreparedReading) -> bool:
    """Return whether a title is among the parts: it may stand anywhere and moves others (Swar, U Kyaw)."""
    return any(part.role == "honorific" for part in reading.parts)


def _in_order(
    meetings: Sequence[Met], mine: Sequence[int], theirs: Sequence[int], *, in_place: bool
) -> tuple[Met, ...]:
    """Choose what meets what in order, given the orders of both sides.

    A surname taken from the end meets a surname, or nothing: else any name would be its own in another order.
    Of two short names of as many parts one syllable is no other's (*in_place*): Kim So-hee is not Kim
    Hee-jin, nor is Jung Su-yong a Lee Jung-yong.
    """
    at_mine, at_theirs = ({place: at for at, place in enumerate(order)} for order in (mine, theirs))
    fits = [met for met in meetings if _adjacent(met.first, at_mine) and _adjacent(met.second, at_theirs)]
    if mine[0] or theirs[0]:
        fits = [met for met in fits if (met.first == (mine[0],)) == (met.second == (theirs[0],))]
    if in_place:
        stays = {(i, j) for i in mine for j in theirs if at_mine[i] == at_theirs[j]}
        fits = [met for met in fits if met.rule in _RUNS or (met.first[0], met.second[0]) in stays]
    ending: dict[tuple[int, int], list[Met]] = {}
    for met in fits:
        ending.setdefault((at_mine[met.first[-1]] + 1, at_theirs[met.second[-1]] + 1), []).append(met)
    # The most that the first i parts gain with the first j, and the meeting or the step that gains it.
    best: _Best = {(0, 0): (0, (0, 0), _NO_MEETING)}
    for i in range(len(mine) + 1):
        for j in range(len(theirs) + 1):
            if i or j:
                best[i, j] = _best_at(i, j, best, ending.get((i, j), ()))
    return tuple(_traced(best, (len(mine), len(theirs))))


def _best_at(i: int, j: int, best: _Best, meetings: Sequence[Met]) -> tuple[int, tuple[int, int], Met]:
    """Return the best way to the first i parts and the first j: a part that meets nothing, or a meeting."""
    before = (i - 1, j) if i and (not j or best[i - 1, j][0] >= best[i, j - 1][0]) else (i, j - 1)
    found = (best[before][0], before, _NO_MEETING)
    for met in meetings:
        at = (i - len(met.first), j - len(met.second))
        if best[at][0] + met.gain > found[0]:
            found = (best[at][0] + met.gain, at, met)
    return found


def _traced(best: _Best, at: tuple[int, int]) -> Iterator[Met]:
    """Yield the meetings that gain the most, the last one first."""
    while at != (0, 0):
        _, at, met = best[at]
        if met is not _NO_MEETING:
            yield met


def _adjacent(places: Sequence[int], at: Mapping[int, int]) -> bool:
    """Return whether parts stand one behind the other in an order, given where it has each."""
    return all(at[behind] == at[place] + 1 for place, behind in pairwise(places))
