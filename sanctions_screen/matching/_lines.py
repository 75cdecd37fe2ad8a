"""Say what two readings of names give to the ledger: what met, what is unlike of it, what is left over.

Reach for :func:`name_lines`. Guarantees: a line for all that changes the score; whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..likeness import FULL
from ..model import LedgerRule, PartyKind
from ..names import NamePartRole
from ..names.firms import FEWEST_LETTERS, subjects, trades
from ..names.languages import common_languages
from ..names.tables import phrase_list
from ..weights import Kind, weights
from .alignment import Met, align, met_by, part_likeness
from .ledger import Line, between
from .prepared import PLACES, MetParts, PreparedReading, left_over_beside

__all__ = ["NameLines", "name_lines"]

_COUNTED: Final[tuple[NamePartRole, ...]] = ("number", "suffix")
_SAYING_LITTLE: Final = frozenset({"particle", "honorific", "legal-form"})


@dataclass(frozen=True, slots=True)
class NameLines:
    """The lines of two readings, and what a fuller name may be held against."""

    lines: tuple[Line, ...]
    left: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The words that name a bearer and met nothing, of either name."""
    lesser_left: int = 0
    """What is left over on the side with less, in millionths."""


_NOTHING: Final = NameLines(())


def _beside(reading: PreparedReading, places: Sequence[int]) -> int:
    return sum(left_over_beside(reading.parts[i]) for i in places)


@dataclass(frozen=True, slots=True)
class _Sides:
    """Two readings, what of them met, and the places of the parts that met nothing, of either side."""

    mine: PreparedReading
    theirs: PreparedReading
    met: tuple[Met, ...]
    kind: Kind
    rest: tuple[list[int], list[int]]
    left: tuple[int, int]
    """What is left over on either side, in millionths."""

    @classmethod
    def of(cls, mine: PreparedReading, theirs: PreparedReading, met: tuple[Met, ...], kind: Kind) -> _Sides:
        """Tell what is left once parts have *met*."""
        done = ({i for one in met for i in one.first}, {j for one in met for j in one.second})
        rest = (
            [i for i in range(len(mine.parts)) if i not in done[0]],
            [j for j in range(len(theirs.parts)) if j not in done[1]],
        )
        left = (sum(mine.left_over[i] for i in rest[0]), sum(theirs.left_over[j] for j in rest[1]))
        if all(left):  # a father's name is left out at will, but not another told instead
            left = (_beside(mine, rest[0]), _beside(theirs, rest[1]))
        return cls(mine, theirs, met, kind, rest, left)

    def reading(self, side: int) -> PreparedReading:
        """Return the reading of one side; 0 is mine."""
        return self.theirs if side else self.mine

    def is_named(self, met: Met) -> bool:
        """Return whether words that name a bearer met; an acronym of some of them names none by itself."""
        return not met.is_shortened and all(
            any(self.reading(side).parts[i].role == "word" for i in (met.second if side else met.first))
            for side in (0, 1)
        )

    def is_of_two_letters(self, met: Met) -> bool:
        """Return whether an acronym of fewer letters than one that may be a name met what it stands for."""
        alone = self.mine.parts[met.first[0]] if len(met.first) == 1 else self.theirs.parts[met.second[0]]
        return met.is_shortened and len(alone.text) < FEWEST_LETTERS

    def costing(self, side: int) -> tuple[str, ...]:
        """Return the parts left over on one side that cost something."""
        reading = self.reading(side)
        return tuple(reading.parts[i].joined_as for i in self.rest[side] if reading.left_over[i])

    def of_role(self, side: int, role: NamePartRole) -> tuple[str, ...]:
        """Return the parts left over on one side that have a role."""
        parts = self.reading(side).parts
        return tuple(parts[i].text for i in self.rest[side] if parts[i].role == role)

    def is_elsewhere(self, side: int) -> bool:
        """Return whether a place or a number is left over on one side."""
        places = ((word,) in phrase_list(PLACES) for word in self.of_role(side, "generic"))
        return bool(self.of_role(side, "number")) or any(places)

    def naming(self, side: int) -> tuple[str, ...]:
        """Return the parts left over on one side that name a bearer, one cut off among them."""
        parts = self.reading(side).parts
        return tuple(parts[i].text for i in self.rest[side] if parts[i].role == "word" or parts[i].is_begun)


