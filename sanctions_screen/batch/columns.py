"""Which column of a customer file holds what.

Reach for this module to turn a header into a :class:`ColumnPlan` and a row into a
:class:`~sanctions_screen.Subject`. Column names are told apart without regard to case, spaces and
punctuation (``Full name``, ``full_name`` and ``FULLNAME`` are one). Nothing is guessed: where two columns
could be the name, or none, the plan is refused and the header shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from ..errors import BatchError
from ..model import PartialDate, Subject

__all__ = ["FIELDS", "MAX_CELL", "ColumnPlan", "RowError", "plan_columns"]

FIELDS = ("name", "kind", "birth_date", "countries", "identifiers", "aliases", "gender", "reference")
"""What a column can hold, by the name of the subject's field."""

MAX_CELL = 1000
"""Most characters in one value that is read. The longest name on OFAC's list has under 300."""

_WORDS = {
    "name": "name fullname customername clientname partyname subjectname entityname companyname legalname "
    "organisationname organizationname counterpartyname beneficiaryname accountname accountholder "
    "accountholdername vesselname payeename payername",
    "kind": "kind type partykind partytype customertype clienttype entitytype subjecttype subjectkind",
    "birth_date": "birthdate dob dateofbirth birthday born",
    "countries": "country countries countrycode nationality nationalities citizenship countryofresidence "
    "residencecountry countryofbirth flag",
    "identifiers": "identifier identifiers ids identifications",
    "aliases": "alias aliases aka alsoknownas othernames",
    "gender": "gender sex",
    "reference": "reference ref id customerid customerno customernumber clientid clientreference accountid "
    "accountnumber subjectid externalid internalid recordid",
}  # fmt: skip
_GIVEN = frozenset(["firstname", "givenname", "givennames", "forename", "forenames"])
_MIDDLE = frozenset(["middlename", "middlenames", "secondname", "patronymic"])
_FAMILY = frozenset(["lastname", "surname", "familyname"])
_TYPED = {
    "passport": "passport passportno passportnumber",
    "national-id": "nationalid nationalidno nationalidnumber",
    "tax-id": "taxid taxno taxnumber tin inn",
    "registration": "registrationno registrationnumber companynumber",
    "imo": "imo imono imonumber",
    "mmsi": "mmsi",
    "lei": "lei",
    "swift-bic": "bic swift swiftbic swiftcode",
    "bank-account": "iban",
    "crypto-address": "cryptoaddress wallet walletaddress",
    "email": "email emailaddress",
}
_FIELD_OF = {word: field for field, words in _WORDS.items() for word in words.split()}
_TYPE_OF = {word: kind for kind, words in _TYPED.items() for word in words.split()}
_MANY = frozenset({"countries", "identifiers", "aliases"})
_SEPARATORS = re.compile(r"[;|\n]")
_CODES = re.compile(r"\s*[A-Za-z]{2}\s*(,\s*[A-Za-z]{2}\s*)+")


class RowError(Exception):
    """One row cannot be made a subject; the message is the reason for the errors file."""


def _plain(title: str) -> str:
    folded = unicodedata.normalize("NFKC", title).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """Which cells of a row make up which field of a subject."""

    header: tuple[str, ...]
    fields: tuple[tuple[str, tuple[int, ...]], ...]
    """Field name and the positions of its columns, in the order of :data:`FIELDS`."""
    typed: tuple[tuple[str, int], ...] = ()
    """Identifier type and position of each column named for one (``passport``, ``imo``)."""
    date_format: str | None = None

    @property
    def used(self) -> dict[str, tuple[str, ...]]:
        """The columns that are read, by field: for people, and to compare one run with the next."""
        plan = {field: tuple(self.header[i] for i in places) for field, places in self.fields}
        return plan | {kind: (self.header[place],) for kind, place in self.typed}

    def subject(self, cells: Sequence[str]) -> Subject:
        """Return the subject that a row describes; RowError says what is wrong with which column."""
        values: dict[str, Any] = {}
        for field, places in self.fields:
            texts = [self._cell(cells, place) for place in places]
            value = self._value(field, [text for text in texts if text], places)
            if value is not None:
                values[field] = value
        typed = tuple(f"{kind}:{text}" for kind, place in self.typed if (text := self._cell(cells, place)))
        if typed:
            values["identifiers"] = (*values.get("identifiers", ()), *typed)
        try:
            return Subject(**values)
        except ValidationError as error:
            raise RowError("; ".join(_problem(item) for item in error.errors())) from None

    def _cell(self, cells: Sequence[str], place: int) -> str:
        text = cells[place].strip()
        if len(text) > MAX_CELL:
            title = self.header[place]
            raise RowError(f"{title} has {len(text):,} characters; at most {MAX_CELL:,} can be screened")
        return text

    def _value(self, field: str, texts: list[str], places: tuple[int, ...]) -> Any:
        if field in _MANY:
            return tuple(piece for text in texts for piece in _split(text, field))
        if field == "name":
            return " ".join(texts)
        if not texts:
            return None
        if field == "birth_date":
            return self._date(texts[0], self.header[places[0]])
        return " ".join(texts)

    def _date(self, text: str, title: str) -> PartialDate:
        try:
            return PartialDate.parse(text)
        except ValueError as error:
            if self.date_format is None:
                hint = "if the file has another form throughout, tell it (--date-format, date_format)"
                raise RowError(f"{title} {error}; {hint}") from None
        try:
            # The day alone is kept, so no time zone can move it.
            return PartialDate.of_day(datetime.strptime(text, self.date_format).date())  # noqa: DTZ007
        except ValueError:
            raise RowError(f"{title} {text!r} is neither YYYY-MM-DD nor {self.date_format}") from None


