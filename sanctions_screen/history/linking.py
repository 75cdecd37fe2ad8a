"""The same party listed again under another reference: found by name, believed only with more.

Reach for this module to link listings of one list. A publisher's own word settles it (confidence 1.0). Else
two listings are linked when a name is the same (of a firm or a ship, but for an s at the end of a word:
Economic Holding, Economic Holdings), the one had left or may have left as the other came, nothing
contradicts, and something beside the name agrees: for a person a birth date or an identifier, since a name
and a programme are shared by namesakes; for others an identifier, an address, or a country with a programme.

The weights are the module's own: each says how rarely unrelated parties of one list share the feature.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model import Address, Identifier, Party, PartyId
from ..names.keys import name_keys
from ._timeline import Turn

__all__ = ["LinkJudgement", "Listing", "judge_links", "name_keys_of"]

LINK_FROM = 0.7
"""Links below this confidence are not made."""

_SAME_NAME = 0.5  # alone never enough: namesakes share it
_SAME_IDENTIFIER = 0.45  # given to one party by one authority
_SAME_BIRTH_DAY = 0.4
_SAME_ADDRESS = 0.3
_SAME_BIRTH_YEAR = 0.2  # with a name still common among namesakes: needs a second agreement
_SAME_PROGRAMME = 0.15
_SAME_OWN_NAME = (
    0.1  # the very name that both are listed by, of a firm or a ship: an alias is shared by groups
)
_SAME_COUNTRY = 0.1

_SHORT = 4
"""Letters up to which an s at the end is one of the word's own."""

_KEYED_ROLES = frozenset({"primary", "strong", "former"})
_SHARED_BY_MANY = frozenset({"website", "email", "phone", "other", "bank-account", "swift-bic"})
"""Identifier types that a group's companies share: an address rather than a proof."""


@dataclass(frozen=True, slots=True)
class LinkJudgement:
    """Why two listings are held to be of one party, and how sure that is, in [0, 1]."""

    confidence: float
    reasons: tuple[str, ...]


_Keys = Mapping[str, str]
"""By texts their keys."""


class Listing(NamedTuple):
    """One listing, as it is held against others."""

    party_id: PartyId
    whole: Party | None
    """One record of all that was ever said of the party; None where nothing was."""
    turns: Sequence[Turn]
    ties: Mapping[PartyId, str]
    """By its earlier listing, where the publisher ties the two, where it says so."""


def name_keys_of(party: Party) -> set[tuple[str, str]]:
    """Return (key, party id) of the names a party can be linked by; weak aliases are too common."""
    return {(key, party.party_id) for key in _keyed(party, name_keys(_texts([party])))}


def judge_links(pairs: Sequence[tuple[Listing, Listing]]) -> list[LinkJudgement | None]:
    """Return of each two why the second continues the first, or None when that cannot be said."""
    if not pairs:
        return []
    wholes = {one.party_id: one.whole for pair in pairs for one in pair if one.whole is not None}
    keys = name_keys(_texts(wholes.values()))
    return [_judged(earlier, later, keys) for earlier, later in pairs]


def _texts(parties: Iterable[Party]) -> Iterator[str]:
    """Yield the texts that are compared by their keys."""
    for party in parties:
        yield from (name.text for name in party.names)
        yield from (address.text for address in party.addresses if address.text)


def _judged(earlier: Listing, later: Listing, keys: _Keys) -> LinkJudgement | None:
    if earlier.party_id in later.ties:
        return LinkJudgement(1.0, (f"the publisher ties the two: {later.ties[earlier.party_id]}",))
    if earlier.whole is None or later.whole is None:
        return None
    return _judge_link(earlier.whole, earlier.turns, later.whole, later.turns, keys)


def _judge_link(
    earlier: Party, earlier_turns: Sequence[Turn], later: Party, later_turns: Sequence[Turn], keys: _Keys
) -> LinkJudgement | None:
    name = _shared_name(earlier, later, keys)
    if name is None or earlier.kind != later.kind or _contradicts(earlier, later):
        return None
    found = list(_agreements(earlier, later, keys))
    if not _followed(earlier_turns, later_turns):
        # Listed twice at one time: namesakes are too, so nothing less than a proof makes them one.
        if not _merged(earlier_turns, later_turns) or all(weight < _SAME_BIRTH_DAY for weight, _ in found):
            return None
        found.append((0.0, "both were on the list at once, and one entry went while the other stayed"))
    if earlier.kind == "person" and not any(weight >= _SAME_BIRTH_YEAR for weight, _ in found):
        return None
    confidence = min(_SAME_NAME + sum(weight for weight, _ in found), 0.99)
    if confidence < LINK_FROM - 1e-9:
        return None
    return LinkJudgement(round(confidence, 2), (f"same name: {name}", *(reason for _, reason in found)))


def _followed(earlier: Sequence[Turn], later: Sequence[Turn]) -> bool:
    """Return whether the one had left, or may have, when the other first came, and was not there before."""
    if not earlier or not later or earlier[0].effective_by >= later[0].effective_by:
        return False
    came = later[0].effective_by
    left = [turn for turn in earlier if turn.kind == "delisted"]
    return any((turn.on or turn.after or turn.effective_by) <= came for turn in left)