def name_lines(
    mine: PreparedReading,
    theirs: PreparedReading,
    parts_as: PartyKind,
    kind: Kind,
    *,
    swapped: bool,
    known: Sequence[MetParts] | None = None,
) -> NameLines:
    """Return the lines of two readings of names of the kind *parts_as*, by the weights *kind*.

    *swapped*: theirs is the lesser in the order that settles ties. *known*: what of them meets, where an
    engine has told it.
    """
    acronym = mine.acronym or theirs.acronym
    if known is not None:
        met = met_by(known, mine, theirs)
    else:
        met = _acronym_met(mine, theirs) if acronym else _met(mine, theirs, parts_as, swapped=swapped)
    if not met:
        return _NOTHING
    sides = _Sides.of(mine, theirs, met, kind)
    lines = tuple(_acronym_lines(sides) if acronym else _lines(sides, parts_as))
    return NameLines(lines, (sides.naming(0), sides.naming(1)), min(sides.left))


def _met(
    mine: PreparedReading, theirs: PreparedReading, parts_as: PartyKind, *, swapped: bool
) -> tuple[Met, ...]:
    if not swapped:
        return align(mine, theirs, parts_as)
    return tuple(met._replace(first=met.second, second=met.first) for met in align(theirs, mine, parts_as))


def _lines(sides: _Sides, parts_as: PartyKind) -> Iterator[Line]:
    mine, theirs, kind = sides.mine, sides.theirs, sides.kind
    syllables = bool(mine.languages & theirs.languages)
    for met in sorted(sides.met):
        texts = (_texts(mine, met.first), _texts(theirs, met.second))
        if told := met.tells * met.alike // FULL:
            yield Line("for", met.rule, *texts, told, met.alike)
        if unlike := met.tells * (FULL - met.alike) // FULL * kind.unlike // FULL:
            yield Line("against", "unlike", *texts, unlike, met.alike)
    costs = (kind.conflict_syllables, kind.missing_syllables) if syllables else (kind.conflict, kind.missing)
    yield from _left_over_lines(sides, parts_as, *costs)
    yield from _number_lines(sides)
    if kind.only_generic and (doubt := _generic_doubt(sides)):
        yield Line("doubt", "only-generic", (), (), doubt)
    yield from _one_word_lines(sides)
    yield from _trade_lines(sides)
    yield from _title_lines(sides)


