"""Kept names of customers who are like real parties tell whom a search finds somebody for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from sanctions_screen import ListStore
from sanctions_screen.model import Party, ScreeningSettings, Subject

pytest.importorskip("sanctions_screen.engine._engine", reason="the engine was not built")

from sanctions_screen.engine.compiled import CompiledMatcher
from sanctions_screen.engine.kept_names import Thresholds, names_key, open_names, written_names
from sanctions_screen.engine.words import is_one_word
from sanctions_screen.matching.sides import Asked

LETTERS = "aeiouptkbdg"


@pytest.fixture(scope="module")
def parties(shared_dir: Path) -> list[Party]:
    store = ListStore.in_memory()
    file = shared_dir / "data" / "us-ofac-sdn" / "2018-01-27" / "SDN.CSV"
    store.import_file(file, published_on=date(2018, 1, 27))
    return list(store.snapshot("us-ofac-sdn"))


def _like(names: list[str], source: Random) -> Iterator[Subject]:
    """Yield subjects of every kind and of none, in whose names a letter is another or a word is left out."""
    for kind in ("person", "organisation", "vessel", None, None):
        for _ in range(40):
            words = source.choice(names).split()
            if len(words) > 2 and source.random() < 0.3:
                del words[source.randrange(len(words))]
            place = source.randrange(len(words))
            at = source.randrange(len(words[place]))
            words[place] = words[place][:at] + source.choice(LETTERS) + words[place][at + 1 :]
            yield Subject(name=" ".join(words), kind=kind)


@pytest.mark.parametrize("seed", range(8))
def test_kept_names_like_real_ones_meet_whom_a_search_finds_somebody_for(
    parties: list[Party], tmp_path: Path, seed: int
) -> None:
    source = Random(seed)
    some = source.sample(parties, source.choice((20, 60, 100, 150)))
    subjects = list(_like([name.text for party in some for name in party.names], source))
    asked = [Asked(subject, is_one_word) for subject in subjects]
    block, key = written_names(asked, [False] * len(asked), names_key()), names_key()
    file = tmp_path / "some.names"
    file.write_bytes(block)
    file.chmod(0o600)
    kept = open_names(file, 0, len(block), key)
    matcher = CompiledMatcher.of_parties(some, ScreeningSettings())
    for threshold in (0.65, 0.8):
        told = kept and kept.meeting(matcher, Thresholds(threshold, threshold))
        assert told
        found = matcher.searched(asked, threshold)
        met = [number for number, candidates in enumerate(found.candidates) if candidates]
        assert set(met) <= {*told[0], *told[1]}
        assert met
