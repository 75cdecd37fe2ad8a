"""Which column of a table holds what, and what a row of it says of whom.

Reach for :func:`plan_columns` to turn a header into a :class:`ColumnPlan`, and for its ``read`` to turn a row
into a :class:`~sanctions_screen.Subject`. Column names are told apart without regard to case, spaces and
punctuation (``Full name``, ``full_name`` and ``FULLNAME`` are one), in the usual languages. Nothing is
guessed: where two columns could be the name, or none, the plan is refused and the header shown. A cell
beside the name never costs the screening: what cannot be used is left out and said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any, Final

from ..errors import BatchError, SubjectError
from ..model import Identifier, PartialDate, Subject, gender_called, kind_called
from ..names.countries import country_called
from .dates import read_date
from .headings import (
    AT_BIRTH,
    FAMILY,
    FIELD_OF,
    GIVEN,
    IN_GENERAL,
    MIDDLE,
    NAME_BESIDE_GIVEN,
    TYPE_OF,
    WHOLE_WHEN_ALONE,
    plain,
)
from .values import MAX_CELL, TooLongError, cell_text, cell_texts, is_filler, is_missing_mark

__all__ = ["FIELDS", "ColumnPlan", "ReadRow", "RowError", "known_titles", "plan_columns"]

FIELDS: Final = ("name", "kind", "birth_date", "countries", "identifiers", "aliases", "gender", "reference")
"""What a column can hold, by the name of the subject's field."""

_OPTION: Final = "columns={'name': TITLE}, --column name=TITLE"
_MANY: Final = frozenset({"countries", "identifiers", "aliases"})
_NO_DAYS: Final = frozenset({"1899-12-30", "1899-12-31", "1900-01-01", "1901-01-01"})
"""Spreadsheets' and databases' first days, which stand where no birth date was known."""


_BORN: Final = "née "
_MOST_READINGS: Final = 12
"""Of a row that cannot be read; the cells of one with hundreds too many are not tried all."""


