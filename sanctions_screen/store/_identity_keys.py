"""By which a party may be found again on another list: references, numbers, birth days, firms' names.

Reach for :func:`identity_keys_of`. The keys stand in the table of name keys, behind a colon, which no name's
key has. They find candidates and prove nothing: whoever looks a key up judges the records it leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model import Identifier, Party, PartyId
from ..names.keys import firm_keys
from ..sources.references import StatedReference, stated_references
from ._firm_countries import written_otherwise

__all__ = ["MARK", "NUMBER", "identity_keys_of", "number_key", "other_list_keys"]

MARK = ":"
"""What such a key begins with."""
NUMBER = f"{MARK}id "
"""What the key of a number begins with."""

_ONE_BEARER = frozenset({
    "passport", "national-id", "tax-id", "registration", "birth-certificate", "driving-licence",
    "residence-permit", "travel-document", "military-id", "imo", "mmsi", "aircraft-serial", "lei",
    "crypto-address", "other",
})  # fmt: skip
_SHORTEST = 5
_SPACES = re.compile(r"[\W_]+")
_IMO = re.compile(r"IMO(?=\d{7}$)")


def identity_keys_of(party: Party) -> set[tuple[str, str]]:
    """Return (key, party id) of all that the party can be found by on other lists."""
    firms = firm_keys(_firm_names(party)).values() if party.kind == "organisation" else ()
    return {(f"{MARK}{key}", party.party_id) for key in _keys(party, stated_references(party), firms)}


def other_list_keys(
    parties: Sequence[Party], stated: Mapping[PartyId, Sequence[StatedReference]]
) -> dict[PartyId, set[str]]:
    """Return the keys by which other lists' parties that may be the same as each of some are found.

    *stated*: the references that their records state.
    """
    firms = _firms([party for party in parties if party.kind == "organisation"])
    none = _Firm(set(), set())
    return {
        party.party_id: {
            f"{MARK}ref {party.party_id}",
            *(f"{MARK}{key}" for key in _keys(party, stated[party.party_id], firm.keys)),
            *(f"{MARK}firm {key}" for key in firm.otherwise),
        }
        for party in parties
        for firm in [firms.get(party.party_id, none)]
    }


def number_key(identifier: Identifier) -> str | None:
    """Return the key by which parties with an equal number are found; None of a number many may have."""
    value = _number(identifier)
    return f"{NUMBER}{value}" if value else None


def _keys(party: Party, stated: Iterable[StatedReference], firms: Iterable[str]) -> Iterator[str]:
    yield from (f"ref {each.party_id}" for each in stated)
    yield from (f"id {value}" for each in party.identifiers if (value := _number(each)))
    if party.kind == "person":
        yield from (f"born {day}" for day in party.birth_dates if day.is_exact)
    yield from (f"firm {key}" for key in firms)


class _Firm(NamedTuple):
    """By which a firm may be found on other lists."""

    keys: set[str]
    """Of its names."""
    otherwise: set[str]
    """Of what another list may call it."""


def _firms(parties: Sequence[Party]) -> dict[PartyId, _Firm]:
    if not parties:
        return {}
    key_of = firm_keys(name for party in parties for name in _firm_names(party))
    keys = [{key_of[name] for name in _firm_names(party) if name in key_of} for party in parties]
    countries = [sorted(party.country_codes) for party in parties]
    otherwise = iter(
        written_otherwise((key, of) for some, of in zip(keys, countries, strict=True) for key in some)
    )
    return {
        party.party_id: _Firm(some, set().union(*(next(otherwise) for _ in some)))
        for party, some in zip(parties, keys, strict=True)
    }


def _firm_names(party: Party) -> list[str]:
    return [name.text for name in party.names if name.role != "weak"]


def _number(identifier: Identifier) -> str | None:
    """Return the letters and digits of an identifier that one bearer has; None of any other."""
    value = _IMO.sub("", _SPACES.sub("", identifier.value.upper()))
    telling = len(value) >= _SHORTEST and any(letter.isdigit() for letter in value)
    return value if telling and identifier.type in _ONE_BEARER else None
