"""Classes of names that were missed, or met another, each tried on names of its own from both sides."""

from __future__ import annotations

import pytest
from ledgers import line_by

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.model import PartyKind
from sanctions_screen.weights import FULL, weights

THRESHOLD = ScreeningSettings().threshold


def _score(first: str, second: str, kind: PartyKind = "person") -> float:
    return compare_names(first, second, kind).score


def _against(first: str, second: str, rule: str) -> int:
    lines = compare_names(first, second, "person").lines
    return sum(line.amount for line in lines if (line.rule, line.side) == (rule, "against"))


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("אסנת ינאי", "YANAI, Osnat"),
        ("יותם קדם", "Yotam Kedem"),
        ("אלחנן שטרית", "SHITRIT, Elhanan"),
        ("רונן לביא", "Ronen Lavi"),
        ("ינון אבוטבול", "Yinon Abutbul"),
        ("קונסטנטין גינזבורג", "GINZBURG, Konstantin"),
        ("ג'ניפר פינק", "Jennifer Pink"),
        ("ויאצ'סלב גורדון", "GORDON, Vyacheslav"),
    ],
)
def test_a_hebrew_name_whose_vowels_are_not_written_is_known(written: str, listed: str) -> None:
    assert _score(written, listed) >= 0.9


@pytest.mark.parametrize(
    ("written", "other"),
    [("יעל נחמני", "Yael Nachman"), ("יותם קדם", "Yaniv Kedem"), ("אלעד בוזגלו", "BUZAGLO, Alon")],
)
def test_another_hebrew_name_of_the_same_letters_is_not_met(written: str, other: str) -> None:
    assert _score(written, other) < THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("ワン・チョンウェイ", "WANG, Zhongwei"),
        ("リー・シャオロン", "LI Xiaolong"),
        ("チャン・クオチン", "ZHANG, Guoqing"),
        ("ジャン・グオチン", "ZHANG, Guoqing"),
        ("チョウ・ミンフイ", "ZHOU, Minghui"),
        ("フー・チェンカン", "HU, Chengkang"),
        ("ホアン・チーフォン", "HUANG, Zhifeng"),
        ("チャン・ソンテク", "JANG, Song Thaek"),
        ("パク・ヨンテク", "PARK, Yong Taek"),
    ],
)
def test_katakana_of_a_chinese_or_korean_name_is_read_by_its_sound(written: str, listed: str) -> None:
    assert _score(written, listed) >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "other"),
    [("ワン・ウェイ", "WANG, Fei"), ("チャン・ミン", "ZHENG, Ming"), ("リー・ポン", "LI, Bin")],
)
def test_katakana_of_another_chinese_name_is_not_met(written: str, other: str) -> None:
    assert _score(written, other) < THRESHOLD


@pytest.mark.parametrize(
    ("written", "other", "same"),
    [
        ("طارق صلاح", "SALEH, Tariq", "SALAH, Tariq"),
        ("ناصر الباهلي", "AL-BAHILI, Nasr", "AL-BAHILI, Nasser"),
        ("رشيد الباهلي", "AL-BAHILI, Rashed", "AL-BAHILI, Rachid"),
        ("حامد الباهلي", "AL-BAHILI, Hameed", "AL-BAHILI, Hamed"),
        ("سليم الباهلي", "AL-BAHILI, Salem", "AL-BAHILI, Saleem"),
    ],
)
def test_arabic_letters_tell_names_apart_that_one_latin_spelling_may_stand_for(
    written: str, other: str, same: str
) -> None:
    assert _score(written, other) < THRESHOLD < 0.95 <= _score(written, same)


