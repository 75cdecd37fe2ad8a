"""The two sides of a judgement, made ready once: who is asked about, and who is listed.

Reach for :class:`Asked` with a subject and :func:`listed` with a party; ``party.judge`` takes both.
Guarantees: names are prepared here and nowhere later, each once and only where it is compared; nothing that
either says ever changes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, overload

from ..cells import Cell, read_cell
from ..model import Name, Party, PartyKind, ScreeningSettings, Subject, SubjectNote
from ..names import Part
from ..names.tables import phrase_list
from ..weights import weights
from .prepared import PreparedName, ReadName, prepared

__all__ = [
    "Asked",
    "AskedName",
    "Listed",
    "ListedName",
    "OneWord",
    "Recorded",
    "asked_of",
    "compared_names",
    "has_one_word",
    "is_one_word",
    "listed",
    "unscreenable_reason",
]

_WITH_TITLES: Final = 3
"""Words of a name of one word with titles in front of it."""
_OF_FIRMS: Final = frozenset({"generic", "legal-form", "number"})


Recorded = Sequence[int]
"""Of each name that a party is compared by, in order, the number of the recorded one that it is of."""
OneWord = Callable[[str, PartyKind | None], bool]
"""Tells what :func:`is_one_word` tells."""


@dataclass(frozen=True, slots=True)
class AskedName:
    """One name of a subject, ready to be compared with parties of one kind."""

    text: str
    prepared: PreparedName
    weighed_as: PartyKind
    """The kind by whose weights it is compared."""
    whole: str | None = None
    """The text that it is only some words of."""


class Asked:
    """A subject and its names, ready to be compared with parties of each kind once they are asked for.

    *listed*: its names are read as a list's records are, not as cells of a customer's.
    """

    def __init__(
        self,
        subject: Subject,
        one_word: OneWord | None = None,
        read: ReadName = prepared,
        *,
        listed: bool = False,
    ) -> None:
        facts = weights().facts
        cells = _cells(subject, listed=listed)
        self._read: Final = read
        self.given: Final = subject
        """The subject as it was given."""
        self.notes: Final = _notes(cells, subject.kind, one_word) if one_word else ()
        """What of its texts is not compared as it stands, where that was asked for."""
        self.texts: Final = _texts(cells) or ("",)
        """Every name that its texts hold."""
        self._wholes: Final = dict(piece for cell in cells for piece in cell.pieces)
        if written := tuple(identifier for cell in cells for identifier in cell.identifiers):
            subject = subject.model_copy(update={"identifiers": (*subject.identifiers, *written)})
        self.subject: Final = subject
        """The subject, with the numbers that stood in its names among its identifiers."""
        self.dated: Final = subject.birth_date is not None
        """Whether it has a birth date."""
        self.facts_for: Final = (
            (facts.birth_date_agrees if self.dated else 0)
            + (facts.country_agrees if subject.countries else 0)
            + (facts.contact_agrees if subject.identifiers else 0)
        )
        """The most, in millionths, that facts short of an identifier may speak for it."""
        self._names: dict[PartyKind, tuple[AskedName, ...]] = {}

    def names(self, kind: PartyKind) -> tuple[AskedName, ...]:
        """Return its names as they are compared with those of parties of *kind*."""
        if kind not in self._names:
            self._names[kind] = tuple(
                AskedName(text, self._read(text, kind), "person" if person else kind, self._wholes.get(text))
                for text, person in self._persons
            )
        return self._names[kind]

    @cached_property
    def _persons(self) -> tuple[tuple[str, bool], ...]:
        """Its names, and of each whether it may be a person's."""
        return tuple((text, _may_be_person(self.subject.kind, text, self._read)) for text in self.texts)

    def doubt(self, kind: PartyKind) -> int:
        """Return the doubt, in millionths, that there is beside any party of *kind*."""
        contradicts = self.subject.kind not in (None, kind)
        return weights().facts.kind_contradicts if contradicts else 0


class ListedName:
    """One name of a party, ready to be compared once it is asked for; a record may hold several in one."""

    def __init__(
        self,
        name: Name,
        text: str,
        kind: PartyKind,
        read: ReadName = prepared,
        whole: str | None = None,
    ) -> None:
        self.name: Final = name
        self.text: Final = text
        """The name, or the one of those it holds, that is compared."""
        self.whole: Final = whole
        """The text that it is only some words of."""
        self._kind: Final = kind
        self._read: Final = read

    @cached_property
    def prepared(self) -> PreparedName:
        """The name as one of the party's kind."""
        return self._read(self.text, self._kind)


