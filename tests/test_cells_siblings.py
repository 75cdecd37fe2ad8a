"""Siblings of what stands in the cells of files: marks, damage, papers of ships, zones of passports."""

from __future__ import annotations

import pytest

from sanctions_screen import ListStore, Screener
from sanctions_screen.cells import read_cell
from sanctions_screen.identifiers import compared_values
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD, Identifier, PartyKind

NAME = "VELKOVSKY, Darian"
SHIP = "AMBER PELICAN"


def _finds(text: str, name: str, kind: PartyKind) -> bool:
    return compare_names(text, name, kind).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        "Anna Example in the name of Darian Velkovsky",
        "Anna Example, contact person Darian Velkovsky",
        "Anna Example (previous name: Darian Velkovsky)",
        "John Example\\r\\nDarian Velkovsky",
        "D a r i a n  V e l k o v s k y",
        "Darian\u2800\u2800Velkovsky",
        "D\0a\0r\0i\0a\0n\0 \0V\0e\0l\0k\0o\0v\0s\0k\0y\0",
        "IDRUSVELKOVSKY<<DARIAN<<<<<<<<<<<<",
        "PRUSVELKOVSKY<<DARIAN",
        "P＜RUSVELKOVSKY＜＜DARIAN＜＜＜",
        "P<RUSVELKOVSKY<<DARIAN«««««",
        "Anna Example by her guardian Darian Velkovsky",
        "Anna Example przybrane nazwisko Darian Velkovsky",
        "Anna Example más néven Darian Velkovsky",
        "Darian Velkovsky S/O Ivan Example",
        "Darian / Anna Velkovsky",
        "Darian Velkovsky SNU",
        "onbekend Darian Velkovsky",
        "Example GmbH, vertr. d. Darian Velkovsky",
        "Example SA representada por Darian Velkovsky",
        "Darian Velkovsky n/k",
        "N.N. Darian Velkovsky",
    ],
)
def test_a_person_in_a_cell_is_found(text: str) -> None:
    assert _finds(text, NAME, "person")


@pytest.mark.parametrize(
    "text",
    [
        "J&OUML;RG M&UUML;LLERHOFF",
        "J&oumlrg M&uumlllerhoff",
        "J&#246rg M&#252llerhoff",
        "J%u00f6rg M%u00fcllerhoff",
        "J\\303\\266rg M\\303\\274llerhoff",
        "J_x00F6_rg M_x00FC_llerhoff",
        "J=C3=B6rg M=C3=BCllerhoff",
        "J\\'f6rg M\\'fcllerhoff",
        "JU+00F6rg MU+00FCllerhoff",
        "SsO2cmcgTcO8bGxlcmhvZmY=",
    ],
)
def test_escapes_of_every_sort_are_undone(text: str) -> None:
    assert "JÖRG MÜLLERHOFF" in [name.upper() for name in read_cell(text, "person").names]


def test_an_equals_sign_before_digits_is_no_escape() -> None:
    cell = read_cell("SILVER HERON MMSI=273418590", "vessel")
    assert cell.names == ("SILVER HERON",)
    assert [one.value for one in cell.identifiers] == ["273418590"]


@pytest.mark.parametrize(
    "text",
    [
        "AMBER PELICAN 45,000 DWT", "AMBER PELICAN VOYAGE NO. 31/25", "AMBER PELICAN DWT: 45000 MT",
        "AMBER PELICAN GT 23000",
        "AMBER PELICAN built 2009", "AMBER PELICAN V-12", "AMBER PELICAN V12", "AMBER PELICAN 045W",
        "AMBER PELICAN 45W",
        "AMBER PELICAN ETA 12/03", "AMBER PELICAN B/L 12345", "T/B AMBER PELICAN", "VLCC AMBER PELICAN",
        "SILVER HERON (exAMBER PELICAN)", "SILVER HERON prev. AMBER PELICAN",
        "SILVER HERON, f/n AMBER PELICAN", "shipped on board MV AMBER PELICAN", "AMBER PELICAN V.45-E",
        "SILVER HERON, previous name: AMBER PELICAN", "SILVER HERON renamed from AMBER PELICAN",
    ],
)  # fmt: skip
def test_a_ship_is_found_beside_its_papers_and_former_names(text: str) -> None:
    assert _finds(text, SHIP, "vessel")


