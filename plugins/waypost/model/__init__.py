"""The nouns of a Personalized Learning Plan. Imports nothing of ours; every stage speaks in these."""

from .base import Audience, Item, Part
from .plp import PLP
from .portfolio import Portfolio
from .school import DEFAULT_VISIBILITY, School
from .sharing import DEFAULT_SHARING, Recipient, Sharing

__all__ = [
    "DEFAULT_SHARING",
    "DEFAULT_VISIBILITY",
    "PLP",
    "Audience",
    "Item",
    "Part",
    "Portfolio",
    "Recipient",
    "School",
    "Sharing",
]
