"""Weigh what a birth date, a country, a gender, a kind and an identifier say beside the names.

Reach for :func:`facts_of`. Guarantees: every fact both sides state gives a line, also when it cannot tell;
what agrees speaks for the two being one, what contradicts is doubt; an equal identifier that only one party
can hold settles the matter, and then no other fact moves anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ..identifiers import same_contact, same_identifier
from ..model import Identifier, PartialDate, Party, Subject, gender_called
from ..names.countries import country_called
from ..weights import weights
from .ledger import Line

__all__ = ["Facts", "facts_of"]

Verdict = Literal["agrees", "near", "contradicts"]

_OLDEST_BIRTH: Final = 1850
# A bearer has one of these for life, so a different one speaks against; passports are renewed.
_FOR_LIFE: Final = frozenset({"imo", "lei"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What the facts beside the names say."""

    lines: tuple[Line, ...]
    settled: bool = False
    """An equal identifier tells who is meant."""
    dated: bool = False
    """Birth dates tell, one way or the other."""


def facts_of(subject: Subject, party: Party) -> Facts:
    """Return the lines of all facts that *subject* and *party* both state."""
    identifiers = tuple(_identifier_lines(subject, party))
    others = (
        *_birth_lines(subject, party), *_country_lines(subject, party),
        *_gender_lines(subject, party), *_kind_lines(subject, party),
    )  # fmt: skip
    if identifiers and identifiers[0].rule == "identifier-settles":
        # What is settled is not argued with: the rest is shown and moves nothing.
        return Facts((*identifiers, *(line._replace(side="none", amount=0) for line in others)), settled=True)
    dated = any(line.rule == "birth-date" and line.side != "none" for line in others)
    return Facts((*others, *identifiers), dated=dated)


def _identifier_lines(subject: Subject, party: Party) -> Iterator[Line]:
    for mine in subject.identifiers:
        equal = next((theirs for theirs in party.identifiers if same_identifier(mine, theirs)), None)
        if equal is not None:
            settles = weights().facts.identifier_settles
            yield Line("none", "identifier-settles", (_shown(mine),), (_shown(equal),), settles)
            return
    for mine in subject.identifiers:
        if equal := next((theirs for theirs in party.identifiers if same_contact(mine, theirs)), None):
            yield Line("for", "contact", (_shown(mine),), (_shown(equal),), weights().facts.contact_agrees)
            break
    for mine in subject.identifiers:
        rivals = tuple(_shown(i) for i in party.identifiers if i.type == mine.type)
        if mine.type in _FOR_LIFE and rivals:
            doubt = weights().facts.identifier_contradicts
            yield Line("doubt", "identifier", (_shown(mine),), rivals, doubt)


def _shown(identifier: Identifier) -> str:
    return f"{identifier.type} {identifier.value}"


def _swapped(date: PartialDate, other: PartialDate) -> bool:
    """Day and month the other way round, as between American and European forms."""
    a, b = date.earliest, other.earliest
    return date.is_exact and other.is_exact and (a.year, a.month, a.day) == (b.year, b.day, b.month)


def _birth_verdict(mine: PartialDate, theirs: PartialDate) -> Verdict:
    if theirs.latest.year < _OLDEST_BIRTH:
        return "near"  # of another calendar: it says nothing
    if mine.earliest <= theirs.latest and theirs.earliest <= mine.latest:
        return "agrees"
    facts = weights().facts
    apart = max(mine.earliest.year - theirs.latest.year, theirs.earliest.year - mine.latest.year)
    slack = facts.years_near_circa if mine.circa or theirs.circa else facts.years_near
    return "near" if apart <= slack or _swapped(mine, theirs) else "contradicts"


def _birth_lines(subject: Subject, party: Party) -> Iterator[Line]:
    mine = subject.birth_date
    if mine is None or not party.birth_dates:
        return
    facts = weights().facts
    verdicts = [_birth_verdict(mine, theirs) for theirs in party.birth_dates]
    shown = ((str(mine),), tuple(map(str, party.birth_dates)))
    if "agrees" in verdicts:
        exact = any(mine.is_exact and mine == theirs for theirs in party.birth_dates)
        yield Line(
            "for", "birth-date", *shown, facts.birth_date_agrees if exact else facts.birth_date_in_part
        )
    elif "near" in verdicts:
        yield Line("none", "birth-date", *shown, 0)
    else:
        yield Line("doubt", "birth-date", *shown, facts.birth_date_contradicts)


def _country_lines(subject: Subject, party: Party) -> Iterator[Line]:
    theirs = party.country_codes
    codes = {text: country_called(text) for text in subject.countries}
    known = {code for code in codes.values() if code}
    if unread := sorted(text for text, code in codes.items() if not code):
        # Said, not passed over: the subject's country is no country this library knows.
        yield Line("none", "country-unknown", tuple(unread), tuple(sorted(theirs)), 0)
    if not known or not theirs:
        return
    facts = weights().facts
    agrees = bool(known & theirs)
    amount = facts.country_agrees if agrees else facts.country_contradicts
    yield Line("for" if agrees else "doubt", "country", tuple(sorted(known)), tuple(sorted(theirs)), amount)


def _gender_lines(subject: Subject, party: Party) -> Iterator[Line]:
    told = (subject.gender or "").strip()
    mine = gender_called(told)
    if told and mine is None:
        yield Line("none", "gender-unknown", (told,), (party.gender or "",), 0)
    if mine and party.gender:
        agrees = party.gender == mine
        amount = 0 if agrees else weights().facts.gender_contradicts
        yield Line("none" if agrees else "doubt", "gender", (told,), (party.gender,), amount)


def _kind_lines(subject: Subject, party: Party) -> Iterator[Line]:
    if subject.kind is not None and subject.kind != party.kind:
        yield Line("doubt", "kind", (subject.kind,), (party.kind,), weights().facts.kind_contradicts)
