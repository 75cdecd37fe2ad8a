"""A subject and a day → a result.

:class:`Screener` answers for one subject or for many.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
