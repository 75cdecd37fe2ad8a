"""Why two parties of different lists are held to be one bearer.

Reach for :func:`links_between`, or :func:`ties` with many pairs. Certain is what a publisher says itself, by
naming the other list's party or by giving an equal strong identifier, as long as nothing in the two records
contradicts it. What birth date and name tell, or a firm's name and country, is inferred, and says by what.
Guarantees: swapping the two changes nothing; a certain link never rests on a name.

The rules are told with what they find and get wrong in benchmarks/results/identities-….md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ..engine.pairs import FindIndexed, NamesScores
from ..identifiers import same_identifier
from ..model import Identifier, IdentityLink, LinkBasis, LinkCertainty, Party, PartyId
from ..names.keys import firm_key
from ..sources.references import references_of
from ..store import is_long, number_key, without_country

__all__ = ["links_between", "ties"]

_BORN_AND_NAMED: Final = 0.90
"""The least score of two people born on one day."""
_FIRST_OF_JANUARY: Final = 0.97
"""The same where the day stands for a year: the first of January is written where only the year is known."""
_ONE_BEARER: Final = frozenset({
    "passport", "national-id", "tax-id", "registration", "birth-certificate", "driving-licence",
    "residence-permit", "travel-document", "military-id", "imo", "mmsi", "aircraft-serial", "lei",
    "crypto-address",
})  # fmt: skip
_TELLING_DIGITS: Final = 4
_CERTAIN_NAMES: Final = 0.35
"""Below this the names have nothing in common, and an equal number is somebody's slip."""


def links_between(one: Party, other: Party) -> tuple[IdentityLink, ...]:
    """Return every link between two parties; inferred ones only where none is certain."""
    return ties([(one.party_id, other.party_id)], {each.party_id: each for each in (one, other)}, {})[0]


def ties(
    pairs: Sequence[tuple[PartyId, PartyId]],
    parties: Mapping[PartyId, Party],
    numbers: Mapping[str, Iterable[str]],
    indexed: FindIndexed | None = None,
) -> list[tuple[IdentityLink, ...]]:
    """Return the links of each two parties, as :func:`links_between` does.

    *parties*: those of the pairs, and others that may have their numbers. *numbers*: by a number's key who
    ever had it. Where all rests on a number that a third of the two lists has too, it is inferred: one
    authority gives one number to one bearer; whose it is, of two parties of one list, nobody can say.
    *indexed*: finds those whose names an index has ready.
    """
    ordered = [_in_order(parties[one], parties[other]) for one, other in pairs]
    comparable = [one.kind == other.kind and one.list_id != other.list_id for one, other in ordered]
    of_pairs = {party.party_id: party for pair in ordered for party in pair}
    stated: dict[str, Mapping[str, str]] = {
        party_id: {each.party_id: each.words for each in references}
        for party_id, references in references_of(of_pairs.values()).items()
    }
    scores = NamesScores(indexed)
    return [
        _links(_Pair(*pair, stated, scores), parties, numbers) if good else ()
        for pair, good in zip(ordered, comparable, strict=True)
    ]


def _in_order(one: Party, other: Party) -> tuple[Party, Party]:
    return (one, other) if one.party_id <= other.party_id else (other, one)


@dataclass(frozen=True)
class _Pair:
    """Two parties in order of their ids, and what is known of both."""

    one: Party
    other: Party
    stated: Mapping[str, Mapping[str, str]]
    """By party the references its record states, with the words."""
    scores: NamesScores

    @cached_property
    def score(self) -> float:
        """How well the names of the two agree; many links do not ask."""
        return self.scores.of(self.one, self.other)


