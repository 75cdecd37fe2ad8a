"""What the compiled engine offers; its source is in ``rust/``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..model import MatchRule, PartyId, PartyKind
from ..names import NamePartRole

GivenPart = tuple[str, NamePartRole, str]
"""Text, role and what was written."""
GivenName = tuple[str, list[tuple[str | None, bool, list[GivenPart]]]]
"""Folded; for each reading its standard, whether it is an acronym, and its parts."""
GivenSpelling = tuple[str, list[tuple[str, str | None]], list[tuple[str, str | None]]]
"""A name that Python spells: folded in its own script; its readings in folded Latin letters, each with its
standard, as a person's name and as any other."""
GivenText = tuple[str, GivenSpelling | None]
"""A name as written, and how it is spelled where the engine cannot read it."""
GivenParty = tuple[str, PartyKind, list[GivenText], list[int], list[str]]
"""Its id, kind, names, of each the number of the recorded one that it is of, and identifiers."""
GivenSubject = tuple[list[GivenText], PartyKind | None, int, bool]
"""Its names, its kind, the most that facts speak for it, and whether a common name is doubted."""
NameRow = tuple[str, PartyKind, bool, str | None, list[tuple[str | None, list[GivenPart]]]]
"""Folded, the kind compared as, whether it is Latin, why it cannot be compared, and its readings."""

ReadingRow = tuple[list[tuple[str, NamePartRole, int, int]], list[str], list[str], bool]
"""Parts with what each tells and costs left over, the languages, joined texts, and whether an acronym."""

class Matching:
    """What names are compared with; made once a process, shared by threads."""

    def __new__(
        cls,
        *,
        tables: dict[str, list[tuple[str, ...]]],
        words: dict[str, list[str]],
        numbers: dict[str, float],
        letters: list[tuple[str, str, str]],
        syllables: dict[str, dict[str, Any]],
        weights: dict[str, Any],
        lexicon: dict[str, Any],
    ) -> Matching: ...
    def readable(self, texts: Sequence[str]) -> list[bool]:
        """Return for each text whether the engine reads it; others are handed over spelled."""

    def comparable(self, texts: Sequence[GivenText], kind: PartyKind | None = None) -> list[NameRow]:
        """Return each text as a comparable name of a party of a kind."""

    def likeness(self, first: str, second: str, languages: Sequence[str] = ()) -> tuple[int, str]:
        """Return how alike two words are in millionths, and by which rule."""

    def prepared(self, name: GivenName) -> ReadName:
        """Return a name that is ready to be compared."""

    def met(
        self, first: ReadName, second: ReadName, kind: PartyKind, weighed_as: PartyKind
    ) -> tuple[int, int, list[tuple[int, int, int, int, int, MatchRule, int]]] | None:
        """Return the readings of two names, by number, that agree best, and what of them meets: where parts
        begin and end on either side, how alike they are, by which rule, and what they tell.

        None where nothing speaks for the two. Names that are equal once folded are given as one.
        """

    def compared(
        self, first: GivenName, second: GivenName, kind: PartyKind, weighed_as: PartyKind
    ) -> tuple[int, int, int, float, bool, bool, int] | None:
        """Return what speaks for, against and in doubt of two names, the score, whether words that name a
        bearer are left of either, and the lesser left over; None where nothing speaks for them."""

class ReadName:
    """A name ready to be compared with others."""

    def readings(self) -> list[ReadingRow]:
        """Return its readings."""

class ListedSide:
    """The names of a party as they are listed, made ready once for many pairs."""

    def __new__(
        cls, matching: Matching, kind: PartyKind, names: Sequence[tuple[GivenText, int]]
    ) -> ListedSide:
        """*names*: behind each, the number of the recorded one that it is of."""

    @staticmethod
    def indexed(index: Index, party: int, places: Sequence[int]) -> ListedSide:
        """Return the names of a party of an index that stand at some places."""

