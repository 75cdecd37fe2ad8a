"""The records everything is made of."""

from __future__ import annotations

import json
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sanctions_screen.model import (
    DEFAULT_THRESHOLD,
    Country,
    Name,
    PartialDate,
    Party,
    PartyId,
    ScreeningSettings,
    Subject,
    Vessel,
    canonical_json,
    sha256_hex,
)
from sanctions_screen.model.subject import subject_called

DAYS = st.dates(min_value=date(1000, 1, 1))


@given(first=DAYS, second=DAYS, circa=st.booleans())
def test_a_partial_date_written_and_read_again_is_the_same(first: date, second: date, circa: bool) -> None:
    earliest, latest = sorted((first, second))
    value = PartialDate(earliest, latest, circa)
    assert PartialDate.parse(str(value)) == value


@pytest.mark.parametrize(
    "text", ["1955-09-07", "1955-09", "1955", "1955~", "1955/1958", "1955-03-01/1955-04-02"]
)
def test_edtf_text_is_kept_letter_for_letter(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "55", "1955-13", "1955-02-30", "1958/1955", "7 Sep 1955", "1955-9-7"])
def test_what_is_no_date_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|span"):
        PartialDate.parse(text)


def test_records_cannot_be_changed_after_the_fact() -> None:
    with pytest.raises(ValidationError):
        Subject(name="Thein Htay").name = "another"  # type: ignore[misc]


def test_fields_nobody_defined_are_refused() -> None:
    with pytest.raises(ValidationError):
        Subject.model_validate({"name": "Thein Htay", "nom": "x"})


def test_leaving_a_default_out_or_giving_it_makes_the_same_record_and_digest() -> None:
    plain = Subject(name="Thein Htay")
    spelled_out = Subject(name="Thein Htay", countries=(), aliases=())
    assert plain.canonical_json() == spelled_out.canonical_json()
    assert plain.content_digest() == spelled_out.content_digest()


def test_every_setting_counts_in_the_settings_digest() -> None:
    base = ScreeningSettings().content_digest()
    assert base != ScreeningSettings(threshold=0.5).content_digest()
    assert base != ScreeningSettings(include_delisted=False).content_digest()


@pytest.mark.parametrize(
    ("word", "kind"), [("individual", "person"), ("Entity", "organisation"), ("ship", "vessel"), ("", None)]
)
def test_a_subject_takes_the_common_words_for_its_kind(word: str, kind: str | None) -> None:
    assert Subject.model_validate({"name": "x", "kind": word}).kind == kind


def test_an_identifier_may_be_written_with_its_type_or_bare() -> None:
    typed, bare = Subject.model_validate(
        {"name": "x", "identifiers": ("imo: 9123456", "472310082")}
    ).identifiers
    assert (typed.type, typed.value) == ("imo", "9123456")
    assert (bare.type, bare.value) == ("other", "472310082")


def test_a_party_knows_its_list_its_reference_and_its_countries() -> None:
    party = Party(
        party_id=PartyId("us-ofac-sdn:16102"),
        kind="person",
        names=(Name(text="alias", role="strong"), Name(text="HTAY, Thein")),
        nationalities=(Country(text="Burma", code="MM"), Country(text="Nowhere")),
    )
    assert (party.list_id, party.reference) == ("us-ofac-sdn", "16102")
    assert party.primary_name.text == "HTAY, Thein"
    assert party.country_codes == {"MM"}


def test_a_vessels_flag_is_one_of_its_countries() -> None:
    ship = Party(
        party_id=PartyId("l:1"),
        kind="vessel",
        names=(Name(text="Light"),),
        vessel=Vessel(flag=Country(text="Belize", code="BZ")),
    )
    assert ship.country_codes == {"BZ"}


def test_the_digest_of_settings_names_the_defaults_too_which_a_later_release_may_change() -> None:
    assert ScreeningSettings().content_digest() == sha256_hex(
        canonical_json(
            {
                "threshold": DEFAULT_THRESHOLD,
                "include_delisted": True,
                "include_weak_aliases": True,
                "leave_out_later_lists": False,
                "max_hits": None,
                "one_word_threshold": None,
            }
        )
    )


@pytest.mark.parametrize("name", ["Thein \ud800 Htay", "\udfff", "Thein\ud83dHtay"])
def test_a_record_with_half_of_a_pair_of_surrogates_is_written_as_json_too(name: str) -> None:
    subject = Subject(name=name)
    assert json.loads(subject.model_dump_json())["name"] == name
    assert json.loads(subject.model_dump_json(indent=1, exclude_defaults=True)) == {"name": name}
    assert Subject(name="Thein Htay").model_dump_json(exclude_defaults=True) == '{"name":"Thein Htay"}'


@given(name=st.text(st.characters(), max_size=20))
def test_a_subject_of_whom_only_the_name_is_given_is_the_one_that_is_checked(name: str) -> None:
    quick, checked = subject_called(name), Subject(name=name)
    assert (quick, hash(quick), repr(quick)) == (checked, hash(checked), repr(checked))
    assert quick.model_fields_set == checked.model_fields_set
    assert quick.to_json_dict() == checked.to_json_dict()
    assert pickle.dumps(quick) == pickle.dumps(checked)
    assert quick.model_copy(update={"reference": "7"}) == Subject(name=name, reference="7")
