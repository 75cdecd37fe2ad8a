"""The compiled engine reads names as the reference does: every part, role, reading and reason."""

from __future__ import annotations

import unicodedata
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from name_strategies import ANY_TEXT

from sanctions_screen import ListStore
from sanctions_screen.model import PartyKind
from sanctions_screen.names import ComparableName, comparable_name
from sanctions_screen.testing import person_names

pytest.importorskip("sanctions_screen.engine._engine", reason="the engine was not built")

from sanctions_screen.engine.compiled import engine_matching
from sanctions_screen.engine.reading import read_name
from sanctions_screen.engine.texts import given_texts
from sanctions_screen.engine.words import is_one_word
from sanctions_screen.matching import sides
from sanctions_screen.matching.prepared import prepared

KINDS: st.SearchStrategy[PartyKind | None] = st.sampled_from((None, *get_args(PartyKind)))
# Words of every table and habit: titles, forms, articles, compounds, ordinals, codes, syllables, wild cards.
PIECES = st.sampled_from(
    (
        "Dr.", "H.E.", "Ph.D.", "Sheikh", "Mr", "U", "Daw", "Thura", "Maung Maung", "bin", "al", "ad-Din",
        "Abd", "Abdul", "Allah", "abu", "Jr", "III", "2nd", "140-y", "Ltd", "Co.,", "Limited", "OOO", "GmbH",
        "Joint Stock", "aktsionernoe", "obshchestvo", "zavod", "Grupo", "W", "S&D", "E.ON", "G4S", "A.B.C.",
        "M/V", "MT", "Ocean", "Star", "A", "First", "Bank", "of", "the", "and", "Kim", "Il", "sung", "Li",
        "Wei", "Nguyen", "Van", "Le", "Pen", "Ko", "Ma", "Win", "Aung", "Sa1eh", "GHA8RA", "0x", "(aka",
        "Smith)", "[x]", ",", "O'Brien", "Jahja", "Lawrow", "Mokhkhtar", "\u00e9", "\u00df", "\uff21",
        "\u2019", "*", "1", "42", "zzz", "Trading", "Import",
    )
)  # fmt: skip
NAMES = st.lists(PIECES, min_size=1, max_size=7).flatmap(
    lambda some: st.sampled_from((" ", "-", "", ", ", "  ")).map(lambda between: between.join(some))
)


def _row(name: ComparableName) -> tuple[object, ...]:
    readings = [(one.standard, [(p.text, p.role, p.written) for p in one.parts]) for one in name.readings]
    return name.folded, name.compared_as, bool(name.unscreenable_reason), readings


def _same(text: str, kind: PartyKind | None) -> None:
    (row,) = engine_matching().comparable(given_texts(engine_matching(), [text]), kind)
    folded, compared_as, _, reason, readings = row
    assert (folded, compared_as, bool(reason), readings) == _row(comparable_name(text, kind))
    assert is_one_word(text, kind) == sides.is_one_word(text, kind)
    read, expected = read_name(text, kind), prepared(text, kind)
    assert (read.name, read.readings, read.choices) == (expected.name, expected.readings, expected.choices)


@given(NAMES, KINDS)
@example("H.E. Smith", "person")
@example("A.B.CD", "organisation")
@example("\ud800 Kim", None)
@example("王淑华", "person")
@example("ဦးစိုးကိုကို", None)
def test_made_up_names_are_read_as_in_the_reference(text: str, kind: PartyKind | None) -> None:
    _same(text, kind)


@given(person_names() | ANY_TEXT, KINDS)
def test_any_text_is_read_as_in_the_reference(text: str, kind: PartyKind | None) -> None:
    _same(text, kind)


@given(st.text(st.characters(max_codepoint=0x2060), max_size=30), KINDS)
def test_any_signs_are_read_as_in_the_reference(text: str, kind: PartyKind | None) -> None:
    _same(unicodedata.normalize("NFC", text), kind)


def test_listed_names_are_read_as_in_the_reference() -> None:
    store = ListStore.embedded()
    for info in store.lists():
        for party in store.snapshot(info.list_id):
            for name in party.names:
                _same(name.text, party.kind)
