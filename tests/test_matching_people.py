"""People's names by culture: spellings of one name are hits, and names that only look alike are not.

The names are made of usual parts; each class is tried with several, so that none is tuned for alone.
"""

from __future__ import annotations

import pytest
from ledgers import line_by

from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD


def _score(first: str, second: str) -> float:
    return compare_names(first, second, "person").score


ONE_NAME = {
    "Korean": [
        ("Kim Yong-chol", "Kim Yŏng-ch'ŏl"),
        ("Kim Yong Chol", "Gim Yeong-cheol"),
        ("Kim Yong Chol", "KIM YONGCHOL"),
        ("Ri Su-yong", "Lee Su-yong"),
        ("Ri Su Yong", "Yi Su-yong"),
        ("Pak Pong-ju", "Park Bong-ju"),
        ("Choe Ryong-hae", "Choi Ryong Hae"),
        ("No Kwang-chol", "Roh Kwang Chol"),
        ("Ri Pyong-chol", "Rhee Byong Chul"),
        ("Jang Song-thaek", "Chang Sung-taek"),
        ("Hyon Yong-chol", "Hyun Young Chul"),
        ("Jo Yong-won", "Cho Yong Won"),
        ("김영철", "Kim Yong Chol"),
        ("박봉주", "Pak Pong Ju"),
        ("최룡해", "CHOE, Ryong Hae"),
    ],
    "Burmese": [
        ("Maung Maung Kyaw", "Mg Mg Kyaw"),
        ("Aung Lin Dwe", "Aung Lin Dway"),
        ("Mya Tun Oo", "U Mya Tun Oo"),
        ("Daw Khin Khin Aye", "Khin Khin Aye"),
        ("Tay Za", "Tayza"),
        ("Zaw Htay", "Zaw Hte"),
        ("Kyaw Swar Oo", "Kyaw Swa Oo"),
        ("သန်းရွှေ", "Than Shwe"),
        ("စိုးဝင်း", "Soe Win"),
    ],
    "Arabic": [
        ("Muhammad Ali Khalid", "Mohamed Ali Khaled"),
        ("Abd al-Rahman Yusuf", "Abdurrahman Yousef"),
        ("Abd al-Rahman Yusuf", "Abdul Rahman Youssef"),
        ("Abd al-Aziz Uthman", "Abdulaziz Osman"),
        ("Abd-al-Rahman Yusuf", "Abdelrahman Youcef"),
        ("Usama Ibrahim", "Osama Ebrahim"),
        ("Abu Bakr al-Baghdadi", "Aboubakr el-Baghdadi"),
        ("Qasim Sulaymani", "Qassem Soleimani"),
        ("Walid Mahmud", "Oualid Mahmoud"),
        ("Ahmad bin Hamad Saleh", "Ahmed ben Hamad Salih"),
        ("Nur al-Din Mustafa", "Nureddin Moustafa"),
        ("محمد علي خالد", "Muhammad Ali Khalid"),
    ],
    "Russian": [
        ("Sergei Kuznetsov", "Sergej Kuznecov"),
        ("Yuri Baranov", "Yuriy Baranov"),
        ("Dmitry Medvedev", "Dmitrii Medvedev"),
        ("Valery Gerasimov", "Valeriy Gerasimov"),
        ("Yevgeny Prigozhin", "Evgenii Prigozhin"),
        ("Vyacheslav Volodin", "Viacheslav Volodin"),
        ("Tatyana Golikova", "Tatiana Golikova"),
        ("Mikhail Mishustin", "Michail Mischustin"),
        ("Dmitriy Medvedev", "Dmitri Medwedew"),
        ("Сергей Кузнецов", "Sergey Kuznetsov"),
    ],
    "Russian, the patronymic left out": [
        ("Sergei Ivanovich Kuznetsov", "Sergey Kuznetsov"),
        ("Igor Sechin", "SECHIN, Igor Ivanovich"),
        ("Timofei Andreyevich Kartashov", "Timofey Kartashov"),
        ("Maria Vladimirovna Zakharova", "Mariya Zaharova"),
    ],
    "Chinese": [
        ("Zhang Guohua", "Chang Kuo-hua"),
        ("Zhou Enlai", "Chou En-lai"),
        ("Zhao Lijian", "Chao Li-chien"),
        ("Zhang Guohua", "ZHANG, Guo Hua"),
        ("Cai Yingwen", "Tsai Ying-wen"),
        ("李方伟", "Li Fangwei"),
        ("張國華", "Zhang Guohua"),
    ],
    "Spanish, the mother's surname left out": [
        ("Diosdado Cabello Rondon", "Diosdado Cabello"),
        ("Nicolas Maduro Moros", "Nicolás Maduro"),
        ("RODRIGUEZ GOMEZ, Jorge", "Jorge Rodriguez"),
        ("Maria del Carmen Perez", "Maria Carmen Perez"),
    ],
    "titles": [
        ("Dr. Bashar Hafiz Qasem", "Bashar Hafiz Qasem"),
        ("Lt. Gen. Mya Tun Oo", "Mya Tun Oo"),
        ("Sheikh Hassan Yousef", "Hassan Yousef"),
        ("KARIMI, Dr Ali", "Ali Karimi"),
        ("Brigadier General Amir Hatami", "Amir Hatami"),
        ("Haji Khairullah Barakzai", "Khairullah Barakzai"),
    ],
    "initials": [
        ("J. Robert Smith", "James Robert Smith"),
        ("V. V. Putin", "Vladimir Vladimirovich Putin"),
        ("John F Kennedy", "John Fitzgerald Kennedy"),
    ],
    "generations": [
        ("John Baker III", "John Baker 3rd"),
        ("John Baker Jr.", "John Baker Junior"),
        ("John Baker Jr", "John Baker"),
    ],
}
OTHER_PEOPLE = {
    "Korean": [
        ("Kim Yong-chol", "Kim Yong-chon"),
        ("Kim Song-chol", "Kim Sok-chol"),
        ("Pak Pong-ju", "Pak Pong-nam"),
        ("Ri Yong-ho", "Ri Yong-su"),
        ("Kim Kwang-il", "Kim Kwang-su"),
        ("Choe Chun-sik", "Choe Chang-sik"),
        ("Kim Jong-un", "Kim Jong-nam"),
        ("김영철", "Kim Yong Chon"),
    ],
    "Burmese": [
        ("Than Shwe", "Than Nwe"),
        ("Soe Win", "Soe Thein"),
        ("Aung Htay", "Aung Thein"),
        ("Khin Nyunt", "Khin Yi"),
        ("Zaw Min", "Zaw Win"),
        ("Tin Htut", "Tin Htay"),
    ],
    "Arabic": [
        ("Hassan Khalil", "Hussein Khalil"),
        ("Abd al-Rahman Salih", "Abd al-Rahim Salih"),
        ("Abd al-Aziz Salih", "Abd al-Karim Salih"),
        ("Muhammad Jasim", "Mahmoud Jasim"),
        ("Walid Mahmud", "Khalid Mahmud"),
        ("Jamal Nasir", "Kamal Nasir"),
    ],
    "Russian": [
        ("Ivan Terentiev", "Ivan Avdeev"),
        ("Igor Sechin", "Igor Sergun"),
        ("Alexei Gromov", "Andrei Gromov"),
        ("Viktor Ivanov", "Viktor Ivanchenko"),
        ("Nikolai Petrov", "Stepan Petrov"),
        ("Nikolai Petrov", "Nikita Petrov"),
    ],
    "Russian, another patronymic": [("Sergei Ivanovich Kuznetsov", "Sergei Petrovich Kuznetsov")],
    "Chinese": [
        ("Zhang Guohua", "Zhang Guoqing"),
        ("Wang Wei", "Wang Wen"),
        ("Chen Weiming", "Chen Weidong"),
        ("Liu Jianhua", "Liu Jianguo"),
    ],
    "Spanish, another surname": [
        ("Jose Garcia Lopez", "Jose Garcia Fernandez"),
        ("Juan Perez Ruiz", "Pedro Perez Ruiz"),
        ("Carlos Gomez Diaz", "Carlos Gomez Salazar"),
    ],
    "another initial": [("J. Robert Smith", "William Robert Smith"), ("V. Putin", "Sergei Putin")],
    "generations": [("John Baker II", "John Baker III"), ("John Baker Jr.", "John Baker Sr.")],
    "forms of one name in other languages": [
        ("Hans Petersen", "Ivan Petersen"),
        ("Jack Morozov", "Hans Morozov"),
        ("Sean Weber", "Giovanni Weber"),
        ("Diego Farkas", "Jakub Farkas"),
        ("Jorge Kovac", "Yuri Kovac"),
        ("Pierre Lang", "Pyotr Lang"),
    ],
    "another nickname": [("William Johnson", "Bob Johnson"), ("Robert Mueller", "Dick Mueller")],
}


