"""Further ways in which programs write a name are undone, what they lost is told; zones are read."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen import ListStore, Screener
from sanctions_screen.cells import read_cell
from sanctions_screen.cells._damage import undamaged

GERMAN, RUSSIAN, CHINESE = "Jörg Müllerhoff", "Велков Ермолай", "司马光华"


def _names(text: str) -> tuple[str, ...]:
    return read_cell(text, "person").names


@pytest.mark.parametrize("name", [GERMAN, RUSSIAN, CHINESE])
def test_each_way_of_writing_a_character_is_undone(name: str) -> None:
    strange = [(character, ord(character)) for character in name]
    written = [
        "".join(f"\\x{{{code:x}}}" if code > 127 else one for one, code in strange),
        "".join(f"\\{code:06x}" if code > 127 else one for one, code in strange),
        name.encode("ascii", "namereplace").decode(),
        name.encode("unicode_escape").decode().replace("\\", "\\\\"),
        name.encode().hex(), "0x" + name.encode().hex(),
        name.encode("utf-16-le").decode("latin-1"), name.encode("utf-7").decode(),
        base64.b64encode(name.encode()).decode(),
    ]  # fmt: skip
    assert [text for text in written if name not in _names(text)] in (
        [],
        [written[6]],
    )  # a byte may be a line's end


@pytest.mark.parametrize("page", ["gbk", "big5", "euc_kr", "cp932", "cp874", "cp1253"])
def test_utf_8_read_in_a_page_of_asia_or_greece_is_found_or_told(page: str) -> None:
    for name in (GERMAN, "Şükrü Velkan", "Łucja Wielkowska"):
        cell = read_cell(name.encode().decode(page, "replace"), "person")
        assert name in cell.names or any(note.sort == "not-compared" for note in cell.notes)


def test_one_word_that_two_pages_share_does_not_part_the_name() -> None:
    assert "VŨ Khắc Toàn" in _names("VŨ Khắc Toàn".encode().decode("cp1250"))


@pytest.mark.parametrize(
    "text",
    ["Anna V e l k o v a", "A n n a Velkova", "A.n.n.a. Velkova", "Anna Vel-\nkova", "Anna&nbspVelkova"],
)
def test_letters_that_stand_apart_are_a_word(text: str) -> None:
    assert "Anna Velkova" in _names(text)


@pytest.mark.parametrize(
    "text",
    ["J. R. R. Velkova", "A B C Trading", "Ann B. Velkova-\nBerg", "O. J. Velkova", "Velkova, Anna H A A A"],
)
def test_initials_stay_apart(text: str) -> None:
    assert text.replace("\n", " ") in undamaged(text)[0].replace("\n", " ")


@pytest.mark.parametrize(
    "form", ["G.m.b.H.", "G.m.b.H", "S.a.r.l.", "S.p.A.", "S.a.s.", "K.d.", "Sp.z.o.o.", "G.m.b.H. & Co. KG"]
)
def test_a_legal_form_with_dots_stays_what_it_is(form: str) -> None:
    text = f"Velkova Mining {form}"
    assert undamaged(text)[0] == text
    assert read_cell(text, "organisation").names[0] == text


@pytest.mark.parametrize("text", ["Anna ℘℮⊥ℛ◎√", "Anna ₱ɆŦɌØV", "Anna ʌǝʃʞoʌɐ", "Anna V中lkova"])
def test_signs_in_place_of_letters_are_not_clear(text: str) -> None:
    assert Screener(ListStore.embedded()).screen(text).outcome == "unscreenable"


@pytest.mark.parametrize(
    "text", ["★ Anna Velkova ★", "Anna Velkova™", "Velkova ≥ 2", "Ke$ha Velkova", "Şükrü Øst"]
)
def test_signs_beside_letters_lose_nothing(text: str) -> None:
    assert not [note for note in read_cell(text, "person").notes if note.sort == "not-compared"]


ZONE = "P<UTOVELKOVA<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<"


@pytest.mark.parametrize(
    "text",
    [
        f"MRZ: {ZONE}", f"Vera Example ({ZONE})", f"Vera Example {ZONE}",
        f"{ZONE} L898902C<3UTO6908061F9406236<<<<<<<<",
        "VELKOVA << ANNA", "P < UTO VELKOVA < < ANNA < < <", "VELKOVA<<ANNA AB123456",
        f"{ZONE}\nL898902C<3UTO6908061F9406236",
    ],
)  # fmt: skip
def test_a_zone_amid_a_line_is_read(text: str) -> None:
    assert "VELKOVA, ANNA" in _names(text)


@pytest.mark.parametrize(
    "filler",
    ["#REF!", "#VALUE!", "#NAME?", "not stated", "N.M.N.", "без отчества", "нет", "keine Angabe",
    "sin segundo apellido",
     "없음", "なし", "ندارد", "yok", "redacted", "s/d"],
)  # fmt: skip
def test_a_filler_of_a_form_or_a_sheet_is_no_part_of_a_name(filler: str) -> None:
    assert "Velkova Anna" in _names(f"Velkova Anna {filler}")


@given(st.text(alphabet="aB0fx\\{}N+-=/ ü", max_size=60))
def test_undoing_what_is_undone_does_nothing(text: str) -> None:
    once = undamaged(text)[0]
    assert undamaged(once)[0] in (once, undamaged(undamaged(once)[0])[0])


_CARD = "IDUTOAB4471902<<<<<<<<<<<<<<<<7203054F3001019UTO<<<<<<<<<<<8VELMONT<<ANNA<MARIA<<<<<<<<<<"


@pytest.mark.parametrize(
    ("written", "name", "number"),
    [
        (
            "P<UTOVELMONT<<ANNA<MARIA<<<<<<AB44719023UTO7203054F3001019<<<<<<<<<<<<<<04",
            "VELMONT, ANNA MARIA",
            "AB4471902",
        ),
        ("V<UTOVELMONT<<ANNA<<<<<AB44719<<2UTO7203054F3001019<<<<<<<<", "VELMONT, ANNA", "AB44719"),
        (_CARD, "VELMONT, ANNA MARIA", "AB4471902"),
        ("P<UTOVE1M0NT<<ANNA<<<<<<<<<<<<", "VEIMONT, ANNA", None),
        ("P<UTOVELM0NT<<ANNA<MAR1A<<<<<<", "VELMONT, ANNA MARIA", None),
    ],
)
def test_a_zone_without_its_lines_or_with_digits_for_letters_is_read(
    written: str, name: str, number: str | None
) -> None:
    cell = read_cell(written, "person")
    assert name in cell.names
    assert [one.value for one in cell.identifiers] == ([number] if number else [])


@pytest.mark.parametrize(
    "text",
    [
        "Customer Name",
        "First Last",
        "Vorname Nachname",
        "Nombre y Apellidos",
        "Ф.И.О.",
        "姓名",
        "Ad Soyad",
        "null null",
    ],
)
def test_the_heading_of_a_column_is_nobody_s_name(text: str) -> None:
    cell = read_cell(text, "person")
    assert cell.names == ()
    assert [note.sort for note in cell.notes] == ["put-aside"]


@pytest.mark.parametrize(
    "text",
    ["Anna Velmont and Ivo Berg as joint tenants", "Anna Velmont and Ivo Berg tenants in common",
     "Anna Velmont and Ivo Berg with right of survivorship"],
)  # fmt: skip
def test_how_two_hold_an_account_hides_neither(text: str) -> None:
    assert {"Anna Velmont", "Ivo Berg"} <= set(_names(text))
