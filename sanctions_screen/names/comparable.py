"""Turn a name as written into a name that can be compared.

Reach for :func:`comparable_name`; nothing else decides what a name's parts are. A name in another script has
several readings, one for each likely romanisation; a name in Latin letters has one. Guarantees: pure and
total over strings; making a comparable name of a reading's text gives the same parts; a name with nothing to
compare says why in ``unscreenable_reason``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..model import PartyKind
from .acronyms import acronyms
from .classify import classify, kind_of, without_legal_forms
from .dotted import spelled_out
from .parts import Part
from .romanise import Romanisation, romanisations
from .scanned import letters_restored
from .scripts import COMMON, LATIN, script_of, script_runs
from .unicode_clean import clean, fold

__all__ = ["ACRONYM", "ComparableName", "Reading", "comparable_name"]

ACRONYM: Final = "acronym"

MAX_LENGTH: Final = 400
"""What stands behind this many characters of a name is not compared; no list has one half as long."""

REASONS: Final = (
    "the name is empty",
    "the name has no letters",
    "the name has no letters, only digits",
    "the name cannot be read in Latin letters",
)
"""Why a name cannot be compared."""

_MOST_READINGS: Final = 12
_MOST_WORDS: Final = 40
_LONGEST_WORD: Final = 60
"""No real name has as many words, or a word as long; what is behind is not compared, to bound the time."""
_PARENTHESES: Final = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_DOTTED: Final = re.compile(r"(?<![a-z])(?:[a-z]\.){2,}[a-z]?(?![a-z])")
# A romaniser writes ``*`` where a vowel may stand that its script leaves out (see romanise.similarity).
_WORDS: Final = re.compile(r"[0-9]+(?:st|nd|rd|th)(?![a-z])|[a-z*]+|[0-9]+")
_ONE_FOR_ONE: Final = ("-scholarly", "-german")
_SEPARATORS: Final = re.compile(r"[^a-z0-9*]+")
_CODE: Final = re.compile(r"[a-z]+[0-9]+[a-z]+[a-z0-9]*")
"""A word in which digits stand between letters is one word: G4S, M1X. Behind letters they are a number."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name in Latin letters: its parts in the order written, and the romanisation used."""

    parts: tuple[Part, ...]
    standard: str | None = None
    """The romanisation's standard (``pinyin``, ``mr``, ``unidecode``…), :data:`ACRONYM` for an organisation's
    name shortened to its initials; None for what is Latin already."""

    @property
    def text(self) -> str:
        """The parts, separated by blanks."""
        return " ".join(part.text for part in self.parts)


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


def _latin_readings(text: str) -> list[tuple[str, str | None]]:
    """Return *text* wholly in Latin letters, with the standards used, likeliest first."""
    readings: list[tuple[str, str | None]] = [("", None)]
    for script, run in script_runs(text):
        if script in (LATIN, COMMON):
            written = run.replace("*", " ")  # in a name as written it is no such mark
            readings = [(before + written, standard) for before, standard in readings]
        else:
            choices = _run_readings(run, script)
            longer = [_read_on(reading, choice) for reading in readings for choice in choices]
            readings = longer[:_MOST_READINGS]
    return readings


def _read_on(reading: tuple[str, str | None], choice: Romanisation) -> tuple[str, str | None]:
    before, standard = reading
    both = choice.standard if standard in (None, choice.standard) else f"{standard}+{choice.standard}"
    return f"{before} {choice.text} ", both


def _run_readings(run: str, script: str) -> tuple[Romanisation, ...]:
    """Romanise a run of one script; a comma inside it is kept, since it tells the order of the parts."""
    pieces = [piece for piece in re.split(r"[,،、，]", run) if piece.strip()]
    if len(pieces) <= 1:
        return romanisations(run.strip(" ,،"), script) or (Romanisation("", script),)
    options = [found for piece in pieces if (found := romanisations(piece.strip(), script))]
    most = max(map(len, options), default=0)
    chosen = ([option[min(rank, len(option) - 1)] for option in options] for rank in range(most))
    spelled = tuple(Romanisation(", ".join(c.text for c in row), row[0].standard) for row in chosen)
    return spelled or (Romanisation("", script),)


