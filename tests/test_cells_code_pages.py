"""A text read in the wrong code page is read again, beside what it is; a right one stays alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.cells import read_cell
from sanctions_screen.cells._code_pages import _MOST, read_again
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD

RUSSIAN = "Дариан Олегович Вельковский"
GERMAN = "Jörg Müllerhoff"
UTF_8_READ_AS = ("cp1252", "iso8859-2", "cp1250", "cp1251", "koi8-r", "cp866", "cp437", "cp850", "cp1257")


@pytest.mark.parametrize("page", UTF_8_READ_AS)
@pytest.mark.parametrize("name", [RUSSIAN, GERMAN, "Zdzisław Łęczycki"])
def test_utf_8_read_in_any_page_is_found(page: str, name: str) -> None:
    try:
        damaged = name.encode("utf-8").decode(page)
    except UnicodeDecodeError:
        return  # the page has no letter for a byte: nobody gets such a text
    assert name in read_cell(damaged, "person").names


@pytest.mark.parametrize("written_in", ["cp1251", "koi8-r", "iso8859-5", "cp866"])
@pytest.mark.parametrize("page", ["latin-1", "cp1250", "cp437", "cp1251", "koi8-r"])
def test_cyrillic_read_in_another_page_is_found_or_told(written_in: str, page: str) -> None:
    if written_in == page or (written_in, page) == ("cp866", "cp1251"):
        return
    try:
        damaged = RUSSIAN.encode(written_in).decode(page)
    except UnicodeDecodeError:
        return
    cell = read_cell(damaged, "person")
    assert RUSSIAN in cell.names or any(note.sort == "not-compared" for note in cell.notes)


@pytest.mark.parametrize("damaged", ["Jцrg Mьllerhoff", "J\x94rg M\x81llerhoff", "Jљrg Mџllerhoff"])
def test_western_letters_read_as_cyrillic_or_as_controls_are_found_or_told(damaged: str) -> None:
    cell = read_cell(damaged, "person")
    found = any(compare_names(name, GERMAN, "person").score >= DEFAULT_THRESHOLD for name in cell.names)
    assert found or any(note.sort == "not-compared" for note in cell.notes)


@pytest.mark.parametrize(
    "name",
    [
        RUSSIAN, GERMAN, "Г-н Бранимир Стоев", "МЧС России", "ВЕЛЬКОВСКИЙ Дариан", "MĂŞU Ion", "Ångström Åsa",
        "Đặng Văn Ẩn", "Odesа Velmont", "Łucja Źrebiec", "O’Velmont Síofra", "Çağrı Öztürkoğlu",
    ],
)  # fmt: skip
def test_a_name_that_is_right_is_read_in_one_way(name: str) -> None:
    assert read_again(name) == ()


@given(st.text(max_size=40))
def test_any_text_is_read_again_a_few_times_at_most_and_never_as_itself(text: str) -> None:
    found = read_again(text)
    assert len(found) <= _MOST
    assert text not in found


@pytest.mark.parametrize("text", ["¹", "²³", "¹ ²"])
def test_a_number_set_high_is_no_letter_of_another_page(text: str) -> None:
    assert read_again(text) == ()


def test_turkish_read_in_a_western_page_is_read_again() -> None:
    assert "Şükrü Dağlı" in read_cell("Şükrü Dağlı".encode("cp1254").decode("cp1252"), "person").names
    assert "Guðrún Þórsdóttir" in read_cell("Guðrún Þórsdóttir", "person").names


@pytest.mark.parametrize("text", ["سامي الهاني", "فاطمة الزهراني"])
def test_arabic_written_from_its_end_is_read_from_its_beginning(text: str) -> None:
    assert text in read_cell(text[::-1], "person").names
    assert read_cell(text, "person").names == (text,)


@pytest.mark.parametrize("name", ["山田太郎", "鈴木一郎", "王建国"])
@pytest.mark.parametrize("page", ["shift_jis", "gbk"])
def test_east_asian_text_read_in_a_western_page_is_told(name: str, page: str) -> None:
    damaged = name.encode(page, "ignore").decode("cp1252", "replace")
    assert any(note.sort == "not-compared" for note in read_cell(damaged, "person").notes)
