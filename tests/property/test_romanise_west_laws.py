"""What the western romanisers and the comparison of romanised words promise, whatever they are given."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.names.people._arabic_compounds import join_parts
from sanctions_screen.names.romanise._readings import LIMIT
from sanctions_screen.names.sounds.likeness import romanised_similarity, similarity_bound
from sanctions_screen.names.sounds.spelling import sounds

FULL = 1_000_000

MODULES = ("arabic", "hebrew", "cyrillic", "greek", "armenian", "georgian", "indic", "ethiopic")
LETTERS = {
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچژگکیٹڈڑںھہے",
    "hebrew": "אבגדהוזחטיכךלמםנןסעפףצץקרשת'׳״",
    "cyrillic": "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюяђјљњћџѓќѕәғқңөұүҳӣӯҷ",
    "greek": "αάβγδεέζηήθιίϊκλμνξοόπρσςτυύφχψωώ",
    "armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "ethiopic": "ሀለሐመሠረሰሸቀበተነኘአከወዐዘየደጀገጠጨጸፀፈፐኩሚርብእክቋ",
    "indic": "कखगनमरलसहािीुेो्ंकाবরমনানাਕਮதமன்",
}

pieces = st.sampled_from(
    [
        "kh",
        "sh",
        "ou",
        "ee",
        "dj",
        "y",
        "i",
        "a",
        "e",
        "o",
        "u",
        "m",
        "h",
        "d",
        "r",
        "s",
        "l",
        "n",
        "abdul",
        "uddin",
    ]
)
words = st.one_of(
    st.lists(pieces, max_size=7).map("".join),
    st.text(alphabet=string.ascii_lowercase + "*", max_size=12),
)


# One sound in two spellings, cheap to swap: where a bound that is wrong would show.
respellings = st.sampled_from(
    [
        ("kh", "h"),
        ("gh", "g"),
        ("ch", "sh"),
        ("w", "v"),
        ("j", "zh"),
        ("q", "k"),
        ("dh", "d"),
        ("y", "j"),
        ("a", "e"),
    ]
)
respelled = st.lists(respellings, min_size=1, max_size=6).map(
    lambda pairs: ("a".join(first for first, _ in pairs), "a".join(second for _, second in pairs))
)


def romaniser(module: str) -> object:
    from importlib import import_module

    return import_module(f"sanctions_screen.names.romanise.{module}").romanisations


@given(words, words)
def test_likeness_is_symmetric_and_between_nought_and_full(first: str, second: str) -> None:
    likeness = romanised_similarity(first, second)
    assert likeness == romanised_similarity(second, first)
    assert 0 <= likeness <= FULL


@given(words)
def test_a_word_is_wholly_like_itself(word: str) -> None:
    assert romanised_similarity(word, word) == FULL


@given(words, words)
def test_likeness_never_exceeds_its_bound(first: str, second: str) -> None:
    assert romanised_similarity(first, second) <= similarity_bound(first, second)


@given(respelled)
def test_likeness_of_respelled_words_never_exceeds_its_bound(pair: tuple[str, str]) -> None:
    assert romanised_similarity(*pair) <= similarity_bound(*pair)


@given(st.text(alphabet="bdfklmnprstz", min_size=1, max_size=1), st.data())
def test_a_doubled_consonant_sounds_like_a_single_one(consonant: str, data: st.DataObject) -> None:
    word = data.draw(st.text(alphabet="aeou", max_size=3)) + consonant + "a"
    assert sounds(word) == sounds(word.replace(consonant, consonant * 2))


@given(st.text())
def test_sounds_are_total_and_repeatable(text: str) -> None:
    assert sounds(text) == sounds(text)


@given(st.lists(words, max_size=6))
def test_joining_parts_keeps_something_and_points_at_the_words_it_used(given_words: list[str]) -> None:
    parts = join_parts(given_words)
    assert bool(parts) == bool(given_words)
    used = [position for part in parts for position in part.positions]
    assert used == sorted(set(used))
    assert all(0 <= position < len(given_words) for position in used)


@pytest.mark.parametrize("module", MODULES)
@given(data=st.data())
def test_a_romaniser_gives_few_spellings_each_once_and_only_latin_letters(
    module: str, data: st.DataObject
) -> None:
    text = data.draw(st.text(alphabet=LETTERS[module] + " -", max_size=24))
    found = romaniser(module)(text)  # type: ignore[operator]
    assert len(found) <= LIMIT
    assert len({romanisation.text for romanisation in found}) == len(found)
    for romanisation in found:
        assert romanisation.standard
        assert romanisation.text == " ".join(romanisation.text.split())
        assert all(c in "* " or c < "\u0250" for c in romanisation.text), romanisation.text


@pytest.mark.parametrize("module", MODULES)
@given(text=st.text(max_size=30))
def test_a_romaniser_is_total_over_strings(module: str, text: str) -> None:
    romanise = romaniser(module)
    assert romanise(text) == romanise(text)  # type: ignore[operator]
