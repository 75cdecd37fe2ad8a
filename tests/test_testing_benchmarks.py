"""The benchmark of speed still runs against the library as it is."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "throughput.py"


@pytest.fixture(scope="module")
def throughput() -> ModuleType:
    spec = importlib.util.spec_from_file_location("throughput", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_cold_start_is_measured_in_a_fresh_process() -> None:
    command = [sys.executable, str(SCRIPT), "child", "cold-start"]
    measured = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert measured.keys() == {"import_s", "screener_s", "first_answer_s", "peak_mb"}
    assert all(value > 0 for value in measured.values())


def test_without_the_background_names_the_subjects_are_made_up_the_same_each_time(
    throughput: ModuleType, tmp_path: Path
) -> None:
    names = throughput.subjects_to_screen(tmp_path)
    assert names == throughput.subjects_to_screen(tmp_path)
    assert len(set(names)) > 1000


def test_the_rows_of_a_batch_are_spread_over_the_whole_file(throughput: ModuleType, tmp_path: Path) -> None:
    source, target = tmp_path / "source.csv", tmp_path / "target.csv"
    source.write_text("name,script\n" + "".join(f"n{number},x\n" for number in range(100)), encoding="utf-8")
    throughput.write_rows(source, target, 10)
    assert target.read_text("utf-8").split() == ["name", *(f"n{number}" for number in range(0, 100, 10))]


def test_a_table_has_a_column_for_each_list(throughput: ModuleType) -> None:
    table = throughput._table({"a": {"rows": 10_000, "s": 1.23456}, "b": {"rows": 1, "s": 0.001}})
    assert table == ["| |a|b|", "|---|---:|---:|", "|rows|10,000|1|", "|s|1.235|0.001|"]
