"""One whole view, as the family sees it, word by word.

`WAYPOST_GOLDEN=write` writes what is found into the file, to be read before it is believed.
"""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

from views.examples import PLAN, view_of

GOLDEN = Path(__file__).parents[1] / "golden" / "views" / "family.json"


def test_a_family_sees_this() -> None:
    view = dataclasses.asdict(view_of(PLAN, "family"))
    found = json.dumps(view, ensure_ascii=False, indent=2, default=str) + "\n"
    if os.environ.get("WAYPOST_GOLDEN") == "write":
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")
