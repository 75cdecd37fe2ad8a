"""Pages that any browser shows and that need nothing beside them: one HTML file, style and script inside.

Reach for :func:`page` to fill a template of your own that extends ``layout.html.j2`` and uses the parts of
``parts.html.j2``; docs/pages.md shows how. What a page says is the caller's; here is how it looks.
Guarantees: no text can be more than text, whoever wrote it; a page loads nothing and runs no script but its
own, which its content security policy holds it to; without that script everything can still be read; the
same records give the same bytes.
"""

from __future__ import annotations

from .rendering import page, shown_text

__all__ = ["page", "shown_text"]
