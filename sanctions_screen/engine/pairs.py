"""How well the names of two parties agree, whatever else is known of them.

Reach for :func:`names_score`, or :class:`NamesScores` for many pairs. Guarantee: the score is the one of
``matching.judge``, whichever engine runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from ..cells import read_cell
from ..matching import judge
from ..matching.sides import Asked, Listed, compared_names, listed
from ..model import Name, Party, PartyKind, ScreeningSettings, Subject
from ..names import fold, is_compared_whole
from ..names.characters import in_characters
from . import name

if TYPE_CHECKING:
    from . import _engine

__all__ = ["FindIndexed", "Indexed", "NamesScores", "names_score"]

_SETTINGS: Final = ScreeningSettings(include_weak_aliases=False)


def names_score(one: Party, other: Party) -> float:
    """Return the score, in [0, 1], of one party as a subject beside the other, by all their names but weak
    ones; facts and identifiers do not count."""
    return NamesScores().of(one, other)


class Indexed(NamedTuple):
    """A party that an index has."""

    held_in: _engine.Index
    number: int
    """Its number there."""
    names: Sequence[Name]
    """The recorded names that it was indexed by."""
    recorded: Sequence[int]
    """Of each name of the index by place, the number of the recorded one."""

    def places(self, names: Iterable[Name]) -> list[int]:
        """Return the places of some recorded names."""
        numbers = {id(name): number for number, name in enumerate(self.names)}
        wanted = {numbers[id(name)] for name in names}
        return [place for place, number in enumerate(self.recorded) if number in wanted]


FindIndexed = Callable[[Party], Indexed | None]
"""Finds a party in an index; None where it has it not, or not as it is."""


class NamesScores:
    """Scores of many pairs; each party is made ready once.

    Args:
        indexed: Finds parties whose names an index has ready; None reads all names.
    """

    def __init__(self, indexed: FindIndexed | None = None) -> None:
        self._sides: dict[int, _Side] = {}
        self._indexed = indexed

    def of(self, one: Party, other: Party) -> float:
        """Return the score of one pair, as :func:`names_score` does."""
        return _score(self._side(one), self._side(other))

    def _side(self, party: Party) -> _Side:
        # A side holds its party, so that no other is found by its number.
        return self._sides.setdefault(id(party), _Side(party, self._indexed))


class _Side:
    """A party as either side of a pair, made ready once it is asked for."""

    def __init__(self, party: Party, indexed: FindIndexed | None) -> None:
        self.party: Final = party
        self._find: Final = indexed
        self._compiled_asked: dict[PartyKind, _engine.AskedSide] = {}

    @cached_property
    def indexed(self) -> Indexed | None:
        """The party in an index."""
        return self._find(self.party) if self._find else None

    @cached_property
    def in_characters(self) -> bool:
        """Whether a name of it is compared by its characters, which Python alone does."""
        texts = (name.text for name in self.party.names)
        return any(not text.isascii() and in_characters(fold(text)) for text in texts)

    @cached_property
    def is_long(self) -> bool:
        """Whether a name of it is compared in part alone, of which Python alone tells the doubt."""
        texts = [name.text for name in self.party.names]
        return any(read_cell(text, self.party.kind, listed=True).pieces for text in texts) or not all(
            is_compared_whole(text, self.party.kind) for text in texts
        )

    @cached_property
    def listed(self) -> Listed:
        """The party as it is listed."""
        return listed(self.party.model_copy(update={"identifiers": ()}), _SETTINGS)

    @cached_property
    def asked(self) -> Asked:
        """The party as a subject, whose names are a record's: nothing beside them is looked for."""
        first, *more = [each.text for each in _asked_names(self.party)]
        return Asked(Subject(name=first, aliases=tuple(more), kind=self.party.kind), listed=True)

    def compiled_asked(self, kind: PartyKind) -> _engine.AskedSide:
        """The same for the compiled engine, among parties of *kind*."""
        from . import _engine, compiled  # only where the engine was built

        if kind not in self._compiled_asked:
            if self.indexed and kind == self.party.kind:
                places = self.indexed.places(_asked_names(self.party))
                asked = _engine.AskedSide.indexed(compiled.engine_matching(), *self.indexed[:2], places)
            else:
                ((names, own, _, _),) = compiled.given_subjects([self.asked])
                asked = _engine.AskedSide(compiled.engine_matching(), kind, (names, own, 0, True))
            self._compiled_asked[kind] = asked
        return self._compiled_asked[kind]

    @cached_property
    def compiled_listed(self) -> _engine.ListedSide:
        """The party as it is listed, for the compiled engine."""
        from . import _engine, compiled  # only where the engine was built

        if self.indexed:
            places = self.indexed.places(compared_names(self.party, _SETTINGS))
            return _engine.ListedSide.indexed(*self.indexed[:2], places)
        ((_, kind, names, recorded, _),) = compiled.given_parties([self.party], _SETTINGS)
        given = list(zip(names, recorded, strict=True))
        return _engine.ListedSide(compiled.engine_matching(), kind, given)


def _asked_names(party: Party) -> tuple[Name, ...]:
    """Return the names that a party is asked about by: those that are not weak, else its first."""
    return tuple(name for name in party.names if name.role != "weak") or (party.primary_name,)


def _score(one: _Side, other: _Side) -> float:
    in_python = (one.in_characters and other.in_characters) or one.is_long or other.is_long
    if name() != "reference" and not in_python:
        from .compiled import engine_matching

        asked = one.compiled_asked(other.party.kind)
        score = asked.score(engine_matching(), other.compiled_listed)
        if score is not None:
            return score
    return judge(one.asked, other.listed).score
