"""Names in the letters of other languages are found as lists write them."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.cells import read_cell
from sanctions_screen.cells._orthographies import turned
from sanctions_screen.names import comparable_name

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Xasan Cali Maxamuud", "HASSAN ALI MOHAMUD"),
        ("Maxamed Cumar", "MOHAMED OMAR"),
        ("Cabdullahi Yuusuf Axmed", "ABDULLAHI YUSUF AHMED"),
        ("Cabdiraxmaan Xuseen", "ABDIRAHMAN HUSSEIN"),
        ("Maxamed Warsame Xirsi", "MOHAMED WARSAME HIRSI"),
    ],
)
def test_somali_x_and_c_are_the_h_and_the_nothing_of_other_languages(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Siciid Cabdinuur", "SAEED, Abdinur"),
        ("Siciid Xasan Faarax", "SAID HASSAN FARAH"),
        ("Cilmi Xaashi", "ELMI HASHI"),
        ("Faadumo Xirsi Jaamac", "FATIMA HERSI JAMA"),
        ("Ciise Muuse Cali", "ISSA MUSA ALI"),
        ("Saleebaan Yaxye", "SULEIMAN YAHYA"),
    ],
)
def test_somali_forms_of_arabic_names_are_those_names(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Cabdi Xasan", "Cabdi Xuseen"),
        ("Axmed Jaamac Xaamid", "Maxamed Jaamac Xaamid"),
        ("Siciid Faarax", "Saalax Faarax"),
    ],
)
def test_two_somali_names_are_two_names_however_rare_their_letters(first: str, second: str) -> None:
    assert compare_names(first, second, "person").score < THRESHOLD


@pytest.mark.parametrize("name", ["Alexander Max Felix", "Carlos Cesar Cruz", "Roxana Cerda", "Xi Chen"])
def test_x_and_c_of_other_names_stay(name: str) -> None:
    assert read_cell(name, "person").names == (name,)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Vladimir Pusjkov", "PUSHKOV, Vladimir"),
        ("Andrej Tjernov", "CHERNOV, Andrey"),
        ("Igor Nozjkin", "NOZHKIN, Igor"),
        ("Siarhei Hancharou", "GONCHAROV, Sergey"),
        ("Aliaksandr Hryhorjeu", "GRIGORIEV, Alexander"),
        ("Pavel Hubarau", "GUBAROV, Pavel"),
        ("Siarhei Haidzitsau", "GAIDITSEV, Sergei"),
        ("Sergej Selenzow", "ZELENTSOV, Sergei"),
        ("Merdan Çaryýew", "CHARYYEV, Merdan"),
        ("Ljubomir Knjazev", "KNYAZEV, Lyubomir"),
        ("Tural Karim Guliyev", "GULIYEV, Tural Karimovich"),
        ("FATTAH, Musa Abdul", "Musa Abdul Fattah"),
        ("Musa ABDUL FATTAH", "FATTAH, Musa Abdul"),
        ("Cadde Faaruuq", "ADDE, Faruq"),
        ("Pavel Donecky", "DONETSKY, Pavel"),
        ("Sergejs Ivanenkovs", "IVANENKOV, Sergei"),
        ("Jurijus Kupcovas", "KUPTSOV, Yuri"),
        ("Aleksandras Grinevičius", "GRINEVICH, Alexander"),
        ("Toxir Raxmatullayev", "RAKHMATULLAEV, Tokhir"),
        ("Saidzoda Khudoyor", "SAIDOV, Khudoyor"),
        ("Vüqar Şıxəliyev", "SHIKHALIYEV, Vugar"),
        ("Artak Vardani Karapetyan", "KARAPETYAN, Artak Vardanovich"),
        ("MANUKYAN, Armen Ashoti", "Armen Ashotovich Manukyan"),
        ("BERIDZE, Giorgi Davitis dze", "Giorgi Davitovich Beridze"),
        ("Georgios Mpouras", "BOURAS, Giorgos"),
        ("Pavel Yauseeu", "EVSEEV, Pavel"),
        ("Yahor Krauchanka", "KRAVCHENKO, Egor"),
        ("Dmitri Zjoeravljov", "ZHURAVLYOV, Dmitri"),
    ],
)
def test_names_in_letters_of_other_languages_are_read_as_lists_write_them(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [("Gul Sahib", "SAHIB, Gul"), ("Tariq Sheikh", "SHEIKH, Tariq"), ("Nadia Begum", "BEGUM, Nadia")],
)
def test_a_title_behind_a_given_name_alone_is_a_surname(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= 0.95
    assert compare_names(
        f"{written.split()[0]} Zelkova {written.split()[1]}", "ZELKOVA, " + written.split()[0]
    )


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Zelko Tarn al-Muhandis", "AL-MUHANDIS, Zelko Tarn"),
        ("Zelko Tarn el-Hajj", "EL-HAJJ, Zelko Tarn"),
        ("Zelko Tarn Al Sheikh", "Zelko Tarn AL-SHEIKH"),
    ],
)
def test_a_title_behind_an_article_is_a_surname(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= 0.95
    without = compare_names(written, "Zelko Tarn al-Fulani", "person").score
    assert without < THRESHOLD  # another surname is another man
    assert compare_names("Zelko Tarn Shaykh", "Zelko Tarn", "person").score > 0.99


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Rashad Abdul ZELKOV,", "ZELKOV, Abdul Rashad"),
        ("Tarn Abu Velmont", "VELMONT, Abu Tarn"),
        ("Eng. ZELKOV, Vladimir", "ZELKOV, Vladimir"),
        ("Engr. Vladimir Zelkov", "ZELKOV, Vladimir"),
    ],
)
def test_a_name_written_backwards_with_a_servant_amid_it_and_an_engineer_s_are_found(
    written: str, listed: str
) -> None:
    assert compare_names(written, listed, "person").score >= 0.95


@pytest.mark.parametrize("name", ["Rashad Abdul", "Rashad Abdul Ali Zelkov", "Zelkov, Rashad Abdul Karim"])
def test_only_three_words_without_a_comma_amid_them_are_turned(name: str) -> None:
    assert turned(name) is None


@pytest.mark.parametrize(
    ("slipped", "name"),
    [("Omra Sharif", "Omar Sharif"), ("Nuri Demri", "Nuri Demir"), ("Zelkoav Trent", "Zelkova Trent")],
)
def test_two_neighbours_swapped_leave_every_letter(slipped: str, name: str) -> None:
    assert compare_names(slipped, name, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("キム・ヨンチョル", "KIM, Yong Chol"),
        ("パク・スンホ", "PARK, Sung-ho"),
        ("リ・ソルジュ", "RI, Sol Ju"),
        ("テイン・テー", "THEIN HTAY"),
        ("ソー・ウィン", "SOE WIN"),
        ("ゾー・ミン・トゥン", "ZAW MIN TUN"),
        ("كيم يونغ تشول", "KIM, Yong Chol"),
        ("يون تشانغ هو", "YUN, Chang Ho"),
        ("بارك تشون إيل", "PAK, Chun Il"),
        ("شو جين بينغ", "XU, Jinping"),
        ("ミン・スエ・フライン", "MYINT SWE HLAING"),
        ("チョー・スワー・ウー", "KYAW SWAR OO"),
        ("アウンソー・ウィン", "AUNG SOE WIN"),
    ],
)
def test_korean_and_burmese_names_in_katakana_and_arabic_are_read_by_their_own_sound(
    written: str, name: str
) -> None:
    assert compare_names(written, name, "person").score >= THRESHOLD


@pytest.mark.parametrize("name", ["タナカ・タロウ", "ジョン・スミス", "サトウ・ユミ"])
def test_other_names_in_katakana_are_read_as_neither(name: str) -> None:
    standards = {reading.standard for reading in comparable_name(name, "person").readings}
    japanese = {"hepburn", "hepburn-short", "hepburn-m", "hepburn-oh"}
    assert standards <= {*japanese, "foreign-kana", "western-kana"}


@pytest.mark.parametrize(
    "name", ["Winslow Harlow", "Sergei Petrovich Ivanov", "Karim Karimovich", "Benjamin Anja"]
)
def test_names_of_other_languages_and_fathers_stay(name: str) -> None:
    assert [one for one in read_cell(name, "person").names if one.split()[0] == name.split()[0]] == [name]


@pytest.mark.parametrize("title", ["الدكتور", "المهندس", "الأستاذ", "اللواء", "العميد"])
def test_an_arabic_title_with_its_article_counts_nothing(title: str) -> None:
    plain = compare_names("نزار الحلبي", "AL-HALABI, Nizar", "person").score
    assert compare_names(f"{title} نزار الحلبي", "AL-HALABI, Nizar", "person").score == plain >= 0.98


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Tuzimura Syohei", "TSUJIMURA, Shohei"),
        ("Matuzaki Zyunko", "MATSUZAKI, Junko"),
        ("Tyuzyo Hiroko", "CHUJO, Hiroko"),
        ("Ôtuzi Syûzi", "OTSUJI, Shuji"),
        ("MATSUZAKI, Junko", "Matuzaki Zyunko"),
        ("Matuzaki Zyunko", "松崎順子"),
    ],
)
def test_a_name_in_japans_own_standard_is_one_in_hepburn(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= 0.95


@pytest.mark.parametrize(
    "name", ["Matyas Tuzinski", "Tyson Syverson", "Zyta Matysiak", "Syarif Hidayatullah"]
)
def test_a_name_with_other_letters_than_japanese_ones_stays(name: str) -> None:
    assert not any(
        form.startswith(("Mach", "Chy", "Jyt", "Shar")) for form in read_cell(name, "person").names
    )


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Bextiyar Şêxo", "SHEIKHO, Bakhtiar"),
        ("Şîrîn Xelîl", "KHALIL, Shirin"),
        ("Xoşnav Derwêş", "DARWESH, Khoshnav"),
        ("Rojîn Çelebî", "CHALABI, Rojin"),
    ],
)
def test_kurdish_x_and_s_with_a_cedilla_are_kh_and_sh(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD
