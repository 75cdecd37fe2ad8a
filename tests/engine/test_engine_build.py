"""Where the engine cannot be built, one line says why and the package installs without it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("hatchling", reason="the build's own tool is not in this environment")


@pytest.fixture
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", Path(__file__).parents[2] / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _initialised(hook: ModuleType, root: Path) -> dict[str, object]:
    build_data: dict[str, object] = {"artifacts": [], "pure_python": True, "tag": None}
    # What hatchling passes beside the root, this hook does not look at.
    hook.EngineHook(str(root), {}, None, None, str(root), "wheel").initialize("standard", build_data)
    return build_data


def test_without_a_toolchain_the_wheel_is_of_pure_python_and_one_line_says_so(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _initialised(hook, tmp_path)["pure_python"] is True
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "no Rust toolchain" in said


def test_a_build_that_fails_leaves_no_engine_of_an_older_source(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cargo = tmp_path / "cargo"
    cargo.write_text("#!/bin/sh\necho 'error: no such crate' >&2\nexit 1\n", encoding="utf-8")
    cargo.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    place = tmp_path / "sanctions_screen" / "engine"
    place.mkdir(parents=True)
    (tmp_path / "rust").mkdir()
    (place / "_engine.abi3.so").touch()
    _initialised(hook, tmp_path)
    assert list(place.iterdir()) == []
    assert "cargo build failed: error: no such crate" in capsys.readouterr().err