class RowError(Exception):
    """One row cannot be made a subject; the message is the reason for the errors file."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row's subject, and what in the row could not be used for it."""

    subject: Subject
    not_used: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    """What of that may have met a party by itself: numbers that lost digits."""
    wrong: tuple[str, ...] = ()
    """What of that nobody can have: these numbers, birth dates of other calendars."""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """Which cells of a row make up which field of a subject."""

    header: tuple[str, ...]
    fields: tuple[tuple[str, tuple[int, ...]], ...]
    """Field name and the positions of its columns, in the order of :data:`FIELDS`."""
    typed: tuple[tuple[str, int], ...] = ()
    """Identifier type and position of each column named for one (``passport``, ``imo``)."""
    date_format: str | None = None
    """The ``strptime`` format of birth dates that are not ISO 8601."""

    @property
    def used(self) -> dict[str, tuple[str, ...]]:
        """The columns that are read, by field: for people, and to compare one run with the next."""
        plan = {field: tuple(self.header[i] for i in places) for field, places in self.fields}
        return plan | {kind: (self.header[place],) for kind, place in self.typed}

    @property
    def passed_through(self) -> tuple[str, ...]:
        """The titles of the columns that nothing is read from."""
        read = {place for _, places in self.fields for place in places} | {place for _, place in self.typed}
        return tuple(title for place, title in enumerate(self.header) if title and place not in read)

    @property
    def birth_date_column(self) -> int | None:
        """The position of the column of birth dates, where there is one."""
        return next((places[0] for field, places in self.fields if field == "birth_date"), None)

    def with_date_format(self, date_format: str | None) -> ColumnPlan:
        """Return the plan with the birth dates' format."""
        return replace(self, date_format=date_format)

    def read(self, cells: Sequence[Any]) -> ReadRow:
        """Return the subject that a row describes, with what could not be used of the row.

        Raises RowError where the name, or the reference, cannot be read.
        """
        values: dict[str, Any] = {}
        not_used: list[str] = []
        for field, places in self.fields:
            try:
                value = self._value(field, cells, places, not_used)
            except TooLongError as error:
                title = " or ".join(self.header[place] for place in places)
                if field in ("name", "reference"):
                    raise RowError(f"{title} has {error}") from None
                not_used.append(f"{title} has {error}")
                continue
            if value:
                values[field] = value
        values["aliases"] = tuple(
            f"{values.get('name', '')} {alias}" if alias.startswith(_BORN) else alias
            for alias in values.get("aliases", ())
        )
        values["identifiers"] = (*values.get("identifiers", ()), *self._typed(cells, not_used))
        values.setdefault("name", "")
        try:
            return ReadRow(Subject(**values), tuple(not_used))
        except SubjectError:
            wrong: list[str] = []
            lost: list[str] = []
            subject = _piece_by_piece(values, wrong, lost)
            return ReadRow(subject, (*not_used, *wrong), tuple(lost), tuple(wrong))

    def by_name_alone(self, pieces: Sequence[str]) -> Subject | None:
        """Return whom a row may be about whose cells cannot be told apart: its names, as far as they show.

        *pieces* are what stands between the delimiters. Where there are more than columns, one too many may
        part the name: it is read with as many more pieces as there are too many, and in each place it may
        have moved to. None where no piece could be a name.
        """
        places = next(places for field, places in self.fields if field == "name")
        more = max(len(pieces) - len(self.header), 0)
        texts = [*(piece.strip().strip('"')[:MAX_CELL] for piece in pieces), *[""] * len(self.header)]
        longer = ((0, end) for end in range(2, more + 2))
        moved = ((start, start + 1) for start in range(1, more + 1))
        names = [
            " ".join(filter(None, (" ".join(texts[place + start : place + end]).strip() for place in places)))
            for start, end in islice(((0, 1), *longer, *moved), _MOST_READINGS)
        ]
        found = [name for name in dict.fromkeys(names) if name and not is_missing_mark(name)]
        return Subject(name=found[0], aliases=tuple(found[1:])) if found else None

    def subject(self, cells: Sequence[Any]) -> Subject:
        """Return the subject that a row describes; RowError as for :meth:`read`."""
        return self.read(cells).subject

    def _value(self, field: str, cells: Sequence[Any], places: Sequence[int], not_used: list[str]) -> Any:
        if field in _MANY:
            countries = field == "countries"
            texts = [
                self._born(field, place) + text
                for place in places
                for text in cell_texts(cells[place], countries=countries)
            ]
            return self._many(field, texts, places, not_used)
        words = [text for place in places if (text := cell_text(cells[place]))]
        if field == "name":
            return " ".join(text for text in words if not is_missing_mark(text))
        text = " ".join(words)
        if field == "reference":
            return text
        if not text or is_filler(text):
            return None
        if field not in ("kind", "birth_date", "gender"):
            return text
        value, problem = self._date(text) if field == "birth_date" else _WORDS_OF[field](text)
        if problem:
            not_used.append(f"{self.header[places[0]]} {text!r} {problem}")
        return value

    def _born(self, field: str, place: int) -> str:
        """Return what stands before a family name at birth, as one does after the name itself."""
        return _BORN if field == "aliases" and plain(self.header[place]) in AT_BIRTH else ""

    def _many(self, field: str, texts: list[str], places: Sequence[int], not_used: list[str]) -> Any:
        # NA is Namibia, and a name may be Null
        kept = [text for text in texts if field == "aliases" or not is_filler(text)]
        if field == "countries":
            title = " or ".join(self.header[place] for place in places)
            not_used.extend(
                f"{title} {text!r} is no country known here" for text in kept if country_called(text) is None
            )
        return tuple(kept)

    def _typed(self, cells: Sequence[Any], not_used: list[str]) -> list[Identifier]:
        found: list[Identifier] = []
        for kind, place in self.typed:
            try:
                text = cell_text(cells[place])
            except TooLongError as error:
                not_used.append(f"{self.header[place]} has {error}")
                continue
            if text and not is_filler(text):
                found.append(Identifier.model_validate({"type": kind, "value": text}))
        return found

    def _date(self, text: str) -> tuple[PartialDate | str | None, str | None]:
        found = read_date(text, self.date_format)
        if str(found.value) in _NO_DAYS:
            return None, "is the day that programs count from, and nobody's birth date"
        return found.value, found.problem


def _piece_by_piece(values: Mapping[str, Any], wrong: list[str], lost: list[str]) -> Subject:
    """Return a subject of the values that can be used, each of which costs itself alone."""
    kept: dict[str, Any] = {"name": values["name"]}
    for field, value in values.items():
        for piece in value if field in _MANY else (value,):
            wanted = kept | {field: (*kept.get(field, ()), piece) if field in _MANY else piece}
            try:
                Subject(**wanted)
            except SubjectError as error:
                wrong.append(f"{error}; screened without it")
                if field == "identifiers":
                    lost.append(str(error))
            else:
                kept = wanted
    return Subject(**kept)


@cache
def _kind(text: str) -> tuple[PartialDate | str | None, str | None]:
    kind = kind_called(text)
    return kind, None if kind else "is not person, organisation, vessel or aircraft; any kind is compared"


