"""What holds for every text that a cell may hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from name_strategies import ANY_TEXT

from sanctions_screen.cells import Cell, cell, read_cell
from sanctions_screen.cells._still import ALL, NONE, steps_for
from sanctions_screen.identifiers import compared_values, same_identifier
from sanctions_screen.model import Identifier, PartyKind
from sanctions_screen.testing import person_names

PLAIN = st.from_regex(r"[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){1,2}", fullmatch=True)


@settings(max_examples=300)
@given(ANY_TEXT)
def test_every_text_is_read_and_a_text_without_a_name_says_why(text: str) -> None:
    found = read_cell(text)
    assert found.names or found.notes


@settings(max_examples=200)
@given(PLAIN, PLAIN, st.sampled_from(["{} ({})", "{} a.k.a. {}", "{}; {}", "{}\n{}", "{} / {}", "{} [{}"]))
def test_both_names_of_a_field_are_among_its_names(first: str, second: str, form: str) -> None:
    names = {" ".join(name.lower().split()) for name in read_cell(form.format(first, second)).names}
    told = {note.text.lower() for note in read_cell(form.format(first, second)).notes}
    for one in (first, second):
        assert one.lower() in names | told or any(part in one.lower() for part in told)


@settings(max_examples=200)
@given(ANY_TEXT, ANY_TEXT, st.sampled_from(["passport", "other", "imo", "swift-bic", "tax-id"]))
def test_what_settles_shares_a_value_by_which_it_is_found(first: str, second: str, type_: str) -> None:
    mine, theirs = (Identifier.model_validate({"type": type_, "value": text}) for text in (first, second))
    if same_identifier(mine, theirs):
        assert set(compared_values(mine)) & set(compared_values(theirs))
    assert not compared_values(mine) or compared_values(mine) == compared_values(mine.model_copy())


FORMED = [
    "Xasan",
    "Cabdalla",
    "Abd-ul-Aziz",
    "the",
    "JohnSmith",
    "ZELKOVALLC",
    "KAMOV",
    "oglu",
    "Dimitryou",
    "lgor",
    "Đ",
    "Ḥasan",
]
"""Words that are written otherwise elsewhere, or make others so."""


@settings(max_examples=200)
@given(
    st.lists(
        person_names() | person_names().map(str.upper) | st.sampled_from(FORMED), min_size=1, max_size=3
    ),
    st.sampled_from(["person", "organisation", "vessel", None]),
    st.booleans(),
)
def test_a_name_that_is_plainly_one_is_what_reading_it_in_full_makes_of_it(
    words: list[str], kind: PartyKind | None, listed: bool
) -> None:
    text = " ".join(words).replace(".", "")
    reading = cell._Reading(kind, listed=listed)
    reading.read(text)
    if cell._is_one_name(text):
        assert read_cell(text, kind, listed=listed) == Cell(tuple(reading.names))
        assert (reading.identifiers, reading.notes) == ([], {})


BESIDE_OTHERS = [
    *FORMED,
    *("Fazl", "Paul", "ul", "Haq", "Aziz", "the", "XIV", "Corps", "Mr", "DrAnna", "MD", "oglu", "Kamil"),
    *(
        "Cabdi",
        "Moore",
        "Islamic",
        "Society",
        "Carlos",
        "Maxim",
        "Karimova",
        "Lau",
        "Tsimakhou",
        "Karimovich",
    ),
    *(
        "Karimovich",
        "Giorgis",
        "dze",
        "asuli",
        "Ashoti",
        "Petrosyan",
        "Krauchanka",
        "Mpakalis",
        "Sergejs",
        "Kupcovs",
    ),
    *("Žan", "Ýagmyr", "owa", "Šojgin", "Œuvre", "Abdul", "Abu", "Bishop", "Sheikh", "Khan", "Farhadvelko"),
    *(
        "o'g'li",
        "Al-Haq",
        "van-der",
        "E",
        "e",
        "dan",
        "de",
        "Li",
        "ذ",
        "م",
        "مم",
        "ش",
        "王伟",
        "先生",
        "님",
        "さま",
    ),
    *(
        "Иванов",
        "оглы",
        "Камил",
        "ს",
        "Ltd",
        "and",
        "y",
        "Co.",
        "Mohd",
        "trading",
        "as",
        "joint",
        "Ma",
        "J.",
        "OOO",
        "KirmashSA",
        "nan",
        "aka",
        "Müller-Höß",
        "lgor",
    ),
    *(
        "Luc",
        "Colin",
        "Xasan",
        "Cali",
        "Isaac",
        "Maas",
        "Society",
        "Davidovich",
        "Karimovich",
        "Abdul",
        "Bishop",
        "Maung,",
    ),
]
"""Words that a step of reading a cell looks for, many of them beside one another."""


@settings(max_examples=3000)
@given(
    st.lists(st.sampled_from(BESIDE_OTHERS) | person_names() | ANY_TEXT, min_size=1, max_size=5),
    st.sampled_from(["person", "organisation", "vessel", None]),
    st.booleans(),
)
def test_no_step_that_is_not_taken_for_its_words_would_do_anything_to_a_name(
    words: list[str], kind: PartyKind | None, listed: bool
) -> None:
    text = " ".join(words)
    if steps_for(text) != ALL:
        assert read_cell(text, kind, listed=listed) == cell._read(text, kind, ALL, listed=listed)


@pytest.mark.parametrize(
    "text",
    [
        "MARIA Y.ANTES v.d MARIA", "SHK Fao.Deep", "Omar J.Unknown Md", "Md Y.a.k.a Omar",
        "OGLU-Oglu", "Omar-Omar",
        "Lyndsay SOYADI YOK abr.", "Velko, J.alexr ou",
        "MOHMD-KIZLIK SOYADI. FSUE OGLY", "Md BİLİNMİYOR Omar",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["person", "organisation", None])
def test_a_sign_that_stands_within_a_word_is_seen_by_its_words(text: str, kind: PartyKind | None) -> None:
    assert read_cell(text, kind) == cell._read(text, kind, ALL, listed=False)


@pytest.mark.parametrize("name", ["Grigory Velichko", "Anna-Maria D'Arcy", "김정은", "Nguyễn Văn Thành"])
def test_most_names_are_told_by_their_words_to_need_no_step(name: str) -> None:
    assert steps_for(name) == NONE


@pytest.mark.parametrize("name", ["GRIGORY VELICHKO", "Al-Tarazi, Husniya", "NOOR KARIMOVA"])
def test_most_names_are_plainly_one(name: str) -> None:
    assert cell._is_one_name(name)