def _split(text: str, field: str) -> list[str]:
    """Return the values in one cell. A comma parts nothing but country codes: ``Korea, North`` is one."""
    if field == "countries" and _CODES.fullmatch(text):
        return [code.strip() for code in text.split(",")]
    return [piece.strip() for piece in _SEPARATORS.split(text) if piece.strip()]


def _problem(item: Any) -> str:
    field = item["loc"][0] if item["loc"] else "row"
    if field == "kind":
        return f"kind {item['input']!r} is not person, organisation, vessel or aircraft"
    return f"{field}: {item['msg'].removeprefix('Value error, ')}"


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
    plain = [_plain(title) for title in titles]
    told = told or {}
    places = {field: _told_places(titles, plain, field, wanted) for field, wanted in told.items()}
    taken = {place for group in places.values() for place in group}
    for field in FIELDS:
        if field not in told:
            found = [i for i, word in enumerate(plain) if _FIELD_OF.get(word) == field and i not in taken]
            places[field] = _by_header(titles, plain, field, found)
    if not places["name"]:
        raise BatchError(f"no column holds the name; tell which one does{_shown(titles)}")
    typed = [
        (_TYPE_OF[word], i) for i, word in enumerate(plain) if word in _TYPE_OF and "identifiers" not in told
    ]
    fields = tuple((field, places[field]) for field in FIELDS if places[field])
    return ColumnPlan(titles, fields, tuple(item for item in typed if item[1] not in taken), date_format)


def _told_places(
    titles: Sequence[str], plain: Sequence[str], field: str, wanted: str | Sequence[str]
) -> tuple[int, ...]:
    if field not in FIELDS:
        raise BatchError(f"no field is called {field!r}; there are {', '.join(FIELDS)}")
    names = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    return tuple(_place(titles, plain, name) for name in names if name.strip())


def _place(titles: Sequence[str], plain: Sequence[str], name: str) -> int:
    exact = [i for i, title in enumerate(titles) if title == name.strip()]
    found = exact or [i for i, word in enumerate(plain) if word and word == _plain(name)]
    if len(found) == 1:
        return found[0]
    many = "more than one column is" if found else "no column is"
    raise BatchError(f"{many} called {name!r}{_shown(titles)}")


def _by_header(titles: Sequence[str], plain: Sequence[str], field: str, found: list[int]) -> tuple[int, ...]:
    if field == "name":
        return _name_by_header(titles, plain, found)
    if field == "reference":
        return tuple(found[:1])  # only echoed, so the first will do
    if len(found) > 1 and field not in _MANY:
        listed = " or ".join(titles[i] for i in found)
        raise BatchError(f"the {field} could be {listed}; tell which one it is{_shown(titles)}")
    return tuple(found)


def _name_by_header(titles: Sequence[str], plain: Sequence[str], found: list[int]) -> tuple[int, ...]:
    """Return the one name column, or given, middle and family name in that order; refuse to guess between."""
    parts = [
        tuple(i for i, word in enumerate(plain) if word in words) for words in (_GIVEN, _MIDDLE, _FAMILY)
    ]
    if found and (len(found) > 1 or parts[0] or parts[2]):
        rivals = " or ".join(titles[i] for i in (*found, *parts[0], *parts[2]))
        raise BatchError(f"the name could be {rivals}; tell which one it is{_shown(titles)}")
    if found:
        return tuple(found)
    if len(parts[0]) == 1 and len(parts[2]) == 1:
        return (*parts[0], *parts[1], *parts[2])
    return ()


def _shown(titles: Sequence[str]) -> str:
    return f" (the header reads: {', '.join(repr(title) for title in titles[:40])})"
