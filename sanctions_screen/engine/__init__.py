"""Choose between the compiled engine and the readable reference, which gives the same answers.

Reach for :func:`name` to know which one runs, and for :func:`available` to know whether the compiled one is
here: it is made when the package is installed where a Rust toolchain is. Guarantees: no answer depends on
which engine runs; where the environment asks for the compiled one and it is not here, that is an error.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Final, Literal

from ..errors import EngineError

__all__ = ["VARIABLE", "EngineName", "available", "name"]

EngineName = Literal["compiled", "reference"]

VARIABLE: Final = "SANCTIONS_SCREEN_ENGINE"
"""The environment variable that chooses: ``compiled`` or ``reference``; unset, the compiled one if here."""


def available() -> bool:
    """Return whether the compiled engine was built when this package was installed."""
    return find_spec(f"{__name__}._engine") is not None


def name() -> EngineName:
    """Return which engine runs.

    Raises:
        EngineError: The environment asks for the compiled engine where it was not built, or for one
            that there is not.
    """
    wanted = os.environ.get(VARIABLE, "")
    if wanted == "compiled" and not available():
        raise EngineError(
            f"{VARIABLE}=compiled, but the engine was not built: install Rust (https://rustup.rs) and "
            f"install the package again, or unset {VARIABLE}"
        )
    if wanted not in ("", "compiled", "reference"):
        raise EngineError(f"{VARIABLE}={wanted}: say compiled or reference, or unset it")
    if wanted == "reference" or not available():
        return "reference"
    return "compiled"
