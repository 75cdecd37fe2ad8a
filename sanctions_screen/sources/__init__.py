"""Publishers' list files in, parties out: one module a format, a registry that tells them apart."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
