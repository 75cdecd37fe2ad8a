"""Laws about names: what the screener must find by a name, and what it must not.

None of them asks for a hit that the screener does not give to the name as it is listed, so a screener that
misses a name is reported once, by ``same-name``, and not a dozen times.
"""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from ..model import Party, Subject
from .drawing import draw_party, draw_spelling, draw_unrelated, subject_of, unrelated_words
from .evidence_laws import never_lower
from .perturbations import Perturbation
from .trial import LONG_NAME, Law, Told, Trial, Violation, screenable_names

__all__ = [
    "check_alias_added",
    "check_any_text",
    "check_every_bearer",
    "check_long_field",
    "check_original_script",
    "check_other_name_read",
    "check_same_name",
    "check_unrelated",
    "check_whole_name",
    "lacks_bearers",
    "lacks_long_names",
    "lacks_other_scripts",
    "survives",
]


def check_same_name(trial: Trial, data: st.DataObject) -> Told:
    """Every listed name finds its party, and none scores higher."""
    party, text = draw_party(trial, data)
    subject = subject_of(party, text, data)
    answer = trial.ask(subject)
    score = answer.score(party.party_id)
    if score is None:
        raise Violation(f"{party.party_id} is not found by its own name", subject=subject, answer=answer)
    if score < answer.top:
        raise Violation(f"another party scores higher than {party.party_id}", subject=subject, answer=answer)
    return None


def lacks_other_scripts(trial: Trial) -> str | None:
    """Return a reason when no name is in another script than Latin."""
    return None if trial.names_in_other_scripts else "no listed name is in another script than Latin"


def check_original_script(trial: Trial, data: st.DataObject) -> Told:
    """A name listed in another script than Latin finds its party, in each script that the lists have."""
    script = data.draw(st.sampled_from(list(trial.names_in_other_scripts)))
    party, text = data.draw(st.sampled_from(trial.names_in_other_scripts[script]))
    subject = subject_of(party, text, data)
    answer = trial.ask(subject)
    if answer.score(party.party_id) is None:
        raise Violation(
            f"{party.party_id} is not found by its name in its own script, {script}",
            subject=subject, answer=answer,
        )  # fmt: skip
    return None


def lacks_bearers(trial: Trial) -> str | None:
    """Return a reason when no two parties could be found by one question."""
    return None if len(trial.named) > 1 else "there is only one party"


def check_every_bearer(trial: Trial, data: st.DataObject) -> Told:
    """When several parties fit equally, each is found."""
    shared = trial.shared_names
    by_alias: bool = data.draw(st.booleans())
    if shared and not by_alias:
        text, bearers = data.draw(st.sampled_from(shared))
        subject = Subject(name=text)
    else:
        subject, bearers = _of_many_names(trial, data)
    answer = trial.ask(subject)
    lost = [party for party in bearers if answer.score(party.party_id) is None]
    if subject.aliases and not all(_found_by_alias(trial, party, subject) for party in lost):
        return "the screener reads no other names of a subject, and no two parties share one"
    missed = [party.party_id for party in lost]
    if missed and len(missed) < len(bearers):
        raise Violation(
            f"{missed[0]} fits as well as others do, which are found, and is not",
            subject=subject, those_that_fit=[party.party_id for party in bearers], answer=answer,
        )  # fmt: skip
    return "the screener found none of several parties of one name" if missed else None


_MANY: Final = 60
"""More than the hits on the first page of most systems."""


def _of_many_names(trial: Trial, data: st.DataObject) -> tuple[Subject, tuple[Party, ...]]:
    """Draw a subject that has a name of each of two parties, or of more than a page shows."""
    count = min(data.draw(st.sampled_from((2, _MANY))), len(trial.named))
    bearers = data.draw(st.lists(st.sampled_from(trial.named), min_size=count, max_size=count, unique_by=id))
    name, *others = (data.draw(st.sampled_from(screenable_names(party))).text for party in bearers)
    return Subject(name=name, aliases=tuple(others)), tuple(bearers)


def _found_by_alias(trial: Trial, party: Party, subject: Subject) -> bool:
    """Return whether the party is found by its name given as another name of nobody's."""
    names = {name.text for name in party.names}
    text = next(text for text in (subject.name, *subject.aliases) if text in names)
    return trial.ask(_known_as(text)).score(party.party_id) is not None


def _known_as(text: str) -> Subject:
    """Return somebody of a name nobody has, who is known by another, too."""
    return Subject(name="Vopuki Wojazu", aliases=(text,))


def lacks_long_names(trial: Trial) -> str | None:
    """Return a reason when no name is long enough to be cut."""
    return None if trial.long_names else f"no listed name has {LONG_NAME} characters or more"


