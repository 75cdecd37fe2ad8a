"""What a perturbation is: a way to write one and the same name differently; several make one.

Reach for :mod:`.catalogue` for those there are, and for this module to make your own.

>>> from sanctions_screen.testing import composed, perturbation_named
>>> composed(perturbation_named("comma-order"), perturbation_named("letter-doubled")).name
'comma-order + letter-doubled'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

from ..model import PartyKind, Subject

__all__ = ["EVERY_KIND", "Perturbation", "Strength", "composed"]

Strength = Literal["must", "should"]
EVERY_KIND: tuple[PartyKind, ...] = ("person", "organisation", "vessel", "aircraft")


@dataclass(frozen=True)
class Perturbation:
    """One way to write a name differently.

    Attributes:
        name: A short name, unique among those used together.
        description: What it does, in plain words.
        strength: ``must`` when whoever matches the name must match the changed one too; ``should`` when
            something is lost, so that a good screener mostly does.
        change: From a name and a source of randomness to the changed name; pure otherwise.
        kinds: The kinds of party whose names it makes sense for.
        imitates: Where such names come from.
        change_subject: For what changes more than the name, from a subject to the changed one.
        depth: How many perturbations it is made of.
    """

    name: str
    description: str
    strength: Strength
    change: Callable[[str, Random], str]
    kinds: tuple[PartyKind, ...] = EVERY_KIND
    imitates: str = ""
    change_subject: Callable[[Subject, Random], Subject] | None = None
    depth: int = 1

    def __repr__(self) -> str:
        return f"<Perturbation {self.name}>"

    def apply(self, name: str, random: Random | int) -> str:
        """Return *name* changed; the same name when there is nothing to change.

        *random* is a seed or a source of randomness; Hypothesis's ``st.randoms()`` will do, and shrinks.
        """
        return self.change(name, _source(random))

    def apply_to(self, subject: Subject, random: Random | int) -> Subject:
        """Return *subject* changed in its name, or its facts; the same when there is nothing to change."""
        source = _source(random)
        if self.change_subject is not None:
            return self.change_subject(subject, source)
        return subject.model_copy(update={"name": self.change(subject.name, source)})


def _source(random: Random | int) -> Random:
    # A seed makes repeatable test data; nothing here is a secret.
    return Random(random) if isinstance(random, int) else random  # noqa: S311


def composed(*several: Perturbation) -> Perturbation:
    """Return the perturbation that applies *several*, one after the other; ValueError for none."""
    if not several:
        raise ValueError("a perturbation is composed of one or more")

    def change(name: str, random: Random) -> str:
        for each in several:
            name = each.apply(name, random)
        return name

    def change_subject(subject: Subject, random: Random) -> Subject:
        for each in several:
            subject = each.apply_to(subject, random)
        return subject

    return Perturbation(
        name=" + ".join(each.name for each in several),
        description=", then ".join(each.description for each in several),
        strength="must" if all(each.strength == "must" for each in several) else "should",
        change=change,
        kinds=tuple(kind for kind in EVERY_KIND if all(kind in each.kinds for each in several)),
        imitates="several of these at once",
        change_subject=change_subject,
        depth=sum(each.depth for each in several),
    )
