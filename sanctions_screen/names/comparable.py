"""Turn a name as written into a name that can be compared.

Reach for :func:`comparable_name`; nothing else decides what a name's parts are. A name in another script has
several readings, one for each likely romanisation; a name in Latin letters has one, and a firm's those that
are short for it or leave out its own acronym beside it. Guarantees: pure and total over strings; making a
comparable name of a reading's text gives the same parts, but for a firm's syllables of another script, which
may be words once they are in Latin letters; a name with nothing to compare says why in
``unscreenable_reason``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from ..model import PartyKind
from ._classify import classify, kind_of
from ._latin import latin_readings
from .firms import acronyms, without_own_acronym
from .languages import is_eastern_surname, is_of_syllables
from .parts import ACRONYM, CUT_OFF, SURNAME_FIRST, Part, Reading
from .writing.brackets import without_brackets
from .writing.cleaning import clean
from .writing.folding import fold
from .writing.scanned_letters import letters_restored
from .writing.scripts import COMMON, LATIN, script_of
from .writing.words import is_whole, segments

__all__ = ["ComparableName", "SpelledName", "comparable_name", "in_latin", "is_compared_whole"]

MAX_LENGTH: Final = 400
"""What stands behind this many characters of a name is not compared; no list has one half as long."""
_SURELY_WHOLE: Final = 40
"""No text of so few characters has more words than are compared."""
_SURELY_SHORT: Final = 8
"""No word of so few characters has more letters in Latin ones than are compared."""
_ONE_FOR_ONE: Final = ("-scholarly", "-german")
_BEFORE_A_BEGINNING: Final = 2
"""Fewer parts in front of a word that is cut off name nobody."""
REASONS: Final = (
    "the name is empty",
    "the name has no letters",
    "the name has no letters, only digits",
    "the name cannot be read in Latin letters",
)
"""Why a name cannot be compared."""


@dataclass(frozen=True, slots=True)
class ComparableName:
    """A name ready to be compared. Equal names written differently in case and accents are equal here."""

    folded: str
    """The whole name cleaned and folded, in its own script."""
    kind: PartyKind | None
    readings: tuple[Reading, ...]
    script: str = LATIN
    compared_as: PartyKind = "person"
    """The kind whose rules the parts follow: :attr:`kind`, or what the name itself looks like."""
    unscreenable_reason: str | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the likeliest reading; empty when there is nothing to compare."""
        return self.readings[0].parts if self.readings else ()


class SpelledName(NamedTuple):
    """A name before its words are told apart."""

    folded: str
    """The whole name cleaned and folded, in its own script."""
    readings: tuple[tuple[str, str | None], ...]
    """The name in Latin letters and the romanisation's standard, likeliest first."""
    reason: str | None
    """Why there is nothing to compare; None where there is."""


def in_latin(text: str, kind: PartyKind | None) -> SpelledName:
    """Return *text* in Latin letters, as a name of *kind* is read."""
    cleaned = without_brackets(clean(text[:MAX_LENGTH]))
    folded = fold(cleaned)
    if reason := _nothing_to_compare(text, folded, kind):
        return SpelledName(folded, (), reason)
    # Firms have digits in their names: G4S is no GAS.
    letters = letters_restored(cleaned) if kind in (None, "person") else cleaned
    readings = latin_readings(letters)
    if letters.endswith(CUT_OFF):  # which a romaniser reads over
        readings = [(latin if latin.endswith(CUT_OFF) else latin + CUT_OFF, by) for latin, by in readings]
    return SpelledName(folded, tuple(readings), None)


@lru_cache(maxsize=1 << 13)
def comparable_name(text: str, kind: PartyKind | None = None) -> ComparableName:
    """Return *text* as a comparable name of a party of *kind* (None: told from the name itself)."""
    folded, spelled, reason = in_latin(text, kind)
    if reason:
        return ComparableName(folded, kind, (), COMMON, kind or "person", reason)
    compared_as = kind
    unique: dict[tuple[Part, ...], Reading] = {}
    for latin, standard in spelled:
        found = segments(latin, titles=kind in (None, "person"))
        compared_as = compared_as or kind_of(found)
        parts = classify(found, compared_as, of_syllables=is_of_syllables(standard))
        if compared_as == "person" and latin.rstrip().endswith(CUT_OFF):
            parts = _last_begun(parts)
        if parts:
            comma = standard is None and compared_as == "person" and _begins_with_surname(found)
            unique.setdefault(parts, Reading(parts, SURNAME_FIRST if comma else standard))
        if compared_as == "organisation" and _letter_by_letter(standard):
            for reading in _of_firm(found, standard):
                unique.setdefault(reading.parts, reading)
    reason = None if unique else REASONS[3]
    script = next((s for s in map(script_of, folded) if s != COMMON), COMMON)
    return ComparableName(folded, kind, tuple(unique.values()), script, compared_as or "person", reason)


@lru_cache(maxsize=1 << 10)
def is_compared_whole(text: str, kind: PartyKind | None) -> bool:
    """Return whether nothing of *text* is left out of its readings as a name of *kind*: neither what stands
    behind so many characters or words, nor letters of a word longer than any."""
    if len(text) <= _SURELY_WHOLE and (
        text.isascii() or max(map(len, clean(text).split()), default=0) <= _SURELY_SHORT
    ):
        return True
    if len(text) > MAX_LENGTH:
        return False
    titles = kind in (None, "person")
    return all(is_whole(latin, titles=titles) for latin, _ in in_latin(text, kind).readings)


def _begins_with_surname(segments: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether a comma parts two words, the first an eastern surname: not in Xiaoming, Wang."""
    return [len(words) for words in segments] == [1, 1] and is_eastern_surname(segments[0][0])


def _last_begun(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts of a person's name of whose last word only the beginning is there: it stands for any
    word that begins so, as a letter does."""
    *before, last = parts or (Part("", "honorific"),)
    if len(before) < _BEFORE_A_BEGINNING or last.role not in ("word", "particle"):
        return parts
    return (*before, Part(last.text, "initial"))


def _letter_by_letter(standard: str | None) -> bool:
    """Return whether words written so begin with the letters an acronym of theirs is written with.

    Of names in Cyrillic the scholarly and the German ways write one letter for one: РЖД is RZD.
    """
    return standard is None or standard.endswith(_ONE_FOR_ONE)


def _of_firm(segments: tuple[tuple[str, ...], ...], standard: str | None) -> Iterator[Reading]:
    """Yield what else a firm's name is: what is left without its own acronym beside it, and its acronyms."""
    words = tuple(word for segment in segments for word in segment)
    if rest := without_own_acronym(words):
        yield Reading(classify((rest,), "organisation"), standard)
    for text in acronyms(rest or words):
        yield Reading((Part(text, "word"),), ACRONYM)


def _nothing_to_compare(text: str, folded: str, kind: PartyKind | None) -> str | None:
    if not text.strip():
        return REASONS[0]
    if not any(character.isalnum() for character in folded):
        return REASONS[1]
    if kind in (None, "person") and not any(character.isalpha() for character in folded):
        return REASONS[2]
    return None
