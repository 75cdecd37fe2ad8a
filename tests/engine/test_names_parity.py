"""The compiled engine makes the same comparable names as the reference, in every field."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from name_strategies import ANY_TEXT, KINDS, LATIN_NAMES

from sanctions_screen import engine
from sanctions_screen.engine.handed import letters
from sanctions_screen.matching.similarity import Language, common_languages, languages
from sanctions_screen.model import PartyKind
from sanctions_screen.names import ComparableName, comparable_name
from sanctions_screen.names.romanise import burmese_latin, chinese_latin, korean_latin

pytestmark = pytest.mark.skipif(not engine.available(), reason="the compiled engine was not built")
if engine.available():
    from sanctions_screen.engine.names import comparable_names, engine_names

_KINDS: tuple[PartyKind | None, ...] = (None, "person", "organisation", "vessel", "aircraft")
_SYLLABLES = {"burmese": burmese_latin, "chinese": chinese_latin, "korean": korean_latin}

# Where reading a name takes a turn: each of these took one in some version of the reference.
_HARD = (
    # nothing to compare, or almost nothing
    "", "  \t\n", "?!", "\x00\x01", "12345", "116", "a", "A.", "*", "* *", "a*b*c", "'", "&", "(", "()",
    "(Ali)",
    # titles, ranks, dots
    "Dr. Ali Karimi", "KARIMI, Dr. Ali", "Lt. Gen. Mya Tun Oo", "Senior General Min Aung Hlaing",
    "Karl Weber, PhD", "H.E. Farid Noori", "H. E. Farid Noori", "H.E. Noori", "NOORI, H.E.", "H.E.",
    "M.D. Farid Noori", "Farid Noori, M.D., Ph.D.", "Anna Clara Weber Ph.D", "Anna Clara Weber LL.M.",
    "Rt. Hon. Anna Weber", "H.E.  X Farid Noori", "H.E.X Farid Noori", "H.E.. Farid Noori",
    "H.E.Farid Noori", "S.E.M Farid Noori Ali", "General", "Dr", "Mr Sir", "SHEIKH, Omar",
    "Sheikh Hassan Yousef", "Jr", "bin", "Haji Mullah Omar Zadran", "the late John Smith",
    "Sardar-e Sartip Karimi",
    # eastern names with syllables that are articles, particles and titles elsewhere
    "LI, Wenming", "Wenming Li", "LO, Kaiwen", "WANG, Bin", "AN, Jae-ho", "An Jae-ho", "LE, Duc Anh",
    "DO, Minh", "TEN, Pavel", "SO, Min-jae", "Du Ying", "Lee A-yeon", "Lee A-reum", "Kim Il-sung",
    "Do Carmo", "Le Pen", "Le Bon", "Marine Le Pen", "An van Dam", "Tim van Ho", "Mai van den Ho",
    "Van Dung", "Le Thanh", "Dr Le Van Tam", "Nguyen Thi Kim Ngan", "Du Thi Hoa", "La Van Thinh", "A. Kim",
    "Kim A", "Ji Ran Mao", "Kim Sok-chol", "Mao Tse-tung", "Hsiao-lung Lee", "Cheung Kwok-wing",
    "Ouyang Feng", "Seonu Hwa",
    # Burmese forms of address
    "U Thein Sein", "Daw Khin Khin Win", "Thura Shwe Mann", "MANN, U Shwe", "General Thura Tin Aung Myint",
    "Ma Ying-jeou", "Ko Wen-je", "Ko Sung-un", "Saw Maung", "Maung Aye", "U Maung Maung Kyaw", "U", "U U U",
    # Arabic compounds
    "Abd al-Rahman", "Abdul Rahman", "Abdurrahman", "Abderrahmane", "Salah al-Din", "Salaheddine",
    "Abd Allah", "Abdullah", "Abd ul Lah", "Abu Bakr", "Abu Li Hasan", "Nur ad-Din", "Nureddin",
    "Nuraldeen", "Rahmatullah", "Nasrullah", "Habib Ullah", "Alhassan", "El-Sayed", "Ahmed el-Sayed",
    "Hasan bin Ali", "ash-Shami Omar", "Abd ash-Shakur", "Abdoushshakur", "Abdel", "al", "al al al",
    "abd al", "Elias Albert", "Saifuddin ud Din",
    # suffixes, particles, initials
    "John Baker Jr.", "John Baker III", "John Baker 3rd", "Carlos Souza Filho", "Maria de la Cruz", "de la",
    "Otto von Habsburg", "Sidi Ould Tah", "J. R. R. Tolkien", "JRR Tolkien", "Kumar 1962", "O'Neill, P.",
    # digits that stand for letters, and those that do not
    "GHA8RA", "Sa1eh", "A1i Karimi", "K1m", "B2B", "K7B4", "K7B", "2nd Baker", "2ND Baker", "Moh4mm3d",
    "M0h6med",
    # firms and ships
    "Volga Metals OOO", "Volga Metals, L.L.C.", "Volga Metals Co., Ltd.", "OAO Volga Metals", "Ltd",
    "Kim Ran", "Nordbau Gesellschaft mit beschränkter Haftung", "R2D Holding", "ROM0DAN Trading",
    "H.E. Trading Noori", "103 Arsenal", "Factory No. 12", "2-oi zavod", "12th Brigade", "Grupo W", "S&D",
    "E.ON", "A.B.CD Ltd", "A.B.C.DE Ltd", "U.S.A. Inc", "xA.B. Ltd", "AGRO-PHEN",
    "Great Lakes Business Company", "Bank of the East", "M/V Ocean Star", "M.V. OCEAN STAR",
    "OCEAN PEARL-3", "Ocean Star A", "Ocean Star I", "Star One", "EP-GOM",
    # what Unicode makes of Latin letters
    "Núñez", "Łukasz", "Straße", "İSTANBUL", "Đorđević", "Ørsted", "Sŏk", "Nguyễn Văn Đức", "Ärger", "ﬁn",
    "O\u00b4Neill", "O`Neill", "Kim Sŏk-ch\u2019ŏl", "Kim Sok\u2013chol", "ＫＩＭ Sok", "Pa\u03f2ific",
    "ʿAlī", "KIM\u00a0Sok\u2009Chol", "Kim\u200bSok", "\x1b[31mKim\x1b[0m Sok", "line\x00one\ntwo",
    "Jose\u0301", "ẞ", "Ali (Абу) Karimi", "½ Ali", "Unit ７４４５５", "Ǆemal ǲ", "ªºa", "ə ɑ ʒ ʔ",
    "Æthelþryð", "a\u0345b",
    # brackets
    "Ali [Abu] Karimi {x}", "Ali (Abu", "Ali) Abu (Omar", "(Ali) (Omar)", "[(Ali) Omar]", "(é)", "é (x)",
    # bounds
    "a" * 500, "ab " * 300, "a. " * 200, "a," * 300, "general " * 80, "maung " * 80, "abd al " * 80,
    " " * 450 + "a", "limited liability " * 40, "x" * 61 + " y", "a1" * 40,
)  # fmt: skip


def _whole(name: ComparableName) -> tuple[ComparableName, list[list[str]]]:
    """Return a name with what its parts were written as, which takes no part in their equality."""
    return name, [[part.written for part in reading.parts] for reading in name.readings]


def _same(texts: Iterable[str], kind: PartyKind | None) -> None:
    texts = list(texts)
    for text, name in zip(texts, comparable_names(texts, kind), strict=True):
        assert _whole(name) == _whole(comparable_name(text, kind)), text


@pytest.mark.parametrize("kind", _KINDS)
def test_names_that_are_hard_to_read_are_read_alike(kind: PartyKind | None) -> None:
    _same(_HARD, kind)


@settings(max_examples=300)
@given(ANY_TEXT | LATIN_NAMES, KINDS)
def test_any_text_is_read_alike(text: str, kind: PartyKind | None) -> None:
    _same([text], kind)


def test_the_engine_itself_reads_what_is_in_latin_letters() -> None:
    texts = ["Kim Sok-chol", "Nguyễn Văn Đức", "KIM\u00a0Sok", "H.E. Farid Noori", "O\u2019Neill, P."]
    assert None not in engine_names().comparable(texts, "person")
    assert engine_names().comparable(["김석철", "Сергей"], "person") == [None, None]


def test_threads_share_an_engine() -> None:
    names = [f"{first} {last}" for first in ("Ali", "Wei", "Min", "Abd al") for last in "abcdefghijkl"]
    alone = engine_names().comparable(names, "person")
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: engine_names().comparable(names, "person"), range(40))) == [alone] * 40


_PIECES = st.sampled_from(
    ("a", "al", "abd", "u", "din", "ullah", "kim", "le", "van", "dr", "h.e.", "ph.d", "jr", "maung", "li",
     "il", "ltd", "2nd", "1", "no", "x9y", "omar", "hasan", "ji", "thi", "min", "shwe", "de")
)  # fmt: skip
_JOINS = st.sampled_from((" ", " ", "-", ", ", "", ".", "&", "'", " ("))


@settings(max_examples=500)
@given(st.lists(st.tuples(_PIECES, _JOINS), min_size=1, max_size=7), KINDS)
def test_names_of_words_with_a_meaning_are_read_alike(
    pieces: list[tuple[str, str]], kind: PartyKind | None
) -> None:
    _same(["".join(piece + join for piece, join in pieces)], kind)


@settings(max_examples=300)
@given(st.text(st.sampled_from([" ", *(letter for letter, _, _ in letters())]), max_size=30))
def test_letters_that_are_folded_alone_are_folded_alike_together(text: str) -> None:
    assert engine_names().readable([text]) == [True]
    _same([text], "vessel")


_SPELLINGS = st.text("aeiouwyhkgnmstcrlp", min_size=1, max_size=14) | st.sampled_from(
    ("kim", "sok", "chol", "seokcheol", "maung", "htay", "zhang", "cheung", "tse", "tung", "xiaolong", "lee")
)


@settings(max_examples=500)
@given(st.lists(_SPELLINGS, min_size=1, max_size=4), st.sampled_from((None, "pinyin", "mr", "japanese")))
def test_words_are_of_the_same_languages(words: list[str], standard: str | None) -> None:
    assert engine_names().languages(words, standard) == sorted(languages(tuple(words), standard))


_SPOKEN = st.frozensets(st.sampled_from(("burmese", "chinese", "korean", "apart")))


@given(_SPOKEN, _SPOKEN)
def test_two_names_have_the_same_languages_in_common(
    first: frozenset[Language], second: frozenset[Language]
) -> None:
    common = engine_names().common_languages(sorted(first), sorted(second))
    assert common == sorted(common_languages(first, second))


@settings(max_examples=500)
@given(_SPELLINGS, _SPELLINGS)
@pytest.mark.parametrize("language", _SYLLABLES)
def test_syllables_have_the_same_keys_and_agree_as_far(language: str, first: str, second: str) -> None:
    module = _SYLLABLES[language]
    assert engine_names().equivalents(first, language) == sorted(module.equivalents(first))
    assert engine_names().agreement(first, second, language) == module.agreement(first, second)


@pytest.mark.parametrize("kind", _KINDS)
def test_real_names_are_read_alike(shared_dir: Path, kind: PartyKind | None) -> None:
    with (shared_dir / "eval" / "background.csv").open(encoding="utf-8") as file:
        customers = [row["name"] for row in islice(csv.DictReader(file), 0, None, 61)]
    with (shared_dir / "eval" / "pairs.csv").open(encoding="utf-8") as file:
        pairs = list(islice(csv.DictReader(file), 0, None, 47))
    listed = [row[side] for row in pairs for side in ("name_a", "name_b")]
    _same(dict.fromkeys((*customers, *listed)), kind)


@pytest.mark.parametrize("kind", _KINDS)
def test_listed_names_are_read_alike(shared_dir: Path, kind: PartyKind | None) -> None:
    lists = shared_dir / "data" / "us-ofac-sdn"
    files = ((lists / "2024-07-02" / "SDN.CSV", 1), (lists / "2023-07-25" / "ALT.CSV", 3))
    names = []
    for path, column in files:
        with path.open(encoding="utf-8", errors="replace") as file:
            names += [row[column] for row in islice(csv.reader(file), 0, None, 5) if len(row) > column]
    assert len(names) > 3000
    _same(dict.fromkeys(names), kind)