def _links(
    pair: _Pair, parties: Mapping[PartyId, Party], numbers: Mapping[str, Iterable[str]]
) -> tuple[IdentityLink, ...]:
    one, other = pair.one, pair.other
    certain = tuple(_link(one, other, "certain", *found) for found in (*_references(pair), *_numbers(pair)))
    if not certain:
        return tuple(_inferred(pair))
    if _is_slip(certain, pair):
        return tuple(map(_in_doubt, certain))
    if all(link.basis == "identifier" for link in certain) and (
        holders := _holders(one, other, parties, numbers)
    ):
        words = f"{certain[0].evidence[0]}, which {', '.join(holders)} has too"
        doubted = certain[0].model_copy(update={"certainty": "inferred", "evidence": (words,)})
        return (doubted, *_inferred(pair))
    return certain


def _holders(
    one: Party, other: Party, parties: Mapping[PartyId, Party], numbers: Mapping[str, Iterable[str]]
) -> list[str]:
    """Return the others of the two lists that have the number which two parties share."""
    keys = _number_keys(one) & _number_keys(other)
    found = {PartyId(each) for key in keys for each in numbers.get(key, ())} & parties.keys()
    return sorted(
        each
        for each in found - {one.party_id, other.party_id}
        if parties[each].list_id in (one.list_id, other.list_id) and keys & _number_keys(parties[each])
    )


def _number_keys(party: Party) -> set[str]:
    return {key for each in party.identifiers if (key := number_key(each))}


def _in_doubt(link: IdentityLink) -> IdentityLink:
    words = f"{link.evidence[0]}, though births and names differ"
    return link.model_copy(update={"certainty": "inferred", "evidence": (words,)})


def _is_slip(links: Sequence[IdentityLink], pair: _Pair) -> bool:
    """Return whether a reference stands for two people whose records say that they are two.

    The EU's file of 2021 names KPi.045 for Kim Tong Ho, who is the UN's KPi.046.
    """
    one, other = pair.one, pair.other
    if one.kind != "person" or any(link.basis != "reference" for link in links):
        return False
    if one.birth_dates and other.birth_dates and _may_be_born_alike(one, other):
        return False
    dated = bool(one.birth_dates and other.birth_dates)
    return pair.score < (_BORN_AND_NAMED if dated else _CERTAIN_NAMES)


def _link(
    one: Party,
    other: Party,
    certainty: LinkCertainty,
    basis: LinkBasis,
    words: str,
    score: float | None = None,
) -> IdentityLink:
    return IdentityLink(
        one=one.party_id,
        other=other.party_id,
        certainty=certainty,
        basis=basis,
        evidence=(words,),
        score=score,
    )


def _references(pair: _Pair) -> Iterator[tuple[LinkBasis, str]]:
    one, other, stated = pair.one, pair.other, pair.stated
    of_one, of_other = stated[one.party_id], stated[other.party_id]
    for party, words, named in ((one, of_one, other), (other, of_other, one)):
        if named.party_id in words:
            yield "reference", f"{party.list_id} names {named.party_id} ({words[named.party_id]})"
    for third in sorted(of_one.keys() & of_other.keys()):
        yield "reference", f"both name {third}"


def _numbers(pair: _Pair) -> Iterator[tuple[LinkBasis, str]]:
    one, other = pair.one, pair.other
    equal = [
        (mine, theirs)
        for mine in one.identifiers
        for theirs in other.identifiers
        if {mine.type, theirs.type} & _ONE_BEARER and _tells(mine) and same_identifier(mine, theirs)
    ]
    if equal and not _contradicts(pair):
        mine, theirs = equal[0]
        yield (
            "identifier",
            f"both have {mine.label or mine.type} {mine.value}"
            + (f" (written {theirs.value})" if theirs.value != mine.value else ""),
        )


def _tells(identifier: Identifier) -> bool:
    return sum(letter.isdigit() for letter in identifier.value) >= _TELLING_DIGITS


