"""Draw the examples on which laws are tried: a party, a spelling of its name, a name related to none."""

from __future__ import annotations

from hypothesis import strategies as st
from rapidfuzz import fuzz, process, utils

from ..model import Party, Subject
from .catalogue import SHOULD_SURVIVE
from .strategies import subjects
from .trial import Trial, screenable_names

__all__ = [
    "draw_party",
    "draw_spelling",
    "draw_subject",
    "draw_unrelated",
    "far_from",
    "is_unrelated",
    "spelling_of",
    "subject_of",
    "unrelated_words",
]


def draw_party(trial: Trial, data: st.DataObject) -> tuple[Party, str]:
    """Draw a party and one of the names it must be found by."""
    party = data.draw(st.sampled_from(trial.named))
    return party, data.draw(st.sampled_from(screenable_names(party))).text


def draw_spelling(trial: Trial, data: st.DataObject) -> tuple[Party, str]:
    """Draw a party and its name, now and then misspelt, so that scores below the top are met too."""
    party = data.draw(st.sampled_from(trial.named))
    return party, spelling_of(party, data)


def spelling_of(party: Party, data: st.DataObject) -> str:
    """Draw one of the party's names, now and then misspelt."""
    text = data.draw(st.sampled_from(screenable_names(party))).text
    if data.draw(st.booleans()):
        change = data.draw(st.sampled_from(SHOULD_SURVIVE))
        text = change.apply(text, data.draw(st.randoms(use_true_random=False)))
    return text


def subject_of(party: Party, text: str, data: st.DataObject) -> Subject:
    """Return a subject of that name, which may or may not tell its kind."""
    return Subject(name=text, kind=data.draw(st.sampled_from((None, party.kind))))


_SYLLABLES = [c + v for c in "bdfgjklmnpqrvwxz" for v in "aeiouy"]


_MADE_WORD = st.lists(st.sampled_from(_SYLLABLES), min_size=3, max_size=5).map(
    lambda parts: "".join(parts).title()
)


def unrelated_words(count: int) -> st.SearchStrategy[list[str]]:
    """Draw that many pronounceable words that mean nothing."""
    return st.lists(_MADE_WORD, min_size=count, max_size=count)


def draw_unrelated(trial: Trial, data: st.DataObject) -> str:
    """Draw a pronounceable name far from every listed one by the bluntest measures there are."""
    words = st.integers(2, 3).flatmap(unrelated_words)
    text = data.draw(words.map(" ".join).filter(lambda drawn: is_unrelated(trial, drawn)))
    assert isinstance(text, str)
    return text


def is_unrelated(trial: Trial, text: str) -> bool:
    """Return whether *text* is far from every listed name, by words and letters, however it is ordered."""
    return far_from(trial.listed_texts, trial.listed_joined, text)


def far_from(listed: list[str], joined: list[str], text: str) -> bool:
    """Return whether *text* is far from folded names, and from the same as :func:`joined_texts` has them."""
    folded = utils.default_process(text)
    letters = folded.replace(" ", "")
    return (
        process.extractOne(folded, listed, scorer=fuzz.token_set_ratio, score_cutoff=58) is None
        and process.extractOne(letters, joined, scorer=fuzz.ratio, score_cutoff=55) is None
        and len(set(letters)) > 5
    )


def draw_subject(trial: Trial, data: st.DataObject) -> Subject:
    """Draw a subject: anybody, or one named like a listed party."""
    if data.draw(st.booleans()):
        drawn = data.draw(subjects())
        assert isinstance(drawn, Subject)
        return drawn
    party, text = draw_spelling(trial, data)
    return subject_of(party, text, data)