@pytest.mark.parametrize(
    ("shorter", "fuller"),
    [
        ("Fedor Klim", "KLIM, Fedor Anatolijevitch"),
        ("Olga Rezun", "REZUN, Olga Arkadyevna"),
        ("Taras Hulak", "HULAK, Taras Hryhorovych"),
    ],
)
def test_a_father_s_name_left_out_costs_half_of_what_it_costs_beside_another_word(
    shorter: str, fuller: str
) -> None:
    person = weights().kind("person")
    missing = _against(shorter, fuller, "missing")
    conflict = _against(f"{shorter} Zelkovarov", fuller, "conflict")
    assert missing / person.missing * FULL == pytest.approx(
        conflict / person.conflict * weights().words.patronymic, rel=0.01
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fedor Arkadyevich Klim", "KLIM, Fedor Anatolijevitch"),
        ("Olga Semyonovna Rezunova", "REZUNOVA, Olga Arkadyevna"),
        ("Fedor Zelkov Klim", "KLIM, Fedor Anatolijevitch"),
    ],
)
def test_another_father_s_name_or_another_word_in_its_place_is_another_man_s(first: str, second: str) -> None:
    assert _against(first, second, "conflict")
    assert _score(first, second) < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Merkona Falcon Trading LLC", "MERKONA FALCON MINING LLC"),
        ("White Heron Travel", "White Heron Petroleum"),
        ("Blue Comet Shipping", "Blue Comet Airlines"),
        ("Zelkova Bank", "ZELKOVA SHIPPING"),
        ("Green Meadow Farms Ltd", "Green Meadow Logistics Ltd"),
        (
            "Peru Weather Society",
            "Fisheries Society of Peru",
        ),  # of usual words alone subjects tell two as well
        ("Kenya Toxicology Association", "Kenya Meteorological Association"),
        ("National Institute of Law", "National Institute of Zoology"),
        ("Management Training Center", "Environmental Training Center"),
    ],
)
def test_two_firms_of_one_name_that_deal_in_different_things_are_two(first: str, second: str) -> None:
    explanation = compare_names(first, second, "organisation")
    assert line_by(explanation, "other-trade").amount == weights().kind("organisation").other_trade
    assert explanation.score < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Merkona Falcon Trading LLC", "MERKONA FALCON EXPORT IMPORT LLC"),
        ("Merkona Falcon Trading LLC", "MERKONA FALCON LLC"),
        ("Blue Comet Shipping", "Blue Comet Shipping and Trading"),
        ("Zelkova Shipping", "ZELKOVA MARINE"),
        ("Zelkova Oil", "ZELKOVA PETROCHEMICAL"),
        ("Merkona Construction Group", "MERKONA CONSTRUCTION SERVICES"),
        ("Zelkova Law Center", "Zelkova Zoology Center"),  # of one name trades alone tell two
        ("Kenya Cancer Association", "Kenya Oncology and Immunology Association"),
        ("Peru Weather Society", "Peru Society"),
    ],
)
def test_what_may_be_one_branch_or_fits_any_firm_is_no_other_trade(first: str, second: str) -> None:
    explanation = compare_names(first, second, "organisation")
    assert not any(line.rule == "other-trade" for line in explanation.lines)


@pytest.mark.parametrize(
    ("with_it", "without"),
    [
        ("NHS Northern Hydrology Service", "Northern Hydrology Service"),
        ("Northern Hydrology Service NHS", "Northern Hydrology Service"),
        ("Northern Hydrology Service - NHS", "Northern Hydrology Service"),
        ("N.H.S. Northern Hydrology Service Ltd", "Northern Hydrology Service Ltd"),
        ("Foreign Commerce Bank FCB", "Foreign Commerce Bank"),
    ],
)
def test_a_firm_s_own_acronym_beside_its_name_is_no_other_word(with_it: str, without: str) -> None:
    assert _score(with_it, without, "organisation") >= 0.95


def test_letters_that_are_not_a_firm_s_acronym_are_another_word() -> None:
    name = "Northern Hydrology Service"
    assert _score(f"NHX {name}", name, "organisation") < 0.95 < _score(f"NHS {name}", name, "organisation")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("NUMBER ONE TRADING LLC", "No. 1 Trading LLC"),
        ("Plant Number Twelve", "Plant No 12"),
        ("FACTORY NUMBER SEVEN", "Factory No. 7"),
    ],
)
def test_a_number_in_words_behind_the_word_number_is_that_number(first: str, second: str) -> None:
    assert _score(first, second, "organisation") >= THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [("NUMBER ONE TRADING LLC", "Number Two Trading LLC"), ("Plant Number Twelve", "Plant No 13")],
)
def test_another_number_in_words_is_another_firm(first: str, second: str) -> None:
    assert _score(first, second, "organisation") < THRESHOLD