def _contradicts(pair: _Pair) -> bool:
    """Return whether facts say that two who have one number are two: a slip, or a number that was reused."""
    one, other = pair.one, pair.other
    if one.gender and other.gender and one.gender != other.gender:
        return True
    if one.birth_dates and other.birth_dates and not _may_be_born_alike(one, other):
        return True
    return one.kind != "vessel" and pair.score < _CERTAIN_NAMES  # a ship is renamed and keeps its number


def _may_be_born_alike(one: Party, other: Party) -> bool:
    slack = 2  # years, for dates that are called approximate
    return any(
        a.earliest.year - slack * a.circa <= b.latest.year + slack * b.circa
        and b.earliest.year - slack * b.circa <= a.latest.year + slack * a.circa
        for a in one.birth_dates
        for b in other.birth_dates
    )


def _inferred(pair: _Pair) -> Iterator[IdentityLink]:
    one, other = pair.one, pair.other
    if one.gender and other.gender and one.gender != other.gender:
        return
    if one.kind == "person":
        yield from _born_and_named(pair)
    elif one.kind == "organisation":
        yield from _named(pair)


def _born_and_named(pair: _Pair) -> Iterator[IdentityLink]:
    one, other = pair.one, pair.other
    days = {d for d in one.birth_dates if d.is_exact} & {d for d in other.birth_dates if d.is_exact}
    if not days:
        return
    day = min(days, key=str)
    for_a_year = all((each.earliest.month, each.earliest.day) == (1, 1) for each in days)
    score = pair.score
    if score >= (_FIRST_OF_JANUARY if for_a_year else _BORN_AND_NAMED):
        words = f"both born on {day}, and the names score {score:.2f}"
        yield _link(one, other, "inferred", "birth-date", words, score)


def _named(pair: _Pair) -> Iterator[IdentityLink]:
    one, other = pair.one, pair.other
    names, others = _names(one), _names(other)
    shared = sorted(names.keys() & others.keys(), key=lambda key: (-len(key), key))
    if shared:
        at, but = _common_country(one, other, shared[0])
        mine, theirs = names[shared[0]], others[shared[0]]
        words = f"both have the name {mine}" + (f" (also written {theirs})" if theirs != mine else "") + but
    else:
        at, words = _named_with_country(one, other)
    if at:
        yield _link(one, other, "inferred", "name", words, pair.score)


def _named_with_country(one: Party, other: Party) -> tuple[bool, str]:
    """Return whether a firm's name on the one list is that on the other but for its country, and how."""
    mine, theirs = _without_country(one), _without_country(other)
    shared = sorted(mine.keys() & theirs.keys(), key=lambda each: (-len(each[1]), each))
    for each in shared:
        if all(_may_be_of(party, each[0]) for party in (one, other)):
            return True, f"{mine[each]} and {theirs[each]} are one name but for their country, {each[0]}"
    return False, ""


def _without_country(party: Party) -> dict[tuple[str, str], str]:
    """Return (country's code, the name's key without it) → the name, of each name that is long enough.

    A name without a country in it is one of each country that the record tells.
    """
    found: dict[tuple[str, str], str] = {}
    for key, text in _names(party).items():
        named = without_country(key)
        named |= {(code, key) for code in party.country_codes if is_long(key)}
        found |= dict.fromkeys(named, text)
    return found


def _may_be_of(party: Party, code: str) -> bool:
    return not party.country_codes or code in party.country_codes


def _common_country(one: Party, other: Party, name: str) -> tuple[bool, str]:
    """Return whether what is told of countries lets a name tie two firms, and what to say of it."""
    common = sorted(one.country_codes & other.country_codes)
    if common:
        return True, f" and are of {common[0]}"
    silent = [each.party_id for each in (one, other) if not each.country_codes]
    return bool(silent) and is_long(name), f"; {silent[0]} tells no country" if silent else ""


def _names(party: Party) -> dict[str, str]:
    found = {firm_key(name.text): name.text for name in reversed(party.names) if name.role != "weak"}
    return {key: text for key, text in found.items() if key}
