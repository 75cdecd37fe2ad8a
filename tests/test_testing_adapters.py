"""A screener is tested whatever it is: a function, a command, an HTTP endpoint; a suite needs three lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_screener import PARTIES, under_test

import sanctions_screen
from sanctions_screen import _hypothesis_plugin
from sanctions_screen.errors import SettingsError
from sanctions_screen.model import Party, Subject
from sanctions_screen.testing import (
    answer_of,
    check_screener,
    command_screener,
    http_screener,
    law_named,
    named_screener,
    read_answer,
)

SAME_NAME = [law_named("same-name"), law_named("other-process")]
PLAIN = under_test(PARTIES)


def plain(subject: Subject) -> dict[str, float]:
    """Screen by the plain screener; a function of a module, as a user has one."""
    return answer_of(PLAIN.screen(subject)).scores


class _Service(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = Subject.model_validate_json(self.rfile.read(int(self.headers["Content-Length"])))
        hits = [{"party_id": party_id, "score": score} for party_id, score in plain(asked).items()]
        body = json.dumps({"hits": hits}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def service() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Service)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_http_endpoint_is_tested_like_a_function(service: str) -> None:
    report = check_screener(http_screener(service), PARTIES, laws=SAME_NAME, max_examples=5)
    assert report.ok, report


COMMAND = """
import json, sys
name = sys.argv[1]
print(json.dumps({"my-list:1": 0.9} if "Thein" in name else {}))
"""


def test_a_command_is_tested_like_a_function() -> None:
    screen = command_screener([sys.executable, "-c", COMMAND, "{name}"])
    assert screen(Subject(name="Thein; rm -rf $HOME")) == {"my-list:1": 0.9}
    assert screen(Subject(name="--help")) == {}
    assert check_screener(screen, PARTIES[:1], laws=SAME_NAME[:1], max_examples=3).ok


def test_a_command_that_says_nothing_is_told_with_what_it_said_of_it() -> None:
    screen = command_screener([sys.executable, "-c", "raise SystemExit('no licence')"])
    with pytest.raises(SettingsError, match="no licence"):
        screen(Subject(name="Thein Htay"))


def test_a_function_is_named_by_its_module() -> None:
    screen = named_screener("test_testing_adapters:plain")
    assert check_screener(screen, PARTIES, laws=SAME_NAME, max_examples=5).ok


@pytest.mark.parametrize("name", ["plain", "nowhere:plain", "sys:nothing", "sys:path"])
def test_what_is_no_function_is_refused(name: str) -> None:
    with pytest.raises(SettingsError):
        named_screener(name)


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ('{"a:1": 0.5}', {"a:1": 0.5}),
        ('[["a:1", 0.5], ["b:1", 1, "delisted"]]', {"a:1": 0.5, "b:1": 1.0}),
        ('{"results": [{"party_id": "a:1", "score": 0.5, "status": "listed"}]}', {"a:1": 0.5}),
        ('{"hits": [{"party": {"party_id": "a:1"}, "score": 0.5}]}', {"a:1": 0.5}),
        ("[]", {}),
        ("{}", {}),
    ],
)
def test_answers_are_read_in_the_forms_that_services_give(text: str, scores: dict[str, float]) -> None:
    assert answer_of(read_answer(text)).scores == scores


@pytest.mark.parametrize("text", ["", "clear", "3", '[{"id": 1}]', "[1]"])
def test_other_answers_are_refused_in_words(text: str) -> None:
    with pytest.raises(SettingsError):
        read_answer(text)


SUITE = """
from test_testing_adapters import PARTIES, plain

def test_our_screening_keeps_the_laws(screening_laws):
    screening_laws(plain, PARTIES)

def test_one_that_finds_nobody_does_not(screening_laws):
    screening_laws(lambda subject: {}, PARTIES)
"""


def test_three_lines_test_a_screener_in_a_suite_of_one_s_own(tmp_path: Path) -> None:
    (tmp_path / "test_ours.py").write_text(SUITE, encoding="utf-8")
    here = os.pathsep.join([str(Path(__file__).parent), str(Path(sanctions_screen.__file__).parents[1])])
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "sanctions_screen._pytest_plugin"),
            *("--screening-examples", "3", "-p", "no:cacheprovider", str(tmp_path)),
        ],
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": here},
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "is not found by its own name" in done.stdout


@given(st.data())
def test_hypothesis_draws_records_by_their_type_once_the_plugin_is_loaded(data: st.DataObject) -> None:
    _hypothesis_plugin.register()
    assert data.draw(st.from_type(Party)).names
    assert data.draw(st.from_type(Subject)).name