@pytest.mark.parametrize("short", ["C.T.R.", "B.K.", "R.E.S."])
def test_letters_that_shorten_a_word_only_behind_another_name_a_firm_in_front(short: str) -> None:
    bare = short.replace(".", "")
    assert _score(f"{short} Sarl", f"{bare} Trading Sarl", "organisation") > 0
    assert _score(f"{short} Sarl", "Centre Sarl", "organisation") < THRESHOLD
    assert _score("Zelkova Medical Ctr", "Zelkova Medical Centre", "organisation") >= 0.95


@pytest.mark.parametrize(
    ("written", "other", "same"),
    [
        ("高林", "LIN, Gao", "GAO, Lin"),
        ("江力", "LI, Jiang", "JIANG, Li"),
        ("민현", "HYON, Min", "MIN, Hyon"),
        ("LIN, Gao", "GAO, Lin", "Gao Lin"),
    ],
)
def test_a_surname_before_a_comma_is_no_given_name(written: str, other: str, same: str) -> None:
    assert _score(written, other) < THRESHOLD <= _score(written, same)


@pytest.mark.parametrize(
    ("first", "second"),
    [("ZHIWEI, Gao", "GAO, Zhiwei"), ("TUN, Myint", "MYINT, Tun"), ("Lin Gao", "GAO, Lin")],
)
def test_a_comma_behind_what_is_no_surname_or_in_a_burmese_name_tells_no_order(
    first: str, second: str
) -> None:
    assert _score(first, second) >= THRESHOLD


@pytest.mark.parametrize(
    ("short", "whole"),
    [("M.C. International", "INTERNATIONAL MERKONA CENTER"), ("Z.B. Group", "ZELKOVA BANK GROUP")],
)
def test_two_letters_within_a_name_name_nobody_where_nothing_else_does(short: str, whole: str) -> None:
    explanation = compare_names(short, whole, "organisation")
    assert line_by(explanation, "only-generic").amount
    assert explanation.score < THRESHOLD


def test_two_institutes_of_one_science_share_no_name() -> None:
    first, second = (
        "Merkona Academy, Institute of Microbiology",
        "SCIENTIFIC RESEARCH INSTITUTE OF MICROBIOLOGY",
    )
    assert _score(first, second, "organisation") < THRESHOLD


@pytest.mark.parametrize(
    ("written", "other", "same"),
    [
        ("山本博子", "YAMAMOTO, Hiroshi", "YAMAMOTO, Hiroko"),
        ("田村芳彦", "TAMURA, Yoshio", "TAMURA, Yoshihiko"),
        ("原田敬子", "HARADA, Takashi", "HARADA, Keiko"),
    ],
)
def test_the_last_character_of_a_japanese_given_name_is_read_as_it_is_there(
    written: str, other: str, same: str
) -> None:
    assert _score(written, other) < THRESHOLD <= _score(written, same)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("AL-SHABAAB", "Al Shabab"),
        ("Ikhwan al-Velm", "Ikhwaan al Velm"),
        ("Liwa al-Velm", "Lewa al Velm"),
        ("Velm Foundation", "Muassasat al Velm"),
        ("Al-Qaida", "Al Qaeda"),
        ("Zavod Velmont", "Zawod Velmont"),
    ],
)
def test_a_word_that_is_translated_is_found_in_its_other_spellings_too(first: str, second: str) -> None:
    assert _score(first, second, "organisation") >= THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [("MERKONA HERON", "MERKONA HERO"), ("OCEAN PEARL", "OCEAN PEAR"), ("EASTERN COMET", "WESTERN COMET")],
)
def test_two_english_words_that_ships_are_named_with_are_two(first: str, second: str) -> None:
    assert _score(first, second, "vessel") < THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"), [("MERKONA HERON", "MERKONA HEROM"), ("OCEAN SPIRIT", "OCEAN SPRIT")]
)
def test_a_slip_in_such_a_word_is_a_slip(first: str, second: str) -> None:
    assert _score(first, second, "vessel") >= THRESHOLD


