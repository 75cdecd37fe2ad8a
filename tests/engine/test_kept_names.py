"""Kept names tell whom a search finds somebody for, and a block of them is opened whole or refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from subject_strategies import LISTS, subjects_like

from sanctions_screen.model import Name, Party, PartyKind, ScreeningSettings, Subject
from sanctions_screen.testing import person_names

pytest.importorskip("sanctions_screen.engine._engine", reason="the engine was not built")

from sanctions_screen.engine.compiled import CompiledMatcher
from sanctions_screen.engine.kept_names import (
    KeptNamesError,
    Thresholds,
    names_key,
    open_names,
    written_names,
)
from sanctions_screen.engine.words import is_one_word
from sanctions_screen.matching.sides import Asked

KEY = names_key()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("names") / "some.names"


@st.composite
def lists_and_subjects(draw: st.DrawFn) -> tuple[list[Party], list[Subject]]:
    """Draw parties, and subjects that are like them or like nobody."""
    listed = draw(LISTS)
    names = st.builds(Subject, name=person_names())
    return listed, draw(st.lists(st.sampled_from(listed).flatmap(subjects_like) | names, max_size=6))


def _block(subjects: list[Subject]) -> bytes:
    asked = [Asked(subject, is_one_word) for subject in subjects]
    return written_names(asked, [len(subject.name) % 2 == 0 for subject in subjects], KEY)


def _put(place: Path, content: bytes) -> Path:
    place.write_bytes(content)
    place.chmod(0o600)
    return place


def _told_and_found(
    place: Path, listed: list[Party], subjects: list[Subject], threshold: float
) -> tuple[list[int], list[int]]:
    """Return who is told to meet somebody, where all were read, and whom a search finds somebody for."""
    block = _block(subjects)
    kept = open_names(_put(place, block), 0, len(block), KEY)
    matcher = CompiledMatcher.of_parties(listed, ScreeningSettings())
    told = kept and kept.meeting(matcher, Thresholds(threshold, threshold))
    assert told
    assert not told[1]
    found = matcher.searched([Asked(subject, is_one_word) for subject in subjects], threshold)
    return list(told[0]), [number for number, some in enumerate(found.candidates) if some]


@settings(max_examples=300)
@given(lists_and_subjects(), st.sampled_from((0.3, 0.7, 0.8, 0.95)), st.sampled_from((0.3, 0.8)))
def test_kept_names_meet_whom_a_search_finds_somebody_for(
    place: Path, drawn: tuple[list[Party], list[Subject]], whole: float, one_word: float
) -> None:
    listed, subjects = drawn
    block = b"before" + _block(subjects)
    names = open_names(_put(place, block), 6, len(block) - 6, KEY)
    matcher = CompiledMatcher.of_parties(listed, ScreeningSettings())
    assert names
    told = names.meeting(matcher, Thresholds(whole, one_word))
    assert told
    met, unread = told
    for number, subject in enumerate(subjects):
        asked = Asked(subject, is_one_word)
        found = matcher.searched([asked], one_word if len(subject.name) % 2 == 0 else whole)
        assert (number in met) == bool(found.candidates[0]) or number in unread


GIVEN = ("Karim", "Yusuf", "Ivan", "Anna", "سارا", "محمد", "Chol", "Thein", "Vladimir", "Jo", "J.")
FAMILY = ("Abbasi", "Rouhani", "Gaziev", "Vicsek", "روحانی", "Petrenko", "Kim", "Htay", "Al-Masri", "Lee")


def _of_many(number: int, name: str) -> Party:
    """Return a party with a name, some with one of a single word beside it, as real ones have."""
    alone = (Name(text=name.split()[0] + "ek"),) if number % 3 == 0 else ()
    return Party(party_id=f"own:{number}", kind="person", names=(Name(text=name), *alone))


@pytest.mark.parametrize("threshold", [0.5, 0.65, 0.8])
def test_of_many_parties_kept_names_meet_whom_a_search_finds_somebody_for(
    place: Path, threshold: float
) -> None:
    names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    listed = [_of_many(number, name) for number, name in enumerate(names * 2)]
    slips = [name[:2] + "a" + name[3:] for name in names]
    heard = [name.translate(str.maketrans("bdgvziuk", "ptkfsyoq")) + "h" for name in names]
    asked = (*slips, *heard, *(f"Sam {name}" for name in names))
    subjects = [Subject(name=name, kind="person") for name in asked]
    told, found = _told_and_found(place, listed, subjects, threshold)
    assert told == found
    assert len(told) > 0


SHARED_WORDS = st.sampled_from(("Karim", "Abbasi", "Vicsek", "Petrenko", "Gaziev"))
SLIPS = st.sampled_from((("b", "p"), ("i", "e"), ("v", "f"), ("k", "c"), ("a", "aa"), ("e", "i")))


@settings(max_examples=300)
@given(
    st.lists(st.lists(SHARED_WORDS, min_size=2, max_size=5, unique=True), min_size=1, max_size=4),
    st.lists(
        st.tuples(st.lists(SHARED_WORDS, min_size=2, max_size=3, unique=True), SLIPS), min_size=1, max_size=4
    ),
    st.sampled_from((0.6, 0.8)),
)
def test_of_parties_that_share_words_each_is_met_whatever_else_the_others_are_called(
    place: Path, parties: list[list[str]], asked: list[tuple[list[str], tuple[str, str]]], threshold: float
) -> None:
    listed = [_of_many(3 * number + 1, " ".join(words)) for number, words in enumerate(parties)]
    subjects = [Subject(name=" ".join(words).replace(*slip), kind="person") for words, slip in asked]
    told, found = _told_and_found(place, listed, subjects, threshold)
    assert told == found


def test_a_party_is_met_though_another_of_its_words_has_more(place: Path) -> None:
    long = "Zoltan Karim Abbasi Vicsek Petrenko Htay"
    short, first, last = _of_many(4, "Karim Abbasi"), _of_many(1, long), _of_many(7, long)
    subjects = [
        Subject(name=name, kind="person") for name in ("Karim Abaasi", "Karim Abbasa", "Karim Abbasi")
    ]
    for listed in ([short], [first, short], [short, last]):
        assert _told_and_found(place, listed, subjects, 0.8)[0] == [0, 1, 2]


KINDS: tuple[PartyKind, ...] = ("person", "organisation", "vessel", "aircraft")


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_parties_of_every_kind_are_met_by_whom_a_search_finds_them_for(
    place: Path, kind: PartyKind | None
) -> None:
    names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    listed = [
        Party(party_id=f"own:{number}", kind=KINDS[number % 4], names=(Name(text=name),))
        for number, name in enumerate(names)
    ]
    subjects = [Subject(name=name[:2] + "a" + name[3:], kind=kind) for name in names]
    told, found = _told_and_found(place, listed, subjects, 0.7)
    assert told == found
    assert 0 < len(found) < len(subjects)


@given(st.lists(st.builds(Subject, name=person_names()), min_size=1, max_size=3), st.data())
def test_a_changed_byte_is_noticed(place: Path, subjects: list[Subject], data: st.DataObject) -> None:
    content = bytearray(_block(subjects))
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(KeptNamesError):
        open_names(_put(place, bytes(content)), 0, len(content), KEY)


def test_a_block_that_goes_on_beyond_its_file_is_refused(place: Path) -> None:
    content = _block([Subject(name="Ann Lee")])
    with pytest.raises(KeptNamesError, match="not whole"):
        open_names(_put(place, content), 8, len(content), KEY)


def test_the_block_does_not_depend_on_how_many_threads_make_it(monkeypatch: pytest.MonkeyPatch) -> None:
    subjects = [Subject(name=name) for name in ("Ann Lee", "Kim Sok-chol", "Abd al-Rahman", "Ivan Petrov")]
    blocks = set()
    for threads in (1, 3):
        monkeypatch.setattr("sanctions_screen.engine.kept_names.threads_here", lambda count=threads: count)
        blocks.add(_block(subjects))
    assert len(blocks) == 1
