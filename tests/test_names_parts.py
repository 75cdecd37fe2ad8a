"""What the parts of a name are taken for: words, titles, particles, initials, numbers, legal forms."""

from __future__ import annotations

import pytest

from sanctions_screen.model import PartyKind
from sanctions_screen.names import clean, comparable_name, fold


def _parts(text: str, kind: PartyKind | None = "person") -> list[tuple[str, str]]:
    return [(part.text, part.role) for part in comparable_name(text, kind).parts]


def _with_role(text: str, role: str, kind: PartyKind = "person") -> list[str]:
    return [part for part, found in _parts(text, kind) if found == role]


@pytest.mark.parametrize(
    ("text", "titles", "words"),
    [
        ("Dr. Ali Karimi", ["dr"], ["ali", "karimi"]),
        ("KARIMI, Dr. Ali", ["dr"], ["karimi", "ali"]),
        ("Lt. Gen. Mya Tun Oo", ["ltgen"], ["mya", "tun", "oo"]),
        ("Senior General Min Aung Hlaing", ["seniorgeneral"], ["min", "aung", "hlaing"]),
        ("Haji Mullah Omar Zadran", ["haji", "mullah"], ["omar", "zadran"]),
        ("Sheikh Hassan Yousef", ["sheikh"], ["hassan", "yousef"]),
        ("Karl Weber, PhD", ["phd"], ["karl", "weber"]),
    ],
)
def test_titles_and_ranks_are_told_from_the_name(text: str, titles: list[str], words: list[str]) -> None:
    assert _with_role(text, "honorific") == titles
    assert _with_role(text, "word") == words


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("U Thein Sein", ["u"]),
        ("Daw Khin Khin Win", ["daw"]),
        ("Thura Shwe Mann", ["thura"]),
        ("MANN, U Shwe", ["u"]),
        ("MANN, Mr U Shwe", ["mr", "u"]),
        ("MANN Thura Shwe", ["thura"]),
        ("MYINT U Htay", ["u"]),
        ("Aye Maung Win", []),
        ("General Thura Tin Aung Myint", ["general", "thura"]),
        ("Ma Ying-jeou", []),
        ("Ko Wen-je", []),
        ("Saw Maung", []),
        ("Maung Aye", []),
        ("Ko Ko Lwin", []),
        ("Mi Mi Thant", []),
        ("U Ko Ko Lwin", ["u"]),
        ("Ko Aung Lwin", ["ko"]),
        ("Mi Nwe Thant", ["mi"]),
    ],
)
def test_burmese_forms_of_address_are_titles_only_before_a_burmese_name(text: str, titles: list[str]) -> None:
    assert _with_role(text, "honorific") == titles


@pytest.mark.parametrize("text", ["General", "Dr", "Sheikh", "Mr Sir", "Ltd", "bin", "Jr"])
@pytest.mark.parametrize("kind", ["person", "organisation", None])
def test_a_name_that_is_all_titles_or_legal_form_can_still_be_compared(
    text: str, kind: PartyKind | None
) -> None:
    name = comparable_name(text, kind)
    assert name.unscreenable_reason is None
    assert any(part.role in ("word", "generic", "particle") for part in name.parts)


@pytest.mark.parametrize(
    ("text", "particles"),
    [
        ("Maria de la Cruz", ["de", "la"]),
        ("Otto von Habsburg", ["von"]),
        ("Ahmad bin Hamad", ["bin"]),
        ("Sidi Ould Tah", ["ould"]),
    ],
)
def test_particles_are_told_from_the_words(text: str, particles: list[str]) -> None:
    assert _with_role(text, "particle") == particles


@pytest.mark.parametrize(
    "text",
    ["LI, Wenming", "Li Wenming", "Wenming Li", "LO, Kaiwen", "WANG, Bin", "AN, Jae-ho", "An Jae-ho",
     "LE, Duc Anh", "DO, Minh", "TEN, Pavel", "SO, Min-jae", "Du Ying", "李文明", "안재호", "Lee A-yeon"],
)  # fmt: skip
def test_surnames_and_syllables_that_are_articles_elsewhere_name_their_bearer(text: str) -> None:
    parts = comparable_name(text, "person").parts
    assert [part.role for part in parts] == ["word"] * len(parts), parts