def _segments(text: str, kind: PartyKind | None) -> tuple[tuple[str, ...], ...]:
    """Cut a folded Latin text into words, grouped by the commas between them."""
    text = fold(text).replace("&", " and ").replace("'", "")
    if kind not in ("person", None):
        text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
        pieces = text.split(",")
    else:
        pieces = spelled_out(text.split(","))
    segments: list[tuple[str, ...]] = []
    left = _MOST_WORDS
    for segment in pieces:
        if words := tuple(_words_of(segment)[:left]):
            segments.append(words)
            left -= len(words)
    return tuple(segments)


def _words_of(segment: str) -> list[str]:
    chunks = _SEPARATORS.split(segment)
    words = (
        word for chunk in chunks for word in ([chunk] if _CODE.fullmatch(chunk) else _WORDS.findall(chunk))
    )
    return [word[:_LONGEST_WORD] for word in words if word.strip("*")]


def _without_asides(text: str) -> str:
    """Drop what stands in brackets, unless nothing else has a letter."""
    rest = _PARENTHESES.sub(" ", text)
    return rest if any(character.isalnum() for character in rest) else text


@lru_cache(maxsize=1 << 15)
def comparable_name(text: str, kind: PartyKind | None = None) -> ComparableName:
    """Return *text* as a comparable name of a party of *kind* (None: told from the name itself)."""
    folded, spelled, reason = in_latin(text, kind)
    if reason:
        return ComparableName(folded, kind, (), COMMON, kind or "person", reason)
    compared_as = kind
    unique: dict[tuple[Part, ...], Reading] = {}
    for latin, standard in spelled:
        segments = _segments(latin, kind)
        compared_as = compared_as or kind_of(segments)
        if parts := classify(segments, compared_as):
            unique.setdefault(parts, Reading(parts, standard))
        if compared_as == "organisation" and _letter_by_letter(standard):
            for acronym in _acronyms_of(segments):
                unique.setdefault(acronym.parts, acronym)
    reason = None if unique else REASONS[3]
    readings = tuple(unique.values())
    return ComparableName(folded, kind, readings, first_script(folded), compared_as or "person", reason)


def in_latin(text: str, kind: PartyKind | None) -> tuple[str, Sequence[tuple[str, str | None]], str | None]:
    """Return *text* folded, its likely spellings in Latin letters with their standards, likeliest first.

    Third is why it cannot be compared; then it has no spellings.
    """
    cleaned = _without_asides(clean(text[:MAX_LENGTH]))
    folded = fold(cleaned)
    if reason := _nothing_to_compare(text, folded, kind):
        return folded, (), reason
    # Firms have digits in their names: G4S is no GAS.
    letters = letters_restored(cleaned) if kind in (None, "person") else cleaned
    return folded, _latin_readings(letters), None


def first_script(folded: str) -> str:
    """Return the script of the first letter; ``Common`` without letters."""
    return next((s for s in map(script_of, folded) if s != COMMON), COMMON)


def _letter_by_letter(standard: str | None) -> bool:
    """Return whether words written so begin with the letters an acronym of theirs is written with.

    Of names in Cyrillic the scholarly and the German ways write one letter for one: РЖД is RZD.
    """
    return standard is None or standard.endswith(_ONE_FOR_ONE)


def _acronyms_of(segments: tuple[tuple[str, ...], ...]) -> Iterator[Reading]:
    words = tuple(word for segment in segments for word in segment)
    for text in acronyms(words, without_legal_forms(words)):
        yield Reading((Part(text, "word"),), ACRONYM)


def _nothing_to_compare(text: str, folded: str, kind: PartyKind | None) -> str | None:
    if not text.strip():
        return REASONS[0]
    if not any(character.isalnum() for character in folded):
        return REASONS[1]
    if kind in (None, "person") and not any(character.isalpha() for character in folded):
        return REASONS[2]
    return None
