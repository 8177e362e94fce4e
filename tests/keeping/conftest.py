"""The browser's own modules, run by Node, so that hundreds of sheets can go through them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from waypost.load.toolbox import load_toolbox
from waypost.render.language import load_language
from waypost.render.toolbox.assessment import ASSESSMENT_WORDS
from waypost.render.toolbox.planner import PLANNER_WORDS

HERE = Path(__file__).parent
TOOLBOX = load_toolbox(HERE.parents[1] / "toolbox").toolbox
assert TOOLBOX is not None
ATTRIBUTES = [{"id": one.id, "name": one.name} for one in TOOLBOX.self_assessment.attributes]
DECISIONS = [
    {"id": decision.id, "name": decision.name, "area": area.name, "kind": "decision"}
    for area in TOOLBOX.framework.areas
    for decision in area.decisions
]
LOOKS = [
    {"id": f"look-{place}", "name": text, "area": area.name, "kind": "look"}
    for area in TOOLBOX.framework.areas
    for place, text in enumerate(area.look_at, start=1)
]
ENTRIES: dict[str, list[dict[str, str]]] = {"assessment": ATTRIBUTES, "planner": [*DECISIONS, *LOOKS]}
WORDS = {"assessment": ASSESSMENT_WORDS, "planner": PLANNER_WORDS}

Sheet = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Keeper:
    """What a page does with what is written on it. `lang` is the page's language."""

    ask: Callable[[dict[str, Any]], Any]

    def do(self, action: str, form: str, lang: str = "en", **values: Any) -> Any:
        language = load_language(lang)
        words = {id_: language.gettext(text) for id_, text in WORDS[form].items()}
        asked = {"action": action, "form": form, "entries": ENTRIES[form], "words": words, "lang": lang, **values}
        return self.ask(asked)

    def write(self, form: str, sheets: list[Sheet], as_: str, lang: str = "en") -> str:
        """The text of the file that a page saves."""
        text: str = self.do("write", form, lang, **{"sheets": sheets, "as": as_})
        return text

    def read(self, form: str, text: str, lang: str = "en") -> dict[str, Any]:
        """`sheets`, or the trouble: its `id`, and what is `said`."""
        read: dict[str, Any] = self.do("read", form, lang, text=text, file="theirs.txt")
        return read


@pytest.fixture(scope="session")
def keeper() -> Iterator[Keeper]:
    """The modules, waiting for work."""
    command = ["node", str(HERE / "keeper.mjs")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as node:
        into, out = node.stdin, node.stdout
        assert into
        assert out

        def ask(asked: dict[str, Any]) -> Any:
            into.write(f"{json.dumps(asked)}\n")
            into.flush()
            return json.loads(out.readline())

        yield Keeper(ask)
        into.close()


def blank_sheet(form: str) -> Sheet:
    """A sheet on which nothing was written."""
    heads = {"assessment": ("rater", "role", "finished"), "planner": ("rater",)}
    fields = {
        None: ("level", "evidence", "date"),
        "decision": ("status", "year", "owner", "notes"),
        "look": ("watched", "cadence", "notes"),
    }
    return {
        "head": dict.fromkeys(heads[form], ""),
        "entries": {entry["id"]: dict.fromkeys(fields[entry.get("kind")], "") for entry in ENTRIES[form]},
    }
