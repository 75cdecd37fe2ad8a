"""Laws that hold for every text the East Asian romanisers are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.names import languages
from sanctions_screen.names.languages import burmese, chinese, korean
from sanctions_screen.names.languages.burmese_syllables import lexicon, words
from sanctions_screen.names.languages.korean_syllables import syllable_key
from sanctions_screen.names.romanise import burmese as myanmar
from sanctions_screen.names.romanise import han, hangul, kana, thai

HANGUL = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
MYANMAR = st.characters(min_codepoint=0x1000, max_codepoint=0x109F)
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
KANA = st.characters(min_codepoint=0x3041, max_codepoint=0x30FE)
THAI = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
SCRIPTS = [
    (hangul, HANGUL),
    (myanmar, MYANMAR),
    (han, HAN),
    (han, HAN | KANA),
    (kana, KANA),
    (thai, THAI),
]
LATIN = st.text(alphabet="abcdefghijklmnopqrstuvwxyz-' ŏŭ", max_size=14)
LANGUAGES = [korean, chinese, burmese]
SYLLABIC = [korean.GIVEN, korean.SURNAME, chinese.GIVEN, burmese.NAMES]


@pytest.mark.parametrize(("module", "letters"), SCRIPTS)
@given(data=st.data())
def test_any_text_has_at_most_twelve_spellings_all_different_and_the_same_each_time(
    module: object, letters: st.SearchStrategy[str], data: st.DataObject
) -> None:
    text = data.draw(st.text(alphabet=letters | st.just(" "), max_size=9))
    found = module.romanisations(text)  # type: ignore[attr-defined]
    assert found == module.romanisations(text)  # type: ignore[attr-defined]
    assert len(found) <= 12
    assert len({r.text for r in found}) == len(found)
    assert all(r.text.strip() == r.text != "" and r.standard for r in found)


@pytest.mark.parametrize("module", [hangul, myanmar, han, kana, thai])
@given(text=st.text(max_size=30))
def test_no_text_at_all_makes_a_romaniser_fail(module: object, text: str) -> None:
    module.romanisations(text)  # type: ignore[attr-defined]


@given(name=st.text(alphabet=HANGUL, min_size=1, max_size=6))
def test_a_name_in_hangul_comes_out_in_plain_latin_letters(name: str) -> None:
    for found in hangul.romanisations(name):
        assert found.text.isascii()
        assert found.text.replace(" ", "").replace("-", "").isalpha()


@pytest.mark.parametrize("module", LANGUAGES)
@given(first=LATIN, second=LATIN)
def test_agreement_is_symmetric_and_lies_between_nought_and_one(
    module: object, first: str, second: str
) -> None:
    score = module.agreement(first, second)  # type: ignore[attr-defined]
    assert score == module.agreement(second, first)  # type: ignore[attr-defined]
    assert 0.0 <= score <= 1.0


@given(first=LATIN, second=LATIN, among=st.frozensets(st.sampled_from(["burmese", "chinese", "korean"])))
def test_words_agree_as_far_as_they_do_in_the_language_where_they_agree_most(
    first: str, second: str, among: frozenset[languages.Language]
) -> None:
    found = languages.agreement(first, second, among)
    assert found == languages.agreement(second, first, among)
    modules = {"burmese": burmese, "chinese": chinese, "korean": korean}
    assert found == max((modules[name].agreement(first, second) for name in among), default=0.0)
    shared = languages.syllable_keys(first, among) & languages.syllable_keys(second, among)
    assert (found > 0.0) == bool(shared)


@given(words=st.lists(LATIN, min_size=1, max_size=4).map(tuple))
def test_a_name_read_as_japanese_is_in_no_language_of_these_syllables(words: tuple[str, ...]) -> None:
    assert languages.languages(words, "japanese") == frozenset()


def test_two_names_of_syllables_in_no_language_of_both_have_none_in_common() -> None:
    korean_alone, chinese_alone = frozenset({"korean"}), frozenset({"chinese"})
    assert languages.common_languages(korean_alone, korean_alone) == korean_alone  # type: ignore[arg-type]
    assert languages.common_languages(korean_alone, chinese_alone) == {"none-in-common"}  # type: ignore[arg-type]
    assert not languages.common_languages(korean_alone, frozenset())  # type: ignore[arg-type]


@pytest.mark.parametrize("table", SYLLABIC)
@given(data=st.data())
def test_agreement_is_positive_exactly_when_a_key_is_shared(table: object, data: st.DataObject) -> None:
    spellings = st.sampled_from(sorted(table.table))  # type: ignore[attr-defined]
    first, second = data.draw(spellings), data.draw(spellings)
    shared = table.keys(first) & table.keys(second)  # type: ignore[attr-defined]
    assert (table.agreement(first, second) > 0) == bool(shared)  # type: ignore[attr-defined]


@pytest.mark.parametrize("table", SYLLABIC)
@given(data=st.data())
def test_case_and_marks_do_not_change_what_a_spelling_stands_for(table: object, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted(table.table)))  # type: ignore[attr-defined]
    keys = table.keys(word)  # type: ignore[attr-defined]
    assert keys == table.keys(word.upper()) != frozenset()  # type: ignore[attr-defined]


@given(name=st.lists(st.sampled_from("김리박최석철영복남광혁성일정은룡해"), min_size=3, max_size=3))
def test_every_korean_spelling_of_a_name_in_hangul_agrees_with_its_syllables(name: list[str]) -> None:
    given_name = "".join(name[1:])
    standard = "-".join(syllable_key(syllable) for syllable in given_name)
    for found in hangul.romanisations("".join(name)):
        if found.standard not in ("rr-sound", "hanja-pinyin"):
            assert korean.GIVEN.agreement(found.text.split()[1], standard) > 0


@given(word=st.sampled_from(sorted(lexicon())))
def test_every_spelling_of_a_burmese_word_shares_a_key_with_the_word_itself(word: str) -> None:
    keys = {key for part in words(word)[:1] for key in part.keys}
    for spelling in lexicon()[word]:
        assert burmese.keys(spelling) & keys


@pytest.mark.parametrize("table", SYLLABIC)
@given(data=st.data())
def test_readings_are_few_have_different_keys_and_come_weightiest_first(
    table: object, data: st.DataObject
) -> None:
    spellings = st.sampled_from(sorted(table.table))  # type: ignore[attr-defined]
    word = data.draw(st.lists(spellings, min_size=1, max_size=3).map("-".join) | LATIN)
    found = table.readings(word)  # type: ignore[attr-defined]
    assert len({reading.key for reading in found}) == len(found) <= 32
    assert [r.weight for r in found] == sorted((r.weight for r in found), reverse=True)
    assert all(0.0 < reading.weight <= 1.0 for reading in found)


def test_a_known_word_counts_in_full_though_its_syllables_spell_it_less_well() -> None:
    assert burmese.readings("thida")[0].weight == 1.0
    assert burmese.agreement("thida", "thidar") == 1.0