@pytest.mark.parametrize(
    "text", ["Hasan bin Ali", "Ahmed bin el-Sayed", "Maria de Souza", "Abu Li Hasan", "A. Kim"]
)
def test_articles_and_letters_stay_what_they_are_in_other_names(text: str) -> None:
    roles = [part.role for part in comparable_name(text, "person").parts]
    assert roles != ["word"] * len(roles)


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        ("K7B4", "person", "k7b4"),
        ("K7B", "person", "k7b"),
        ("R2D Holding", "organisation", "r2d"),
        ("ROM0DAN Trading", "organisation", "rom0dan"),
    ],
)
def test_a_word_of_letters_and_digits_by_turns_is_one_word(text: str, kind: PartyKind, first: str) -> None:
    part = comparable_name(text, kind).parts[0]
    assert (part.text, part.role) == (first, "word")


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("John Baker Jr.", "jr"),
        ("John Baker Junior", "jr"),
        ("John Baker III", "iii"),
        ("John Baker 3rd", "iii"),
        ("John Baker Sr.", "sr"),
        ("Carlos Souza Filho", "jr"),
    ],
)
def test_generational_suffixes_have_one_form_each(text: str, suffix: str) -> None:
    assert _with_role(text, "suffix") == [suffix]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Volga Metals OOO", "ltd"),
        ("Volga Metals, L.L.C.", "ltd"),
        ("Volga Metals Co., Ltd.", "ltd"),
        ("OAO Volga Metals", "jsc"),
        ("Volga Metals Open Joint Stock Company", "jsc"),
        ("Nordbau Gesellschaft mit beschränkter Haftung", "ltd"),
    ],
)
def test_legal_forms_and_their_translations_have_one_form_each(text: str, form: str) -> None:
    assert _with_role(text, "legal-form", "organisation") == [form]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Volga Metals OOO", "organisation"), ("Nordbau GmbH", "organisation"), ("Kim Sok Chol", "person")],
)
def test_a_name_without_a_kind_is_compared_as_what_it_looks_like(text: str, kind: PartyKind) -> None:
    name = comparable_name(text)
    assert (name.kind, name.compared_as) == (None, kind)
    assert name.parts == comparable_name(text, kind).parts


@pytest.mark.parametrize(
    "text",
    ["M/V Ocean Star", "MV Ocean Star", "M.V. OCEAN STAR", "Motor Vessel Ocean Star", "IRIS Ocean Star"],
)
def test_what_stands_before_a_ships_name_is_no_part_of_it(text: str) -> None:
    assert _with_role(text, "word", "vessel") == ["ocean", "star"]


def test_a_yards_number_is_what_a_ship_without_a_name_is_told_by() -> None:
    assert _with_role("YARD NO. 4471 ZELKOVA", "number", "vessel") == ["4471"]
    assert _with_role("YARD NO. 4471 ZELKOVA", "word", "vessel") == ["zelkova"]


@pytest.mark.parametrize(
    "text",
    ["Kolonel Mutabaruka", "plukovník Mutabaruka", "pulkvedis Mutabaruka", "Συνταγματάρχης Mutabaruka"],
)
def test_a_rank_counts_nothing_in_the_languages_of_europes_lists(text: str) -> None:
    assert _with_role(text, "word") == ["mutabaruka"]


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("103 Arsenal", "organisation", ["103"]),
        ("Factory No. 12", "organisation", ["12"]),
        ("OCEAN PEARL-3", "vessel", ["3"]),
        ("Unit ７４４５５", "organisation", ["74455"]),
    ],
)
def test_numbers_are_parts_of_their_own(text: str, kind: PartyKind, numbers: list[str]) -> None:
    assert _with_role(text, "number", kind) == numbers


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Centre for Defence", "Center for Defense"),
        ("Armour Programme", "Armor Program"),
        ("Labour Organisation", "Labor Organization"),
        ("Aluminium Works", "Aluminum Works"),
    ],
)
def test_british_and_american_spellings_are_one(british: str, american: str) -> None:
    assert _parts(british, "organisation") == _parts(american, "organisation")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  \t\n", "empty"),
        ("?!", "no letters"),
        ("\u200b\u202e", "no letters"),
        ("\x00\x01", "no letters"),
        ("\ud800", "no letters"),
        ("12345", "only digits"),
        ("😀😀", "no letters"),
    ],
)
def test_a_name_with_nothing_to_compare_says_why(text: str, reason: str) -> None:
    name = comparable_name(text, "person")
    assert name.parts == ()
    assert reason in (name.unscreenable_reason or "")


