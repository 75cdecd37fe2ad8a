"""Ways in which one and the same name reaches a screener in another form, as named values.

Reach for this module to try a screener on damaged or rewritten names. ``MUST_SURVIVE`` holds what changes
the writing and not the name: a screener that finds the name has to find it still. ``SHOULD_SURVIVE`` holds
what loses or alters something: how often the party is still found is a figure to measure
(:func:`~sanctions_screen.testing.measure_survival`), not a law. Guarantee: the same name and seed give the
same text, and a name to which a perturbation cannot apply comes back unchanged.

>>> from sanctions_screen.testing import perturbation_named
>>> perturbation_named("comma-order").apply("Thein Htay", 1)
'Htay, Thein'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

from ..model import PartyKind
from .name_changes import (
    accents_added,
    accents_lost,
    apostrophes_lost,
    doubled,
    dropped,
    full_width,
    hyphen_for_space,
    in_another_case,
    legal_form_otherwise,
    middle_left_out,
    part_split,
    parts_joined,
    punctuated_otherwise,
    reduced_to_initial,
    slipped,
    spaced_otherwise,
    swapped,
    title_added,
    turned_round,
    with_comma,
    with_invisible,
    with_lookalikes,
)

__all__ = [
    "MUST_SURVIVE",
    "PERTURBATIONS",
    "SHOULD_SURVIVE",
    "Perturbation",
    "Strength",
    "perturbation_named",
]

Strength = Literal["must", "should"]
_EVERY_KIND: tuple[PartyKind, ...] = ("person", "organisation", "vessel", "aircraft")


@dataclass(frozen=True)
class Perturbation:
    """One way to write a name differently.

    Attributes:
        name: A short name, unique among :data:`PERTURBATIONS`.
        description: What it does, in plain words.
        strength: ``must`` when whoever matches the name must match the changed one too; ``should`` when
            something is lost, so that a good screener mostly does.
        change: From a name and a source of randomness to the changed name; pure otherwise.
        kinds: The kinds of party whose names it makes sense for.
    """

    name: str
    description: str
    strength: Strength
    change: Callable[[str, Random], str]
    kinds: tuple[PartyKind, ...] = _EVERY_KIND

    def apply(self, name: str, random: Random | int) -> str:
        """Return *name* changed; the same name when there is nothing to change.

        *random* is a seed or a source of randomness; Hypothesis's ``st.randoms()`` will do, and shrinks.
        """
        # A seed makes repeatable test data; nothing here is a secret.
        source = Random(random) if isinstance(random, int) else random  # noqa: S311
        return self.change(name, source)


PERTURBATIONS: tuple[Perturbation, ...] = (
    Perturbation("case", "letters change case", "must", in_another_case),
    Perturbation("accents-lost", "Latin letters lose their accents", "must", accents_lost),
    Perturbation("accents-added", "a vowel gains an accent", "must", accents_added),
    Perturbation("punctuation", "dashes and apostrophes are other ones", "must", punctuated_otherwise),
    Perturbation("spaces", "spaces are other ones, or more", "must", spaced_otherwise),
    Perturbation(
        "hyphen-for-space", "a space becomes a hyphen or a hyphen a space", "must", hyphen_for_space
    ),
    Perturbation("full-width", "ASCII letters become full-width ones", "must", full_width),
    Perturbation("invisible", "characters that show nothing are put in", "must", with_invisible),
    Perturbation("look-alike", "letters of another script that look the same", "must", with_lookalikes),
    Perturbation("order", "the family name moves to the other end", "must", turned_round, ("person",)),
    Perturbation("comma-order", "the family name first, with a comma", "must", with_comma, ("person",)),
    Perturbation("title-added", "a form of address or a rank before it", "must", title_added, ("person",)),
    Perturbation(
        "legal-form", "Ltd for Limited and the like", "must", legal_form_otherwise, ("organisation",)
    ),
    Perturbation("letters-swapped", "two neighbouring letters swapped", "should", swapped),
    Perturbation("letter-dropped", "a letter left out", "should", dropped),
    Perturbation("letter-doubled", "a letter typed twice", "should", doubled),
    Perturbation("key-slipped", "the key beside the right one", "should", slipped),
    Perturbation("apostrophes-lost", "apostrophes left out", "should", apostrophes_lost),
    Perturbation("parts-joined", "two parts written as one", "should", parts_joined),
    Perturbation("part-split", "a part written as two", "should", part_split),
    Perturbation("initial", "a part reduced to its initial", "should", reduced_to_initial, ("person",)),
    Perturbation("middle-left-out", "a middle part left out", "should", middle_left_out, ("person",)),
)
"""Every perturbation, those that must be survived first."""

MUST_SURVIVE = tuple(each for each in PERTURBATIONS if each.strength == "must")
SHOULD_SURVIVE = tuple(each for each in PERTURBATIONS if each.strength == "should")


def perturbation_named(name: str) -> Perturbation:
    """Return the perturbation of that name; KeyError listing the names there are."""
    for each in PERTURBATIONS:
        if each.name == name:
            return each
    raise KeyError(f"no perturbation {name!r}; there are: {', '.join(p.name for p in PERTURBATIONS)}")
