"""Romanisation of names in the scripts of East and South-East Asia."""

from __future__ import annotations

import pytest

from sanctions_screen.names.firms import names_east_asian_firm
from sanctions_screen.names.languages.burmese_syllables import words
from sanctions_screen.names.languages.korean_syllables import decompose, syllable_key
from sanctions_screen.names.romanise import burmese, han, hangul, kana, thai
from sanctions_screen.names.romanise._hepburn import hepburn, short_vowels
from sanctions_screen.names.romanise._japanese import readings
from sanctions_screen.names.romanise._japanese_firms import in_english
from sanctions_screen.names.romanise._korean_in_han import hangul_of
from sanctions_screen.names.romanise._korean_names import splits
from sanctions_screen.names.romanise._korean_standards import mccune_reischauer, revised


def spelled(module: object, name: str) -> list[str]:
    return [found.text for found in module.romanisations(name)]  # type: ignore[attr-defined]


class TestHangul:
    def test_a_name_is_spelled_by_every_standard_with_its_customary_surname(self) -> None:
        found = {r.standard: r.text for r in reversed(hangul.romanisations("김석철"))}
        assert found["common"].split()[0] == "Kim"
        assert found["rr"] == "Kim Seok-cheol"
        assert found["dprk"] == "Kim Sok-chol"
        assert found["mr"] == "Kim Sokchol"

    @pytest.mark.parametrize(
        ("name", "surnames"),
        [
            ("이정은", {"Lee", "Yi"}),
            ("리설주", {"Ri", "Lee"}),
            ("박영식", {"Park", "Pak", "Bak"}),
            ("최룡해", {"Choi", "Choe"}),
            ("노태우", {"Noh", "Roh"}),
            ("류미영", {"Ryu"}),
        ],
    )
    def test_a_surname_has_its_usual_spellings(self, name: str, surnames: set[str]) -> None:
        assert surnames <= {text.split()[0] for text in spelled(hangul, name)}

    def test_mccune_reischauer_has_marks_and_voices_between_voiced_sounds(self) -> None:
        assert mccune_reischauer("석철") == "sŏkch'ŏl"
        assert mccune_reischauer("영복") == "yŏngbok"
        assert mccune_reischauer("원") == "wŏn"
        assert mccune_reischauer("영복", marks=False) == "yongbok"

    @pytest.mark.parametrize(
        ("word", "romanised"), [("박락", "bangnak"), ("전라", "jeolla"), ("학여", "hagyeo"), ("문", "mun")]
    )
    def test_the_revised_romanisation_writes_the_sound_changes(self, word: str, romanised: str) -> None:
        assert revised(word) == romanised

    def test_a_surname_of_two_syllables_is_kept_whole(self) -> None:
        assert splits("남궁옥") == (("남궁", "옥"), ("남", "궁옥"))
        assert splits("황보 관") == (("황보", "관"),)
        assert ("황", "보라") in splits("황보라")
        assert ("황보", "라") in splits("황보라")

    @pytest.mark.parametrize(
        ("northern", "southern", "key"),
        [("룡", "용", "yong"), ("리", "이", "i"), ("로", "노", "no"), ("량", "양", "yang")],
    )
    def test_northern_and_southern_forms_of_a_syllable_have_one_key(
        self, northern: str, southern: str, key: str
    ) -> None:
        assert syllable_key(northern) == syllable_key(southern) == key

    def test_a_character_that_is_no_syllable_is_an_error(self) -> None:
        with pytest.raises(ValueError, match="not a Hangul syllable"):
            decompose("a")

    def test_words_too_long_for_a_name_are_spelled_word_by_word(self) -> None:
        assert spelled(hangul, "아름다운우리나라")[0] == "Areumdaunurinara"

    def test_decomposed_hangul_is_read_like_composed(self) -> None:
        import unicodedata

        assert spelled(hangul, unicodedata.normalize("NFD", "김석철")) == spelled(hangul, "김석철")


