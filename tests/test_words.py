"""Words for kinds and genders, as customers' files have them."""

from __future__ import annotations

import pytest

from sanctions_screen.model import KIND_WORDS, Subject, gender_called, kind_called
from sanctions_screen.model.words import _GENDERS, _KINDS, _genders, _keys, _kinds
from sanctions_screen.screening.columns import plan_columns


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Natürliche Person", "person"), ("NATUERLICHE PERSON", "person"), ("personne physique", "person"),
        ("Persona física", "person"), ("физ. лицо", "person"), ("个人", "person"), ("Firma", "organisation"),
        ("Societe", "organisation"), ("persona giuridica", "organisation"), ("Юридическое лицо",
        "organisation"),
        ("pessoa jurídica", "organisation"), ("şirket", "organisation"), ("Corporate", "organisation"),
        ("Schiff", "vessel"), ("navire", "vessel"), ("судно", "vessel"), ("Avión", "aircraft"), ("飞机",
        "aircraft"),
        ("Sole trader", None), ("Kunde", None), ("", None),
    ],
)  # fmt: skip
def test_a_kind_is_known_in_the_usual_languages(word: str, kind: str | None) -> None:
    assert kind_called(word) == kind
    assert not word or Subject(name="X", kind="person").kind == "person"


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("m", "male"), ("Herr", "male"), ("homme", "male"), ("H", "male"), ("maennlich", "male"), ("Муж.",
        "male"),
        ("Male (M)", "male"), ("w", "female"), ("Frau", "female"), ("mujer", "female"), ("mulher", "female"),
        ("Feminino", "female"), ("Ж", "female"), ("kadın", "female"), ("女", "female"), ("Ms.", "female"),
        ("x", None), ("V", None), ("divers", None), ("unbekannt", None), ("mixed", None), ("firm", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_gender_is_known_in_the_usual_languages(word: str, gender: str | None) -> None:
    assert gender_called(word) == gender


def test_no_word_means_two_things() -> None:
    kinds = [(key, kind) for kind, words in _KINDS.items() for key in set(_keys(words))]
    assert len(kinds) == len(_kinds())
    genders = [(key, gender) for gender, words in _GENDERS.items() for key in set(_keys(words))]
    assert len(genders) == len(_genders())
    assert all(kind_called(word.upper()) == kind for word, kind in KIND_WORDS.items())


def test_a_file_in_german_says_what_it_means_and_what_could_not_be_used() -> None:
    plan = plan_columns(["Name", "Vorname", "Kundenart", "Land", "Geschlecht"])
    told = plan.read(["Muster", "Erika", "Privatperson", "Schweiz", "w"])
    assert (told.subject.kind, told.subject.countries, told.not_used) == ("person", ("Schweiz",), ())
    odd = plan.read(["Muster", "Erika", "Einzelfirma", "Atlantis", "divers"])
    assert odd.not_used == (
        "Kundenart 'Einzelfirma' is not person, organisation, vessel or aircraft; any kind is compared",
        "Land 'Atlantis' is no country known here",
        "Geschlecht 'divers' is neither male nor female; any is compared",
    )
