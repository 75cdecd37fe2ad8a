"""Whatever a stranger writes between two names, or in a name's place, hides no name."""

from __future__ import annotations

import pytest

from sanctions_screen import ListStore, Screener
from sanctions_screen.cells import read_cell
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD

OTHER = "Rudolf Emil Casimir Brandmeyer"
HIDDEN = "Halima Noor Sherzai"


@pytest.mark.parametrize(
    "text",
    [
        "{a}；{b}", "{a}／{b}", "{a} → {b}", "{a} -> {b}", "{a} = {b}", "{a} - {b}", "{a} – {b}", "{a} — {b}",
        "{a}\t{b}", "{a}: {b}", "{a} “{b}”", "{a} «{b}»", "{a} ⟨{b}⟩", "{a}, {b}", "{a}، {b}", "{a}、{b}",
        "{a}\\{b}", "{a} @ {b}", "1. {a} 2. {b}", "(1) {a} (2) {b}", "a) {a} b) {b}", "i) {a}; ii) {b}",
        "{a} e {b}", "{a} en {b}", "{a} oder {b}", "{a} ou {b}", "{a} oraz {b}", "{a} или {b}", "{a} και {b}",
        "{a} أو {b}", "{a} and/or {b}", "{a} a k a {b}", "{a} f/b/o {b}", "{a} as nominee for {b}",
        "{a} by order of {b}", "{a} au nom de {b}", "{a} pour le compte de {b}", "{a} en nombre de {b}",
        "{a} per conto di {b}", "{a} em nome de {b}", "{a} w imieniu {b}", "{a} adına {b}",
        "{a} zu Händen {b}",
        "{a} от имени {b}", "{a} известный также как {b}", "{a} по доверенности {b}", "{a} нынe; {b}",
        "{a} γνωστός ως {b}", "{a} הידוע בשם {b}", "{a} المعروف بـ {b}", "{a} الشهير {b}", "{a} उर्फ {b}",
        "{a} born {b}", "{a} nacida {b}", "{a} maiden name {b}", "{a} married name {b}", "{a}, director {b}",
        "{a} beneficiary: {b}", "Surname: {b}",
    ],
)  # fmt: skip
def test_a_name_beside_another_is_a_name_of_its_own_by_whatever_stands_between(text: str) -> None:
    assert compare_names(text.format(a=OTHER, b=HIDDEN), HIDDEN, kind="person").score >= 0.9


def test_a_mark_in_a_script_without_blanks_parts_two_names() -> None:
    assert read_cell("陈国栋又名李晓峰").names == ("陈国栋", "李晓峰")


@pytest.mark.parametrize(
    "text",
    [
        "Vesna Okafori fka Tamasi", "Vesna Okafori (formerly Tamasi)", "Vesna Okafori (née: Tamasi)",
        "Vesna Okafori (geb. Tamasi)", "Vesna Okafori, married name Tamasi", "OKAFORI, Vesna (née TAMASI)",
        "OKAFORI, Vesna (TAMASI)", "Vesna Okafori/Tamasi", "Vesna Okafori född Tamasi",
    ],
)  # fmt: skip
def test_one_word_behind_a_mark_of_a_former_name_goes_with_the_given_name(text: str) -> None:
    assert compare_names(text, "TAMASI, Vesna", kind="person").score >= 0.9


@pytest.mark.parametrize("text", ["Okafori;Vesna", "Okafori|Vesna", "Vesna\tOkafori", "Okafori；Vesna"])
def test_the_cells_of_a_row_in_one_cell_are_one_name(text: str) -> None:
    assert compare_names(text, "OKAFORI, Vesna").score == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Vesna" + "." * 300 + "Okafori", "Vesna" + " - " * 200 + "Okafori", "V.e.s.n.a O.k.a.f.o.r.i",
        "V-e-s-n-a O-k-a-f-o-r-i", "⒱⒠⒮⒩⒜ ⒪⒦⒜⒡⒪⒭⒤", "Vesna Okafori™", "V+AOk-sna Okafori",
    ],
)  # fmt: skip
def test_what_only_adorns_letters_is_undone(text: str) -> None:
    assert compare_names(text, "OKAFORI, Vésna", kind="person").score >= 0.99


