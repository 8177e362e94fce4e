"""Adding evidence: files, whole folders and archives are copied in and entered in plp.yml."""

from .evidence import Added, Addition, add_evidence
from .sources import Refused

__all__ = ["Added", "Addition", "Refused", "add_evidence"]