def test_a_size_in_a_firms_name_stays() -> None:
    assert read_cell("Velmont GT 500 Motors", "organisation").names == ("Velmont GT 500 Motors",)


@pytest.mark.parametrize(
    ("type_", "written", "value"),
    [
        ("tax-id", "ИНН5029384716", "5029384716"),
        ("tax-id", "VAT RU5029384716", "5029384716"),
        ("tax-id", "INN/KPP 5029384716/502901001", "5029384716"),
        ("swift-bic", "SWIFT/BIC: ZARNRUMM", "ZARNRUMM"),
        ("swift-bic", "BIC code ZARNRUMMMSK", "ZARNRUMM"),
        ("aircraft-registration", "Tail No. P4-AFK", "P4AFK"),
        ("passport", "KX4471902/RUS", "KX4471902"),
        ("passport", "KX4471902.0", "KX4471902"),
        ("passport", "Nr.n°KX4471902", "KX4471902"),
        ("passport", "№KX4471902", "KX4471902"),
        ("passport", "ZQ1188207/KX4471902", "KX4471902"),
        ("passport", "ZQ1188207、KX4471902", "KX4471902"),
        ("imo", "9074717+9074729", "9074729"),
        ("imo", "9074717→9074729", "9074729"),
        ("imo", "IMO 9074729.0", "9074729"),
        ("national-id", "C.C. 81,447,190", "81447190"),
    ],
)
def test_a_number_is_found_whatever_stands_beside_it(type_: str, written: str, value: str) -> None:
    identifier = Identifier.model_validate({"type": type_, "value": written})
    assert value in compared_values(identifier)


@pytest.mark.parametrize("before", range(40, 61))
def test_a_listed_name_in_running_text_is_found(before: int) -> None:
    assert _finds(f"{_running(before)} Darian Velkovsky and others", NAME, "person")


@pytest.mark.parametrize("before", [41, 60, 200])
def test_running_text_in_which_no_name_is_found_is_not_clear(before: int) -> None:
    answer = Screener(ListStore.embedded()).screen(_running(before))
    assert answer.outcome == "unscreenable"
    assert len(answer.notes) <= 2


def _running(count: int) -> str:
    trees = ("alder", "birch", "cedar", "elmwood", "hazel")
    return " ".join(f"{trees[at % 5]}{chr(97 + at // 5 % 26)}{chr(97 + at // 130)}" for at in range(count))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李国强/赵敏华", ("李国强", "赵敏华")),
        ("박영수, 이정민", ("박영수", "이정민")),
        ("欧阳, 敏华", ("欧阳 敏华",)),
        ("سامي فريد المعروف بكريم الهاني", ("سامي فريد", "كريم الهاني")),
    ],
)
def test_two_names_without_blanks_between_are_two(text: str, names: tuple[str, ...]) -> None:
    assert set(names) <= set(read_cell(text, "person").names)


def test_a_word_in_letters_of_mathematics_or_a_firms_name_is_no_base_64() -> None:
    for text in ("Konstantinos12345", "AB12CD34EF56", "Zelkova2000Trade"):
        assert read_cell(text).names[0] == text


@pytest.mark.parametrize("script", ["ཏ་ཤི", "សុខា", "ຄຳ", "ᠪᠠᠲᠤ", "ܟܪܡ", "ᚲᚨᚱᛚ", "ꆈꌠ"])
def test_a_script_that_is_only_spelled_letter_by_letter_is_told_where_nobody_is_found(script: str) -> None:
    answer = Screener(ListStore.embedded()).screen(f"Darian {script}")
    assert answer.outcome == "unscreenable"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("LXXIV Guards Brigade", "74th Guards Brigade"),
        ("CXIX Rifle Regiment", "119th Rifle Regiment"),
        ("X Corps", "10th Corps"),
        ("V дивизия", "5-я дивизия"),
    ],
)
def test_a_larger_roman_number_is_one_too(short: str, long: str) -> None:
    assert _finds(short, long, "organisation")


@pytest.mark.parametrize(
    "text", ["CLI Velmont Trading", "I Velkovsky", "CIVIL Velmont Works", "LIV Darian Velkovsky"]
)
def test_a_letter_or_a_word_of_roman_letters_stays_what_it_is(text: str) -> None:
    assert text in read_cell(text).names
