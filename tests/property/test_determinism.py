"""The same question has the same bytes for an answer: under any hash seed, in any order, however imported."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sanctions_screen.model import ScreeningResult, Subject, canonical_json
from sanctions_screen.screening import Screener
from sanctions_screen.store import ListStore
from sanctions_screen.testing import ListTimeline, list_timelines, subjects

# Names of several scripts, kinds and outcomes; evidence of every sort.
_ASK_MANY = """
import sys
from sanctions_screen.model import Subject
from sanctions_screen.screening import Screener
from sanctions_screen.store import ListStore

asked = [
    "Thein Htay", "HTAY, Thein", "Kim Sŏk-ch'ŏl", "김석철", "金錫鐵", "Ким Сок Чхоль", "KOMID", "?!",
    "Nobody Atall", "Directorate of Defense Industries", "Korea Mining Development Trading Corp.",
    "Min Aung Hlaing", "محمد",
    Subject(name="Thein Htay", kind="person", birth_date="1955-09-07", countries=("MM",)),
    Subject(name="Kim Chol Nam", kind="person", birth_date="1980", countries=("KP", "CN"), aliases=("Kim",)),
    Subject(name="Ocean Star", kind="vessel", identifiers=("imo:7937317",)),
]
out = open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False)
for result in Screener(ListStore.embedded()).screen_many(asked):
    print(result.canonical_json(), file=out)
"""


def _answers_under(hash_seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run([sys.executable, "-c", _ASK_MANY], capture_output=True, env=environment, check=True)
    return done.stdout


def test_results_are_byte_identical_under_different_hash_seeds() -> None:
    first, *others = [_answers_under(hash_seed) for hash_seed in ("0", "1", "20240702")]
    assert first.count(b"\n") == 16
    assert b'"outcome":"hit"' in first
    assert others == [first, first]


TIMELINES = list_timelines(max_parties=4, max_snapshots=3).filter(lambda timeline: timeline.has_parties)


def _subjects_like(timeline: ListTimeline) -> st.SearchStrategy[list[Subject]]:
    """Draw subjects some of which are called like listed parties."""
    texts = sorted(
        {name.text for _, members in timeline.snapshots for party in members for name in party.names}
    )
    return st.lists(
        subjects() | st.sampled_from(texts).map(lambda text: Subject(name=text)), min_size=1, max_size=5
    )


def _loaded(timeline: ListTimeline, order: list[int] | None = None) -> ListStore:
    store = ListStore.in_memory()
    timeline.load_into(store, order)
    return store


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(timeline=TIMELINES, data=st.data())
def test_the_order_of_subjects_changes_no_result(timeline: ListTimeline, data: st.DataObject) -> None:
    screener = Screener(_loaded(timeline))
    asked = data.draw(_subjects_like(timeline))
    order = data.draw(st.permutations(range(len(asked))))
    in_order = [result.canonical_json() for result in screener.screen_many(asked)]
    turned = [result.canonical_json() for result in screener.screen_many([asked[place] for place in order])]
    assert turned == [in_order[place] for place in order]


def _without_order_of_import(result: ScreeningResult) -> str:
    """Return the result without the chain, whose purpose is to tell in which order versions were imported."""
    told: dict[str, Any] = result.to_json_dict()
    for provenance in told["provenance"]["lists"]:
        del provenance["chain"], provenance["head_chain"]
    return canonical_json(told)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(timeline=TIMELINES, data=st.data())
def test_the_order_of_import_changes_no_result_but_the_chain(
    timeline: ListTimeline, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(timeline.snapshots))))
    assume(len(order) > 1)
    day = data.draw(st.sampled_from(timeline.days))
    straight, turned = (Screener(_loaded(timeline, places), as_of=day) for places in (None, list(order)))
    for subject in data.draw(_subjects_like(timeline)):
        first, second = straight.screen(subject), turned.screen(subject)
        assert _without_order_of_import(first) == _without_order_of_import(second)


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(timeline=TIMELINES, data=st.data())
def test_a_store_written_to_a_file_and_opened_again_answers_the_same(
    timeline: ListTimeline, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("store") / "lists.db"
    with ListStore.open(path) as store:
        timeline.load_into(store)
        written = Screener(store)
    with ListStore.open(path) as store:
        opened = Screener(store)
        for subject in data.draw(_subjects_like(timeline)):
            assert written.screen(subject).canonical_json() == opened.screen(subject).canonical_json()
