"""A party on a list, and all that its publisher says of it that helps to recognise it.

Reach for this module when you read a list or look at a hit. A party is as published: nothing in it is
folded, guessed or translated, apart from codes (ISO 3166, identifier types) put beside the publisher's
own words.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NewType

from pydantic import Field

from .dates import PartialDate
from .record import Record

__all__ = [
    "Address",
    "Country",
    "Identifier",
    "IdentifierType",
    "LinkedParty",
    "Name",
    "NamePart",
    "NamePartType",
    "NameRole",
    "Party",
    "PartyId",
    "PartyKind",
    "Vessel",
]

PartyId = NewType("PartyId", str)
"""A list's id and the publisher's own reference, joined by a colon: ``us-ofac-sdn:16102``."""

PartyKind = Literal["person", "organisation", "vessel", "aircraft"]
NameRole = Literal["primary", "strong", "weak", "former"]
"""``strong`` and ``weak`` are aliases by the publisher's own grading; ``former`` a name no longer used."""

NamePartType = Literal["given", "family", "patronymic", "matronymic", "maiden", "nickname", "other"]

IdentifierType = Literal[
    "passport", "national-id", "tax-id", "registration", "birth-certificate", "driving-licence",
    "residence-permit", "travel-document", "military-id",
    "imo", "mmsi", "call-sign", "vessel-registration",
    "aircraft-registration", "aircraft-serial",
    "swift-bic", "lei", "bank-account", "crypto-address",
    "email", "website", "phone", "other",
]  # fmt: skip
"""What an identifier identifies by. ``other`` keeps the publisher's word in :attr:`Identifier.label`."""


class NamePart(Record):
    """One part of a name where the publisher tells the parts apart."""

    type: NamePartType
    text: str


class Name(Record):
    """One spelling of a party's name, verbatim."""

    text: str
    role: NameRole = "primary"
    parts: tuple[NamePart, ...] = ()
    """The parts as published, in the publisher's order; empty when it gives one string."""
    script: str | None = None
    """ISO 15924 code where the publisher states it; otherwise told from the letters when needed."""
    language: str | None = None
    note: str | None = None
    """The publisher's own word on the name (``nka``, ``original script``), when the role does not say it."""


class Country(Record):
    """A country as published, and its ISO 3166-1 alpha-2 code where that can be told."""

    text: str
    code: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")


class Identifier(Record):
    """A number or code that some authority gave to one party."""

    type: IdentifierType
    value: str
    country: Country | None = None
    label: str | None = None
    """The publisher's own name for the type, when :attr:`type` alone would lose it."""
    note: str | None = None
    """Issue and expiry dates, issuing authority and the like, as published."""


class Address(Record):
    """An address as published; the fields the publisher does not separate stay together in ``text``."""

    text: str | None = None
    """Street, or the whole address where it is one string."""
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: Country | None = None
    note: str | None = None


class LinkedParty(Record):
    """Another party that the publisher names in this one's record."""

    name: str
    relation: str
    """The publisher's word for the link: ``Linked To``, ``Owner``, ``Providing support to``."""
    party_id: PartyId | None = None


class Vessel(Record):
    """What is published of a ship or an aircraft beside its names and numbers."""

    type: str | None = None
    flag: Country | None = None
    former_flags: tuple[Country, ...] = ()
    owner: str | None = None
    tonnage: str | None = None
    gross_registered_tonnage: str | None = None
    build_year: str | None = None
    model: str | None = None


class Party(Record):
    """A person, organisation, vessel or aircraft on a list.

    ``party_id`` is ``list_id:reference``. The first name whose role is ``primary`` is the name the
    publisher lists the party by; there is always at least one name. Sequences keep the publisher's
    order; where that carries no meaning and changes between files of one list, a source sorts them.
    """

    party_id: PartyId
    kind: PartyKind
    names: tuple[Name, ...] = Field(min_length=1)
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    death_dates: tuple[PartialDate, ...] = ()
    nationalities: tuple[Country, ...] = ()
    citizenships: tuple[Country, ...] = ()
    gender: Literal["male", "female"] | None = None
    titles: tuple[str, ...] = ()
    """Forms of address and ranks (``Dr.``, ``Maulavi``), as published."""
    positions: tuple[str, ...] = ()
    """Offices, functions and designations, as published."""
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    vessel: Vessel | None = None
    programmes: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    listed_on: date | None = None
    """The listing date the publisher states in the record itself. It is evidence, not the history."""
    amended_on: tuple[date, ...] = ()
    """Amendment dates the publisher states in the record itself."""
    delisted_on: date | None = None
    """The delisting date stated in the record itself; only a user's own list does so."""
    linked_parties: tuple[LinkedParty, ...] = ()
    remarks: str | None = None
    """The publisher's remarks, verbatim."""
    extra: tuple[tuple[str, str], ...] = ()
    """What the publisher says beyond these fields: (its own field name, text), kept so nothing is lost."""

    @property
    def list_id(self) -> str:
        """The list that holds the party."""
        return self.party_id.partition(":")[0]

    @property
    def reference(self) -> str:
        """The publisher's own reference."""
        return self.party_id.partition(":")[2]

    @property
    def primary_name(self) -> Name:
        """The name the publisher lists the party by."""
        return next((name for name in self.names if name.role == "primary"), self.names[0])

    @property
    def country_codes(self) -> frozenset[str]:
        """ISO codes of every country tied to the party: nationality, citizenship, address, flag."""
        countries = [*self.nationalities, *self.citizenships]
        countries += [address.country for address in self.addresses if address.country]
        if self.vessel and self.vessel.flag:
            countries.append(self.vessel.flag)
        return frozenset(country.code for country in countries if country.code)
