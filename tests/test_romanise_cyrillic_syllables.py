"""Korean, Chinese and Burmese names in Cyrillic letters meet their Latin ones; Russian names stay theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.matching import compare_names
from sanctions_screen.names.romanise._east_in_cyrillic import syllabic
from sanctions_screen.names.romanise._readings import LIMIT
from sanctions_screen.names.romanise.cyrillic import romanisations
from sanctions_screen.names.tables import read_table

KOREAN = [
    ("Kim Jong Un", "Ким Чен Ын"),
    ("Kim Jong-un", "КИМ ЧЕН-ЫН"),
    ("Kim Jong Un", "Кім Чен Ин"),
    ("Choe Ryong Hae", "Чхве Рён Хэ"),
    ("Choe Ryong Hae", "Цой Рён Хэ"),
    ("Jang Song Thaek", "Чан Сон Тхэк"),
    ("Hwang Pyong So", "Хван Бён Со"),
    ("Kim Yong Chol", "Ким Ён Чхоль"),
    ("Kim Yong Chol", "Ким Ен Чер"),
    ("Ri Pyong Chol", "Ли Бён Чхоль"),
    ("O Kuk Ryol", "О Гык Рёль"),
    ("Pak Yong Sik", "Пак Ён Сик"),
    ("Yun Ho Jin", "Юн Хо Чжин"),
    ("Han Chang Sun", "Хан Чхан Сун"),
    ("Yoon Suk Yeol", "Юн Сок Ёль"),
    ("Park Geun-hye", "Пак Кын Хе"),
    ("Moon Jae-in", "Мун Чжэ Ин"),
    ("Namgung Min", "Намгун Мин"),
    ("O Jin U", "О Дин У"),
    ("Thae Yong Ho", "Тхэ Ён Хо"),
]
CHINESE = [
    ("Xi Jinping", "Си Цзиньпин"),
    ("Xi Jinping", "Сі Цзіньпін"),
    ("Zhang Xiaoming", "Чжан Сяомин"),
    ("Wang Wenbin", "Ван Веньбинь"),
    ("Wang Yi", "Ван И"),
    ("Mao Zedong", "Мао Цзэ-дун"),
    ("Mao Tse-tung", "Мао Цзэдун"),
    ("Chen Quanguo", "Чэнь Цюаньго"),
    ("Zhu Hailun", "Чжу Хайлунь"),
    ("Huo Liujun", "Хо Люцзюнь"),
    ("Wang Mingshan", "Ван Миншань"),
    ("Deng Xiaoping", "Дэн Сяопин"),
    ("Luo Huining", "Ло Хойнин"),
    ("Zhuge Liang", "Чжугэ Лян"),
    ("Ouyang Xiu", "Оуян Сю"),
    ("Lü Yuan", "Люй Юань"),
    ("Tan Changan", "Тань Чанъань"),
    ("Bo Xilai", "Бо Силай"),
    ("Ding Xuexiang", "Дин Сюэсян"),
    ("Ye Jianying", "Е Цзяньин"),
]
BURMESE = [
    ("Min Aung Hlaing", "Мин Аун Хлайн"),
    ("Soe Win", "Со Вин"),
    ("Mya Tun Oo", "Мья Тун У"),
    ("Ye Win Oo", "Йе Вин У"),
    ("Aung San Suu Kyi", "Аун Сан Су Чжи"),
    ("Thein Sein", "Тейн Сейн"),
    ("Than Shwe", "Тан Шве"),
    ("Tin Aung San", "Тин Аун Сан"),
    ("Moe Myint Tun", "Мо Мьин Тун"),
    ("Maung Maung Kyaw", "Маун Маун Чжо"),
    ("Htin Kyaw", "Тхин Чо"),
    ("Khin Nyunt", "Кхин Ньюн"),
    ("Soe Htut", "Со Тху"),
    ("Aung Lin Dwe", "Аун Лин Двей"),
    ("Sithu Zeya", "Ситху Зейя"),
    ("U Thant", "У Тан"),
    ("Kyaw Swar Lin", "Чжо Сва Лин"),
]
APART = [
    ("Kim Jong Un", "Ким Чен Ир"),
    ("Kim Jong Il", "Ким Ир Сен"),
    ("Kim Yong Chol", "Ким Ён Нам"),
    ("Pak Yong Sik", "Пак Ён Су"),
    ("Ri Yong Ho", "Ли Ён Гиль"),
    ("Han Chang Sun", "Хван Чхан Сун"),
    ("Xi Jinping", "Си Чжунсюнь"),
    ("Wang Wenbin", "Ван Вэньтао"),
    ("Zhang Xiaoming", "Чжан Сяопин"),
    ("Chen Quanguo", "Чжэн Цюаньго"),
    ("Wang Wei", "Вань Вэй"),
    ("Min Aung Hlaing", "Мин Аун Тейн"),
    ("Thein Sein", "Тан Шве"),
    ("Maung Maung Kyaw", "Маун Маун Аун"),
    ("Khin Nyunt", "Кхин Зо"),
]
STANDARDS = {"kontsevich", "palladius", "burmese-cyrillic", "vietnamese-cyrillic"}
RUSSIAN = [
    "Анна Ким",
    "Ким Роман",
    "Ли Анна Ивановна",
    "Виктор Цой",
    "Сергей Ли",
    "Николай Пак",
    "Ян Гус",
    "Иван Хан",
    "Лев Толстой",
    "Олена Кім",
    "Марко Ким",
    "Ким Інна",
    "Ким Инна",
    "Ли Паша",
    "Пак Юрий",
    "Ли",
    "Ким",
    "Сон",
]


@pytest.mark.parametrize(("latin", "cyrillic"), [*KOREAN, *CHINESE, *BURMESE])
def test_a_name_of_syllables_in_cyrillic_meets_its_latin_spelling(latin: str, cyrillic: str) -> None:
    assert compare_names(latin, cyrillic, kind="person").score >= 0.8


@pytest.mark.parametrize(("latin", "cyrillic"), APART)
def test_names_of_other_syllables_stay_apart(latin: str, cyrillic: str) -> None:
    assert compare_names(latin, cyrillic, kind="person").score < 0.8


@pytest.mark.parametrize(
    ("name", "standard", "spelled"),
    [
        ("Ким Ир Сен", "kontsevich", "kim il seong"),
        ("Си Цзиньпин", "palladius", "xi jinping"),
        ("Си Аньань", "palladius", "xi anan"),
        ("Люй Юэ", "palladius", "lu yue"),
        ("Мин Аун Хлайн", "burmese-cyrillic", "min aung hlaing"),
    ],
)
def test_a_reading_says_by_which_system(name: str, standard: str, spelled: str) -> None:
    assert (spelled, standard) in {(found.text, found.standard) for found in romanisations(name)}


@pytest.mark.parametrize("name", RUSSIAN)
def test_a_russian_or_ukrainian_name_gains_no_reading(name: str) -> None:
    assert STANDARDS.isdisjoint(found.standard for found in romanisations(name))


@pytest.mark.parametrize("name", ["Ким Чен Ын", "Ли Мин", "Чан Мин Сон"])
def test_the_readings_of_the_letters_stand_first_and_unchanged(name: str) -> None:
    standards = [found.standard in STANDARDS for found in romanisations(name)]
    assert standards == sorted(standards)
    assert romanisations(name)[0].standard == "ru-usual"


def test_palladius_table_is_complete() -> None:
    listed = {pinyin for _, spelled in read_table("chinese_in_cyrillic.tsv", 2) for pinyin in spelled.split()}
    assert listed >= {pinyin for pinyin, _ in read_table("chinese_in_hangul_by_sound.tsv", 2)}


@pytest.mark.parametrize(
    ("name", "columns"), [("chinese_in_cyrillic.tsv", 2), ("burmese_in_cyrillic.tsv", 2)]
)
def test_a_table_has_each_syllable_once(name: str, columns: int) -> None:
    syllables = [row[0] for row in read_table(name, columns)]
    assert len(syllables) == len(set(syllables))


WORDS = st.one_of(
    st.sampled_from([word for name in RUSSIAN for word in name.split()]),
    st.sampled_from([word for _, name in [*KOREAN, *CHINESE, *BURMESE] for word in name.split()]),
    st.sampled_from([row[-2] for table in ("chinese_in_cyrillic.tsv", "korean_in_cyrillic.tsv") for row in
                     read_table(table, 3 if table == "korean_in_cyrillic.tsv" else 2)]),
    st.text("абвгдеёжзийклмнопрстухцчшыьъэюяіїь", max_size=9),
)  # fmt: skip


@given(st.lists(WORDS, max_size=5).map(" ".join))
def test_few_spellings_and_always_the_same(name: str) -> None:
    found = romanisations(name)
    assert found == romanisations(name)
    assert len(found) <= LIMIT
    assert all(part.text.strip() for part in found)


@given(st.lists(WORDS, max_size=5))
def test_readings_of_syllables_are_in_plain_latin_letters(words: list[str]) -> None:
    for found in syllabic([word.lower() for word in words]):
        assert found.text.replace(" ", "").replace("-", "").isascii()
        assert found.standard in STANDARDS