@pytest.mark.parametrize(
    "text",
    [
        "Vesna ⠕⠅⠁⠋⠕⠗⠊", "Vesna 𝌆𝌇𝌈", "Vesna □□□", "V□sna Okaf□ri", "V¿sna Okaf¿ri", "Vesna ???????",
        "?esna Okafori", "V„sna Okaf¢ri", "V∩sna Okafori", "V½sna Okafori",
        "Vesna Ok###ri", "Vesna O****i", "Vesna Okaf****", "Vesna ☐☐☐", "Vסsna Okafori",
    ],
)  # fmt: skip
def test_a_name_of_which_letters_are_lost_is_not_clear(text: str) -> None:
    assert Screener(ListStore.embedded()).screen(text).outcome == "unscreenable"


@pytest.mark.parametrize(
    "text", ["Vesna Okafori?", "O´Kafori Vesna", "D’Arcy", "Vesna Okafori ♥", "AT&T", "P!nk"]
)
def test_signs_that_stand_in_names_lose_nothing(text: str) -> None:
    assert not [note for note in read_cell(text).notes if note.sort == "not-compared"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Èedomil Radiæ", "RADIĆ, Čedomil"), ("ÈEDOMIL RADIÆ", "RADIĆ, Čedomil"),
        ("®eljko Èop", "ČOP, Željko"),
        ("£ukasz ¯ó³tek", "ŻÓŁTEK, Łukasz"),
        ("éùøàì ìåé", "LEVI, Yisrael"),
    ],
)  # fmt: skip
def test_a_name_of_central_europe_or_in_hebrew_read_in_a_western_page_is_found(
    text: str, listed: str
) -> None:
    assert compare_names(text, listed, kind="person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "filler", ["NULL", "none", "TBA", "tbc", "undefined", "S/N", "#N/A", "未知", "sin apellido"]
)
def test_a_filler_beside_a_name_of_one_word_is_no_part_of_it(filler: str) -> None:
    assert compare_names(f"{filler} Wiryadinata", "WIRYADINATA", kind="person").score == 1.0


@pytest.mark.parametrize(
    "text", ["Christopher Null", "Na Young", "Dan Marino", "Ja Rule", "Max Born", "Xi Now"]
)
def test_a_filler_or_a_mark_that_is_a_name_stays_a_name(text: str) -> None:
    assert read_cell(text, "person").names[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "Transfer of salary for the month of June to Halima Noor Sherzai in Herat city centre",
        "Halima Noor Sherzai, Shahr-e Naw 12, Herat, Afghanistan",
    ],
)
def test_a_name_in_a_line_of_text_or_before_an_address_is_found(text: str) -> None:
    assert compare_names(text, HIDDEN, kind="person").score >= 0.9


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Garcia Lopez, Juan Carlos", "LOPEZ, Juan"), ("Karl-Heinz Berg - Wilhelm", "WILHELM, Berg"),
        ("Abdul Karim “Abu Bakr” Al Hassan", "KARIM, Abdul"), ("Peter E Maria Novak", "NOVAK, Maria"),
    ],
)  # fmt: skip
def test_what_is_one_name_is_not_cut(text: str, listed: str) -> None:
    assert compare_names(text, listed, kind="person").score < 0.95


def test_ordinals_with_dots_are_no_list() -> None:
    assert read_cell("12. Panzer Division 3. Abteilung").names == ("12. Panzer Division 3. Abteilung",)


@pytest.mark.parametrize(
    "text", ["Zeltekh Karmet LLC, 12 High Street, London", "OOO Zeltekh Karmet, ul. Lenina 4, Perm"]
)
def test_a_firm_before_its_address_is_found(text: str) -> None:
    assert compare_names(text, "ZELTEKH KARMET LLC", kind="organisation").score >= 0.95


