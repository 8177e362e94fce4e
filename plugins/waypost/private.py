"""The private strings of a learner, as each parcel holds them for the leak gate: sealed to the school."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pydantic_core import to_json

from .errors import WaypostError
from .model import Portfolio
from .publish.privacy import PrivateString, private_strings
from .publish.record import MALFORMED
from .seal.age import open_bytes, seal_bytes
from .seal.link import encode, link_for, passphrase_for
from .workshop import Workshop

PRIVATE = "private.age"


def strings_of(workshop: Workshop, portfolio: Portfolio) -> frozenset[PrivateString]:
    """Everything private about a learner that must stand nowhere unsealed, the halves of the links included."""
    found = set(private_strings(portfolio))
    for recipient in portfolio.sharing.recipients:
        secret = encode(link_for(workshop.master, portfolio.student, recipient).secret)
        found.add(PrivateString(secret, "a link or passphrase"))
        phrase = passphrase_for(workshop.master, portfolio.student, recipient)
        if phrase:
            found.add(PrivateString(phrase, "a link or passphrase"))
    return frozenset(found)


def seal_strings(strings: frozenset[PrivateString], draft: Path, workshop: Workshop) -> str:
    """Leaves `strings` in the parcel that is drafted in `draft`, sealed to the school; returns the file's SHA-256."""
    sealed = seal_bytes(to_json(sorted(strings)), workshop.master.school_identity())
    (draft / PRIVATE).write_bytes(sealed)
    return hashlib.sha256(sealed).hexdigest()


def read_strings(workshop: Workshop, student: str) -> frozenset[PrivateString] | None:
    """The private strings of a learner out of their parcel, or None where they are not those that it was made with."""
    parcel = workshop.read(student)
    try:
        sealed = (workshop.place(student) / PRIVATE).read_bytes()
        if parcel is None or hashlib.sha256(sealed).hexdigest() != parcel.private:
            return None
        rows = json.loads(open_bytes(sealed, workshop.master.school_identity()))
        return frozenset(PrivateString(*row) for row in rows)
    except (OSError, WaypostError, *MALFORMED):
        return None