class ListedNames(Sequence[ListedName]):
    """The names of a party, in order; of those recorded each is read once one that it holds is asked for.

    Of most parties one name alone is compared with a subject's.

    Args:
        names: Those recorded.
        kind: The party's.
        read: What reads them.
        places: Of which recorded one each is, where that is known before they are read.
    """

    def __init__(
        self, names: Sequence[Name], kind: PartyKind, read: ReadName, places: Recorded | None = None
    ) -> None:
        self._recorded, self._kind, self._read = names, kind, read
        self._places = places if places and places[-1] + 1 == len(names) else None
        self._held: dict[int, tuple[ListedName, ...]] = {}

    def _in(self, number: int) -> tuple[ListedName, ...]:
        """Return the names that a recorded one holds: always the same, whichever thread was first."""
        found = self._held.get(number)
        if found is None:
            name, kind = self._recorded[number], self._kind
            cell = _record(name.text, kind)
            wholes = dict(cell.pieces)
            held = tuple(ListedName(name, text, kind, self._read, wholes.get(text)) for text in cell.names)
            found = self._held.setdefault(number, held)
        return found

    def __iter__(self) -> Iterator[ListedName]:
        for number in range(len(self._recorded)):
            yield from self._in(number)

    def __len__(self) -> int:
        if self._places:
            return len(self._places)
        return sum(len(self._in(number)) for number in range(len(self._recorded)))

    @overload
    def __getitem__(self, place: int) -> ListedName: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ListedName]: ...
    def __getitem__(self, place: int | slice) -> ListedName | Sequence[ListedName]:
        if isinstance(place, slice) or place < 0:
            return tuple(self)[place]
        if self._places and place < len(self._places):
            number = self._places[place]
            return self._in(number)[place - bisect_left(self._places, number)]
        for name in islice(self, place, None):
            return name
        raise IndexError(place)


@dataclass(frozen=True, slots=True)
class Listed:
    """A party and the names it is compared by."""

    party: Party
    names: Sequence[ListedName]


def _cells(subject: Subject, *, listed: bool = False) -> tuple[Cell, ...]:
    read = _record if listed else read_cell
    if not subject.aliases:
        return (read(subject.name, subject.kind),)
    return tuple(read(text, subject.kind) for text in (subject.name, *subject.aliases))


def _record(text: str, kind: PartyKind | None) -> Cell:
    """Return what a record's name of a list holds: itself, where nothing in it could be a name."""
    cell = read_cell(text, kind, listed=True)
    return cell if cell.names else cell._replace(names=(text,))


def _texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return every name that cells hold, each once."""
    if len(cells) == 1:
        return cells[0].names
    return tuple(dict.fromkeys(text for cell in cells for text in cell.names))


def asked_of(subjects: Iterable[Subject], one_word: OneWord, read: ReadName = prepared) -> list[Asked]:
    """Return subjects made ready, each with what of its texts is not compared as it stands."""
    return [Asked(subject, one_word, read) for subject in subjects]


def _notes(cells: Sequence[Cell], kind: PartyKind | None, one_word: OneWord) -> tuple[SubjectNote, ...]:
    """Return what of a subject's texts is not compared as it stands, and what became of it."""
    notes = [note for cell in cells for note in cell.notes]
    texts = _texts(cells)
    if texts and kind in (None, "person") and all(map(_may_be_one_word, texts)):
        notes += [_whole_names_only(text) for text in texts if one_word(text, kind)]
    return tuple(dict.fromkeys(notes)) if notes else ()


def _may_be_one_word(text: str) -> bool:
    """Return whether a text may have one word that names somebody: Putin, Mr Putin."""
    words = text.split()
    if not 1 < len(words) <= _WITH_TITLES:
        return len(words) <= 1
    return (words[0].rstrip(".").lower(),) in phrase_list("honorifics.txt")


def is_one_word(text: str, kind: PartyKind | None) -> bool:
    """Return whether a name, as one of *kind*, has a single part beside titles."""
    return has_one_word(prepared(text, kind).name.parts)


def has_one_word(parts: Sequence[Part]) -> bool:
    """Return whether of *parts* one alone is no title."""
    return len(parts) == 1 or [part.role for part in parts if part.role != "honorific"] == ["word"]


def _whole_names_only(text: str) -> SubjectNote:
    says = "one word is compared with whole names alone: nobody is found who has it as one name among others"
    return SubjectNote(sort="one-word", text=text, says=says)


def unscreenable_reason(subject: Subject) -> str | None:
    """Return why none of a subject's names can be compared; None when one can."""
    first: str | None = None
    for cell in _cells(subject):
        for text in cell.names:
            reason = prepared(text, subject.kind).name.unscreenable_reason
            if reason is None:
                return None
            first = first or reason
    return first or "the name says that there is none"


def _may_be_person(kind: PartyKind | None, text: str, read: ReadName) -> bool:
    """True for a person, and for a subject of unknown kind whose name has nothing that only a firm's has.

    Firms and ships are forgiven most of what is left over, which would make a hit of every Sara whose family
    name a firm called SARA does not have: who may be a person is compared by a person's weights.
    """
    if kind is not None:
        return kind == "person"
    readings = read(text, "organisation").name.readings
    firm = any(part.role in _OF_FIRMS for reading in readings for part in reading.parts)
    return not firm and read(text, None).name.compared_as == "person"


def listed(
    party: Party,
    settings: ScreeningSettings,
    read: ReadName = prepared,
    places: Recorded | None = None,
) -> Listed:
    """Make a party ready; its weak names count too when the settings say so, or when they are all it has.

    *places*: of which recorded name each is that it is compared by, where that is known.
    """
    return Listed(party, ListedNames(compared_names(party, settings), party.kind, read, places))


def compared_names(party: Party, settings: ScreeningSettings) -> tuple[Name, ...]:
    """Return the names of a party that are compared."""
    names = tuple(name for name in party.names if settings.include_weak_aliases or name.role != "weak")
    return names or party.names
