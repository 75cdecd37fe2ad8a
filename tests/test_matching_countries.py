"""A subject's country as two letters is read like any other way to write it."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import PartyMatcher
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
    ("written", "verdict"), [("GB", "agrees"), ("UK", "agrees"), ("fr", "contradicts"), ("ZZ", "unknown")]
)
def test_two_letters_are_a_country_only_when_they_are_one(written: str, verdict: str) -> None:
    matcher = PartyMatcher((_PARTY,), ScreeningSettings())
    found = matcher.explain(Subject(name="Walter Pemberton", countries=(written,)), PartyId("test:1"))
    assert [item.verdict for item in found.explanation.evidence if item.kind == "country"] == [verdict]
