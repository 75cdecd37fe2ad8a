"""Every perturbation there is, as named values.

Reach for this module to try a screener on damaged or rewritten names. ``MUST_SURVIVE`` holds what changes
the writing and not the name: a screener that finds the name has to find it still. ``SHOULD_SURVIVE`` holds
what loses or alters something: how often the party is still found is a figure to measure
(:func:`~sanctions_screen.testing.measure_survival`), not a law. Guarantee: the same name and seed give the
same text, and a name to which a perturbation cannot apply comes back unchanged.

>>> from sanctions_screen.testing import perturbation_named
>>> perturbation_named("comma-order").apply("Thein Htay", 1)
'Htay, Thein'
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from ..model import PartyKind, Subject
from .changes import (
    arabic,
    chinese,
    cyrillic,
    firms,
    korean,
    letters,
    own_script,
    parts,
    people,
    punctuation,
    scans,
    slips,
)
from .perturbations import EVERY_KIND, Perturbation

__all__ = ["MUST_SURVIVE", "PERTURBATIONS", "SHOULD_SURVIVE", "perturbation_named"]


def _must(
    name: str,
    description: str,
    change: Callable[[str, Random], str],
    imitates: str,
    *kinds: PartyKind,
) -> Perturbation:
    return Perturbation(name, description, "must", change, kinds or EVERY_KIND, imitates)


def _should(
    name: str,
    description: str,
    change: Callable[[str, Random], str],
    imitates: str,
    *kinds: PartyKind,
) -> Perturbation:
    return Perturbation(name, description, "should", change, kinds or EVERY_KIND, imitates)


def _of_subject(
    name: str, description: str, change: Callable[[Subject, Random], Subject], imitates: str
) -> Perturbation:
    return Perturbation(name, description, "should", _unchanged, ("person",), imitates, change)


def _unchanged(name: str, random: Random) -> str:  # noqa: ARG001 -- the shape of a change
    return name


_ANOTHER_STANDARD = "an office that romanises by another standard"
_OWN_SCRIPT = "a customer who signs in the own script"

PERTURBATIONS: tuple[Perturbation, ...] = (
    _must("case", "letters change case", letters.in_another_case, "a form filled in capitals"),
    _must(
        "accents-lost", "Latin letters lose their accents", letters.accents_lost, "a system that holds ASCII"
    ),
    _must(
        "accents-added", "a vowel gains an accent", letters.accents_added, "a name in a scholar's spelling"
    ),
    _must(
        "punctuation",
        "dashes and apostrophes are other ones",
        punctuation.punctuated_otherwise,
        "text pasted from a word processor",
    ),
    _must(
        "spaces", "spaces are other ones, or more", punctuation.spaced_otherwise, "cells joined by a program"
    ),
    _must("padded", "blanks stand before and behind", punctuation.padded, "a field of fixed width"),
    _must(
        "hyphen-for-space",
        "a space becomes a hyphen or a hyphen a space",
        punctuation.hyphen_for_space,
        "another habit of writing compounds",
    ),
    _must("full-width", "ASCII letters become full-width ones", letters.full_width, "an East Asian keyboard"),
    _must(
        "invisible",
        "characters that show nothing are put in",
        letters.with_invisible,
        "evasion, and text pasted from a web page",
    ),
    _must("look-alike", "letters of another script look the same", letters.with_lookalikes, "evasion"),
    _must(
        "order",
        "the family name moves to the other end",
        parts.turned_round,
        "another country's order of names",
        "person",
    ),
    _must(
        "comma-order", "the family name stands first, with a comma", parts.with_comma, "a register", "person"
    ),
    _must(
        "title-added",
        "a form of address or a rank stands before it",
        parts.title_added,
        "a letter's head",
        "person",
    ),
    _must(
        "legal-form",
        "Ltd stands for Limited and the like",
        firms.legal_form_otherwise,
        "a firm's letterhead against its register",
        "organisation",
    ),
    _should("letters-swapped", "two neighbouring letters are swapped", slips.swapped, "quick typing"),
    _should("letter-dropped", "a letter is left out", slips.dropped, "quick typing"),
    _should("letter-doubled", "a letter is typed twice", slips.doubled, "quick typing"),
    _should("key-slipped", "the key beside the right one is hit", slips.slipped, "quick typing"),
    _should(
        "apostrophes-lost",
        "apostrophes are left out",
        punctuation.apostrophes_lost,
        "a system that refuses them",
    ),
    _should(
        "parts-joined", "two parts are written as one", parts.parts_joined, "a field that holds no spaces"
    ),
    _should("part-split", "a part is written as two", parts.part_split, "a name heard and written down"),
    _should(
        "initial",
        "a part is reduced to its initial",
        parts.reduced_to_initial,
        "a card's embossed name",
        "person",
    ),
    _should(
        "middle-left-out",
        "a middle part is left out",
        parts.middle_left_out,
        "a form with two fields",
        "person",
    ),
    _should(
        "patronymic-dropped",
        "the father's name is left out",
        people.patronymic_dropped,
        "a form with two fields",
        "person",
    ),
    _should(
        "nickname",
        "the given name is a short form",
        people.by_nickname,
        "what friends and newspapers write",
        "person",
    ),
    _should("misread", "a scan is read wrongly in one place", scans.misread, "optical character recognition"),
    _should(
        "cut",
        "the name is cut at the length of a field",
        scans.cut_at_a_field,
        "payment messages and old systems",
    ),
    _should(
        "vowels-lost",
        "a part is written without inner vowels",
        scans.vowels_lost,
        "Semitic writing and short messages",
    ),
    _should(
        "korean-otherwise",
        "a Korean name is romanised by another standard",
        korean.korean_otherwise,
        _ANOTHER_STANDARD,
        "person",
    ),
    _should(
        "russian-otherwise",
        "a Russian name is romanised by another standard",
        cyrillic.russian_otherwise,
        _ANOTHER_STANDARD,
        "person",
    ),
    _should(
        "chinese-otherwise",
        "a Chinese name is in Wade-Giles for Pinyin",
        chinese.chinese_otherwise,
        _ANOTHER_STANDARD,
        "person",
    ),
    _should(
        "arabic-otherwise",
        "an Arabic name is romanised by another habit",
        arabic.arabic_otherwise,
        _ANOTHER_STANDARD,
        "person",
    ),
    _should("in-hangul", "a Korean name is in Hangul", korean.in_hangul, _OWN_SCRIPT, "person"),
    _should("in-cyrillic", "a Russian name is in Cyrillic", cyrillic.in_cyrillic, _OWN_SCRIPT, "person"),
    _should(
        "in-arabic", "an Arabic name is in Arabic script", own_script.in_arabic_script, _OWN_SCRIPT, "person"
    ),
    _should(
        "in-burmese",
        "a Burmese name is in Burmese script",
        own_script.in_burmese_script,
        _OWN_SCRIPT,
        "person",
    ),
    _should(
        "from-cyrillic", "a name in Cyrillic is romanised", cyrillic.in_latin_from_cyrillic, "a passport"
    ),
    _should(
        "legal-form-translated",
        "the legal form is another country's",
        firms.legal_form_translated,
        "a firm's name in translation",
        "organisation",
    ),
    _of_subject(
        "birth-date-in-name",
        "the birth date stands in the field of the name",
        people.birth_date_in_name,
        "one field for both",
    ),
    _of_subject(
        "day-month-swapped",
        "day and month of the birth date are swapped",
        people.day_and_month_swapped,
        "a date read in the other order",
    ),
)
"""Every perturbation, those that must be survived first."""

MUST_SURVIVE = tuple(each for each in PERTURBATIONS if each.strength == "must")
SHOULD_SURVIVE = tuple(each for each in PERTURBATIONS if each.strength == "should")


def perturbation_named(name: str) -> Perturbation:
    """Return the perturbation of that name; KeyError listing the names there are."""
    for each in PERTURBATIONS:
        if each.name == name:
            return each
    raise KeyError(f"no perturbation {name!r}; there are: {', '.join(p.name for p in PERTURBATIONS)}")
