"""What families and panels write back: opened with the school's key, matched to a link, filed as a reflection."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from .config import Settings
from .entry import Entry, write_entry
from .errors import InputProblems, SealedError, WaypostError
from .load.documents import Document, load_document
from .load.folders import list_folders
from .load.identifiers import gather_ids
from .load.reply import read_reply
from .load.sharing import load_sharing
from .model import Audience, Recipient
from .model.reply import Reply
from .render.language import known_languages, load_language
from .render.reply import reply_text
from .seal.age import open_bytes
from .seal.armor import find_sealed
from .seal.link import NEEDS_PASSPHRASE, Link
from .seal.masterkey import load_master_key
from .workshop import student_of

KINDS = frozenset({"goal", "step", "evidence"})
FIRST_DAY = datetime.date(2000, 1, 1)


@dataclass(frozen=True)
class Writer:
    """Whose link a reply came by. `renewed` says that the recipient has a newer one by now."""

    folder: Path
    recipient: Recipient
    link: Link = field(repr=False)
    renewed: bool

    @property
    def taken_back(self) -> bool:
        """Whether the school has taken the link away from whoever had it."""
        return self.recipient.withdrawn or self.renewed


@dataclass(frozen=True)
class Received:
    """A reply that was opened. `subject` is the title of what it is about; `filed_on` the line where it already is."""

    reply: Reply
    writer: Writer
    id: str
    subject: str | None
    filed_on: int | None

    @property
    def student(self) -> str:
        """Whose portfolio it is about."""
        return student_of(self.writer.folder)


class Inbox:
    """The replies of one school."""

    def __init__(self, settings: Settings, today: datetime.date) -> None:
        """Raises WaypostError where the master key cannot be read."""
        self.settings = settings
        self.today = today
        self._master = load_master_key(settings.keys)
        self._identity = self._master.post_identity()

    def find(self, data: bytes) -> list[bytes]:
        """The sealed replies in a file or a pasted text. Raises SealedError where there is none."""
        return find_sealed(data)

    def open(self, sealed: bytes) -> Received:
        """Opens one reply. Raises SealedError where it does not open, WaypostError where it cannot be used."""
        try:
            content = open_bytes(sealed, self._identity)
        except SealedError:
            raise SealedError(
                "this reply does not open: it was sealed for another school, or a part of it was changed on the way; "
                "ask for it again, as a file where it came as a text"
            ) from None
        reply = read_reply(content)
        writer = self._writer(reply)
        id_ = f"reply-{hashlib.sha256(content.strip()).hexdigest()[:12]}"
        document, _ = load_document(self._plan(writer), self._shown(writer))
        subject = _title(document, reply.about) if document and reply.about else None
        return Received(reply, writer, id_, subject, _line_of(document, id_) if document else None)

    def file(self, received: Received) -> Path:
        """Enters a reply in the learner's plan; returns the plan. Raises WaypostError where the plan has no room."""
        plan, shown = self._plan(received.writer), self._shown(received.writer)
        if not plan.is_file():
            raise WaypostError(f"{shown}: there is no plan any more. Put the learner's folder back, then try again.")
        document, problems = load_document(plan, shown)
        if document is None:
            raise InputProblems(tuple(problems))
        if _line_of(document, received.id) is None:
            write_entry(plan, shown, "reflections", self._entry(received))
        return plan

    def _entry(self, received: Received) -> Entry:
        reply = received.reply
        tongue = reply.language if reply.language in known_languages() else reply.page or "en"
        family = received.writer.recipient.audience is Audience.FAMILY
        entry: dict[str, str | list[str] | datetime.date] = {
            "id": received.id,
            # The day as a device had it, where that can be.
            "date": reply.day if FIRST_DAY <= reply.day <= self.today else self.today,
            "by": "family" if family else reply.voice,
            "name": reply.signature,
        }
        if reply.language:
            entry["language"] = reply.language
        if received.subject is not None:
            entry["about"] = [reply.about]
        entry["text"] = reply_text(reply.answers.given(), load_language(tongue))
        return entry

    def _writer(self, reply: Reply) -> Writer:
        writer = self._writers.get(reply.link)
        if writer is None:
            raise WaypostError(
                "this reply came by a link that no sharing.yml of this school gives: look whether the person it was "
                "for was renamed or struck out there"
            )
        # Whether a link needs a passphrase is its first bit, and may have been changed since.
        secret = writer.link.secret
        kinds = (bytes((first, *secret[1:])) for first in (secret[0] | NEEDS_PASSPHRASE, secret[0] & ~NEEDS_PASSPHRASE))
        if reply.proof not in {Link(writer.link.id, kind).reply_proof for kind in kinds}:
            raise WaypostError(
                f"this reply names the link of {writer.recipient.name} ({student_of(writer.folder)}), but whoever "
                "wrote it did not have that link: do not use it"
            )
        return writer

    @cached_property
    def _writers(self) -> dict[str, Writer]:
        """Every link that was ever given to those who are in a sharing.yml, by the id in its address."""
        writers: dict[str, Writer] = {}
        for folder in list_folders(self.settings.portfolios):
            sharing, _ = load_sharing(folder / "sharing.yml", self.settings.shown)
            student = student_of(folder)
            for one in sharing.recipients if sharing else ():
                for number in range(1, one.link + 1):
                    id_ = self._master.link_id(student, one.name, number)
                    link = Link(id_, self._master.link_secret(student, one.name, number))
                    writers.setdefault(id_.hex(), Writer(folder, one, link, renewed=number < one.link))
        return writers

    def _plan(self, writer: Writer) -> Path:
        return writer.folder / "plp.yml"

    def _shown(self, writer: Writer) -> str:
        return self.settings.shown(self._plan(writer))


def _line_of(document: Document, id_: str) -> int | None:
    ids, _ = gather_ids(document)
    return document.place(ids.places[id_])[0] if id_ in ids.places else None


def _title(document: Document, id_: str) -> str | None:
    """The title of a goal, an action step or a piece of evidence; None where the plan has none with this id."""
    ids, _ = gather_ids(document)
    if ids.kinds.get(id_) not in KINDS:
        return None
    part: Any = document.data
    for step in ids.places[id_][:-1]:
        part = part[step]
    return str(part.get("title") or id_)
