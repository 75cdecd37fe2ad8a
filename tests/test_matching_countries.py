"""A subject's country as two letters is read like any other way to write it."""

from __future__ import annotations

import pytest
from ledgers import lines_by

from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.model import Country, Name, Party, PartyId, ScreeningSettings, Subject

_PARTY = Party.model_validate(
    {
        "party_id": PartyId("test:1"),
        "kind": "person",
        "names": [Name(text="Walter Pemberton", role="primary")],
        "nationalities": [Country(text="United Kingdom", code="GB")],
    }
)


@pytest.mark.parametrize(
    ("written", "side", "rule"),
    [
        ("GB", "for", "country"),
        ("UK", "for", "country"),
        ("fr", "doubt", "country"),
        ("ZZ", "none", "country-unknown"),
    ],
)
def test_two_letters_are_a_country_only_when_they_are_one(written: str, side: str, rule: str) -> None:
    matcher = PartyMatcher((_PARTY,), ScreeningSettings())
    found = matcher.explain(Subject(name="Walter Pemberton", countries=(written,)), PartyId("test:1"))
    told = lines_by(found.explanation, "country", "country-unknown")
    assert [(line.side, line.rule, line.amount > 0) for line in told] == [(side, rule, side != "none")]
