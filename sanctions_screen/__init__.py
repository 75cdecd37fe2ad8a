"""Sanctions screening you can defend: transliterated names against versioned lists, with their history.

::

    from sanctions_screen import ListStore, Screener

    screener = Screener(ListStore.embedded())
    result = screener.screen("Thein Htay")

Start with :class:`Screener` (a name), :func:`screen_csv` (a file), :class:`ListStore` (the lists) or
:func:`compare_names` (two names). ``sanctions_screen.testing`` holds the harness that tests a screening
set-up; ``sanctions_screen.errors`` draws the tree of errors.
"""

import lazy_loader

from ._version import __version__ as __version__

# A command that needs one of these does not wait for all of them: what there is stands in __init__.pyi.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
