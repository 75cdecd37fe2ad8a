"""Search for subjects of one word at a threshold of their own, where the settings say so.

Reach for :func:`answers_by` instead of the matcher's own ``answers``. Guarantees: one answer a subject, in
their order; without the setting the matcher's answers at the threshold.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..engine.chosen import Matcher
from ..engine.words import is_one_word
from ..matching.reference import Answer
from ..matching.sides import notes_of
from ..model import ScreeningSettings, Subject

__all__ = ["answers_by"]


def answers_by(matcher: Matcher, subjects: Sequence[Subject], settings: ScreeningSettings) -> list[Answer]:
    """Return what is found of each subject at the threshold that holds for it."""
    of_words = settings.one_word_threshold
    if of_words is None:
        return list(matcher.answers(subjects, settings.threshold))
    single = [_is_of_one_word(subject) for subject in subjects]
    whole = [subject for subject, one in zip(subjects, single, strict=True) if not one]
    words = [subject for subject, one in zip(subjects, single, strict=True) if one]
    found = (
        iter(matcher.answers(whole, settings.threshold)),
        iter(matcher.answers(words, min(of_words, settings.threshold))),
    )
    return [next(found[one]) for one in single]


def _is_of_one_word(subject: Subject) -> bool:
    """Return whether nothing but single words is known of who may be a person."""
    return any(note.sort == "one-word" for note in notes_of(subject, is_one_word))
