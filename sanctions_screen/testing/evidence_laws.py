"""Laws about evidence: birth dates, countries and identifiers move a score the way they point."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from ..model import Identifier, PartialDate, Party, Subject
from .drawing import draw_unrelated, spelling_of, subject_of
from .trial import Told, Trial, Violation, screenable_names

__all__ = [
    "check_agreeing",
    "check_birth_date_read",
    "check_contradicting",
    "check_identifier",
    "check_identifier_stands",
    "check_unknown_evidence",
    "never_higher",
    "never_lower",
    "says_nothing_of",
    "strong_identifiers",
]

_NOT_FOUND = "the screener found no party that has such evidence"


def never_lower(trial: Trial, party: Party, plain: Subject, more: Subject, what: str) -> Told:
    """Raise Violation when *more* scores the party lower than *plain* does, or loses it."""
    without, with_it = trial.ask(plain), trial.ask(more)
    before, after = without.score(party.party_id), with_it.score(party.party_id)
    if before is None:
        return _NOT_FOUND
    if after is None or after < before:
        raise Violation(
            f"{what} lowers {party.party_id}", plain=plain, more=more, before=before, after=after
        )  # fmt: skip
    return None


def never_higher(trial: Trial, party: Party, plain: Subject, more: Subject, what: str) -> Told:
    """Raise Violation when *more* scores the party higher than *plain* does, or adds it."""
    without, with_it = trial.ask(plain), trial.ask(more)
    before, after = without.score(party.party_id), with_it.score(party.party_id)
    if after is not None and (before is None or after > before):
        raise Violation(
            f"{what} raises {party.party_id}", plain=plain, more=more, before=before, after=after
        )  # fmt: skip
    return _NOT_FOUND if before is None else None


def _with_evidence(trial: Trial) -> list[Party]:
    return [
        party
        for party in trial.named
        if party.birth_dates or party.country_codes or party.gender or strong_identifiers(party)
    ]


def check_agreeing(trial: Trial, data: st.DataObject) -> Told:
    """Evidence that agrees never lowers a score."""
    party = data.draw(st.sampled_from(_with_evidence(trial)))
    plain = subject_of(party, spelling_of(party, data), data)
    choices: list[dict[str, Any]] = [{"birth_date": born} for born in party.birth_dates]
    choices += [{"countries": (code,)} for code in sorted(party.country_codes)]
    choices += [{"gender": party.gender}] if party.gender else []
    choices += [{"identifiers": (identifier,)} for identifier in strong_identifiers(party)]
    more = plain.model_copy(update=data.draw(st.sampled_from(choices)))
    return never_lower(trial, party, plain, more, "evidence that agrees")


def says_nothing_of(party: Party) -> list[dict[str, Any]]:
    """Return facts about a subject of which the list says nothing for the party."""
    facts: list[dict[str, Any]] = []
    if party.kind == "person" and not party.birth_dates:
        facts.append({"birth_date": PartialDate.parse("1967-04-05")})
    if not party.country_codes:
        facts.append({"countries": ("NZ",)})
    if not party.identifiers:
        facts.append({"identifiers": (Identifier(type="passport", value="X4839217"),)})
    return facts


def check_unknown_evidence(trial: Trial, data: st.DataObject) -> Told:
    """Evidence of which the list says nothing loses no match."""
    party = data.draw(st.sampled_from([each for each in trial.named if says_nothing_of(each)]))
    plain = Subject(name=data.draw(st.sampled_from(screenable_names(party))).text)
    if trial.ask(plain).score(party.party_id) is None:
        return _NOT_FOUND
    more = plain.model_copy(update=data.draw(st.sampled_from(says_nothing_of(party))))
    answer = trial.ask(more)
    if answer.score(party.party_id) is None:
        raise Violation(
            f"{party.party_id} is lost for a fact of the subject's of which the list says nothing",
            plain=plain, more=more, answer=answer,
        )  # fmt: skip
    return None


_OTHER_COUNTRIES = ("NZ", "UY", "IS", "BT", "LS", "FJ")


def _another_birth_date(party: Party, data: st.DataObject) -> PartialDate:
    earlier = min(born.earliest.year for born in party.birth_dates) - data.draw(st.integers(15, 40))
    return PartialDate.of_day(date(earlier, 3, 4))


def check_contradicting(trial: Trial, data: st.DataObject) -> Told:
    """Evidence that contradicts never raises a score."""
    party = data.draw(st.sampled_from([p for p in trial.named if p.birth_dates or p.country_codes]))
    plain = subject_of(party, spelling_of(party, data), data)
    choices: list[dict[str, Any]] = []
    if party.birth_dates:
        choices.append({"birth_date": _another_birth_date(party, data)})
    if party.country_codes:
        foreign = [code for code in _OTHER_COUNTRIES if code not in party.country_codes]
        choices.append({"countries": (data.draw(st.sampled_from(foreign)),)})
    more = plain.model_copy(update=data.draw(st.sampled_from(choices)))
    return never_higher(trial, party, plain, more, "evidence that contradicts")


def check_birth_date_read(trial: Trial, data: st.DataObject) -> Told:
    """Another birth date, by fifteen years or more, lowers a score or loses the hit."""
    party = data.draw(st.sampled_from([p for p in trial.named if p.birth_dates]))
    text = data.draw(st.sampled_from(screenable_names(party))).text
    plain = Subject(name=text, kind="person")
    more = plain.model_copy(update={"birth_date": _another_birth_date(party, data)})
    before, after = (trial.ask(subject).score(party.party_id) for subject in (plain, more))
    if before is None:
        return _NOT_FOUND
    if after is not None and after >= before:
        raise Violation(
            f"another birth date does not lower {party.party_id}: birth dates are not read",
            plain=plain, more=more, born=[str(born) for born in party.birth_dates],
            before=before, after=after,
        )  # fmt: skip
    return None


_COUNTING = frozenset("123456789")
_SETTLING = frozenset(("imo", "passport", "national-id", "tax-id", "lei", "crypto-address", "swift-bic"))


def strong_identifiers(party: Party) -> list[Identifier]:
    """Return the identifiers that one party alone can have: of a strong type, and no short number or filler.

    A screener may well take 0000003, with whatever letters, for what somebody filled a field with.
    """
    return [
        each
        for each in party.identifiers
        if each.type in _SETTLING
        and sum(map(str.isalnum, each.value)) >= 6
        and len(set(each.value) & _COUNTING) > 1
    ]


def _own_identifier(party: Party, data: st.DataObject) -> Identifier:
    identifier = data.draw(st.sampled_from(strong_identifiers(party)))
    return Identifier(type=identifier.type, value=identifier.value)


def check_identifier(trial: Trial, data: st.DataObject) -> Told:
    """An equal identifier is a hit whatever the name."""
    party = data.draw(st.sampled_from([p for p in trial.parties if strong_identifiers(p)]))
    bare = _own_identifier(party, data)
    subject = Subject(name=draw_unrelated(trial, data), kind=party.kind, identifiers=(bare,))
    answer = trial.ask(subject)
    if answer.score(party.party_id) is None:
        raise Violation(
            f"{party.party_id} is not found by its own identifier", subject=subject, answer=answer
        )
    return None


def check_identifier_stands(trial: Trial, data: st.DataObject) -> Told:
    """An equal identifier never lowers a score, whatever else contradicts."""
    party = data.draw(st.sampled_from([p for p in trial.named if strong_identifiers(p)]))
    plain = subject_of(party, spelling_of(party, data), data)
    contradicted: bool = data.draw(st.booleans())
    if party.birth_dates and contradicted:
        plain = plain.model_copy(update={"birth_date": _another_birth_date(party, data)})
    more = plain.model_copy(update={"identifiers": (_own_identifier(party, data),)})
    return never_lower(trial, party, plain, more, "its own identifier")