def _merged(gone: Sequence[Turn], stays: Sequence[Turn]) -> bool:
    """Return whether the one left for good while the other was on the list, and stayed on it."""
    if not gone or not stays or gone[-1].kind != "delisted" or stays[-1].kind != "listed":
        return False
    return stays[-1].effective_by <= gone[-1].effective_by


def _shared_name(one: Party, other: Party, keys: _Keys) -> str | None:
    theirs, ours = _keyed(other, keys), _keyed(one, keys)
    return next((ours[key] for key in ours if key in theirs), None)


def _keyed(party: Party, key_of: _Keys) -> dict[str, str]:
    """Return the names a party can be linked by, by their keys: first those as they are written."""
    names = [name.text for name in party.names if name.role in _KEYED_ROLES]
    keys: dict[str, str] = {}
    for text in names:
        keys.setdefault(key_of[text], text)
    if party.kind != "person":
        for text in names:
            keys.setdefault(_singular(key_of[text]), text)
    keys.pop("", None)
    return keys


def _singular(key: str) -> str:
    words = key.split()
    return " ".join(sorted(word[:-1] if len(word) > _SHORT and word[-1] == "s" else word for word in words))


def _contradicts(one: Party, other: Party) -> bool:
    """Return whether birth dates, gender or a unique number say that these are two."""
    if one.birth_dates and other.birth_dates and not _overlapping(one, other):
        return True
    if one.gender and other.gender and one.gender != other.gender:
        return True
    numbers = _numbers(one.identifiers, "imo"), _numbers(other.identifiers, "imo")
    return bool(numbers[0] and numbers[1] and not numbers[0] & numbers[1])


def _overlapping(one: Party, other: Party) -> bool:
    return any(
        a.earliest.year - (2 if a.circa else 0) <= b.latest.year + (2 if b.circa else 0)
        and b.earliest.year - (2 if b.circa else 0) <= a.latest.year + (2 if a.circa else 0)
        for a in one.birth_dates
        for b in other.birth_dates
    )


def _agreements(one: Party, other: Party, keys: _Keys) -> list[tuple[float, str]]:
    """Return (weight, reason) of everything beside the name that agrees."""
    found: list[tuple[float, str]] = []
    numbers = _all_numbers(other.identifiers)
    shared = [item for item in one.identifiers if _all_numbers([item]) & numbers]
    proving = [item for item in shared if item.type not in _SHARED_BY_MANY]
    if shared:
        proof = (proving or shared)[0]
        weight = _SAME_IDENTIFIER if proving else _SAME_ADDRESS
        found.append((weight, f"same {proof.type}: {proof.value}"))
    exact = {d for d in one.birth_dates if d.is_exact} & {d for d in other.birth_dates if d.is_exact}
    if exact:
        found.append((_SAME_BIRTH_DAY, f"same birth date: {min(exact)}"))
    elif one.birth_dates and other.birth_dates:
        found.append((_SAME_BIRTH_YEAR, "birth dates agree as far as they are known"))
    streets = {keys[a.text] for a in one.addresses if a.text}
    street = next((a.text for a in other.addresses if a.text and keys[a.text] in streets), None)
    if street:
        found.append((_SAME_ADDRESS, f"same address: {street}"))
    countries = sorted(_countries(one) & _countries(other))
    if countries:
        found.append((_SAME_COUNTRY, f"same country: {countries[0]}"))
    own = one.primary_name.text
    if one.kind != "person" and keys[own] == keys[other.primary_name.text]:
        found.append((_SAME_OWN_NAME, f"both are listed by the name {own}"))
    families = sorted(_families(one) & _families(other))
    if families:
        found.append((_SAME_PROGRAMME, f"same family of programmes: {families[0]}"))
    return found


def _numbers(identifiers: Iterable[Identifier], type_: str) -> set[str]:
    return {value for kind, value in _all_numbers(identifiers) if kind == type_}


def _all_numbers(identifiers: Iterable[Identifier]) -> set[tuple[str, str]]:
    return {
        (item.type, "".join(char for char in item.value.casefold() if char.isalnum())) for item in identifiers
    }


def _countries(party: Party) -> set[str]:
    of_address = (a.country for a in party.addresses if isinstance(a, Address) and a.country)
    countries = [*party.nationalities, *party.citizenships, *of_address]
    if party.vessel and party.vessel.flag:
        countries.append(party.vessel.flag)
    return {country.code or country.text.casefold() for country in countries}


def _families(party: Party) -> set[str]:
    """Return programmes by the word they begin with: BURMA and BURMA-EO14014 are of one family."""
    words = (programme.casefold() for programme in party.programmes)
    return {_OF_FAMILY.get(word) or word.partition("-")[0].rstrip("0123456789") for word in words}


_OF_FAMILY = {"ifsr": "iran", "eo13622": "iran", "eo13645": "iran"}
"""Programmes named otherwise than their family: the Iranian Financial Sanctions Regulations (31 CFR 561), and
executive orders 13622 and 13645 on Iran, revoked on 2016-01-16 and put in force again on 2018-08-07 as
IRAN-EO13846 (OFAC, "Program Tag Definitions")."""
