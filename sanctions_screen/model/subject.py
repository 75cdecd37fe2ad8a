"""Whom the user screens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

from pydantic import field_validator

from ..errors import SubjectError
from .dates import PartialDate
from .party import Identifier, IdentifierType, PartyKind
from .record import Argument, unchecked
from .words import kind_called

__all__ = ["Subject", "subject_called"]

_SHORTENED = re.compile(r"[0-9](?:[.,](?P<more>[0-9]+)[eE]\+?|[eE]\+)(?P<places>[0-9]{1,3})")
"""A number as a spreadsheet shows a long one: digits of it may be lost."""
_OLDEST_BIRTH, _LATEST_BIRTH = 1850, 2200
_CALENDARS = (
    (1300, 1480, "of the Persian or the Islamic calendar"),
    (2400, 2700, "of the Buddhist calendar"),
)
_IDENTIFIER_TYPES = frozenset(get_args(IdentifierType))


def _several(value: Any, otherwise: str) -> tuple[Any, ...]:
    """Return the items of anything that holds several; ValueError for text, which would fall into letters."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ValueError(otherwise)
    return tuple(value)


class Subject(Argument):
    """A customer, a counterparty, a vessel: whoever is screened. Only the name is required.

    ``kind`` None means unknown: the subject is compared as each party's own kind; words such as ``company``
    and ``ship`` are taken too (see :data:`~sanctions_screen.model.KIND_WORDS`). ``birth_date`` takes
    ``1955-09-07``, ``1955-09``, ``1955``, ``1955/1958`` or a ``datetime.date``. ``countries`` are ISO
    3166-1 alpha-2 codes or country names. An identifier is an :class:`Identifier`, ``"type:value"``
    (``imo:9123456``) or a bare value, which is compared with identifiers of every type. ``reference`` is
    the user's own and comes back in the result.
    """

    wrong = SubjectError

    name: str
    kind: PartyKind | None = None
    aliases: tuple[str, ...] = ()
    """Other names the subject is known to use; the best-matching of all names counts."""
    birth_date: PartialDate | None = None
    countries: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    gender: str | None = None
    reference: str | None = None

    @field_validator("kind", mode="before")
    @classmethod
    def _kind_in_our_words(cls, value: Any) -> Any:
        if isinstance(value, str):
            return kind_called(value) or value.strip().lower() or None
        return value

    @field_validator("birth_date", mode="before")
    @classmethod
    def _blank_birth_date(cls, value: Any) -> Any:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("birth_date", mode="after")
    @classmethod
    def _birth_date_of_a_customer(cls, value: PartialDate | None) -> PartialDate | None:
        year = value.earliest.year if value else _OLDEST_BIRTH
        if _OLDEST_BIRTH <= year < _LATEST_BIRTH:
            return value
        calendar = next((f": a year {name}?" for first, last, name in _CALENDARS if first <= year < last), "")
        raise ValueError(f"no customer is born in {year}{calendar}; give the date in the Gregorian calendar")

    @field_validator("identifiers", mode="after")
    @classmethod
    def _identifiers_whole(cls, value: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
        for identifier in value:
            short = _SHORTENED.fullmatch(identifier.value.strip())
            if short and len(short["more"] or "") < int(short["places"]):
                raise ValueError(
                    f"{identifier.value!r} is a number as a spreadsheet shortens it, digits may be lost: "
                    "format the column as text and export it again"
                )
        return value

    @field_validator("countries", mode="before")
    @classmethod
    def _countries_as_tuple(cls, value: Any) -> Any:
        texts = _several(value, "countries is a tuple of codes or names, such as ('MM',)")
        if not all(isinstance(text, str) for text in texts):
            raise ValueError("countries is a tuple of codes or names, such as ('MM',)")
        return tuple(text.strip() for text in texts if text.strip())

    @field_validator("identifiers", mode="before")
    @classmethod
    def _identifiers_from_text(cls, value: Any) -> Any:
        items = _several(value, "identifiers is a tuple, such as ('imo:9123456',)")
        return tuple(cls._identifier(item) if isinstance(item, str) else item for item in items)

    @staticmethod
    def _identifier(text: str) -> Identifier:
        head, colon, tail = text.partition(":")
        word = head.strip().lower()
        if colon and word in _IDENTIFIER_TYPES:
            return Identifier.model_validate({"type": word, "value": tail.strip()})
        return Identifier(type="other", value=text.strip())


def subject_called(name: str) -> Subject:
    """Return the subject of whom nothing but the name is known; SubjectError for what is no text."""
    return unchecked(Subject, {"name": name}) if type(name) is str else Subject(name=name)
