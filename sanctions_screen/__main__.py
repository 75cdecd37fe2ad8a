"""``python -m sanctions_screen`` is the command ``sanctions-screen``."""

from __future__ import annotations

from .cli import main

if __name__ == "__main__":
    main()
