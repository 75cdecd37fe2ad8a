"""Names that a language writes in its own script as it hears them from abroad."""

from __future__ import annotations

import pytest

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.names.romanise import arabic, cyrillic, han, hangul, kana
from sanctions_screen.names.romanise._foreign_in_hangul import foreign

THRESHOLD = ScreeningSettings().threshold


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("그레고리 스튜어트", "STEWART, Gregory"),
        ("볼프강 슈나이더", "SCHNEIDER, Wolfgang"),
        ("블라디미르 쿠즈네초프", "KUZNETSOV, Vladimir"),
        ("드미트리 코마로프", "KOMAROV, Dmitry"),
        ("하비에르 모랄레스", "MORALES, Javier"),
        ("장피에르 마르탱", "MARTIN, Jean-Pierre"),
        ("이브라힘 알하산", "AL-HASSAN, Ibrahim"),
        ("리사 피츠제럴드", "FITZGERALD, Lisa"),
        ("조반니 로마노", "ROMANO, Giovanni"),
    ],
)
def test_hangul_of_a_name_from_abroad_is_that_name(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("그레고리 스튜어트", "STEVENS, Gregory"),
        ("드미트리 코마로프", "KOMARENKO, Dmitry"),
        ("하비에르 모랄레스", "MORENO, Javier"),
        ("데이비드 뮐러", "MILLER, David"),
    ],
)
def test_hangul_of_a_name_from_abroad_is_no_other_name(written: str, other: str) -> None:
    assert compare_names(written, other, "person").score < THRESHOLD


@pytest.mark.parametrize("name", ["김석철", "박 지성", "남궁민수", "황보 관", "이정은", "", "Kim 철"])
def test_what_may_be_a_koreans_name_is_not_from_abroad(name: str) -> None:
    assert foreign(name) == []