class TestBurmese:
    @pytest.mark.parametrize(
        ("name", "romanised"),
        [
            ("သိန်းဌေး", "Thein Htay"),
            ("သိန်းစိန်", "Thein Sein"),
            ("မင်းအောင်လှိုင်", "Min Aung Hlaing"),
            ("အောင်ဆန်းစုကြည်", "Aung San Su Kyi"),
            ("ရွှေမန်း", "Shwe Man"),
            ("ကျော်ဇေယျာ", "Kyaw Zeya"),
            ("သန္တာ", "Thandar"),
            ("ခင်ညွန့်", "Khin Nyunt"),
            ("ဦးထွန်းမြင့်", "U Tun Myint"),
            ("ထွန်းမြင့်ဦး", "Tun Myint Oo"),
        ],
    )
    def test_a_name_is_spelled_as_people_spell_it(self, name: str, romanised: str) -> None:
        assert spelled(burmese, name)[0] == romanised

    def test_variants_change_one_word_each(self) -> None:
        usual, *variants = (text.split() for text in spelled(burmese, "သိန်းဌေး"))
        assert ["Thein", "Tay"] in variants
        assert all(sum(a != b for a, b in zip(usual, v, strict=True)) == 1 for v in variants)

    def test_each_of_several_spellings_is_romanised(self) -> None:
        assert {"Bo Sein"} <= set(spelled(burmese, "ဘိုစိန်၊ ဗိုလ်စိန်")[:2])

    @pytest.mark.parametrize(("level", "creaky"), [("တင်", "တင့်"), ("သန်း", "သန့်"), ("ညွန်", "ညွန့်")])
    def test_the_creaky_tone_that_names_show_makes_another_word(self, level: str, creaky: str) -> None:
        assert words(level)[0].keys != words(creaky)[0].keys
        assert spelled(burmese, creaky)[0].endswith("nt")

    def test_signs_typed_in_another_order_read_the_same(self) -> None:
        assert spelled(burmese, "တင\u1037\u103a") == spelled(burmese, "တင\u103a\u1037")


class TestHan:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("习近平", {"Xi Jinping", "Hsi Chin-ping"}),
            ("曾庆红", {"Zeng Qinghong"}),
            ("单伟建", {"Shan Weijian"}),
            ("歐陽修", {"Ouyang Xiu"}),
            ("林鄭月娥", {"Lin Zhengyuee"}),
            ("李嘉誠", {"Li Jiacheng", "Lee Ka-shing"}),
            ("朴正熙", {"Park Jung-hee"}),
            ("金日成", {"Kim Il-song"}),
            ("岸田文雄", {"Kishida Fumio"}),
            ("安倍晋三", {"Abe Shinzou", "Abe Shinzo"}),
            ("佐々木一郎", {"Sasaki Ichiro"}),
        ],
    )
    def test_a_name_is_read_in_each_language(self, name: str, expected: set[str]) -> None:
        assert expected <= set(spelled(han, name))

    def test_a_name_longer_than_chinese_ones_behind_a_japanese_surname_is_read_in_japanese_alone(
        self,
    ) -> None:
        standards = {found.standard for found in han.romanisations("三上俊治")}
        assert standards <= {"japanese", "japanese-short"}
        assert "Mikami Toshiharu" in spelled(han, "三上俊治")

    @pytest.mark.parametrize("name", ["陳方安生", "歐陽娜娜", "勝見勝"])
    def test_another_may_be_chinese_too(self, name: str) -> None:
        assert "pinyin" in {found.standard for found in han.romanisations(name)}

    def test_simplified_and_traditional_characters_are_read_alike(self) -> None:
        assert spelled(han, "刘晓东")[:3] == spelled(han, "劉曉東")[:3]

    def test_blanks_part_surname_and_given_name(self) -> None:
        assert spelled(han, "山 下太郎")[0] != spelled(han, "山下 太郎")[0]

    def test_a_name_of_a_korean_is_read_through_hangul(self) -> None:
        assert hangul_of("金錫鐵") == "김석철"
        assert hangul_of("李雪主") == "이설주"


class TestJapanese:
    def test_known_surnames_and_given_names_part_a_name(self) -> None:
        best = readings("田中角栄")[0]
        assert (best.surname, best.given) == ("tanaka", "kakuei")

    @pytest.mark.parametrize(
        ("text", "full", "short"),
        [
            ("こういちろう", "kouichirou", "koichiro"),
            ("しんいち", "shin'ichi", "shinichi"),
            ("ゆうじ", "yuuji", "yuji"),
            ("はっとり", "hattori", "hattori"),
            ("えっちゅう", "etchuu", "etchu"),
            ("サトー", "satoo", "sato"),
            ("いのうえ", "inoue", "inoue"),
        ],
    )
    def test_kana_are_written_in_hepburn_with_long_or_short_vowels(
        self, text: str, full: str, short: str
    ) -> None:
        assert hepburn(text) == full
        assert short_vowels(full) == short

    def test_kana_without_a_blank_are_parted_where_a_surname_ends(self) -> None:
        assert "Satou Ichirou" in spelled(kana, "さとういちろう")
        assert "Sato Ichiro" in spelled(kana, "さとういちろう")
        assert "Satouichirou" not in spelled(kana, "さとういちろう")

    @pytest.mark.parametrize(
        ("name", "whole"), [("さとうずめろ", "Satouzumero"), ("サトウイチロウ", "Satouichirou")]
    )
    def test_kana_that_may_be_parted_elsewhere_or_are_of_another_tongue_stay_whole_too(
        self, name: str, whole: str
    ) -> None:
        assert whole in spelled(kana, name)


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("高橋鋼太", "Takahashi Kouta"),
        ("佐藤覇留", "Satou Haruru"),
        ("山田漣", "Yamada Ren"),
        ("鈴木琉子", "Suzuki Ryuko"),
    ],
)
def test_a_character_that_no_given_name_of_the_dictionary_has_is_read(name: str, reading: str) -> None:
    assert reading in spelled(han, name)


