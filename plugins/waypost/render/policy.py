"""What one document may do by itself: the policy that it carries, and what it is presented with."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """What a presentation is given with, from within the document: a script, and a style that waits until then.

    `licences` are those of what others made, which travel along with it.
    """

    script: str
    style: str
    licences: str


def policy_of(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """What the document may do: show what is inside it, and run and wear these very contents, and no other."""
    runs = f"script-src {' '.join(map(_digest, scripts))}; " if scripts else ""
    return (
        f"default-src 'none'; {runs}style-src {' '.join(map(_digest, styles))}; img-src data:; media-src data:; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    """What a policy lets pass: this very content, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
