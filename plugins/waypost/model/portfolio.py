"""One learner's folder, loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .plp import PLP
from .school import School
from .sharing import Sharing


@dataclass(frozen=True)
class Portfolio:
    """A learner's plan with the school it belongs to and the people it is shared with.

    `student` is the folder's last part (design, section 7), in Unicode NFC; `files` maps the id of a piece of
    evidence to its file, which exists and lies inside the folder.
    """

    student: str
    plp: PLP
    school: School
    sharing: Sharing
    files: dict[str, Path] = field(default_factory=dict)
