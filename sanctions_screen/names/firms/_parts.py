"""Tell what kind of part each word of a firm's, an institution's or a ship's name is.

Reach for this module with the folded Latin words of a name that is no person's. Words are put into English
first (``_english``), and phrases are sought both as written and in English: a legal form in any
romanisation is one row of a table. Guarantees: every word is in a part; classifying the texts of the parts
again gives the same parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model import PartyKind
from .._phrases import longest_phrase
from ..parts import NamePartRole, Part
from ..tables import phrase_list, phrase_table
from ._english import Word, in_english, placed_abbreviation

__all__ = ["SMALL_WORDS", "firm_parts", "has_legal_form", "without_legal_forms"]

SMALL_WORDS: Final = frozenset({"and", "of", "the"})
"""Standing forms of words that say nothing of which organisation is meant."""

_LEGAL_FORMS: Final = "legal_forms.tsv"
_ORDINAL: Final = re.compile(r"(?P<number>[0-9]+)(?:st|nd|rd|th)")
_NUMBER: Final = "number"
"""Behind it a number in words is one: Plant Number Seven; elsewhere Seven is the name of a firm."""
_NUMBERED: Final = frozenset({"no", "nr", "num", "number"})
"""What stands between a ship's name and its number."""
_OF_SEVERAL: Final = frozenset({"fund", "partners", "phase", "series", "trust"})
"""Behind these an I at the end is a number."""
_SURE_FORMS: Final = frozenset({"llc", "gmbh", "ooo", "oao", "pao", "jsc", "ltd"})
"""Legal forms that make an organisation of a name wherever they stand in it."""
_LONGEST_NAME_OF_A_FORM: Final = 3
"""Letters of a legal form that may be a firm's name where it has no other: SAE OOO, P.AD Ltd."""


class _Name:
    """The words of a name, as written and in English."""

    def __init__(self, words: Sequence[str], *, translated: bool = True, placed: bool = True) -> None:
        """Read the *words*: *translated* into English, *placed*: with abbreviations that only a firm has."""
        self.written = words
        self.words = in_english(words) if translated else [Word(word, at) for at, word in enumerate(words)]
        self.texts = [word.text for word in self.words]
        if translated and placed:
            self._place_abbreviations()

    def _place_abbreviations(self) -> None:
        """Put into English the abbreviations that are ones only where they stand in this name."""
        places = [at for at, word in enumerate(self.written) if placed_abbreviation(word)]
        if not places:
            return
        forms = {at for start, end in self.legal_forms() for at in range(start, end)}
        first = next((at for at in range(len(self.written)) if at not in forms), None)
        last = len(self.written) - 1
        meanings = {
            at: placed_abbreviation(
                self.written[at],
                first=at == first and bool(forms),
                behind=first is not None and at > first,
                last=0 < at == last,
            )
            for at in places
        }
        self.words = [
            Word(text, word.written)
            for word in self.words
            for text in meanings.get(word.written) or (word.text,)
        ]
        self.texts = [word.text for word in self.words]

    def phrase(self, at: int, table: str) -> tuple[str, int] | None:
        """Return the longest phrase of *table* at an English word, as written or in English, and its end."""
        found = longest_phrase(self.texts, at, table)
        written = self.words[at].written
        if at and self.words[at - 1].written == written:
            return found
        as_written = longest_phrase(self.written, written, table)
        if as_written is None:
            return found
        end = next((n for n in range(at, len(self.words)) if self.words[n].written >= as_written[1]), None)
        end = len(self.words) if end is None else end
        return found if found is not None and found[1] > end else (as_written[0], end)

    def written_as_one(self, start: int, end: int) -> str:
        """Return the one word that English words are of; empty where they are of several or a part of one."""
        at = self.words[start].written
        whole = [n for n, word in enumerate(self.words) if word.written == at]
        return self.written[at] if whole == list(range(start, end)) else ""

    def legal_forms(self) -> Iterator[tuple[int, int]]:
        """Yield where the legal forms begin and end among the words as written."""
        at = 0
        while at < len(self.words):
            found = self.phrase(at, _LEGAL_FORMS)
            if found is None:
                at += 1
                continue
            yield self.words[at].written, self.words[found[1] - 1].written + 1
            at = found[1]


def has_legal_form(words: Sequence[str]) -> bool:
    """Return whether a name ends in a legal form, or has one that is no word of people's names."""
    # Only at the end, and never a name that is wholly one.
    if len(words) < 2:
        return False
    if not _SURE_FORMS.isdisjoint(words):
        return True
    name = _Name(words, placed=False)  # Kim Ran and Nguyen Eu may be people
    return any(
        (found := name.phrase(at, _LEGAL_FORMS)) is not None and found[1] == len(name.words)
        for at in range(len(name.words))
        if name.words[at].written > 0
    )