class TestForeignNamesInKana:
    @pytest.mark.parametrize(
        ("name", "foreign"),
        [
            ("オレグ・クズネツォフ", "Oleg"),
            ("グリゴリー・オルロフ", "Grigori"),
            ("ムハンマド・サルマン", "Muhammad"),
            ("ラシード・アフマド", "Ahmad"),
            ("フセイン・ファイサル", "Husein"),
            ("ペドロ・カルロス", "Karlos"),
        ],
    )
    def test_vowels_that_kana_add_are_left_out(self, name: str, foreign: str) -> None:
        assert foreign in {word for found in spelled(kana, name) for word in found.split()}

    def test_a_japanese_name_and_one_in_hiragana_stay(self) -> None:
        assert spelled(kana, "さとう いちろう")[0] == "Satou Ichirou"
        assert spelled(kana, "サトウ・イチロウ")[0] == "Satou Ichirou"


class TestWesternNamesInKana:
    @pytest.mark.parametrize(
        ("name", "western"),
        [
            ("レイチェル・ワイズ", "Rachel Wise"),
            ("ヴェラ・ベーカー", "Vera Baker"),
            ("ベラ・ベーカー", "Vera Baker"),
            ("トーマスエドワーズ", "Thomas Edwards"),
            ("マイケルジェームズウォーカー", "Michael James Walker"),
            ("シャルルドモンテスキュー", "Charles De Montesquieu"),
            ("ゲーテ", "Goethe"),
            ("レイチェル・オドネル", "Rachel Odonel"),
            ("レイチェルオドネル", "Rachel Odonel"),
        ],
    )
    def test_usual_ones_are_spelled_as_at_home_and_part_a_name_written_as_one(
        self, name: str, western: str
    ) -> None:
        assert western in {way.text for way in kana.romanisations(name) if way.standard == "western-kana"}

    @pytest.mark.parametrize(
        "name", ["アンドウケイコ", "サトウ・イチロウ", "さとういちろう", "キム・ヨンチョル", "ド", ""]
    )
    def test_a_name_of_others_is_none(self, name: str) -> None:
        assert all(way.standard != "western-kana" for way in kana.romanisations(name))

    def test_a_short_word_beside_an_unknown_one_parts_nothing(self) -> None:
        assert all(way.standard != "western-kana" for way in kana.romanisations("アンゴルベンコ"))


class TestThai:
    @pytest.mark.parametrize(
        ("name", "romanised"),
        [("สมชาย ใจดี", "Somchai Chaidi"), ("ประยุทธ์", "Prayut"), ("สมศักดิ์", "Somsak"), ("ทักษิณ", "Thaksin")],
    )
    def test_a_name_is_spelled_by_the_royal_institutes_system(self, name: str, romanised: str) -> None:
        assert spelled(thai, name)[0] == romanised

    def test_the_second_spelling_keeps_the_learned_letters(self) -> None:
        assert "Abhisit Vetchachiva" in spelled(thai, "อภิสิทธิ์ เวชชาชีวะ")

    @pytest.mark.parametrize(
        ("name", "romanised"),
        [
            ("ถนอม ขจรศักดิ์", "Thanom Khachonsak"),  # an unwritten a before a vowel's syllable and before an o
            ("สถาพร วรรณศิริ", "Sathaphon Wansiri"),
            ("ชวนพิศ สมใจ", "Chuanphit Somchai"),  # w as a vowel
            ("เจริญ เสนา", "Charoen Sena"),  # a sign before two syllables' consonants
            ("วัฒนา รัตนพันธ์", "Watthana Rattanaphan"),  # a consonant that ends one syllable and opens the next
            ("มิตรชัย", "Mitchai"),  # a silent r
            ("ชาติชาย ธรรมดี", "Chatchai Thamdi"),  # a silent i, and a doubled r for a
            ("พฤกษ์", "Phruek"),
            ("กรกช พลายงาม", "Konkot Plaingam"),
        ],
    )
    def test_what_is_not_written_or_not_said_is_told_by_the_likeliest_ways(
        self, name: str, romanised: str
    ) -> None:
        found = spelled(thai, name)
        assert set(romanised.replace("ph", "p").lower().split()) <= {
            w.replace("ph", "p").lower() for s in found for w in s.split()
        }

    @pytest.mark.parametrize(
        ("name", "plain"), [("ธนพล", "Tanapol"), ("อาทร เจริญ", "Atorn Jarern"), ("พิพัฒน์", "Pipat")]
    )
    def test_a_name_is_spelled_as_people_plainly_write_their_own(self, name: str, plain: str) -> None:
        assert plain in spelled(thai, name)


