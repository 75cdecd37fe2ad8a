"""Laws about status: who has been delisted, and who is not listed yet."""

from __future__ import annotations

from hypothesis import strategies as st

from ..model import Party, Subject
from .drawing import draw_party, subject_of
from .trial import Told, Trial, Violation, screenable_names
from .under_test import Answer

__all__ = [
    "check_day_asked",
    "check_delisted_found",
    "check_not_yet",
    "check_status",
    "lacks_days",
    "lacks_delisted",
    "lacks_not_yet",
    "lacks_statuses",
]


def lacks_statuses(trial: Trial) -> str | None:
    """Return a reason when nobody told who has been delisted."""
    if trial.under_test.delisted is None:
        return "nobody told who has been delisted: give a store as parties, or ScreenerUnderTest(delisted=…)"
    return None


def check_status(trial: Trial, data: st.DataObject) -> Told:
    """Delisted parties are told as delisted, listed ones as listed, unsettled ones as unsettled."""
    party, text = draw_party(trial, data)
    subject = subject_of(party, text, data)
    return _status_told(trial, subject, trial.ask(subject))


def _status_told(trial: Trial, subject: Subject, answer: Answer) -> Told:
    if not answer.statuses:
        return "the screener's answers tell no status"
    for party_id in answer.scores:
        right = _right_status(trial, party_id)
        told = answer.statuses.get(party_id)
        if told != right:
            raise Violation(f"{party_id} is {right} and told as {told}", subject=subject, answer=answer)
    return None


def _right_status(trial: Trial, party_id: str) -> str:
    if party_id in trial.under_test.unsettled:
        return "unsettled"
    return "delisted" if party_id in (trial.under_test.delisted or frozenset()) else "listed"


def lacks_delisted(trial: Trial) -> str | None:
    """Return a reason when no party is known to have been delisted."""
    if trial.delisted:
        return None
    return lacks_statuses(trial) or "none of the parties has been delisted"


def check_delisted_found(trial: Trial, data: st.DataObject) -> Told:
    """A party that has been delisted is still found, by every name it had."""
    party = data.draw(st.sampled_from(trial.delisted))
    text = data.draw(st.sampled_from(screenable_names(party))).text
    subject = subject_of(party, text, data)
    answer = trial.ask(subject)
    if answer.score(party.party_id) is None:
        raise Violation(
            f"{party.party_id} has been delisted and is not found any more", subject=subject, answer=answer
        )
    return None


def _on_days(trial: Trial) -> list[Trial]:
    """Return the screener on its own day and on others, where somebody is not listed yet."""
    return [each for each in (trial, *trial.listed_days) if each.under_test.not_yet]


def lacks_not_yet(trial: Trial) -> str | None:
    """Return a reason when there is no day on which somebody is not listed yet."""
    if _on_days(trial):
        return None
    return (
        "everybody known is listed by the screener's day; give it for an earlier one, or "
        "ScreenerUnderTest(on_day=…)"
    )


def check_not_yet(trial: Trial, data: st.DataObject) -> Told:
    """Who is not listed yet on the day is no hit."""
    on_day = data.draw(st.sampled_from(_on_days(trial)))
    party = data.draw(st.sampled_from(on_day.under_test.not_yet))
    told = _not_yet_on(on_day, data, party)
    return (
        told
        if told or trial.finds_somebody
        else ("the screener finds nobody, so that it is clear of all says nothing")
    )


def _not_yet_on(on_day: Trial, data: st.DataObject, party: Party) -> Told:
    names = screenable_names(party)
    if not names:
        return "the party has no name to ask by"
    subject = Subject(name=data.draw(st.sampled_from(names)).text)
    answer = on_day.ask(subject)
    if answer.score(party.party_id) is not None:
        raise Violation(
            f"{party.party_id} is not listed yet on {on_day.under_test.as_of} and is a hit",
            subject=subject, answer=answer,
        )  # fmt: skip
    return None


def lacks_days(trial: Trial) -> str | None:
    """Return a reason when the screener cannot be asked for another day."""
    if trial.under_test.on_day is None:
        return "needs ScreenerUnderTest(on_day=…)"
    return (
        None if trial.under_test.past_days else "needs ScreenerUnderTest(past_days=…), or a store as parties"
    )


def check_day_asked(trial: Trial, data: st.DataObject) -> Told:
    """Asked for another day, it answers for that day: who was listed then, and how each stood."""
    day = data.draw(st.sampled_from(trial.under_test.past_days))
    on_day = trial.on_day(day)
    stated = on_day.stated_day
    if stated not in (None, day):
        said = "a screener made for one day says that it is for another"
        raise Violation(said, day_asked=day.isoformat(), day_stated=str(stated))
    if trial.under_test.known_on is None:
        return "nobody told who was listed on the other days: give a store as parties"
    later = [each for each in on_day.under_test.not_yet if screenable_names(each)]
    party: Party | None = data.draw(st.one_of(st.none(), *([st.sampled_from(later)] if later else [])))
    if party is not None:
        return _not_yet_on(on_day, data, party)
    return _stood_on(trial, on_day, data) if on_day.named else "nobody was listed on the day"


def _stood_on(trial: Trial, on_day: Trial, data: st.DataObject) -> Told:
    """Who was listed on the day, and is found today, is found for that day, told as they stood then.

    Those that stand otherwise today are asked for as often as all others together.
    """
    turned = [each for each in on_day.named if _stands_otherwise(trial, on_day, each.party_id)]
    of_those: bool = data.draw(st.booleans())
    party = data.draw(st.sampled_from(turned if turned and of_those else on_day.named))
    subject = Subject(name=data.draw(st.sampled_from(screenable_names(party))).text)
    answer = on_day.ask(subject)
    if answer.score(party.party_id) is None:
        if trial.ask(subject).score(party.party_id) is None:
            return "the screener does not find the name for its own day either"
        raise Violation(
            f"{party.party_id} is {_right_status(on_day, party.party_id)} on {on_day.under_test.as_of}, "
            "and is no hit for that day, though it is one for the screener's own",
            subject=subject, answer=answer,
        )  # fmt: skip
    return _status_told(on_day, subject, answer)


def _stands_otherwise(trial: Trial, on_day: Trial, party_id: str) -> bool:
    return _right_status(trial, party_id) != _right_status(on_day, party_id)