def without_legal_forms(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of an organisation's name that are in no legal form."""
    forms = {at for start, end in _Name(words).legal_forms() for at in range(start, end)}
    return tuple(word for at, word in enumerate(words) if at not in forms)


def firm_parts(words: Sequence[str], kind: PartyKind, *, of_syllables: bool = False) -> list[Part]:
    """Return the parts of the name of an organisation, a vessel or an aircraft.

    *of_syllables*: the words are syllables of another script, and say nothing in any language of ours: a
    Burmese gyar is no Hungarian gyár, a factory, nor a Korean on a preposition.
    """
    if of_syllables and kind == "organisation":
        return [Part(word, _own_role(word)) for word in words]
    name = _Name(words, translated=kind == "organisation")
    parts: list[Part] = []
    at = 0
    while at < len(name.words):
        if _is_first_of_several(name, at, kind):
            part, at = Part("1", "number"), at + 1
        else:
            part, at = _part(name, at, kind, first=not parts)
        parts.append(part)
    return _named(parts)


def _own_role(word: str) -> NamePartRole:
    """Return what a word is that no table knows."""
    return "number" if word.isdigit() else "initial" if len(word) == 1 else "word"


def _named(parts: list[Part]) -> list[Part]:
    """Return the parts of a name, of whose legal forms a short one names the firm if nothing else does."""
    if any(part.role in ("word", "number", "generic") for part in parts):
        return parts
    return [Part(part.written, "word") if _may_name(part) else part for part in parts]


def _may_name(part: Part) -> bool:
    short = 1 < len(part.written) <= _LONGEST_NAME_OF_A_FORM
    return part.role == "legal-form" and short and part.written not in _SURE_FORMS


def _beside_a_letter(words: Sequence[str], at: int) -> bool:
    return any(len(word) == 1 for word in (*words[at - 1 : at], *words[at + 1 : at + 2]))


def _known_part(name: _Name, at: int, kind: PartyKind, *, first: bool) -> tuple[Part, int] | None:
    """Return the part that a phrase in the tables is at *at*, and where it ends; None where none is."""
    tables: list[tuple[str, NamePartRole]] = [
        (_LEGAL_FORMS, "legal-form"),
        ("firm_generic_words.tsv", "generic"),
    ]
    if kind in ("vessel", "aircraft"):
        tables = [("vessel_prefixes.txt", "honorific")] if first else []
    for table, role in tables:
        if found := name.phrase(at, table):
            if found[0] not in SMALL_WORDS:
                written = name.written_as_one(at, found[1])
                return Part(found[0].replace(" ", ""), role, written), found[1]
            # A letter by itself is a word such as "and" only between words: not in Grupo W, S&D, E.ON.
            alone = found[1] == at + 1 and len(name.texts[at]) == 1
            if not (alone and (first or found[1] == len(name.texts) or _beside_a_letter(name.texts, at))):
                return Part(found[0], "particle"), found[1]
    return None


def _is_first_of_several(name: _Name, at: int, kind: PartyKind) -> bool:
    """Return whether a letter is the number of the first of several: Norvik Fund I, beside Norvik Fund II."""
    if kind != "organisation" or not at or name.texts[at] != "i" or name.texts[at - 1] not in _OF_SEVERAL:
        return False
    return at + 1 == len(name.texts) or name.phrase(at + 1, _LEGAL_FORMS) is not None


def _part(name: _Name, at: int, kind: PartyKind, *, first: bool) -> tuple[Part, int]:
    if known := _known_part(name, at, kind, first=first):
        return known
    numbers = ("ordinals.tsv",) if first else ("ordinals.tsv", "roman_numerals.tsv")
    word = name.texts[at]
    for table in numbers:
        if not word.isdigit() and (found := longest_phrase(name.texts, at, table)):
            return Part(found[0], "number"), found[1]
    end = at + 1
    if _is_before_a_ships_number(name, at, kind):
        return Part(word, "particle"), end
    last_of_ship = kind == "vessel" and not first and end == len(name.texts)
    if last_of_ship or (kind == "organisation" and at and name.texts[at - 1] == _NUMBER):
        word = phrase_table("cardinals.tsv").get((word,), word)
    word = phrase_table("british_american.tsv").get((word,), word)
    if ordinal := _ORDINAL.fullmatch(word):
        word = ordinal["number"]
    elif kind == "organisation" and word.isdigit() and end < len(name.texts):
        end += _is_ending(name.texts[end], last=end + 1 == len(name.texts))
    if last_of_ship and word == "i":
        word = "1"
    own = _own_role(word)
    if own == "initial" and kind == "vessel" and not first:
        own = "number"  # Ocean Star A and Ocean Star B are sisters
    return Part(word, own), end


def _is_before_a_ships_number(name: _Name, at: int, kind: PartyKind) -> bool:
    """Return whether a word only says that a number follows: Ocean Star No. 5."""
    behind = name.texts[at + 1 : at + 2]
    return kind == "vessel" and at > 0 and name.texts[at] in _NUMBERED and any(map(str.isdigit, behind))


def _is_ending(word: str, *, last: bool) -> bool:
    """Return whether a word behind a figure makes it an ordinal (2-oi, 140-y); a last letter names."""
    return (word,) in phrase_list("ordinal_endings.txt") and not (last and len(word) == 1)
