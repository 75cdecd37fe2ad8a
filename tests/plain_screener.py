"""A small screener that keeps every law, with a switch for each way of breaking one.

It shares no code with the library's names or matching, so that it can tell whether the laws are right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sanctions_screen.model import Identifier, Name, PartialDate, Party, PartyId, Subject
from sanctions_screen.testing import ScreenerUnderTest
from sanctions_screen.testing.known_parties import KnownParties
from sanctions_screen.testing.under_test import RawAnswer, Screen

_TITLES = {"mr", "mrs", "ms", "dr", "prof", "general", "gen", "colonel", "lt", "sir", "he"}
_FORMS = {"limited": "ltd", "company": "co", "corporation": "corp", "incorporated": "inc"}
_PAIRS = dict(
    zip(
        "асеіјорѕхуΑΒΕΗΙΚΜΝΟΡΤΧΥΖοАВСЕНІЈКМОРЅТХ",
        "aceijopsxyABEHIKMNOPTXYZoABCEHIJKMOPSTX",
        strict=True,
    )
)
# The small letter of a look-alike capital (В, в) is taken for the same Latin one: case must not matter.
_LATIN_FOR = {**{other.casefold(): latin.casefold() for other, latin in _PAIRS.items()}, **_PAIRS}


@dataclass(frozen=True)
class PlainScreener:
    """Scores the share of equal parts; at most one switch is thrown for a law that must be seen to fail."""

    parties: tuple[Party, ...]
    broken: str = ""
    threshold: float = 0.8

    def screen(self, subject: Subject) -> dict[str, float]:
        scores = {party.party_id: self._score(subject, party) for party in self.parties}
        return {party_id: score for party_id, score in scores.items() if score >= self.threshold}

    def _score(self, subject: Subject, party: Party) -> float:
        names = [subject.name, *subject.aliases]
        scores = [self._similarity(name, listed.text) for name in names for listed in party.names]
        score = 0.9 * max(scores)
        born = subject.birth_date
        if born and party.birth_dates:
            overlap = any(b.earliest <= born.latest and born.earliest <= b.latest for b in party.birth_dates)
            score = min(1.0, score + 0.1) if overlap else score - 0.2
        values = {identifier.value for identifier in party.identifiers}
        if any(identifier.value in values for identifier in subject.identifiers):
            score = 1.0
        return max(0.0, score)

    def _similarity(self, first: str, second: str) -> float:
        if self.broken == "padded" and first != first.strip():
            return 0.0
        one, other = self.fold(first), self.fold(second)
        if "order" in self.broken:
            return float(one == other)
        shared = len(set(one) & set(other))
        return shared / max(len(set(one)), len(set(other)), 1)

    def fold(self, text: str) -> list[str]:
        if self.broken != "look-alike":
            text = "".join(_LATIN_FOR.get(letter, letter) for letter in text)
        if self.broken != "invisible":
            text = "".join(c for c in text if unicodedata.category(c) != "Cf" and c not in "\u034f\ufe0f")
        if self.broken != "punctuation":
            text = re.sub("['’‘ʼʻ´`′＇]", "", text)
        if self.broken != "full-width":
            text = unicodedata.normalize("NFKC", text)
        decomposed = unicodedata.normalize("NFD", text)
        if "accents" not in self.broken:
            text = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
        if self.broken != "case":
            text = text.casefold()
        gap = {"hyphen-for-space": r"[ ,]+", "spaces": r"[ ,'’-]"}.get(self.broken, r"[\W_]+")
        parts = re.split(gap, text.replace(".", ""))
        if self.broken != "title-added":
            parts = [part for part in parts if part not in _TITLES]
        if self.broken != "legal-form":
            parts = [_FORMS.get(part, part) for part in parts]
        return [part for part in parts if part]


@dataclass(frozen=True)
class WithStatus:
    """A plain screener that tells who has been delisted; it can be sent to another process."""

    plain: PlainScreener
    delisted: frozenset[str]

    def __call__(self, subject: Subject) -> RawAnswer:
        return [
            (party_id, score, "delisted" if party_id in self.delisted else "listed")
            for party_id, score in self.plain.screen(subject).items()
        ]


def under_test(parties: Sequence[Party], broken: str = "") -> ScreenerUnderTest:
    """Return the plain screener with all its abilities."""
    plain = PlainScreener(tuple(parties), broken)
    delisted = frozenset({parties[0].party_id})

    with_status = WithStatus(plain, delisted)

    def with_threshold(threshold: float) -> Screen:
        return replace(plain, threshold=threshold).screen

    def with_parties(others: Sequence[Party]) -> Screen:
        return replace(plain, parties=tuple(others)).screen

    def on_day(day: date) -> ScreenerUnderTest:
        known = known_on(day)
        then = WithStatus(replace(plain, parties=known.parties), known.delisted)
        return ScreenerUnderTest(then).knowing(known)

    def known_on(day: date) -> KnownParties:
        """The first party was not delisted yet before the screener's day, and the last not listed."""
        return KnownParties(plain.parties[:-1], not_yet=(NOT_YET, plain.parties[-1]), as_of=day)

    return ScreenerUnderTest(
        on_day=on_day,
        known_on=known_on,
        as_of=date(2026, 1, 1),
        past_days=(date(2014, 1, 1),),
        screen=with_status,
        screen_many=lambda subjects: [with_status(subject) for subject in subjects],
        with_threshold=with_threshold,
        with_parties=with_parties,
        parties=tuple(parties),
        delisted=delisted,
        not_yet=(NOT_YET,),
    )


def _party(reference: str, kind: str, *names: str, **more: object) -> Party:
    listed = tuple(Name(text=text, role="strong" if place else "primary") for place, text in enumerate(names))
    return Party.model_validate(
        {"party_id": PartyId(f"my-list:{reference}"), "kind": kind, "names": listed, **more}
    )


NOT_YET = _party("9", "person", "Woon Jovani")

PARTIES = (
    _party("1", "person", "HTAY, Thein", birth_dates=(PartialDate.of_day(date(1955, 9, 7)),)),
    _party(
        "2", "person", "Kim Sŏk-ch'ŏl", "KIM, Sok Chol",
        identifiers=(Identifier(type="passport", value="472310082"),),
    ),
    _party("3", "person", "Иван Петров", "José Núñez Cárdenas", gender="male"),
    _party("4", "organisation", "Golden Star Trading Company Limited", "Ocean Maritime Co., Ltd."),
    _party("6", "organisation", "Oil and Gas Sea Air Tin Zinc Leads Irons Trust"),
    _party("5", "vessel", "CHONG GANG", identifiers=(Identifier(type="imo", value="7937317"),)),
)  # fmt: skip
