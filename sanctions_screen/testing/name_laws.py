"""Laws about names: what the screener must find by a name, and what it must not.

None of them asks for a hit that the screener does not give to the name as it is listed, so a screener that
misses a name is reported once, by ``same-name``, and not a dozen times.
"""

from __future__ import annotations

from hypothesis import reject
from hypothesis import strategies as st

from ..model import Subject
from .drawing import draw_party, draw_spelling, draw_unrelated, subject_of
from .evidence_laws import never_lower
from .perturbations import Perturbation
from .trial import Law, Trial, Violation, screenable_names

__all__ = ["check_alias_added", "check_any_text", "check_same_name", "check_unrelated", "survives"]


def check_same_name(trial: Trial, data: st.DataObject) -> None:
    """Every listed name finds its party, and none scores higher."""
    party, text = draw_party(trial, data)
    subject = subject_of(party, text, data)
    answer = trial.ask(subject)
    score = answer.score(party.party_id)
    if score is None:
        raise Violation(f"{party.party_id} is not found by its own name", subject=subject, answer=answer)
    if score < answer.top:
        raise Violation(f"another party scores higher than {party.party_id}", subject=subject, answer=answer)


def survives(perturbation: Perturbation) -> Law:
    """Return the law that *perturbation* loses no match."""

    def check(trial: Trial, data: st.DataObject) -> None:
        party, texts = data.draw(st.sampled_from(trial.changeable(perturbation)))
        text = data.draw(st.sampled_from(texts))
        changed = perturbation.apply(text, data.draw(st.randoms(use_true_random=False)))
        subject = subject_of(party, text, data)
        if changed == text or trial.ask(subject).score(party.party_id) is None:
            reject()  # nothing to learn from this one; it does not count as tried
        rewritten = subject.model_copy(update={"name": changed})
        answer = trial.ask(rewritten)
        if answer.score(party.party_id) is None:
            raise Violation(
                f"{party.party_id} is found as {text!r} and lost as {changed!r}",
                as_listed=text, asked=changed, asked_in_ascii=ascii(changed), kind=subject.kind,
                answer=answer,
            )  # fmt: skip

    def lacks(trial: Trial) -> str | None:
        if trial.changeable(perturbation):
            return None
        return f"there is no {' or '.join(perturbation.kinds)} with a name that this changes"

    return Law(
        f"survives-{perturbation.name}", f"No match is lost when {perturbation.description}.", check, lacks
    )


def check_unrelated(trial: Trial, data: st.DataObject) -> None:
    """A name unrelated to every listed one is no hit."""
    subject = Subject(name=draw_unrelated(trial, data))
    answer = trial.ask(subject)
    if answer.scores:
        raise Violation("a name unrelated to every listed one is a hit", subject=subject, answer=answer)


def check_any_text(trial: Trial, data: st.DataObject) -> None:
    """Every subject gets an answer, whatever its name is made of."""
    odd = st.text(max_size=40) | st.sampled_from(
        ("", " ", "\x00", "12345", "!?", "\u200b", "A", "😀", "x" * 5000)
    )
    trial.ask(Subject(name=data.draw(odd)))


def check_alias_added(trial: Trial, data: st.DataObject) -> None:
    """Another name the subject is known by never lowers a score."""
    party, text = draw_spelling(trial, data)
    plain = subject_of(party, text, data)
    more = plain.model_copy(update={"aliases": (data.draw(st.sampled_from(screenable_names(party))).text,)})
    never_lower(trial, party, plain, more, "another known name of the subject's")
