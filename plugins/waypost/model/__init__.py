"""The nouns of a Personalized Learning Plan. Imports nothing of ours; every stage speaks in these."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Each is read when it is asked for: a build without changes needs none of them, and would wait for them longest.
_HOMES = {
    "Audience": "base",
    "DEFAULT_SHARING": "sharing",
    "DEFAULT_VISIBILITY": "school",
    "Item": "base",
    "PLP": "plp",
    "Part": "base",
    "Portfolio": "portfolio",
    "Recipient": "sharing",
    "School": "school",
    "Sharing": "sharing",
}

if TYPE_CHECKING:
    from .base import Audience as Audience
    from .base import Item as Item
    from .base import Part as Part
    from .plp import PLP as PLP
    from .portfolio import Portfolio as Portfolio
    from .school import DEFAULT_VISIBILITY as DEFAULT_VISIBILITY
    from .school import School as School
    from .sharing import DEFAULT_SHARING as DEFAULT_SHARING
    from .sharing import Recipient as Recipient
    from .sharing import Sharing as Sharing
else:

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
