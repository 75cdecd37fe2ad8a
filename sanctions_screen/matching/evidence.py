"""Weigh what a birth date, a country, a gender, a kind and an identifier say beside the names.

Reach for :func:`weigh_evidence` once two names are compared. Guarantees: every fact both sides state gives an
item, also when it cannot tell; the name's score and the items' effects sum to the score, which stays in
[0, 1]; an equal identifier that only one party can hold settles the matter whatever the name; a contradiction
lowers the score of a name that is equal but never hides it at the default threshold unless several agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from ..model import (
    EvidenceItem,
    Explanation,
    Identifier,
    NameComparison,
    PartialDate,
    Party,
    PartyId,
    Subject,
)
from ..names.countries import country_code
from . import score as weights
from .fuller_names import Contradiction

__all__ = ["IdentifierIndex", "most_raised", "weigh_evidence", "weighs_commonness"]

Verdict = Literal["agrees", "near", "contradicts", "settles", "unknown", "common"]

# Identifiers that one authority gives to one bearer and that are not reused: equal ones settle who is meant.
_UNIQUE: Final = frozenset({
    "passport", "national-id", "tax-id", "registration", "birth-certificate", "driving-licence",
    "residence-permit", "travel-document", "military-id", "imo", "mmsi", "aircraft-registration",
    "aircraft-serial", "swift-bic", "lei", "bank-account", "crypto-address", "vessel-registration", "other",
})  # fmt: skip
_SHORTEST_UNIQUE: Final = 5
# A bearer has one of these for life, so a different one speaks against; passports are renewed.
_FOR_LIFE: Final = frozenset({"imo", "lei"})
_IMO: Final = re.compile(r"(?:IMO)?(?P<number>[0-9]{7})")


def _plain(identifier: Identifier) -> str:
    value = re.sub(r"[^0-9A-Z]", "", identifier.value.upper())
    found = _IMO.fullmatch(value)
    return found["number"] if found and identifier.type in ("imo", "other") else value


def _same(mine: Identifier, theirs: Identifier) -> bool:
    if mine.type != theirs.type and "other" not in (mine.type, theirs.type):
        return False
    countries = {i.country.code for i in (mine, theirs) if i.country and i.country.code}
    if len(countries) > 1:
        return False
    value = _plain(mine)
    telling = len(value) >= _SHORTEST_UNIQUE and any(character.isdigit() for character in value)
    unique = theirs.type in _UNIQUE and (telling or theirs.type == "swift-bic")
    return bool(value) and unique and value == _plain(theirs)


class IdentifierIndex:
    """Which parties hold which identifiers. Guarantee: every party whose identifier settles is found."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._holders: dict[str, set[PartyId]] = {}
        self._parties: dict[PartyId, Party] = {}
        for party in parties:
            self._parties[party.party_id] = party
            for identifier in party.identifiers:
                self._holders.setdefault(_plain(identifier), set()).add(party.party_id)

    def parties(self, subject: Subject) -> list[PartyId]:
        """Return, sorted, the parties one of whose identifiers is one of the subject's."""
        found = {held for mine in subject.identifiers for held in self._holders.get(_plain(mine), ())}
        return sorted(party_id for party_id in found if self.holds(subject, party_id))

    def holds(self, subject: Subject, party_id: PartyId) -> bool:
        """Return whether an identifier of the subject is one of the party's."""
        theirs = self._parties[party_id].identifiers
        return any(_same(mine, other) for mine in subject.identifiers for other in theirs)


def most_raised(subject: Subject) -> float:
    """Return the most that evidence short of an identifier may add to the score of the subject's name."""
    raised = weights.BIRTH_DATE_AGREES if subject.birth_date is not None else 0.0
    return raised + (weights.COUNTRY_AGREES if subject.countries else 0.0)


def _identifier_items(subject: Subject, party: Party, score: float) -> Iterator[EvidenceItem]:
    for mine in subject.identifiers:
        equal = next((theirs for theirs in party.identifiers if _same(mine, theirs)), None)
        shown = f"{mine.type} {mine.value}"
        if equal is not None:
            effect = max(0.0, weights.IDENTIFIER_SETTLES - score)
            yield _item("identifier", "settles", shown, f"{equal.type} {equal.value}", effect)
            return
    for mine in subject.identifiers:
        rivals = [i for i in party.identifiers if i.type == mine.type]
        if mine.type in _FOR_LIFE and rivals:
            theirs = ", ".join(f"{i.type} {i.value}" for i in rivals)
            yield _item(
                "identifier",
                "contradicts",
                f"{mine.type} {mine.value}",
                theirs,
                weights.IDENTIFIER_CONTRADICTS,
            )


def _item(kind: str, verdict: Verdict, mine: str, theirs: str, effect: float) -> EvidenceItem:
    return EvidenceItem.model_validate(
        {"kind": kind, "verdict": verdict, "subject_value": mine, "listed_value": theirs, "effect": effect}
    )


def _swapped(date: PartialDate, other: PartialDate) -> bool:
    """Day and month the other way round, as between American and European forms."""
    a, b = date.earliest, other.earliest
    return date.is_exact and other.is_exact and (a.year, a.month, a.day) == (b.year, b.day, b.month)


def _birth_verdict(mine: PartialDate, theirs: PartialDate) -> Verdict:
    if mine.earliest <= theirs.latest and theirs.earliest <= mine.latest:
        return "agrees"
    apart = max(mine.earliest.year - theirs.latest.year, theirs.earliest.year - mine.latest.year)
    slack = weights.YEARS_NEAR_CIRCA if mine.circa or theirs.circa else weights.YEARS_NEAR
    if apart <= slack or _swapped(mine, theirs):
        return "near"
    return "contradicts"


