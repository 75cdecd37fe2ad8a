"""What the compiled engine offers; its source is in ``rust/``."""

from collections.abc import Sequence
from typing import Any

from ..model import PartyKind
from ..names import NamePartRole

PartRow = tuple[str, NamePartRole, str]
"""Text, role and what was written."""
NameRow = tuple[str, PartyKind, bool, str | None, list[tuple[str | None, list[PartRow]]]]
"""Folded, the kind compared as, whether it has Latin letters, why it cannot be compared; then its readings,
each with its standard and parts."""

class Words:
    """What words of names are read with, one step at a time; made once a process, shared by threads."""

    def __new__(
        cls,
        *,
        tables: dict[str, list[tuple[str, ...]]],
        words: dict[str, list[str]],
        numbers: dict[str, float],
    ) -> Words: ...
    def sounds(self, words: Sequence[str]) -> list[str]:
        """Return the sounds of each word."""

    def count_sounds(self, words: Sequence[str], times: int) -> int:
        """Return how many sounds the words have, read *times* times: the work without its answers."""

    def originals(self, words: Sequence[str]) -> list[list[str]]:
        """Return the originals that each word usually spells, in the order of the tables."""

    def is_known(self, words: Sequence[str]) -> list[bool]:
        """Return of each word whether it is a known spelling."""

    def same_original(self, first: str, second: str) -> bool | None:
        """Return whether two words are spellings of one known original; None when either is not known."""

    def longest_phrase(self, words: Sequence[str], start: int, table: str) -> tuple[str, int] | None:
        """Return the standing form of the longest phrase of a table at *start*, and where it ends."""

    def english(self, words: Sequence[str]) -> list[list[str]]:
        """Return the English words that each word stands for anywhere in a name; none if unknown."""

    def english_from_latin(self, words: Sequence[str]) -> list[str | None]:
        """Return the English of each word that sounds like one of Russian, Ukrainian or Belarusian."""

    def placed_abbreviation(self, word: str, first: bool, last: bool) -> list[str]:
        """Return the English of an abbreviation that is one only as a name's first word, or its last."""

    def has_legal_form(self, names: Sequence[Sequence[str]]) -> list[bool]:
        """Return of each name whether it ends in a legal form, or has one that is no word of people's."""

    def without_legal_forms(self, names: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return each name's words that are in no legal form."""

    def acronyms(self, names: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the acronyms of each name, without its legal form and with it."""

    def organisation_parts(self, names: Sequence[Sequence[str]], kind: PartyKind) -> list[list[PartRow]]:
        """Return the parts of each name of an organisation, a vessel or an aircraft."""

    def count_parts(self, names: Sequence[Sequence[str]], kind: PartyKind) -> int:
        """Return how many parts the names have in all: the work without its answers."""

class Names:
    """What names are made comparable with; made once a process, shared by threads."""

    def __new__(
        cls,
        *,
        tables: dict[str, list[tuple[str, ...]]],
        words: dict[str, list[str]],
        numbers: dict[str, float],
        letters: list[tuple[str, str, str]],
        syllables: dict[str, dict[str, Any]],
    ) -> Names: ...
    def comparable(self, texts: Sequence[str], kind: PartyKind | None = None) -> list[NameRow | None]:
        """Return each text as a comparable name; None where Python must read it."""

    def read(
        self, folded: str, readings: Sequence[tuple[str, str | None]], kind: PartyKind | None = None
    ) -> NameRow | None:
        """Return the comparable name of readings in folded Latin letters; None where Python must."""

    def readable(self, texts: Sequence[str]) -> list[bool]:
        """Return for each text whether it can be cleaned and folded by the engine."""

    def count_parts(self, texts: Sequence[str], kind: PartyKind | None = None) -> int:
        """Return how many parts the texts' names have: the work of ``comparable`` without its answers."""

    def languages(self, words: Sequence[str], standard: str | None = None) -> list[str]:
        """Return the languages that the words of a name may be read in, in alphabetical order."""

    def common_languages(self, first: Sequence[str], second: Sequence[str]) -> list[str]:
        """Return the languages that two names may both be in, ``apart`` for two of different ones."""

    def equivalents(self, word: str, language: str) -> list[str]:
        """Return the keys of a word's syllables in a language, sorted."""

    def agreement(self, first: str, second: str, language: str) -> float:
        """Return how far two words may be the same syllables in a language."""
