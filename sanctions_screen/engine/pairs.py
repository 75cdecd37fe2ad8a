"""How well the names of two parties agree, whatever else is known of them.

Reach for :func:`names_score`, or :func:`names_scores` with many pairs. Guarantee: the score is the one of
``matching.judge``, whichever engine runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ..matching import judge
from ..matching.sides import Asked, Listed, listed
from ..model import Party, ScreeningSettings, Subject
from ..names import fold
from ..names.characters import in_characters
from . import name

if TYPE_CHECKING:
    from . import _engine

__all__ = ["names_score", "names_scores"]

_KEPT: Final = 2048
_SETTINGS: Final = ScreeningSettings(include_weak_aliases=False)


def names_score(one: Party, other: Party) -> float:
    """Return the score, in [0, 1], of one party as a subject beside the other, by all their names but weak
    ones; facts and identifiers do not count."""
    if name() != "reference" and not (_in_characters(one) and _in_characters(other)):
        from .compiled import engine_matching  # only where the engine was built

        scores = engine_matching().scores(_given_asked(one), other.kind, _given_listed(other))
        if scores is not None:
            return max(scores)
    return judge(_asked(one), _listed(other)).score


def names_scores(pairs: Iterable[tuple[Party, Party]]) -> list[float]:
    """Return the score of each pair."""
    return [names_score(one, other) for one, other in pairs]


def _in_characters(party: Party) -> bool:
    """Return whether a name of a party is compared by its characters, which Python alone does."""
    return any(in_characters(fold(name.text)) for name in party.names)


@lru_cache(maxsize=_KEPT)
def _listed(party: Party) -> Listed:
    return listed(party.model_copy(update={"identifiers": ()}), _SETTINGS)


@lru_cache(maxsize=_KEPT)
def _asked(party: Party) -> Asked:
    names = [name.text for name in party.names if name.role != "weak"] or [party.primary_name.text]
    return Asked(Subject(name=names[0], aliases=tuple(names[1:]), kind=party.kind))


@lru_cache(maxsize=_KEPT)
def _given_asked(party: Party) -> _engine.GivenSubject:
    from .compiled import given_subjects

    ((names, kind, _, _),) = given_subjects([_asked(party)])
    return names, kind, 0, True


@lru_cache(maxsize=_KEPT)
def _given_listed(party: Party) -> list[tuple[_engine.GivenText, int]]:
    from .compiled import given_parties

    ((_, _, names, recorded, _),) = given_parties([party], _SETTINGS)
    return list(zip(names, recorded, strict=True))
