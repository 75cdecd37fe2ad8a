"""What the compiled engine offers; its source is in ``rust/``."""

from collections.abc import Callable, Sequence
from typing import Any

from ..model import PartyKind
from ..names import NamePartRole

PartRow = tuple[str, NamePartRole, str]
"""Text, role and what was written."""
NameRow = tuple[str, PartyKind, bool, str | None, list[tuple[str | None, list[PartRow]]]]
"""Folded, the kind compared as, whether it has Latin letters, why it cannot be compared; then its readings,
each with its standard and parts."""

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
        is_known: Callable[[str], bool],
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