_OF_MANY_WORDS = "Central Institute of Marine Fish Research"


def _doubt_of_usual_words(first: str, second: str) -> int:
    return line_by(compare_names(first, second, "organisation"), "only-generic").amount


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_OF_MANY_WORDS, f"{_OF_MANY_WORDS} and Training"),
        (
            "Public Bureau of Chemical Engineering Research",
            "Public Bureau of Chemical Engineering Research and Design",
        ),
        (
            "Fish Export Bank and Forest Insurance Agency",
            "Fish Export Bank, Forest Insurance Agency and Services",
        ),
    ],
)
def test_the_more_usual_words_are_the_same_the_less_they_are_doubted(first: str, second: str) -> None:
    organisation = weights().kind("organisation")
    assert _doubt_of_usual_words(first, second) < organisation.all_generic
    assert _score(first, second, "organisation") >= THRESHOLD


@pytest.mark.parametrize("left_over", ["14th {}", "{} No. 3", "{} of Peru", "Kuwait {}"])
def test_usual_words_are_doubted_in_full_beside_a_place_or_a_number(left_over: str) -> None:
    doubt = _doubt_of_usual_words(_OF_MANY_WORDS, left_over.format(_OF_MANY_WORDS))
    assert doubt == weights().kind("organisation").all_generic


@pytest.mark.parametrize("more", ["Zelkova {}", "{} Zelkova", "Maria {} Zelkova", "Zelkova Merkona {}"])
def test_usual_words_are_doubted_in_full_where_one_has_a_name_of_its_own(more: str) -> None:
    doubt = _doubt_of_usual_words(_OF_MANY_WORDS, more.format(_OF_MANY_WORDS))
    assert doubt == weights().kind("organisation").only_generic


def test_usual_words_are_doubted_in_full_where_each_has_a_name_of_its_own() -> None:
    doubt = _doubt_of_usual_words(f"Zelkova {_OF_MANY_WORDS}", f"Merkona {_OF_MANY_WORDS}")
    assert doubt == weights().kind("organisation").both_named


@pytest.mark.parametrize("somebody", ["Maria Isis Ferreira", "Isis Alves", "Ana Isis Duarte"])
def test_somebody_whose_name_is_a_listed_acronym_is_not_taken_for_it_the_surer(somebody: str) -> None:
    assert _score(somebody, "ISIS", "organisation") < 0.9


def test_few_usual_words_that_are_the_same_are_doubted_in_full() -> None:
    doubt = _doubt_of_usual_words("Marine Fish Institute", "Marine Fish Training Institute")
    assert doubt == weights().kind("organisation").all_generic


def test_the_more_usual_words_are_the_same_the_less_another_subject_counts() -> None:
    first, second = (
        "State Bureau of Forest Insurance and Fish Export Law",
        "State Bureau of Forest Insurance and Fish Export Zoology",
    )
    amount = line_by(compare_names(first, second, "organisation"), "other-trade").amount
    assert 0 < amount < weights().kind("organisation").other_trade


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sun Shipping", "Danish Sun International Shipping"),
        ("Omar Trading Company", "Kuwaiti Omar General Trading LLC"),
        ("Rosa Hotels", "Rosa Hotels and Tourism Group"),
        ("Wilson Cement Works", "Wilson"),
    ],
)
def test_a_common_word_that_two_firms_share_is_doubted_beside_usual_words(first: str, second: str) -> None:
    assert "one-word" in {line.rule for line in compare_names(first, second, "organisation").lines}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zelkova Hotels", "Zelkova Hotels and Tourism Group"),
        ("Omar Trading Company", "OMAR TRADING LLC"),
        ("Rosa Wilson Hotels", "Rosa Wilson Hotels and Tourism"),
    ],
)
def test_a_rare_word_two_words_and_one_beside_legal_forms_alone_are_not(first: str, second: str) -> None:
    assert "one-word" not in {line.rule for line in compare_names(first, second, "organisation").lines}
