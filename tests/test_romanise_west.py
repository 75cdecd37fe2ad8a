"""Arabic script, Hebrew, Cyrillic, Greek, Armenian, Georgian and the scripts of India."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD
from sanctions_screen.names import VOWELS_GUESSED
from sanctions_screen.names.romanise import romanisations
from sanctions_screen.names.romanise._cyrillic_languages import languages
from sanctions_screen.names.sounds.known_names import same_original
from sanctions_screen.names.sounds.likeness import (
    romanised_similarity,
)
from sanctions_screen.names.sounds.spelling import sounds
from sanctions_screen.names.tables import read_table

SAME = 900_000
DIFFERENT = 800_000


def texts(name: str, script: str) -> list[str]:
    return [found.text for found in romanisations(name, script)]


@pytest.mark.parametrize(
    ("name", "script", "spelling"),
    [
        ("عبد العزيز الحلبي", "Arabic", "abdul aziz al halabi"),
        ("شمس الدين", "Arabic", "shams uddin"),
        ("رحمت‌الله", "Arabic", "rahmat ullah"),
        ("محمدجواد كريمي", "Arabic", "muhammad jawad karimi"),
        ("Ольга Щукина", "Cyrillic", "olga shchukina"),
        ("Жуковський Андрій", "Cyrillic", "zhukovskyi andrii"),
        ("Аляксей Ўласаў", "Cyrillic", "aliaksei ulasau"),
        ("Ђорђе Његош", "Cyrillic", "đorđe njegoš"),
        ("Първан Стъклов", "Cyrillic", "parvan staklov"),
        ("Үсөнбаев", "Cyrillic", "usunbaev"),
        ("יצחק כהן", "Hebrew", "yitzhak cohen"),
        ("פיליפ החמישי", "Hebrew", "philip v"),
        ("קלוד הרמן", "Hebrew", "claude hermann"),
        ("Παύλος Μπακογιάννης", "Greek", "pavlos bakogiannis"),
        ("Հակոբյան", "Armenian", "hakobyan"),
        ("მიხეილ ჭავჭავაძე", "Georgian", "mikheil chavchavadze"),
        ("राजेन्द्र कुमार", "Devanagari", "rajendra kumar"),
        ("রহমান", "Bengali", "rahman"),
        ("ذو الفقار", "Arabic", "zulfiqar"),
        ("ظلفندي", "Arabic", "z*l*f*n*di"),
        ("ژرفکار", "Arabic", "j*r*f*kar"),
        ("רבובו", "Hebrew", "r*vuvu"),
    ],
)
def test_a_name_has_its_usual_spelling_among_its_romanisations(name: str, script: str, spelling: str) -> None:
    assert spelling in texts(name, script)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("هجلان", "hajlan"),
        ("زجل", "zajl"),
        ("لاجه", "laja"),
        ("كنعاج", "kanaaj"),
        ("حلبوس", "halbousi"),
        ("طرشوبي", "tarshoubi"),
        ("کلهرنیا", "kalhornia"),
        ("زعيتر", "zuaiter"),
    ],
)
def test_an_unknown_word_without_vowels_is_like_its_spelling_with_them(arabic: str, latin: str) -> None:
    assert max(romanised_similarity(text, latin) for text in texts(arabic, "Arabic")) > SAME


@pytest.mark.parametrize(
    ("hebrew", "latin"),
    [("קרשנינ", "kreshnin"), ("ברנשטיין", "bernstein"), ("צ'רנוב", "chernov"), ("ז׳אקלין", "jacqueline")],
)
def test_an_unknown_hebrew_word_is_like_its_spelling_with_vowels(hebrew: str, latin: str) -> None:
    likeness = max(romanised_similarity(text, latin) for text in texts(hebrew, "Hebrew"))
    assert likeness > DIFFERENT


@pytest.mark.parametrize(
    ("hebrew", "latin"),
    [
        ("פלצ'ר", "fletcher"),
        ("יוספה", "yosefa"),
        ("קופלנד", "copeland"),
        ("בטסון", "batson"),
        ("פטסי", "patsy"),
    ],
)
def test_a_pe_may_be_f_and_a_tet_before_a_samekh_need_no_vowel(hebrew: str, latin: str) -> None:
    assert max(romanised_similarity(text, latin) for text in texts(hebrew, "Hebrew")) > SAME


@pytest.mark.parametrize(
    ("hebrew", "spelling"),
    [
        ("אליס", "alice"),
        ("אליס", "ellis"),
        ("ואצלב", "vaclav"),
        ("מרסייה", "mercier"),
        ("ג'ורג'ו", "giorgio"),
    ],
)
def test_a_hebrew_word_is_a_name_from_abroad_too(hebrew: str, spelling: str) -> None:
    assert spelling in texts(hebrew, "Hebrew")


def test_what_one_hebrew_word_may_stand_for_is_not_one_name_elsewhere() -> None:
    assert same_original("alice", "ellis") is not True
    assert same_original("hao", "howe") is not True


@pytest.mark.parametrize(
    "forms",
    [("علي", "علی", "عَلِيّ"), ("فاطمة", "فاطمه"), ("أحمد", "احمد", "اَحمَد"), ("كاظم", "کاظم"), ("ﻣﺤﻤﺪ", "محمد")],
)
def test_forms_of_one_arabic_letter_make_no_difference(forms: tuple[str, ...]) -> None:
    assert len({romanisations(form, "Arabic") for form in forms}) == 1


def test_a_stress_mark_or_a_latin_look_alike_makes_no_difference_in_cyrillic() -> None:
    assert texts("Ива́нов", "Cyrillic") == texts("Иванов", "Cyrillic")
    assert texts("Пeтpoв", "Cyrillic") == texts("Петров", "Cyrillic")


def test_which_mark_is_written_for_a_geresh_makes_no_difference_in_hebrew() -> None:
    assert (
        texts("ג'ורג' צ'פלין", "Hebrew")
        == texts("ג׳ורג׳ צ׳פלין", "Hebrew")
        == texts("ג’ורג’ צ’פלין", "Hebrew")
    )
    assert texts("ג'ורג' צ'פלין", "Hebrew") != texts("גורג צפלין", "Hebrew")


def test_the_language_is_told_from_its_own_letters() -> None:
    assert languages("київ") == ("uk",)
    assert languages("ўладзімір") == ("be",)
    assert languages("милошевић") == ("sr",)
    assert languages("първанов") == ("bg",)
    assert languages("подъячев") == ("ru",)
    assert languages("қасымов") == ("kk",)
    assert languages("петров") == ("ru", "uk")


def test_spellings_that_are_read_aloud_alike_are_given_once() -> None:
    heard = [tuple(map(sounds, text.split())) for text in texts("Георгий Кротов", "Cyrillic")]
    assert len(set(heard)) == len(heard) > 1
    assert texts("Իվան", "Armenian") == ["ivan"]


def test_a_person_s_name_is_not_put_into_english() -> None:
    for name, script in (("محمد صالح", "Arabic"), ("Сергей Иванов", "Cyrillic"), ("משה כהן", "Hebrew")):
        assert all(found.standard != "translated" for found in romanisations(name, script))


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("නිමල් පෙරේරා", "PERERA, Nimal"),
        ("සුනිල් ජයසිංහ", "JAYASINGHE, Sunil"),
        ("කුමාර බණ්ඩාර", "BANDARA, Kumara"),
        ("රොහාන් ගුණවර්ධන", "GUNAWARDENA, Rohan"),
    ],
)
def test_sinhala_is_read_with_the_vowels_that_its_consonants_carry(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= DEFAULT_THRESHOLD


def test_no_letter_of_sinhala_is_left_to_a_guess() -> None:
    letters = [letter for letter, _ in read_table("sinhala_letters.tsv", 2)]
    assert {way.standard for letter in letters for way in romanisations(f"ක{letter}", "Sinhala")} <= {
        "spoken",
        "local",
        "written",
    }


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("ታደሰ ክንፈ", "KINFE, Tadesse"),
        ("ወልደገብርኤል ሐጎስ", "HAGOS, Woldegabriel"),
        ("ብርሃነ ገብረመድኅን", "GEBREMEDHIN, Berhane"),
        ("ግርማይ እስክንድር", "ESKINDER, Girmay"),
        ("ጸጋይ መንግስቱ", "MENGISTU, Tsegay"),
        ("ኃይለስላሴ ወርቁ", "WORKU, Haileselassie"),
        ("አብርሃሌይ ዮሐንስ", "YOHANNES, Abrahaley"),
    ],
)
def test_ethiopic_is_read_with_the_vowels_that_are_said(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [("ታደሰ ክንፈ", "KIDANE, Tadele"), ("ብርሃነ ገብረመድኅን", "GEBREMARIAM, Berhanu"), ("ግርማይ ሐጎስ", "HAILU, Girma")],
)
def test_two_people_in_ethiopic_stay_two(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score < DEFAULT_THRESHOLD


def test_no_letter_of_ethiopic_is_left_to_a_guess() -> None:
    first = [int(code, 16) for code, *_ in read_table("ethiopic_letters.tsv", 3)]
    written = [chr(code + place) for code in first for place in range(7) if chr(code + place).isalpha()]
    standards = {way.standard for letter in written for way in romanisations(letter, "Ethiopic")}
    assert standards <= {"closed", "open", "round"}


@pytest.mark.parametrize(
    ("text", "script", "guessed"),
    [
        ("محمد", "Arabic", True), ("דוד", "Hebrew", True),
        ("ብርሃኑ", "Ethiopic", False), ("Иван", "Cyrillic", False), ("राम", "Devanagari", False),
        ("Νίκος", "Greek", False), ("გიორგი", "Georgian", False), ("Արամ", "Armenian", False),
    ],
)  # fmt: skip
def test_vowels_are_guessed_of_letters_that_leave_them_out_alone(
    text: str, script: str, guessed: bool
) -> None:
    found = {way.standard for way in romanisations(text, script)}
    assert found
    assert (VOWELS_GUESSED in found) == guessed