def test_a_number_is_a_name_of_an_organisation_or_a_ship() -> None:
    assert _parts("116", "organisation") == [("116", "number")]
    assert comparable_name("116", "person").unscreenable_reason is not None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("KIM\u00a0Sok\u2009Chol", "KIM Sok Chol"),
        ("Kim\u200bSok", "KimSok"),
        ("Kim Sŏk-ch\u2019ŏl", "Kim Sŏk-ch'ŏl"),
        ("Kim Sok\u2013chol", "Kim Sok-chol"),
        ("O\u00b4Neill", "O'Neill"),
        ("Pa\u03f2ific", "Pacific"),
        ("\x1b[31mKim\x1b[0m Sok", "Kim Sok"),
        ("ＫＩＭ", "KIM"),
        ("𝐊𝐢𝐦", "Kim"),
        ("ﬁn", "fin"),
        ("Ѕmith", "Smith"),
        ("Ρutin", "Putin"),
        ("Рutіn", "Putin"),
        ("Пyтин", "Путин"),
        ("line\x00one\ntwo", "line one two"),
    ],
)
def test_cleaning_undoes_what_unicode_allows_to_be_written_in_many_ways(text: str, plain: str) -> None:
    assert clean(text) == plain


@pytest.mark.parametrize("text", ["Сергей", "Рим", "김석철", "สมชาย", "سعيد", "ΑΘΗΝΑ", "北京"])
def test_a_name_wholly_in_another_script_keeps_its_script(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Núñez", "nunez"), ("Łukasz", "lukasz"), ("Straße", "strasse"), ("İSTANBUL", "istanbul"),
        ("Đorđević", "dordevic"), ("Ørsted", "orsted"), ("Sŏk", "sok"), ("Nguyễn", "nguyen"),
        ("Ärger", "arger"),
        ("ИВАНОВ", "иванов"), ("Πέτρος", "πετροσ"),
    ],
)  # fmt: skip
def test_folding_drops_case_and_accents_and_keeps_the_script(text: str, folded: str) -> None:
    assert fold(text) == fold(folded)
    assert fold(text) in (folded, folded.replace("σ", "ς"))


@pytest.mark.parametrize(
    "text",
    [
        "Le Duc Anh",
        "LE, Duc Anh",
        "Lê Đức Anh",
        "Duc Anh Le",
        "Do Van Minh",
        "Du Thi Hoa",
        "An Minh Quan",
        "La Van Thinh",
        "Nguyen Van An",
        "Nguyen Thi Kim Ngan",
        "Do Van Tam",
        "Le Thanh",
        "Dr Le Van Tam",
    ],
)
def test_a_vietnamese_name_has_no_particles(text: str) -> None:
    assert _with_role(text, "particle") == []


@pytest.mark.parametrize(
    ("text", "particles"),
    [
        ("Le Pen", ["le"]),
        ("Marine Le Pen", ["le"]),
        ("Le Guen", ["le"]),
        ("Do Carmo", ["do"]),
        ("Angel Di Maria", ["di"]),
        ("Lo Bianco", ["lo"]),
        ("Tim van Dam", ["van"]),  # Vietnamese syllables, all of them
        ("An van Dam", ["an", "van"]),
        ("Mai van den Ho", ["van", "den"]),
        ("Van Dung", ["van"]),
    ],
)
def test_articles_of_french_italian_portuguese_and_dutch_stay_particles(
    text: str, particles: list[str]
) -> None:
    assert _with_role(text, "particle") == particles
