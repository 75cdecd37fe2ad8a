"""Build the compiled engine into the wheel, where the machine that builds has a Rust toolchain.

Where it has none, or the build fails, one line says so and the package installs without: the reference
engine gives the same answers, slower.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.tags import platform_tags

_CRATE = "rust"
_PLACE = Path("sanctions_screen", "engine")
_LIBRARIES = {"win32": ("_engine.dll", "_engine.pyd"), "darwin": ("lib_engine.dylib", "_engine.abi3.so")}
"""What cargo calls the library, and what Python imports it as."""
_LIKE_LINUX = ("lib_engine.so", "_engine.abi3.so")
_ABI = "cp311-abi3"
"""The crate's stable ABI: its feature ``abi3-py311``."""


class EngineHook(BuildHookInterface[Any]):
    """Run cargo and put the library beside the modules that import it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's
        """Build the library; without it the wheel is one of pure Python."""
        root = Path(self.root)
        built, module = _LIBRARIES.get(sys.platform, _LIKE_LINUX)
        (root / _PLACE / module).unlink(missing_ok=True)  # never one of an older source
        if reason := _build(root / _CRATE):
            print(f"sanctions_screen: installed without its compiled engine: {reason}", file=sys.stderr)  # noqa: T201
            return
        # A new file, not a new content: a running process may have the old one mapped.
        shutil.copyfile(root / _CRATE / "target" / "release" / built, root / _PLACE / module)
        build_data["artifacts"].append((_PLACE / module).as_posix())
        build_data["pure_python"] = False
        build_data["tag"] = f"{_ABI}-{next(iter(platform_tags()))}"


def _build(crate: Path) -> str | None:
    """Build the crate; return in one line why it could not be, None when it was."""
    cargo = shutil.which("cargo")
    if cargo is None:
        return "no Rust toolchain (cargo) was found"
    command = [cargo, "build", "--release", "--locked", "--target-dir", "target"]
    done = subprocess.run(  # noqa: S603 -- the command is ours
        command, cwd=crate, env=_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return None
    errors = [line for line in done.stderr.splitlines() if line.startswith("error")]
    return f"cargo build failed: {(errors or ['no reason given'])[0]}"


def _environment() -> dict[str, str]:
    """Return the environment that cargo runs in: its result depends on no interpreter."""
    environment = dict(os.environ)
    if sys.platform != "win32":
        environment["PYO3_NO_PYTHON"] = "1"  # else each of pip's isolated builds would compile anew
    if sys.platform == "darwin":  # Python's symbols are found when the module is loaded
        flags = f"{environment.get('RUSTFLAGS', '')} -C link-arg=-undefined -C link-arg=dynamic_lookup"
        environment["RUSTFLAGS"] = flags.strip()
    return environment
