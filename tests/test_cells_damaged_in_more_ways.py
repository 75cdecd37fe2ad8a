"""More pages of code, escapes and zones: what was damaged is undone, or is told to be damaged."""

from __future__ import annotations

import pytest

from sanctions_screen.cells import read_cell


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("Душан Љубојевић", "cp1251", "mac_cyrillic"),
        ("Душан Љубојевић", "iso8859-5", "cp1251"),
        ("Тарас Григорович", "mac_cyrillic", "cp1251"),
        ("Тарас Григорович", "koi8-u", "iso8859-5"),
        ("Jürgen Höffner", "mac_roman", "cp1252"),
        ("Íñigo Gárate", "cp1252", "mac_roman"),
        ("Çağrı Gülşen", "cp1254", "cp1250"),
        ("Çağrı Gülşen", "cp857", "mac_roman"),
        ("Αντώνης Μαρκάκης", "cp1253", "cp1251"),
        ("ضرار التميمي", "cp1256", "cp1251"),
        ("ضرار التميمي", "cp1256", "iso8859-6"),
        ("สมชาย คงสุข", "cp874", "cp1251"),
        ("יצחק לביא", "utf-8", "gbk"),
    ],
)
def test_a_name_in_a_wrong_page_is_read_again(name: str, written: str, read: str) -> None:
    assert name in read_cell(name.encode(written).decode(read), "person").names


@pytest.mark.parametrize("text", ["Юуrarinn Bjцrnsson", "Ionuю Єtefгnescu", "燠弊Ч", "J¬rgen H±ffner"])
def test_what_no_page_explains_is_told(text: str) -> None:
    assert any(note.sort == "not-compared" for note in read_cell(text, "person").notes)


@pytest.mark.parametrize(
    "text",
    [
        "Валéрый Пáўлавiч", "ГазПромСервис", "Московский центр SPARC-технологий", "СибАнтрацит",
        "Gal·la Marcel·lí",
        "جالا الصالحي", "रामदास कपूर", "N'Diaye Æthelred", "Ѕтеvе Јоnеѕ", "McÉwan Ian",
    ],
)  # fmt: skip
def test_a_name_that_only_looks_odd_is_not_told_to_be_damaged(text: str) -> None:
    cell = read_cell(text, None)
    assert text in cell.names
    assert not any(note.sort == "not-compared" for note in cell.notes)


@pytest.mark.parametrize(
    "text",
    [
        "Bu&amp;amp;#382;or, &amp;amp;#352;ime",
        "Bu%9Eor, %8Aime",
        "Bu\\17E or, \\160 ime",
        "42 75 c5 be 6f 72 2c 20 c5 a0 69 6d 65",
        "42:75:c5:be:6f:72:2c:20:c5:a0:69:6d:65",
    ],
)
def test_an_escape_is_undone(text: str) -> None:
    assert "Bužor, Šime" in read_cell(text, "person").names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("PNRUS3EHOV<<EGOR<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "ЧЕХОВ, ЕГОР"),
        ("PNRUSWUKIN<<7RIQ<IL98<<<<<<<<<<<<<<<<<<<<<<<", "ЩУКИН, ЮРИЙ ИЛЬЯ"),
        ("D<ARMVELMONT<<ANNA<<<<<<", "VELMONT, ANNA"),
        ("P-ARMVELMONT--ANNA-MARIA--------------", "VELMONT, ANNA MARIA"),
        (
            "I<ARMAB12345674<<<<<<<<<<<<<<<7105031F2501017ARM<<<<<<<<<<<4VELMONT<<ANNA<<<<<<<<<<<<<<<",
            "VELMONT, ANNA",
        ),
    ],
)  # fmt: skip
def test_a_line_of_a_zone_is_read(line: str, name: str) -> None:
    assert name in read_cell(line, "person").names


def test_a_double_name_with_hyphens_is_no_zone() -> None:
    assert read_cell("PARMENTIER-DUPONT", "person").names == ("PARMENTIER-DUPONT",)