def _cases(classes: dict[str, list[tuple[str, str]]]) -> list[object]:
    return [
        pytest.param(*pair, id=f"{name}: {' / '.join(pair)}")
        for name, pairs in classes.items()
        for pair in pairs
    ]


@pytest.mark.parametrize(("first", "second"), _cases(ONE_NAME))
def test_spellings_of_one_name_reach_the_default_threshold(first: str, second: str) -> None:
    assert _score(first, second) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("first", "second"), _cases(OTHER_PEOPLE))
def test_names_of_other_people_stay_below_the_default_threshold(first: str, second: str) -> None:
    assert _score(first, second) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("nickname", "name", "other"),
    [
        ("Bill Johnson", "William Johnson", "Philip Johnson"),
        ("Bob Mueller", "Robert Mueller", "Rodney Mueller"),
        ("Liz Carpenter", "Elizabeth Carpenter", "Linda Carpenter"),
        ("Sasha Petrov", "Alexander Petrov", "Sergei Petrov"),
        ("Volodya Sokolov", "Vladimir Sokolov", "Viktor Sokolov"),
        ("Pepe Ramirez", "Jose Ramirez", "Pedro Ramirez"),
        ("Ivan Demyanov", "John Demyanov", "Jean Demyanov"),
        ("Guillermo Rausch", "William Rausch", "Walter Rausch"),
    ],
)
def test_a_nickname_is_near_its_name_and_far_from_others(nickname: str, name: str, other: str) -> None:
    assert _score(nickname, name) >= DEFAULT_THRESHOLD > _score(nickname, other)
    assert line_by(compare_names(nickname, name, "person"), "nickname").side == "for"


