"""Words that were scanned, shortened or mistyped: told from their originals, and from other words."""

from __future__ import annotations

import pytest

from sanctions_screen.likeness import DIFFERENT, FULL, likeness
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD
from sanctions_screen.names import comparable_name
from sanctions_screen.names.languages import Language
from sanctions_screen.names.writing.scanned_letters import letters_restored


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("GHA8RIEL", "GHAbRIEL"),
        ("5tanikzai", "stanikzai"),
        ("LA2ARENKO", "LAzARENKO"),
        ("ROM0DANOV", "ROMoDANOV"),
        ("Ka1ashov", "Kalashov"),
        ("M1khaylov", "Mikhaylov"),
        ("A1i", "Ali"),  # two letters will do beside a 0 or a 1
        ("KA0", "KAo"),
    ],
)
def test_a_digit_inside_a_word_of_a_person_is_read_as_the_letter_it_looks_like(
    scanned: str, meant: str
) -> None:
    assert letters_restored(scanned) == meant
    assert compare_names(f"Murat {scanned}", f"Murat {meant}", "person").score == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize("kept", ["2nd", "B2B", "A1", "1A", "1st", "103", "Unit 40056", "X250Y", "21st"])
def test_numbers_and_short_words_keep_their_digits(kept: str) -> None:
    assert letters_restored(kept) == kept


def test_an_organisation_keeps_its_digits() -> None:
    assert comparable_name("ROM0DAN Trading", "organisation").parts[0].text == "rom0dan"


@pytest.mark.parametrize(
    ("slipped", "meant"),
    [
        ("nikolah", "nikolay"),  # sounds like Nikola
        ("petrr", "peter"),  # like Petr
        ("marai", "maria"),  # like Marai, another name in Arabic
        ("salom", "salim"),
        ("ahssan", "hassan"),
    ],
)
def test_a_slip_in_a_known_name_that_only_sounds_like_another_is_a_slip(slipped: str, meant: str) -> None:
    assert likeness(slipped, meant).rule == "spelling"
    assert likeness(slipped, meant).amount == likeness(meant, slipped).amount >= 700_000
    assert compare_names(f"Zelkova {slipped}", f"Zelkova {meant}", "person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"), [("nikola", "nikolay"), ("hasan", "husain"), ("salem", "salim"), ("karim", "karima")]
)
def test_two_known_names_as_they_are_written_do_not_meet_by_a_slip(first: str, second: str) -> None:
    assert likeness(first, second).rule != "spelling" or likeness(first, second) == DIFFERENT


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("karnran", "kamran"),  # rn for m
        ("clavoud", "davoud"),  # cl for d
        ("vvaleed", "waleed"),  # vv for w
        ("rhmtv", "rahmatov"),  # vowels left out
        ("ghlm", "ghulam"),
        ("brglo", "bergolo"),  # all but the last one, too
        ("kzn", "kazan"),
        ("erzaian", "rezaian"),  # two first letters swapped
        ("sorkani", "zorkani"),
        ("tavilov", "tavipov"),  # a neighbouring key
        ("sabour", "abdulsabour"),  # a half of a compound left out
        ("nasir", "nasiruddin"),
        ("alqattan", "qattan"),  # an article written as one
    ],
)
def test_a_damaged_word_meets_its_original_both_ways_round(first: str, second: str) -> None:
    there, back = likeness(first, second), likeness(second, first)
    assert there == back
    assert 0.75 * FULL <= there.amount < FULL


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("rhmtv", "rahimova"),  # other consonants
        ("tavi", "tavo"),  # in a short word a letter makes another name
        ("alqattan", "katibi"),
        ("abdulsabour", "abdulnasir"),  # the half they share says little
    ],
)
def test_words_that_only_look_damaged_do_not_meet_or_less(first: str, second: str) -> None:
    assert likeness(first, second).amount < 0.88 * FULL


@pytest.mark.parametrize(("first", "second"), [("kywe", "kyaw"), ("phyo", "phay")])
def test_syllables_are_no_shorthand_for_each_other(first: str, second: str) -> None:
    burmese: frozenset[Language] = frozenset({"burmese"})
    assert likeness(first, second, burmese) == DIFFERENT


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Elsa Lindqvist", "Elias Lindqvist"),  # a vowel at the end is no sign of vowels left out
        ("Edna Barkan", "Eden Barkan"),
        ("Clara Naderi", "Dara Naderi"),  # scanned letters make other names of short words
        ("Kwon Jong Un", "Kwon Jong Man"),  # a Korean surname is in no Cantonese syllables
    ],
)
def test_given_names_that_only_look_alike_are_two_people(first: str, second: str) -> None:
    assert compare_names(first, second, "person").score < 0.75


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Khin Winn", "Khin Win"),
        ("Minn Aung Thain", "Min Aung Thein"),
        ("Dm1try R0manov", "Dmitry Romanov"),
        ("M4r7in Kovac", "Martin Kovac"),
        ("Dmitry Romanov 1961", "Dmitry Romanov"),  # a year is no part of a person's name
    ],
)
def test_spellings_of_one_name_are_hits(first: str, second: str) -> None:
    assert compare_names(first, second, "person").score >= 0.9


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u200b", "\u2060"])
def test_a_blank_or_an_unseen_character_inside_a_word_loses_no_match(blank: str) -> None:
    for at in range(1, 7):
        name = f"{'Dorazhi'[:at]}{blank}{'Dorazhi'[at:]}, Mohammad"
        assert compare_names(name, "DORAZHI, Mohammad", "person").score > 0.95, name


def test_one_letter_of_four_is_forgiven_where_the_rest_agrees_and_not_by_itself() -> None:
    agreeing = compare_names("Iwan Bergovich Zelkov", "Iran Bergovich Zelkov", "person")
    assert agreeing.score >= DEFAULT_THRESHOLD
    assert compare_names("Sezm Khan", "Selm Khan", "person").score < DEFAULT_THRESHOLD


def test_a_slip_takes_less_of_words_that_begin_alike() -> None:
    assert likeness("zelkovin", "zelkotin").amount > likeness("zelkovin", "relkovin").amount
