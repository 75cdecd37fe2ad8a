"""What callers give to a function, looked at before anything is done with it.

Reach for :func:`checked` where users call: on a class for its public methods, or on a function. Guarantee: an
argument of another type than its name stands for is one :class:`ArgumentError` in one line, which names the
argument and says what it is.
"""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from os import PathLike
from typing import Any, Final, NamedTuple, TypeVar, cast

from ..errors import ArgumentError

__all__ = ["DAY", "FUNCTION", "PATH", "PATHS", "SEVERAL", "STORE", "TEXT", "WORDS", "Sort", "a", "checked"]

T = TypeVar("T")


class Sort(NamedTuple):
    """A sort of argument: what it is, in words, and whether a value is one."""

    what: str
    fits: Callable[[Any], bool]


DAY: Final = Sort(
    "a day, such as datetime.date(2014, 6, 30)",
    lambda value: isinstance(value, date) and not isinstance(value, datetime),
)
TEXT: Final = Sort("text", lambda value: isinstance(value, str))


def _is_path(value: Any) -> bool:
    """Return whether a value can be a path: no system has names with a NUL or half a character."""
    try:
        return isinstance(value, str | PathLike) and b"\0" not in os.fsencode(value)
    except UnicodeEncodeError:
        return False


PATH: Final = Sort("a path, as text or pathlib.Path", _is_path)
SEVERAL: Final = Sort(
    "a list, or anything else that gives several",
    lambda value: isinstance(value, Iterable) and not isinstance(value, str | bytes),
)
PATHS: Final = Sort(
    "paths, one or more",
    lambda value: (
        SEVERAL.fits(value)
        and not (isinstance(value, Collection) and not (value and all(PATH.fits(each) for each in value)))
    ),
)
WORDS: Final = Sort("a dict, such as {'name': 'Customer'}", lambda value: isinstance(value, Mapping))
FUNCTION: Final = Sort("a function", callable)
STORE: Final = Sort(
    "a ListStore, such as ListStore.open('lists.db')", lambda value: hasattr(value, "newest_day")
)


def a(kind: type) -> Sort:
    """Return the sort of what is of one type."""
    return Sort(f"a {kind.__name__}", lambda value: isinstance(value, kind))


def checked(**sorts: Sort) -> Callable[[T], T]:
    """Have the arguments of these names looked at: of a function, or of a class's public methods.

    None is let through where it is the default.
    """

    def decorate(target: T) -> T:
        if not isinstance(target, type):
            return cast("T", _looking(target, sorts))
        for name, found in list(vars(target).items()):
            if name.startswith("_") and name != "__init__":
                continue
            if isinstance(found, classmethod):
                setattr(target, name, classmethod(_looking(found.__func__, sorts)))
            elif inspect.isfunction(found):
                setattr(target, name, _looking(found, sorts))
        return target

    return decorate


def _looking(function: Any, sorts: Mapping[str, Sort]) -> Any:
    signature = inspect.signature(function)
    looked_at = {
        name: (sorts[name], parameter.default is None)
        for name, parameter in signature.parameters.items()
        if name in sorts
    }
    if not looked_at:
        return function
    order = list(signature.parameters)

    @functools.wraps(function)
    def looking(*given: Any, **named: Any) -> Any:
        for name, value in (*zip(order, given, strict=False), *named.items()):
            if name in looked_at:
                sort, may_be_none = looked_at[name]
                if not (sort.fits(value) or (value is None and may_be_none)):
                    raise ArgumentError(f"{name} is {sort.what}, not {value!r:.100}")
        return function(*given, **named)

    return looking
