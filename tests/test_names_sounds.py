"""Latin spellings of one name sound alike, those of two names do not."""

from __future__ import annotations

import re

import pytest

from sanctions_screen.likeness import likeness
from sanctions_screen.names.sounds.known_names import originals, same_original
from sanctions_screen.names.sounds.likeness import _ALL, romanised_similarity, similarity_bound
from sanctions_screen.names.sounds.spelling import sounds
from sanctions_screen.names.tables import phrase_list, read_table

SAME = 900_000
DIFFERENT = 800_000


@pytest.mark.parametrize(
    "spellings",
    [
        "muhammad mohamed mohammed muhammed mohammad mehmet",
        "hussein husayn hossein hocine husain",
        "yuri yury iurii jurij youri",
        "aleksandr alexander oleksandr aliaksandr",
        "evgeny yevgeny evgenii evgeniy",
        "sergeevich sergeyevich",
        "petrosian petrosyan",
        "khrushchev khrouchtchev",
        "wahab ouahab",
        "djamel jamal gamal",
        "sharif cherif",
        "vorontsova vorontsov",
        "qasim kassem ghasem",
        "nguema nguema",
    ],
)
def test_spellings_of_one_original_are_alike(spellings: str) -> None:
    words = spellings.split()
    for first in words:
        for second in words:
            assert romanised_similarity(first, second) >= SAME, (first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hassan", "hussein"),
        ("salih", "salim"),
        ("karim", "kamran"),
        ("terentiev", "avdeev"),
        ("chol", "chon"),
        ("ahmad", "hamad"),
        ("omar", "amir"),
        ("volkov", "kozlov"),
        ("abdulaziz", "abdulrahman"),
        ("nasruddin", "nuruddin"),
        ("mahmud", "muhammad"),
    ],
)
def test_different_names_are_kept_apart(first: str, second: str) -> None:
    assert romanised_similarity(first, second) < DIFFERENT


def test_half_of_a_compound_is_less_than_the_whole() -> None:
    whole = romanised_similarity("abdulrahman", "abdurahman")
    half = romanised_similarity("abdulrahman", "rahman")
    assert half < whole


def test_sounds_of_nothing_are_nothing() -> None:
    assert sounds("") == ""
    assert sounds("123 -") == ""


def test_known_names_say_nothing_of_unknown_words() -> None:
    assert originals("zzyzx") == frozenset()
    assert same_original("hassan", "zzyzx") is None
    assert same_original("hassan", "husain") is False
    assert same_original("yusuf", "youssef") is True


def test_every_price_is_of_two_sounds_has_a_reason_and_stands_once() -> None:
    seen = set()
    for pair, cost, where, reason in read_table("sound_costs.tsv", 4):
        assert len(pair) == 2
        assert set(pair) <= set(_ALL) | {"-"}, pair
        assert 0.0 <= float(cost) <= 1.0
        assert where in ("any", "bare")
        assert reason
        key = (frozenset(pair), where)
        assert key not in seen, pair
        seen.add(key)


def test_every_reading_of_a_latin_spelling_is_made_of_known_sounds() -> None:
    for spelling, where, value, reason in read_table("latin_sounds.tsv", 4):
        assert set(value) <= set(_ALL), spelling
        assert where in ("any", "start", "end", "V", "C")
        assert reason


@pytest.mark.parametrize(
    "table", ["arabic_names.tsv", "hebrew_names.tsv", "slavic_names.tsv", "somali_names.tsv"]
)
def test_every_known_name_has_spellings_and_stands_once(table: str) -> None:
    rows = read_table(table, 3)
    assert len({row[0] for row in rows}) == len(rows)
    for original, spellings, _note in rows:
        assert not re.search("[a-z]", original), original
        assert spellings.split(), original


def test_the_bound_passes_over_most_pairs_of_unlike_words() -> None:
    assert similarity_bound("terentiev", "kholmogorov") < SAME
    assert similarity_bound("marlen", "kutub") < DIFFERENT
    assert similarity_bound("mehmet", "muhammad") == 1_000_000


@pytest.mark.parametrize(
    ("first", "second"),
    [("sayed", "saeed"), ("syed", "saeid"), ("seyyed", "said"), ("sayyid", "saeed")],
)
def test_what_is_written_as_one_name_usually_is_spells_no_other_that_sounds_so(
    first: str, second: str
) -> None:
    assert same_original(first, second) is False


@pytest.mark.parametrize(
    ("first", "second"),
    [("sayed", "seyyed"), ("saeed", "said"), ("azam", "azzam"), ("nasser", "nasr"), ("saed", "saeed")],
)
def test_a_doubled_consonant_or_a_spelling_in_no_table_leaves_a_known_name_known(
    first: str, second: str
) -> None:
    assert same_original(first, second) is True


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hale", "hall"), ("becker", "baker"), ("ross", "rose"), ("harjit", "gurjit"), ("nilesh", "ritesh"),
        ("merino", "moreno"), ("jansen", "hansen"), ("hernandez", "fernandez"), ("orrego", "urrego"),
    ],
)  # fmt: skip
def test_two_names_that_many_bear_do_not_meet_by_their_sound(first: str, second: str) -> None:
    assert likeness(first, second).amount == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("maier", "meyer"),
        ("gomes", "gomez"),
        ("harjeet", "harjit"),
        ("petersen", "pettersson"),
        ("beker", "becker"),
    ],
)
def test_spellings_of_a_name_that_many_bear_and_slips_in_it_meet(first: str, second: str) -> None:
    assert likeness(first, second).amount >= 800_000


@pytest.mark.parametrize(
    ("first", "second"),
    [("george", "gheorghe"), ("george", "giorgi"), ("banerjee", "bandyopadhyay"),
     ("evangelos", "vangelis")],
)  # fmt: skip
def test_a_name_meets_its_forms_of_every_language(first: str, second: str) -> None:
    assert likeness(first, second).amount == 950_000


def test_the_spellings_of_a_name_that_many_bear_are_single_words_and_stand_once_in_it() -> None:
    rows = phrase_list("usual_names.txt")
    assert all(len(some) == len(set(some)) for some in rows)
    spelled = [spelling for some in rows for spelling in some]
    assert all(spelling.isascii() and spelling.islower() and spelling.isalpha() for spelling in spelled)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("choudhury", "chaudhary"),
        ("chowdhury", "choudhary"),
        ("oweis", "uwais"),
        ("muhyi", "muhi"),
        ("baig", "bek"),
    ],
)
def test_a_name_written_in_two_ways_in_its_own_script_is_one_in_latin_letters(
    first: str, second: str
) -> None:
    assert same_original(first, second) is True
