"""Tell what kind of part each word of a name is, by the rules of the kind of party it is of.

Reach for :func:`classify` with the folded Latin words of a name. Guarantees: every word is in a part;
classifying the texts of the parts again gives the same parts, apart from the place of a comma; a name of
honorifics and legal forms alone is taken as words.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import PartyKind
from .firms import firm_parts, has_legal_form
from .parts import Part
from .people import person_parts

__all__ = ["classify", "kind_of"]


def kind_of(segments: Sequence[Sequence[str]]) -> PartyKind:
    """Return what a name looks to be of: an organisation when it has a legal form, else a person."""
    return "organisation" if has_legal_form([word for segment in segments for word in segment]) else "person"


def classify(
    segments: Sequence[Sequence[str]], kind: PartyKind, *, of_syllables: bool = False
) -> tuple[Part, ...]:
    """Return the parts of a name of *kind*, given as folded words, cut at its commas.

    *of_syllables*: the words are another script's syllables in Latin letters, no words of any language.
    """
    if kind == "person":
        return _never_empty(person_parts(segments))
    words = [word for segment in segments for word in segment]
    return _never_empty(firm_parts(words, kind, of_syllables=of_syllables))


def _never_empty(parts: list[Part]) -> tuple[Part, ...]:
    if any(part.role in ("word", "number", "generic") for part in parts):
        return tuple(parts)
    return tuple(Part(part.text, "word") if len(part.text) > 1 else part for part in parts)
