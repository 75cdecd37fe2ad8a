"""A cell's text is read into the names it holds, the numbers beside them and what is no name."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.cells import read_cell

HIDDEN = "Oleksiy Hrabovetskyi"


@pytest.mark.parametrize(
    "text",
    [
        "Peter Brown ({})", "Peter Brown [{}]", "Peter Brown ({}", "Peter Brown （{}）",
        "Peter Brown (alias {})", "Peter Brown a.k.a. {}", "Peter Brown A.K.A.: {}", "Peter Brown a/k/a {}",
        "Peter Brown also known as {}", "Peter Brown, formerly {}", "Peter Brown f.k.a. {}",
        "{} n/k/a Peter Brown",
        "Peter Brown alias {}", "Peter Brown / {}", "Peter Brown; {}", "Peter Brown | {}", "Peter Brown\n{}",
        "Peter Brown\r\n{}", "Peter Brown & {}", "Peter Brown and {}", "{} и Пётр Браун",
        "Peter Brown c/o {}",
        "Peter Brown on behalf of {}", "Brown Trading Ltd d/b/a {}", "Peter Brown conocido como {}",
        "Peter Brown, genannt {}", "Пётр Браун, он же {}", "Ann Brown, Peter Brown, {}",
        "Mr Peter Brown & Mrs {}",
        "<b>{}</b>", "Peter Brown<br/>{}", "Peter Brown \u2022 {}",
    ],
)  # fmt: skip
def test_a_name_beside_another_in_one_field_is_a_name_of_its_own(text: str) -> None:
    assert compare_names(text.format(HIDDEN), HIDDEN).score == 1.0


@pytest.mark.parametrize("between", [" " * 500, "\u200b" * 700, "\u00a0\t" * 300, "\u2060" * 450])
def test_blanks_and_what_cannot_be_seen_do_not_push_a_name_out_of_what_is_compared(between: str) -> None:
    assert compare_names(f"Oleksiy{between} Hrabovetskyi", HIDDEN).score == 1.0


def test_a_storm_of_marks_does_not_push_a_name_out_of_what_is_compared() -> None:
    assert compare_names("Oleksiy" + "\u0301" * 500 + " Hrabovetskyi", HIDDEN).score == 1.0


def test_a_name_far_behind_others_in_a_joint_account_is_compared() -> None:
    others = "; ".join(f"Holder {word} Common" for word in ("Anna", "Berta", "Carla", "Dora") * 9)
    assert compare_names(f"{others}; {HIDDEN}", HIDDEN).score == 1.0


def test_more_names_than_are_compared_are_told() -> None:
    cell = read_cell("; ".join(f"Anna B{i:03}x Carla" for i in range(100)))
    assert any(note.sort == "not-compared" for note in cell.notes)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peter Brown (Ukraine)", ("Peter Brown",)),
        ("Peter Brown (deceased)", ("Peter Brown",)),
        ("Peter Brown (Russian individual)", ("Peter Brown",)),
        ("Zelkova Shipping (Shanghai branch)", ("Zelkova Shipping",)),
        ("Zelkova (Pvt) Ltd", ("Zelkova Ltd",)),
        ("Maria Brown née Zelkova", ("Maria Brown", "Maria Zelkova", "Maria Brown née Zelkova")),
        ("Ivan & Maria Zelkov", ("Ivan & Maria Zelkov", "Ivan Zelkov", "Maria Zelkov")),
        ("Zelkov, Ivan & Maria", ("Zelkov, Ivan & Maria", "Zelkov, Ivan", "Zelkov, Maria")),
        ("Ortega y Gasset, José", ("Ortega y Gasset, José",)),
        ("Hart, Schaffner & Marx Ltd", ("Hart, Schaffner & Marx Ltd",)),
        ("Piet v/d Boom", ("Piet v/d Boom", "Piet van der Boom")),
        ("Na Young", ("Na Young",)),
        ("FNU Zelkova", ("Zelkova",)),
        ("Zelkova, LNU", ("Zelkova",)),
        ("Unknown Zelkova", ("Zelkova",)),
        ("Zelkova Zelkova", ("Zelkova Zelkova", "Zelkova")),
        ("Than Than", ("Than Than",)),
        ("P<UTOZELKOVA<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<", ("ZELKOVA, ANNA MARIA",)),
        ("ZELKOVA<<ANNA<MARIA<<<", ("ZELKOVA, ANNA MARIA",)),
        ("MV ORBITAL IMO 9074729", ("MV ORBITAL",)),
        ("ORBITAL / 9074729", ("ORBITAL",)),
        ("MV ORBITAL V. 112E", ("MV ORBITAL",)),
        ("MV ORBITAL V/112E", ("MV ORBITAL",)),
        ("MV ORBITAL VOY 17", ("MV ORBITAL",)),
        ("MV ORBITAL (ex ZELKOVA)", ("MV ORBITAL", "ZELKOVA")),
        ("MT ORBITAL ex ZELKOVA", ("MT ORBITAL ex ZELKOVA", "MT ORBITAL", "ZELKOVA")),
        ("MV ORBITAL call sign 9HA2583", ("MV ORBITAL",)),
        ("G4S Limited", ("G4S Limited",)),
        ("116 Arsenal", ("116 Arsenal",)),
    ],
)  # fmt: skip
def test_what_a_field_holds_is_told_apart(text: str, names: tuple[str, ...]) -> None:
    assert read_cell(text).names == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Brown née ?", ("Anna Brown née ?", "Anna Brown")),
        ("_ née Zelkova", ("_ née Zelkova", "Zelkova")),
        ("♥ née Zelkova", ("♥ née Zelkova", "Zelkova")),
    ],
)
def test_a_sign_in_place_of_either_name_beside_née_is_no_name(text: str, names: tuple[str, ...]) -> None:
    assert read_cell(text, "person").names == names


@pytest.mark.parametrize("text", ["Adina Popescu (Romania)", "ADINA POPESCU (ROMANIA)"])
def test_a_name_is_no_mark_that_is_written_without_a_dot(text: str) -> None:
    assert read_cell(text, "person").names == (text[: len("Adina Popescu")],)


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("MV ORBITAL IMO No. 9074729", "imo", "9074729"),
        ("ORBITAL (9074729)", "imo", "9074729"),
        ("ORBITAL MMSI 311000111", "mmsi", "311000111"),
        ("Zelkova OOO INN 7728168971", "tax-id", "7728168971"),
        ("Peter Brown passport no. KX4455667", "passport", "KX4455667"),
        ("Zelkova OOO OGRN: 1027739609391", "registration", "1027739609391"),
    ],
)
def test_a_number_in_a_name_is_evidence(text: str, type_: str, value: str) -> None:
    assert [(one.type, one.value) for one in read_cell(text).identifiers] == [(type_, value)]


@pytest.mark.parametrize(
    "damaged",
    [
        "J&uuml;rgen Gr&#246;&#xDF;er", "J%C3%BCrgen%20Gr%C3%B6%C3%9Fer", "J%C3%BCrgen+Gr%C3%B6%C3%9Fer",
        "J\\u00fcrgen Gr\\u00f6\\u00dfer", "J=C3=BCrgen Gr=C3=B6=C3=9Fer",
        "J&amp;uuml;rgen Gr&amp;ouml;&amp;szlig;er",
        "JÃ¼rgen GrÃ¶ÃŸer", "JÃƒÂ¼rgen GrÃƒÂ¶ÃƒÅ¸er", "<i>Jürgen</i> Größer",
    ],
)  # fmt: skip
def test_damage_that_can_be_undone_in_one_way_is_undone_and_told(damaged: str) -> None:
    cell = read_cell(damaged)
    assert cell.names == ("Jürgen Größer",)
    assert [note.sort for note in cell.notes] == ["undone"]


def test_a_cyrillic_name_read_as_western_is_read_again() -> None:
    western = "Грабовецкий Алексей".encode("cp1251").decode("latin-1")
    assert read_cell(western).names == ("Грабовецкий Алексей",)


@pytest.mark.parametrize("text", ["Gr\ufffd\ufffder Jürgen", "Gr??er Jürgen", "Ð¢Ð°Ñ€Ð°Ñ"])
def test_damage_that_cannot_be_undone_is_said(text: str) -> None:
    assert any(note.sort == "not-compared" for note in read_cell(text).notes)


@pytest.mark.parametrize(
    "lost", ["ꓥꓲꓡ", "𐎀𐎁", "𞤀𞤁", "\ue012\ue013"], ids=["Lisu", "Ugaritic", "Adlam", "private use"]
)
def test_letters_that_nobody_here_can_read_are_said(lost: str) -> None:
    assert [note.text for note in read_cell(f"Peter {lost}").notes if note.sort == "not-compared"]


def test_letters_in_squares_are_letters() -> None:
    assert compare_names("🅟🅔🅣🅔🅡 Brown", "Peter Brown").score == 1.0


def test_a_listed_name_in_a_record_with_another_is_found_by_either() -> None:
    record = "Orbital Group of Companies (also known as Zelkova Technologies)"
    names = read_cell(record, "organisation", listed=True).names
    assert names == ("Orbital Group of Companies", "Zelkova Technologies")


def test_one_word_in_a_records_brackets_spells_a_part_and_is_no_name_alone() -> None:
    names = read_cell("Oksana ZELKOVA (ZELKAVA)", "person", listed=True).names
    assert names == ("Oksana ZELKOVA", "Oksana ZELKAVA")


def test_an_accent_that_is_written_apart_ends_no_word() -> None:
    assert [text.casefold() for text in read_cell("CHANGGWANG CRE\u0301DIT BANK", "organisation").names] == [
        "changgwang cr\u00e9dit bank"
    ]


@pytest.mark.parametrize("text", ["Thein\nHtay", "Kim\r\nSok\nChol", "Thein <br> Htay", "HTAY,\nThein"])
def test_a_name_broken_over_lines_is_read_as_one_name_too(text: str) -> None:
    whole = " ".join(text.replace("<br>", " ").split())
    assert whole in read_cell(text).names
    assert whole not in read_cell(text, listed=True).names, "publishers part names by lines"


def test_a_list_of_names_is_no_one_name() -> None:
    assert read_cell("Ann Lee\nBob Roe\nCy Poe\nDee Moe\nEve Noe").names == (
        "Ann Lee", "Bob Roe", "Cy Poe", "Dee Moe", "Eve Noe",
    )  # fmt: skip


def test_of_a_terminal_s_colours_nothing_stays_in_a_name() -> None:
    assert read_cell("\x1b[31;1mThein Htay\x1b[0m").names == ("Thein Htay",)