def test_a_patronymic_that_is_missing_is_unlike_one_that_contradicts() -> None:
    full = "Sergei Ivanovich Kuznetsov"
    missing, initial = _score(full, "Sergei Kuznetsov"), _score(full, "Sergei I. Kuznetsov")
    contradicting = _score(full, "Sergei Petrovich Kuznetsov")
    assert _score(full, full) > initial > contradicting
    assert missing > contradicting


@pytest.mark.parametrize(
    ("his", "hers"), [("Ivanov", "Ivanova"), ("Sobyanin", "Sobyanina"), ("Zakharov", "Zakharova")]
)
def test_the_feminine_form_of_a_surname_is_the_same_surname(his: str, hers: str) -> None:
    assert _score(f"Olga {his}", f"Olga {hers}") >= DEFAULT_THRESHOLD


def test_a_shorter_name_is_not_cut_off_where_a_longer_one_passes() -> None:
    """Short names have no cliff: one more letter in common never turns a near name into nothing."""
    scores = [_score("Li Wei", "Li Wei"), _score("Li Wei", "LI, Wei"), _score("Li Wei", "Li Wai")]
    assert scores[0] == scores[1] == 1.0 > scores[2]


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Htay Thein", "HTAY, Thein"),
        ("Thein Htay", "HTAY, Thein"),
        ("Chol Sok Kim", "KIM, Sok Chol"),
        ("DE LA CRUZ, Maria", "Maria de la Cruz"),
        ("al-Zahrani, Omar", "Omar al-Zahrani"),
        ("O'BRIEN, Sean", "Sean O’Brien"),
    ],
)
def test_a_comma_and_the_order_of_the_parts_make_no_difference(written: str, listed: str) -> None:
    assert _score(written, listed) == pytest.approx(1.0)


def test_letters_that_meet_words_are_no_match_where_no_word_meets_another() -> None:
    assert compare_names("KHALIL, B R", "Rosa K Benson", "person").score < DEFAULT_THRESHOLD
    assert compare_names("KHALIL, B R", "Khalil Basim Riad", "person").score > 0.9


def test_a_letter_tells_no_more_of_a_long_word_than_of_a_short_one() -> None:
    common, rare = (
        line_by(compare_names("Hasan, K.", name, "person"), "initial")
        for name in ("Hasan Khan", "Hasan Krzyzanowski")
    )
    assert rare.amount == pytest.approx(common.amount, abs=50_000)  # a twentieth of a rare word


def test_syllables_joined_must_make_up_another_word_nearly_to_the_letter() -> None:
    assert compare_names("Ra U-min", "RAWMAN", "person").score < 0.8
    assert compare_names("Su Kyi", "Sukyi", "person").score == 1.0


@pytest.mark.parametrize(
    ("first", "second"),
    [("Adl Rashwan", "Adel Rashwan"), ("Bakr Tahan", "Baker Tahan"), ("Fadl Omran", "Fadel Omran")],
)
def test_two_consonants_that_end_an_arabic_name_may_have_a_vowel_between(first: str, second: str) -> None:
    assert _score(first, second) > 0.95


def test_a_vowel_between_them_makes_no_other_known_name_of_it() -> None:
    assert _score("Nasr Tahan", "Nasir Tahan") < DEFAULT_THRESHOLD
    assert _score("Hamid Tahan", "Hamad Tahan") < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sergej Pawlow", "Sergei Pavlov"),  # German and Polish w
        ("Jahja Karim", "Yahya Karim"),  # German j
        ("Jasin Haddad", "Yassin Haddad"),
        ("Khin Htwey", "Khin Htway"),
        ("Mya Thein Htey", "Mya Thein Htay"),
    ],
)
def test_a_letter_that_one_language_writes_for_another_makes_no_other_name(first: str, second: str) -> None:
    assert _score(first, second) > 0.95


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("နုနုလင်း", "Nyo Lwin"),  # Nu Nu Lin
        ("ညိုဒင်", "Nyein Thein"),  # Nyo Din, read as Nyouddin by one spelling
        ("ဌေးလွင်", "Thay Lin"),
        ("ဖြိုး", "Phay Oo"),
    ],
)
def test_what_is_written_in_burmese_script_is_met_by_its_syllables_alone(written: str, other: str) -> None:
    assert compare_names(written, other, "person").score < 0.3


@pytest.mark.parametrize(
    ("written", "spelled"),
    [("နုနုလင်း", "Nu Nu Linn"), ("ဌေးလွင်", "Hte Lwin"), ("ကိုကိုလွင်", "Ko Ko Lwin"), ("ဖြိုး", "Phyo")],
)
def test_a_name_in_burmese_script_is_met_as_people_spell_it(written: str, spelled: str) -> None:
    assert compare_names(written, spelled, "person").score > 0.95
