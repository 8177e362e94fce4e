"""What every learner of one build is made in: the key, the day, the cache, and where things lie in it."""

from __future__ import annotations

import datetime
import shutil
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from .config import Settings
from .publish.parcel import Parcel, read_parcel
from .seal.derivation import MasterKey


@dataclass(frozen=True)
class Workshop:
    """One build of one school. `making` names everything but the learners' own files that portfolios follow from."""

    settings: Settings
    master: MasterKey
    making: str
    today: datetime.date

    @cached_property
    def learners(self) -> Path:
        """The folder of the cache with one parcel a learner."""
        return self.settings.cache / "learners"

    @property
    def ledger_path(self) -> str:
        """Where the ledger stands in the site; only the school can tell that it is one."""
        return f"b/{self.master.opaque('ledger')}.age"

    def place(self, student: str) -> Path:
        """Where a learner's parcel lies; the name tells nothing."""
        return self.learners / _opaque(self.master, student)

    def pictures(self, student: str) -> Path:
        """Where a learner's encoded pictures lie, in the clear: apart, so that they leave the cache together."""
        return self.settings.cache / "media" / _opaque(self.master, student)

    def parcel_key(self, student: str) -> bytes:
        """What authenticates a learner's parcel."""
        return self.master.seal_of(f"parcel {student}")

    def read(self, student: str) -> Parcel | None:
        """A learner's parcel, or None where there is none that this school wrote."""
        return read_parcel(self.place(student), self.parcel_key(student))

    def clear_away(self, students: set[str]) -> None:
        """Removes what belongs to others than `students`: whoever left the school leaves the cache."""
        wanted = {_opaque(self.master, student) for student in students}
        for folder in (self.learners, self.settings.cache / "media"):
            for path in folder.iterdir() if folder.is_dir() else ():
                if path.name not in wanted:
                    shutil.rmtree(path, ignore_errors=True)


@lru_cache(maxsize=1 << 13)
def _opaque(master: MasterKey, student: str) -> str:
    return master.opaque("parcel", student)


def student_of(folder: Path) -> str:
    """The student that a folder is: its last part, in Unicode NFC. Source: design, section 7."""
    return unicodedata.normalize("NFC", folder.name)