def _gender(text: str) -> tuple[PartialDate | str | None, str | None]:
    return text, None if gender_called(text) else "is neither male nor female; any is compared"


_WORDS_OF: Final[dict[str, Callable[[str], tuple[PartialDate | str | None, str | None]]]] = {
    "kind": _kind, "gender": _gender,
}  # fmt: skip


def known_titles(header: Sequence[str]) -> int:
    """Return how many titles of a header say what their column holds."""
    known = FIELD_OF.keys() | TYPE_OF.keys() | GIVEN | MIDDLE | FAMILY
    return sum(plain(title) in known for title in header)


def plan_columns(
    header: Sequence[str],
    told: Mapping[str, str | Sequence[str]] | None = None,
    date_format: str | None = None,
) -> ColumnPlan:
    """Return the plan for a header.

    Args:
        header: The column titles in order.
        told: Field to title, or titles whose cells are joined; an empty one leaves the field out. It
            replaces what the header would tell for that field.
        date_format: A ``strptime`` format for birth dates that are not ``YYYY-MM-DD`` or shorter.

    Raises BatchError when no column, or more than one, could be the name; when two could be the birth date,
    kind or gender; or when a field or a title told does not exist. The message shows the header.
    """
    titles = tuple(title.strip() for title in header)
    words = [plain(title) for title in titles]
    told = told or {}
    places = {field: _told_places(titles, words, field, wanted) for field, wanted in told.items()}
    taken = {place for group in places.values() for place in group}
    for field in FIELDS:
        if field not in told:
            found = [i for i, word in enumerate(words) if FIELD_OF.get(word) == field and i not in taken]
            places[field] = _by_header(titles, words, field, found)
    if not places["name"]:
        raise BatchError(f"no column holds the name; tell which one does ({_OPTION}){_shown(titles)}")
    typed = [
        (TYPE_OF[word], i) for i, word in enumerate(words) if word in TYPE_OF and "identifiers" not in told
    ]
    fields = tuple((field, places[field]) for field in FIELDS if places[field])
    return ColumnPlan(titles, fields, tuple(item for item in typed if item[1] not in taken), date_format)


def _told_places(
    titles: Sequence[str], words: Sequence[str], field: str, wanted: str | Sequence[str]
) -> tuple[int, ...]:
    if field not in FIELDS:
        raise BatchError(f"no field is called {field!r}; there are {', '.join(FIELDS)}")
    names = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    return tuple(_place(titles, words, name) for name in names if name.strip())


def _place(titles: Sequence[str], words: Sequence[str], name: str) -> int:
    exact = [i for i, title in enumerate(titles) if title == name.strip()]
    found = exact or [i for i, word in enumerate(words) if word and word == plain(name)]
    if len(found) == 1:
        return found[0]
    many = "more than one column is" if found else "no column is"
    raise BatchError(f"{many} called {name!r}{_shown(titles)}")


def _by_header(titles: Sequence[str], words: Sequence[str], field: str, found: list[int]) -> tuple[int, ...]:
    if field == "name":
        return _name_by_header(titles, words, found)
    if field == "reference":
        return tuple(found[:1])  # only echoed, so the first will do
    if len(found) > 1 and field == "kind":
        found = [i for i in found if words[i] not in IN_GENERAL] or found
    if len(found) > 1 and field not in _MANY:
        listed = " or ".join(titles[i] for i in found)
        raise BatchError(f"the {field} could be {listed}; tell which one it is ({_OPTION}){_shown(titles)}")
    return tuple(found)


def _name_by_header(titles: Sequence[str], words: Sequence[str], found: list[int]) -> tuple[int, ...]:
    """Return the one name column, or given, middle and family name in that order; refuse to guess between."""
    given, middle, family = (
        [i for i, word in enumerate(words) if word in meant] for meant in (GIVEN, MIDDLE, FAMILY)
    )
    if not family and len(found) == 1 and {words[i] for i in (*found, *given)} in NAME_BESIDE_GIVEN:
        found, family = [], found
    if found and (len(found) > 1 or given or family):
        rivals = " or ".join(titles[i] for i in (*found, *given, *family))
        raise BatchError(f"the name could be {rivals}; tell which one it is ({_OPTION}){_shown(titles)}")
    if found:
        return tuple(found)
    if len(given) == 1 and len(family) == 1:
        return (*given, *middle, *family)
    alone = [*given, *family]
    return tuple(alone) if len(alone) == 1 and words[alone[0]] in WHOLE_WHEN_ALONE else ()


def _shown(titles: Sequence[str]) -> str:
    return f" (the header reads: {', '.join(repr(title) for title in titles[:40])})"
