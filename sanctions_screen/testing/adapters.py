"""Screeners that are no function at hand: a command, an HTTP endpoint, a function named by its module.

Reach for :func:`command_screener`, :func:`http_screener` or :func:`named_screener`; each gives what
:func:`check_screener` and the validation run take, and can be sent to another process. What comes back is
read as JSON: an object of party ids and scores, or a list of objects with ``party_id`` and ``score`` (and
``status``), which may stand under ``hits`` or ``results``.
"""

from __future__ import annotations

import json
import subprocess  # runs the command that the user names
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from ..errors import SettingsError
from ..model import Subject
from .under_test import RawAnswer, Screen

__all__ = ["command_screener", "http_screener", "named_screener", "read_answer"]


def read_answer(text: str) -> RawAnswer:
    """Return the answer that *text* holds as JSON; SettingsError for any other.

    >>> from sanctions_screen.testing import read_answer
    >>> read_answer('{"hits": [{"party_id": "my-list:1", "score": 0.9}]}')
    [('my-list:1', 0.9)]
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise SettingsError(f"the screener under test answered no JSON: {text!r:.100}") from error
    if isinstance(found, dict):
        rows = next((found[key] for key in ("hits", "results") if isinstance(found.get(key), list)), None)
        if rows is None:
            return {str(party_id): score for party_id, score in found.items()}
        found = rows
    if not isinstance(found, list):
        raise SettingsError(f"the screener under test answered {text!r:.100}; an object or a list is read")
    return [_row(each) for each in found]


def _row(each: Any) -> tuple[str, float] | tuple[str, float, str]:
    if isinstance(each, dict):
        party = each.get("party")
        party_id = each.get("party_id") or (party.get("party_id") if isinstance(party, dict) else party)
        if party_id is None or "score" not in each:
            raise SettingsError(f"a hit has 'party_id' and 'score', not {sorted(each)}")
        row = (str(party_id), float(each["score"]))
        return (*row, str(each["status"])) if each.get("status") else row
    if isinstance(each, list) and len(each) in (2, 3):
        return (
            (str(each[0]), float(each[1])) if len(each) == 2 else (str(each[0]), float(each[1]), str(each[2]))
        )
    raise SettingsError(f"a hit is an object or a pair, not {each!r:.80}")


@dataclass(frozen=True)
class _Command:
    words: tuple[str, ...]
    seconds: float

    def __call__(self, subject: Subject) -> RawAnswer:
        filled = [_filled(word, subject) for word in self.words]
        done = subprocess.run(  # noqa: S603 -- no shell: a name is one argument, whatever is in it
            filled, input=subject.canonical_json(), capture_output=True, text=True, timeout=self.seconds,
            check=False, encoding="utf-8",
        )  # fmt: skip
        if not done.stdout.strip():
            raise SettingsError(f"{self.words[0]} answered nothing: {done.stderr.strip()[-200:]}")
        return read_answer(done.stdout)


def _filled(word: str, subject: Subject) -> str:
    told = {
        "{name}": subject.name.replace("\0", "\ufffd"),  # no argument can hold it
        "{kind}": subject.kind or "",
        "{birth_date}": str(subject.birth_date or ""),
        "{country}": subject.countries[0] if subject.countries else "",
    }
    return told.get(word, word)


def command_screener(words: Sequence[str], *, seconds: float = 30.0) -> Screen:
    """Return the screener that a command is.

    Args:
        words: The command and its arguments. ``{name}``, ``{kind}``, ``{birth_date}`` and ``{country}`` stand
            for what the subject has, each an argument of its own; the whole subject, as JSON, is its input.
        seconds: How long an answer may take.

    Raises SettingsError for no command; its answers do, where they are no JSON that can be read.

    >>> from sanctions_screen.testing import command_screener
    >>> screen = command_screener(["my-screener", "--json", "{name}"])
    """
    if isinstance(words, str) or not words:
        raise SettingsError("a command is a list of words, such as ['my-screener', '--json', '{name}']")
    return _Command(tuple(words), seconds)


@dataclass(frozen=True)
class _Endpoint:
    url: str
    headers: tuple[tuple[str, str], ...]
    seconds: float

    def __call__(self, subject: Subject) -> RawAnswer:
        body = subject.canonical_json().encode("utf-8", "replace")
        request = Request(  # noqa: S310 -- the scheme was checked when this was made
            self.url, data=body, headers={"Content-Type": "application/json", **dict(self.headers)}
        )
        try:
            with urlopen(request, timeout=self.seconds) as answer:  # noqa: S310 -- as above
                return read_answer(answer.read().decode("utf-8"))
        except (URLError, OSError) as error:
            raise SettingsError(f"{self.url} did not answer: {error}") from error


def http_screener(url: str, *, headers: Mapping[str, str] | None = None, seconds: float = 30.0) -> Screen:
    """Return the screener behind *url*, to which each subject is sent by POST, as JSON.

    For another form of request or answer write a function of a few lines: it is a screener as it is.
    SettingsError for what is no HTTP address.
    """
    if not url.startswith(("http://", "https://")):
        raise SettingsError(f"{url!r} is no address that begins with http:// or https://")
    return _Endpoint(url, tuple(sorted((headers or {}).items())), seconds)


@dataclass(frozen=True)
class _Named:
    name: str
    found: Screen = field(compare=False, repr=False)

    def __call__(self, subject: Subject) -> RawAnswer:
        return self.found(subject)

    def __reduce__(self) -> tuple[Any, ...]:
        return named_screener, (self.name,)


def named_screener(name: str) -> Screen:
    """Return the function that ``module:function`` names, to be imported; SettingsError for none."""
    module, colon, function = name.partition(":")
    if not colon:
        raise SettingsError(f"{name!r} is no function: write module:function")
    try:
        found: Any = import_module(module)
        for part in function.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError) as error:
        raise SettingsError(f"{name}: {error}") from error
    if not callable(found):
        raise SettingsError(f"{name} is no function")
    return _Named(name, found)