def check_whole_name(trial: Trial, data: st.DataObject) -> Told:
    """What stands at the end of a long name counts: with another ending it scores lower."""
    party, text = data.draw(st.sampled_from(trial.long_names))
    words = text.split()
    left = data.draw(st.integers(1, 2))
    tail = " ".join(words[-left:])
    ending = " ".join(data.draw(unrelated_words(left)))
    other = f"{' '.join(words[:-left])} {ending}"
    if not any(map(str.isalpha, tail)):
        return "the ending is no word"
    whole, changed = (trial.ask(Subject(name=name, kind=party.kind)) for name in (text, other))
    score, after = whole.score(party.party_id), changed.score(party.party_id)
    if score is None:
        return "the screener found no long name"
    if after is not None and after >= score:
        raise Violation(
            f"{party.party_id} is found as well when the end of its name is another",
            as_listed=text, asked=other, letters_alike=len(text) - len(tail), before=score, after=after,
        )  # fmt: skip
    return None


_LONGEST_FIELD: Final = 900
"""Characters: what is longer is a text, and may be refused."""


def check_long_field(trial: Trial, data: st.DataObject) -> Told:
    """A listed name is found in a field of hundreds of characters, though blanks be most of them."""
    party, text = draw_party(trial, data)
    if trial.ask(Subject(name=text)).score(party.party_id) is None:
        return "the screener does not find the name itself"
    blanks = " " * data.draw(st.integers(100, _LONGEST_FIELD))
    first, *others = text.split(" ")
    place = data.draw(st.sampled_from(("before it", "in it") if others else ("before it",)))
    asked = blanks + text if place == "before it" else f"{first}{blanks}{' '.join(others)}"
    if trial.ask(Subject(name=asked)).score(party.party_id) is None:
        raise Violation(
            f"{party.party_id} is lost when {len(blanks)} blanks stand {place}", as_listed=text, asked=asked
        )
    return None


def survives(perturbation: Perturbation) -> Law:
    """Return the law that *perturbation* loses no match."""

    def check(trial: Trial, data: st.DataObject) -> Told:
        party, texts = data.draw(st.sampled_from(trial.changeable(perturbation)))
        text = data.draw(st.sampled_from(texts))
        changed = perturbation.apply(text, data.draw(st.randoms(use_true_random=False)))
        subject = subject_of(party, text, data)
        if changed == text:
            return "the name was not changed"
        if trial.ask(subject).score(party.party_id) is None:
            return "the screener found no party by its name as listed"
        rewritten = subject.model_copy(update={"name": changed})
        answer = trial.ask(rewritten)
        if answer.score(party.party_id) is None:
            raise Violation(
                f"{party.party_id} is found as {text!r} and lost as {changed!r}",
                as_listed=text, asked=changed, asked_in_ascii=ascii(changed), kind=subject.kind,
                answer=answer,
            )  # fmt: skip
        return None

    def lacks(trial: Trial) -> str | None:
        if trial.changeable(perturbation):
            return None
        return f"there is no {' or '.join(perturbation.kinds)} with a name that this changes"

    return Law(
        f"survives-{perturbation.name}", f"No match is lost when {perturbation.description}.", check, lacks
    )


def check_unrelated(trial: Trial, data: st.DataObject) -> Told:
    """A name unrelated to every listed one is no hit."""
    subject = Subject(name=draw_unrelated(trial, data))
    answer = trial.ask(subject)
    if answer.scores:
        raise Violation("a name unrelated to every listed one is a hit", subject=subject, answer=answer)
    return (
        None if trial.finds_somebody else "the screener finds nobody, so that it is clear of all says nothing"
    )


def check_any_text(trial: Trial, data: st.DataObject) -> Told:
    """Every subject gets an answer, whatever its name is made of."""
    odd = st.text(max_size=40) | st.sampled_from(
        ("", " ", "\x00", "12345", "!?", "\u200b", "A", "😀", "x" * 5000)
    )
    trial.ask(Subject(name=data.draw(odd)))
    return (
        None if trial.finds_somebody else "the screener finds nobody; an answer that is always empty is none"
    )


def check_alias_added(trial: Trial, data: st.DataObject) -> Told:
    """Another name the subject is known by never lowers a score."""
    party, text = draw_spelling(trial, data)
    plain = subject_of(party, text, data)
    more = plain.model_copy(update={"aliases": (data.draw(st.sampled_from(screenable_names(party))).text,)})
    return never_lower(trial, party, plain, more, "another known name of the subject's")


def check_other_name_read(trial: Trial, data: st.DataObject) -> Told:
    """A listed name that stands among the subject's other names finds its party."""
    party, text = draw_party(trial, data)
    if trial.ask(Subject(name=text)).score(party.party_id) is None:
        return "the screener found no party by its name as listed"
    subject = _known_as(text)
    answer = trial.ask(subject)
    if answer.score(party.party_id) is None:
        raise Violation(
            f"{party.party_id} is found as {text!r}, and not as somebody known by that name: other names are "
            "not read",
            subject=subject, answer=answer,
        )  # fmt: skip
    return None