def _birth_item(subject: Subject, party: Party) -> Iterator[EvidenceItem]:
    mine = subject.birth_date
    if mine is None or not party.birth_dates:
        return
    verdicts = [_birth_verdict(mine, theirs) for theirs in party.birth_dates]
    verdict = min(verdicts, key=("agrees", "near", "contradicts").index)
    effect = {
        "agrees": weights.BIRTH_DATE_AGREES,
        "near": 0.0,
        "contradicts": weights.BIRTH_DATE_CONTRADICTS,
    }[verdict]
    exact = any(mine.is_exact and mine == theirs for theirs in party.birth_dates)
    if verdict == "agrees" and not exact:
        effect *= weights.BIRTH_DATE_IN_PART
    yield _item("birth-date", verdict, str(mine), ", ".join(map(str, party.birth_dates)), effect)


def _country_item(subject: Subject, party: Party) -> Iterator[EvidenceItem]:
    theirs = party.country_codes
    codes = {text: country_code(text) for text in subject.countries}
    known = {code for code in codes.values() if code}
    if unread := sorted(text for text, code in codes.items() if not code):
        # Said, not passed over: the subject's country is no country this library knows.
        yield _item("country", "unknown", ", ".join(unread), ", ".join(sorted(theirs)), 0.0)
    if not known or not theirs:
        return
    shown = (", ".join(sorted(known)), ", ".join(sorted(theirs)))
    if known & theirs:
        yield _item("country", "agrees", *shown, weights.COUNTRY_AGREES)
    else:
        yield _item("country", "contradicts", *shown, weights.COUNTRY_CONTRADICTS)


def _gender_item(subject: Subject, party: Party) -> Iterator[EvidenceItem]:
    mine = (subject.gender or "").strip().lower()[:1]
    if subject.gender and mine not in ("m", "f", ""):
        yield _item("gender", "unknown", subject.gender, party.gender or "", 0.0)
    if mine in ("m", "f") and party.gender:
        agrees = party.gender.startswith(mine)
        effect = 0.0 if agrees else weights.GENDER_CONTRADICTS
        yield _item(
            "gender", "agrees" if agrees else "contradicts", subject.gender or "", party.gender, effect
        )


def _kind_item(subject: Subject, party: Party) -> Iterator[EvidenceItem]:
    if subject.kind is not None and subject.kind != party.kind:
        yield _item("kind", "contradicts", subject.kind, party.kind, weights.KIND_CONTRADICTS)


def weighs_commonness(subject: Subject, party: Party) -> bool:
    """Return whether it matters how common a name is: not where birth dates tell more than it could."""
    return all(item.verdict == "near" for item in _birth_item(subject, party))


def _commonness_item(subject: Subject, party: Party, name: NameComparison) -> Iterator[EvidenceItem]:
    effect = weights.commonness(name.told, name.score)
    if name.score and effect and weighs_commonness(subject, party):
        met = " ".join(word for part in name.parts if part.similarity > 0.0 for word in part.subject)
        yield _item("commonness", "common", met, f"tells {name.told:.2f}, a rare word 1", effect)


def _fuller_name_item(against: Contradiction | None) -> Iterator[EvidenceItem]:
    if against is not None:
        yield _item("fuller-name", "contradicts", " ".join(against.more), against.fuller, against.effect)


def _items(
    subject: Subject, party: Party, name: NameComparison, against: Contradiction | None
) -> list[EvidenceItem]:
    settled = list(_identifier_items(subject, party, name.score))
    others = [
        *_birth_item(subject, party), *_country_item(subject, party),
        *_gender_item(subject, party), *_kind_item(subject, party), *_commonness_item(subject, party, name),
        *_fuller_name_item(against),
    ]  # fmt: skip
    if settled and settled[0].verdict == "settles":
        # What is settled is not argued with: the rest is shown and moves nothing.
        return settled + [item.model_copy(update={"effect": 0.0}) for item in others]
    return others + settled


def weigh_evidence(
    subject: Subject, party: Party, name: NameComparison, against: Contradiction | None = None
) -> Explanation:
    """Return the explanation of how *subject* compares with *party*, given how their names do.

    *against* is what the party's fuller names say against the subject's.
    """
    running = name.score
    items = []
    for item in _items(subject, party, name, against):
        effect = item.effect
        if item.verdict == "agrees" and name.score < weights.NAME_FIRST:
            effect = (
                0.0  # many are born on one day in one country: it raises only a name that may be the same
            )
        after = round(min(1.0, max(0.0, running + effect)), 6)
        items.append(item.model_copy(update={"effect": round(after - running, 6)}))
        running = after
    return Explanation(
        name=name, evidence=tuple(items), score=running, summary=_summary(name, items, running)
    )


def _summary(name: NameComparison, items: list[EvidenceItem], score: float) -> str:
    how = (
        "is the same as"
        if name.score == 1.0
        else "resembles"
        if name.score >= weights.NAME_FIRST
        else "is unlike"
    )
    text = f"{name.subject!r} {how} {name.listed!r} (name {name.score:.2f}"
    different = [
        " ".join(p.subject) or " ".join(p.listed) for p in name.parts if p.rule in ("missing", "different")
    ]
    if different:
        text += f"; unmatched: {', '.join(different)}"
    text += ")."
    if told := [_told(item) for item in items]:
        text += f" Evidence: {'; '.join(told)}. Score {score:.2f}."
    return text


def _told(item: EvidenceItem) -> str:
    if item.verdict == "common":
        return f"many bear such a name ({item.subject_value}: {item.listed_value})"
    return f"{item.kind.replace('-', ' ')} {item.verdict} ({item.subject_value} / {item.listed_value})"
