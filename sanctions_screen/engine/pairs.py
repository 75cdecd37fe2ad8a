"""How well the names of two parties agree, whatever else is known of them.

Reach for :func:`names_score`, or :class:`NamesScores` for many pairs. Guarantee: the score is the one of
``matching.judge``, whichever engine runs.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from ..matching import judge
from ..matching.sides import Asked, Listed, listed
from ..model import Party, ScreeningSettings, Subject
from ..names import fold
from ..names.characters import in_characters
from . import name

if TYPE_CHECKING:
    from . import _engine

__all__ = ["NamesScores", "names_score"]

_SETTINGS: Final = ScreeningSettings(include_weak_aliases=False)


def names_score(one: Party, other: Party) -> float:
    """Return the score, in [0, 1], of one party as a subject beside the other, by all their names but weak
    ones; facts and identifiers do not count."""
    return NamesScores().of(one, other)


class NamesScores:
    """Scores of many pairs; each party is made ready once."""

    def __init__(self) -> None:
        self._sides: dict[int, _Side] = {}

    def of(self, one: Party, other: Party) -> float:
        """Return the score of one pair, as :func:`names_score` does."""
        return _score(self._side(one), self._side(other))

    def _side(self, party: Party) -> _Side:
        # A side holds its party, so that no other is found by its number.
        return self._sides.setdefault(id(party), _Side(party))


class _Side:
    """A party as either side of a pair, made ready once it is asked for."""

    def __init__(self, party: Party) -> None:
        self.party: Final = party

    @cached_property
    def in_characters(self) -> bool:
        """Whether a name of it is compared by its characters, which Python alone does."""
        texts = (name.text for name in self.party.names)
        return any(not text.isascii() and in_characters(fold(text)) for text in texts)

    @cached_property
    def listed(self) -> Listed:
        """The party as it is listed."""
        return listed(self.party.model_copy(update={"identifiers": ()}), _SETTINGS)

    @cached_property
    def asked(self) -> Asked:
        """The party as a subject."""
        names = [name.text for name in self.party.names if name.role != "weak"]
        first, *more = names or [self.party.primary_name.text]
        return Asked(Subject(name=first, aliases=tuple(more), kind=self.party.kind))

    @cached_property
    def given_asked(self) -> _engine.GivenSubject:
        """The same for the compiled engine."""
        from .compiled import given_subjects  # only where the engine was built

        ((names, kind, _, _),) = given_subjects([self.asked])
        return names, kind, 0, True

    @cached_property
    def given_listed(self) -> list[tuple[_engine.GivenText, int]]:
        """The names of the party for the compiled engine."""
        from .compiled import given_parties

        ((_, _, names, recorded, _),) = given_parties([self.party], _SETTINGS)
        return list(zip(names, recorded, strict=True))


def _score(one: _Side, other: _Side) -> float:
    if name() != "reference" and not (one.in_characters and other.in_characters):
        from .compiled import engine_matching

        scores = engine_matching().scores(one.given_asked, other.party.kind, other.given_listed)
        if scores is not None:
            return max(scores)
    return judge(one.asked, other.listed).score