@pytest.mark.parametrize("name", ["겼쉡 뷁앞밭 핳", "닭값 뷁얹 훑", "갔었던 꽃밭엌 젖"])
def test_syllables_that_no_name_has_are_spelled_like_any(name: str) -> None:
    assert foreign(name)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("فيكتور أندرييف", "ANDREYEV, Viktor"),
        ("سيرغي بوبوف", "POPOV, Sergei"),
        ("مايكل هاريسون", "HARRISON, Michael"),
        ("ميلان بتروفيتش", "PETROVIC, Milan"),
        ("دافيد كفاراتسخيليا شفيلي", "KVARATSKHELIA SHVILI, David"),
        ("بيدرو كارفاخال", "CARVAJAL, Pedro"),
        ("أولغا ماتفيينكو", "MATVIENKO, Olga"),
    ],
)
def test_arabic_letters_of_a_name_from_abroad_are_that_name(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "other"),
    [("فيكتور أندرييف", "ANDREYENKO, Viktor"), ("مايكل هاريسون", "MORRISON, Michael")],
)
def test_arabic_letters_of_a_name_from_abroad_are_no_other_name(written: str, other: str) -> None:
    assert compare_names(written, other, "person").score < THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Джордж Хоукинс", "HAWKINS, George"),
        ("Уильям Райт", "WRIGHT, William"),
        ("Хорхе Эрнандес", "HERNANDEZ, Jorge"),
        ("Шарль Жерар", "GERARD, Charles"),
        ("Юрген Мюллер", "MUELLER, Juergen"),
        ("Джузеппе Чезаре", "CESARE, Giuseppe"),
        ("Найджел Кук", "COOK, Nigel"),
        ("Гийом Лоран", "LAURENT, Guillaume"),
    ],
)
def test_cyrillic_of_a_western_name_is_spelled_as_at_home(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize("name", ["Иван Петров", "Олена Кравчук", "Ким Чен Ын", ""])
def test_names_of_others_in_cyrillic_are_not_read_as_western(name: str) -> None:
    assert all(way.standard != "western-cyrillic" for way in cyrillic.romanisations(name))


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Нгуен Тхи Лан", "NGUYEN Thi Lan"),
        ("Данг Куанг Винь", "DANG Quang Vinh"),
        ("Чан Дык Лыонг", "TRAN Duc Luong"),
        ("Зыонг Тхань Тунг", "DUONG Thanh Tung"),
        ("Хуинь Ван Бинь", "HUYNH Van Binh"),
        ("グエン・ティ・ラン", "NGUYEN Thi Lan"),
        ("ダン・クアン・ヴィン", "DANG Quang Vinh"),
        ("ファム・ヴァン・ズン", "PHAM Van Dung"),
        ("チャン・ドゥック・ルオン", "TRAN Duc Luong"),
        ("응우옌 티 란", "NGUYEN Thi Lan"),
        ("쩐 득 르엉", "TRAN Duc Luong"),
        ("팜 반 중", "PHAM Van Dung"),
    ],
)
def test_vietnamese_names_are_read_in_the_scripts_of_others(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (cyrillic, "Иван Петров"),
        (cyrillic, "Ким Чен Ын"),
        (kana, "サトウ・イチロウ"),
        (kana, "キム・ヨンチョル"),
        (hangul, "김석철"),
        (hangul, "박 지성"),
    ],
)
def test_names_of_others_are_not_read_as_vietnamese(module: object, name: str) -> None:
    assert all(
        not way.standard.startswith("vietnamese")
        for way in module.romanisations(name)  # type: ignore[attr-defined]
    )


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("جانغ وي مين", "ZHANG Weimin"),
        ("تشانغ قوه تشيانغ", "ZHANG Guoqiang"),
        ("ليو شياو بينغ", "LIU Xiaoping"),
        ("هوانغ تشنغ", "HUANG Zheng"),
        ("تشاو لي هوا", "ZHAO Lihua"),
        ("باك يونغ تشول", "PAK Yong Chol"),
        ("كانغ سونغ هون", "KANG Song Hun"),
        ("خين مونغ سو", "KHIN Maung Soe"),
    ],
)
def test_arabic_letters_of_an_eastern_name_are_that_name(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize("name", ["علي حسن", "محمد رضا كريمي", "فاطمة الزهراء", "جون أندرسون", "لي", ""])
def test_names_of_others_in_arabic_letters_are_not_read_as_chinese(name: str) -> None:
    assert all(way.standard != "chinese-arabic" for way in arabic.romanisations(name))


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("アルカジー・ローゼンベルグ", "ROSENBERG, Arkady"),
        ("ゲンナジー・ザハルチェンコ", "ZAKHARCHENKO, Gennady"),
        ("ゾラン・ムラデノヴィッチ", "MLADENOVIC, Zoran"),
        ("ファン・ビョンホ", "HWANG Byung-ho"),
        ("チェ・ヨンチル", "CHOE Yong Chil"),
        ("フニン・ピュー・アウン", "HNIN Phyu Aung"),
        ("ミャッ・トゥー・ソー", "MYAT Thu Soe"),
    ],
)
def test_katakana_of_a_name_from_abroad_are_that_name(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("德米特里·沃尔科夫", "VOLKOV, Dmitry"),
        ("喬治·泰勒", "TAYLOR, George"),
        ("马克西姆·诺维科夫", "NOVIKOV, Maksim"),
        ("豪尔赫·桑切斯", "SANCHEZ, Jorge"),
        ("哈立德·穆斯塔法", "MUSTAFA, Khalid"),
        ("哈利德・穆斯塔法", "MUSTAFA, Khaled"),
    ],
)
def test_characters_with_dots_between_are_a_name_from_abroad(written: str, listed: str) -> None:
    assert compare_names(written, listed, "person").score >= THRESHOLD


@pytest.mark.parametrize("name", ["王小龙", "陈 国强", "山田太郎", "王·小龙", "·", ""])
def test_a_name_of_east_asia_is_not_from_abroad(name: str) -> None:
    assert all(way.standard != "western-han" for way in han.romanisations(name))
