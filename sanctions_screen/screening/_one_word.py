"""Search for subjects of one word at a threshold of their own, where the settings say so.

Reach for :func:`answers_by` instead of the matcher's own ``answers``; for :func:`searched` where somebody
else judges. Guarantees: one answer a subject, in their order; without the setting the matcher's answers at
the threshold.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..engine.chosen import Matcher
from ..engine.kept_names import Thresholds
from ..matching.reference import Answer, Searched
from ..matching.sides import Asked
from ..model import ScreeningSettings

__all__ = ["answers_by", "is_of_one_word", "searched", "thresholds_of"]


def searched(matcher: Matcher, asked: Sequence[Asked], settings: ScreeningSettings) -> list[Searched]:
    """Return what is found of each subject, to be judged."""
    return [matcher.searched(*each) for each in _parted(asked, settings)]


def answers_by(matcher: Matcher, asked: Sequence[Asked], settings: ScreeningSettings) -> list[Answer]:
    """Return what is found of each subject at the threshold that holds for it, judged by the matcher."""
    found = searched(matcher, asked, settings)
    answers = [matcher.judged(each) for each in found]
    if len(answers) == 1:
        return answers[0]
    whole, words = map(iter, answers)
    return [next(words if is_of_one_word(one) else whole) for one in asked]


def thresholds_of(settings: ScreeningSettings) -> Thresholds:
    """Return the thresholds that hold for whole names and for single words."""
    of_words = settings.one_word_threshold
    lower = settings.threshold if of_words is None else min(of_words, settings.threshold)
    return Thresholds(settings.threshold, lower)


def _parted(asked: Sequence[Asked], settings: ScreeningSettings) -> list[tuple[Sequence[Asked], float]]:
    """Return all subjects with their threshold: where single words have one of their own, these apart."""
    threshold, of_words = thresholds_of(settings)
    if settings.one_word_threshold is None:
        return [(asked, threshold)]
    words = [one for one in asked if is_of_one_word(one)]
    whole = [one for one in asked if not is_of_one_word(one)]
    return [(whole, threshold), (words, of_words)]


def is_of_one_word(asked: Asked) -> bool:
    """Return whether nothing but single words is known of who may be a person."""
    return any(note.sort == "one-word" for note in asked.notes)
