"""The index returns what scoring everything returns, at every threshold."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.model import Party, ScreeningSettings, Subject
from sanctions_screen.testing import PERTURBATIONS
from sanctions_screen.testing.strategies import parties, subjects

THRESHOLDS = st.sampled_from([0.05, 0.3, 0.5, 0.7, 0.8, 0.9, 0.99])


@st.composite
def lists_and_subjects(draw: st.DrawFn) -> tuple[list[Party], Subject]:
    """Parties, and a subject that is often one of them written differently."""
    listed = draw(st.lists(parties(), min_size=1, max_size=8, unique_by=lambda party: party.party_id))
    subject = draw(subjects())
    if draw(st.booleans()):
        name = draw(st.sampled_from(listed)).primary_name.text
        change = draw(st.sampled_from(PERTURBATIONS))
        changed = change.apply(name, draw(st.randoms(use_true_random=False)))
        subject = subject.model_copy(update={"name": changed or name})
    return listed, subject


@settings(max_examples=200)
@given(lists_and_subjects(), THRESHOLDS)
def test_search_finds_exactly_what_scoring_every_party_finds(
    case: tuple[list[Party], Subject], threshold: float
) -> None:
    listed, subject = case
    matcher = PartyMatcher(listed, ScreeningSettings())
    assert matcher.search(subject, threshold) == matcher.search_exhaustive(subject, threshold)


@settings(max_examples=50)
@given(lists_and_subjects(), st.randoms(use_true_random=False))
def test_the_order_of_the_parties_and_earlier_searches_make_no_difference(
    case: tuple[list[Party], Subject], random: Random
) -> None:
    listed, subject = case
    shuffled = list(listed)
    random.shuffle(shuffled)
    matcher = PartyMatcher(listed, ScreeningSettings())
    first = matcher.search(subject, 0.5)
    matcher.search(Subject(name=listed[0].primary_name.text), 0.5)
    assert (
        matcher.search(subject, 0.5)
        == first
        == PartyMatcher(shuffled, ScreeningSettings()).search(subject, 0.5)
    )
