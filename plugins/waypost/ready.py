"""What a worker has at hand before its first learner. The process that workers come from imports it, once for all.

Templates are compiled here, and what was loaded so far is set aside from Python's search for garbage: making a
portfolio leaves hardly any cycles behind, and the search for them took a tenth of the time.
"""

from __future__ import annotations

import gc

from . import learner, search
from .render.templates import compile_templates

__all__ = ["learner", "search"]

ALLOCATIONS = 100_000
"""How many more things may come than go before Python searches the young ones; 700 by itself."""

compile_templates("portfolio")
gc.collect()
gc.freeze()
gc.set_threshold(ALLOCATIONS, 20, 100)