def _texts(reading: PreparedReading, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(reading.parts[i].joined_as for i in places)


def _left_over_lines(sides: _Sides, parts_as: PartyKind, conflict: int, missing: int) -> Iterator[Line]:
    left, kind = sides.left, sides.kind
    lesser, greater = min(left), max(left)
    texts = (sides.costing(0), sides.costing(1))
    if lesser:
        rule: LedgerRule = "order" if _in_another_order(sides, parts_as) else "conflict"
        yield Line("against", rule, *texts, lesser * conflict // FULL)
        yield Line("doubt", rule, *texts, lesser * kind.contradiction // FULL)
    if greater > lesser:
        mine, theirs = (texts[0], ()) if left[0] > left[1] else ((), texts[1])
        yield Line("against", "missing", mine, theirs, (greater - lesser) * missing // FULL)


def _in_another_order(sides: _Sides, parts_as: PartyKind) -> bool:
    """Return whether parts left over on both sides would have met, had they stood in another place."""
    languages = common_languages(sides.mine.languages, sides.theirs.languages)
    return any(
        part_likeness(sides.mine.parts[i], sides.theirs.parts[j], languages, kind=parts_as).amount
        for i in sides.rest[0]
        for j in sides.rest[1]
    )


def _number_lines(sides: _Sides) -> Iterator[Line]:
    """Yield the doubt of numbers, or of generations, on both sides that are not the same.

    27 and 4 are two institutes, II and III two men.
    """
    for role in _COUNTED:
        mine, theirs = sides.of_role(0, role), sides.of_role(1, role)
        if mine and theirs:
            yield Line("doubt", "other-number", mine, theirs, sides.kind.other_number)


def _generic_doubt(sides: _Sides) -> int:
    """Return the doubt that no word that names a bearer met another, though something else is left over, or
    two letters of the one stand for words of the other (A.C. International, International Anticrisis Center).

    A kind, a place and a number are no name: First National is not First Credit Bank, nor Peru Cement PERU;
    less still where each has another name: Norden Bank, Zelkov Bank.
    """
    met = any(map(sides.is_named, sides.met))
    left = any(
        sides.reading(side).parts[i].role not in _SAYING_LITTLE for side in (0, 1) for i in sides.rest[side]
    )
    if met or not (left or any(map(sides.is_of_two_letters, sides.met))):
        return 0
    if sides.of_role(0, "word") and sides.of_role(1, "word"):
        return sides.kind.both_named
    if any(part.role == "word" for side in (0, 1) for part in sides.reading(side).parts):
        return sides.kind.only_generic  # all of it: Maria Isis Ferreira is no Islamic State
    return sides.kind.all_generic * _share_by_usual_words(sides) // FULL


def _share_by_usual_words(sides: _Sides) -> int:
    """Return how much of that doubt stands, in millionths: less, the more usual words are the same.

    Central Institute of Marine Fish Research, with Training behind it or not, may well be one. All of it
    where a place or a number is left over: the 14th institute is one of many, and so is that of Peru.
    """
    if any(met.is_shortened for met in sides.met) or sides.is_elsewhere(0) or sides.is_elsewhere(1):
        return FULL
    told = sum(met.tells * met.alike // FULL for met in sides.met)
    return between(weights().chance.usual_words.points, told)


def _one_word_lines(sides: _Sides) -> Iterator[Line]:
    """Yield the doubt that of what names a bearer only one word met, and it only sounds alike or another is
    left over; a share of it where the word is a common one and usual words are left over.

    Linde is not Gazprom Linde, nor City KHITI, and Omar Trading may be another than Kuwaiti Omar Trading;
    Safran may be Safran Airport Services.
    """
    named = [met for met in sides.met if sides.is_named(met)]
    if not sides.kind.one_word or len(named) != 1:
        return
    mine, theirs = sides.of_role(0, "word"), sides.of_role(1, "word")
    if mine or theirs:
        yield Line("doubt", "one-word", mine, theirs, sides.kind.one_word)
    elif (usual := (sides.of_role(0, "generic"), sides.of_role(1, "generic"))) != ((), ()):
        share = between(weights().chance.common_word.points, named[0].tells)
        if doubt := sides.kind.one_word * share // FULL:
            yield Line("doubt", "one-word", *usual, doubt)
    if named[0].alike < weights().rules.brand:
        texts = (_texts(sides.mine, named[0].first), _texts(sides.theirs, named[0].second))
        yield Line("doubt", "one-brand", *texts, sides.kind.one_brand)


def _trade_lines(sides: _Sides) -> Iterator[Line]:
    """Yield the doubt that each of two does something else, though they share a name (Golden Eagle Trading,
    Golden Eagle Mining) or usual words, the fewer the likelier (Peru Weather Society, Peru Fish Society)."""
    named = any(map(sides.is_named, sides.met))
    branches = trades() if named else subjects()
    mine, theirs = ([word for word in sides.of_role(side, "generic") if word in branches] for side in (0, 1))
    if not (sides.kind.other_trade and mine and theirs):
        return
    if {branches[word] for word in mine}.isdisjoint(branches[word] for word in theirs):
        share = FULL if named else _share_by_usual_words(sides)
        yield Line("doubt", "other-trade", tuple(mine), tuple(theirs), sides.kind.other_trade * share // FULL)


def _title_lines(sides: _Sides) -> Iterator[Line]:
    mine, theirs = sides.of_role(0, "honorific"), sides.of_role(1, "honorific")
    if mine or theirs:
        yield Line("none", "ignored", mine, theirs, 0)


def _acronym_met(mine: PreparedReading, theirs: PreparedReading) -> tuple[Met, ...]:
    """Return how an acronym meets a name that has it as a word of its own, if it has: Piraeus Port is no
    PORT."""
    letters = (mine if mine.acronym else theirs).parts[0].text
    places = [
        [
            i
            for i, part in enumerate(reading.parts)
            if part.text == letters and (part.role == "word" or len(reading.parts) == 1)
        ][:1]
        for reading in (mine, theirs)
    ]
    if not all(places):
        return ()
    tells = weights().chance.acronym_tells
    return (Met((places[0][0],), (places[1][0],), FULL, "abbreviation", tells),)


def _acronym_lines(sides: _Sides) -> Iterator[Line]:
    """Yield the lines of an acronym that met: as much as a name, and the doubt that it fits many."""
    chance = weights().chance
    met = sides.met[0]
    texts = (_texts(sides.mine, met.first), _texts(sides.theirs, met.second))
    letters = len(sides.mine.parts[met.first[0]].text)
    doubt = {3: chance.acronym_of_3, 4: chance.acronym_of_4}.get(letters, chance.acronym_longer)
    yield Line("for", "abbreviation", *texts, met.tells, FULL)
    yield Line("doubt", "acronym", *texts, doubt)
    yield from _one_word_lines(sides)
    yield from _left_over_lines(sides, "organisation", sides.kind.conflict, sides.kind.missing)
