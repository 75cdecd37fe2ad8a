"""Perturbations change the writing of a name as they say, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen.model import Subject
from sanctions_screen.testing import (
    MUST_SURVIVE,
    PERTURBATIONS,
    SHOULD_SURVIVE,
    Perturbation,
    composed,
    organisation_names,
    person_names,
    perturbation_named,
    vessel_names,
)

ANY_NAME = person_names() | organisation_names() | vessel_names() | st.text(max_size=30)
EACH = pytest.mark.parametrize("perturbation", PERTURBATIONS, ids=lambda each: each.name)
SEEDS = st.integers(0, 10_000)


@EACH
@settings(max_examples=30)
@given(name=ANY_NAME, seed=SEEDS)
def test_the_same_name_and_seed_give_the_same_text(perturbation: Perturbation, name: str, seed: int) -> None:
    assert perturbation.apply(name, seed) == perturbation.apply(name, Random(seed))


@EACH
def test_each_changes_some_name_and_tells_what_it_imitates(perturbation: Perturbation) -> None:
    names = [
        "José O'Brien-Núñez Cárdenas", "Golden Star Trading Company Limited", "KIM, Sok Chol", "Иван Петров",
        "Vladimir Ivanovich Shcherbakov", "WANG, Jianguo", "AL-MASRI, Muhammad", "Aung Win Htay",
    ]  # fmt: skip
    subjects = [Subject(name=name, birth_date="1955-09-07") for name in names]
    assert any(perturbation.apply_to(each, seed) != each for each in subjects for seed in range(10))
    assert perturbation.imitates


@pytest.mark.parametrize(
    ("which", "name", "possible"),
    [
        ("korean-otherwise", "KIM, Sok Chol", {"Kim Seokcheol", "Gim Sŏk Ch'Ŏl", "Kim Sok-chol"}),
        ("in-hangul", "KIM, Sok Chol", {"김석철"}),
        ("in-cyrillic", "Sergey Shcherbakov", {"Сергей Щербаков"}),
        ("in-cyrillic", "Thein Htay", {"Thein Htay"}),
        ("russian-otherwise", "Shcherbakov, Yuriy", {"Schtscherbakow, Jurij", "Ŝerbakov, Ûrij"}),
        ("from-cyrillic", "ИВАНОВ Юрий", {"IVANOV Yuriy", "IVANOV Ûrij", "IWANOW Jurij"}),
        ("chinese-otherwise", "WANG, Jianguo", {"Wang Chien-kuo"}),
        ("chinese-otherwise", "Zhang Qixin", {"Chang Ch'i-hsin", "Chang Chi-hsin"}),
        ("arabic-otherwise", "AL-MASRI, Muhammad", {"EL-MASRI, Muhammad", "AL-MASRI, Mohammad"}),
        ("in-arabic", "AL-MASRI, Muhammad", {"محمد المصري"}),
        ("in-burmese", "Aung Win Htay", {"အောင်ဝင်းဌေး"}),
        ("nickname", "William Smith", {"Bill Smith", "Will Smith"}),
        ("patronymic-dropped", "Dmitry Ivanovich Petrov", {"Dmitry Petrov"}),
        ("patronymic-dropped", "Muhammad bin Rashid al-Masri", {"Muhammad al-Masri"}),
        ("misread", "MARTIN", {"RNARTIN", "MARTlN"}),
        ("cut", "Golden Star Trading Company Ltd", {"Golden Star Trading Company Lt"}),
        ("vowels-lost", "Thein Shanahan", {"Thein Shnhn", "Thn Shanahan"}),
        ("legal-form", "LIMITED LIABILITY COMPANY STAR", {"LIMITED LIABILITY COMPANY STAR"}),
        ("legal-form-translated", "LIMITED LIABILITY COMPANY STAR", {"OOO STAR"}),
        ("legal-form-translated", "Star Ltd", {"Star GmbH", "Star OOO"}),
    ],
)  # fmt: skip
def test_what_a_perturbation_can_make_of_a_name(which: str, name: str, possible: set[str]) -> None:
    perturbation = perturbation_named(which)
    assert possible <= {perturbation.apply(name, seed) for seed in range(400)}


def test_facts_are_moved_or_swapped_and_the_rest_of_the_subject_stays() -> None:
    subject = Subject(name="Thein Htay", birth_date="1955-09-07", countries=("MM",))
    swapped = perturbation_named("day-month-swapped").apply_to(subject, 1)
    assert (swapped.name, str(swapped.birth_date), swapped.countries) == ("Thein Htay", "1955-07-09", ("MM",))
    moved = perturbation_named("birth-date-in-name").apply_to(subject, 1)
    assert moved.birth_date is None
    assert moved.name.startswith("Thein Htay")
    assert "1955" in moved.name


@given(name=ANY_NAME, seed=SEEDS)
def test_several_at_once_are_one_after_the_other(name: str, seed: int) -> None:
    swap, case = perturbation_named("letters-swapped"), perturbation_named("case")
    both = composed(swap, case)
    random = Random(seed)
    assert both.apply(name, seed) == case.apply(swap.apply(name, random), random)
    assert (both.depth, both.strength, both.name) == (2, "should", "letters-swapped + case")


@EACH
@settings(max_examples=30)
@given(name=st.sampled_from(("", " ", "-", "李", "a", "1", ",", ", ,")), seed=SEEDS)
def test_names_with_next_to_nothing_in_them_are_no_error(
    perturbation: Perturbation, name: str, seed: int
) -> None:
    assert isinstance(perturbation.apply(name, seed), str)


def _parts(name: str) -> list[str]:
    return sorted(re.split(r"[\s,]+", name.strip(" ,")))


@given(name=person_names() | st.just("HTAY, Thein"), seed=SEEDS)
def test_order_and_comma_keep_every_part(name: str, seed: int) -> None:
    for which in ("order", "comma-order"):
        assert _parts(perturbation_named(which).apply(name, seed)) == _parts(name)


@pytest.mark.parametrize(
    ("name", "together"),
    [
        ("Muhammad Yusuf bin Rashid", "bin Rashid"),
        ("Saif al-Din Khalid Mashhadani", "Saif al-Din"),
        ("سيف الدين خالد المشهداني", "سيف الدين"),
        ("عبد الرحمن خالد المصري", "عبد الرحمن"),
    ],
)
@given(seed=SEEDS)
def test_what_makes_one_part_of_a_name_stays_together(name: str, together: str, seed: int) -> None:
    for which in ("order", "comma-order", "middle-left-out"):
        text = perturbation_named(which).apply(name, seed)
        assert together in text or not any(word in text.split() for word in together.split())


@given(name=person_names() | st.sampled_from(("Yıldız Işık", "İbrahim Çağrı")), seed=SEEDS)
def test_case_is_all_that_case_changes(name: str, seed: int) -> None:
    assert perturbation_named("case").apply(name, seed).casefold() == name.casefold()


def _bare(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) != "Mn")


@given(name=person_names(script="Latn"), seed=SEEDS)
def test_accents_are_all_that_comes_or_goes(name: str, seed: int) -> None:
    assert perturbation_named("accents-lost").apply(name, seed) == _bare(name)
    assert _bare(perturbation_named("accents-added").apply(name, seed)) == _bare(name)


@given(name=person_names(culture="russian", script="Cyrl"), seed=SEEDS)
def test_letters_of_other_scripts_keep_their_marks(name: str, seed: int) -> None:
    assert perturbation_named("accents-lost").apply(name, seed) == name


@given(name=ANY_NAME.filter(str.isprintable), seed=SEEDS)
def test_invisible_characters_are_all_that_is_put_in(name: str, seed: int) -> None:
    changed = perturbation_named("invisible").apply(name, seed)
    assert len(changed) > len(name) or not name
    shown = [c for c in changed if unicodedata.category(c) != "Cf" and c not in "\u034f\ufe0f"]
    assert "".join(shown) == "".join(c for c in name if c not in "\u034f\ufe0f")


@given(name=person_names(), seed=SEEDS)
def test_full_width_letters_are_the_same_letters(name: str, seed: int) -> None:
    changed = perturbation_named("full-width").apply(name, seed)
    assert unicodedata.normalize("NFKC", changed) == unicodedata.normalize("NFKC", name)


@given(name=person_names(), seed=SEEDS)
def test_a_word_with_look_alikes_still_shows_its_own_script(name: str, seed: int) -> None:
    changed = perturbation_named("look-alike").apply(name, seed)
    words = zip(name.split(" "), changed.split(" "), strict=True)
    for before, after in words:
        kept = sum(a == b for a, b in zip(before, after, strict=True))
        assert kept * 2 >= len(before)


@given(name=person_names(script="Latn"), seed=SEEDS)
def test_a_title_stands_before_the_name_or_after_its_comma(name: str, seed: int) -> None:
    assert perturbation_named("title-added").apply(name, seed).endswith(f" {name}")
    assert perturbation_named("title-added").apply("Htay, Thein", seed).startswith("Htay, ")


@given(name=person_names(script="Latn"), seed=SEEDS)
def test_a_typing_error_is_one_letter_s_worth(name: str, seed: int) -> None:
    assert len(perturbation_named("letter-dropped").apply(name, seed)) in (len(name), len(name) - 1)
    assert len(perturbation_named("letter-doubled").apply(name, seed)) in (len(name), len(name) + 1)
    slipped = perturbation_named("key-slipped").apply(name, seed)
    assert sum(a != b for a, b in zip(name, slipped, strict=True)) <= 1
    assert sorted(perturbation_named("letters-swapped").apply(name, seed)) == sorted(name)


@given(name=person_names(script="Latn") | organisation_names(), seed=SEEDS)
def test_joining_and_splitting_keep_every_letter(name: str, seed: int) -> None:
    for which in ("parts-joined", "part-split", "hyphen-for-space"):
        changed = perturbation_named(which).apply(name, seed)
        assert re.sub("[ -]", "", changed) == re.sub("[ -]", "", name)


@given(seed=SEEDS)
def test_a_left_out_middle_leaves_both_ends(seed: int) -> None:
    text = perturbation_named("middle-left-out").apply("Dmitry Ivanovich Petrov", seed)
    assert text == "Dmitry Petrov"
    assert perturbation_named("middle-left-out").apply("Dmitry Petrov", seed) == "Dmitry Petrov"


def test_names_are_unique_and_an_unknown_one_is_refused_with_those_there_are() -> None:
    assert len({each.name for each in PERTURBATIONS}) == len(PERTURBATIONS)
    assert {*MUST_SURVIVE, *SHOULD_SURVIVE} == {*PERTURBATIONS}
    with pytest.raises(KeyError, match="look-alike"):
        perturbation_named("nonsense")