class TestOrganisations:
    @pytest.mark.parametrize(
        ("module", "name", "english"),
        [
            (han, "北京大学", "Beijing University"),
            (han, "横浜市立大学", "Yokohama City University"),
            (han, "上海市第一人民医院", "Shanghai City First Peoples Hospital"),
            (kana, "田中エンジニアリング株式会社", "Tanaka Engineering Co Ltd"),
            (hangul, "한국에너지연구소", "Korea Energy Research Institute"),
            (hangul, "조선광업개발무역회사", "Korea Mining Development Trading Company"),
            (hangul, "홍성의료원", "Hongseong Medical Center"),
        ],
    )
    def test_known_words_are_given_in_english_and_the_rest_romanised(
        self, module: object, name: str, english: str
    ) -> None:
        assert spelled(module, name)[0] == english

    @pytest.mark.parametrize(
        ("module", "name", "english"),
        [
            (han, "恵泉大学", "Keisen University"),
            (han, "三協電機株式会社", "Sankyo Electric Machinery Co Ltd"),
            (han, "株式会社八州", "Co Ltd Hasshu"),
            (han, "国立病院鈴木済生会", "National Hospital Suzuki Saiseikai"),
            (han, "医療法人社団清心会山本総合病院", "Yamamoto General Hospital"),
            (han, "株式会社サンライズ精工", "Co Ltd Sunrise Seiko"),
            (kana, "ブルースカイ株式会社", "Blue Sky Co Ltd"),
            (kana, "株式会社ルブリテック", "Co Ltd Rubritek"),
        ],
    )
    def test_the_rest_is_read_by_its_sino_japanese_sound_or_as_english_too(
        self, module: object, name: str, english: str
    ) -> None:
        assert english in spelled(module, name)

    @pytest.mark.parametrize("word", ["マスターズ", "ドウゲン", "ー", ""])
    def test_katakana_that_are_not_english_throughout_are_not_taken_for_it(self, word: str) -> None:
        assert in_english(word) == ""

    @pytest.mark.parametrize("name", ["石川三郎", "山口東", "中国人", "福島", "이연구", "김대학"])
    def test_a_name_without_a_telling_word_is_left_alone(self, name: str) -> None:
        assert not names_east_asian_firm(name)

    def test_han_characters_among_kana_are_read_as_japanese(self) -> None:
        assert spelled(kana, "やまだ太郎")[0] == "Yamada Tarou"


class TestChineseInHangul:
    @pytest.mark.parametrize(("name", "pinyin"), [("이극용", "Li Keyong"), ("황정견", "Huang Tingjian")])
    def test_a_korean_reading_is_taken_back_to_mandarin_where_characters_are_few(
        self, name: str, pinyin: str
    ) -> None:
        found = {way for way in spelled(hangul, name) if way.startswith(pinyin.split()[0])}
        assert len(found) == 2

    @pytest.mark.parametrize(
        ("name", "pinyin"),
        [("사마건", "Sima Jian"), ("구양수정", "Ouyang Xiuzheng"), ("하후영", "Xiahou Ying")],
    )
    def test_a_surname_of_two_characters_is_one(self, name: str, pinyin: str) -> None:
        found = {way.text for way in hangul.romanisations(name) if way.standard == "hanja-pinyin"}
        assert any(way.startswith(pinyin.split()[0] + " ") for way in found)

    @pytest.mark.parametrize(
        ("name", "pinyin"), [("왕샤샤", "Wang Xiaxia"), ("천쉬", "Chen Xu"), ("리쉬안", "Li Xuan")]
    )
    def test_syllables_that_only_a_dictionary_has_for_korean_are_mandarin(
        self, name: str, pinyin: str
    ) -> None:
        assert pinyin in {way.text for way in hangul.romanisations(name) if way.standard == "hangul-pinyin"}

    @pytest.mark.parametrize(("name", "pinyin"), [("장쯔이", "Zhang Ziyi"), ("황팅팅", "Huang Tingting")])
    def test_mandarin_sounds_are_read_where_a_syllable_is_not_korean(self, name: str, pinyin: str) -> None:
        assert pinyin in {way.text for way in hangul.romanisations(name) if way.standard == "hangul-pinyin"}

    def test_a_name_of_korean_syllables_is_not_read_by_mandarin_sounds(self) -> None:
        assert all(way.standard != "hangul-pinyin" for way in hangul.romanisations("김석철"))
