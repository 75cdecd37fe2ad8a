"""Two names are told apart by what stands between them, in whatever language, and one name stays one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.cells import read_cell
from sanctions_screen.cells._amid import names_amid
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD, PartyKind

OTHER = "Konrad Emil Wallhofer"
HIDDEN = "Olena Stetsko"


def _finds(text: str, name: str, kind: PartyKind) -> bool:
    return compare_names(text, name, kind).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize("form", ["{} {} {}", "{} ({} {})"])
@pytest.mark.parametrize(
    "between",
    [
        "dikenal dengan nama", "alihan nama", "iliyokuwa ikijulikana", "ag a dtugtar",
        "a elwir hefyd yn", "deitur",
        "ezaguna", "també conegut com a", "tamén coñecido como", "wel bekend als", "dies ist",
        "mit Künstlernamen",
        "qui se nomme", "zwana dalej", "známá pod jménem", "znan tudi kot", "poznat pod imenom", "oma nimega",
        "saukts arī", "vadinamas", "quhet", "olarak tanınan", "kimi tanınan", "deb ataluvchi",
        "também chamada",
        "en representación legal de", "con domicilio en casa de", "pe numele real", "по прозванию",
        "наричан", "звана",
        "відома під ім'ям", "атындағы", "деп аталган", "»", "≈", "...", "^", "&&", "¶", ">>", "|||",
        "d/h", "e/v", "w/",
    ],
)  # fmt: skip
def test_what_no_name_has_parts_two_in_any_language(between: str, form: str) -> None:
    assert _finds(form.format(OTHER, between, HIDDEN), HIDDEN, "person")


@pytest.mark.parametrize(
    "between",
    [
        "DIKENAL SEBAGAI", "ATF", "QQ", "INHABER", "POZNAT KAO", "GOES BY", "WIDOW OF", "TRADING STYLE",
        "PEŁNOMOCNIK",
        "LEGALLY KNOWN AS", "JOINT HOLDER", "EXECUTOR OF", "NOTO COME",
    ],
)  # fmt: skip
def test_a_mark_in_capitals_parts_two_names_in_capitals(between: str) -> None:
    assert _finds(f"{OTHER.upper()} {between} {HIDDEN.upper()}", HIDDEN, "person")


@pytest.mark.parametrize(
    "text",
    [
        "Konrad Wallhofer Стецько Олена",
        "Олена Стецько Konrad Wallhofer",
        "陳大文 Olena Stetsko",
        "Olena Stetsko (ခ) မင်းထွန်း",
    ],
)
def test_a_name_in_another_script_beside_one_is_another(text: str) -> None:
    assert _finds(text, HIDDEN, "person")


def test_the_burmese_letter_for_alias_in_brackets_parts_two_names() -> None:
    assert set(read_cell("ဦးမြင့်ဦး(ခ)ဦးဗိုလ်မြင့်", "person").names) >= {"ဦးမြင့်ဦး", "ဦးဗိုလ်မြင့်"}


@pytest.mark.parametrize(
    "name",
    [
        "Anna Maria de la Cruz", "Jan van het Hoff", "Pieter op den Kamp", "Eystein the Red",
        "Muhammad Azam khan Wattoo", "Tural Nazim oglu Guliyev", "anna maria brown",
        "Sayed Ahmad bin Yusuf al-Din",
        "Kim Jong IL", "Nguyen Thi LY", "Uy, Rolando A.", "DE CRISTOFARO Peppe", "C/laahi Axmed Yuusuf",
    ],
)  # fmt: skip
def test_one_name_stays_one(name: str) -> None:
    held = [one for one in read_cell(name, "person").names if len(one) < len(name) - 4]
    assert held == []


@pytest.mark.parametrize("kind", ["organisation", None])
@pytest.mark.parametrize(
    "between",
    [
        "brand of", "which was once", "parent", "Tochter der", "enseigne", "sigle", "dawne", "nunmehr",
        "fostă", "dříve",
        "dotychczas", "joka on", "sokr.", "сокр.", "ранее", "πρώην", "旧称", "qq", "d/h", "t/as",
        "affiliated with",
    ],
)  # fmt: skip
def test_a_firms_legal_form_ends_its_name(between: str, kind: PartyKind | None) -> None:
    first, second = "Blue Morning Ltd", "Stetskotrans LLC"
    assert compare_names(f"{first} {between} {second}", second, kind).score >= DEFAULT_THRESHOLD
    assert compare_names(f"{second} {between} {first}", second, kind).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "name",
    [
        "Zelkova Corporativo, S.A. de C.V.",
        "Zelkova Trading Co. Ltd",
        "GmbH Zelkova Nord",
        "Deutsche Gesellschaft für Zelkova",
    ],
)
def test_a_firm_of_one_legal_form_stays_one(name: str) -> None:
    assert read_cell(name, "organisation").names == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "Zelkova Technologies Co., Ltd. Group unit: Velmont Information Technology Co., Ltd.",
        "Ling Ao Velmont Technology Co., Ltd.", "Velmont Trading LLC General Trading LLC",
        "Nanjing Sa Electronic Equipment Co., Ltd.", "Zelkova As Machine Import Export Ltd",
    ],
)  # fmt: skip
def test_what_a_thousand_firms_are_called_is_no_name_of_a_cell(text: str) -> None:
    for name in names_amid(text, "organisation"):
        assert {"Zelkova", "Velmont"} & set(name.split()), name


@pytest.mark.parametrize("between", ["towing", "transhipped to", "&", "AND", "with barge"])
def test_two_ships_in_a_cell_are_two(between: str) -> None:
    assert _finds(f"BLUE TERN {between} SILENT MERIDIAN", "SILENT MERIDIAN", "vessel")


@given(
    st.text(alphabet="aAbB zZ/.»Дд王", max_size=60),
    st.sampled_from(["person", "organisation", "vessel", None]),
)
def test_each_answer_is_a_part_of_the_text(text: str, kind: PartyKind | None) -> None:
    for found in names_amid(text, kind):
        assert found in " ".join(text.split())