class AskedSide:
    """The names of a party as a subject's among parties of one kind, made ready once for many pairs."""

    def __new__(cls, matching: Matching, kind: PartyKind, asked: GivenSubject) -> AskedSide: ...
    @staticmethod
    def indexed(matching: Matching, index: Index, party: int, places: Sequence[int]) -> AskedSide:
        """Return the names of a party of an index that stand at some places."""

    def score(self, matching: Matching, party: ListedSide) -> float | None:
        """Return the score beside a party of that kind, by the names that agree best; None where only Python
        can compare the two."""

def party_number(index: Index, kind: PartyKind, party_id: str) -> int | None:
    """Return the number of a party of a kind in an index; None where it has none such."""

def recorded(index: Index, party: int) -> list[int]:
    """Return of each of a party's names, by place, the number of the recorded one that it is of."""

class Subjects:
    """A batch of subjects, to be searched for."""

    def __new__(cls, subjects: Sequence[GivenSubject]) -> Subjects: ...
    def __len__(self) -> int: ...

class Index:
    """An index of parties, by an image that never changes."""

    @staticmethod
    def build(matching: Matching, parties: Sequence[GivenParty], key: bytes) -> Index:
        """Make an image of parties, each once, under a key of 32 bytes."""

    @staticmethod
    def open(matching: Matching, path: Path, key: bytes) -> Index:
        """Open the image in a file; ValueError says in one line what is wrong with it."""

    @staticmethod
    def key(path: Path) -> bytes | None:
        """Return the key under which a file says it is kept; None where it is no image."""

    def derive(self, added: Sequence[GivenParty], removed: Sequence[PartyId], key: bytes) -> Index:
        """Make the image without the parties removed and with those added, which replace their own ids."""

    def image(self) -> bytes:
        """Return the image as it is written to a file."""

    def __len__(self) -> int: ...
    def party_id(self, party: int) -> PartyId:
        """Return the id of a party by its number."""

    def party_ids(self) -> list[PartyId]:
        """Return the ids of all parties, by number."""

    def kinds(self) -> list[PartyKind]:
        """Return the kinds of which there are parties."""

    def lacking(self, parties: Sequence[tuple[PartyId, Sequence[str]]]) -> list[PartyId]:
        """Return the ids of those that do not hold all of their identifiers."""

    def holders(self, identifiers: Sequence[str]) -> list[int]:
        """Return the parties that hold one of these identifiers, or that must always be judged."""

    def search(
        self, subjects: Subjects, threshold: float, threads: int
    ) -> tuple[tuple[list[int], list[int], list[int], list[float]], list[int], list[int]]:
        """Return the hits, by number of the subject, and who of the subjects cannot be screened, or read.

        Of hits: the subject's number, the party's, that of the party's name, and the score. Every name by
        which a party reaches *threshold* is among them; the score is exact where the subject has no facts
        beside its name, else the most it may be.
        """

class Customers:
    """A block of customers in a file, their names ready to be compared."""

    @staticmethod
    def written(
        matching: Matching,
        subjects: Subjects,
        more: Sequence[tuple[bool, Sequence[str]]],
        threads: int,
        key: bytes,
    ) -> bytes:
        """Return a block of subjects, as it is written to a file.

        *more*: of each, whether nothing but single words is known of it, and what its identifiers are
        compared by.
        """

    @staticmethod
    def open(path: Path, start: int, length: int, key: bytes) -> Customers:
        """Open the block at a place of a file; ValueError says in one line what is wrong with it."""

    def __len__(self) -> int: ...
    def meeting(
        self, index: Index, threshold: float, one_word: float, threads: int
    ) -> tuple[list[int], list[int]]:
        """Return the numbers of those who may be a party of the index, and of those that could not be read.

        *one_word*: the threshold for those of whom nothing but single words is known. Those who may be one
        by their names are those for whom :meth:`Index.search` gives a hit.
        """
