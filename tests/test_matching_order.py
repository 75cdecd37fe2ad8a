"""Names of syllables: the surname may stand at either end, the given name's syllables keep their order."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD
from sanctions_screen.names import comparable_name


def _score(first: str, second: str) -> float:
    return compare_names(first, second, "person").score


@pytest.mark.parametrize(
    ("name", "swapped"),
    [
        ("Park Soo-min", "Park Min-soo"),
        ("Soo-min Park", "Min-soo Park"),
        ("PARK, Soo Min", "Pak Min Su"),
        ("박수민", "Park Min-soo"),
        ("Kwon Tae-yong", "Kwon Yong-tae"),
        ("Wong Kin Fai", "Wong Fai Kin"),
        ("Zaw Myo Thant", "Myo Zaw Thant"),
    ],
)
def test_syllables_of_a_given_name_swapped_make_another_name(name: str, swapped: str) -> None:
    assert 0.0 < _score(name, swapped) < DEFAULT_THRESHOLD - 0.1
    assert _score(swapped, name) == _score(name, swapped)


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Park Soo-min", "Soo-min Park"),
        ("Park Soo-min", "PARK, Su Min"),
        ("Kin Fai Wong", "WONG, Kin Fai"),
        ("Zaw Myo Thant", "THANT, Zaw Myo"),
        ("Htun Htun Oo", "OO, Htun Htun"),
        ("Yoon Jong Jung", "Yun Chong Chung"),
    ],
)
def test_the_surname_may_stand_at_either_end(name: str, same: str) -> None:
    assert _score(name, same) == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(
    ("name", "spelled"),
    [("Park Soo-min", "PARK, Su Min"), ("O Kwang-jin", "OH, Kwang Jin"), ("Nu Nu Lin", "Nu Nu Linn")],
)
def test_two_spellings_of_the_same_syllables_are_not_quite_equal(name: str, spelled: str) -> None:
    assert 0.97 < _score(name, spelled) < 1.0


def test_the_surname_may_stand_at_either_end_of_a_name_in_another_script() -> None:
    assert _score("박수민", "Su-min Park") == _score("박수민", "Park Su-min") > 0.95


def test_a_name_wholly_written_backwards_is_the_name() -> None:
    assert _score("Park Soo Min", "Min Soo Park") == pytest.approx(1.0)


def test_the_order_of_other_peoples_names_costs_nothing() -> None:
    for name, turned in (("John Walter Reed", "Walter John Reed"), ("Ali Hassan Noori", "Hassan Ali Noori")):
        assert {part.text for part in comparable_name(name).parts} == {
            part.text for part in comparable_name(turned).parts
        }
        assert _score(name, turned) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "name", ["Pak Il-sun", "PARK, Chang Il", "Kwon Do-yun", "Yoon Min-ji", "Gen. Pak Il Sun"]
)
def test_a_korean_syllable_is_no_article_or_title_of_another_language(name: str) -> None:
    parts = [part for part in comparable_name(name, "person").parts if part.role != "honorific"]
    assert [part.role for part in parts] == ["word"] * 3
    surname, *given = (part.text for part in parts)
    assert _score(name, f"{surname} {''.join(given)}") == pytest.approx(1.0)
    for syllable in given:
        assert _score(name, f"{surname} {syllable}") < DEFAULT_THRESHOLD


def test_an_article_in_a_name_that_is_not_korean_is_one() -> None:
    assert _score("Ali il-Noori", "Ali Noori") == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Le Duc Anh", "Tran Duc Anh"), ("Do Van Minh", "Do Thi Minh"), ("Du Thi Hoa", "Vu Thi Hoa")],
)
def test_a_vietnamese_surname_or_middle_name_tells_people_apart(name: str, other: str) -> None:
    assert _score(name, other) < 0.7
    surname, *given = name.split()
    assert _score(name, f"{surname.upper()}, {' '.join(given)}") == pytest.approx(1.0)


@pytest.mark.parametrize("spelled", ["Han Tok Su", "Han Deok-su", "Хан Док Су"])
def test_a_final_ck_is_a_usual_spelling_of_korean(spelled: str) -> None:
    assert _score("Han Duck-soo", spelled) >= 0.95


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim So-hee", "Kim Hee-jin"),
        ("Jung Su-yong", "Lee Jung-yong"),
        ("Aung Myint Tun", "Myint Thein Tun"),
    ],
)
def test_of_short_names_of_as_many_syllables_one_syllable_is_no_others(one: str, other: str) -> None:
    assert compare_names(one, other, "person").score < 0.5


@pytest.mark.parametrize("turned", ["KYAW, U SWAR", "SWAR, U KYAW", "Kyaw Swar U"])
def test_a_title_between_two_syllables_moves_neither_from_its_place(turned: str) -> None:
    assert compare_names("U KYAW SWAR", turned, "person").score > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("name", "longer"),
    [("Zaw Win", "Win Zaw Thein"), ("ဇော်ဝင်း", "Win Zaw Thein"), ("Thet Maw Hlaing", "Hlaing Thet")],
)
def test_a_burmese_name_is_not_in_another_order_one_with_a_syllable_more(name: str, longer: str) -> None:
    assert compare_names(name, longer, "person").score < 0.3
    assert compare_names(name, f"{name} Thein", "person").score > 0.5


@pytest.mark.parametrize("turned", ["Win Zaw", "WIN, Zaw", "ဝင်းဇော်"])
def test_a_burmese_name_of_as_many_syllables_is_met_in_another_order(turned: str) -> None:
    assert compare_names("Zaw Win", turned, "person").score > 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hong Seo-jin", "Hong Seo-yun"),
        ("Baek Tae-ri", "Han Tae-ri"),
        ("백태리", "Han Tae-ri"),
        ("Bai Chunlei", "Gao Chunlei"),
        ("Nyo Lin Htut", "Nyo Lin Zaw"),
    ],
)
def test_a_syllable_or_surname_that_is_another_makes_another_name_of_syllables(one: str, other: str) -> None:
    assert compare_names(one, other, "person").score < 0.5


@pytest.mark.parametrize(
    ("letter", "other"),
    [
        ("O Kwang-jin", "OK, Kwang-jin"),
        ("O Yong-ho", "OM, Yong-ho"),
        ("I A-ran", "YI, Ae-ran"),
        ("I Chol-su", "IM, Chol-su"),
    ],
)
def test_a_korean_surname_of_one_letter_is_read_in_korean_alone_and_begins_no_other(
    letter: str, other: str
) -> None:
    assert compare_names(letter, other, "person").score < 0.5
