"""A form, a record of a program's, a remark or an office in a cell hides nobody's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.cells import read_cell
from sanctions_screen.cells._edges import without_edges
from sanctions_screen.cells._fields import names_in_fields
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD

LISTED = "SOKOLOV, Anton"  # of two names that many bear: what is left beside them would cost too much


def _finds(text: str) -> bool:
    return compare_names(text, LISTED, "person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        "First name: Anton; Last name: Sokolov", "Vorname: Anton, Nachname: Sokolov",
        "Name: Sokolov, Vorname: Anton",
        "Nom : SOKOLOV Prénom : Anton", "Apellidos: Sokolov Nombre: Anton", "Cognome e nome: Sokolov Anton",
        "Фамилия: Sokolov Имя: Anton", "姓：Sokolov 名：Anton",
        "SURNAME/NOM SOKOLOV GIVEN NAMES/PRÉNOMS ANTON",
        "Surname Sokolov Forenames Anton", "Surname: SOKOLOV\nGiven names: ANTON\nDate of birth: 1 May 1970",
        '{"first_name": "Anton", "last_name": "Sokolov"}', '{"name": "Anton Sokolov", "country": "UA"}',
        "['Vera Example', 'Anton Sokolov']", '["Vera Example","Anton Sokolov"]', "LAST=SOKOLOV FIRST=ANTON",
        "CN=Anton Sokolov,OU=Clients,DC=bank", "FN:Anton Sokolov",
        '=HYPERLINK("http://x.example","Anton Sokolov")',
        "ФИО: Sokolov Anton", "Ad Soyad: Anton Sokolov", "Họ và tên: Anton Sokolov", "الاسم: Anton Sokolov",
        "Név: Sokolov Anton, Lakcím: Pest", "Beneficiary: Vera Example, Director: Anton Sokolov",
        "1/ANTON SOKOLOV 2/HIGH STREET 3/GB/LONDON",
    ],
)  # fmt: skip
def test_the_name_in_a_form_or_a_record_is_found(text: str) -> None:
    assert _finds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anton Sokolov Savings Account", "Anton Sokolov - USD", "Anton Sokolov EUR account",
        "BLOCKED Anton Sokolov",
        "Anton Sokolov (closed) do not use", "UBO Anton Sokolov", "PEP - Anton Sokolov", "Anton Sokolov, CEO",
        "Anton Sokolov, Minister of Defence", "Prime Minister Anton Sokolov",
        "Anton Sokolov - Chairman of the Board",
        "Estate of Anton Sokolov", "The Anton Sokolov Family Trust", "Heirs of Anton Sokolov",
        "Anton Sokolov & Sons",
        "Anton Sokolov, Attorney at Law", "FOP Sokolov Anton", "ИП Anton Sokolov",
        "Anton Sokolov Sole Trader",
        "Anton Sokolov UA", "UA Anton Sokolov", "Anton Sokolov/UA", "Anton Sokolov - UKR",
        "00417 Anton Sokolov",
        "Anton Sokolov Anton Sokolov", "Anton Sokolov, Anton Sokolov", "Anton Sokolov.pdf",
        "Anton_Sokolov_passport.jpg",
        "anton.sokolov@mail.example", "mailto:anton.sokolov@mail.example", "Директор Anton Sokolov",
        "🇺🇦 Anton Sokolov",
        "Anton Sokolov tel. 044 123 45 67", "Anton Sokolov, mob: +380 44 123 4567", "Anton Sokolov aged 45",
        "Anton Sokolov 45 years old", "Anton Sokolov, 1970 г.р.", "Anton Sokolov nar. 12.3.1970",
        "Anton Sokolov *1970",
        "Anton Sokolov nato il 12/03/1970 a Roma", "Anton Sokolov born 12 March 1970 in Kyiv",
        "Anton Sokolov POB Kyiv",
        "Anton Sokolov nacido el 12/03/1970", "Anton Sokolov nationality Ukrainian", "Sokolov (Anton)",
        "Sokolov, An(ton)", "VERA EXAMPLE & ANTON SOKOLOV - JOINT ACCOUNT USD", "c/o Anton Sokolov",
        "Vera Example\x0bAnton Sokolov", "Vera Example\u2029Anton Sokolov",
        "ANTON SOKOLOV KHRESHCHATYK 1 KYIV UKRAINE", "Anton Sokolov JTWROS",
    ],
)  # fmt: skip
def test_what_a_clerk_writes_beside_a_name_hides_it_not(text: str) -> None:
    assert _finds(text)


@pytest.mark.parametrize(
    "name",
    [
        "Xiao Hong LI", "Nguyen Thi LY", "Kim Jong IL", "Maria Service", "Pope Paul V",
        "Anna Belle Young", "116 Arsenal",
        "12. Panzer Division", "De Cristofaro, Peppe", "Uy, Rolando A.", "Anna Berg Anna Kranz",
        "교황 바오로 5세",
    ],
)  # fmt: skip
def test_of_a_name_nothing_is_taken(name: str) -> None:
    assert list(without_edges(name, "person")) == []
    assert names_in_fields(name).names == ()


@pytest.mark.parametrize(
    "name", ["Military Unit 34435", "Al Ameen Trust", "Ural Optics Institute", "Zelkova Trading Co."]
)
def test_of_a_firms_name_nothing_is_taken_where_nobody_says_what_it_is(name: str) -> None:
    assert read_cell(name).names == (name,)


@pytest.mark.parametrize(
    "text",
    ["代表取締役 司馬光華", "法定代表人：司馬光華", "(株)山田 代表 司馬光華", "氏名：司馬光華",
    "司馬光華 社長",
     "司馬光華 他1名", "司馬光華 외 2명"],
)  # fmt: skip
def test_an_office_beside_a_name_of_one_word_hides_it_not(text: str) -> None:
    assert "司馬光華" in read_cell(text, "person").names


def test_what_stands_behind_a_label_of_no_name_is_told() -> None:
    cell = read_cell("Name: Anton Sokolov, Nationality: Ukrainian", "person")
    assert any(note.sort == "put-aside" and "Ukrainian" in note.text for note in cell.notes)


@given(st.text(alphabet="anton AN:='\",;{}[]/|_.@%12\n", max_size=60))
def test_a_form_gives_words_of_the_text_alone(text: str) -> None:
    letters = {character.lower() for character in text}
    for name in (*names_in_fields(text).names, *without_edges(text, "person")):
        assert {character.lower() for character in name} <= letters | {",", " "}


@pytest.mark.parametrize("name", ["Korea Mining Ltd", "Velkova Trading GmbH", "Zelkova SA", "Ivan Stroy OOO"])
def test_a_firm_with_its_case_turned_about_is_not_parted_at_capitals(name: str) -> None:
    lines = compare_names(name, name, None).lines
    assert compare_names(name.swapcase(), name, None).lines == lines
