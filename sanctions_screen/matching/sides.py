"""The two sides of a judgement, made ready once: who is asked about, and who is listed.

Reach for :func:`asked` with a subject and :func:`listed` with a party; ``party.judge`` takes both.
Guarantees: names are prepared here and nowhere later; nothing in either is ever changed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from ..model import Name, Party, PartyKind, ScreeningSettings, Subject
from ..weights import weights
from .prepared import PreparedName, prepared

__all__ = ["Asked", "AskedName", "Listed", "ListedName", "asked", "listed"]

_OF_FIRMS: Final = frozenset({"generic", "legal-form", "number"})


@dataclass(frozen=True, slots=True)
class AskedName:
    """One name of a subject, ready to be compared with parties of one kind."""

    text: str
    prepared: PreparedName
    weighed_as: PartyKind
    """The kind by whose weights it is compared."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A subject and its names, by the kind of party they are compared with."""

    subject: Subject
    names: dict[PartyKind, tuple[AskedName, ...]]
    facts_for: int
    """The most, in millionths, that facts short of an identifier may speak for it."""
    dated: bool
    """Whether it has a birth date."""

    def doubt(self, kind: PartyKind) -> int:
        """Return the doubt, in millionths, that there is beside any party of *kind*."""
        contradicts = self.subject.kind not in (None, kind)
        return weights().facts.kind_contradicts if contradicts else 0


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of a party, ready to be compared."""

    name: Name
    prepared: PreparedName


@dataclass(frozen=True, slots=True)
class Listed:
    """A party and the names it is compared by."""

    party: Party
    names: tuple[ListedName, ...]


def asked(subject: Subject, kinds: Collection[PartyKind]) -> Asked:
    """Make a subject ready to be compared with parties of *kinds*."""
    texts = (subject.name, *subject.aliases)
    facts, dated = weights().facts, subject.birth_date is not None
    persons = tuple(_may_be_person(subject.kind, text) for text in texts)
    return Asked(
        subject,
        {
            kind: tuple(
                AskedName(text, prepared(text, kind), "person" if person else kind)
                for text, person in zip(texts, persons, strict=True)
            )
            for kind in kinds
        },
        (facts.birth_date_agrees if dated else 0) + (facts.country_agrees if subject.countries else 0),
        dated,
    )


def _may_be_person(kind: PartyKind | None, text: str) -> bool:
    """True for a person, and for a subject of unknown kind whose name has nothing that only a firm's has.

    Firms and ships are forgiven most of what is left over, which would make a hit of every Sara whose family
    name a firm called SARA does not have: who may be a person is compared by a person's weights.
    """
    if kind is not None:
        return kind == "person"
    readings = prepared(text, "organisation").readings
    firm = any(part.role in _OF_FIRMS for reading in readings for part in reading.parts)
    return not firm and prepared(text, None).name.compared_as == "person"


def listed(party: Party, settings: ScreeningSettings) -> Listed:
    """Make a party ready; its weak names count too when the settings say so, or when they are all it has."""
    names = tuple(name for name in party.names if settings.include_weak_aliases or name.role != "weak")
    return Listed(
        party, tuple(ListedName(name, prepared(name.text, party.kind)) for name in names or party.names)
    )