@pytest.mark.parametrize(
    "text", ["Velmont Trading Co., Ltd.", "Velmont Defence Co., Bababa", "Zelkova LLC, Minsk"]
)
def test_one_thing_behind_a_firms_comma_is_no_address(text: str) -> None:
    assert read_cell(text, "organisation").names == (text,)


def test_many_short_words_are_compared_a_few_at_a_time() -> None:
    text = "Ko Mi Pa Su Ta Vo Ze Ba Di Fu Go Vera Zelkova"
    assert "Go Vera Zelkova" in read_cell(text, "person").names


@pytest.mark.parametrize(("text", "sign"), [("Vesna 🌸🌸", "🌸🌸"), ("Vesna ____", "____"), ("Vesna 𝄞", "𝄞")])
def test_signs_beside_a_name_are_told(text: str, sign: str) -> None:
    assert [(note.sort, note.text) for note in read_cell(text).notes] == [("put-aside", sign)]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Braun, using the name Vesna Okafori",
        "PETER BRAUN CUST VESNA OKAFORI UTMA NY",
        "Peter Braun (posing as Vesna Okafori)",
        "OKAFORI/VESNAMRS",
        "\u202eirofakO anseV",
        "=?UTF-8?B?VmVzbmEgT2thZm9yaQ==?=",
    ],
)
def test_a_name_behind_a_mark_a_title_or_a_turn_is_found(text: str) -> None:
    assert compare_names(text, "OKAFORI, Vesna", kind="person").score >= DEFAULT_THRESHOLD


def test_a_word_of_cyrillic_and_latin_letters_is_the_cyrillic_one_where_all_latin_letters_look_so() -> None:
    assert compare_names("KУЛEШOB Baдим", "КУЛЕШОВ Вадим", kind="person").score >= DEFAULT_THRESHOLD


def test_a_foreign_name_in_chinese_that_finds_nobody_is_not_clear() -> None:
    assert Screener(ListStore.embedded()).screen("尤里·科瓦利丘克").outcome == "unscreenable"


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("VELMONT PRECISION IMPORT/EXPORT CORPORATION", "EXPORT CORPORATION"),
        ("Front for the Freedom of Morvia/the Levant", "the Levant"),
        ("Kirmash Oil/Gas Co. Ltd", "Gas Co. Ltd"),
    ],
)
@pytest.mark.parametrize("listed", [True, False])
def test_what_says_only_what_a_firm_does_or_where_it_is_is_no_name_behind_a_slash(
    name: str, piece: str, listed: bool
) -> None:
    names = read_cell(name, "organisation", listed=listed).names
    assert name in names
    assert piece not in names


@pytest.mark.parametrize("piece", ["Norva Shipping", "Islamic Army", "Kirmash GmbH"])
def test_a_firm_behind_a_slash_is_a_name(piece: str) -> None:
    assert piece in read_cell(f"Zelkov Trading/{piece}", "organisation").names


@pytest.mark.parametrize(
    "text",
    [
        "Dovran Kestrelov DOB 15/12/1951 Ashgabat",
        "Dovran Kestrelov born 1951-12-15, Ashgabat, Turkmenistan",
        "Dovran Kestrelov passport 712345678 Ashgabat Turkmenistan",
        "Dovran Kestrelov (DOB 1951-12-15) Ashgabat",
    ],
)
def test_a_place_behind_a_number_or_a_day_is_no_part_of_the_name(text: str) -> None:
    assert "Dovran Kestrelov" in read_cell(text).names


@pytest.mark.parametrize(
    "role",
    [
        "prop.", "sole trader", "CEO", "shareholder", "propietaria", "gérant", "владелец", "لصاحبها",
        "sahibi",        "właściciel", "managed by", "account holder", "borrower", "notify party", "POA",
    ],
)  # fmt: skip
def test_who_stands_behind_a_role_beside_a_firm_is_found(role: str) -> None:
    assert "Dovran Kestrelov" in read_cell(f"Velmont Trading {role} Dovran Kestrelov").names
