"""The compiled matching gives what the reference gives: words, names, parties, to the last digit."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from name_strategies import ANY_TEXT, related_names
from subject_strategies import LISTS, subjects_like

from sanctions_screen.likeness import likeness
from sanctions_screen.matching import Reference, judge
from sanctions_screen.matching.comparison import compared
from sanctions_screen.matching.ledger import added_up
from sanctions_screen.matching.prepared import PreparedName, prepared
from sanctions_screen.matching.sides import Asked, Listed, listed
from sanctions_screen.model import Name, Party, PartyId, PartyKind, ScreeningSettings, Subject
from sanctions_screen.testing import person_names

pytest.importorskip("sanctions_screen.engine._engine", reason="the engine was not built")

from sanctions_screen.engine import VARIABLE, _engine
from sanctions_screen.engine.compiled import CompiledMatcher, engine_matching, given_name, index_of
from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.engine.pairs import NamesScores, names_score
from sanctions_screen.engine.reading import read_name
from sanctions_screen.engine.words import is_one_word

WORDS = st.text("abdehiklmnorstuwyz*", min_size=1, max_size=10)
LANGUAGES = st.frozensets(st.sampled_from(("burmese", "chinese", "korean")))
NAMES = person_names() | ANY_TEXT
THRESHOLDS = st.sampled_from((0.3, 0.5, 0.7, 0.8, 0.95))


@given(WORDS, WORDS, LANGUAGES)
def test_words_are_as_alike_as_in_the_reference(first: str, second: str, languages: frozenset[str]) -> None:
    expected = likeness(first, second, languages)
    amount, rule = engine_matching().likeness(first, second, sorted(languages))
    assert amount == expected.amount
    assert not amount or rule == expected.rule


def _sums(first: PreparedName, second: PreparedName, kind: PartyKind) -> tuple[object, ...] | None:
    found = compared(first, second, kind)
    left = tuple(map(bool, found.left))
    return (*added_up(found.lines), found.score, *left, found.lesser_left) if found.lines else None


@given(NAMES, NAMES, st.sampled_from(get_args(PartyKind)))
def test_names_compare_as_in_the_reference(first: str, second: str, kind: PartyKind) -> None:
    one, other = prepared(first, kind), prepared(second, kind)
    mine, theirs = given_name(one.name), given_name(other.name)
    assert engine_matching().compared(mine, theirs, kind, kind) == _sums(one, other, kind)


@settings(max_examples=2000)
@given(related_names() | st.tuples(NAMES, NAMES), *[st.sampled_from(get_args(PartyKind))] * 2)
def test_names_that_the_engine_reads_and_compares_have_the_lines_of_the_reference(
    names: tuple[str, str], kind: PartyKind, weighed_as: PartyKind
) -> None:
    first, second = names
    expected = compared(prepared(first, kind), prepared(second, kind), weighed_as)
    assert compared(read_name(first, kind), read_name(second, kind), weighed_as) == expected


@given(st.data(), LISTS, THRESHOLDS, st.booleans())
def test_the_compiled_engine_finds_what_the_reference_finds(
    data: st.DataObject, parties: list[Party], threshold: float, weak: bool
) -> None:
    settings = ScreeningSettings(include_weak_aliases=weak)
    subject = data.draw(subjects_like(data.draw(st.sampled_from(parties))))
    found = CompiledMatcher.of_parties(parties, settings).search(subject, threshold)
    assert found == Reference(parties, settings).search(subject, threshold)


@given(LISTS.filter(lambda parties: len(parties) > 1))
def test_the_names_of_two_parties_score_as_in_the_reference(parties: list[Party]) -> None:
    one, other = parties[0], parties[1].model_copy(update={"kind": parties[0].kind})
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(VARIABLE, "reference")
        expected = names_score(one, other), names_score(one, one)
        environment.setenv(VARIABLE, "compiled")
        assert (names_score(one, other), names_score(one, one)) == expected


@settings(max_examples=200)
@given(LISTS.filter(lambda parties: len(parties) > 1), st.booleans())
def test_the_names_of_two_parties_of_an_index_score_as_they_do_once_they_are_read(
    parties: list[Party], weak: bool
) -> None:
    kind = parties[0].kind
    parties = [party.model_copy(update={"kind": kind}) for party in parties]
    matcher = CompiledMatcher.of_parties(parties, ScreeningSettings(include_weak_aliases=weak))
    kept, read = NamesScores(matcher.indexed), NamesScores()
    for one in parties:
        assert matcher.indexed(one) is not None
        for other in parties:
            assert kept.of(one, other) == read.of(one, other)
    stranger = parties[0].model_copy(update={"party_id": PartyId("another:1")})
    assert matcher.indexed(stranger) is None
    assert kept.of(stranger, parties[1]) == read.of(parties[0], parties[1])


@given(LISTS, st.booleans())
def test_the_names_of_a_party_that_is_found_are_those_it_was_indexed_by(
    parties: list[Party], weak: bool
) -> None:
    settings = ScreeningSettings(include_weak_aliases=weak)
    index = index_of(parties, settings)
    numbers = {party_id: number for number, party_id in enumerate(index.party_ids())}
    for party in parties:
        places = _engine.recorded(index, numbers[party.party_id])
        known, read = (listed(party, settings, places=some).names for some in (places, None))
        assert len(known) == len(read) == len(places)
        for place in reversed(range(len(places))):  # none is read for those before it
            assert (known[place].text, known[place].name) == (read[place].text, read[place].name)
            assert known[place] is list(known)[place]


@given(st.data(), LISTS)
def test_what_is_known_of_names_beforehand_changes_no_judgement(
    data: st.DataObject, parties: list[Party]
) -> None:
    party = listed(parties[0], ScreeningSettings())
    asked = Asked(data.draw(subjects_like(parties[0])))
    by_name = [judge(asked, Listed(party.party, (name,))).score for name in party.names]
    expected = judge(asked, party)
    # A name alone has no fuller ones beside it that speak against: it scores at least what it scores there.
    most = {
        place: min(1.0, score + data.draw(st.floats(0, 0.1)))
        for place, score in enumerate(by_name)
        if score >= expected.score
    }
    assert judge(asked, party, most) == expected


@given(st.data(), LISTS, st.integers(2, 4))
def test_many_subjects_are_answered_as_each_alone_whatever_the_number_of_threads(
    data: st.DataObject, parties: list[Party], threads: int
) -> None:
    settings = ScreeningSettings()
    subjects = data.draw(st.lists(subjects_like(parties[0]), max_size=6)) * 8
    alone = CompiledMatcher.of_parties(parties, settings)
    together = CompiledMatcher.of_parties(parties, settings, threads)
    expected = PartyMatcher(parties, settings)
    for answers in (together.answers(subjects, 0.5), expected.answers(subjects, 0.5)):
        assert list(answers) == [next(alone.answers([subject], 0.5)) for subject in subjects]


@pytest.mark.parametrize(
    ("listed", "asked"),
    [("Timur Timur", "Timur Velikov"), ('Robert "Bob" Smith', "Robert James Smith")],
)
def test_what_one_recorded_name_may_be_written_for_says_nothing_against_itself(
    listed: str, asked: str
) -> None:
    party = Party(party_id="t:1", kind="person", names=(Name(text=listed),))
    subject, settings = Subject(name=asked, kind="person"), ScreeningSettings()
    found = Reference([party], settings).search(subject, 0.1)
    assert found == CompiledMatcher.of_parties([party], settings).search(subject, 0.1)
    assert found
    assert all(line.rule != "fuller-name" for line in found[0].lines)


def test_an_index_of_nobody_finds_nobody() -> None:
    index = _engine.Index.build(engine_matching(), [], bytes(32))
    assert len(index) == 0
    assert index.kinds() == []


def test_a_search_scores_family_names_of_two_known_fathers_as_they_are_judged() -> None:
    families = ("Hasanov", "Huseynova", "Asadov", "Azizov", "Karimov", "Kerimov")
    names = [f"Farid {family}" for family in families]
    listed = [
        Party(party_id=f"own:{number}", kind="person", names=(Name(text=name),))
        for number, name in enumerate(names)
    ]
    matcher = CompiledMatcher.of_parties(listed, ScreeningSettings())
    for subject in (Subject(name=name, kind="person") for name in names):
        (found,) = matcher.searched([Asked(subject, is_one_word)], 0.3).candidates
        judged = {one.party_id: matcher.explain(subject, one.party_id).score for one in listed}
        expected = {party_id: score for party_id, score in judged.items() if score >= 0.3}
        assert {party_id: max((scores or {}).values()) for party_id, scores in found.items()} == expected


@pytest.mark.parametrize(("text", "listed"), [("Anna Kowal Czik", "KOVALCHIK, Anna"), ("ဥိးအားလယ်", "AA")])
@pytest.mark.parametrize("threshold", [0.5, 0.6, 0.65])
def test_a_word_that_only_sounds_like_two_written_as_one_is_searched_for_as_it_is_judged(
    text: str, listed: str, threshold: float
) -> None:
    party = Party(party_id="own:1", kind="person", names=(Name(text=listed),))
    matcher = CompiledMatcher.of_parties([party], ScreeningSettings())
    reference = Reference([party], ScreeningSettings())
    assert (
        matcher.search(Subject(name=text), threshold) == reference.search(Subject(name=text), threshold) != []
    )
