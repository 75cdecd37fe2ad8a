"""Which engine runs: the compiled one where it was built, the reference where it was not or is asked for."""

from __future__ import annotations

import pytest

from sanctions_screen import ListStore, Screener, engine
from sanctions_screen.engine import chosen
from sanctions_screen.errors import EngineError
from sanctions_screen.screening.recipe import recipe_of


def test_the_compiled_engine_runs_where_it_was_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(engine.VARIABLE, raising=False)
    assert engine.name() == ("compiled" if engine.available() else "reference")


def test_the_environment_asks_for_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(engine.VARIABLE, "reference")
    assert engine.name() == "reference"


def test_asking_for_the_compiled_engine_where_there_is_none_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(engine.VARIABLE, "compiled")
    monkeypatch.setattr(engine, "available", lambda: False)
    with pytest.raises(EngineError, match="install Rust"):
        engine.name()


def test_asking_for_an_engine_that_there_is_none_of_names_those_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(engine.VARIABLE, "steam")
    with pytest.raises(EngineError, match="compiled or reference"):
        engine.name()


def test_a_screener_made_again_in_another_process_searches_in_one_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chosen, "threads_here", lambda: 8)
    screener = Screener(ListStore.embedded())
    with recipe_of(screener) as recipe:
        again = recipe.screener()
        assert again._matcher.threads == 1
        assert again.screen("Thein Htay") == screener.screen("Thein Htay")
